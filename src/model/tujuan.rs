//! T-C.25 and T-C.26: goals, objectives, strategies, policy directions.

use super::{Indikator, Located};

/// A goal with its indicators and objectives (T-C.25).
#[derive(Debug, Clone)]
pub struct Tujuan {
    /// Its statement (column 2).
    pub uraian: Located<String>,
    /// RPJMD objectives that it serves, where the office names them.
    pub sasaran_rpjmd: Vec<Located<String>>,
    /// NSPK and objectives of the RPJMD that it comes from (Inmendagri 2/2025).
    pub nspk: Vec<Located<String>>,
    /// Its indicators (column 4).
    pub indikator: Vec<Indikator>,
    /// Its objectives.
    pub sasaran: Vec<Sasaran>,
}

/// An objective below a goal (T-C.25).
#[derive(Debug, Clone)]
pub struct Sasaran {
    /// Its statement (column 3).
    pub uraian: Located<String>,
    /// Its indicators (column 4).
    pub indikator: Vec<Indikator>,
    /// Strategies of T-C.26 that name this objective.
    pub strategi: Vec<Strategi>,
}

/// A strategy and the policy directions below it (T-C.26).
#[derive(Debug, Clone)]
pub struct Strategi {
    /// Its statement.
    pub uraian: Located<String>,
    /// Policy directions.
    pub arah_kebijakan: Vec<ArahKebijakan>,
}

/// A policy direction (T-C.26, last column).
#[derive(Debug, Clone)]
pub struct ArahKebijakan {
    /// Its statement.
    pub uraian: Located<String>,
}

/// A mission of the region that T-C.26 quotes above the rows that serve it.
#[derive(Debug, Clone)]
pub struct Misi {
    /// Its number in the RPJMD as the table has it; `None` where it gives none.
    pub nomor: Option<String>,
    /// Its statement; `None` where the table names no mission.
    pub uraian: Option<Located<String>>,
    /// The goals that serve it, with the objectives and strategies of the
    /// table; their indicators stand in T-C.25.
    pub tujuan: Vec<Tujuan>,
}
