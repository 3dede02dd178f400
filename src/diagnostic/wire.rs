//! Findings on their way between two processes of the program.
//!
//! Codes and labels are words of the program's own, so the receiver keeps each
//! once and for ever.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::code::Code;

/// Words that came from another process. There are some hundred.
static WORDS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// The word, kept for ever.
fn keep(word: &str) -> &'static str {
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(word) {
        return known;
    }
    let kept: &'static str = Box::leak(word.to_owned().into_boxed_str());
    words.insert(kept);
    kept
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|word| Self(keep(&word)))
    }
}

/// Labelled lines.
pub(super) mod note {
    use super::{Deserialize, Deserializer, keep};

    pub(in crate::diagnostic) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<(&'static str, String)>, D::Error> {
        let list = Vec::<(String, String)>::deserialize(deserializer)?;
        let note = |(label, text): (String, String)| (keep(&label), text);
        Ok(list.into_iter().map(note).collect())
    }
}

/// A shared text; on the other side it is shared no more.
pub(super) mod shared {
    use super::{Arc, Deserialize, Deserializer, Serializer};

    pub(in crate::diagnostic) fn serialize<S: Serializer>(
        text: &Arc<str>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(text)
    }

    pub(in crate::diagnostic) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Arc<str>, D::Error> {
        String::deserialize(deserializer).map(Arc::from)
    }
}

/// The same, where there may be none.
pub(super) mod maybe_shared {
    use super::{Arc, Deserialize, Deserializer, Serialize, Serializer};

    // The form is serde's.
    #[allow(clippy::ref_option)]
    pub(in crate::diagnostic) fn serialize<S: Serializer>(
        text: &Option<Arc<str>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        text.as_deref().serialize(serializer)
    }

    pub(in crate::diagnostic) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Arc<str>>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        Ok(text.map(Arc::from))
    }
}
