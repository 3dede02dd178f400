//! The output folder: one run at a time, records next to the documents, nothing
//! unfinished left behind.
//!
//! A record a workbook, not one list: shares of a run on several machines can
//! be laid together by copying folders, and a killed run loses one workbook.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::BatchError;
use super::record::{Output, Record};
use crate::output::{self, OutputError, UNFINISHED};

/// Folder of the records in the output folder.
const RECORDS: &str = ".renstra";
/// File that a run locks.
const LOCK: &str = "kunci";

/// The output folder of a run.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    /// Held until the run ends; the system lets go of it even after a kill.
    _lock: File,
}

impl Store {
    /// Opens the folder, makes it if need be. `alone` says that no other
    /// share of the same run writes to it, so unfinished files are litter.
    ///
    /// # Errors
    /// If it cannot be written, or another run has it.
    pub fn open(folder: &Path, alone: bool) -> Result<Self, BatchError> {
        let failed = |why: io::Error| BatchError::Output {
            path: folder.display().to_string(),
            why: output::cause(&why),
        };
        let records = folder.join(RECORDS);
        fs::create_dir_all(&records).map_err(failed)?;
        let lock = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(records.join(LOCK))
            .map_err(failed)?;
        let locked = if alone {
            lock.try_lock()
        } else {
            lock.try_lock_shared()
        };
        match locked {
            // Some network folders know no locks; that is no reason not to print.
            Ok(()) | Err(TryLockError::Error(_)) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(BatchError::Busy(folder.display().to_string()));
            }
        }
        if alone {
            sweep(folder);
            sweep(&records);
        }
        Ok(Self {
            folder: folder.to_owned(),
            _lock: lock,
        })
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes a file and tells its digest.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<Output, OutputError> {
        output::write(&self.path(name), bytes)?;
        Ok(Output {
            name: name.to_owned(),
            digest: blake3::hash(bytes).to_hex().to_string(),
        })
    }

    /// Takes a file away that an earlier run wrote. What cannot be taken away
    /// is overwritten at its next use.
    pub fn remove(&self, name: &str) {
        let _ = fs::remove_file(self.path(name));
    }

    /// Whether a file is there as it was written.
    pub fn holds(&self, output: &Output) -> bool {
        fs::read(self.path(&output.name))
            .is_ok_and(|bytes| *blake3::hash(&bytes).to_hex() == *output.digest)
    }

    /// Names of all documents in the folder, in order.
    pub fn documents(&self) -> Vec<String> {
        let entry = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut name: Vec<String> = entry
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
            .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
            .collect();
        name.sort();
        name
    }

    /// The record of a workbook; `None` if there is none that can be read.
    pub fn record(&self, source: &str) -> Option<Record> {
        let bytes = fs::read(self.record_path(source)).ok()?;
        let record: Record = serde_json::from_slice(&bytes).ok()?;
        (record.source == source).then_some(record)
    }

    /// Keeps a record. Written last, so that what it says is there.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn keep(&self, record: &Record) -> Result<(), OutputError> {
        let path = self.record_path(&record.source);
        match serde_json::to_vec_pretty(record) {
            Ok(bytes) => output::write(&path, &bytes),
            Err(why) => Err(OutputError::new(path, why)),
        }
    }

    fn record_path(&self, source: &str) -> PathBuf {
        let name = blake3::hash(source.as_bytes()).to_hex();
        self.folder
            .join(RECORDS)
            .join(format!("{}.json", &name[..32]))
    }
}

/// Removes what a killed run did not finish.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(UNFINISHED) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
