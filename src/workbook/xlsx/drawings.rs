//! Shapes and pictures over a sheet. Completes calamine, whose `pictures()` gives
//! the pictures of the whole file, without a place, and which has no shapes.

use quick_xml::events::Event;

use crate::diagnostic::CellRef;
use crate::workbook::opc::{self, Relationship};
use crate::workbook::package::Package;
use crate::workbook::refusal::Refusal;
use crate::workbook::text::clean;
use crate::workbook::xml::{Malformed, Xml, attribute};
use crate::workbook::{Drawing, DrawingKind, limit};

/// The objects that are drawn over the worksheet in this part. A part that is
/// malformed gives the objects up to there.
pub(super) fn read(package: &mut Package, sheet: &str) -> Result<Vec<Drawing>, Refusal> {
    let mut drawings = Vec::new();
    for relation in opc::relationships(package, sheet)? {
        if relation.kind != "drawing" || drawings.len() >= limit::DRAWINGS {
            continue;
        }
        let Some(text) = package.text(&relation.target)? else {
            continue;
        };
        let first = drawings.len();
        let _ = objects(&mut Xml::new(&text), &mut drawings);
        if drawings
            .iter()
            .any(|drawing| drawing.kind == DrawingKind::Shape)
        {
            let relations = opc::relationships(package, &relation.target)?;
            diagrams(
                package,
                &relations,
                drawings.get_mut(first..).unwrap_or_default(),
            )?;
        }
    }
    // An empty shape is an ornament: a line, an arrow, a frame.
    drawings.retain(|drawing| drawing.kind != DrawingKind::Shape || !drawing.text.is_empty());
    Ok(drawings)
}

/// Reads the objects of a drawing part.
fn objects(xml: &mut Xml<'_>, drawings: &mut Vec<Drawing>) -> Result<(), Malformed> {
    let mut at = CellRef::new(0, 0);
    let mut in_start = false;
    // Number of the object in hand, for text that belongs to it.
    let mut object = None;
    loop {
        match xml.next()? {
            Event::Start(e) => match e.local_name().as_ref() {
                "from" => in_start = true,
                "col" if in_start => at.col = index(xml)?,
                "row" if in_start => at.row = index(xml)?,
                // The same object again, for programs that do not know the first form.
                "Fallback" => xml.skip()?,
                name @ ("sp" | "pic" | "graphicFrame") if drawings.len() < limit::DRAWINGS => {
                    object = Some(drawings.len());
                    let kind = if name == "pic" {
                        DrawingKind::Picture
                    } else {
                        DrawingKind::Shape
                    };
                    drawings.push(Drawing {
                        at,
                        kind,
                        text: String::new(),
                    });
                }
                "chart" => {
                    if let Some(drawing) = object.and_then(|place| drawings.get_mut(place)) {
                        drawing.kind = DrawingKind::Chart;
                    }
                }
                // Of a diagram, the place of its texts; kept until they are read.
                "relIds" => {
                    if let Some(drawing) = object.and_then(|place| drawings.get_mut(place)) {
                        drawing.text = attribute(&e, "dm").unwrap_or_default().into_owned();
                    }
                }
                "txBody" => {
                    let text = paragraphs(xml)?;
                    if let Some(drawing) = object.and_then(|place| drawings.get_mut(place)) {
                        drawing.text = text;
                    }
                }
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "from" => in_start = false,
                "sp" | "pic" | "graphicFrame" => object = None,
                _ => {}
            },
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Puts in the texts of diagrams, which are in parts of their own.
fn diagrams(
    package: &mut Package,
    relations: &[Relationship],
    drawings: &mut [Drawing],
) -> Result<(), Refusal> {
    for drawing in drawings {
        let part = relations
            .iter()
            .find(|relation| relation.kind == "diagramData" && relation.id == drawing.text);
        if let Some(relation) = part {
            let text = package.text(&relation.target)?.unwrap_or_default();
            drawing.text = paragraphs(&mut Xml::new(&text)).unwrap_or_default();
        }
    }
    Ok(())
}

/// The paragraphs up to the end of the element whose start was read, or of the part.
fn paragraphs(xml: &mut Xml<'_>) -> Result<String, Malformed> {
    let mut text = String::new();
    let mut depth = 1;
    while depth > 0 {
        match xml.next()? {
            Event::Start(e) if e.local_name().as_ref() == "t" => xml.text(&mut text)?,
            Event::Start(_) => depth += 1,
            Event::End(e) => {
                depth -= 1;
                if e.local_name().as_ref() == "p" && text.len() < limit::CELL_BYTES {
                    text.push('\n');
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(clean(&text).unwrap_or_default())
}

/// The number in an element whose start was read.
fn index(xml: &mut Xml<'_>) -> Result<u32, Malformed> {
    let mut text = String::new();
    xml.text(&mut text)?;
    Ok(text.trim().parse().unwrap_or(0))
}
