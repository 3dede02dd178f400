//! Usage errors in Indonesian. clap words its own in English; what it found is
//! taken from the error's kind and context and said again.

use std::ffi::OsString;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::Arguments;

/// The message for a command line that could not be understood.
pub fn explain(error: &clap::Error, arguments: &[OsString]) -> String {
    let invalid = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let mut text = match error.kind() {
        ErrorKind::UnknownArgument => unknown(&invalid.unwrap_or_default()),
        ErrorKind::InvalidSubcommand => format!(
            "\"{}\" bukan perintah yang dikenal",
            context(error, ContextKind::InvalidSubcommand).unwrap_or_default()
        ),
        ErrorKind::MissingRequiredArgument => {
            format!("belum disebut: {}", invalid.unwrap_or_default())
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "perintah belum disebut".to_owned()
        }
        ErrorKind::InvalidValue if value.as_deref() == Some("") => {
            format!("opsi {} memerlukan nilai", invalid.unwrap_or_default())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!(
            "nilai \"{}\" tidak sah untuk {}",
            value.unwrap_or_default(),
            invalid.unwrap_or_default()
        ),
        ErrorKind::ArgumentConflict => format!(
            "{} tidak dapat dipakai bersama {}",
            invalid.unwrap_or_default(),
            context(error, ContextKind::PriorArg).unwrap_or_default()
        ),
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!(
                "jumlah nilai untuk {} tidak sesuai",
                invalid.unwrap_or_default()
            )
        }
        ErrorKind::NoEquals => format!("tulis {} dengan tanda =", invalid.unwrap_or_default()),
        ErrorKind::InvalidUtf8 => "perintah memuat huruf yang tidak dapat dibaca".to_owned(),
        _ => "perintah tidak dapat dipahami".to_owned(),
    };
    let choice = context(error, ContextKind::ValidValue);
    if let Some(choice) = choice {
        text.push_str("; pilihannya: ");
        text.push_str(&choice);
    }
    let near = context(error, ContextKind::SuggestedArg)
        .or_else(|| context(error, ContextKind::SuggestedSubcommand))
        .or_else(|| context(error, ContextKind::SuggestedValue));
    if let Some(near) = near {
        text.push_str("\nmaksud Anda \"");
        text.push_str(&near);
        text.push_str("\"?");
    }
    text.push_str("\nLihat: renstra ");
    if let Some(command) = command(arguments) {
        text.push_str(&command);
        text.push(' ');
    }
    text.push_str("--help");
    text
}

/// Name of the command that was meant, if one was.
fn command(arguments: &[OsString]) -> Option<String> {
    let known = Arguments::command();
    let mut words = arguments.iter().skip(1);
    words.find_map(|word| Some(known.find_subcommand(word)?.get_name().to_owned()))
}

fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(list) if list.is_empty() => None,
        ContextValue::Strings(list) => Some(list.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::StyledStrs(list) => Some(
            list.iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join(", "),
        ),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// What has no place on the command line: an option, or a value too many.
fn unknown(argument: &str) -> String {
    if argument.starts_with('-') {
        return format!("\"{argument}\" bukan opsi yang dikenal");
    }
    format!(
        "\"{argument}\" berlebih di sini; opsi dengan beberapa nilai ditulis sekali untuk setiap nilai"
    )
}
