//! Chapters as they stand in the whole document.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use renstra::pipeline::{self, Options};
use renstra::preview::{self, Choice, ChoiceError};
use renstra::typeset::{self, PdfSettings, Standards};

use crate::support::{self, city, save, source, to_workbook, to_xlsx};

const PPI: u16 = 40;

fn command(arg: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_renstra"));
    command.args(arg);
    command
}

fn renstra(arg: &[&str]) -> Output {
    command(arg).output().unwrap()
}

fn message(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn chapters_are_pixel_for_pixel_those_of_the_whole_document() {
    let library = support::library();
    let workbook = support::small_workbook();
    for regulation in &library.regulation {
        let options = Options {
            peraturan: Some(regulation.id.clone()),
            ..Options::default()
        };
        let inspection = pipeline::inspect(library, workbook, &options).unwrap();
        let whole = inspection
            .typeset(library, inspection.findings.has_error())
            .unwrap();
        let mut expected_first = preview::chapters(&whole, regulation)
            .iter()
            .find(|part| part.bab.is_some())
            .unwrap()
            .first;
        for bab in &regulation.bab {
            let folder = tempfile::tempdir().unwrap();
            let name = folder.path().join("{p}.png");
            let output = renstra(&[
                "preview",
                workbook.to_str().unwrap(),
                "--peraturan",
                &regulation.id,
                "--bab",
                &bab.nomor.to_string(),
                "--ppi",
                &PPI.to_string(),
                "-o",
                name.to_str().unwrap(),
            ]);
            assert!(output.status.code() < Some(2), "{}", message(&output));
            let mut page: Vec<usize> = fs::read_dir(folder.path())
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .map(|path| path.file_stem().unwrap().to_str().unwrap().parse().unwrap())
                .collect();
            page.sort_unstable();
            assert_eq!(
                page[0], expected_first,
                "bab {}: a page was skipped",
                bab.nomor
            );
            expected_first = page[page.len() - 1] + 1;
            let digits = whole.page_count().to_string().len();
            for page in page {
                let path = folder.path().join(format!("{page:0digits$}.png"));
                let of_whole = typeset::png(&whole, page, f64::from(PPI)).unwrap();
                assert!(
                    fs::read(path).unwrap() == of_whole,
                    "{}: bab {} page {page} differs",
                    regulation.id,
                    bab.nomor
                );
            }
        }
    }
}

/// Pages of a PDF as pictures by their order in the file; `None` where there is no poppler.
fn rasterise(pdf: &[u8]) -> Option<Vec<Vec<u8>>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dokumen.pdf");
    fs::write(&path, pdf).unwrap();
    let ran = Command::new("pdftoppm")
        .args(["-r", &PPI.to_string(), "-png"])
        .arg(&path)
        .arg(folder.path().join("hal"))
        .output();
    let required = std::env::var_os("RENSTRA_REQUIRE_TOOLS").is_some();
    assert!(ran.is_ok() || !required, "pdftoppm is not installed");
    ran.ok()?;
    fs::remove_file(path).unwrap();
    let entry = fs::read_dir(folder.path()).unwrap();
    let mut file: Vec<_> = entry.map(|entry| entry.unwrap().path()).collect();
    file.sort();
    Some(file.iter().map(|path| fs::read(path).unwrap()).collect())
}

/// The form that `preview` gives unless told otherwise, read back by another program. One layout
/// a regulation, of plans whose tables fill chapters of both.
#[test]
fn chapters_as_pdf_look_as_in_the_whole_document() {
    let library = support::library();
    let sample = support::path("fixtures/kota-pasuruan/opd/dinas-perhubungan-2025.xlsx");
    let mut seen = Vec::new();
    for workbook in [support::small_workbook(), &sample] {
        let inspection = pipeline::inspect(library, workbook, &Options::default()).unwrap();
        let draft = inspection.findings.has_error();
        let typeset = inspection.typeset(library, draft).unwrap();
        let mut settings = PdfSettings::new(inspection.digest());
        settings.timestamp = Some(inspection.document_time());
        let Some(whole) = rasterise(&typeset::pdf(&typeset, &settings).unwrap()) else {
            return;
        };
        assert_eq!(whole.len(), typeset.page_count());
        settings.standards = Standards::default().untagged();
        for bab in &inspection.regulation.bab {
            let choice = Choice::parse(&[bab.nomor.to_string()], &[]).unwrap();
            let chosen = choice.pages(&inspection, &typeset).unwrap();
            let page = chosen.select(typeset.page_count());
            settings.pages = Some(chosen);
            let excerpt = rasterise(&typeset::pdf(&typeset, &settings).unwrap()).unwrap();
            assert_eq!(excerpt.len(), page.len());
            for (page, excerpt) in page.iter().zip(&excerpt) {
                let (id, nomor) = (&inspection.regulation.id, bab.nomor);
                assert!(
                    *excerpt == whole[page - 1],
                    "{id}: bab {nomor} page {page} differs"
                );
            }
        }
        seen.push(inspection.regulation.id);
    }
    seen.sort();
    let all: Vec<_> = library.regulation.iter().map(|it| it.id.clone()).collect();
    assert_eq!(seen, all, "a regulation was not looked at");
}

#[test]
fn a_table_is_shown_from_its_caption_to_its_last_row() {
    let library = support::library();
    let workbook = to_workbook::workbook("dinas.xlsx", &city::opd(3, 180));
    let inspection = pipeline::inspect_workbook(library, workbook, &Options::default()).unwrap();
    let typeset = inspection.typeset(library, false).unwrap();
    let text: Vec<String> = typeset::text_by_page(&typeset)
        .iter()
        .map(|page| {
            page.iter()
                .flat_map(|item| item.text.split_whitespace())
                .collect()
        })
        .collect();
    let with_heading: Vec<usize> = (1..)
        .zip(&text)
        .filter(|(_, text)| text.contains("DataCapaianpada"))
        .map(|(page, _)| page)
        .collect();
    assert!(
        with_heading.len() > 4,
        "the table is too short for this test"
    );
    let number = inspection.table_number("t-c-27").unwrap().to_owned();
    let printed = format!("Tabel {number}");
    for name in ["T-C.27", "t-c-27", "t-c.27", &number, &printed] {
        let choice = Choice::parse(&[], &[name.to_owned()]).unwrap();
        let chosen = choice.pages(&inspection, &typeset).unwrap();
        assert_eq!(chosen.select(typeset.page_count()), with_heading, "{name}");
    }
    let unknown = Choice::parse(&[], &["T-C.99".to_owned()]).unwrap();
    assert!(matches!(
        unknown.pages(&inspection, &typeset),
        Err(ChoiceError::UnknownTable(..))
    ));
}

#[test]
fn chapters_are_named_in_several_ways() {
    let parse = |text: &str| Choice::parse(&[text.to_owned()], &[]).map(|choice| choice.slug());
    assert_eq!(parse("6").unwrap(), "bab-6");
    assert_eq!(parse("vi").unwrap(), "bab-6");
    assert_eq!(parse("2, IV,2").unwrap(), "bab-2-4");
    for wrong in ["", "enam", "IIX", "2,,4", "-1"] {
        assert!(parse(wrong).is_err(), "{wrong}");
    }
    for (arg, said) in [
        (vec![], "sebutkan"),
        (vec!["--bab", "99"], "bab 99 tidak ada"),
        (vec!["--bab", "enam"], "bukan nomor bab"),
        (vec!["--bab", "2", "-o", "-", "--watch"], "--watch"),
    ] {
        let mut all = vec!["preview", support::small_workbook().to_str().unwrap()];
        all.extend(arg);
        let output = renstra(&all);
        assert_eq!(output.status.code(), Some(2), "{all:?}");
        assert!(message(&output).contains(said), "{}", message(&output));
    }
}

/// The small agency with other figures in one kegiatan: an error, and a change of one table.
fn broken() -> Vec<u8> {
    let case = support::path("fixtures/cases/r012-pagu-mismatch-kegiatan");
    to_xlsx::xlsx(&source::read(
        &support::path("fixtures/small-opd"),
        Some(&case),
    ))
}

#[test]
fn errors_elsewhere_are_told_and_do_not_hinder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dinas.xlsx");
    fs::write(&path, broken()).unwrap();
    let output = renstra(&["preview", path.to_str().unwrap(), "--bab", "2"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(message(&output).contains("galat[R012]"));
    assert!(message(&output).contains("sebagai rancangan"));
    let pdf = fs::read(folder.path().join("dinas-bab-2.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
}

/// A `preview --watch` that is ended with the test.
struct Watching {
    child: Child,
    line: Receiver<String>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Watching {
    fn start(workbook: &Path, output: &Path) -> Self {
        Self::with_fault(workbook, output, "")
    }

    fn with_fault(workbook: &Path, output: &Path, fault: &str) -> Self {
        let mut child = command(&[
            "preview",
            workbook.to_str().unwrap(),
            "--bab",
            "6",
            "--watch",
            "--diagnostic-format",
            "short",
            "-o",
            output.to_str().unwrap(),
        ])
        .env("RENSTRA_FAULT", fault)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let (sender, line) = channel();
        thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, line }
    }

    /// Lines up to one that says so.
    fn until(&self, needle: &str) -> Vec<String> {
        let mut seen = Vec::new();
        loop {
            let line = self
                .line
                .recv_timeout(Duration::from_mins(2))
                .unwrap_or_else(|_| panic!("never said: {needle}\n{}", seen.join("\n")));
            let found = line.contains(needle);
            seen.push(line);
            if found {
                return seen;
            }
        }
    }

    fn is_quiet(&self) {
        let more = self.line.recv_timeout(Duration::from_millis(1_500));
        assert_eq!(more, Err(RecvTimeoutError::Timeout));
    }
}

/// What the process is lost over may be mended by the next save.
#[test]
fn a_preview_outlives_what_its_process_is_lost_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dinas.xlsx");
    let output = folder.path().join("bab-6.pdf");
    fs::write(&path, broken()).unwrap();
    let watching = Watching::with_fault(&path, &output, "abort:dinas.xlsx");
    watching.until("W104");
    watching.until("menunggu penyimpanan berikutnya");
    fs::copy(support::small_workbook(), &path).unwrap();
    watching.until("W104");
    watching.until("menunggu penyimpanan berikutnya");
}

#[test]
fn each_save_is_one_preview_and_an_error_leaves_the_last() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dinas.xlsx");
    let output = folder.path().join("hasil/bab-6.pdf");
    let clean = fs::read(support::small_workbook()).unwrap();
    fs::write(&path, &clean).unwrap();
    let watching = Watching::start(&path, &output);
    watching.until("menunggu penyimpanan");
    let first = fs::read(&output).unwrap();

    save::by_rename(&path, &broken());
    let said = watching.until("disusun ulang dalam");
    let status = said.last().unwrap();
    assert!(
        status.contains("T-C.27!") && status.contains("1 galat"),
        "{status}"
    );
    assert!(said.iter().any(|line| line.contains("R012")), "{said:?}");
    let second = fs::read(&output).unwrap();
    assert!(first != second, "the page was not written");
    watching.is_quiet();

    fs::write(&path, &clean[..clean.len() / 2]).unwrap();
    watching.until("tampilan terakhir tetap tersimpan");
    assert!(
        fs::read(&output).unwrap() == second,
        "the last good page is gone"
    );

    fs::write(&path, &clean).unwrap();
    watching.until("disusun ulang dalam");
    assert!(
        fs::read(&output).unwrap() == first,
        "the same workbook, other bytes"
    );
    watching.is_quiet();
}
