//! No page of a final document stands nearly blank: only where a chapter ends, in the
//! front matter, and below the signature may a page hold less than the least share. No row
//! of a table stands alone on its last page. All letters are of one scale. No document takes
//! more pages than it needs.

use std::collections::{BTreeMap, BTreeSet};

use renstra::pipeline::{self, Options};
use renstra::typeset::{self, TextItem, Typeset};

use crate::support;

/// How much of a page's body is above its last line, at least.
const LEAST: f64 = 0.4;
/// Points of a millimetre.
const MM: f64 = 72.0 / 25.4;
/// The numeral of a chapter's opening; no other letters of a page are as large.
const NUMERAL: f64 = 24.0;

/// The sample plans, and the pages that each takes at most.
const PLANS: [(&str, usize); 4] = [
    ("dinas-kesehatan", 32),
    ("kecamatan-gadingrejo", 22),
    ("bappelitbangda", 38),
    ("dinas-perhubungan-2025", 30),
];

/// Sizes of text, tables, drawings and notes, in tenths of a point.
const SCALE: [u32; 4] = [110, 90, 80, 70];
/// Sizes of titles: the numeral and the title of a chapter, that of a subchapter.
const TITLES: [u32; 3] = [240, 150, 120];

/// Margins above and below the body, upright and turned, as the template has them.
const UPRIGHT: (f64, f64) = (25.0 * MM, 25.0 * MM);
const TURNED: (f64, f64) = (20.0 * MM, 15.0 * MM);

/// Whether a chapter begins on a page.
fn opens(page: &[TextItem]) -> bool {
    page.iter().any(|item| (item.size_pt - NUMERAL).abs() < 0.1)
}

/// Size of a text's letters, in tenths of a point.
fn tenths(item: &TextItem) -> u32 {
    format!("{:.0}", item.size_pt * 10.0).parse().unwrap()
}

/// The share of the body above the last line of a page. The footer stands below it.
fn fill(page: &[TextItem], (width, height): (f64, f64)) -> f64 {
    let (above, below) = if width > height { TURNED } else { UPRIGHT };
    let last = page
        .iter()
        .map(|item| item.y_pt)
        .filter(|y| *y <= height - below)
        .fold(above, f64::max);
    (last - above) / (height - above - below)
}

/// Tables of four rows or more whose last page has a single one of them.
fn lonely(typeset: &Typeset<'_>) -> Vec<String> {
    let mut alone = Vec::new();
    for table in typeset::printed(typeset).tables {
        let mut rows: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for cell in table.cells {
            for page in cell.areas.iter().map(|area| area.page) {
                rows.entry(page).or_default().insert(cell.row);
            }
        }
        let all: BTreeSet<usize> = rows.values().flatten().copied().collect();
        let last = rows.values().last().map_or(0, BTreeSet::len);
        if rows.len() > 1 && all.len() > 3 && last < 2 {
            alone.push(table.number);
        }
    }
    alone
}

#[test]
fn pages_are_filled_and_set_in_letters_of_one_scale() {
    let mut blank = Vec::new();
    for (opd, most) in PLANS {
        let path = support::path(&format!("fixtures/kota-pasuruan/opd/{opd}.xlsx"));
        let inspection = pipeline::inspect(support::library(), &path, &Options::default()).unwrap();
        let typeset = inspection.typeset(support::library(), false).unwrap();
        let alone = lonely(&typeset);
        assert!(alone.is_empty(), "{opd}: {alone:?}");
        let text = typeset::text_by_page(&typeset);
        let size = typeset.page_size();
        assert!(size.len() <= most, "{opd}: {} pages", size.len());
        // The cover has a look of its own.
        let sizes: BTreeSet<u32> = text.iter().skip(1).flatten().map(tenths).collect();
        let other: Vec<&u32> = sizes
            .iter()
            .filter(|size| !SCALE.contains(size) && !TITLES.contains(size))
            .collect();
        assert!(other.is_empty(), "{opd}: {other:?} of {sizes:?}");
        let first = text.iter().position(|page| opens(page)).unwrap();
        for (index, page) in text.iter().enumerate().skip(first) {
            let ends = text.get(index + 1).is_none_or(|next| opens(next));
            let share = fill(page, size[index]);
            if !ends && share < LEAST {
                blank.push(format!("{opd}, page {}: {:.0} %", index + 1, share * 100.0));
            }
        }
    }
    assert!(blank.is_empty(), "{}", blank.join("\n"));
}
