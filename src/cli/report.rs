//! Prints findings and messages. The only file of the program that prints.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::args::{ColorChoice, DiagnosticFormat};
use crate::diagnostic::{Diagnostic, Diagnostics, Origin, Severity, printable};

/// Version of the JSON form.
pub(super) const SCHEMA: u8 = 1;

/// Where messages go and how they look.
pub struct Report {
    format: DiagnosticFormat,
    quiet: bool,
    /// Whether nothing is said for now.
    muted: bool,
    out: anstream::AutoStream<io::Stderr>,
    /// Where findings go, if they are what was asked for.
    answer: Option<anstream::AutoStream<io::Stdout>>,
}

impl Report {
    /// A report on stderr.
    pub fn new(format: DiagnosticFormat, color: ColorChoice, quiet: bool) -> Self {
        Self {
            format,
            quiet,
            muted: false,
            out: anstream::AutoStream::new(io::stderr(), choice(color)),
            answer: None,
        }
    }

    /// Findings are the data of the command: they go to stdout, everything else stays
    /// on stderr.
    pub fn answer_with_findings(&mut self, color: ColorChoice) {
        self.answer = Some(anstream::AutoStream::new(io::stdout(), choice(color)));
    }

    /// Says nothing until told otherwise, except why the program could not run.
    pub fn mute(&mut self, muted: bool) {
        self.muted = muted;
    }

    /// Prints all findings, and for people a line that counts them.
    ///
    /// # Errors
    /// If stderr cannot be written.
    pub fn findings(&mut self, list: &Diagnostics) -> io::Result<()> {
        for finding in list {
            if self.muted || self.quiet && finding.severity != Severity::Error {
                continue;
            }
            match &mut self.answer {
                Some(out) => write(out, self.format, finding)?,
                None => write(&mut self.out, self.format, finding)?,
            }
        }
        Ok(())
    }

    /// A line for people that belongs to the findings. The other forms are for programs,
    /// which count themselves.
    ///
    /// # Errors
    /// If stdout, or without findings as the answer stderr, cannot be written.
    pub fn answer(&mut self, text: &str) -> io::Result<()> {
        match &mut self.answer {
            Some(_) if self.muted || self.quiet => Ok(()),
            Some(out) if self.format == DiagnosticFormat::Human => {
                writeln!(out, "{}", printable(text))
            }
            _ => self.line(text),
        }
    }

    /// A line for people; silent with `--quiet` and in the JSON form.
    ///
    /// # Errors
    /// If stderr cannot be written.
    pub fn line(&mut self, text: &str) -> io::Result<()> {
        if self.muted || self.quiet || self.format == DiagnosticFormat::Json {
            return Ok(());
        }
        writeln!(self.out, "{}", printable(text))
    }

    /// What happened, as a line of JSON; silent in the other forms.
    ///
    /// # Errors
    /// If stderr cannot be written.
    pub fn event(&mut self, event: &impl Serialize) -> io::Result<()> {
        if self.format != DiagnosticFormat::Json {
            return Ok(());
        }
        writeln!(self.out, "{}", serde_json::to_string(event)?)
    }

    /// Why the program could not run.
    ///
    /// # Errors
    /// If stderr cannot be written.
    pub fn failure(&mut self, why: &str) -> io::Result<()> {
        if self.format == DiagnosticFormat::Json {
            let failure = Failure {
                schema: SCHEMA,
                severity: "failure",
                message: why,
            };
            return writeln!(self.out, "{}", serde_json::to_string(&failure)?);
        }
        let bold = severity_style(Severity::Error);
        writeln!(self.out, "{bold}gagal{bold:#}: {}", printable(why))
    }
}

/// Data to stdout.
///
/// # Errors
/// If stdout cannot be written.
pub fn data(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

fn choice(color: ColorChoice) -> anstream::ColorChoice {
    match color {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
}

fn write(out: &mut impl Write, format: DiagnosticFormat, finding: &Diagnostic) -> io::Result<()> {
    match format {
        DiagnosticFormat::Human => human(out, finding),
        DiagnosticFormat::Short => short(out, finding),
        DiagnosticFormat::Json => json(out, finding),
    }
}

#[derive(Serialize)]
struct Failure<'a> {
    schema: u8,
    severity: &'static str,
    message: &'a str,
}

fn severity_style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Info => AnsiColor::Cyan,
    };
    color.on_default().bold()
}

/// Most letters of a value that the cells of shorter ones stand behind.
const WORDS: usize = 60;

/// One finding for people, with colours as escape codes.
///
/// # Errors
/// If `out` cannot be written.
pub fn human(out: &mut impl Write, finding: &Diagnostic) -> io::Result<()> {
    let head = severity_style(finding.severity);
    let bold = Style::new().bold();
    let dim = AnsiColor::Blue.on_default().bold();
    writeln!(
        out,
        "{head}{}[{}]{head:#}{bold}: {}{bold:#}",
        finding.severity.word(),
        finding.code,
        message(finding)
    )?;
    writeln!(
        out,
        "  {dim}-->{dim:#} {}",
        printable(&finding.origin.to_string())
    )?;
    let label = width(finding.figure.iter().map(|figure| figure.label.as_str()));
    let value = width(finding.figure.iter().map(|figure| figure.value.as_str()));
    let is_numbers = finding.figure.iter().all(|figure| is_number(&figure.value));
    for figure in &finding.figure {
        let cell = cells(&figure.origin, &finding.origin);
        // Digits stand below digits; words begin below words.
        let shown = if is_numbers {
            format!("{:>value$}", figure.value)
        } else {
            format!("{:<1$}", figure.value, value.min(WORDS))
        };
        let line = format!("{:<label$}   {shown}{cell}", figure.label);
        writeln!(out, "   {dim}|{dim:#}  {}", printable(line.trim_end()))?;
    }
    for (label, text) in &finding.note {
        writeln!(out, "   {dim}={dim:#} {label}: {}", printable(text))?;
    }
    if let Some(line) = finding.consequences_line() {
        writeln!(out, "   {dim}={dim:#} mengikuti: {line}")?;
    }
    if let Some(basis) = &finding.basis {
        writeln!(out, "   {dim}={dim:#} dasar: {}", printable(basis))?;
    }
    if let Some(hint) = &finding.hint {
        writeln!(out, "   {dim}={dim:#} perbaiki: {}", printable(hint))?;
    }
    writeln!(out)
}

/// The message in one line: it may quote a cell, and a cell may hold anything.
fn message(finding: &Diagnostic) -> String {
    const MOST: usize = 600;
    let text = printable(&finding.message).replace('\n', " ");
    if text.chars().count() <= MOST {
        return text;
    }
    text.chars().take(MOST).chain("…".chars()).collect()
}

/// Whether a value begins as a number does: `Rp1.200.000`, `-5`, `85%`.
fn is_number(value: &str) -> bool {
    let bare = value.trim_start_matches("Rp");
    let bare = bare.trim_start_matches(['-', '−', '(', '≥', '≤', ' ']);
    bare.starts_with(|c: char| c.is_ascii_digit())
}

fn width<'a>(text: impl Iterator<Item = &'a str>) -> usize {
    text.map(|text| text.chars().count()).max().unwrap_or(0)
}

/// `(N42, N43, N44)`; cells of another sheet or file with its name; long lists cut.
fn cells(origin: &[Origin], main: &Origin) -> String {
    const MOST: usize = 12;
    let name: Vec<String> = origin
        .iter()
        .filter(|origin| *origin != main)
        .filter_map(|origin| origin.cell_next_to(main))
        .collect();
    match name.len() {
        0 => String::new(),
        n if n > MOST => format!("   ({}, … {} sel lagi)", name[..MOST].join(", "), n - MOST),
        _ => format!("   ({})", name.join(", ")),
    }
}

fn short(out: &mut impl Write, finding: &Diagnostic) -> io::Result<()> {
    let place = match (&finding.origin.sheet, finding.origin.cell) {
        (Some(sheet), Some(cell)) => format!("{}:{sheet}!{cell}", finding.origin.file),
        (Some(sheet), None) => format!("{}:{sheet}", finding.origin.file),
        _ => finding.origin.file.to_string(),
    };
    let more = match finding.consequences.len() {
        0 => String::new(),
        count => format!(" (dan {count} temuan lain mengikuti)"),
    };
    writeln!(
        out,
        "{place}: {}[{}]: {}{more}",
        finding.severity.word(),
        finding.code,
        one_line(finding)
    )
}

/// The message with its figures and notes, and how to mend it.
fn one_line(finding: &Diagnostic) -> String {
    let figures = finding
        .figure
        .iter()
        .map(|figure| format!("{} {}", figure.label, figure.value));
    let notes = finding
        .note
        .iter()
        .map(|(label, text)| format!("{label}: {text}"));
    let hint = finding.hint.iter().map(|hint| format!("perbaiki: {hint}"));
    let facts: Vec<String> = figures.chain(notes).chain(hint).collect();
    if facts.is_empty() {
        return message(finding);
    }
    let facts = printable(&facts.join("; ")).replace('\n', " ");
    format!("{} ({facts})", message(finding))
}

#[derive(Serialize)]
struct Json<'a> {
    schema: u8,
    code: &'a str,
    severity: Severity,
    message: &'a str,
    file: &'a str,
    sheet: Option<&'a str>,
    cell: Option<String>,
    path: Option<&'a str>,
    related: Vec<Related<'a>>,
    figures: Vec<Labelled<'a>>,
    notes: Vec<Labelled<'a>>,
    basis: Option<&'a str>,
    hint: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    consequences: Vec<Json<'a>>,
}

/// A figure or a line below a finding.
#[derive(Serialize)]
struct Labelled<'a> {
    label: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct Related<'a> {
    file: &'a str,
    sheet: Option<&'a str>,
    cell: Option<String>,
    label: String,
}

fn json(out: &mut impl Write, finding: &Diagnostic) -> io::Result<()> {
    writeln!(out, "{}", serde_json::to_string(&json_of(finding))?)
}

fn json_of(finding: &Diagnostic) -> Json<'_> {
    let cell = |origin: &Origin| origin.cell.map(|cell| cell.to_string());
    let related = finding
        .figure
        .iter()
        .flat_map(|figure| {
            figure.origin.iter().map(move |origin| Related {
                file: &origin.file,
                sheet: origin.sheet.as_deref(),
                cell: cell(origin),
                label: format!("{}: {}", figure.label, figure.value),
            })
        })
        .collect();
    Json {
        schema: SCHEMA,
        code: finding.code.0,
        severity: finding.severity,
        message: &finding.message,
        file: &finding.origin.file,
        sheet: finding.origin.sheet.as_deref(),
        cell: cell(&finding.origin),
        path: finding.path.as_deref(),
        related,
        figures: finding
            .figure
            .iter()
            .map(|figure| Labelled {
                label: &figure.label,
                text: &figure.value,
            })
            .collect(),
        notes: finding
            .note
            .iter()
            .map(|(label, text)| Labelled { label, text })
            .collect(),
        basis: finding.basis.as_deref(),
        hint: finding.hint.as_deref(),
        consequences: finding.consequences.iter().map(json_of).collect(),
    }
}
