//! The last line of a run over several workbooks.

use crate::diagnostic::{Diagnostics, Severity};

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Tally {
    workbooks: usize,
    bad: usize,
    unread: usize,
    severity: [usize; 3],
}

impl Tally {
    /// A workbook that was read, with everything that was found in it.
    pub(super) fn add(&mut self, findings: &Diagnostics) {
        self.workbooks += 1;
        self.bad += usize::from(findings.has_error());
        self.add_between(findings);
    }

    /// A workbook that could not be read at all.
    pub(super) fn add_unread(&mut self) {
        self.workbooks += 1;
        self.unread += 1;
    }

    /// What was found between workbooks.
    pub(super) fn add_between(&mut self, findings: &Diagnostics) {
        for (count, own) in self.severity.iter_mut().zip(by_severity(findings)) {
            *count += own;
        }
    }

    /// `jumlah: 4 buku kerja, 3 tanpa galat, 1 perlu diperbaiki; 6 galat, …`.
    pub(super) fn line(&self) -> String {
        let clean = self.workbooks - self.bad - self.unread;
        let mut part = vec![
            format!("{} buku kerja", self.workbooks),
            format!("{clean} tanpa galat"),
        ];
        for (count, words) in [
            (self.bad, "perlu diperbaiki"),
            (self.unread, "tidak dapat dibaca"),
        ] {
            if count > 0 {
                part.push(format!("{count} {words}"));
            }
        }
        format!("jumlah: {}; {}", part.join(", "), words(self.severity))
    }
}

/// Errors, warnings, infos.
pub(super) fn by_severity(findings: &Diagnostics) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Info].map(|severity| findings.count(severity))
}

/// `1 galat, 0 peringatan, 2 info`.
pub(super) fn words([error, warning, info]: [usize; 3]) -> String {
    format!("{error} galat, {warning} peringatan, {info} info")
}
