//! One text with its placeholders filled in. A placeholder that fails is
//! reported, cut out, and the rest tried again, so that one run finds them all.

use minijinja::{Environment, Error, ErrorKind, Value};

use super::report::{self, TagPlace};
use super::sentinel;
use super::tag::{self, Tag};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin};

/// Failures after which a text is given up as a whole.
const MAX_FAILURE: usize = 100;

/// A text as rendered, with marks where placeholders were cut out.
pub(super) struct Rendered {
    /// Values stand between [`sentinel::OPEN`] and [`sentinel::CLOSE`].
    pub(super) text: String,
    /// The placeholders that the marks stand for, as typed.
    pub(super) cut: Vec<String>,
}

/// What is the same for all texts of a document.
pub(super) struct Renderer<'a> {
    pub(super) env: &'a Environment<'static>,
    pub(super) root: &'a Value,
    /// Dotted names, for suggestions.
    pub(super) known: &'a [String],
}

impl Renderer<'_> {
    /// Renders the text of a cell.
    pub(super) fn render(&self, text: &str, origin: &Origin, out: &mut Diagnostics) -> Rendered {
        let tags = tag::scan(text);
        let mut draft = Draft {
            text,
            cut: Vec::new(),
        };
        for tag in &tags {
            if let Some(fault) = tag.fault {
                out.emit(report::of_tag(
                    fault,
                    &TagPlace {
                        origin,
                        text,
                        tag: tag.range.clone(),
                    },
                ));
                draft.cut_out(tag);
            }
        }
        loop {
            let (template, segment) = draft.assemble();
            let error = match self.env.render_str(&template, self.root.clone()) {
                Ok(text) => {
                    return Rendered {
                        text,
                        cut: draft.typed(),
                    };
                }
                Err(error) => error,
            };
            let failed = failed_tag(&error, &segment, &tags);
            out.emit(self.finding(&error, &template, failed, text, origin));
            match failed {
                Some(tag)
                    if draft.cut.len() < MAX_FAILURE && error.kind() != ErrorKind::OutOfFuel =>
                {
                    draft.cut_out(tag);
                }
                _ => return given_up(text),
            }
        }
    }

    fn finding(
        &self,
        error: &Error,
        template: &str,
        tag: Option<&Tag>,
        text: &str,
        origin: &Origin,
    ) -> Diagnostic {
        let cut = error
            .range()
            .and_then(|range| template.get(range))
            .unwrap_or_default();
        let tag = tag.map_or(0..0, |tag| tag.range.clone());
        report::of_error(
            error,
            cut.trim(),
            self.known,
            &TagPlace { origin, text, tag },
        )
    }
}

/// A text that is all mark: nothing in it can be trusted to render.
fn given_up(text: &str) -> Rendered {
    Rendered {
        text: sentinel::mark(0).map(String::from).unwrap_or_default(),
        cut: vec![text.to_owned()],
    }
}

/// The text without the placeholders that failed so far.
struct Draft<'a> {
    text: &'a str,
    /// Tags cut out, by what is to be cut and how it is shown. Never overlapping.
    cut: Vec<(std::ops::Range<usize>, String)>,
}

/// A piece of the assembled template: where it begins there, and in the text.
struct Segment {
    template: usize,
    text: usize,
}

impl Draft<'_> {
    fn cut_out(&mut self, tag: &Tag) {
        let extent = tag.extent.clone();
        if self
            .cut
            .iter()
            .any(|(range, _)| range.start <= extent.start && extent.end <= range.end)
        {
            return;
        }
        self.cut
            .retain(|(range, _)| !(extent.start <= range.start && range.end <= extent.end));
        let mut typed = self
            .text
            .get(tag.range.clone())
            .unwrap_or_default()
            .to_owned();
        if extent != tag.range {
            typed.push_str(" …");
        }
        self.cut.push((extent, typed));
        self.cut.sort_by_key(|(range, _)| range.start);
    }

    /// The template to try, and how its places lie in the text.
    fn assemble(&self) -> (String, Vec<Segment>) {
        let mut template = String::with_capacity(self.text.len());
        let mut segment = Vec::new();
        let mut at = 0;
        for (nth, (range, _)) in self.cut.iter().enumerate() {
            segment.push(Segment {
                template: template.len(),
                text: at,
            });
            template.push_str(self.text.get(at..range.start).unwrap_or_default());
            segment.push(Segment {
                template: template.len(),
                text: range.start,
            });
            template.extend(sentinel::mark(nth));
            at = range.end;
        }
        segment.push(Segment {
            template: template.len(),
            text: at,
        });
        template.push_str(self.text.get(at..).unwrap_or_default());
        (template, segment)
    }

    fn typed(self) -> Vec<String> {
        self.cut.into_iter().map(|(_, typed)| typed).collect()
    }
}

/// The tag in which an error of the assembled template arose: the last one that
/// begins at or before it.
fn failed_tag<'t>(error: &Error, segment: &[Segment], tag: &'t [Tag]) -> Option<&'t Tag> {
    let range = error.range()?;
    let near = segment
        .iter()
        .rev()
        .find(|segment| segment.template <= range.start)?;
    let at = near.text + (range.start - near.template);
    tag.iter()
        .rev()
        .find(|tag| tag.range.start <= at)
        .filter(|tag| at <= tag.range.end)
}
