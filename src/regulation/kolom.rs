//! A column of a table that is laid out from its description alone.

use serde::Deserialize;

/// A column: what stands in it, under which heading. How wide it is follows from that.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kolom {
    /// Key of the value, the same as the worksheet's column and the model's field.
    pub isi: String,
    /// Heading from the group down, `{tahun}` for the year: such a column stands
    /// once a year, and neighbours under one group alternate year by year. `{ke}`
    /// counts its years in Roman numerals, `{tahun_awal}` is the baseline's year.
    pub judul: Vec<String>,
    /// How its cells are set.
    #[serde(default)]
    pub rata: Rata,
    /// Whether the column stands only where a row fills it: one that the form has not.
    #[serde(default)]
    pub bila_terisi: bool,
    /// Whether a blank workbook has the column.
    #[serde(default = "yes")]
    pub formulir: bool,
}

fn yes() -> bool {
    true
}

/// How cells are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Rata {
    /// To the left, as words.
    #[default]
    Kiri,
    /// Centred, as targets.
    Tengah,
    /// To the right, as money.
    Kanan,
}

impl Kolom {
    /// Whether it stands once a year.
    pub fn yearly(&self) -> bool {
        self.judul.iter().any(|part| part.contains("{tahun}"))
    }

    /// The part of the heading above the year.
    pub fn group(&self) -> &[String] {
        let year = self.judul.iter().position(|part| part.contains("{tahun}"));
        self.judul.get(..year.unwrap_or(0)).unwrap_or_default()
    }
}
