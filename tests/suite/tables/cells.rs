//! What one cell says: a heading its year and its kind, a figure its style.

use super::{amounts, goals, grid, read};
use crate::support::grid::Content;

#[test]
fn a_heading_of_one_cell_names_year_and_kind() {
    for (target, money) in [
        ("Target 2022", "2022 (Rp)"),
        ("2022 Target", "Rp 2022"),
        ("Target Tahun 2022", "Pagu Tahun 2022 (Rp)"),
        ("2022\nTarget", "2022\nRp"),
    ] {
        let heading = format!("Kode|Program|Indikator Kinerja|Satuan|{target}|{money}");
        let row = "7.01.02|PROGRAM SATU|Cakupan|%|80|199200500";
        let (sheets, said) = read(&[grid("T-C.27", &["RENCANA PROGRAM", &heading, row])]);
        assert_eq!(amounts(&sheets), ["199.200.500"], "{target}: {said}");
        let target = &sheets.program_kegiatan[0].baris.target;
        let years: Vec<u16> = target.keys().map(|tahun| tahun.get()).collect();
        assert_eq!(years, [2022], "{said}");
        assert!(said.is_empty(), "{said}");
    }
}

#[test]
fn a_point_parts_thousands_where_all_decimals_have_a_comma() {
    for (values, doubtful) in [
        (["1.157", "77,5"], false),
        (["1.157", "80"], true),
        (["1.157", "77.2"], true),
        (["77,5", "77,25"], false),
    ] {
        let mut sheet = goals("Target 2022|Target 2023", "|");
        for (col, value) in (5..).zip(values) {
            sheet.cell.insert((3, col), Content::Text(value.to_owned()));
        }
        let (_, said) = read(&[sheet]);
        assert_eq!(said.contains("[S013]"), doubtful, "{values:?}: {said}");
    }
}

#[test]
fn a_unit_between_indicator_and_years_is_what_is_measured_unless_it_names_who_answers() {
    let heading = "Bidang Urusan/Program|Indikator|Unit|Target 2026|Pagu 2026|Perangkat Daerah";
    for (unit, measured) in [("%", true), ("Bidang Satu", false)] {
        let row = format!("1.02.02 - PROGRAM SATU|Cakupan|{unit}|80|701000001|Bidang Dua");
        let (sheets, said) = read(&[grid("Pendanaan", &["Rencana Program", heading, &row])]);
        let satuan = sheets.program_kegiatan[0].baris.satuan.value();
        assert_eq!(satuan.is_some(), measured, "{unit}: {said}");
    }
}
