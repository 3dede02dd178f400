//! What people write where the text is still to come.

use super::sentence::{Sentence, sentences};

/// Signs that stand for themselves, in small letters.
const SIGN: [&str; 18] = [
    "[isi",
    "[nama",
    "[jabatan",
    "[tanggal",
    "[nomor",
    "[tahun",
    "[sebutkan",
    "[uraikan",
    "[tulis",
    "[diisi",
    "lorem ipsum",
    "……",
    ".....",
    "____",
    "????",
    "<isi",
    "<nama",
    "to be filled",
];

/// Phrases, compared as whole words.
const PHRASE: [&str; 24] = [
    "diisi oleh",
    "akan diisi",
    "diisi kemudian",
    "diisi nanti",
    "belum diisi",
    "isi di sini",
    "isi disini",
    "isian sementara",
    "akan dilengkapi",
    "dilengkapi kemudian",
    "akan ditambahkan",
    "data menyusul",
    "angka menyusul",
    "menyusul dari bidang",
    "tbd",
    "tba",
    "todo",
    "cek lagi",
    "cek ulang",
    "dicek lagi",
    "perlu dicek",
    "mohon dicek",
    "contoh teks",
    "teks contoh",
];

/// Words before a row of X that stands for a number.
const BEFORE_NUMBER: [&str; 8] = [
    "sebesar", "sebanyak", "sejumlah", "nomor", "tahun", "tanggal", "mencapai", "rp",
];

/// Words behind it.
const BEHIND_NUMBER: [&str; 12] = [
    "persen", "%", "orang", "unit", "rupiah", "juta", "miliar", "program", "kegiatan", "tahun",
    "dokumen", "kali",
];

/// The first sign that a text is not written yet, as typed.
pub fn find(text: &str) -> Option<String> {
    let small = text.to_lowercase();
    let sign = SIGN.into_iter().find(|sign| small.contains(sign));
    if let Some(sign) = sign {
        return Some(sign.to_owned());
    }
    sentences(text).iter().find_map(in_sentence)
}

fn in_sentence(sentence: &Sentence<'_>) -> Option<String> {
    let phrase = PHRASE
        .into_iter()
        .find(|phrase| sentence.has_any(&[phrase]));
    if let Some(phrase) = phrase {
        return Some(phrase.to_owned());
    }
    let words = sentence.words.iter().enumerate();
    words
        .filter(|(_, word)| is_row_of_x(&word.plain))
        .find(|(at, word)| {
            // XX is twenty too: "PON XX".
            let before = sentence.before(*at, 1);
            let behind = sentence.from(at + 1, 1);
            word.plain.len() > 3
                || word.plain.starts_with("rp")
                || word.plain.ends_with('%')
                || word.plain.starts_with("20")
                || before
                    .first()
                    .is_some_and(|word| BEFORE_NUMBER.contains(word))
                || behind
                    .first()
                    .is_some_and(|word| BEHIND_NUMBER.contains(word))
        })
        .map(|(_, word)| word.text.to_owned())
}

/// `XX`, `xxx`, `20XX`, `RpXXX`, `XX%`.
fn is_row_of_x(plain: &str) -> bool {
    let bare = plain.strip_prefix("rp").unwrap_or(plain);
    let bare = bare.strip_prefix("20").unwrap_or(bare);
    let bare = bare.strip_suffix('%').unwrap_or(bare);
    bare.len() > 1 && bare.chars().all(|c| c == 'x')
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn what_is_still_to_come_is_seen() {
        for text in [
            "turun sebesar XX persen pada 2020",
            "Bagian ini akan diisi kemudian.",
            "jumlahnya TBD",
            "(cek lagi)",
            "didukung ……… orang",
            "Tahun 20XX",
            "RpXXX",
        ] {
            assert!(find(text).is_some(), "{text}");
        }
    }

    #[test]
    fn texts_that_only_look_like_it_are_left_alone() {
        for text in [
            "menjadi tuan rumah PON XX di Papua",
            "dan seterusnya...",
            "Renstra dilengkapi dengan lampiran",
            "kekosongan jabatan belum terisi",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
