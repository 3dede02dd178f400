//! `renstra check --report`: the verifier's note of a workbook, as PDF or as a
//! workbook of findings.

use std::path::{Component, Path, PathBuf};

use super::args::ReportFormat;
use super::{CommandError, output};
use crate::pipeline::{self, Inspection, Kota, Library, Output, PrintOptions};

/// Writes the note of one workbook, and the minutes of a further round; says where.
pub(super) fn write(
    library: &Library,
    inspection: &Inspection,
    workbook: &Path,
    format: ReportFormat,
    pattern: Option<&str>,
) -> Result<Vec<PathBuf>, CommandError> {
    let path = target(inspection, workbook, format, pattern);
    // What came back is the memory of its round.
    let returned = inspection.note.as_ref().map(|note| note.berkas.as_str());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if returned == Some(&*name) {
        return Err(CommandError::Usage(format!(
            "{} akan menimpa catatan putaran sebelumnya; sebutkan nama lain dengan -o",
            path.display()
        )));
    }
    let bytes = match format {
        ReportFormat::Pdf => {
            let printed = inspection.print(library, Output::Verifikasi, &PrintOptions::default());
            printed??.pdf(None)?
        }
        ReportFormat::Xlsx => inspection.verifikasi_workbook(&link(&path, workbook))?,
    };
    output::write(&path, &bytes)?;
    let mut written = vec![path];
    if let Some(round) = round(inspection) {
        let stem = workbook.file_stem().unwrap_or_default().to_string_lossy();
        let name = format!("{stem}-berita-acara-putaran-{round}.pdf");
        let minutes = written[0].with_file_name(name);
        let how = PrintOptions::default();
        let printed = inspection.print(library, Output::BeritaAcara, &how);
        output::write(&minutes, &printed??.pdf(None)?)?;
        written.push(minutes);
    }
    Ok(written)
}

/// The number of this round, if it is not the first.
fn round(inspection: &Inspection) -> Option<u32> {
    let note = inspection.note.as_ref()?;
    Some(note.putaran.saturating_add(1))
}

/// Whether a pattern gives every workbook its own name.
pub(super) fn is_distinct(pattern: &str) -> bool {
    is_folder(pattern) || pattern.contains("{opd}") || pattern.contains("{kode}")
}

/// A name that says no kind of file is a folder's, also before it is there.
fn is_folder(pattern: &str) -> bool {
    let path = Path::new(pattern);
    let named = path.extension().is_some() || pattern.contains('{') || path.is_file();
    pattern.ends_with(['/', '\\']) || path.is_dir() || !named
}

fn target(
    inspection: &Inspection,
    workbook: &Path,
    format: ReportFormat,
    pattern: Option<&str>,
) -> PathBuf {
    let stem = workbook.file_stem().unwrap_or_default().to_string_lossy();
    let round = round(inspection).map_or(String::new(), |round| format!("-putaran-{round}"));
    let name = format!("{stem}-verifikasi{round}.{}", format.extension());
    match pattern {
        None => workbook.with_file_name(name),
        Some(folder) if is_folder(folder) => Path::new(folder).join(name),
        Some(pattern) => {
            let identitas = &inspection.renstra.identitas;
            let word = |text: Option<&String>| text.cloned().unwrap_or_else(|| stem.to_string());
            let tahap = identitas.tahap.value().map(ToString::to_string);
            PathBuf::from(output::fill(
                pattern,
                &word(identitas.nama.value()),
                &word(identitas.kode.value()),
                &tahap.unwrap_or_default(),
            ))
        }
    }
}

/// What links of the report lead to: the workbook as it is reached from the
/// report's folder, so that the two can be moved together.
fn link(report: &Path, workbook: &Path) -> String {
    let folder = report.parent().unwrap_or(Path::new(""));
    let whole = |path: &Path| {
        // Without the prefix `\\?\`, which Excel opens no link with.
        let whole = dunce::canonicalize(path).or_else(|_| std::path::absolute(path));
        whole.unwrap_or_else(|_| path.to_owned())
    };
    let (folder, workbook) = (whole(&Path::new(".").join(folder)), whole(workbook));
    let plain = |path: &Path| -> Vec<String> {
        let part = path.components().filter(|part| *part != Component::CurDir);
        part.map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect()
    };
    let (from, to) = (plain(&folder), plain(&workbook));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if common == 0 {
        // Another drive.
        return workbook.display().to_string();
    }
    let up = from[common..].iter().map(|_| "..");
    let way: Vec<&str> = up.chain(to[common..].iter().map(String::as_str)).collect();
    way.join("/")
}

/// Writes the recap of a city.
pub(super) fn write_city(
    library: &Library,
    city: &Kota,
    time: i64,
    format: ReportFormat,
    path: &Path,
) -> Result<(), CommandError> {
    let bytes = match format {
        ReportFormat::Xlsx => pipeline::city_workbook(city)?,
        ReportFormat::Pdf => pipeline::print_city(library, city, time)?.pdf(None)?,
    };
    output::write(path, &bytes)?;
    Ok(())
}
