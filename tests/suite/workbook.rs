//! Reading workbooks: the quirks of real files, and what hostile ones may do.
//!
//! Files are made here, so that each test shows the whole of what it is about.

// Fields of hand-made records are small numbers, cut to the width of the field.
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]

use std::io::{Cursor, Write};
use std::path::Path;

use proptest::prelude::*;
use renstra::diagnostic::{CellRef, Diagnostic, Severity};
use renstra::workbook::{
    Area, Cell, Date, ReadError, Sheet, Value, Workbook, from_bytes, limit, read,
};
use rust_xlsxwriter::{Format, Formula, Workbook as Writer, Worksheet};

use crate::support::package::of as package;

// ---------------------------------------------------------------- making files

const RELS: &str = r#"<Relationships><Relationship Id="r1"
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str =
    r#"<workbook><sheets><sheet name="Renstra" sheetId="1" r:id="s1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<Relationships>
    <Relationship Id="s1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="s2" Type="http://x/relationships/sharedStrings" Target="sharedStrings.xml"/>
    <Relationship Id="s3" Type="http://x/relationships/styles" Target="/xl/styles.xml"/></Relationships>"#;

/// An xlsx whose only sheet has this content between `<worksheet>` and its end.
fn xlsx_raw(sheet: &str, strings: &str) -> Vec<u8> {
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    let strings = format!("<sst>{strings}</sst>");
    package(&[
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", &strings),
    ])
}

/// An xlsx whose sheet has these cells in its rows.
fn xlsx_cells(rows: &str) -> Vec<u8> {
    xlsx_raw(&format!("<sheetData>{rows}</sheetData>"), "")
}

/// An xlsx with one sheet, as Excel would write it.
fn xlsx(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut writer = Writer::new();
    fill(writer.add_worksheet().set_name("Renstra").unwrap());
    writer.save_to_buffer().unwrap()
}

/// An ods with these styles and this content of its only table.
fn ods(styles: &str, table: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content><office:automatic-styles>{styles}</office:automatic-styles>
        <office:body><office:spreadsheet><table:table table:name="Renstra">{table}</table:table>
        </office:spreadsheet></office:body></office:document-content>"#
    );
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    package(&[("mimetype", mimetype), ("content.xml", &content)])
}

/// Little-endian bytes of fields, `bytes![u16 1, u32 7]`.
macro_rules! bytes {
    ($($kind:ident $value:expr),* $(,)?) => {{
        let mut out: Vec<u8> = Vec::new();
        $(out.extend_from_slice(&($value as $kind).to_le_bytes());)*
        out
    }};
}

/// UTF-16 bytes of a text.
fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A compound file with one stream.
pub fn compound(name: &str, mut stream: Vec<u8>) -> Vec<u8> {
    const FREE: u32 = u32::MAX;
    const END: u32 = FREE - 1;
    const TABLE: u32 = FREE - 2;
    // Streams below 4096 bytes would lie in the short stream.
    stream.resize(stream.len().next_multiple_of(512).max(4_096), 0);
    let sectors = u32::try_from(stream.len() / 512).unwrap();
    assert!(
        sectors + 2 <= 128,
        "one sector of the table is enough for a test"
    );

    let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    file.resize(24, 0);
    file.extend(bytes![u16 0x3E, u16 3, u16 0xFFFE, u16 9, u16 6, u16 0, u32 0, u32 0]);
    file.extend(bytes![u32 1, u32 1, u32 0, u32 4096, u32 END, u32 0, u32 END, u32 0, u32 0]);
    file.resize(512, 0xFF);
    // Sector 0: the table. Sector 1: the directory. The stream comes behind.
    let mut table = vec![TABLE, END];
    table.extend((0..sectors).map(|n| if n + 1 == sectors { END } else { n + 3 }));
    table.resize(128, FREE);
    file.extend(table.iter().flat_map(|next| next.to_le_bytes()));
    for (name, kind, start, length) in [("Root Entry", 5_u16, END, 0), (name, 2, 2, stream.len())] {
        let at = file.len();
        file.extend(utf16(name));
        file.resize(at + 64, 0);
        // A black node without siblings; the root has the stream below it.
        file.extend(bytes![u16 (2 * name.len() + 2), u16 (kind | 0x100), u32 FREE, u32 FREE]);
        file.extend(bytes![u32(if kind == 5 { 1 } else { FREE })]);
        file.resize(at + 116, 0);
        file.extend(bytes![u32 start, u32 length, u32 0]);
    }
    for _ in 0..2 {
        let at = file.len();
        file.resize(at + 68, 0);
        file.extend(bytes![u32 FREE, u32 FREE, u32 FREE]);
        file.resize(at + 128, 0);
    }
    file.extend(stream);
    file
}

/// A record of an xls.
fn biff(id: u16, data: &[u8]) -> Vec<u8> {
    [bytes![u16 id, u16 data.len()], data.to_vec()].concat()
}

/// An xls with these records before its only sheet, and these in it.
fn xls(before: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    let begin = biff(0x809, &bytes![u16 0x600, u16 5, u32 0, u32 0, u32 0]);
    let end = biff(0x0A, &[]);
    let name = b"Renstra";
    let tab = |start: usize| {
        biff(
            0x85,
            &[
                bytes![u32 start, u8 0, u8 0, u8 name.len(), u8 0],
                name.to_vec(),
            ]
            .concat(),
        )
    };
    let before = before.concat();
    let start = begin.len() + tab(0).len() + before.len() + end.len();
    let stream = [
        begin.clone(),
        tab(start),
        before,
        end.clone(),
        begin,
        sheet.concat(),
        end,
    ]
    .concat();
    compound("Workbook", stream)
}

/// A record of an xlsb.
fn brt(id: u16, data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    if id < 128 {
        out.push(u8::try_from(id).unwrap());
    } else {
        out.extend([(id & 0x7F) as u8 | 0x80, (id >> 7) as u8]);
    }
    assert!(data.len() < 128);
    out.push(u8::try_from(data.len()).unwrap());
    out.extend(data);
    out
}

/// A text of an xlsb: count and UTF-16.
fn wide(text: &str) -> Vec<u8> {
    [bytes![u32 text.encode_utf16().count()], utf16(text)].concat()
}

/// An xlsb with these style records and these records in its only sheet.
fn xlsb(styles: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    let tab = [bytes![u32 0, u32 1], wide("s1"), wide("Renstra")].concat();
    let shared = [vec![0], wide("Sub Kegiatan")].concat();
    let book = [brt(156, &tab), brt(144, &[]), brt(132, &[])].concat();
    let strings = [brt(159, &bytes![u32 1, u32 1]), brt(19, &shared)].concat();
    let parts = [
        (
            "_rels/.rels",
            RELS.replace("workbook.xml", "workbook.bin").into_bytes(),
        ),
        ("xl/workbook.bin", book),
        (
            "xl/_rels/workbook.bin.rels",
            BOOK_RELS.replace(".xml", ".bin").into_bytes(),
        ),
        ("xl/sharedStrings.bin", strings),
        // The list of cell styles is always there, perhaps empty.
        (
            "xl/styles.bin",
            [styles.concat(), brt(617, &bytes![u32 0])].concat(),
        ),
        (
            "xl/worksheets/sheet1.bin",
            [
                brt(129, &[]),
                brt(148, &[0; 16]),
                brt(145, &[]),
                sheet.concat(),
                brt(146, &[]),
                brt(130, &[]),
            ]
            .concat(),
        ),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(&data).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

// ------------------------------------------------------------- looking at them

fn open(bytes: Vec<u8>) -> Workbook {
    from_bytes("dinas", bytes).expect("a workbook")
}

/// The position of `B12`.
fn at(address: &str) -> CellRef {
    let digits = address.find(|c: char| c.is_ascii_digit()).unwrap();
    let (letters, row) = address.split_at(digits);
    let col = letters
        .bytes()
        .fold(0, |col, letter| col * 26 + u32::from(letter - b'A') + 1);
    CellRef::new(row.parse::<u32>().unwrap() - 1, col - 1)
}

fn cell<'s>(sheet: &'s Sheet, address: &str) -> Option<&'s Cell> {
    sheet.cell.get(&at(address))
}

/// A cell in a few words: `t:` text, `n:` number, `e:` error, `-` for an empty one.
fn shown(sheet: &Sheet, address: &str) -> String {
    match cell(sheet, address).map(|cell| &cell.value) {
        None => "-".to_owned(),
        Some(Value::Text(text)) => format!("t:{text}"),
        Some(Value::Number(number)) => format!("n:{number}"),
        Some(Value::Bool(truth)) => format!("b:{truth}"),
        Some(Value::Error(name)) => format!("e:{name}"),
        Some(Value::NoResult) => "no result".to_owned(),
        Some(Value::Date(Date {
            year,
            month,
            day,
            second,
        })) => {
            format!("d:{year}-{month}-{day}+{second}")
        }
    }
}

fn assert_cells(sheet: &Sheet, expected: &[(&str, &str)]) {
    for (address, value) in expected {
        assert_eq!(&shown(sheet, address), value, "at {address}");
    }
}

fn format_of<'s>(sheet: &'s Sheet, address: &str) -> &'s str {
    cell(sheet, address)
        .and_then(|cell| cell.format.as_deref())
        .unwrap_or("-")
}

fn area(start: &str, end: &str) -> Area {
    Area {
        start: at(start),
        end: at(end),
    }
}

fn notice<'w>(workbook: &'w Workbook, code: &str) -> Option<&'w Diagnostic> {
    workbook
        .notice
        .iter()
        .find(|finding| finding.code.0 == code)
}

fn refused(name: &str, bytes: Vec<u8>) -> Diagnostic {
    match from_bytes(name, bytes) {
        Err(ReadError::Refused(finding)) => *finding,
        other => panic!("not refused: {other:?}"),
    }
}

// ------------------------------------------------------------------ text, numbers

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

// ------------------------------------------------------------------ cells, sheets

#[test]
fn positions_are_those_of_the_sheet() {
    let bytes = xlsx(|sheet| {
        sheet.write(6, 3, "Kode").unwrap();
        sheet.write(10, 7, 80).unwrap();
    });
    let sheet = &open(bytes).sheet[0];
    assert_eq!(
        sheet
            .cell
            .keys()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["D7", "H11"]
    );
    assert_eq!(sheet.at(at("H11")).to_string(), "dinas › Renstra!H11");
}

#[test]
fn cells_without_addresses_follow_each_other() {
    let bytes = xlsx_cells(
        r#"<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>
        <row r="9"><c r="D9"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>"#,
    );
    assert_cells(
        &open(bytes).sheet[0],
        &[
            ("A1", "n:1"),
            ("C1", "n:2"),
            ("A2", "n:3"),
            ("D9", "n:4"),
            ("E9", "n:5"),
            ("A10", "n:6"),
        ],
    );
}

#[test]
fn formulas_tell_a_missing_result_from_an_empty_one() {
    let bytes = xlsx_cells(
        r#"<row><c><f>SUM(B1)</f></c><c><f>SUM(B1)</f><v></v></c><c t="str"><f>""</f><v></v></c>
        <c t="str"><f>"a"</f><v>a</v></c><c><f t="shared" si="0"/><v>7</v></c></row>"#,
    );
    let workbook = open(bytes);
    assert_cells(
        &workbook.sheet[0],
        &[
            ("A1", "no result"),
            ("B1", "no result"),
            ("C1", "-"),
            ("D1", "t:a"),
            ("E1", "n:7"),
        ],
    );
    assert!(workbook.notice.is_empty());
}

#[test]
fn zeros_that_were_never_calculated_are_noticed() {
    // This writer stores 0 for every formula and asks Excel to calculate on opening.
    let workbook = open(xlsx(|sheet| {
        sheet.write_formula(5, 7, "SUM(H7:H8)").unwrap();
        sheet
            .write_formula(5, 8, Formula::new("SUM(I7:I8)").set_result("95"))
            .unwrap();
    }));
    let finding = notice(&workbook, "W025").expect("a finding");
    assert_eq!(finding.origin.cell, Some(at("H6")));
    assert!(finding.message.ends_with(": H6"), "{}", finding.message);
}

#[test]
fn errors_stay_errors() {
    let names = [
        "#REF!", "#DIV/0!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!",
    ];
    let xlsx_row: String = names
        .map(|name| format!("<c t=\"e\"><v>{name}</v></c>"))
        .concat();
    let ods_row: String = names
        .map(|name| {
            format!(
                r#"<table:table-cell table:formula="of:=1/0" office:value-type="string"
                office:string-value="" calcext:value-type="error"><text:p>{name}</text:p></table:table-cell>"#
            )
        })
        .concat();
    for bytes in [
        xlsx_cells(&format!("<row>{xlsx_row}</row>")),
        ods("", &format!("<table:table-row>{ods_row}</table:table-row>")),
    ] {
        let workbook = open(bytes);
        let values = workbook.sheet[0].cell.values().map(|cell| &cell.value);
        assert!(values.eq(&names.map(|name| Value::Error(name.to_owned()))));
    }
}

#[test]
fn what_lies_below_a_merged_area_is_dropped_and_named() {
    let merged = r#"<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A1:B2"/>
        <mergeCell ref="D1:D1"/><mergeCell ref="A5:XFD5"/></mergeCells>"#;
    let rows = "<row><c><v>1</v></c><c><v>777</v></c></row>";
    let workbook = open(xlsx_raw(
        &format!("<sheetData>{rows}</sheetData>{merged}"),
        "",
    ));
    let sheet = &workbook.sheet[0];
    assert_cells(sheet, &[("A1", "n:1"), ("B1", "-")]);
    // The second area overlaps the first, the third is one cell, the fourth is clipped.
    assert_eq!(sheet.merged.areas(), [area("A1", "C1"), area("A5", "GR5")]);
    assert_eq!(sheet.anchor(0, 1), at("A1"));
    let finding = notice(&workbook, "W024").expect("a finding");
    assert_eq!(finding.origin.cell, Some(at("B1")));
    assert_eq!(
        finding.message,
        "isi sel B1 (777) tertutup gabungan sel A1:C1 dan tidak dibaca"
    );
    assert!(notice(&workbook, "W028").is_some());
}

#[test]
fn hidden_sheets_rows_and_columns_are_told() {
    let mut writer = Writer::new();
    writer
        .add_worksheet()
        .set_name("Lama")
        .unwrap()
        .set_hidden(true)
        .write(0, 0, 999)
        .unwrap();
    writer
        .add_worksheet()
        .set_name("_x")
        .unwrap()
        .set_very_hidden(true);
    // The writer shows its first sheet unless another one is active.
    let sheet = writer
        .add_worksheet()
        .set_name("Renstra")
        .unwrap()
        .set_active(true);
    sheet.write(0, 0, 1).unwrap();
    sheet
        .set_row_hidden(3)
        .unwrap()
        .set_column_hidden(2)
        .unwrap();
    let workbook = open(writer.save_to_buffer().unwrap());
    let hidden: Vec<bool> = workbook.sheet.iter().map(|sheet| sheet.hidden).collect();
    assert_eq!(hidden, [true, true, false]);
    assert_eq!(workbook.sheet[2].hidden_row, [3]);
    assert_eq!(workbook.sheet[2].hidden_col, [2]);
    assert_eq!(workbook.sheet[2].origin.sheet_index, Some(2));
    // The second one is empty, so nothing of it is lost.
    assert_eq!(workbook.notice.len(), 1);
    assert!(notice(&workbook, "W021").is_some_and(|finding| finding.message.contains("Lama")));
}

#[test]
fn a_missing_shared_text_is_an_error_and_not_an_empty_cell() {
    let rows = r#"<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>5</v></c></row></sheetData>"#;
    let workbook = open(xlsx_raw(rows, "<si><t>Kode</t></si>"));
    assert_cells(&workbook.sheet[0], &[("A1", "t:Kode"), ("B1", "-")]);
    let finding = notice(&workbook, "W027").expect("a finding");
    assert_eq!(
        (finding.severity, finding.origin.cell),
        (Severity::Error, Some(at("B1")))
    );
}

#[test]
fn a_damaged_sheet_hides_no_other() {
    let book = BOOK.replace(
        "</sheets>",
        r#"<sheet name="Kedua" r:id="s4"/><sheet name="Grafik" r:id="s5"/></sheets>"#,
    );
    let rels = BOOK_RELS.replace(
        "</Relationships>",
        r#"<Relationship Id="s4" Type="http://x/worksheet" Target="worksheets/sheet2.xml"/>
        <Relationship Id="s5" Type="http://x/chartsheet" Target="c.xml"/></Relationships>"#,
    );
    let workbook = open(package(&[
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &rels),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData><row><c><v>1</v></c><c><v>2",
        ),
        (
            "xl/worksheets/sheet2.xml",
            "<worksheet><sheetData><row><c><v>3</v></c></row></sheetData></worksheet>",
        ),
    ]));
    assert_eq!(workbook.sheet.len(), 2);
    assert_cells(&workbook.sheet[0], &[("A1", "n:1"), ("B1", "-")]);
    assert_cells(&workbook.sheet[1], &[("A1", "n:3")]);
    assert!(notice(&workbook, "W026").is_some_and(|finding| finding.severity == Severity::Error));
}

#[test]
fn strict_files_and_odd_part_names_read_the_same() {
    let transitional = "http://schemas.openxmlformats.org/officeDocument/2006";
    let strict = "http://purl.oclc.org/ooxml/officeDocument";
    let sheet = r#"<x:worksheet xmlns:x="urn"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Kode</x:t></x:is>
        </x:c></x:row></x:sheetData></x:worksheet>"#;
    let rels = RELS.replace(transitional, strict);
    for parts in [
        [
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS),
            ("xl/worksheets/sheet1.xml", sheet),
        ],
        [
            ("_rels/.rels", rels.as_str()),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS),
            ("xl/worksheets/sheet1.xml", sheet),
        ],
        [
            ("_rels\\.rels", RELS),
            ("xl\\workbook.xml", BOOK),
            ("xl\\_rels\\workbook.xml.rels", BOOK_RELS),
            ("xl\\worksheets\\sheet1.xml", sheet),
        ],
        [
            ("_rels/.rels", RELS),
            ("xl/Workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS),
            ("xl/Worksheets/Sheet1.xml", sheet),
        ],
    ] {
        assert_cells(&open(package(&parts)).sheet[0], &[("A1", "t:Kode")]);
    }
}

#[test]
fn odd_parts_read_the_same() {
    let sheet = r#"<dimension ref="{}"/><sheetData><row><c t="s"><v>0</v></c><c><v> 5 </v></c></row></sheetData>"#;
    for dimension in ["", "A1:B1", "B1:A1", "x"] {
        let bytes = xlsx_raw(&sheet.replace("{}", dimension), "<si><t>Kode</t></si>");
        let workbook = open(bytes);
        assert_cells(&workbook.sheet[0], &[("A1", "t:Kode"), ("B1", "n:5")]);
        assert!(workbook.notice.is_empty(), "{dimension}");
    }
    // UTF-16 with its mark, as the sheet and as the shared texts.
    let wide = |text: &str| [vec![0xFF, 0xFE], utf16(text)].concat();
    let sheet = wide(&format!("<worksheet>{sheet}</worksheet>"));
    let strings = wide("<sst><si><t>Kode</t></si></sst>");
    let parts: [(&str, &[u8]); 5] = [
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", &sheet),
        ("xl/sharedStrings.xml", &strings),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in parts {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(name, options).unwrap();
        zip.write_all(data).unwrap();
    }
    let workbook = open(zip.finish().unwrap().into_inner());
    assert_cells(&workbook.sheet[0], &[("A1", "t:Kode"), ("B1", "n:5")]);
    assert!(workbook.notice.is_empty());
}

#[test]
fn two_parts_of_one_name_are_refused() {
    let sheet = "<worksheet><sheetData/></worksheet>";
    let mut bytes = package(&[
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/Worksheets/Sheet1.xml", sheet),
        ("xl/workbook.xml", BOOK),
    ]);
    let finding = refused("a.xlsx", bytes.clone());
    assert_eq!(finding.code.0, "W013");
    assert!(
        finding.message.contains("xl/worksheets/sheet1.xml"),
        "{}",
        finding.message
    );
    // The very same name, which no writer of packages would let pass.
    while let Some(place) = bytes.windows(10).position(|window| window == b"Worksheets") {
        bytes[place] = b'w';
        bytes[place + 11] = b's';
    }
    let finding = refused("a.xlsx", bytes);
    assert!(
        finding.message.contains("dua bagian"),
        "{}",
        finding.message
    );
}

#[test]
fn two_tabs_on_one_part_are_refused() {
    let book = BOOK.replace("</sheets>", r#"<sheet name="B" r:id="s1"/></sheets>"#);
    let bytes = package(&[
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet><sheetData/></worksheet>",
        ),
    ]);
    assert_eq!(refused("a.xlsx", bytes).code.0, "W013");
}

#[test]
fn a_cell_that_the_decoder_does_not_know_moves_no_other() {
    let workbook = open(xlsx_cells(
        r#"<row r="1"><c t="e"><v>#SPILL!</v></c><c><v>2</v><extLst/></c><c><v>3</v></c><c r="D1"><v>4</v></c></row>
        <row r="2"><c t="x"><v>5</v></c><c t="b"><v>7</v></c><c t="str"><v>a&amp;b</v></c></row>"#,
    ));
    assert_cells(
        &workbook.sheet[0],
        &[
            ("A1", "e:#SPILL!"),
            ("B1", "n:2"),
            ("C1", "n:3"),
            ("D1", "n:4"),
            ("A2", "n:5"),
            ("B2", "e:7"),
            ("C2", "t:a&b"),
        ],
    );
}

#[test]
fn a_workbook_reads_as_openpyxl_wrote_it() {
    let folder = crate::support::path("fixtures/workbooks");
    let workbook = read(&folder.join("dinas.xlsx")).expect("a workbook");
    let truth = std::fs::read_to_string(folder.join("dinas.json")).unwrap();
    let truth: Vec<serde_json::Value> = serde_json::from_str(&truth).unwrap();
    assert_eq!(workbook.sheet.len(), truth.len());
    for (sheet, truth) in workbook.sheet.iter().zip(&truth) {
        assert_eq!(truth["name"], *sheet.name);
        assert_eq!(truth["hidden"], sheet.hidden);
        let mut merged: Vec<String> = sheet
            .merged
            .areas()
            .iter()
            .map(ToString::to_string)
            .collect();
        merged.sort();
        assert_eq!(truth["merged"], serde_json::json!(merged));
        let rows: Vec<u32> = sheet.hidden_row.iter().map(|row| row + 1).collect();
        assert_eq!(truth["hidden_rows"], serde_json::json!(rows));
        let cells = truth["cells"].as_object().unwrap();
        assert_eq!(cells.len(), sheet.cell.len());
        for (address, truth) in cells {
            let cell = cell(sheet, address).unwrap_or_else(|| panic!("nothing at {address}"));
            let value = match &cell.value {
                Value::Text(text) => ("text", serde_json::json!(text)),
                Value::Number(number) => {
                    ("number", serde_json::json!(number.normalize().to_string()))
                }
                Value::Bool(truth) => ("bool", serde_json::json!(truth)),
                Value::Error(word) => ("error", serde_json::json!(word)),
                Value::Date(date) => (
                    "date",
                    serde_json::json!(format!("{}-{:02}-{:02}", date.year, date.month, date.day)),
                ),
                Value::NoResult => ("none", serde_json::Value::Null),
            };
            assert_eq!(truth[value.0], value.1, "{address}");
            assert_eq!(
                truth["format"],
                *cell.format.as_deref().unwrap(),
                "{address}"
            );
        }
        let struck: std::collections::BTreeMap<String, &str> = sheet
            .marks
            .iter()
            .filter_map(|(at, marks)| Some((at.to_string(), marks.struck.as_deref()?)))
            .collect();
        let expected = truth
            .get("struck")
            .cloned()
            .unwrap_or(serde_json::json!({}));
        assert_eq!(expected, serde_json::json!(struck));
    }
}

// ---------------------------------------------------------------------- limits

#[test]
fn stray_cells_far_away_are_left_out_and_named() {
    let bytes = xlsx(|sheet| {
        sheet.write(0, 0, 1).unwrap();
        sheet.write(0, 16_383, " ").unwrap();
        sheet.write(1_048_575, 16_383, 7).unwrap();
    });
    let workbook = open(bytes);
    assert_eq!(workbook.sheet[0].extent(), Some(at("A1")));
    let messages: Vec<&str> = workbook
        .notice
        .iter()
        .map(|finding| finding.message.as_str())
        .collect();
    assert_eq!(
        messages,
        [
            "1 sel jauh di luar tabel tidak dibaca: XFD1048576",
            "1 sel jauh di luar tabel hanya berisi spasi: XFD1",
        ]
    );
}

#[test]
fn a_table_beyond_the_limits_is_an_error() {
    let workbook = open(xlsx(|sheet| {
        for row in limit::ROWS - 1..limit::ROWS + 200 {
            sheet.write(row, 0, row).unwrap();
        }
    }));
    assert_eq!(workbook.sheet[0].cell.len(), 1);
    let finding = notice(&workbook, "W023").expect("a finding");
    assert_eq!(
        (finding.severity, finding.origin.cell),
        (Severity::Error, Some(at("A20001")))
    );
}

#[test]
fn parts_that_unpack_without_end_are_refused() {
    let blanks = " ".repeat(20 << 20);
    assert_eq!(refused("a.xlsx", xlsx_raw(&blanks, "")).code.0, "W011");
    // What it says of itself does not count.
    let rows = r#"<dimension ref="A1:XFD1048576"/><sheetData><row><c t="s"><v>0</v></c></row></sheetData>"#;
    let bytes = xlsx_raw(rows, "<si><t>Kode</t></si>");
    assert_cells(&open(bytes).sheet[0], &[("A1", "t:Kode")]);
    let sheet = format!("<worksheet>{rows}</worksheet>");
    for claim in ["99999999999", "99999999999999999999999999", "x"] {
        let strings = format!("<sst uniqueCount=\"{claim}\"><si><t>Kode</t></si></sst>");
        let workbook = open(package(&[
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS),
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/sharedStrings.xml", &strings),
        ]));
        assert_cells(&workbook.sheet[0], &[("A1", "t:Kode")]);
    }
}

#[test]
fn deep_nesting_breaks_off() {
    let workbook = open(xlsx_cells(&"<a>".repeat(100_000)));
    assert!(notice(&workbook, "W026").is_some());
}

// ------------------------------------------------------------------- refusals

#[test]
fn what_is_no_workbook_is_named() {
    let locked = compound("EncryptedPackage", vec![1; 5_000]);
    let whole = xlsx_cells("<row><c><v>1</v></c></row>");
    let whole_xls = xls(&[], &[]);
    let chart_only = package(&[
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", "<workbook><sheets/></workbook>"),
    ]);
    let odt = package(&[("mimetype", "application/vnd.oasis.opendocument.text")]);
    let locked_ods = package(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
    ]);
    for (code, word, bytes) in [
        ("W001", "kosong", vec![]),
        ("W002", "terpotong", whole[..whole.len() - 30].to_vec()),
        ("W002", "terpotong", vec![0; 4_096]),
        ("W002", "terpotong", whole_xls[..whole_xls.len() / 2].to_vec()),
        ("W003", "kata sandi", locked),
        ("W003", "kata sandi", locked_ods),
        ("W003", "kata sandi", xls(&[biff(0x2F, &[1, 0])], &[])),
        ("W004", "HTML", b"\xEF\xBB\xBF\r\n<HTML><table><tr><td>1.401,40".to_vec()),
        ("W004", "HTML", b"<table border=1><tr><td>Kode</td></tr></table>".to_vec()),
        ("W005", "CSV", b"kode;uraian\r\n1.02;Program\r\n".to_vec()),
        ("W005", "CSV", b"\xFF\xFEk\0o\0".to_vec()),
        ("W006", "PDF", b"%PDF-1.7\n%\xE2\xE3".to_vec()),
        ("W007", "Word (.docx)", package(&[("word/document.xml", "<a/>")])),
        ("W007", "Word (.doc)", compound("WordDocument", vec![])),
        ("W007", ".odt", odt),
        ("W008", "zip", package(&[("renstra.xlsx", "isi")])),
        ("W008", "RAR", b"Rar!\x1A\x07".to_vec()),
        ("W009", "tidak dikenal", b"\x89PNG\r\n\x1A\n\0\0".to_vec()),
        ("W010", "48 MB", vec![b'x'; (48 << 20) + 1]),
        ("W012", "lembar kerja", chart_only),
        ("W013", "xl/workbook.xml", package(&[("xl/theme.xml", "")])),
        ("W014", "Excel 95", compound("Book", vec![])),
        ("W014", "Excel XML 2003", b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec()),
    ] {
        let finding = refused("dinas.xlsx", bytes);
        assert_eq!(finding.code.0, code, "{}", finding.message);
        assert!(finding.message.contains("dinas.xlsx"), "{}", finding.message);
        assert!(finding.message.contains(word), "{}", finding.message);
        assert!(finding.hint.is_some());
        assert_eq!(finding.severity, Severity::Error);
    }
}

#[test]
fn the_extension_is_only_remarked_on() {
    let bytes = xlsx_cells("<row><c><v>1</v></c></row>");
    for (name, remarked) in [
        ("a.xlsx", false),
        ("a.XLSM", false),
        ("a", false),
        ("a.xls", true),
        ("a.ods", true),
    ] {
        let workbook = from_bytes(name, bytes.clone()).expect("a workbook");
        assert_eq!(notice(&workbook, "W020").is_some(), remarked, "{name}");
    }
}

#[test]
fn a_missing_file_is_not_a_finding() {
    let error = read(Path::new("tidak/ada.xlsx")).expect_err("no such file");
    assert!(matches!(error, ReadError::Io { .. }));
    assert_eq!(error.to_string(), "berkas tidak/ada.xlsx tidak ditemukan");
}

#[test]
fn a_file_is_known_by_its_name_and_digest() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("Dinas Contoh.xlsx");
    let bytes = xlsx_cells("<row><c><v>1</v></c></row>");
    std::fs::write(&path, &bytes).unwrap();
    let workbook = read(&path).expect("a workbook");
    assert_eq!(&*workbook.file, "Dinas Contoh.xlsx");
    assert_eq!(workbook.digest, blake3::hash(&bytes).to_hex().to_string());
}

// ---------------------------------------------------------------- other formats

#[test]
fn ods_repeats_are_read_at_their_places() {
    let rows = r#"<table:table-row table:number-rows-repeated="8"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row table:number-rows-repeated="3"><table:table-cell/><table:table-cell
            table:number-columns-repeated="2" office:value-type="string"><text:p>Ulang</text:p></table:table-cell></table:table-row>"#;
    let tail = r#"<table:table-row table:number-rows-repeated="1048565"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let workbook = open(ods("", &format!("{rows}{tail}")));
    let filled: Vec<String> = workbook.sheet[0]
        .cell
        .keys()
        .map(ToString::to_string)
        .collect();
    assert_eq!(filled, ["B9", "C9", "B10", "C10", "B11", "C11"]);
    assert_eq!(workbook.notice.len(), 1);
    assert!(notice(&workbook, "W029").is_some());
}

#[test]
fn ods_content_without_end_is_refused() {
    let number = r#"office:value-type="float" office:value="1""#;
    let blank = r#"office:value-type="string"><text:p> </text:p>"#;
    let blanks = r#"office:value-type="string"><text:p><text:s text:c="4294967295"/></text:p>"#;
    for (rows, columns, cell) in [
        ("4294967295", "4294967295", format!("{number}>")),
        ("1048576", "16384", blank.to_owned()),
        ("1", "1", blanks.to_owned()),
    ] {
        let row = format!(
            r#"<table:table-row table:number-rows-repeated="{rows}"><table:table-cell
            table:number-columns-repeated="{columns}" {cell}</table:table-cell></table:table-row>"#
        );
        assert_eq!(refused("a.ods", ods("", &row)).code.0, "W011", "{row}");
    }
}

#[test]
fn ods_tells_values_and_says_that_it_tells_no_more() {
    let bytes = ods(
        "",
        r#"<table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"
              table:number-rows-spanned="1" office:value-type="string"><text:p>Target<text:s text:c="2"/>akhir<text:line-break/>2025</text:p>
              <office:annotation><text:p>catatan</text:p></office:annotation></table:table-cell>
              <table:covered-table-cell office:value-type="string"><text:p>sisa</text:p></table:covered-table-cell></table:table-row></table:table-header-rows>
           <table:table-row><table:table-cell office:value-type="percentage" office:value="0.875"/>
              <table:table-cell office:value-type="date" office:date-value="2025-01-02"/>
              <table:table-cell office:value-type="time" office:time-value="PT01H02M00S"/>
              <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
              <table:table-cell table:formula="of:=SUM([.A1])"/></table:table-row>"#,
    );
    let workbook = open(bytes);
    let sheet = &workbook.sheet[0];
    assert_cells(
        sheet,
        &[
            ("A1", "t:Target  akhir\n2025"),
            ("B1", "t:sisa"),
            ("A2", "n:0.875"),
            ("B2", "d:2025-1-2+0"),
            ("C2", "d:1899-12-31+3720"),
            ("D2", "b:true"),
            ("E2", "no result"),
        ],
    );
    assert!(sheet.values_only);
    assert_eq!(cell(sheet, "A2").unwrap().format, None);
    // What a merged area may hide is read, and named.
    let finding = notice(&workbook, "W030").expect("a finding");
    assert_eq!(finding.origin.cell, Some(at("B1")));
    assert!(notice(&workbook, "W029").is_some());
}

#[test]
fn xls_tells_values_formats_and_merged_areas() {
    // A shared text goes on in the next record, there with two bytes a character.
    let strings = biff(
        0xFC,
        &[bytes![u32 1, u32 1, u16 9, u8 0], b"Progr".to_vec()].concat(),
    );
    let strings_go_on = biff(0x3C, &[vec![1], utf16("am “")].concat());
    let format = biff(
        0x41E,
        &[bytes![u16 164, u16 4, u8 0], b"0.0%".to_vec()].concat(),
    );
    let styles = [
        biff(0xE0, &bytes![u16 0, u16 0, u32 0]),
        biff(0xE0, &bytes![u16 0, u16 164, u32 0]),
    ];
    let text_result =
        bytes![u16 2, u16 0, u16 0, u8 0, u8 0, u32 0, u16 0xFFFF, u16 0, u32 0, u16 0];
    let error_result =
        bytes![u16 2, u16 1, u16 0, u8 2, u8 0, u8 7, u8 0, u16 0, u16 0xFFFF, u16 0, u32 0, u16 0];
    let bytes = xls(
        &[strings, strings_go_on, format, styles.concat()],
        &[
            biff(
                0x208,
                &bytes![u16 3, u16 0, u16 1, u16 0, u16 0, u16 0, u16 0x20, u16 0],
            ),
            biff(0x7D, &bytes![u16 1, u16 2, u16 0, u16 0, u16 1, u16 0]),
            biff(0xFD, &bytes![u16 0, u16 0, u16 0, u32 0]),
            biff(0x203, &bytes![u16 1, u16 0, u16 1, f64 0.875]),
            // 1.5 and 150000000 as packed numbers.
            biff(
                0xBD,
                &bytes![u16 1, u16 1, u16 0, u32 ((150 << 2) | 3), u16 0, u32 ((150_000_000 << 2) | 2), u16 2],
            ),
            biff(0x06, &text_result),
            biff(0x207, &[bytes![u16 3, u8 0], b"WTP".to_vec()].concat()),
            biff(0x06, &error_result),
            biff(0x205, &bytes![u16 2, u16 2, u16 0, u8 1, u8 0]),
            // A chart inside the sheet has cell records of its own.
            biff(0x809, &bytes![u16 0x600, u16 0x20]),
            biff(0x203, &bytes![u16 0, u16 0, u16 0, f64 999.0]),
            biff(0x0A, &[]),
            biff(0xE5, &bytes![u16 1, u16 0, u16 0, u16 0, u16 2]),
        ],
    );
    let workbook = open(bytes);
    let sheet = &workbook.sheet[0];
    assert_cells(
        sheet,
        &[
            ("A1", "t:Program “"),
            ("A2", "n:0.875"),
            ("B2", "n:1.5"),
            ("C2", "n:150000000"),
            ("A3", "t:WTP"),
            ("B3", "e:#DIV/0!"),
            ("C3", "b:true"),
        ],
    );
    assert_eq!(format_of(sheet, "A2"), "0.0%");
    assert_eq!(sheet.merged.areas(), [area("A1", "C1")]);
    assert_eq!(
        (sheet.hidden_row.as_slice(), sheet.hidden_col.as_slice()),
        ([3].as_slice(), [1, 2].as_slice())
    );
    assert!(workbook.notice.is_empty(), "{:?}", workbook.notice);
}

#[test]
fn xls_tells_cells_whose_font_strikes_out() {
    let font = |flags: u16| biff(0x31, &bytes![u16 200, u16 flags, u32 0, u32 0, u16 0]);
    // No font has the number 4: the fifth one has the number 5.
    let fonts = [font(0), font(0), font(0), font(0), font(8)].concat();
    let styles = [
        biff(0xE0, &bytes![u16 0, u16 0, u32 0]),
        biff(0xE0, &bytes![u16 5, u16 0, u32 0]),
    ];
    let workbook = open(xls(
        &[fonts, styles.concat()],
        &[
            biff(0x203, &bytes![u16 0, u16 0, u16 0, f64 46.0]),
            biff(0x203, &bytes![u16 0, u16 1, u16 1, f64 4.0]),
        ],
    ));
    let sheet = &workbook.sheet[0];
    assert_cells(sheet, &[("A1", "n:46"), ("B1", "-")]);
    assert_eq!(sheet.marks[&at("B1")].struck.as_deref(), Some("4"));
}

#[test]
fn xlsb_tells_values_and_says_that_it_tells_no_more() {
    let styles = [
        brt(615, &bytes![u32 1]),
        brt(44, &[bytes![u16 164], wide("dd/mm/yyyy")].concat()),
        brt(616, &[]),
        brt(617, &bytes![u32 2]),
        brt(47, &bytes![u16 0, u16 0]),
        brt(47, &bytes![u16 0, u16 164]),
        brt(618, &[]),
    ];
    let row = |row: u32| brt(0, &bytes![u32 row, u32 0, u16 0, u8 0, u8 0, u8 0]);
    let sheet = [
        row(0),
        brt(7, &bytes![u32 0, u32 0, u32 0]),
        row(1),
        brt(5, &bytes![u32 0, u32 0, f64 0.875]),
        brt(5, &bytes![u32 1, u32 1, f64 45_658.0]),
        brt(2, &bytes![u32 3, u32 0, u32 ((150 << 2) | 3)]),
        brt(3, &bytes![u32 4, u32 0, u8 0x17]),
        brt(8, &[bytes![u32 5, u32 0], wide("WTP")].concat()),
        // The error that a formula gave.
        brt(11, &bytes![u32 6, u32 0, u8 7, u8 0, u8 0, u32 0, u32 0]),
    ];
    let workbook = open(xlsb(&styles, &sheet));
    let sheet = &workbook.sheet[0];
    assert_cells(
        sheet,
        &[
            ("A1", "t:Sub Kegiatan"),
            ("A2", "n:0.875"),
            ("B2", "d:2025-1-1+0"),
            ("D2", "n:1.5"),
            ("E2", "e:#REF!"),
            ("F2", "t:WTP"),
            ("G2", "e:#DIV/0!"),
        ],
    );
    assert!(sheet.values_only);
    assert_eq!(cell(sheet, "A2").unwrap().format, None);
    assert_eq!(workbook.notice.len(), 1);
    let finding = notice(&workbook, "W029").expect("a finding");
    assert_eq!(finding.severity, Severity::Info);
    assert!(
        finding
            .hint
            .as_ref()
            .is_some_and(|hint| hint.contains(".xlsx"))
    );
}

#[test]
fn an_xlsb_with_cells_that_would_be_passed_over_is_refused() {
    // A cell without a column, formatted text in a cell, a record cut short.
    for record in [
        brt(16, &bytes![u32 0, f64 7.0]),
        brt(62, &[bytes![u32 0, u32 0, u8 0], wide("a")].concat()),
        brt(5, &bytes![u32 0, u32 0]),
    ] {
        let finding = refused("a.xlsb", xlsb(&[], &[brt(0, &[0; 13]), record]));
        assert_eq!(finding.code.0, "W013");
        assert!(
            finding.message.contains("sheet1.bin"),
            "{}",
            finding.message
        );
        assert!(finding.hint.is_some_and(|hint| hint.contains(".xlsx")));
    }
}

#[test]
fn a_shared_text_that_is_not_in_an_xlsb_breaks_the_sheet_off() {
    let cells = [
        brt(0, &[0; 13]),
        brt(7, &bytes![u32 0, u32 0, u32 0]),
        brt(7, &bytes![u32 1, u32 0, u32 99]),
    ];
    let workbook = open(xlsb(&[], &cells));
    assert_cells(&workbook.sheet[0], &[("A1", "t:Sub Kegiatan"), ("B1", "-")]);
    assert!(notice(&workbook, "W026").is_some());
}

// ------------------------------------------------------------------ any input

/// A small file of each format.
fn samples() -> Vec<Vec<u8>> {
    vec![
        xlsx(|sheet| {
            sheet
                .merge_range(0, 0, 0, 2, "Target", &Format::new())
                .unwrap();
            sheet.write(1, 0, 1.5).unwrap();
        }),
        xlsx_cells("<row><c r=\"B2\"><f>A1</f></c><c t=\"s\"><v>0</v></c></row>"),
        ods(
            "",
            "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
        ),
        xls(
            &[biff(
                0xFC,
                &[bytes![u32 1, u32 1, u16 2, u8 0], b"ab".to_vec()].concat(),
            )],
            &[
                biff(0xFD, &bytes![u16 0, u16 0, u16 0, u32 0]),
                biff(0xE5, &bytes![u16 1, u16 0, u16 1, u16 0, u16 1]),
            ],
        ),
        xlsb(
            &[],
            &[brt(0, &[0; 13]), brt(7, &[0; 12]), brt(176, &[0; 16])],
        ),
    ]
}

/// Reading gives a workbook inside the limits or a refusal with a hint.
fn assert_bounded(bytes: Vec<u8>) {
    match from_bytes("dinas.xlsx", bytes) {
        Ok(workbook) => {
            let cells: usize = workbook.sheet.iter().map(|sheet| sheet.cell.len()).sum();
            assert!(cells <= limit::CELLS);
            for sheet in &workbook.sheet {
                let end = sheet.extent().unwrap_or(CellRef::new(0, 0));
                assert!(end.row < limit::ROWS && end.col < limit::COLUMNS);
            }
        }
        Err(ReadError::Refused(finding)) => assert!(finding.hint.is_some()),
        Err(error) => panic!("{error}"),
    }
}

/// A package with its parts stored and not compressed, so that changed bytes
/// reach the readers and not only the inflater.
fn stored(bytes: Vec<u8>, change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes.clone())) else {
        let mut bytes = bytes;
        change(&mut bytes);
        return bytes;
    };
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..zip.len() {
        let mut part = zip.by_index(place).unwrap();
        let mut data = Vec::new();
        std::io::Read::read_to_end(&mut part, &mut data).unwrap();
        change(&mut data);
        let options = zip::write::SimpleFileOptions::default();
        out.start_file(part.name().unwrap(), options).unwrap();
        out.write_all(&data).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Damaged files to try; more with the variable that proptest itself reads.
fn cases() -> u32 {
    let wanted = std::env::var("PROPTEST_CASES");
    wanted
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(200)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..2_000), head in 0_usize..6) {
        let heads: [&[u8]; 6] = [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"<", b"PK\x05\x06", b"\x09\x08"];
        assert_bounded([heads[head], &bytes].concat());
    }

    #[test]
    fn any_damage_to_a_file_is_refused_or_read(
        sample in 0_usize..5,
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        cut in any::<prop::sample::Index>(),
        inside in any::<bool>(),
    ) {
        let bytes = samples().swap_remove(sample);
        let change = |bytes: &mut Vec<u8>| {
            for (place, byte) in &damage {
                if !bytes.is_empty() {
                    let place = place.index(bytes.len());
                    bytes[place] = *byte;
                }
            }
        };
        assert_bounded(bytes[..cut.index(bytes.len())].to_vec());
        if inside {
            assert_bounded(stored(bytes, change));
        } else {
            let mut bytes = bytes;
            change(&mut bytes);
            assert_bounded(bytes);
        }
    }
}
