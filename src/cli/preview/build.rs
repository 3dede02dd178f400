//! One preview: workbook to files.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::Session;
use crate::cli::CommandError;
use crate::cli::args::Format;
use crate::cli::render::{deliver, pictures};
use crate::diagnostic::Diagnostics;
use crate::pipeline::{self, Inspection, Output, PrintOptions, Version};
use crate::typeset::{self, PageRanges, Pages};
use crate::worker;

/// What one preview found and made.
pub(super) struct Build {
    pub(super) inspection: Inspection,
    /// Findings about the pages.
    pub(super) shown: Diagnostics,
    /// `None` if the file is no workbook.
    pub(super) result: Option<Printed>,
}

/// The pages, and where they were written.
pub(super) struct Printed {
    pub(super) written: Vec<PathBuf>,
    pub(super) pages: Pages,
    chosen: PageRanges,
    draft: bool,
    pub(super) took: Duration,
}

impl Printed {
    /// Physical pages of the excerpt.
    pub(super) fn chosen(&self) -> Vec<usize> {
        self.chosen.select(self.pages.count())
    }

    /// Where in the document the excerpt stands.
    pub(super) fn summary(&self) -> String {
        let page = self.chosen();
        let draft = if self.draft {
            ", sebagai rancangan karena masih ada galat"
        } else {
            ""
        };
        format!(
            "{} dari {} halaman dokumen ({}), {}{draft}",
            page.len(),
            self.pages.count(),
            ranges(&page),
            seconds(self.took)
        )
    }
}

pub(super) fn print(session: &Session<'_>) -> Result<Build, CommandError> {
    let build = read_and_print(session);
    // The least that still lets the next save find what this one laid out.
    typeset::forget(2);
    build
}

fn read_and_print(session: &Session<'_>) -> Result<Build, CommandError> {
    let start = Instant::now();
    let name = session.workbook().file_name().unwrap_or_default();
    worker::fault(&name.to_string_lossy());
    let inspection = pipeline::inspect(session.library, session.workbook(), &session.options)?;
    if !inspection.readable {
        return Ok(Build {
            inspection,
            shown: Diagnostics::new(),
            result: None,
        });
    }
    // An error elsewhere does not hinder the look at a chapter.
    let how = PrintOptions {
        version: Version::Current,
        again: true,
        ..PrintOptions::default()
    };
    let printout = inspection.print(session.library, Output::Document, &how)??;
    let typeset = &printout.typeset;
    let chosen = session.choice.pages(&inspection, typeset)?;
    let file = match session.format {
        Format::Pdf => vec![(None, printout.pdf(Some(&chosen))?)],
        format => pictures(typeset, format, Some(&chosen), session.args.ppi)?,
    };
    let written = deliver(&session.target, file, typeset.page_count())?;
    let result = Printed {
        written,
        pages: Pages::of(typeset),
        chosen,
        draft: typeset.is_draft(),
        took: start.elapsed(),
    };
    Ok(Build {
        inspection,
        shown: printout.findings,
        result: Some(result),
    })
}

/// `halaman 31–38, 41`.
pub(super) fn ranges(page: &[usize]) -> String {
    let mut part: Vec<(usize, usize)> = Vec::new();
    for &page in page {
        match part.last_mut() {
            Some((_, last)) if *last + 1 == page => *last = page,
            _ => part.push((page, page)),
        }
    }
    let text: Vec<String> = part
        .into_iter()
        .map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            }
        })
        .collect();
    format!("halaman {}", text.join(", "))
}

/// `0,84 detik`.
pub(super) fn seconds(time: Duration) -> String {
    let hundredth = (time.as_millis() + 5) / 10;
    format!("{},{:02} detik", hundredth / 100, hundredth % 100)
}
