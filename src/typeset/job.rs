//! One document to be laid out.

use typst::foundations::{Bytes, Datetime};

use super::date;

/// Virtual path of the document's data.
const DATA: &str = "/data.json";

/// A document: which template, which data. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Job {
    pub(super) main: String,
    pub(super) file: Vec<(&'static str, Bytes)>,
    pub(super) today: Option<Datetime>,
    pub(super) draft: bool,
    pub(super) once: bool,
}

impl Job {
    /// A document by the template `main`, such as
    /// `/permendagri-86-2017/main.typ`, which reads `data` as `/data.json`.
    pub fn new(main: impl Into<String>, data: Vec<u8>) -> Self {
        Self {
            main: main.into(),
            file: vec![(DATA, Bytes::new(data))],
            today: None,
            draft: false,
            once: false,
        }
    }

    /// Adds a virtual file, such as `/lambang.svg`. It stands before a file of
    /// the templates with the same path.
    ///
    /// The path is static on purpose: typst keeps every path for ever and can
    /// count no further than 65,535, so documents must share their names.
    #[must_use]
    pub fn file(mut self, path: &'static str, data: Vec<u8>) -> Self {
        self.file.push((path, Bytes::new(data)));
        self
    }

    /// Says that it is a draft, in which text may stand beyond its place.
    #[must_use]
    pub fn draft(mut self, draft: bool) -> Self {
        self.draft = draft;
        self
    }

    /// Says that it is laid out once: what typst remembers of it is given back as soon as the
    /// pages are there, before they are looked at and written.
    #[must_use]
    pub fn once(mut self, once: bool) -> Self {
        self.once = once;
        self
    }

    /// Sets what `datetime.today()` says, as seconds since 1970 in UTC.
    /// Without it that function is an error; the clock is never asked.
    #[must_use]
    pub fn today(mut self, unix: i64) -> Self {
        self.today = date::from_unix(unix)
            .and_then(|moment| Datetime::from_ymd(moment.year()?, moment.month()?, moment.day()?));
        self
    }
}
