//! Rounds of verification: the note that came back from the agency, and what became of its
//! findings since. The returned workbook is the only memory.

mod answer;
mod finding;
mod person;
mod read;
mod round;

pub use answer::{Answer, Status};
pub use finding::EXPLANATION;
pub use person::PersonalNote;
pub use read::{Returned, ReturnedNote, read};
pub use round::{Count, Round, Settled};

pub(super) use read::heading;
pub(super) use round::compare;
