//! Where cells are, and what a sheet says of them.

use renstra::diagnostic::Severity;
use renstra::workbook::{Value, read};
use rust_xlsxwriter::{Formula, Workbook as Writer};

use super::make::{ods, xlsx, xlsx_cells, xlsx_raw};
use super::{area, assert_cells, at, cell, notice, open};

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
