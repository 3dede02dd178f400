//! What to say of a document over which a worker was lost.

use super::lost::Lost;
use crate::diagnostic::{Code, Diagnostic, Origin};

/// The program failed on this workbook.
pub const FAILED: Code = Code("W104");
/// A workbook that needs more memory than a document may.
pub const TOO_MUCH_MEMORY: Code = Code("W106");
/// A workbook that takes longer than a document may.
pub const TOO_SLOW: Code = Code("W107");

/// The finding for a document over which a worker was lost.
pub fn of_lost(origin: &Origin, why: &Lost) -> Diagnostic {
    let finding = |code, said: &str| Diagnostic::error(code, origin.clone(), said);
    let message = format!("buku kerja ini tidak dapat diolah: {why}");
    match why {
        Lost::Memory(_) => finding(TOO_MUCH_MEMORY, &message).hint(
            "periksa lembar yang isinya jauh lebih banyak daripada yang dicetak, lalu kurangi; bila memang sebanyak itu, naikkan batasnya dengan --memori",
        ),
        Lost::Time(_) => finding(TOO_SLOW, &message).hint(
            "periksa lembar yang isinya jauh lebih banyak daripada yang dicetak, lalu kurangi; bila memang sebanyak itu, naikkan batasnya dengan --waktu",
        ),
        Lost::Stack => finding(FAILED, &message)
            .hint("periksa isi yang bertingkat-tingkat, misalnya lembar Struktur atau daftar di dalam daftar"),
        Lost::Killed => finding(FAILED, &message)
            .hint("tutup program lain, lalu ulangi; atau kurangi --jobs"),
        Lost::Crash(_) | Lost::Panic(_) | Lost::Start(_) => finding(FAILED, &message)
            .hint("ulangi; bila tetap gagal, laporkan dengan menyertakan buku kerjanya"),
    }
}
