//! The review tables of chapter III: five worksheets of one shape.
//!
//! Whether Permendagri 86/2017 keeps numbered forms for them is not known; the
//! columns are those of Permendagri 54/2010, T-IV.C.11 to .16, which real
//! documents still print.

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Entry, JenisTelaahan, Located, Telaahan};
use crate::sheets::code;
use crate::sheets::schema::{Column, Kind, Schema};
use crate::sheets::shared_columns::NO;
use crate::sheets::table::{Account, Table};
use crate::workbook::{Sheet, Value};

macro_rules! schema {
    ($name:ident, $jenis:ident, $alias:expr, $title:expr, $pattern:expr) => {
        #[doc = concat!("Printed form of ", stringify!($jenis), ".")]
        pub const $name: Schema = Schema {
            id: JenisTelaahan::$jenis.lembar(),
            tab_alias: $alias,
            title: $title,
            column: &[
                NO,
                Column::new(
                    "uraian",
                    &[JenisTelaahan::$jenis.subject()],
                    $pattern,
                    Kind::Text,
                )
                .required()
                .parent()
                .width(44),
                Column::new(
                    "permasalahan",
                    &["Permasalahan Pelayanan Perangkat Daerah"],
                    &["permasalahan pelayanan", "permasalahan"],
                    Kind::Text,
                )
                .required()
                .width(40),
                Column::new(
                    "penghambat",
                    &["Faktor", "Penghambat"],
                    &["penghambat", "faktor penghambat"],
                    Kind::Text,
                )
                .width(40),
                Column::new(
                    "pendorong",
                    &["Faktor", "Pendorong"],
                    &["pendorong", "faktor pendorong", "pendukung"],
                    Kind::Text,
                )
                .width(40),
            ],
        };
    };
}

schema!(
    VISI_MISI,
    VisiMisi,
    &["visi misi"],
    &["telaahan visi", "faktor penghambat dan pendorong"],
    &["misi dan program", "misi"]
);
schema!(
    RENSTRA_KL,
    RenstraKl,
    &["renstra kl", "telaahan renstra k l"],
    &[
        "telaahan renstra k l",
        "permasalahan pelayanan berdasarkan sasaran renstra k l"
    ],
    &[
        "sasaran jangka menengah renstra k l",
        "sasaran jangka menengah renstra kementerian"
    ]
);
schema!(
    RENSTRA_PROVINSI,
    RenstraProvinsi,
    &["renstra provinsi"],
    &[
        "telaahan renstra provinsi",
        "telaahan renstra perangkat daerah provinsi"
    ],
    &[
        "sasaran jangka menengah renstra perangkat daerah provinsi",
        "sasaran jangka menengah renstra provinsi"
    ]
);
schema!(
    RTRW,
    Rtrw,
    &["rtrw"],
    &[
        "telaahan rencana tata ruang",
        "telaah rencana tata ruang",
        "telaahan rtrw"
    ],
    &["rencana tata ruang"]
);
schema!(
    KLHS,
    Klhs,
    &["klhs"],
    &[
        "telaahan kajian lingkungan",
        "telaahan klhs",
        "telaahan hasil klhs"
    ],
    &["hasil klhs", "permasalahan isu strategis dalam klhs"]
);

/// Printed shape of a kind.
pub fn schema(jenis: JenisTelaahan) -> &'static Schema {
    match jenis {
        JenisTelaahan::VisiMisi => &VISI_MISI,
        JenisTelaahan::RenstraKl => &RENSTRA_KL,
        JenisTelaahan::RenstraProvinsi => &RENSTRA_PROVINSI,
        JenisTelaahan::Rtrw => &RTRW,
        JenisTelaahan::Klhs => &KLHS,
    }
}

/// Whether a captioned sheet is a review table in a shape of its own, be it with
/// other columns or with further ones, and says so in a finding: it is printed as it stands, for what the office wrote is what counts
/// and no figure of the plan hangs on it.
pub fn is_own_shape(sheet: &Sheet, schema: &'static Schema, out: &mut Diagnostics) -> bool {
    let review = JenisTelaahan::of(schema.id).is_some();
    let table = Table::locate(sheet, schema).filter(Table::is_whole);
    if !review || table.is_some_and(|table| !says_more(&table)) {
        return false;
    }
    out.emit(
        Diagnostic::warning(
            code::OWN_SHAPE,
            sheet.origin.clone(),
            format!(
                "kolom tabel ini lain dari tabel {} pada peraturan; tabel dicetak seperti yang diketik",
                schema.tab()
            ),
        )
        .hint("gunakan kolom seperti pada formulir bila hendak dicetak dalam bentuk peraturan"),
    );
    true
}

/// Whether a column that the regulation does not have holds text in most rows: the
/// table in the regulation's shape would lose it.
fn says_more(table: &Table<'_>) -> bool {
    let row: Vec<u32> = table.rows().collect();
    let mut unknown = table.header.unknown.iter();
    unknown.any(|(col, _)| {
        let text = row.iter().filter(|row| {
            let at = table.sheet.anchor(**row, *col);
            let cell = table.sheet.get(at.row, at.col);
            cell.is_some_and(|cell| matches!(cell.value, Value::Text(_)))
        });
        text.count() * 2 > row.len()
    })
}

/// Reads one review table. A row that holds only a subject is a band above the
/// rows that follow (`Visi: …`).
pub fn read(
    sheet: &Sheet,
    jenis: JenisTelaahan,
    account: &mut Vec<Account>,
    out: &mut Diagnostics,
) -> Vec<Telaahan> {
    let Some(table) = Table::find(sheet, schema(jenis), out) else {
        return Vec::new();
    };
    let mut current: Option<Located<String>> = None;
    table.read(account, out, |row, out| {
        if let Entry::Filled(uraian) = row.parent("uraian", out) {
            current = Some(uraian);
        } else if let Some(band) = row.lone_text()
            && band.origin.cell.map(|at| at.col) <= table.col("uraian")
        {
            // The band may be merged from the first column on.
            current = Some(band);
        }
        let telaahan = Telaahan {
            jenis,
            uraian: current.clone(),
            permasalahan: row.text("permasalahan", out),
            penghambat: row.text("penghambat", out),
            pendorong: row.text("pendorong", out),
        };
        let of_nothing = telaahan.uraian.is_none() && telaahan.permasalahan.is_missing();
        (!of_nothing).then_some(telaahan)
    })
}
