//! typst's diagnostics, printed with the lines of the template.

use typst::diag::SourceDiagnostic;
use typst_kit::diagnostics::termcolor::Buffer;
use typst_kit::diagnostics::{DiagnosticFormat, emit};

use super::world::DocumentWorld;

/// Prints diagnostics as typst does. They speak to the author of a template,
/// in typst's own English; what frames them is ours.
pub(super) fn report<'a>(
    world: &DocumentWorld<'_>,
    diagnostic: impl IntoIterator<Item = &'a SourceDiagnostic> + Clone,
) -> String {
    let mut buffer = Buffer::no_color();
    if emit(
        &mut buffer,
        world,
        diagnostic.clone(),
        DiagnosticFormat::Human,
    )
    .is_err()
    {
        // A place that cannot be shown must not hide what is wrong there.
        let message: Vec<&str> = diagnostic.into_iter().map(|each| &*each.message).collect();
        return message.join("\n");
    }
    String::from_utf8_lossy(buffer.as_slice())
        .trim_end()
        .to_owned()
}
