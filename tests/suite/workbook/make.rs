//! Files made by hand, byte by byte where no writer would make them.

// Fields of hand-made records are small numbers, cut to the width of the field.
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Workbook as Writer, Worksheet};

use crate::support::package::of as package;

pub(super) const RELS: &str = r#"<Relationships><Relationship Id="r1"
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    Target="xl/workbook.xml"/></Relationships>"#;
pub(super) const BOOK: &str =
    r#"<workbook><sheets><sheet name="Renstra" sheetId="1" r:id="s1"/></sheets></workbook>"#;
pub(super) const BOOK_RELS: &str = r#"<Relationships>
    <Relationship Id="s1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="s2" Type="http://x/relationships/sharedStrings" Target="sharedStrings.xml"/>
    <Relationship Id="s3" Type="http://x/relationships/styles" Target="/xl/styles.xml"/></Relationships>"#;

/// An xlsx whose only sheet has this content between `<worksheet>` and its end.
pub(super) fn xlsx_raw(sheet: &str, strings: &str) -> Vec<u8> {
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
pub(super) fn xlsx_cells(rows: &str) -> Vec<u8> {
    xlsx_raw(&format!("<sheetData>{rows}</sheetData>"), "")
}

/// An xlsx with one sheet, as Excel would write it.
pub(super) fn xlsx(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut writer = Writer::new();
    fill(writer.add_worksheet().set_name("Renstra").unwrap());
    writer.save_to_buffer().unwrap()
}

/// An ods with these styles and this content of its only table.
pub(super) fn ods(styles: &str, table: &str) -> Vec<u8> {
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

pub(super) use bytes;

/// UTF-16 bytes of a text.
pub(super) fn utf16(text: &str) -> Vec<u8> {
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
pub(super) fn biff(id: u16, data: &[u8]) -> Vec<u8> {
    [bytes![u16 id, u16 data.len()], data.to_vec()].concat()
}

/// An xls with these records before its only sheet, and these in it.
pub(super) fn xls(before: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
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
pub(super) fn brt(id: u16, data: &[u8]) -> Vec<u8> {
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
pub(super) fn wide(text: &str) -> Vec<u8> {
    [bytes![u32 text.encode_utf16().count()], utf16(text)].concat()
}

/// An xlsb with these style records and these records in its only sheet.
pub(super) fn xlsb(styles: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
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
