//! The few things that every XML part needs.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::limit;

/// A part that is no well-formed XML, ends too early or is beyond the limits.
#[derive(Debug)]
pub(super) struct Malformed;

impl From<quick_xml::Error> for Malformed {
    fn from(_: quick_xml::Error) -> Self {
        Self
    }
}

/// A pull parser over a part.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    /// Elements that are open. The parser holds all their names in memory.
    depth: usize,
}

impl<'a> Xml<'a> {
    /// A parser at the beginning of the part.
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        // `<c/>` comes as a start and an end, so that there is one case fewer everywhere.
        config.expand_empty_elements = true;
        config.check_end_names = false;
        config.allow_dangling_amp = true;
        config.allow_unmatched_ends = true;
        Self { reader, depth: 0 }
    }

    /// The next event; [`Event::Eof`] at the end.
    pub fn next(&mut self) -> Result<Event<'a>, Malformed> {
        let event = self.reader.read_event()?;
        match event {
            Event::Start(_) if self.depth >= limit::DEPTH => return Err(Malformed),
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        Ok(event)
    }

    /// The next event of an element that was begun, so that the end of the part is an error.
    pub fn inside(&mut self) -> Result<Event<'a>, Malformed> {
        match self.next()? {
            Event::Eof => Err(Malformed),
            event => Ok(event),
        }
    }

    /// Passes over the rest of an element whose start was read.
    pub fn skip(&mut self) -> Result<(), Malformed> {
        let mut depth = 1;
        while depth > 0 {
            match self.inside()? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
        }
        Ok(())
    }

    /// The beginning of the text of the element whose start was read, which is passed over.
    pub fn beginning(&mut self) -> Result<String, Malformed> {
        let mut text = String::new();
        let mut depth = 1;
        while depth > 0 {
            match self.inside()? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Text(piece) if text.is_empty() => {
                    text.extend(piece.chars().take(limit::FORMULA_CHARS));
                }
                _ => {}
            }
        }
        Ok(text)
    }

    /// Appends all text up to the end of the element whose start was read, with that of its children.
    pub fn text(&mut self, out: &mut String) -> Result<(), Malformed> {
        let mut depth = 1;
        while depth > 0 {
            match self.inside()? {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                event => push_text(&event, out)?,
            }
        }
        Ok(())
    }
}

/// Appends what an event means as text; nothing for tags and comments.
pub(super) fn push_text(event: &Event<'_>, out: &mut String) -> Result<(), Malformed> {
    let text: &str = match event {
        Event::Text(text) => text,
        Event::CData(text) => text,
        Event::GeneralRef(entity) => {
            push_entity(entity, out);
            ""
        }
        _ => return Ok(()),
    };
    if out.len() + text.len() > limit::CELL_BYTES {
        return Err(Malformed);
    }
    out.push_str(text);
    Ok(())
}

/// Appends the character of `&amp;` or `&#38;`; an unknown entity stays as it is.
fn push_entity(entity: &BytesRef<'_>, out: &mut String) {
    match entity.resolve_char_ref() {
        Ok(Some(c)) => out.push(c),
        // A reference to a character that does not exist, `&#0;`.
        Err(_) => {}
        Ok(None) => {
            if let Some(text) = resolve_predefined_entity(entity) {
                out.push_str(text);
            } else {
                out.push('&');
                out.push_str(entity);
                out.push(';');
            }
        }
    }
}

/// The value of an attribute by its name without prefix; `None` if it is missing or malformed.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Option<Cow<'e, str>> {
    element
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .map(|attribute| value(&attribute))
}

/// The value of an attribute that holds a number.
pub(super) fn number<N: std::str::FromStr>(element: &BytesStart<'_>, name: &str) -> Option<N> {
    attribute(element, name)?.trim().parse().ok()
}

/// Whether an attribute says yes.
pub(super) fn flag(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.as_ref(), "1" | "true" | "on"))
}

/// The meaning of an attribute's value: entities resolved; as it stands where they are broken.
pub(super) fn value<'e>(attribute: &quick_xml::events::attributes::Attribute<'e>) -> Cow<'e, str> {
    if attribute.value.contains('&') {
        attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .unwrap_or_else(|_| attribute.value.clone())
    } else {
        attribute.value.clone()
    }
}
