//! What a TOML parser finds wrong, in the user's language.

/// A mistake in a TOML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlMistake {
    /// Line of the file, from 1, where the parser knows it.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub hint: String,
    /// Whether the words are about the line as a whole, so that it should be shown.
    pub shows_line: bool,
}

impl TomlMistake {
    /// What `toml` says of `text`; its own words are English.
    pub fn new(text: &str, why: &toml::de::Error) -> Self {
        let words = why.message();
        let quoted: Vec<&str> = words.split('`').skip(1).step_by(2).collect();
        let of_key = |message: String, hint: String| (message, hint, false);
        let of_line = |message: &str, hint: &str| (message.to_owned(), hint.to_owned(), true);
        let (message, hint, shows_line) = match quoted.split_first() {
            Some((typed, known)) if words.starts_with("unknown field") => of_key(
                format!("kunci \"{typed}\" tidak dikenal"),
                nearest(known, typed)
                    .map(|near| format!("maksud Anda \"{near}\"?"))
                    .unwrap_or_default(),
            ),
            Some((typed, known)) if words.starts_with("unknown variant") => of_key(
                format!("nilai \"{typed}\" tidak dikenal"),
                format!("pilih salah satu: {}", known.join(", ")),
            ),
            Some((missing, _)) if words.starts_with("missing field") => of_key(
                format!("kunci \"{missing}\" belum ada"),
                format!("tambahkan {missing} = …"),
            ),
            // A folder as Windows writes it: the parser takes its backslash for a sign of its own.
            _ if words.contains("escape") => of_line(
                "garis miring terbalik (\\) tidak dapat dipakai begitu saja di antara tanda kutip",
                "tulis / sebagai gantinya, misalnya \"gambar/lambang.svg\", atau tulis \\\\",
            ),
            _ if words.starts_with("invalid type") => of_line(
                "jenis isinya keliru",
                "tulis angka tanpa tanda kutip, teks di antara tanda kutip, dan daftar di antara [ dan ]",
            ),
            _ if words.starts_with("duplicate key") => {
                of_line("kunci ini sudah ada di atas", "hapus salah satunya")
            }
            _ => of_line(
                "isinya bukan TOML yang sah",
                "periksa tanda kutip, tanda sama dengan, dan nama kunci pada baris itu",
            ),
        };
        Self {
            line: why.span().map(|span| line_of(text, span.start)),
            message,
            hint,
            shows_line,
        }
    }
}

/// The line of a byte of a text, from 1.
pub fn line_of(text: &str, offset: usize) -> usize {
    let before = text.get(..offset.min(text.len())).unwrap_or(text);
    before.matches('\n').count() + 1
}

/// The known word that is most like what was typed.
fn nearest<'k>(known: &[&'k str], typed: &str) -> Option<&'k str> {
    let likeness = |name: &&&str| strsim::jaro_winkler(name, typed);
    known
        .iter()
        .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
        .copied()
}
