//! What a plan's further documents say. Apart from `support`, which the benchmarks have too:
//! they read no PDF back.

use renstra::pipeline::{Inspection, Output, PrintOptions};

use super::read_back;
use crate::support;

/// What is printed of a plan apart from its document, without blanks. Its pages show
/// nothing that is wrong.
pub(crate) fn printed(inspection: &Inspection, output: Output) -> String {
    let printed = inspection.print(support::library(), output, &PrintOptions::default());
    let printout = printed.unwrap().unwrap();
    let shown = &printout.findings;
    assert!(shown.is_empty(), "{}", support::print(shown));
    read_back(&printout.pdf(None).unwrap()).squeezed()
}
