//! The typesetting engine, on a tiny template tree of the tests' own.

mod output;
mod settings;
mod templates;
mod text;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use renstra::typeset::{Base, Job, PdfSettings, TemplateTree, compile};

/// 2026-11-25 03:25:00 UTC.
const MOMENT: i64 = 1_795_577_100;

/// The look of all test documents.
const SETUP: &str = r#"
#set document(title: "Renstra Uji", author: "Dinas Uji")
#set text(font: "Liberation Serif", lang: "id", size: 11pt, fallback: false)
#set page(width: 200pt, height: 200pt, margin: 20pt)
"#;

/// Roman front matter, two chapters, a landscape page.
const BOOK: &str = r#"
#import "shared/setup.typ": setup
#let data = json("/data.json")
#show: setup
#set page(numbering: "i")
#outline()
#pagebreak()
#set page(numbering: "1")
#counter(page).update(1)
#set heading(numbering: "1.1")
= #data.bab.at(0)
Pagu #data.pagu rupiah.
== Latar Belakang
#pagebreak()
= #data.bab.at(1)
#page(width: 300pt)[Tabel lebar]
"#;

const DATA: &str =
    r#"{"bab": ["Pendahuluan #panic(1)", "Gambaran"], "pagu": "9.007.199.254.740.993"}"#;

/// The fonts that the program itself carries.
static FONT: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/fonts");
    let entry = fs::read_dir(folder)
        .expect("templates/fonts")
        .map(|entry| entry.unwrap().path());
    let font = entry.filter(|path| path.extension().is_some_and(|ext| ext == "ttf"));
    font.map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        (format!("fonts/{name}"), fs::read(&path).unwrap())
    })
    .collect()
});

/// A base over these templates, the shared setup and the program's fonts.
fn base(file: &[(&str, &str)]) -> Base {
    let setup = format!(
        "#let setup(body) = {{\n{}\nbody\n}}",
        SETUP.replace('#', "")
    );
    let own = file
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let setup = ("shared/setup.typ".to_owned(), setup.into_bytes());
    let tree = TemplateTree::memory(own.chain([setup]).chain(FONT.iter().cloned()));
    Base::new(tree, &[]).expect("fonts that can be read")
}

/// A base with one template, which begins with the setup.
fn single(body: &str) -> Base {
    base(&[("main.typ", &format!("{SETUP}\n{body}"))])
}

fn job() -> Job {
    Job::new("/main.typ", DATA.as_bytes().to_vec())
}

fn settings() -> PdfSettings {
    PdfSettings {
        timestamp: Some(MOMENT),
        ..PdfSettings::new("uji")
    }
}

/// The message that a template brings.
fn failure(body: &str) -> String {
    compile(&single(body), &job()).unwrap_err().to_string()
}
