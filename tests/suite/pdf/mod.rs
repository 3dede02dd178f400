//! Reading a PDF back, from its bytes alone.
//!
//! Uses the reader that typst itself brings along for embedded PDFs, so it
//! costs no further dependency. It sees what a PDF viewer sees: not the frames,
//! but the file.

mod label;
mod printed;

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{
    Array, Dict, MaybeRef, Name, Object, String as PdfString,
};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};
use label::{label_of, label_range};
pub(crate) use printed::printed;

/// What a PDF says.
#[derive(Debug, PartialEq)]
pub(crate) struct ReadBack {
    /// Its pages.
    pub page: Vec<PageText>,
    /// Its bookmarks, in the order in which a viewer lists them.
    pub outline: Vec<Bookmark>,
    /// Title.
    pub title: Option<String>,
    /// Author.
    pub author: Option<String>,
    /// The program that made it.
    pub creator: Option<String>,
    /// Language, such as `id`.
    pub lang: Option<String>,
    /// The names of its tags for screen readers, such as `Table`; none in a file that has
    /// no tags.
    pub tags: Vec<String>,
}

impl ReadBack {
    /// The text of all pages without blanks: where a line ends is no difference.
    pub fn squeezed(&self) -> String {
        self.page.iter().map(|page| squeeze(&page.text)).collect()
    }
}

/// A text without its blanks.
pub(crate) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A page.
#[derive(Debug, PartialEq)]
pub(crate) struct PageText {
    /// Its number as a viewer shows it, such as `iv`; the physical number
    /// where the file gives none.
    pub label: String,
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Its text, a line for each baseline, in the order in which it is drawn.
    pub text: String,
}

/// A bookmark.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bookmark {
    /// Depth, from 1.
    pub level: usize,
    /// Title.
    pub title: String,
    /// Physical page, from 1.
    pub page: usize,
}

/// Reads a PDF.
pub(crate) fn read_back(data: &[u8]) -> ReadBack {
    let pdf = Pdf::new(data.to_vec()).expect("a PDF");
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).expect("a catalog");
    let label = catalog
        .get::<Dict<'_>>("PageLabels")
        .map(|tree| label_range(&tree));
    let cache = InterpreterCache::new();
    let page = (0..).zip(pdf.pages().iter()).map(|(index, page)| {
        let (width, height) = page.render_dimensions();
        let label = label
            .as_deref()
            .map_or_else(|| (index + 1).to_string(), |all| label_of(all, index));
        PageText {
            label,
            width,
            height,
            text: page_text(&pdf, page, &cache),
        }
    });
    let info = pdf.metadata();
    let string = |data: &Option<Vec<u8>>| data.as_deref().map(decode);
    ReadBack {
        page: page.collect(),
        outline: outline(&pdf, &catalog),
        title: string(&info.title),
        author: string(&info.author),
        creator: string(&info.creator),
        lang: catalog
            .get::<PdfString<'_>>("Lang")
            .map(|lang| decode(lang.as_bytes())),
        tags: tags(&catalog),
    }
}

/// The names of the tags, in no order.
fn tags(catalog: &Dict<'_>) -> Vec<String> {
    let mut open: Vec<Dict<'_>> = catalog.get("StructTreeRoot").into_iter().collect();
    let mut names = Vec::new();
    while let Some(node) = open.pop() {
        names.extend(
            node.get::<Name<'_>>("S")
                .map(|name| name.as_str().to_owned()),
        );
        let kids = node.get::<Array<'_>>("K");
        let kids = kids.iter().flat_map(Array::iter::<Object<'_>>);
        open.extend(kids.filter_map(|kid| match kid {
            Object::Dict(kid) => Some(kid),
            _ => None,
        }));
        open.extend(node.get::<Dict<'_>>("K"));
    }
    names
}

/// A text string: UTF-16 or UTF-8 behind a mark, else taken for Latin-1.
fn decode(data: &[u8]) -> String {
    match data {
        [0xFE, 0xFF, rest @ ..] => {
            let unit = rest
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(unit)
                .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        latin => latin.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Bookmarks, depth first.
fn outline(pdf: &Pdf, catalog: &Dict<'_>) -> Vec<Bookmark> {
    let page: Vec<_> = pdf.pages().iter().map(|page| page.raw().obj_id()).collect();
    let mut out = Vec::new();
    let first = catalog
        .get::<Dict<'_>>("Outlines")
        .and_then(|root| root.get::<Dict<'_>>("First"));
    // What is still to be visited, the next one last.
    let mut open: Vec<_> = first.map(|first| (1, first)).into_iter().collect();
    while let Some((level, node)) = open.pop() {
        let title = node
            .get::<PdfString<'_>>("Title")
            .map(|title| decode(title.as_bytes()));
        let target = node.get::<Array<'_>>("Dest").or_else(|| {
            node.get::<Dict<'_>>("A")
                .and_then(|action| action.get::<Array<'_>>("D"))
        });
        let target = target.and_then(|dest| match dest.raw_iter().next()? {
            MaybeRef::Ref(id) => Some(id.into()),
            MaybeRef::NotRef(_) => None,
        });
        out.push(Bookmark {
            level,
            title: title.expect("a bookmark has a title"),
            page: page
                .iter()
                .position(|id| target.is_some() && *id == target)
                .expect("a bookmark leads to a page")
                + 1,
        });
        open.extend(node.get::<Dict<'_>>("Next").map(|next| (level, next)));
        open.extend(
            node.get::<Dict<'_>>("First")
                .map(|first| (level + 1, first)),
        );
    }
    out
}

fn page_text<'a>(pdf: &'a Pdf, page: &Page<'a>, cache: &InterpreterCache<'a>) -> String {
    // Where things stand only matters relative to each other.
    let whole = Rect::new(
        0.0,
        0.0,
        f64::from(page.render_dimensions().0),
        f64::from(page.render_dimensions().1),
    );
    let mut context = Context::new(
        Affine::IDENTITY,
        whole,
        cache,
        pdf.xref(),
        InterpreterSettings::default(),
    );
    let mut reader = TextReader::default();
    interpret_page(page, &mut context, &mut reader);
    reader.text
}

/// Collects letters; draws nothing.
#[derive(Default)]
struct TextReader {
    text: String,
    /// Where the last letter ended.
    end: Option<Point>,
}

impl Device<'_> for TextReader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let place = transform * glyph_transform;
        let start = place * Point::ORIGIN;
        match self.end {
            Some(end) if (end.y - start.y).abs() > 0.5 => self.text.push('\n'),
            // Cells and numbers stand apart without a space between them.
            Some(end) if (end.x - start.x).abs() > 1.0 && !self.text.ends_with(' ') => {
                self.text.push(' ');
            }
            _ => {}
        }
        let advance = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width().unwrap_or_default(),
            Glyph::Type3(_) => 0.0,
        };
        self.end = Some(place * Point::new(f64::from(advance), 0.0));
        match glyph.as_unicode() {
            Some(BfString::Char(letter)) => self.text.push(letter),
            Some(BfString::String(letters)) => self.text.push_str(&letters),
            None => self.text.push(char::REPLACEMENT_CHARACTER),
        }
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
