//! What a regulation's folder may name, and every name that it gets wrong.
//!
//! A word that the program does not know would be printed as nothing, and the agency
//! would be told that its workbook lacks a table. So each is refused with its line when
//! the folder is read: the mistake is its author's, not the agency's.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{ATURAN, FORMAT, Mistake, Part};
use crate::diagnostic::line_of;

/// Placeholders in the title of a table or figure.
const TITLE: [&str; 6] = [
    "{opd}",
    "{daerah}",
    "{awal}",
    "{akhir}",
    "{tahun_awal}",
    "{tahun_akhir}",
];

/// Placeholders in the heading of a column.
const HEADING: [&str; 5] = [
    "{ke}",
    "{tahun}",
    "{tahun_awal}",
    "{rasio_satuan}",
    "{pertumbuhan_satuan}",
];

/// The words of a regulation's folder that the rest of the program gives a meaning.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    /// Worksheets by id.
    pub worksheets: BTreeMap<&'static str, Columns>,
    /// Figures.
    pub gambar: &'static [&'static str],
    /// Fixed or computed pieces.
    pub bagian: &'static [&'static str],
    /// Whether there is a rule of this code.
    pub is_rule: fn(&str) -> bool,
}

/// What the columns of a table from a worksheet may hold: keys, and whether there is a
/// value a year.
pub type Columns = BTreeMap<&'static str, bool>;

type Node<'t> = Spanned<DeValue<'t>>;

/// Reads a file for its names; what the parser cannot read is told by who reads it for
/// its meaning.
struct Reader<'v> {
    file: &'static str,
    text: &'v str,
    vocabulary: &'v Vocabulary,
    mistakes: Vec<Mistake>,
}

/// The wrong names of a `format.toml`.
pub(super) fn check_format(id: &str, text: &str, vocabulary: &Vocabulary) -> Vec<Mistake> {
    let Ok(root) = DeTable::parse(text) else {
        return Vec::new();
    };
    let root = root.get_ref();
    let mut reader = Reader {
        file: FORMAT,
        text,
        vocabulary,
        mistakes: Vec::new(),
    };
    if let Some(own) = root.get("id")
        && own.get_ref().as_str().is_some_and(|own| own != id)
    {
        reader.mistake(
            own.span().start,
            format!("id harus sama dengan nama foldernya, \"{id}\""),
        );
    }
    let described = |kind: &str| -> Vec<&str> {
        let table = root.get(kind).and_then(|node| node.get_ref().as_table());
        let keys = table.into_iter().flat_map(DeTable::keys);
        keys.map(|key| key.get_ref().as_ref()).collect()
    };
    let (tabel, gambar) = (described("tabel"), described("gambar"));
    let mut numbers = Vec::new();
    for bab in tables(root, "bab") {
        reader.chapter(bab, &tabel, &gambar, &mut numbers);
    }
    let perubahan = root
        .get("perubahan")
        .and_then(|node| node.get_ref().as_table());
    for subbab in perubahan
        .into_iter()
        .flat_map(|node| tables(node, "subbab"))
    {
        reader.parts(subbab, &tabel, &gambar);
        if let Some(nomor) = subbab.get("nomor")
            && let Some(typed) = nomor.get_ref().as_str()
            && !numbers.iter().any(|known| known == typed)
        {
            let what = format!("subbab {typed} pada [perubahan] tidak ada");
            reader.mistake(nomor.span().start, what);
        }
    }
    for annex in tables(root, "lampiran") {
        reader.parts(annex, &tabel, &gambar);
    }
    for (key, node) in children(root, "tabel") {
        reader.table(key, node);
    }
    for (key, node) in children(root, "gambar") {
        let name = key.get_ref();
        reader.known("gambar", name, vocabulary.gambar, key.span().start);
        reader.placeholders(node.get("judul"), &TITLE);
    }
    reader.mistakes.sort_by_key(|mistake| mistake.line);
    reader.mistakes
}

/// The wrong names of an `aturan.toml`.
pub(super) fn check_aturan(text: &str, vocabulary: &Vocabulary) -> Vec<Mistake> {
    let Ok(root) = DeTable::parse(text) else {
        return Vec::new();
    };
    let unknown = root
        .get_ref()
        .keys()
        .filter(|code| !(vocabulary.is_rule)(code.get_ref()));
    unknown
        .map(|code| Mistake {
            file: ATURAN,
            line: Some(line_of(text, code.span().start)),
            what: format!("aturan {} tidak ada (daftar: renstra rule)", code.get_ref()),
        })
        .collect()
}

impl Reader<'_> {
    fn mistake(&mut self, offset: usize, what: String) {
        self.mistakes.push(Mistake {
            file: self.file,
            line: Some(line_of(self.text, offset)),
            what,
        });
    }

    /// Reports a word that is none of the known ones.
    fn known(&mut self, kind: &str, word: &str, known: &[&str], offset: usize) {
        if !known.contains(&word) {
            let what = format!(
                "{kind} \"{word}\" tidak dikenal; yang ada: {}",
                known.join(", ")
            );
            self.mistake(offset, what);
        }
    }

    /// A chapter or subchapter with what is below it; `numbers` are those before it.
    fn chapter(
        &mut self,
        table: &DeTable<'_>,
        tabel: &[&str],
        gambar: &[&str],
        numbers: &mut Vec<String>,
    ) {
        if let Some(nomor) = table.get("nomor") {
            let number = match nomor.get_ref() {
                DeValue::String(text) => text.to_string(),
                DeValue::Integer(number) => number.as_str().to_owned(),
                _ => String::new(),
            };
            if numbers.contains(&number) {
                self.mistake(
                    nomor.span().start,
                    format!("nomor {number} sudah dipakai di atas"),
                );
            }
            numbers.push(number);
        }
        self.parts(table, tabel, gambar);
        for subbab in tables(table, "subbab") {
            self.chapter(subbab, tabel, gambar, numbers);
        }
    }

    /// What stands in a chapter or subchapter.
    fn parts(&mut self, table: &DeTable<'_>, tabel: &[&str], gambar: &[&str]) {
        for node in list(table.get("isi")) {
            let Some(text) = node.get_ref().as_str() else {
                continue;
            };
            let offset = node.span().start;
            let part = match text.parse::<Part>() {
                Ok(part) => part,
                Err(why) => {
                    self.mistake(offset, why);
                    continue;
                }
            };
            let (kind, name, described) = match &part {
                Part::Tabel(name) => ("tabel", name, tabel),
                Part::Gambar(name) => ("gambar", name, gambar),
                Part::Bagian(name) => {
                    self.known("bagian", name, self.vocabulary.bagian, offset);
                    continue;
                }
                Part::Narasi { .. } => continue,
            };
            if !described.contains(&name.as_str()) {
                self.mistake(
                    offset,
                    format!("{part} tidak diuraikan; tambahkan [{kind}.{name}]"),
                );
            }
        }
    }

    /// A table: its worksheet, and what its columns hold.
    fn table(&mut self, key: &Spanned<DeString<'_>>, table: &DeTable<'_>) {
        self.placeholders(table.get("judul"), &TITLE);
        let lembar = table.get("lembar");
        let named = lembar.and_then(|node| node.get_ref().as_str());
        let offset = lembar.map_or(key.span().start, |node| node.span().start);
        let id = named.unwrap_or(key.get_ref());
        let vocabulary = self.vocabulary;
        let Some(columns) = vocabulary.worksheets.get(id) else {
            let known: Vec<&str> = vocabulary.worksheets.keys().copied().collect();
            self.known("lembar kerja", id, &known, offset);
            return;
        };
        for node in list(table.get("bila_terisi")) {
            if let Some(key) = node.get_ref().as_str() {
                self.column(id, key, columns, node.span().start);
            }
        }
        for kolom in list(table.get("kolom")) {
            let Some(kolom) = kolom.get_ref().as_table() else {
                continue;
            };
            self.placeholders(kolom.get("judul"), &HEADING);
            let Some((isi, node)) = kolom
                .get("isi")
                .and_then(|node| Some((node.get_ref().as_str()?, node)))
            else {
                continue;
            };
            let offset = node.span().start;
            let Some(a_year) = self.column(id, isi, columns, offset) else {
                continue;
            };
            let judul = kolom.get("judul").map(Spanned::get_ref);
            let judul = judul.and_then(|node| node.as_array()).into_iter().flatten();
            let yearly = judul
                .filter_map(|part| part.get_ref().as_str())
                .any(|part| part.contains("{tahun}"));
            if yearly != a_year {
                let what = if yearly {
                    format!(
                        "isi kolom \"{isi}\" tidak berbeda per tahun; hapus \"{{tahun}}\" dari judulnya"
                    )
                } else {
                    format!(
                        "isi kolom \"{isi}\" ada pada setiap tahun; tambahkan \"{{tahun}}\" pada judulnya"
                    )
                };
                self.mistake(offset, what);
            }
        }
    }

    /// Whether a column of a worksheet has a value a year; reports one that there is not.
    fn column(&mut self, id: &str, key: &str, columns: &Columns, offset: usize) -> Option<bool> {
        let found = columns.get(key).copied();
        if found.is_none() {
            let known: Vec<&str> = columns.keys().copied().collect();
            self.known(&format!("isi kolom lembar {id}"), key, &known, offset);
        }
        found
    }

    /// Placeholders in a title or in the parts of a heading.
    fn placeholders(&mut self, node: Option<&Node<'_>>, known: &[&str]) {
        let Some(node) = node else { return };
        let texts: Vec<&Node<'_>> = match node.get_ref() {
            DeValue::Array(parts) => parts.iter().collect(),
            _ => vec![node],
        };
        for text in texts {
            let offset = text.span().start;
            let words = text.get_ref().as_str().unwrap_or_default();
            for part in words.split('{').skip(1) {
                let word = part.split_inclusive('}').next().unwrap_or(part);
                self.known("isian judul", &format!("{{{word}"), known, offset);
            }
        }
    }
}

/// The values of a list; none if there is none.
fn list<'t>(node: Option<&'t Node<'t>>) -> impl Iterator<Item = &'t Node<'t>> {
    node.and_then(|node| node.get_ref().as_array())
        .into_iter()
        .flat_map(|array| array.iter())
}

/// The tables of a list of tables.
fn tables<'t>(table: &'t DeTable<'t>, key: &str) -> impl Iterator<Item = &'t DeTable<'t>> {
    list(table.get(key)).filter_map(|node| node.get_ref().as_table())
}

/// The tables below a table, with their keys.
fn children<'t>(
    table: &'t DeTable<'t>,
    key: &str,
) -> impl Iterator<Item = (&'t Spanned<DeString<'t>>, &'t DeTable<'t>)> {
    let below = table.get(key).and_then(|node| node.get_ref().as_table());
    below
        .into_iter()
        .flat_map(|below| below.iter())
        .filter_map(|(key, node)| Some((key, node.get_ref().as_table()?)))
}
