//! PDF standards, by the names of `--pdf-standard`.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;
use typst_pdf::{PdfStandard, PdfStandards};

/// What a standard is about. A file can conform to one of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Version,
    Archival,
    Accessible,
}

/// A standard that can be asked for.
#[derive(Debug)]
struct Entry {
    name: &'static str,
    kind: Kind,
    /// Whether it demands the tags that tell a screen reader what is what.
    tagged: bool,
    typst: PdfStandard,
}

const fn entry(name: &'static str, kind: Kind, tagged: bool, typst: PdfStandard) -> Entry {
    Entry {
        name,
        kind,
        tagged,
        typst,
    }
}

static ALL: [Entry; 17] = [
    entry("1.4", Kind::Version, false, PdfStandard::V_1_4),
    entry("1.5", Kind::Version, false, PdfStandard::V_1_5),
    entry("1.6", Kind::Version, false, PdfStandard::V_1_6),
    entry("1.7", Kind::Version, false, PdfStandard::V_1_7),
    entry("2.0", Kind::Version, false, PdfStandard::V_2_0),
    entry("a-1b", Kind::Archival, false, PdfStandard::A_1b),
    entry("a-1a", Kind::Archival, true, PdfStandard::A_1a),
    entry("a-2b", Kind::Archival, false, PdfStandard::A_2b),
    entry("a-2u", Kind::Archival, false, PdfStandard::A_2u),
    entry("a-2a", Kind::Archival, true, PdfStandard::A_2a),
    entry("a-3b", Kind::Archival, false, PdfStandard::A_3b),
    entry("a-3u", Kind::Archival, false, PdfStandard::A_3u),
    entry("a-3a", Kind::Archival, true, PdfStandard::A_3a),
    entry("a-4", Kind::Archival, false, PdfStandard::A_4),
    entry("a-4f", Kind::Archival, false, PdfStandard::A_4f),
    entry("a-4e", Kind::Archival, false, PdfStandard::A_4e),
    entry("ua-1", Kind::Accessible, true, PdfStandard::Ua_1),
];

/// The standards a PDF conforms to; known to be possible together.
///
/// The default is PDF/A-2a with PDF/UA-1: to be kept for decades, and to be
/// read by those who cannot see it.
#[derive(Clone)]
pub struct Standards {
    entry: Vec<&'static Entry>,
    pub(super) typst: PdfStandards,
}

/// Why a list of standards cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StandardsError {
    /// No such standard.
    #[error("standar PDF `{0}` tidak dikenal; pilihan: {names}", names = Standards::names())]
    Unknown(String),
    /// Two of a kind.
    #[error("{0} dan {1} tidak dapat dipakai bersama; pilih salah satu")]
    SameKind(&'static str, &'static str),
    /// They demand different versions of PDF.
    #[error("standar {0} menuntut versi PDF yang berlainan, sehingga tidak dapat dipakai bersama")]
    Conflict(String),
}

impl Standards {
    /// No standard: plain PDF 1.7.
    pub fn none() -> Self {
        Self {
            entry: Vec::new(),
            typst: PdfStandards::default(),
        }
    }

    /// The standards asked for; else archival and accessible, as far as the
    /// pages allow: an excerpt carries no tags, and a draft with a character
    /// that no font has cannot be archival.
    pub fn choose(asked: Option<Self>, excerpt: bool, broken: bool) -> Self {
        match asked {
            Some(asked) => asked,
            None if broken => Self::none(),
            None if excerpt => Self::default().untagged(),
            None => Self::default(),
        }
    }

    /// All names that can be asked for.
    pub fn names() -> String {
        ALL.iter()
            .map(|entry| entry.name)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// Whether the file must carry tags.
    pub fn needs_tags(&self) -> bool {
        self.entry.iter().any(|entry| entry.tagged)
    }

    /// The nearest standards that ask for no tags: PDF/A-2u in place of
    /// PDF/A-2a, nothing in place of PDF/UA-1.
    #[must_use]
    pub fn untagged(&self) -> Self {
        let name = self.entry.iter().filter_map(|entry| match entry.name {
            "a-1a" => Some("a-1b"),
            "a-2a" => Some("a-2u"),
            "a-3a" => Some("a-3u"),
            "ua-1" => None,
            name => Some(name),
        });
        let entry = name.filter_map(find).collect();
        // Fewer demands than those that were possible together are possible too.
        Self::new(entry).unwrap_or_else(|_| Self::none())
    }

    fn new(entry: Vec<&'static Entry>) -> Result<Self, StandardsError> {
        for (index, first) in entry.iter().enumerate() {
            if let Some(second) = entry[index + 1..]
                .iter()
                .find(|next| next.kind == first.kind)
            {
                return Err(StandardsError::SameKind(first.name, second.name));
            }
        }
        let list: Vec<PdfStandard> = entry.iter().map(|entry| entry.typst).collect();
        match PdfStandards::new(&list) {
            Ok(typst) => Ok(Self { entry, typst }),
            Err(_) => Err(StandardsError::Conflict(join(&entry))),
        }
    }
}

impl Default for Standards {
    fn default() -> Self {
        // The test `default_standards` holds that this never falls back.
        "a-2a,ua-1".parse().unwrap_or_else(|_| Self::none())
    }
}

impl FromStr for Standards {
    type Err = StandardsError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = |name: &str| find(name).ok_or_else(|| StandardsError::Unknown(name.to_owned()));
        let mut entry: Vec<&'static Entry> = Vec::new();
        for name in text.split(',') {
            let next = named(name.trim())?;
            if entry.iter().all(|known| known.name != next.name) {
                entry.push(next);
            }
        }
        Self::new(entry)
    }
}

fn find(name: &str) -> Option<&'static Entry> {
    ALL.iter()
        .find(|entry| entry.name.eq_ignore_ascii_case(name))
}

fn join(entry: &[&Entry]) -> String {
    entry
        .iter()
        .map(|entry| entry.name)
        .collect::<Vec<_>>()
        .join(",")
}

impl fmt::Display for Standards {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.entry.is_empty() {
            return f.write_str("1.7");
        }
        f.write_str(&join(&self.entry))
    }
}

impl fmt::Debug for Standards {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Standards({self})")
    }
}
