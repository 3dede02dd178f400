//! What the eye sees and a plain reader loses: struck-out letters, raised marks,
//! shapes and pictures, the waiting words of online suites, fractions.

use renstra::diagnostic::CellRef;
use renstra::model::Target;
use renstra::pipeline::{self, Options};
use renstra::workbook::{Drawing, DrawingKind, Marks, PICTURE, Sheet, Value, Workbook, from_bytes};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatScript, Shape, Workbook as Writer, Worksheet};

use crate::support::{self, package, source, to_workbook};

fn read(fill: impl FnOnce(&mut Worksheet)) -> Sheet {
    let mut writer = Writer::new();
    fill(writer.add_worksheet());
    let bytes = writer.save_to_buffer().unwrap();
    from_bytes("dinas.xlsx", bytes).unwrap().sheet.remove(0)
}

fn text(sheet: &Sheet, row: u32, col: u32) -> Option<&str> {
    match &sheet.get(row, col)?.value {
        Value::Text(text) | Value::Error(text) => Some(text),
        _ => None,
    }
}

fn struck(sheet: &Sheet, row: u32, col: u32) -> Option<&str> {
    sheet.marks.get(&CellRef::new(row, col))?.struck.as_deref()
}

fn raised(sheet: &Sheet, row: u32, col: u32) -> Option<&str> {
    sheet.marks.get(&CellRef::new(row, col))?.raised.as_deref()
}

#[test]
fn struck_letters_are_no_content() {
    let plain = Format::new();
    let strike = Format::new().set_font_strikethrough();
    let sheet = read(|sheet| {
        sheet
            .write_rich_string(0, 0, &[(&strike, "4"), (&plain, "6")])
            .unwrap();
        sheet
            .write_rich_string(
                1,
                0,
                &[(&plain, "Jumlah "), (&strike, "lama"), (&plain, "jalan")],
            )
            .unwrap();
        sheet
            .write_string_with_format(2, 0, "Hapus", &strike)
            .unwrap();
        sheet.write_number_with_format(3, 0, 12.5, &strike).unwrap();
        sheet.write_string(4, 0, "Tetap").unwrap();
    });
    assert_eq!(text(&sheet, 0, 0), Some("6"));
    assert_eq!(struck(&sheet, 0, 0), Some("4"));
    assert_eq!(text(&sheet, 1, 0), Some("Jumlah jalan"));
    assert_eq!(struck(&sheet, 1, 0), Some("lama"));
    assert_eq!(sheet.get(2, 0), None);
    assert_eq!(struck(&sheet, 2, 0), Some("Hapus"));
    assert_eq!(sheet.get(3, 0), None);
    assert_eq!(struck(&sheet, 3, 0), Some("12,5"));
    assert_eq!(text(&sheet, 4, 0), Some("Tetap"));
    assert_eq!(sheet.marks.len(), 4);
}

#[test]
fn a_raised_mark_is_no_digit_of_a_figure_and_stays_in_a_text() {
    let plain = Format::new();
    let raise = Format::new().set_font_script(FormatScript::Superscript);
    let sheet = read(|sheet| {
        sheet
            .write_rich_string(0, 0, &[(&plain, "85"), (&raise, "1)")])
            .unwrap();
        sheet
            .write_rich_string(1, 0, &[(&plain, "m"), (&raise, "2")])
            .unwrap();
        sheet
            .write_rich_string(2, 0, &[(&plain, "Indeks jalan"), (&raise, "1)")])
            .unwrap();
    });
    assert_eq!(text(&sheet, 0, 0), Some("85"));
    assert_eq!(raised(&sheet, 0, 0), Some("1)"));
    assert_eq!(text(&sheet, 1, 0), Some("m²"));
    assert_eq!(text(&sheet, 2, 0), Some("Indeks jalan¹⁾"));
    assert_eq!(sheet.marks.len(), 1);
}

#[test]
fn shapes_with_text_are_told() {
    let sheet = read(|sheet| {
        let shape = Shape::textbox().set_text("Kepala Dinas");
        sheet.insert_shape(4, 1, &shape).unwrap();
        sheet.insert_shape(8, 1, &Shape::textbox()).unwrap();
    });
    assert_eq!(sheet.drawings.len(), 1);
    let drawing = &sheet.drawings[0];
    assert_eq!(drawing.kind, DrawingKind::Shape);
    assert_eq!(drawing.at, CellRef::new(4, 1));
    assert_eq!(drawing.text, "Kepala Dinas");
}

/// A workbook whose only row holds these cells.
fn cells(row: &str) -> Workbook {
    let sheet = format!("<worksheet><sheetData><row r=\"1\">{row}</row></sheetData></worksheet>");
    let bytes = package::of(&[
        (
            "xl/workbook.xml",
            r#"<workbook><sheets><sheet name="A" sheetId="1" r:id="s1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="s1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/sheet1.xml", &sheet),
    ]);
    from_bytes("dinas.xlsx", bytes).unwrap()
}

#[test]
fn what_stands_in_place_of_a_value_is_none() {
    let workbook = cells(
        r#"<c r="A1" t="str"><f>IFERROR(__xludf.DUMMYFUNCTION("x"),"Loading...")</f><v>Loading...</v></c>
        <c r="B1" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>
        <c r="C1" t="e"><f>_xlfn.DISPIMG("ID_1",1)</f><v>#NAME?</v></c>
        <c r="D1"><f>IFERROR(__xludf.DUMMYFUNCTION("x"),46)</f><v>46</v></c>
        <c r="E1" t="inlineStr"><is><t>Loading dock</t></is></c>"#,
    );
    let sheet = &workbook.sheet[0];
    assert_eq!(
        sheet.get(0, 0).unwrap().value,
        Value::Error("Loading...".to_owned())
    );
    assert_eq!(
        sheet.get(0, 1).unwrap().value,
        Value::Error(PICTURE.to_owned())
    );
    assert_eq!(
        sheet.get(0, 2).unwrap().value,
        Value::Error(PICTURE.to_owned())
    );
    assert_eq!(
        sheet.get(0, 3).unwrap().value,
        Value::Number(Decimal::from(46))
    );
    assert_eq!(
        sheet.get(0, 4).unwrap().value,
        Value::Text("Loading dock".to_owned())
    );
}

#[test]
fn a_fraction_format_shows_the_fraction() {
    for (value, format, shown) in [
        ("0.5", "# ?/?", "1/2"),
        ("1.25", "# ?/?", "1 1/4"),
        ("0.3333333333333333", "# ?/?", "1/3"),
        ("2", "# ?/?", "2"),
        ("0", "# ?/?", "0"),
        ("-0.75", "# ?/?", "-3/4"),
        ("1.25", "?/?", "5/4"),
        ("0.5", "# ?/8", "4/8"),
        ("0.999", "# ?/?", "1"),
        ("3.14159265", "# ??/??", "3 1/7"),
        ("0.5", "0.0", "0,5"),
        ("0.5", "d/m/yy", "0,5"),
    ] {
        let target = Target::from_decimal(value.parse().unwrap(), Some(format));
        assert_eq!(target.teks(), shown, "{value} under {format}");
    }
    let half = Target::from_decimal("0.5".parse().unwrap(), Some("# ?/?"));
    assert_eq!(half.nilai(), Some("0.5".parse().unwrap()));
}

/// The findings of a small plan after a change to its worksheets.
fn findings(change: impl FnOnce(&mut Workbook)) -> Vec<String> {
    let grid = source::read(&support::path("fixtures/small-opd"), None);
    let mut workbook = to_workbook::workbook("dinas.xlsx", &grid);
    change(&mut workbook);
    let inspection =
        pipeline::inspect_workbook(support::library(), workbook, &Options::default()).unwrap();
    let all = inspection.findings.iter();
    all.filter(|finding| finding.code.0.starts_with('S') || finding.code.0.starts_with('W'))
        .map(|finding| {
            let cell = finding.origin.cell.map(|at| at.to_string());
            format!(
                "{} {:?} {} {}",
                finding.code.0,
                finding.severity,
                cell.unwrap_or_default(),
                finding.message
            )
        })
        .collect()
}

fn sheet<'w>(workbook: &'w mut Workbook, name: &str) -> &'w mut Sheet {
    let found = workbook.sheet.iter_mut().find(|sheet| &*sheet.name == name);
    found.unwrap_or_else(|| panic!("no sheet {name}"))
}

fn marks(struck: Option<&str>, raised: Option<&str>) -> Marks {
    Marks {
        struck: struck.map(Into::into),
        raised: raised.map(Into::into),
    }
}

#[test]
fn the_plan_as_it_is_has_nothing_to_say() {
    assert_eq!(findings(|_| {}), Vec::<String>::new());
}

#[test]
fn struck_and_raised_letters_are_findings_at_their_cells() {
    let found = findings(|workbook| {
        let iku = sheet(workbook, "IKU");
        let at = *iku.cell.keys().last().unwrap();
        iku.marks.insert(at, marks(Some("4"), Some("1)")));
    });
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("S042 Warning"), "{found:?}");
    assert!(found[1].starts_with("S043 Warning"), "{found:?}");
    assert!(found[1].contains("\"1)\""), "{found:?}");
}

#[test]
fn a_struck_row_is_one_finding_and_no_row() {
    let found = findings(|workbook| {
        let pegawai = sheet(workbook, "Pegawai");
        let row = pegawai.extent().unwrap().row + 1;
        for col in 0..4 {
            let at = CellRef::new(row, col);
            pegawai.marks.insert(at, marks(Some("Lama"), None));
        }
    });
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("dicoret seluruhnya"), "{found:?}");
}

#[test]
fn a_sheet_of_shapes_alone_is_an_error_that_names_their_texts() {
    let shape = Drawing {
        at: CellRef::new(4, 0),
        kind: DrawingKind::Shape,
        text: "Kepala Dinas".to_owned(),
    };
    let drawn = |is_empty: bool| {
        findings(|workbook| {
            let struktur = sheet(workbook, "Struktur");
            struktur.drawings.push(shape.clone());
            let body = |at: &CellRef| !is_empty || at.row < 2;
            struktur.cell.retain(|at, _| body(at));
        })
    };
    let beside = drawn(false);
    assert_eq!(beside.len(), 1, "{beside:?}");
    assert!(beside[0].starts_with("S044 Warning A5"), "{beside:?}");
    let alone = drawn(true);
    let error = alone.iter().find(|finding| finding.starts_with("S044"));
    assert!(
        error.is_some_and(|error| error.starts_with("S044 Error A5")),
        "{alone:?}"
    );
}

#[test]
fn waiting_words_and_pictures_are_errors_in_any_column() {
    let found = findings(|workbook| {
        let iku = sheet(workbook, "IKU");
        let mut texts = iku
            .cell
            .iter_mut()
            .rev()
            .filter(|(_, cell)| matches!(cell.value, Value::Text(_)));
        texts.next().unwrap().1.value = Value::Error("Loading...".to_owned());
        texts.next().unwrap().1.value = Value::Error(PICTURE.to_owned());
    });
    assert!(
        found
            .iter()
            .any(|finding| finding.starts_with("S041 Error")),
        "{found:?}"
    );
    assert!(
        found
            .iter()
            .any(|finding| finding.starts_with("S040 Error")),
        "{found:?}"
    );
}

#[test]
fn where_formats_are_unknown_a_number_below_one_is_doubtful() {
    let found = findings(|workbook| {
        let sheet = sheet(workbook, "IKU");
        sheet.values_only = true;
        let at = *sheet.cell.keys().last().unwrap();
        let cell = sheet.cell.get_mut(&at).unwrap();
        cell.value = Value::Number("0.85".parse().unwrap());
    });
    assert!(
        found
            .iter()
            .any(|finding| finding.starts_with("S045 Warning")),
        "{found:?}"
    );
}

#[test]
fn what_the_sheet_shows_of_a_number_in_its_place() {
    for (value, format, seen) in [
        ("90", ";;;", Some("")),
        ("90", "\"WTP\"", Some("WTP")),
        ("1", "\"Ada\";;\"Tidak\"", Some("Ada")),
        ("90", "[>=90]\"A\";[>=80]\"B\";\"C\"", Some("A")),
        ("85", "[>=90]\"A\";[>=80]\"B\";\"C\"", Some("B")),
        ("90", "0;;", None),
        ("-5", "0;0", Some("5")),
        ("-5", "#,##0;[Red]#,##0", Some("5")),
        ("-5", "0;(0)", None),
        ("-5", "0;-0", None),
        ("-5", "0;\"minus \"0", None),
        ("0", "0;-0;;@", Some("")),
        ("0", "#,###", Some("")),
        ("0", "0;0;\"nihil\"", Some("nihil")),
        ("0", "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", None),
        ("0", "0;0;\"-\"", None),
        ("12", "General", None),
        ("12", "@", None),
        ("12", "\"Rp\"#,##0", None),
        ("0.5", "# ?/?", None),
    ] {
        let shown = renstra::model::target::shown_in_place(value.parse().unwrap(), Some(format));
        assert_eq!(shown.as_deref(), seen, "{value} under {format}");
    }
}

#[test]
fn a_word_of_scale_behind_a_number_is_printed() {
    for (value, format, shown) in [
        ("15", "0\" juta\"", "15 juta"),
        ("1.5", "0.0\" M\"", "1,5 M"),
        ("1500000", "0.0,,\" juta\"", "1.500.000,0"),
        ("12", "0\" bln\"", "12"),
    ] {
        let target = Target::from_decimal(value.parse().unwrap(), Some(format));
        assert_eq!(target.teks(), shown, "{value} under {format}");
    }
}

#[test]
fn numbers_that_the_sheet_shows_otherwise_are_named() {
    let found = findings(|workbook| {
        let iku = sheet(workbook, "IKU");
        let mut numbers = iku
            .cell
            .iter_mut()
            .rev()
            .filter(|(_, cell)| matches!(cell.value, Value::Number(_)));
        numbers.next().unwrap().1.format = Some(";;;".into());
        let zero = numbers.next().unwrap().1;
        zero.value = Value::Number(Decimal::ZERO);
        zero.format = Some("0;-0;;@".into());
    });
    let of = |severity: &str| {
        let start = format!("S046 {severity}");
        found.iter().any(|finding| finding.starts_with(&start))
    };
    assert!(of("Warning") && of("Info"), "{found:?}");
}

#[test]
fn zeros_that_the_sheet_hides_are_told() {
    let typed = read(|sheet| {
        sheet.write_number(0, 0, 0).unwrap();
    });
    assert!(!typed.hides_zeros);
    let found = findings(|workbook| {
        let iku = sheet(workbook, "IKU");
        iku.hides_zeros = true;
        let number = iku
            .cell
            .values_mut()
            .find(|cell| matches!(cell.value, Value::Number(_)));
        number.unwrap().value = Value::Number(Decimal::ZERO);
    });
    assert!(
        found.iter().any(|finding| finding.starts_with("S046 Info")),
        "{found:?}"
    );
}

#[test]
fn letters_in_the_colour_of_what_is_behind_them_are_told() {
    let white = Format::new().set_font_color(Color::White);
    let filled = Format::new()
        .set_font_color(Color::RGB(0x0000_B050))
        .set_background_color(Color::RGB(0x0000_B050));
    let header = Format::new()
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(0x0000_B050));
    let typed = read(|sheet| {
        sheet.write_number_with_format(0, 0, 5, &white).unwrap();
        sheet.write_number_with_format(1, 0, 6, &filled).unwrap();
        sheet.write_number_with_format(2, 0, 7, &header).unwrap();
        sheet.write_number(3, 0, 8).unwrap();
    });
    let at = |row| CellRef::new(row, 0);
    assert_eq!(typed.unseen, [at(0), at(1)]);
    assert_eq!(typed.cell.len(), 4);
    let found = findings(|workbook| {
        let iku = sheet(workbook, "IKU");
        let last = *iku.cell.keys().last().unwrap();
        iku.unseen.push(last);
    });
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("S047 Info"), "{found:?}");
}
