//! The other formats: ods, xls and xlsb.

use renstra::diagnostic::Severity;

use super::make::{biff, brt, bytes, ods, utf16, wide, xls, xlsb};
use super::{area, assert_cells, at, cell, format_of, notice, open, refused};

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
