//! The widths at which the rows of a table are least high.
//!
//! Every kind of column begins at its least width. What is left of the page goes, bit by
//! bit, to the kind whose columns make the rows lower the most for it; then bits are moved
//! between kinds as long as that helps.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

use super::grid::{Grid, Placed};

/// By how much widths differ, in thousandths of the type size.
const STEP: u32 = 125;
/// Steps that are tried at once: a column may need several to lose a line.
const STRIDES: [u32; 6] = [1, 2, 4, 8, 16, 32];
/// Most rounds of moving widths between kinds.
const ROUNDS: usize = 4;
/// What a hyphen costs, next to the height that it saves.
const HYPHEN: u64 = 500;
/// Height of a capital letter, and the blank between two lines: as the templates set
/// cells.
const CAPITAL: u64 = 690;
pub(super) const LEADING: u64 = 450;
/// Blank above and below the text of a row, together: as a rule, and where rows stand closer
/// to save a page.
pub(super) const BLANK: u64 = 600;
pub(super) const TIGHT: u64 = 480;
/// Rows to a page, about: as often is the heading repeated.
const ROWS_A_PAGE: usize = 25;

/// What each cell costs that makes its row as high as it is, beside others that do: two that
/// are as high get lower one after the other, the first of them for no height.
const HIGHEST: u64 = 40;
/// What a merged cell costs that is higher than its rows, as a part of what it is higher.
const ABOVE: u64 = 30;

/// How high the rows are at some widths, and how their text reads.
pub(super) struct Heights {
    /// Height of each row, in thousandths of the type size.
    pub(super) rows: Vec<u64>,
    pub(super) hyphens: u64,
    /// How many cells make the rows as high as they are.
    strain: u64,
}

/// The most lines that a row has, and how many cells of more than one line have as many.
type Most = (u32, u64);

/// What a cell over several columns or rows takes: its lines, and how many end in a hyphen.
type Span = (u32, u64);

/// Lines and hyphens of all kinds but one, at the widths that they have.
struct Others {
    lines: Vec<Most>,
    hyphens: u64,
}

/// Lines of each row in the columns of one kind, at one width.
struct KindLines {
    lines: Vec<u32>,
    hyphens: u64,
}

/// The search for the widths of one table. All sizes share its counts of lines.
pub(super) struct Search<'g> {
    grid: &'g Grid,
    /// Blank above and below the text of each row.
    pub(super) blank: u64,
    /// Cells in one row and one column, by kind.
    single: Vec<Vec<&'g Placed>>,
    /// All others.
    spans: Vec<&'g Placed>,
    cache: HashMap<(usize, u32), Rc<KindLines>>,
    span_cache: HashMap<(usize, u32), Span>,
}

impl<'g> Search<'g> {
    pub(super) fn new(grid: &'g Grid) -> Self {
        let mut single = vec![Vec::new(); grid.kinds.len()];
        let mut spans = Vec::new();
        for cell in &grid.cells {
            if cell.columns == 1 && cell.rows == 1 {
                single[grid.kind[cell.column]].push(cell);
            } else {
                spans.push(cell);
            }
        }
        Self {
            grid,
            blank: BLANK,
            single,
            spans,
            cache: HashMap::new(),
            span_cache: HashMap::new(),
        }
    }

    /// Widths of the kinds of column within `budget`; `None` where it holds not even the
    /// least ones.
    pub(super) fn widths(&mut self, budget: u32) -> Option<Vec<u32>> {
        let grid = self.grid;
        let up = |width: Vec<u32>| -> Vec<u32> {
            let width = width.into_iter();
            width.map(|w| w.div_ceil(STEP).max(2) * STEP).collect()
        };
        let natural = up(grid.natural());
        if self.sum(&natural) <= budget {
            return Some(natural);
        }
        let least = up(grid.least(false));
        let words = up(grid.least(true));
        let mut width = if self.sum(&words) <= budget {
            words
        } else {
            least.clone()
        };
        let mut left = budget.checked_sub(self.sum(&width))?;
        let natural: Vec<u32> = natural.iter().zip(&width).map(|(n, w)| *n.max(w)).collect();
        self.give(&mut width, &natural, &mut left);
        self.exchange(&mut width, &least, &natural, &mut left);
        self.give(&mut width, &natural, &mut left);
        self.spread(&mut width, &natural, left);
        Some(width)
    }

    /// The least widths, made to fit by force: for a table that no page holds.
    pub(super) fn forced(&self, budget: u32) -> Vec<u32> {
        let least = self.grid.least(false);
        let sum = u64::from(self.sum(&least).max(1));
        let share = |w: u32| u64::from(w) * u64::from(budget) / sum;
        least
            .into_iter()
            .map(|w| u32::try_from(share(w)).unwrap_or(w))
            .collect()
    }

    fn count(&self, kind: usize) -> u32 {
        u32::try_from(self.grid.kinds[kind].len()).unwrap_or(1)
    }

    pub(super) fn sum(&self, width: &[u32]) -> u32 {
        width
            .iter()
            .enumerate()
            .map(|(kind, w)| w * self.count(kind))
            .sum()
    }

    /// Gives what is left where it lowers the rows most.
    fn give(&mut self, width: &mut [u32], natural: &[u32], left: &mut u32) {
        loop {
            let now = self.cost(width);
            let others = self.others(width);
            let spans: Vec<Span> = (0..self.spans.len())
                .map(|at| self.span(at, width))
                .collect();
            // The fall for a step, as a fraction to be compared without rounding.
            let mut best: Option<(u64, u64, usize, u32)> = None;
            for kind in 0..width.len() {
                for stride in STRIDES {
                    let step = (stride * STEP).min(natural[kind].saturating_sub(width[kind]));
                    let price = step * self.count(kind);
                    if step == 0 || price > *left {
                        break;
                    }
                    width[kind] += step;
                    let cost = self.cost_of(kind, width, &others[kind], &spans);
                    let fall = now.saturating_sub(cost);
                    width[kind] -= step;
                    let better = best.is_none_or(|(best_fall, best_price, ..)| {
                        fall * best_price > best_fall * u64::from(price)
                    });
                    if fall > 0 && better {
                        best = Some((fall, u64::from(price), kind, step));
                    }
                    if step < stride * STEP {
                        break;
                    }
                }
            }
            let Some((_, _, kind, step)) = best else {
                return;
            };
            width[kind] += step;
            *left -= step * self.count(kind);
        }
    }

    /// Moves width between kinds as long as the rows get lower by it.
    fn exchange(&mut self, width: &mut [u32], least: &[u32], natural: &[u32], left: &mut u32) {
        let mut now = self.cost(width);
        for _ in 0..ROUNDS {
            let before = now;
            for to in 0..width.len() {
                for from in 0..width.len() {
                    for stride in STRIDES.into_iter().take(4) {
                        let step = stride * STEP;
                        let price = step * self.count(to);
                        let lacks = price.saturating_sub(*left);
                        let taken = lacks.div_ceil(self.count(from)).div_ceil(STEP) * STEP;
                        if to == from
                            || width[to] + step > natural[to]
                            || width[from] < least[from] + taken
                        {
                            continue;
                        }
                        width[to] += step;
                        width[from] -= taken;
                        let cost = self.cost(width);
                        if cost < now {
                            now = cost;
                            *left = *left + taken * self.count(from) - price;
                        } else {
                            width[to] -= step;
                            width[from] += taken;
                        }
                    }
                }
            }
            if now == before {
                return;
            }
        }
    }

    /// Shares what helps no row among the kinds that are not as wide as their texts.
    fn spread(&self, width: &mut [u32], natural: &[u32], left: u32) {
        let open: Vec<usize> = (0..width.len())
            .filter(|k| width[*k] < natural[*k])
            .collect();
        let columns: u32 = open.iter().map(|kind| self.count(*kind)).sum();
        if let Some(share) = left.checked_div(columns) {
            for kind in open {
                width[kind] += share;
            }
        }
    }

    /// Heights of all rows, a heading as often as it is repeated, and its hyphens.
    fn cost(&mut self, width: &[u32]) -> u64 {
        let height = self.heights(width);
        self.sum_of(&height)
    }

    /// The same where only `kind` has another width than `others` and `spans` were counted at.
    fn cost_of(&mut self, kind: usize, width: &[u32], others: &Others, spans: &[Span]) -> u64 {
        let own = self.lines(kind, width[kind]);
        let mut lines = others.lines.clone();
        own.join(&mut lines);
        let hyphens = others.hyphens + own.hyphens;
        let height = self.stack(&lines, hyphens, |search, at| {
            if search.covers(at, kind) {
                search.span(at, width)
            } else {
                spans[at]
            }
        });
        self.sum_of(&height)
    }

    fn sum_of(&self, height: &Heights) -> u64 {
        let heading = self.grid.heading;
        let often = 1 + (self.grid.rows - heading) / ROWS_A_PAGE;
        let (above, below) = height.rows.split_at(heading);
        let rows = above.iter().sum::<u64>() * often as u64 + below.iter().sum::<u64>();
        rows + height.hyphens * HYPHEN + height.strain
    }

    pub(super) fn heights(&mut self, width: &[u32]) -> Heights {
        let mut lines = self.single_lines();
        let mut hyphens = 0;
        for (kind, width) in width.iter().enumerate() {
            let own = self.lines(kind, *width);
            own.join(&mut lines);
            hyphens += own.hyphens;
        }
        self.stack(&lines, hyphens, |search, at| search.span(at, width))
    }

    /// For each kind what all the others take, so that a further width of one kind is tried
    /// without counting them again.
    fn others(&mut self, width: &[u32]) -> Vec<Others> {
        let own: Vec<Rc<KindLines>> = width
            .iter()
            .enumerate()
            .map(|(kind, width)| self.lines(kind, *width))
            .collect();
        let hyphens: u64 = own.iter().map(|own| own.hyphens).sum();
        let mut before = self.single_lines();
        let mut all: Vec<Others> = Vec::with_capacity(own.len());
        for own in &own {
            all.push(Others {
                lines: before.clone(),
                hyphens: hyphens - own.hyphens,
            });
            own.join(&mut before);
        }
        let mut behind = self.single_lines();
        for (others, own) in all.iter_mut().zip(&own).rev() {
            for (most, other) in others.lines.iter_mut().zip(&behind) {
                join(most, *other);
            }
            own.join(&mut behind);
        }
        all
    }

    /// What rows take before any cell is counted.
    fn single_lines(&self) -> Vec<Most> {
        vec![(1, 0); self.grid.rows]
    }

    /// Rows of so many lines, and what the cells over several columns or rows add.
    fn stack(
        &mut self,
        lines: &[Most],
        mut hyphens: u64,
        mut span: impl FnMut(&mut Self, usize) -> Span,
    ) -> Heights {
        let mut strain = HIGHEST * lines.iter().map(|(_, cells)| cells).sum::<u64>();
        let single: Vec<u64> = lines
            .iter()
            .map(|(n, _)| row_height(*n, self.blank))
            .collect();
        let mut rows = single.clone();
        let blank = self.blank;
        for at in 0..self.spans.len() {
            let cell = self.spans[at];
            let (own, divided) = span(self, at);
            hyphens += divided;
            let covered = cell.row..cell.row + cell.rows;
            let lacks = |rows: &[u64]| {
                let have: u64 = rows[covered.clone()].iter().sum();
                row_height(own, blank).saturating_sub(have)
            };
            strain += lacks(&single) / ABOVE;
            // What it needs beyond its rows is given to the last.
            rows[covered.end - 1] += lacks(&rows);
        }
        Heights {
            rows,
            hyphens,
            strain,
        }
    }

    fn span(&mut self, at: usize, width: &[u32]) -> Span {
        let cell = self.spans[at];
        let inner = self.grid.inner(cell, width);
        *self.span_cache.entry((at, inner)).or_insert_with(|| {
            let lines = cell.pieces.fewest(inner);
            (lines.count, u64::from(lines.hyphens))
        })
    }

    fn covers(&self, at: usize, kind: usize) -> bool {
        let cell = self.spans[at];
        let columns = cell.column..cell.column + cell.columns;
        self.grid.kind[columns].contains(&kind)
    }

    fn lines(&mut self, kind: usize, width: u32) -> Rc<KindLines> {
        if let Some(known) = self.cache.get(&(kind, width)) {
            return Rc::clone(known);
        }
        let mut lines = vec![1; self.grid.rows];
        let mut hyphens = 0;
        for cell in &self.single[kind] {
            let own = cell.pieces.fewest(width.saturating_sub(cell.indent));
            let row = &mut lines[cell.row];
            *row = own.count.max(*row);
            hyphens += u64::from(own.hyphens);
        }
        let new = Rc::new(KindLines { lines, hyphens });
        self.cache.insert((kind, width), Rc::clone(&new));
        new
    }
}

impl KindLines {
    /// Adds its cells to those of other kinds.
    fn join(&self, lines: &mut [Most]) {
        for (most, own) in lines.iter_mut().zip(&self.lines) {
            join(most, (*own, u64::from(*own > 1)));
        }
    }
}

fn join(most: &mut Most, other: Most) {
    match other.0.cmp(&most.0) {
        Ordering::Greater => *most = other,
        Ordering::Equal => most.1 += other.1,
        Ordering::Less => {}
    }
}

/// Height of a row of so many lines.
pub(super) fn row_height(lines: u32, blank: u64) -> u64 {
    let lines = u64::from(lines.max(1));
    lines * CAPITAL + (lines - 1) * LEADING + blank
}

/// Lines for which a height has room.
pub(super) fn lines_in(height: u64, blank: u64) -> u32 {
    let lines = (height.saturating_sub(blank) + LEADING) / (CAPITAL + LEADING);
    u32::try_from(lines).unwrap_or(u32::MAX).max(1)
}
