//! T-B.35: problems from the main one down to its roots.

use super::Located;

/// A main problem (column 2).
#[derive(Debug, Clone)]
pub struct MasalahPokok {
    /// Its statement.
    pub uraian: Located<String>,
    /// The problems it consists of (column 3).
    pub masalah: Vec<Masalah>,
}

/// A problem below a main one.
#[derive(Debug, Clone)]
pub struct Masalah {
    /// Its statement.
    pub uraian: Located<String>,
    /// Its roots (column 4).
    pub akar_masalah: Vec<Located<String>>,
}
