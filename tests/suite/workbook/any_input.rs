//! Any bytes, and any damage to a file, are refused or read.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use renstra::diagnostic::CellRef;
use renstra::workbook::{ReadError, from_bytes, limit};
use rust_xlsxwriter::Format;

use super::make::{biff, brt, bytes, ods, xls, xlsb, xlsx, xlsx_cells};

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
