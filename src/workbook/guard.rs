//! Calls into calamine, and the packages that it is given. What it reads was counted
//! before, so that it cannot ask for more memory than there is; what is left are
//! panics on records that contradict each other, and those end here.

use std::cell::Cell;
use std::io::{Cursor, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use calamine::CellErrorType;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::package::Package;
use super::refusal::Refusal;

thread_local! {
    /// Whether this thread is inside a guarded call.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs a call into calamine; `None` if it panicked, of which nothing is printed.
pub(super) fn guarded<T>(call: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !GUARDED.try_with(Cell::get).unwrap_or(false) {
                before(info);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    let result = panic::catch_unwind(AssertUnwindSafe(call));
    GUARDED.set(outer);
    result.ok()
}

/// An error as Excel writes it.
pub(super) fn error_name(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Null => "#NULL!",
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Num => "#NUM!",
        CellErrorType::NA => "#N/A",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

/// A package made for calamine: only the parts that it is to read, under the names
/// that it looks for.
pub(super) struct Repack {
    zip: ZipWriter<Cursor<Vec<u8>>>,
}

impl Repack {
    /// An empty package.
    pub fn new() -> Self {
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
        }
    }

    /// Adds a part with this content.
    pub fn add(&mut self, name: &str, content: &[u8]) -> Result<(), Refusal> {
        let stored =
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        self.zip
            .start_file(name, stored)
            .map_err(|_| Refusal::damaged(name))?;
        self.zip
            .write_all(content)
            .map_err(|_| Refusal::damaged(name))
    }

    /// Adds a part as it lies in a package, compressed as it is.
    pub fn copy(&mut self, package: &mut Package, part: &str, name: &str) -> Result<(), Refusal> {
        match package.raw(part)? {
            Some(entry) => self
                .zip
                .raw_copy_file_rename(entry, name)
                .map_err(|_| Refusal::damaged(part)),
            None => Ok(()),
        }
    }

    /// The package's bytes.
    pub fn finish(self) -> Result<Cursor<Vec<u8>>, Refusal> {
        let mut bytes = self.zip.finish().map_err(|_| Refusal::damaged("zip"))?;
        bytes.set_position(0);
        Ok(bytes)
    }
}
