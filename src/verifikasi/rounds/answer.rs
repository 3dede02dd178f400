//! What verifier and agency wrote next to a finding.

use serde::Serialize;

/// Where a finding stands between verifier and agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nobody has said anything yet.
    #[default]
    Terbuka,
    /// The agency says that it is mended.
    Diperbaiki,
    /// The agency gave a reason instead.
    Dijawab,
    /// The verifier takes the reason.
    Diterima,
}

impl Status {
    /// All of them, in the order of the list to choose from.
    pub const ALL: [Self; 4] = [
        Self::Terbuka,
        Self::Diperbaiki,
        Self::Dijawab,
        Self::Diterima,
    ];

    /// The word in the column Status.
    pub fn word(self) -> &'static str {
        match self {
            Self::Terbuka => "terbuka",
            Self::Diperbaiki => "diperbaiki",
            Self::Dijawab => "dijawab",
            Self::Diterima => "diterima",
        }
    }

    /// Reads what people write; `None` for a word that says none of them.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let has = |list: &[&str]| list.iter().any(|word| text.contains(word));
        if text.is_empty() || matches!(text.as_str(), "-" | "–") {
            return Some(Self::Terbuka);
        }
        // What is not yet so is open, whatever it names.
        if has(&["belum", "terbuka", "buka", "tetap"]) {
            return Some(Self::Terbuka);
        }
        if has(&["terima", "setuju"]) {
            return Some(Self::Diterima);
        }
        if has(&["jawab", "tanggap"]) {
            return Some(Self::Dijawab);
        }
        has(&["baik", "selesai", "sudah"]).then_some(Self::Diperbaiki)
    }
}

/// What was written next to a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Where it stands.
    pub status: Status,
    /// The agency's answer.
    pub tanggapan: Option<String>,
    /// When.
    pub tanggal: Option<String>,
    /// Who looked at it.
    pub oleh: Option<String>,
}

impl Answer {
    /// Whether the agency gave a reason that the verifier has not taken yet.
    pub fn is_answered(&self) -> bool {
        let has_reason = self.tanggapan.is_some() && self.status == Status::Terbuka;
        self.status == Status::Dijawab || has_reason
    }
}
