//! Which pages: `1,3-5,8-`.

use std::fmt;
use std::num::NonZeroUsize;
use std::str::FromStr;

use thiserror::Error;

/// A choice of physical pages, counted from 1, as in `--pages 1,3-5,8-`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRanges(Vec<Range>);

/// From and to, both included; open where `None`.
type Range = (Option<NonZeroUsize>, Option<NonZeroUsize>);

/// Why a choice of pages cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PageRangesError {
    /// Nothing between two commas.
    #[error("ada bagian kosong; contoh pilihan halaman: 1,3-5,8-")]
    Empty,
    /// `-` alone, which would be every page.
    #[error("`-` tidak menyebut halaman mana pun; contoh: 3-5, 8-, atau -4")]
    Open,
    /// Page 0.
    #[error("halaman dihitung mulai dari 1, jadi halaman 0 tidak ada")]
    Zero,
    /// Not a number.
    #[error("`{0}` bukan nomor halaman; contoh pilihan halaman: 1,3-5,8-")]
    Number(String),
    /// `5-3`.
    #[error("rentang {0}-{1} terbalik; tulis {1}-{0}")]
    Reversed(NonZeroUsize, NonZeroUsize),
}

impl PageRanges {
    /// Just these pages, by physical number; `None` if there are none.
    pub fn of(page: impl IntoIterator<Item = usize>) -> Option<Self> {
        let mut page: Vec<NonZeroUsize> = page.into_iter().filter_map(NonZeroUsize::new).collect();
        page.sort_unstable();
        page.dedup();
        let single = |page| (Some(page), Some(page));
        (!page.is_empty()).then(|| Self(page.into_iter().map(single).collect()))
    }

    /// Whether the page with this physical number, from 1, is chosen.
    pub fn includes(&self, page: usize) -> bool {
        self.0.iter().any(|(from, to)| {
            from.is_none_or(|from| from.get() <= page) && to.is_none_or(|to| page <= to.get())
        })
    }

    /// The chosen pages of a document of `total` pages, in the order of the
    /// document.
    pub fn select(&self, total: usize) -> Vec<usize> {
        (1..=total).filter(|page| self.includes(*page)).collect()
    }

    /// The same for typst.
    pub(super) fn to_typst(&self) -> typst::layout::PageRanges {
        typst::layout::PageRanges::new(self.0.iter().map(|(from, to)| *from..=*to).collect())
    }
}

impl FromStr for PageRanges {
    type Err = PageRangesError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.split(',')
            .map(|part| range(part.trim()))
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

fn range(text: &str) -> Result<Range, PageRangesError> {
    if text.is_empty() {
        return Err(PageRangesError::Empty);
    }
    let Some((from, to)) = text.split_once('-') else {
        let page = page(text)?;
        return Ok((Some(page), Some(page)));
    };
    let bound = |text: &str| match text.trim() {
        "" => Ok(None),
        number => page(number).map(Some),
    };
    match (bound(from)?, bound(to)?) {
        (None, None) => Err(PageRangesError::Open),
        (Some(from), Some(to)) if from > to => Err(PageRangesError::Reversed(from, to)),
        range => Ok(range),
    }
}

fn page(text: &str) -> Result<NonZeroUsize, PageRangesError> {
    // `parse` alone would also take a leading plus.
    let number = || PageRangesError::Number(text.to_owned());
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(number());
    }
    let value: usize = text.parse().map_err(|_| number())?;
    NonZeroUsize::new(value).ok_or(PageRangesError::Zero)
}

impl fmt::Display for PageRanges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (from, to)) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            if let Some(from) = from {
                write!(f, "{from}")?;
            }
            if from != to {
                f.write_str("-")?;
                if let Some(to) = to {
                    write!(f, "{to}")?;
                }
            }
        }
        Ok(())
    }
}
