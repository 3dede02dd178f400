//! Why a placeholder failed, carried through minijinja as the source of its error.

use std::error::Error as _;
use std::fmt;

use minijinja::{Error, ErrorKind};

/// A failure that this stage knows more about than minijinja does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PlaceholderError {
    /// A name that does not exist; `sibling` are the names that stand next to it.
    Unknown { name: String, sibling: Vec<String> },
    /// A name or function whose value the workbook leaves empty.
    Missing { name: String },
    /// A program, table, figure or year that the plan does not have: what it
    /// is, and which.
    NoSuch { what: &'static str, id: String },
    /// A value that a filter or function cannot use; an Indonesian sentence.
    Argument(String),
}

impl PlaceholderError {
    /// The fault as an error that stops the placeholder.
    pub(super) fn raise(self) -> Error {
        let kind = match self {
            Self::Unknown { .. } => ErrorKind::UndefinedError,
            _ => ErrorKind::InvalidOperation,
        };
        Error::from(kind).with_source(self)
    }

    /// The fault behind an error, if it is one of ours.
    pub(super) fn of(error: &Error) -> Option<&Self> {
        let mut cause = error.source();
        while let Some(inner) = cause {
            if let Some(fault) = inner.downcast_ref() {
                return Some(fault);
            }
            cause = inner.source();
        }
        None
    }
}

impl fmt::Display for PlaceholderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Never shown: the finding's own sentence is made from the fields.
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for PlaceholderError {}
