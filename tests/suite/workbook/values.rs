//! Text, numbers and dates of a cell.

use renstra::workbook::Value;
use rust_xlsxwriter::Format;

use super::make::{BOOK, BOOK_RELS, RELS, xlsx, xlsx_cells, xlsx_raw};
use super::{assert_cells, cell, format_of, open, shown};
use crate::support::package::of as package;

#[test]
fn text_is_cleaned() {
    for (raw, clean) in [
        ("Indikator", "t:Indikator"),
        ("  Kode\t", "t:Kode"),
        ("Pagu\u{202f}(Rp)\u{a0}", "t:Pagu (Rp)"),
        ("\u{200b}Tar\u{ad}get\u{feff}", "t:Target"),
        ("cafe\u{301}", "t:café"),
        ("baris\r\nkedua\rketiga", "t:baris\nkedua\nketiga"),
        ("dua  blank", "t:dua  blank"),
        ("\u{a0}\u{200b} \n", "-"),
        // Escapes of the file format; the second one escapes the first.
        ("Indeks_x000D_\nKepuasan", "t:Indeks\nKepuasan"),
        ("kode _x005F_x000D_ harfiah", "t:kode _x000D_ harfiah"),
        ("satu_x000B_dua_x0007_", "t:satu dua"),
        ("_xD83D__xDE00_ _xD83D_ _xyz_", "t:😀 \u{fffd} _xyz_"),
        ("$100 & #x < * _ {{ a }}", "t:$100 & #x < * _ {{ a }}"),
    ] {
        let text = raw
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('\r', "&#13;");
        let bytes = xlsx_cells(&format!(
            "<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>"
        ));
        assert_eq!(shown(&open(bytes).sheet[0], "A1"), clean, "{raw:?}");
    }
}

#[test]
fn rich_text_is_joined_without_phonetic_guides() {
    let bytes = xlsx_raw(
        r#"<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c>
            <c t="inlineStr"><v>99</v><is><t><![CDATA[< 1 M & sisa]]></t></is></c></row></sheetData>"#,
        r#"<si><r><t xml:space="preserve">Program </t></r><r><rPr><b/></rPr><t>Penunjang</t></r></si>
            <si><t>Kegiatan</t><rPh sb="0" eb="3"><t>FONETIK</t></rPh><phoneticPr fontId="1"/></si>"#,
    );
    assert_cells(
        &open(bytes).sheet[0],
        &[
            ("A1", "t:Program Penunjang"),
            ("B1", "t:Kegiatan"),
            ("C1", "t:< 1 M & sisa"),
        ],
    );
}

#[test]
fn numbers_have_the_fifteen_digits_of_excel() {
    for (stored, exact) in [
        ("0", "n:0"),
        ("-0", "n:0"),
        ("1.1000000000000001", "n:1.1"),
        ("0.28999999999999998", "n:0.29"),
        ("0.30000000000000004", "n:0.3"),
        ("150000000.37", "n:150000000.37"),
        ("999999999999999", "n:999999999999999"),
        ("123456789012345678", "n:123456789012346000"),
        ("1234567890123456789", "t:1.2345678901234568E+18"),
        ("0.1234567890123456", "n:0.123456789012346"),
        ("1.5E+3", "n:1500"),
        ("-1234.5", "n:-1234.5"),
        ("1E-20", "n:0.00000000000000000001"),
        ("1E-40", "n:0"),
        // No decimal holds these.
        ("1E+30", "t:1E+30"),
        ("NaN", "t:NaN"),
        ("80-85", "t:80-85"),
    ] {
        let bytes = xlsx_cells(&format!("<row><c><v>{stored}</v></c></row>"));
        assert_eq!(shown(&open(bytes).sheet[0], "A1"), exact, "{stored}");
    }
}

#[test]
fn number_formats_decide_what_is_a_date() {
    let formats = [
        ("General", "n:45658"),
        ("0\" Dokumen\"", "n:45658"),
        ("#,##0\" hari\"", "n:45658"),
        ("#,##0,,\"  M\"", "n:45658"),
        ("#,##0_M_M", "n:45658"),
        ("[$Rp-421]#,##0.00", "n:45658"),
        ("0\\ \\d\\o\\k", "n:45658"),
        ("\"yes\";\"no\"", "n:45658"),
        ("[Red]0;[Blue]-0", "n:45658"),
        ("[$-421]dd\\ mmmm\\ yyyy;@", "d:2025-1-1+0"),
        ("d-mmm", "d:2025-1-1+0"),
        ("[h]:mm", "d:2025-1-1+0"),
    ];
    let bytes = xlsx(|sheet| {
        for (row, (code, _)) in (0..).zip(formats) {
            let format = Format::new().set_num_format(code);
            sheet
                .write_number_with_format(row, 0, 45658, &format)
                .unwrap();
        }
    });
    let sheet = &open(bytes).sheet[0];
    for (row, (code, value)) in (1..).zip(formats) {
        assert_eq!(shown(sheet, &format!("A{row}")), value, "{code}");
        assert_eq!(format_of(sheet, &format!("A{row}")), code);
    }
}

#[test]
fn a_code_that_became_a_time_keeps_its_time() {
    let bytes = xlsx(|sheet| {
        let time = Format::new().set_num_format("h.mm");
        sheet
            .write_number_with_format(0, 0, 0.043_055_555_555_555_56, &time)
            .unwrap();
        sheet.write_number_with_format(1, 0, -5, &time).unwrap();
    });
    let sheet = &open(bytes).sheet[0];
    assert_cells(sheet, &[("A1", "d:1899-12-31+3720"), ("A2", "n:-5")]);
    let Some(Value::Date(date)) = cell(sheet, "A1").map(|cell| &cell.value) else {
        panic!()
    };
    assert!(date.is_time());
}

#[test]
fn dates_follow_the_calendar_of_the_workbook() {
    let rows = r#"<row><c t="d"><v>2025-08-17T10:00:00</v></c><c s="1"><v>1</v></c><c s="1"><v>59</v></c>
        <c s="1"><v>61</v></c><c s="1"><v>2958465</v></c><c s="1"><v>2958466</v></c></row>"#;
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let styles =
        r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;
    let book = |book: &str| {
        let parts = [
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", book),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS),
            ("xl/worksheets/sheet1.xml", sheet.as_str()),
            ("xl/styles.xml", styles),
        ];
        open(package(&parts)).sheet.remove(0)
    };
    assert_cells(
        &book(BOOK),
        &[
            ("A1", "d:2025-8-17+36000"),
            ("B1", "d:1900-1-1+0"),
            ("C1", "d:1900-2-28+0"),
            ("D1", "d:1900-3-1+0"),
            ("E1", "d:9999-12-31+0"),
            ("F1", "n:2958466"),
        ],
    );
    let mac = BOOK.replace("<sheets>", r#"<workbookPr date1904="1"/><sheets>"#);
    assert_cells(&book(&mac), &[("B1", "d:1904-1-2+0")]);
}
