#![doc = include_str!("r067_statement_is_activity.md")]

use super::{Rule, Subject};
use crate::checks::shared::{lexicon, plan};
use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::model::{Located, text};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code("R067"),
    severity: Severity::Warning,
    text: include_str!("r067_statement_is_activity.md"),
    check,
};

/// More words than a single result needs; the threshold is ours.
const MOST_WORDS: usize = 25;

fn check(subject: &Subject<'_>, out: &mut Diagnostics) {
    let mut look = |what: &str, uraian: &Located<String>| {
        let words = uraian.value.split_whitespace().count();
        let text = if let Some(word) =
            lexicon::activity_verb(&uraian.value).filter(|_| !is_served(&uraian.value))
        {
            format!("{what} ini berbunyi kegiatan: \"{word}\"")
        } else if words > MOST_WORDS {
            format!("{what} ini terdiri atas {words} kata; mungkin lebih dari satu hasil")
        } else {
            return;
        };
        out.emit(
            RULE.finding(uraian.origin.clone(), text)
                .path(plan::one_line(&uraian.value))
                .hint("rumuskan satu keadaan yang ingin dicapai, misalnya Meningkatnya atau Menurunnya"),
        );
    };
    for tujuan in &subject.renstra.tujuan {
        look("tujuan", &tujuan.uraian);
        for sasaran in &tujuan.sasaran {
            look("sasaran", &sasaran.uraian);
        }
    }
}

/// What people have after all is a result, whoever makes it available to them:
/// `Tersedianya air minum layak bagi seluruh warga`.
fn is_served(statement: &str) -> bool {
    const PEOPLE: [&str; 9] = [
        "warga",
        "masyarakat",
        "penduduk",
        "rumah tangga",
        "keluarga",
        "anak",
        "siswa",
        "layak",
        "aman",
    ];
    let plain = format!(" {} ", text::plain(statement));
    plain.starts_with(" tersedianya ")
        && PEOPLE
            .iter()
            .any(|people| plain.contains(&format!(" {people} ")))
}
