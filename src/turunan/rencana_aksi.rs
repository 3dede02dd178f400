//! The plan of action of a year: what is done for each objective, with room for the
//! targets of its quarters, which the plan does not hold (practice of SAKIP).

use super::tabel::{Gaya, Rata, Row, Sel, Tabel, column, group, measured};
use crate::model::{Indikator, PaguRow, Program, Renstra, Tahun, text};

/// Titles and the table.
pub(super) fn build(renstra: &Renstra, tahun: Tahun) -> (Vec<String>, Vec<Tabel>) {
    let judul = vec![format!("RENCANA AKSI PENCAPAIAN KINERJA TAHUN {tahun}")];
    let table = &renstra.pendanaan;
    let serves = |program: &Program, sasaran: &str| {
        let named = program.sasaran.and_then(|at| table.sasaran.get(at));
        named.is_some_and(|named| text::same(&named.uraian.value, sasaran))
    };
    let mut baris = Vec::new();
    let mut listed = vec![false; table.program.len()];
    let sasaran = renstra.tujuan.iter().flat_map(|tujuan| &tujuan.sasaran);
    for (number, sasaran) in (1..).zip(sasaran) {
        objective(
            &mut baris,
            number,
            &sasaran.uraian.value,
            &sasaran.indikator,
            tahun,
        );
        for (program, listed) in table.program.iter().zip(&mut listed) {
            if !*listed && serves(program, &sasaran.uraian.value) {
                *listed = true;
                actions(&mut baris, program, tahun);
            }
        }
    }
    let rest = table
        .program
        .iter()
        .zip(&listed)
        .filter(|(_, listed)| !**listed);
    for (program, _) in rest {
        actions(&mut baris, program, tahun);
    }
    (judul, vec![frame(tahun, baris)])
}

fn objective(
    list: &mut Vec<Row>,
    number: usize,
    uraian: &str,
    indikator: &[Indikator],
    tahun: Tahun,
) {
    for at in 0..indikator.len().max(1) {
        let own = indikator.get(at);
        let target = own.and_then(|own| Some(measured(own, own.target.get(&tahun)?.value()?)));
        let mut sel = vec![
            Sel::teks((at == 0).then(|| format!("{number}."))),
            Sel::teks((at == 0).then_some(uraian)),
            Sel::teks(own.map(|own| &own.uraian.value)),
            Sel::teks(target),
        ];
        sel.resize(12, Sel::Kosong);
        list.push(Row {
            gaya: Gaya::Induk,
            sel,
        });
    }
}

fn actions(list: &mut Vec<Row>, program: &Program, tahun: Tahun) {
    action(list, &program.baris, Gaya::Anak, tahun);
    for kegiatan in &program.kegiatan {
        action(list, &kegiatan.baris, Gaya::Anak, tahun);
        for sub in &kegiatan.sub_kegiatan {
            action(list, &sub.baris, Gaya::Biasa, tahun);
        }
    }
}

/// A row, and one more for each further indicator.
fn action(list: &mut Vec<Row>, row: &PaguRow, gaya: Gaya, tahun: Tahun) {
    if row.is_implied() {
        return;
    }
    let name = row.uraian.value().map_or("", String::as_str);
    let kode = row.kode_typed.then(|| row.kode.value.to_string());
    let name = format!("{} {name}", kode.unwrap_or_default());
    let pagu = row
        .pagu()
        .get(&tahun)
        .and_then(|entry| entry.value().copied());
    for at in 0..row.indikator.len().max(1) {
        let own = row.indikator.get(at);
        let first = at == 0;
        let target = own.and_then(|own| Some(measured(own, own.target.get(&tahun)?.value()?)));
        let mut sel = vec![Sel::Kosong; 4];
        sel.push(Sel::teks(first.then_some(name.trim())));
        sel.push(Sel::teks(own.map(|own| match &target {
            Some(target) => format!("{}: {target}", own.uraian.value),
            None => own.uraian.value.clone(),
        })));
        sel.resize(10, Sel::Kosong);
        sel.push(Sel::uang(pagu.filter(|_| first)));
        sel.push(Sel::teks(row.unit.value().filter(|_| first)));
        list.push(Row { gaya, sel });
    }
}

fn frame(tahun: Tahun, baris: Vec<Row>) -> Tabel {
    let columns = [
        column("No", 4, Rata::Tengah),
        column("Sasaran", 17, Rata::Kiri),
        column("Indikator Kinerja", 16, Rata::Kiri),
        column(format!("Target {tahun}"), 9, Rata::Tengah),
        column(
            "Rencana Aksi (Program/Kegiatan/Sub Kegiatan)",
            24,
            Rata::Kiri,
        ),
        column("Keluaran", 24, Rata::Kiri),
        group(
            "Target Triwulan",
            ["I", "II", "III", "IV"].map(|quarter| column(quarter, 7, Rata::Tengah)),
        ),
        column("Anggaran (Rp)", 13, Rata::Kanan),
        column("Penanggung Jawab", 14, Rata::Kiri),
    ];
    Tabel::new(columns, baris)
}
