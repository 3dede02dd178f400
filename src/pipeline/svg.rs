//! What a drawing may be made of: a file of a few hundred bytes can name other
//! files, or unfold to millions of shapes.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

/// Most shapes that a drawing unfolds to; detailed arms have some thousand.
const SHAPES: u64 = 200_000;

/// Deepest nesting.
const DEPTH: usize = 100;

/// Whether a file is a drawing.
pub(super) fn is_drawing(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    std::str::from_utf8(bytes).is_ok() && String::from_utf8_lossy(head).contains("<svg")
}

/// Why a drawing is not used, in Indonesian; `None` if nothing speaks against it.
pub(super) fn fault(text: &str) -> Option<&'static str> {
    // Entities are refused by the parser itself.
    let Ok(document) = Document::parse(text) else {
        return Some("isinya bukan SVG yang utuh, atau memakai entitas XML");
    };
    for node in document.descendants() {
        if ["image", "feImage"].contains(&node.tag_name().name()) && !is_inside(target(&node)) {
            return Some("memuat tautan ke gambar lain");
        }
        if node.ancestors().nth(DEPTH).is_some() {
            return Some("isinya bersarang terlalu dalam");
        }
    }
    let named: BTreeMap<&str, Node<'_, '_>> = document
        .descendants()
        .filter_map(|node| Some((node.attribute("id")?, node)))
        .collect();
    let mut count = Counter {
        named,
        known: BTreeMap::new(),
    };
    match count.shapes(document.root_element(), 0) {
        Some(shapes) if shapes <= SHAPES => None,
        Some(_) => Some("terlalu rumit: bagiannya dipakai berulang-ulang"),
        None => Some("memakai dirinya sendiri"),
    }
}

/// What a node points to.
fn target<'a>(node: &Node<'a, '_>) -> &'a str {
    let link = node
        .attributes()
        .find(|attribute| attribute.name() == "href");
    link.map_or("", |link| link.value())
}

fn is_inside(link: &str) -> bool {
    link.is_empty() || link.starts_with('#') || link.trim_start().starts_with("data:image/")
}

struct Counter<'a, 'i> {
    named: BTreeMap<&'a str, Node<'a, 'i>>,
    /// Shapes of a part; `None` while they are being counted.
    known: BTreeMap<usize, Option<u64>>,
}

impl<'a, 'i> Counter<'a, 'i> {
    /// Shapes that a part unfolds to; `None` if it holds itself.
    fn shapes(&mut self, node: Node<'a, 'i>, depth: usize) -> Option<u64> {
        if let Some(known) = self.known.get(&node.id().get_usize()) {
            return *known;
        }
        if depth > 4 * DEPTH {
            return None;
        }
        self.known.insert(node.id().get_usize(), None);
        let mut sum: u64 = 1;
        for child in node.children().filter(Node::is_element) {
            sum = sum.saturating_add(self.shapes(child, depth + 1)?);
        }
        if node.tag_name().name() == "use"
            && let Some(part) = target(&node).strip_prefix('#')
            && let Some(part) = self.named.get(part).copied()
        {
            sum = sum.saturating_add(self.shapes(part, depth + 1)?);
        }
        self.known.insert(node.id().get_usize(), Some(sum));
        Some(sum)
    }
}
