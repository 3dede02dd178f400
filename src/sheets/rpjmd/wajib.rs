//! Indicators that a city's agencies must carry: SPM and IKK by bidang urusan, and
//! those that the city orders for all.

use crate::diagnostic::{Diagnostic, Diagnostics, Origin, Scope};
use crate::model::{Entry, JenisWajib, Located, Worksheet};
use crate::sheets::cell;
use crate::sheets::code;
use crate::sheets::heading;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::{NO, SATUAN};
use crate::sheets::table::{Account, Table};
use crate::workbook::Sheet;

/// Shape of the list; no regulation prints one.
pub const SCHEMA: Schema = Schema {
    id: Worksheet::RpjmdWajib,
    tab_alias: &["daftar indikator wajib", "indikator mandatory"],
    title: &["indikator wajib", "daftar indikator wajib"],
    column: &[
        NO,
        Column::new(
            "jenis",
            &["Jenis"],
            &["jenis", "jenis indikator", "kelompok"],
            Kind::Text,
        )
        .required()
        .parent()
        .width(24),
        Column::new(
            "bidang",
            &["Bidang Urusan"],
            &["bidang urusan", "urusan", "bidang"],
            Kind::Text,
        )
        .parent()
        .width(32),
        Column::new(
            "pelaksana",
            &["Perangkat Daerah"],
            &["perangkat daerah", "opd", "pelaksana", "penanggung jawab"],
            Kind::Text,
        )
        .width(36),
        Column::new(
            "indikator",
            &["Indikator"],
            &["indikator", "nama indikator", "uraian"],
            Kind::Text,
        )
        .required()
        .width(60),
        SATUAN,
    ],
};

/// One row as typed.
#[derive(Debug, Clone)]
pub struct WajibRow {
    /// On what the obligation rests.
    pub jenis: JenisWajib,
    /// Bidang urusan by kode or name, as shown in the row.
    pub bidang: Entry<String>,
    /// Agencies, as typed.
    pub opd: Entry<String>,
    /// Wording of the indicator.
    pub indikator: Located<String>,
    /// Its unit of measure.
    pub satuan: Entry<String>,
}

/// Reads the list. A blank jenis is the one above, and below one jenis a blank
/// bidang urusan likewise.
pub fn read(sheet: &Sheet, account: &mut Vec<Account>, out: &mut Diagnostics) -> Vec<WajibRow> {
    let Some(table) = Table::find(sheet, &SCHEMA, out) else {
        return Vec::new();
    };
    let mut jenis: Option<JenisWajib> = None;
    let mut bidang: Entry<String> = Entry::Missing;
    table.read(account, out, |row, out| {
        if let Entry::Filled(named) = row.parent("jenis", out) {
            let read = parse(&named.value);
            if read != jenis {
                bidang = Entry::Missing;
            }
            jenis = read;
            if read.is_none() {
                out.emit(unknown(&named.value, named.origin));
                return None;
            }
        }
        let Some(jenis) = jenis else {
            out.emit(
                Diagnostic::warning(
                    code::UNKNOWN_CHOICE,
                    row.origin("jenis"),
                    "jenis indikator wajib belum diisi; baris ini tidak dibaca",
                )
                .unprinted(Scope::Cell)
                .hint("isi dengan SPM, IKK, atau Semua Perangkat Daerah"),
            );
            return None;
        };
        let own = row.parent("bidang", out);
        if !own.is_missing() {
            bidang = own;
        }
        Some(WajibRow {
            jenis,
            bidang: bidang.clone(),
            opd: row.text("pelaksana", out),
            indikator: row.required_text("indikator", out)?,
            satuan: row.text("satuan", out),
        })
    })
}

/// The jenis as offices write it.
fn parse(text: &str) -> Option<JenisWajib> {
    let plain = heading::plain(text);
    let word = |wanted: &str| plain.split(' ').any(|word| word == wanted);
    if word("spm") || plain.contains("pelayanan minimal") {
        Some(JenisWajib::Spm)
    } else if word("ikk") || plain.contains("kinerja kunci") {
        Some(JenisWajib::Ikk)
    } else if ["semua", "seluruh", "setiap", "umum"]
        .iter()
        .any(|wanted| word(wanted))
    {
        Some(JenisWajib::Semua)
    } else {
        None
    }
}

fn unknown(text: &str, origin: Origin) -> Diagnostic {
    Diagnostic::warning(
        code::UNKNOWN_CHOICE,
        origin,
        format!(
            "jenis indikator wajib \"{}\" tidak dikenal; baris ini tidak dibaca",
            cell::short(text)
        ),
    )
    .unprinted(Scope::Cell)
    .hint("isi dengan SPM, IKK, atau Semua Perangkat Daerah")
}
