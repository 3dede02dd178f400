//! Where the placeholders of a text stand, so that one that fails can be cut
//! out and the others still be tried.

use std::ops::Range;

/// One `{{ … }}` or `{% … %}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tag {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    /// What must be cut out when it fails: itself, or the whole `if` or `for`.
    pub(super) extent: Range<usize>,
    /// What is wrong with it before anything is rendered.
    pub(super) fault: Option<TagFault>,
}

/// What can be wrong with a tag by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TagFault {
    /// `{{` without `}}`, or `{%` without `%}`, on its line.
    Open,
    /// `if` or `for` without its end.
    NoEnd,
    /// An end or branch without its beginning.
    NoBegin,
    /// A statement that texts may not use.
    Statement,
    /// Longer, or more deeply nested, than any text needs. minijinja would walk
    /// such a tag by recursion and run out of stack.
    TooLong,
}

/// Bytes of one tag.
const MAX_TAG: usize = 300;
/// `if` and `for` inside one another.
const MAX_NESTING: usize = 12;

/// The tags of a text, in order.
pub(super) fn scan(text: &str) -> Vec<Tag> {
    let mut list: Vec<Tag> = Vec::new();
    // Indices of the tags of every `if` or `for` that is still open.
    let mut open: Vec<(&str, Vec<usize>)> = Vec::new();
    let mut at = 0;
    while let Some(start) = next_open(text, at) {
        let Some(end) = close(text, start) else {
            // Only to the end of the line: the text below is not lost.
            let end = text[start..]
                .find('\n')
                .map_or(text.len(), |line| start + line);
            list.push(tag(start..end, Some(TagFault::Open)));
            at = end;
            continue;
        };
        at = end;
        let word = text[start..end].strip_prefix("{%").map(statement_word);
        let fault = (end - start > MAX_TAG).then_some(TagFault::TooLong);
        list.push(tag(start..end, fault));
        let here = list.len() - 1;
        match word {
            // A placeholder, or one statement for itself.
            None | Some("set") => {}
            Some(word @ ("if" | "for")) => {
                open.push((word, vec![here]));
                // What lies inside is cut out with it.
                if open.len() == MAX_NESTING + 1 {
                    set_fault(&mut list, here, TagFault::TooLong);
                }
            }
            Some("else" | "elif") => match open.last_mut() {
                Some((_, part)) => part.push(here),
                None => set_fault(&mut list, here, TagFault::NoBegin),
            },
            Some(word @ ("endif" | "endfor")) => {
                match open.pop_if(|(begin, _)| word.strip_prefix("end") == Some(begin)) {
                    Some((_, mut part)) => {
                        part.push(here);
                        extend(&mut list, &part);
                    }
                    None => set_fault(&mut list, here, TagFault::NoBegin),
                }
            }
            Some(_) => set_fault(&mut list, here, TagFault::Statement),
        }
    }
    for (_, part) in open {
        for (nth, here) in part.into_iter().enumerate() {
            set_fault(
                &mut list,
                here,
                if nth == 0 {
                    TagFault::NoEnd
                } else {
                    TagFault::NoBegin
                },
            );
        }
    }
    list
}

fn tag(range: Range<usize>, fault: Option<TagFault>) -> Tag {
    Tag {
        extent: range.clone(),
        range,
        fault,
    }
}

fn set_fault(list: &mut [Tag], at: usize, fault: TagFault) {
    if let Some(tag) = list.get_mut(at) {
        tag.fault = Some(fault);
    }
}

/// Gives all parts of a statement its whole extent.
fn extend(list: &mut [Tag], parts: &[usize]) {
    let range = |at: Option<&usize>| at.and_then(|at| list.get(*at)).map(|tag| tag.range.clone());
    let (Some(begin), Some(end)) = (range(parts.first()), range(parts.last())) else {
        return;
    };
    for at in parts {
        if let Some(tag) = list.get_mut(*at) {
            tag.extent = begin.start..end.end;
        }
    }
}

fn next_open(text: &str, from: usize) -> Option<usize> {
    let rest = &text[from..];
    [rest.find("{{"), rest.find("{%")]
        .into_iter()
        .flatten()
        .min()
        .map(|at| from + at)
}

/// The end of the tag that begins at `start`, as minijinja will see it: quotes
/// hide the closing braces, and so do the braces of a literal map.
fn close(text: &str, start: usize) -> Option<usize> {
    let print = text[start..].starts_with("{{");
    let end = if print { "}}" } else { "%}" };
    let mut quote: Option<char> = None;
    let mut depth = 0_usize;
    let body = start + 2;
    let mut char = text[body..].char_indices();
    while let Some((at, c)) = char.next() {
        let at = body + at;
        match quote {
            Some(_) if c == '\\' => drop(char.next()),
            // A quotation never runs over a line: the quote was left open.
            Some(_) if c == '\n' => return None,
            Some(mark) if c == mark => quote = None,
            Some(_) => {}
            None if depth == 0 && text[at..].starts_with(end) => return Some(at + end.len()),
            None if text[at..].starts_with("{{") || text[at..].starts_with("{%") => return None,
            None => match c {
                '"' | '\'' => quote = Some(c),
                '{' => depth += 1,
                '}' => depth = depth.checked_sub(1)?,
                _ => {}
            },
        }
    }
    None
}

/// The first word of `{%- if x -%}` behind its `{%`.
fn statement_word(inner: &str) -> &str {
    let inner = inner.trim_start_matches(['-', '+']).trim_start();
    let end = inner
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(inner.len());
    &inner[..end]
}
