//! A table's cells in their places.

use super::font::{Faces, Weight};
use super::pieces::Pieces;

/// Blank between the texts of two columns, in thousandths of the type size.
pub const GAP: u32 = 660;

/// A cell of a table.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'t> {
    /// What it holds.
    pub text: &'t str,
    /// How strong its letters are.
    pub weight: Weight,
    /// Whether no line of it may be parted, as an amount.
    pub whole: bool,
    /// Blank left of its text, in thousandths of the type size.
    pub indent: u32,
    /// How many columns it covers.
    pub columns: usize,
    /// How many rows it covers.
    pub rows: usize,
}

/// A table whose columns are to be measured.
#[derive(Debug, Clone, Default)]
pub struct Table<'t> {
    /// What kind of column each is: columns of one kind, such as the targets of all years,
    /// are equally wide.
    pub kind: Vec<usize>,
    /// Width that each column takes where there is room for it, in thousandths of the type
    /// size; none said, that of its texts.
    pub wish: Vec<u32>,
    /// The rows of its heading, each with the cells that begin in it.
    pub heading: Vec<Vec<Cell<'t>>>,
    /// Its other rows.
    pub body: Vec<Vec<Cell<'t>>>,
    /// Heights of what every page repeats besides the heading, in lines: column numbers,
    /// running parents.
    pub repeated: u32,
    /// What stands above its caption on its first page, in hundredths of a point, if nothing
    /// follows it on its last: what is blank there is lost. `None` for one of which that is
    /// not known.
    pub alone: Option<u32>,
}

/// A cell in its place.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) columns: usize,
    pub(super) rows: usize,
    pub(super) indent: u32,
    pub(super) pieces: Pieces,
}

/// The cells of a table, heading first.
#[derive(Debug)]
pub(super) struct Grid {
    pub(super) cells: Vec<Placed>,
    pub(super) heading: usize,
    pub(super) rows: usize,
    /// Columns of each kind.
    pub(super) kinds: Vec<Vec<usize>>,
    /// Kind of each column.
    pub(super) kind: Vec<usize>,
    /// Width that each kind takes where there is room for it.
    wish: Vec<u32>,
    pub(super) repeated: u32,
}

impl Grid {
    /// Places cells as typst does: in the first free columns of their row.
    pub(super) fn new(table: &Table<'_>, faces: &Faces) -> Self {
        let width = table.kind.len();
        let mut names: Vec<usize> = Vec::new();
        let mut kinds: Vec<Vec<usize>> = Vec::new();
        let mut kind = Vec::with_capacity(width);
        for (column, name) in table.kind.iter().enumerate() {
            let at = names
                .iter()
                .position(|known| known == name)
                .unwrap_or_else(|| {
                    names.push(*name);
                    kinds.push(Vec::new());
                    kinds.len() - 1
                });
            kinds[at].push(column);
            kind.push(at);
        }
        let mut cells = Vec::new();
        let mut free = vec![0_usize; width];
        let rows = table.heading.iter().chain(&table.body);
        for (row, list) in rows.enumerate() {
            let mut column = 0;
            for cell in list {
                while column < width && free[column] > row {
                    column += 1;
                }
                let end = (column + cell.columns.max(1)).min(width);
                let begin = column.min(width.saturating_sub(1));
                let rows = cell.rows.max(1);
                for free in free.iter_mut().take(end).skip(column) {
                    *free = row + rows;
                }
                cells.push(Placed {
                    row,
                    column: begin,
                    columns: end.saturating_sub(begin).max(1),
                    rows,
                    indent: cell.indent,
                    pieces: Pieces::cut(cell.text, faces.of(cell.weight), cell.whole),
                });
                column = end;
            }
        }
        let count = table.heading.len() + table.body.len();
        // A cell may say that it covers more rows than there are.
        for cell in &mut cells {
            let end = if cell.row < table.heading.len() {
                table.heading.len()
            } else {
                count
            };
            cell.rows = cell.rows.min(end - cell.row).max(1);
        }
        let mut wish = vec![0; kinds.len()];
        for (kind, own) in kind.iter().zip(&table.wish) {
            wish[*kind] = *own.max(&wish[*kind]);
        }
        Self {
            cells,
            wish,
            heading: table.heading.len(),
            rows: count,
            kinds,
            kind,
            repeated: table.repeated,
        }
    }

    /// The least width of each kind of column: that of its widest piece. With `words`, that
    /// of its widest word. What covers several columns raises them alike.
    pub(super) fn least(&self, words: bool) -> Vec<u32> {
        let need = |pieces: &Pieces| {
            if words {
                pieces.widest_word()
            } else {
                pieces.widest()
            }
        };
        self.widths(need)
    }

    /// The width of each kind at which no line of a cell is parted, or that it wishes for.
    pub(super) fn natural(&self) -> Vec<u32> {
        let natural = self.widths(Pieces::natural).into_iter();
        natural
            .zip(&self.wish)
            .map(|(own, wish)| own.max(*wish))
            .collect()
    }

    fn widths(&self, need: impl Fn(&Pieces) -> u32) -> Vec<u32> {
        let mut width = vec![0; self.kinds.len()];
        for cell in self.cells.iter().filter(|cell| cell.columns == 1) {
            let kind = self.kind[cell.column];
            width[kind] = width[kind].max(need(&cell.pieces) + cell.indent);
        }
        for cell in self.cells.iter().filter(|cell| cell.columns > 1) {
            let have = self.inner(cell, &width);
            let lacks = need(&cell.pieces).saturating_sub(have);
            if lacks > 0 {
                let columns = cell.column..cell.column + cell.columns;
                let share = lacks.div_ceil(u32::try_from(cell.columns).unwrap_or(1));
                let mut kinds: Vec<usize> = columns.map(|c| self.kind[c]).collect();
                kinds.sort_unstable();
                kinds.dedup();
                for kind in kinds {
                    width[kind] += share;
                }
            }
        }
        width
    }

    /// The width that a cell's text has, where its kinds of column have these widths.
    pub(super) fn inner(&self, cell: &Placed, width: &[u32]) -> u32 {
        let columns = cell.column..cell.column + cell.columns;
        let sum: u32 = columns.map(|column| width[self.kind[column]]).sum();
        let gaps = GAP * u32::try_from(cell.columns - 1).unwrap_or(0);
        (sum + gaps).saturating_sub(cell.indent)
    }
}
