//! Page labels: the numbers that a viewer shows.

use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, String as PdfString};

/// From which page on, with which style, prefix and first number.
pub(crate) type LabelRange = (usize, Option<String>, String, usize);

/// Reads the number tree of page labels.
pub(crate) fn label_range(tree: &Dict<'_>) -> Vec<LabelRange> {
    let mut out = Vec::new();
    if let Some(number) = tree.get::<Array<'_>>("Nums") {
        let item: Vec<Object<'_>> = number.iter().collect();
        for pair in item.chunks_exact(2) {
            let start = pair[0].clone().into_i32().expect("a page index");
            let entry = pair[1].clone().into_dict().expect("a label");
            out.push((
                usize::try_from(start).expect("a page index"),
                entry
                    .get::<Name<'_>>("S")
                    .map(|style| style.as_str().to_owned()),
                entry
                    .get::<PdfString<'_>>("P")
                    .map(|p| super::decode(p.as_bytes()))
                    .unwrap_or_default(),
                entry.get::<u32>("St").map_or(1, |first| first as usize),
            ));
        }
    }
    for kid in tree
        .get::<Array<'_>>("Kids")
        .iter()
        .flat_map(hayro_interpret::hayro_syntax::object::Array::iter::<Dict<'_>>)
    {
        out.extend(label_range(&kid));
    }
    out
}

/// The label of the page at `index`, from 0.
pub(crate) fn label_of(all: &[LabelRange], index: usize) -> String {
    let Some((start, style, prefix, first)) = all.iter().rev().find(|range| range.0 <= index)
    else {
        return (index + 1).to_string();
    };
    let number = first + index - start;
    let shown = match style.as_deref() {
        Some("D") => number.to_string(),
        Some("r") => roman(number),
        Some("R") => roman(number).to_uppercase(),
        Some(other) => panic!("page labels of style {other} are not read"),
        None => String::new(),
    };
    format!("{prefix}{shown}")
}

fn roman(mut number: usize) -> String {
    let digit = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (value, letter) in digit {
        while number >= value {
            out.push_str(letter);
            number -= value;
        }
    }
    out
}
