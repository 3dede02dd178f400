//! The parts of a file: damaged, oddly named, twice, or too large.

use std::io::{Cursor, Write};
use std::path::Path;

use renstra::diagnostic::Severity;
use renstra::workbook::{ReadError, from_bytes, limit, read};

use super::make::{BOOK, BOOK_RELS, RELS, biff, compound, utf16, xls, xlsx, xlsx_cells, xlsx_raw};
use super::{assert_cells, at, notice, open, refused};
use crate::support::package::of as package;

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
