//! Size, orientation and widths of a table, chosen together.

use super::font::Faces;
use super::grid::{Cell, GAP, Grid, Placed, Table};
use super::pieces::{After, Pieces};
use super::row_heights;
use super::search::{BLANK, Heights, Search, TIGHT, lines_in, row_height};

/// What a page holds, in hundredths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// Between its margins.
    pub width: u32,
    /// Between its margins.
    pub height: u32,
}

/// The paper, upright and turned, and the smallest type on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    /// Upright.
    pub upright: Paper,
    /// Turned.
    pub turned: Paper,
    /// Smallest type of a table, in hundredths of a point.
    pub smallest: u32,
}

/// How a table is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Type size, in hundredths of a point.
    pub size: u32,
    /// Whether it stands on turned pages.
    pub turned: bool,
    /// Whether its rows stand somewhat closer.
    pub tight: bool,
    /// Width of each column with its blank, in hundredths of a point.
    pub columns: Vec<u32>,
    /// Height of its heading, in hundredths of a point.
    pub heading: u32,
    /// Height of each other row, in hundredths of a point.
    pub rows: Vec<u32>,
    /// Height that each other row is sure to have, in hundred-thousandths of a point; `None`
    /// for one that only the layout knows.
    pub sure: Vec<Option<u64>>,
    /// Texts of its cells, heading first, with the places where their lines may end; `None`
    /// for one that typst breaks alike by itself.
    pub texts: Vec<Option<String>>,
}

/// A size and an orientation, and what the size costs: smaller letters must save as many
/// hundredths of a page to be taken.
struct Choice {
    size: u32,
    turned: bool,
    price: u64,
}

/// What turning a page costs, in hundredths of a page: the pages around it end early.
const TURNING: u64 = 35;
/// What a divided word costs, in hundredths of a page, and what all of them cost at most:
/// a table is turned, or its letters are made smaller, before it reads in pieces.
const HYPHEN: u64 = 8;
const HYPHENS: u64 = 120;
/// What rounding its width up may add to a column, in thousandths of the type size.
const ROUNDING: u32 = 3;
/// Height of a caption, in hundredths of a point.
const CAPTION: u64 = 4500;
/// What it costs that rows stand closer, in hundredths of a page.
const CLOSER: u64 = 10;
/// How far the pages of a table may be more than counted, in hundredths.
const DOUBT: u64 = 2;
/// Sizes below the smallest, for what no page holds otherwise.
const EMERGENCY: [u32; 5] = [650, 600, 550, 500, 450];

const fn choice(size: u32, turned: bool, price: u64) -> Choice {
    Choice {
        size,
        turned,
        price,
    }
}

/// Larger and upright before smaller and turned.
const CHOICES: [Choice; 6] = [
    choice(900, false, 0),
    choice(800, false, 20),
    choice(800, true, 20),
    choice(700, false, 90),
    choice(700, true, 90),
    choice(650, true, 200),
];

/// Plans a table: the widths at which its rows are least high, at the size and on the
/// page where it takes the least room for letters of that size.
pub fn plan(table: &Table<'_>, faces: &Faces, sheet: &Sheet) -> Plan {
    let grid = Grid::new(table, faces);
    let mut search = Search::new(&grid);
    let columns = u32::try_from(table.kind.len()).unwrap_or(u32::MAX);
    let mut best: Option<Best> = None;
    for choice in CHOICES
        .iter()
        .filter(|choice| choice.size >= sheet.smallest)
    {
        let Choice { size, turned, .. } = *choice;
        let paper = sheet.paper(turned);
        let Some(width) = search.widths(budget(size, paper, columns)) else {
            continue;
        };
        for (blank, price) in blanks(table.alone) {
            search.blank = blank;
            let Heights { rows, hyphens, .. } = search.heights(&width);
            let mut cost = pages(&rows, &grid, size, paper, table.alone);
            if table.alone.is_some() {
                cost = whole(cost);
            }
            cost += if turned { TURNING } else { 0 };
            cost += choice.price + price + (hyphens * HYPHEN).min(HYPHENS);
            if best.as_ref().is_none_or(|best| cost < best.cost) {
                let width = width.clone();
                best = Some(Best {
                    cost,
                    size,
                    turned,
                    blank,
                    width,
                });
            }
        }
    }
    search.blank = best.as_ref().map_or(BLANK, |best| best.blank);
    let (size, turned, width) = match best {
        Some(best) => (best.size, best.turned, best.width),
        None => emergency(&mut search, sheet, columns),
    };
    finish(&grid, &mut search, (table, faces), size, turned, &width)
}

/// What costs least of all that was tried.
struct Best {
    cost: u64,
    size: u32,
    turned: bool,
    blank: u64,
    width: Vec<u32>,
}

/// Blanks of the rows, with what they cost: they only stand closer where a page that no one
/// else needs is saved by it.
fn blanks(alone: Option<u32>) -> impl Iterator<Item = (u64, u64)> {
    let closer = alone.map(|_| (TIGHT, CLOSER));
    std::iter::once((BLANK, 0)).chain(closer)
}

/// Pages, in hundredths, of a table whose last one is blank below it. What is full to the
/// last line may turn out to be a line more.
fn whole(pages: u64) -> u64 {
    (pages + DOUBT).div_ceil(100) * 100
}

impl Sheet {
    fn paper(&self, turned: bool) -> Paper {
        if turned { self.turned } else { self.upright }
    }

    /// Height of an upright or a turned page between its margins, hundredths of a point.
    pub fn height(&self, turned: bool) -> u32 {
        self.paper(turned).height
    }
}

/// What the texts of all columns have together, in thousandths of the type size.
fn budget(size: u32, paper: Paper, columns: u32) -> u32 {
    let width = u64::from(paper.width) * 1000 / u64::from(size.max(1));
    let width = u32::try_from(width).unwrap_or(u32::MAX);
    width.saturating_sub(columns * (GAP + ROUNDING))
}

fn emergency(search: &mut Search<'_>, sheet: &Sheet, columns: u32) -> (u32, bool, Vec<u32>) {
    let room = |size| budget(size, sheet.turned, columns);
    for size in EMERGENCY {
        if let Some(width) = search.widths(room(size)) {
            return (size, true, width);
        }
    }
    let size = EMERGENCY[EMERGENCY.len() - 1];
    (size, true, search.forced(room(size)))
}

/// Pages that the rows take, in hundredths: a row stays whole, and every page has the
/// heading.
fn pages(height: &[u64], grid: &Grid, size: u32, paper: Paper, above: Option<u32>) -> u64 {
    let page = u64::from(paper.height) * 1000 / u64::from(size.max(1));
    let caption = (CAPTION + u64::from(above.unwrap_or(0))) * 1000 / u64::from(size.max(1));
    let (above, below) = height.split_at(grid.heading);
    let heading = above.iter().sum::<u64>() + u64::from(grid.repeated) * row_height(1, BLANK);
    let room = page.saturating_sub(heading).max(1);
    let mut full = 0;
    let mut used = caption.min(room);
    for row in below {
        if used + row > room && used > 0 {
            full += 1;
            used = 0;
        }
        full += row / room;
        used += row % room;
    }
    full * 100 + (used + heading) * 100 / page.max(1)
}

fn finish(
    grid: &Grid,
    search: &mut Search<'_>,
    (table, faces): (&Table<'_>, &Faces),
    size: u32,
    turned: bool,
    width: &[u32],
) -> Plan {
    let height = search.heights(width).rows;
    let blank = search.blank;
    let points = |milli: u64| u32::try_from(milli * u64::from(size) / 1000).unwrap_or(u32::MAX);
    // A column that is narrower than its text by a hair would part it.
    let up =
        |milli: u64| u32::try_from((milli * u64::from(size)).div_ceil(1000)).unwrap_or(u32::MAX);
    let (above, below) = height.split_at(grid.heading);
    let cells: Vec<&Cell<'_>> = table.heading.iter().chain(&table.body).flatten().collect();
    let texts = grid.cells.iter().zip(&cells).map(|(placed, cell)| {
        let inner = grid.inner(placed, width);
        let room: u64 = height[placed.row..placed.row + placed.rows].iter().sum();
        broken(cell.text, placed, inner, lines_in(room, blank))
    });
    let texts: Vec<Option<String>> = texts.collect();
    let sure = row_heights::heights(grid, &cells, &texts, (width, blank), faces).into_iter();
    Plan {
        size,
        turned,
        tight: blank < BLANK,
        heading: points(above.iter().sum()),
        rows: below.iter().copied().map(points).collect(),
        sure: sure
            .map(|own| own.map(|own| own * u64::from(size)))
            .collect(),
        texts,
        columns: grid
            .kind
            .iter()
            .map(|kind| up(u64::from(width[*kind] + GAP)))
            .collect(),
    }
}

/// A cell's text with soft hyphens where its lines end within words, and in words that no
/// line holds; with zero-width spaces in what has no syllables.
fn broken(text: &str, cell: &Placed, width: u32, lines: u32) -> Option<String> {
    let pieces = &cell.pieces;
    let mut ends = Vec::new();
    let whole = pieces.fill(width, false, |_| {});
    // A row that is high anyway needs no divided words.
    let divide = whole.count > lines;
    pieces.fill(width, divide, |at| ends.push(at));
    let mut marks: Vec<(usize, char)> = Vec::new();
    let mut word = 0;
    for (at, piece) in pieces.list.iter().enumerate() {
        let within = piece.after == After::Hyphen
            && (ends.binary_search(&at).is_ok() || is_wide(pieces, word, width));
        if within {
            marks.push((piece.end, '\u{ad}'));
        }
        if piece.after == After::Bare && text[..piece.end].ends_with(char::is_alphanumeric) {
            marks.push((piece.end, '\u{200b}'));
        }
        if piece.after != After::Hyphen {
            word = at + 1;
        }
    }
    if marks.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 2 * marks.len());
    let mut from = 0;
    for (at, mark) in marks {
        out.push_str(&text[from..at]);
        out.push(mark);
        from = at;
    }
    out.push_str(&text[from..]);
    Some(out)
}

/// Whether the word that begins with this piece is wider than a line.
fn is_wide(pieces: &Pieces, word: usize, width: u32) -> bool {
    let mut x = 0;
    for piece in &pieces.list[word..] {
        x += piece.width;
        if piece.after != After::Hyphen {
            break;
        }
    }
    x > width
}
