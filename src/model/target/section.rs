//! The section of a number format that is for a number (ECMA-376 part 1, 18.8.31), and
//! what it shows besides the number or in its place.

use rust_decimal::Decimal;

/// A section of a format code: its digits and signs, and the words around them.
#[derive(Debug, Default)]
struct Section {
    /// Without quoted words, escaped characters and bracketed colours.
    code: String,
    before: String,
    behind: String,
    /// For which numbers it is, where it says so: `[>=90]`.
    condition: Option<Condition>,
    /// Whether it is the one of negative numbers, which says their sign in its own way.
    is_negative: bool,
}

/// For which numbers a section is.
#[derive(Debug)]
struct Condition {
    sign: String,
    bound: Decimal,
}

/// Words that a format sets behind a number which change what it says, in lower case.
/// `M` and `T` are miliar and triliun, `m` and `t` metres and tons.
const SCALE: [&str; 7] = ["ribu", "rb", "juta", "jt", "miliar", "milyar", "triliun"];

impl Condition {
    fn read(inside: &str) -> Option<Self> {
        let bound = inside.trim_start_matches(['<', '>', '=']);
        let sign = inside.strip_suffix(bound)?;
        Some(Self {
            sign: sign.to_owned(),
            bound: bound.trim().parse().ok().filter(|_| !sign.is_empty())?,
        })
    }

    fn holds(&self, value: Decimal) -> bool {
        match self.sign.as_str() {
            "<" => value < self.bound,
            "<=" => value <= self.bound,
            ">" => value > self.bound,
            ">=" => value >= self.bound,
            "=" => value == self.bound,
            "<>" => value != self.bound,
            _ => false,
        }
    }
}

impl Section {
    fn has_digits(&self) -> bool {
        self.code.contains(['0', '#', '?'])
    }

    fn is_general(&self) -> bool {
        ["general", "standard", "standar", "@"]
            .iter()
            .any(|name| self.code.trim().eq_ignore_ascii_case(name))
    }

    /// What it says besides digits.
    fn words(&self) -> String {
        format!("{}{}", self.before, self.behind).trim().to_owned()
    }

    /// Whether a comma behind the digits shows thousands of what the cell holds.
    fn is_scaled(&self) -> bool {
        let digits = self.code.trim_end_matches(|c: char| !"0#?,".contains(c));
        digits.ends_with(',')
    }

    fn write(&mut self, literal: char) {
        if self.code.contains(['0', '#', '?', 'G']) {
            self.behind.push(literal);
        } else {
            self.before.push(literal);
        }
    }
}

/// The section for positive, negative or zero numbers, without quoted words,
/// escaped characters and bracketed colours.
pub(super) fn section(code: &str, value: Decimal) -> String {
    choose(code, value).code
}

/// What a format shows in place of a number: words, or nothing at all; `None` where it
/// shows the number. The dash of accountants is the zero that it stands for.
pub(super) fn in_place(code: &str, value: Decimal) -> Option<String> {
    let (list, wanted) = parted(code, value);
    let section = list.get(wanted)?;
    if section.has_digits() || section.is_general() {
        // `#` shows no zero.
        let no_zero = value.is_zero() && !section.code.contains(['0', '?']);
        if no_zero && section.has_digits() {
            return Some(section.words());
        }
        let says_sign = |text: &str| text.contains(['-', '−', '–', '(']) || has_words(text);
        let signless = value.is_sign_negative()
            && (list.len() > 1 && wanted == 1 && section.condition.is_none())
            && ![&section.before, &section.behind, &section.code]
                .into_iter()
                .any(|text| says_sign(&text.replace(['0', '#', '?'], "")));
        return signless.then(|| value.abs().normalize().to_string().replace('.', ","));
    }
    let words = section.words();
    if list.len() == 1 && words.is_empty() && section.code.trim().is_empty() {
        return None;
    }
    let is_dash = section.code.contains('-') || !words.is_empty();
    (!(value.is_zero() && is_dash && !has_words(&words))).then_some(words)
}

/// Whether a text says more than signs and the currency.
fn has_words(text: &str) -> bool {
    text.trim()
        .trim_start_matches("Rp")
        .contains(char::is_alphanumeric)
}

/// The words of the format that change what the number says, before and behind it:
/// `≥ ` before 90, ` (B)` behind 65, `1:` before 50. A unit behind the number (`0" bln"`)
/// and the currency before it do not: the column satuan says them.
pub(super) fn words(code: &str, value: Decimal) -> (String, String) {
    if !code.contains(['"', '\\', '≥', '≤', '<', '>', '±', '~']) {
        return <(String, String)>::default();
    }
    let section = choose(code, value);
    let says_number = section.has_digits() || section.code.contains("General");
    // The number is printed with its sign, so the brackets of accountants say nothing more.
    if section.is_negative || !says_number {
        return <(String, String)>::default();
    }
    let sign = |c: char| c.is_ascii_digit() || matches!(c, '≥' | '≤' | '<' | '>' | '±' | '%' | '(');
    let is_currency = matches!(
        section.before.trim().trim_end_matches('.'),
        "Rp" | "rp" | "RP" | "IDR"
    );
    let says = |c: char| sign(c) || c.is_alphabetic() || matches!(c, '~' | '=' | ':');
    let before = section.before.trim_start();
    let before = if before.contains(says) && !is_currency {
        before
    } else {
        ""
    };
    let behind = section.behind.trim_end();
    let behind = match behind.trim_start() {
        "%" => "%",
        word if is_scale(word) && !section.is_scaled() => behind,
        // What is opened is closed.
        closed if closed.contains(sign) || before.contains('(') => behind,
        _ => "",
    };
    (before.to_owned(), behind.to_owned())
}

/// The number with all that the format sets around it but the currency, `5 unit`, for
/// tables without a column of units; `text` is the number as printed.
pub(super) fn with_words(text: &str, code: &str, value: Decimal) -> String {
    let section = choose(code, value);
    let shows = section.has_digits() || section.is_general();
    if section.is_scaled() || section.is_negative || !shows {
        return text.to_owned();
    }
    let (before, behind) = (section.before.trim_start(), section.behind.trim_end());
    let before = if has_words(before) || before.contains(['≥', '≤', '<', '>', '±']) {
        before
    } else {
        ""
    };
    let behind = if has_words(behind) || behind.contains(['+', '%']) {
        behind
    } else {
        ""
    };
    let gap = if behind.starts_with(char::is_alphabetic) {
        " "
    } else {
        ""
    };
    format!("{before}{text}{gap}{behind}")
}

/// The digits of a whole number under a format of zeros alone, `007` under `000`.
pub(super) fn padded(code: &str, value: Decimal) -> Option<String> {
    let section = choose(code, value);
    let width = section.code.len();
    let is_padded = width > 1 && section.code.bytes().all(|b| b == b'0');
    (is_padded && value.is_integer() && !value.is_sign_negative())
        .then(|| format!("{:0>width$}", value.normalize().to_string()))
}

/// Whether a word behind a number says how many it counts: `15 juta`.
fn is_scale(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    matches!(word, "M" | "T") || SCALE.iter().any(|own| word.eq_ignore_ascii_case(own))
}

fn choose(code: &str, value: Decimal) -> Section {
    let (mut list, wanted) = parted(code, value);
    // A section of words only, such as a zero's dash, still means the number.
    let wanted = match list.get(wanted) {
        Some(section) if section.has_digits() => wanted,
        _ => 0,
    };
    let is_negative = wanted == 1 && list.iter().all(|section| section.condition.is_none());
    let mut section = list.swap_remove(wanted);
    section.is_negative = is_negative;
    section
}

/// The sections of a format, and which of them is for the number.
fn parted(code: &str, value: Decimal) -> (Vec<Section>, usize) {
    let mut list = vec![Section::default()];
    let mut signs = code.chars();
    while let Some(c) = signs.next() {
        let Some(section) = list.last_mut() else {
            break;
        };
        match c {
            '"' => signs
                .by_ref()
                .take_while(|c| *c != '"')
                .for_each(|c| section.write(c)),
            '[' => {
                let inside: String = signs.by_ref().take_while(|c| *c != ']').collect();
                section.condition = section
                    .condition
                    .take()
                    .or_else(|| Condition::read(&inside));
            }
            '\\' => signs.by_ref().take(1).for_each(|c| section.write(c)),
            // A blank as wide as the next character, or a filler.
            '_' | '*' => drop(signs.next()),
            ';' => list.push(Section::default()),
            '≥' | '≤' | '<' | '>' | '±' | '~' => section.write(c),
            other => section.code.push(other),
        }
    }
    let conditional = list.iter().any(|section| section.condition.is_some());
    let wanted = match list.len() {
        _ if conditional => {
            let holds = |section: &Section| match &section.condition {
                Some(condition) => condition.holds(value),
                None => true,
            };
            list.iter().position(holds).unwrap_or(0)
        }
        1 => 0,
        _ if value.is_sign_negative() && !value.is_zero() => 1,
        2 => 0,
        _ => usize::from(value.is_zero()) * 2,
    };
    (list, wanted)
}
