//! Rich text: which letters are struck out or raised. Completes calamine's
//! `DataRef::String` and `DataRef::SharedString`, which join all runs of a text.

use quick_xml::events::Event;

use super::text::unescape;
use super::xml::{Malformed, Xml, attribute, flag};

/// A piece of a text with one formatting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    text: String,
    /// Whether it is struck out; `None` where the font of the cell decides.
    struck: Option<bool>,
    raised: bool,
}

/// A text as it is seen.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// What counts as the content.
    pub text: String,
    /// What is struck out.
    pub struck: String,
    /// What is raised above a figure.
    pub raised: String,
}

/// Reads an element (`si`, `is`) whose start was read: its runs, without phonetic guides.
pub(super) fn read(xml: &mut Xml<'_>) -> Result<Vec<Run>, Malformed> {
    let mut runs = Vec::new();
    let mut depth = 1;
    let (mut struck, mut raised) = (None, false);
    while depth > 0 {
        match xml.inside()? {
            Event::Start(e) => match e.local_name().as_ref() {
                "t" => {
                    let mut text = String::new();
                    xml.text(&mut text)?;
                    runs.push(Run {
                        text: unescape(&text).into_owned(),
                        struck,
                        raised,
                    });
                }
                "rPh" => xml.skip()?,
                name => {
                    depth += 1;
                    match name {
                        "r" => (struck, raised) = (None, false),
                        "rPr" => struck = Some(false),
                        "strike" => {
                            struck = Some(attribute(&e, "val").is_none() || flag(&e, "val"));
                        }
                        "vertAlign" => {
                            raised = attribute(&e, "val").as_deref() == Some("superscript");
                        }
                        _ => {}
                    }
                }
            },
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    Ok(runs)
}

/// Whether some of the runs are not plain text.
pub(super) fn are_marked(runs: &[Run]) -> bool {
    runs.iter()
        .any(|run| run.raised || run.struck == Some(true))
}

/// Whether the font of the cell decides for some of the runs only.
pub(super) fn are_mixed(runs: &[Run]) -> bool {
    runs.iter().any(|run| run.struck.is_some())
}

/// The text as it is seen in a cell whose own font is struck out or not.
pub(super) fn seen(runs: &[Run], cell_struck: bool) -> Seen {
    let is_struck = |run: &Run| run.struck.unwrap_or(cell_struck);
    // A mark above a figure would pass for its last digit; in a text it can stay.
    let is_figure = runs
        .iter()
        .filter(|run| !is_struck(run) && !run.raised)
        .all(|run| !run.text.contains(char::is_alphabetic));
    let mut seen = Seen::default();
    for run in runs {
        if is_struck(run) {
            seen.struck.push_str(&run.text);
        } else if run.raised && is_figure {
            seen.raised.push_str(&run.text);
        } else if run.raised {
            seen.text.extend(run.text.chars().map(superscript));
        } else {
            seen.text.push_str(&run.text);
        }
    }
    // A text that is raised as a whole has no figure to stand above.
    if seen.text.trim().is_empty() {
        seen.text.push_str(&std::mem::take(&mut seen.raised));
    }
    seen
}

/// The character for a raised one; itself where there is none.
fn superscript(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32(c as u32 - '4' as u32 + '⁴' as u32).unwrap_or(c),
        '+' => '⁺',
        '-' => '⁻',
        '(' => '⁽',
        ')' => '⁾',
        'n' => 'ⁿ',
        _ => c,
    }
}
