//! A text as sentences and words, for rules that read prose.

use crate::model::text;

/// A sentence, without what separates it from the next.
#[derive(Debug)]
pub struct Sentence<'a> {
    /// Its words in order.
    pub words: Vec<Word<'a>>,
    /// All of them in the form in which words are compared, with a blank at both ends.
    plain: String,
}

/// A word of a sentence.
#[derive(Debug)]
pub struct Word<'a> {
    /// As typed, without punctuation at its ends.
    pub text: &'a str,
    /// In the form in which words are compared.
    pub plain: String,
    /// Whether a comma, colon, or parenthesis parts it from the next.
    pub is_last_of_phrase: bool,
}

impl Word<'_> {
    /// Whether it begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// A calendar year that it is.
    pub fn year(&self) -> Option<u16> {
        let year: u16 = (self.plain.len() == 4).then(|| self.plain.parse().ok())??;
        (1990..=2100).contains(&year).then_some(year)
    }

    /// The two years of a period that it is, `2016–2021`.
    pub fn years(&self) -> Option<(u16, u16)> {
        let (first, last) = self.plain.split_once(' ')?;
        let year = |text: &str| {
            let year: u16 = (text.len() == 4).then(|| text.parse().ok())??;
            (1990..=2100).contains(&year).then_some(year)
        };
        Some((year(first)?, year(last)?)).filter(|(first, last)| first < last)
    }
}

impl<'a> Sentence<'a> {
    fn new(text: &'a str) -> Option<Self> {
        let words: Vec<Word<'a>> = text
            .split(|c: char| c.is_whitespace() || c == '/')
            .filter_map(|typed| {
                let bare = typed.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
                let plain = text::plain(bare);
                let stop = typed.ends_with([',', ':', ')']) || typed.starts_with('(');
                (!plain.is_empty()).then_some(Word {
                    text: bare,
                    plain,
                    is_last_of_phrase: stop,
                })
            })
            .collect();
        let all: Vec<&str> = words.iter().map(|word| word.plain.as_str()).collect();
        let plain = format!(" {} ", all.join(" "));
        (!words.is_empty()).then_some(Self { words, plain })
    }

    /// Whether one of the phrases occurs in it, as whole words.
    pub fn has_any(&self, phrases: &[&str]) -> bool {
        phrases
            .iter()
            .any(|phrase| self.plain.contains(&format!(" {phrase} ")))
    }

    /// The words before `at`, at most `most`, in the form in which they are compared.
    pub fn before(&self, at: usize, most: usize) -> Vec<&str> {
        let words = &self.words[at.saturating_sub(most)..at];
        words.iter().map(|word| word.plain.as_str()).collect()
    }

    /// The words from `at` on, at most `most`, in the form in which they are compared.
    pub fn from(&self, at: usize, most: usize) -> Vec<&str> {
        let words = self.words.get(at..).unwrap_or_default().iter();
        words.take(most).map(|word| word.plain.as_str()).collect()
    }

    /// The proper name that begins at `at`: capital words, and `dan` or a comma
    /// between them, as long as none of them begins a name of its own.
    pub fn name(&self, at: usize, begins: &[&str], ends: &[&str]) -> Vec<&str> {
        let mut list = Vec::new();
        let mut index = at;
        while let Some(word) = self.words.get(index) {
            let next = self.words.get(index + 1);
            let joins = word.plain == "dan"
                && !list.is_empty()
                && next.is_some_and(|next| {
                    next.is_capital() && !begins.contains(&next.plain.as_str())
                });
            let is_other = ends.contains(&word.plain.as_str())
                || (index > at && begins.contains(&word.plain.as_str()));
            if is_other || (!word.is_capital() && !joins) {
                break;
            }
            list.push(word.plain.as_str());
            if word.is_last_of_phrase {
                break;
            }
            index += 1;
        }
        list
    }
}

/// The sentences of a text. Lines and semicolons part them as full stops do.
pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut list = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = match c {
            '\n' | ';' => true,
            '.' => {
                let behind = text[at + 1..].chars().next();
                behind.is_none_or(char::is_whitespace) && !text[..at].ends_with("Rp")
            }
            _ => false,
        };
        if end {
            list.extend(Sentence::new(&text[start..at]));
            start = at + c.len_utf8();
        }
    }
    list.extend(Sentence::new(&text[start..]));
    list
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn full_stops_of_numbers_and_of_rp_end_no_sentence() {
        let text = "Pagu Rp. 1.000.000 naik. Lalu turun; selesai\nTahun 2016–2021";
        let list = sentences(text);
        let words: Vec<usize> = list.iter().map(|sentence| sentence.words.len()).collect();
        assert_eq!(words, [4, 2, 1, 2]);
        assert_eq!(list[3].words[1].years(), Some((2016, 2021)));
    }

    #[test]
    fn a_name_ends_where_the_next_begins() {
        let text = "Dinas Perumahan dan Permukiman, Dinas Sosial menetapkan tujuan";
        let list = sentences(text);
        assert_eq!(
            list[0].name(0, &["dinas"], &[]),
            ["dinas", "perumahan", "dan", "permukiman"]
        );
        assert_eq!(list[0].name(4, &["dinas"], &[]), ["dinas", "sosial"]);
    }
}
