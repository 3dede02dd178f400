//! Names and order of the tabs, further sheets.

use super::typed::{Regulation, Typed};
use super::{Expect, Way, both};

/// Renames every tab by its place.
fn rename(t: &mut Typed, f: impl Fn(usize, &str) -> String) {
    let names: Vec<String> = t
        .workbook
        .sheet
        .iter()
        .map(|sheet| sheet.name.to_string())
        .collect();
    for (at, name) in names.iter().enumerate() {
        t.rename(name, &f(at, name));
    }
}

/// An old copy of the main table that nobody took out.
fn old_copy(t: &mut Typed, before: bool) {
    let (name, first) = (t.main(), t.first(t.main()));
    let mut copy = t.get(name).clone();
    for (at, cell) in &mut copy.cell {
        if at.row >= first
            && let Some(amount) = super::typed::money(cell)
        {
            cell.value = renstra::workbook::Value::Number((amount + 1000).into());
        }
    }
    let tab = format!("{name} lama");
    copy.name = tab.as_str().into();
    let own = t
        .workbook
        .sheet
        .iter()
        .position(|sheet| &*sheet.name == name);
    let at = own.unwrap() + usize::from(!before);
    t.workbook.sheet.insert(at, copy);
    for (index, sheet) in (0..).zip(&mut t.workbook.sheet) {
        let (file, tab) = (t.workbook.file.clone(), sheet.name.clone());
        sheet.origin = renstra::diagnostic::Origin::sheet(file, index, tab);
    }
}

pub fn ways() -> Vec<Way> {
    use Expect::{Named, Said, Same};
    vec![
        both("tabs: Sheet1, Sheet2 …", Same, |t| {
            rename(t, |at, _| format!("Sheet{}", at + 1));
        }),
        both("tabs: REVISI before and (2) behind", Same, |t| {
            rename(t, |_, name| format!("REVISI {name} (2)"));
        }),
        both("tabs: TC27 fix", Same, |t| {
            rename(t, |_, name| match name.strip_prefix("T-C.") {
                Some(number) => format!("TC{number} fix"),
                None => format!("{name} fix"),
            });
        }),
        both("tabs: numbered", Same, |t| {
            rename(t, |at, name| format!("{}. {name}", at + 1));
        }),
        both("tabs: upper case with blanks around", Same, |t| {
            rename(t, |_, name| format!(" {} ", name.to_uppercase()));
        }),
        both(
            "tabs: an empty sheet, a guide and a recap beside them",
            Said("S001"),
            |t| {
                t.add_sheet("Sheet99");
                t.add_sheet("Petunjuk");
                t.put_text("Petunjuk", 0, 0, "Isi semua lembar sebelum dikirim");
                t.add_sheet("Rekap");
                for (row, line) in (0..).zip([
                    ["Bidang", "Jumlah"],
                    ["Sekretariat", "3"],
                    ["Bidang I", "4"],
                ]) {
                    for (col, word) in (0..).zip(line) {
                        t.put_text("Rekap", row, col, word);
                    }
                }
            },
        ),
        both("tabs: a hidden copy of the main table", Same, |t| {
            let mut copy = t.get(t.main()).clone();
            copy.hidden = true;
            copy.name = "lama".into();
            copy.origin.sheet = Some("lama".into());
            t.workbook.sheet.push(copy);
        }),
        both("tabs: in the other order", Same, |t| {
            t.workbook.sheet.reverse();
            for (index, sheet) in (0..).zip(&mut t.workbook.sheet) {
                let (file, tab) = (t.workbook.file.clone(), sheet.name.clone());
                sheet.origin = renstra::diagnostic::Origin::sheet(file, index, tab);
            }
        }),
        both(
            "tabs: an old copy with other amounts behind the table",
            Named("S036"),
            |t| {
                old_copy(t, false);
            },
        ),
        both(
            "tabs: an old copy with other amounts before the table",
            Named("S036"),
            |t| {
                old_copy(t, true);
            },
        ),
        both("tabs: a table of indicators hidden", Named("R002"), |t| {
            let name = match t.regulation {
                Regulation::Permendagri86 => "T-C.28",
                Regulation::Inmendagri2 => "IKK",
            };
            t.sheet(name).hidden = true;
        }),
        both("tabs: the main table hidden", Named("R002"), |t| {
            let name = t.main();
            t.sheet(name).hidden = true;
        }),
    ]
}
