//! The moment that a PDF says it was made, where the user sets it.

use super::CommandError;

/// The flag's value, else the environment's; `None` if neither is set.
pub(super) fn asked(flag: Option<i64>) -> Result<Option<i64>, CommandError> {
    if flag.is_some() {
        return Ok(flag);
    }
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => text.trim().parse().map(Some).map_err(|_| {
            CommandError::Usage(format!("SOURCE_DATE_EPOCH \"{text}\" bukan bilangan detik"))
        }),
        Err(_) => Ok(None),
    }
}
