//! The agency's own text: the `isi` of the sheet Narasi to blocks.
//!
//! Placeholders (`{{ opd.nama }}`) are filled in a sandbox that reads nothing
//! but the facts of a [`Source`], with limits on work and depth; then the small
//! Markdown is read (`markdown`). Values are data: they are held out while
//! Markdown is read (`sentinel`) and print verbatim. Blocks come out, never typst
//! markup.
//!
//! A placeholder that fails is a finding at its cell and a visible mark in the
//! blocks; it never becomes an empty string.
//!
//! | in `isi` | gives |
//! |---|---|
//! | `{{ opd.nama }}`, `{{ jumlah.program }}` | a value of the context |
//! | `{{ pagu_total() }}`, `{{ pagu_total(2023) }}`, `{{ pagu_program("1.02.02", 2023) }}` | rupiah, without `Rp` |
//! | `{{ tabel("T-C.27") }}`, `{{ gambar("struktur") }}` | `Tabel 6.1`, `Gambar 2.1` |
//! | `… \| rupiah`, `angka`, `angka(2)`, `persen`, `persen(1)`, `tanggal`, `terbilang` | the value printed so |
//! | `… \| upper`, `lower`, `title`, `length`, `join` | as in Jinja |
//! | `{% if … %}`, `{% for … %}`, `{% set … %}` | as in Jinja |

pub mod blok;
pub mod code;
mod filter;
mod function;
mod markdown;
mod number;
mod placeholder_error;
mod render;
mod report;
mod scope;
mod sentinel;
mod source;
mod tag;

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Error, UndefinedBehavior, Value};

pub use blok::{Blok, Gaya, Span};
pub use source::{Gap, Source};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Located;
use placeholder_error::PlaceholderError;
use render::{Rendered, Renderer};

/// Work that one text may ask for. A long chapter needs a few hundred units; a
/// unit also pays for 64 bytes of output.
const FUEL: u64 = 50_000;

/// Depth of nested calls.
const RECURSION: usize = 50;

/// Turns the texts of one document into blocks.
pub struct Prose {
    env: Environment<'static>,
    root: Value,
    known: Vec<String>,
}

impl Prose {
    /// Prepares the placeholders of a document.
    pub fn new(source: impl Source + 'static) -> Self {
        let source: Arc<dyn Source> = Arc::new(source);
        let context = source.context();
        let mut known = scope::dotted(&context);
        known.extend(function::NAME.map(str::to_owned));
        Self {
            env: environment(&source),
            root: scope::root(context),
            known,
        }
    }

    /// Turns one text into blocks. What fails goes to `out`, at the text's cell.
    pub fn render(&self, isi: &Located<String>, out: &mut Diagnostics) -> Vec<Blok> {
        let text = sentinel::clean(&isi.value);
        for (kind, line) in markdown::unsupported::find(&text) {
            out.emit(
                Diagnostic::warning(
                    code::UNSUPPORTED_MARKDOWN,
                    isi.origin.clone(),
                    format!("{kind} tidak didukung dan dicetak apa adanya"),
                )
                .note("baris", format!("{line} di dalam sel"))
                .hint("yang didukung: paragraf, daftar, **tebal**, *miring*; judul kecil: satu baris **tebal**"),
            );
        }
        let renderer = Renderer {
            env: &self.env,
            root: &self.root,
            known: &self.known,
        };
        let Rendered { text, cut } = renderer.render(&text, &isi.origin, out);
        let (text, held) = sentinel::lift(&text, &cut);
        markdown::parse(&text, &held)
    }
}

/// A sandbox: no loader, no globals but ours, no filter that hides a gap.
fn environment(source: &Arc<dyn Source>) -> Environment<'static> {
    // Empty, so that minijinja's tests are not there either: `is defined` would hide a typing error.
    let mut env = Environment::empty();
    env.set_undefined_behavior(UndefinedBehavior::Strict);
    env.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    env.set_fuel(Some(FUEL));
    env.set_recursion_limit(RECURSION);
    env.set_debug(false);
    // `{#` prints as typed: only placeholders are special in a cell.
    let comment = SyntaxConfig::builder()
        .comment_delimiters("\u{FDD2}", "\u{FDD3}")
        .build();
    if let Ok(syntax) = comment {
        env.set_syntax(syntax);
    }
    env.set_formatter(|out, _, value| {
        let text = number::print(value).filter(|text| !text.contains(sentinel::UNPRINTABLE));
        let text = sentinel::clean(&text.ok_or_else(|| unprintable(value))?);
        out.write_str(&format!("{}{text}{}", sentinel::OPEN, sentinel::CLOSE))
            .map_err(Error::from)
    });
    filter::add(&mut env);
    function::add(&mut env, source);
    env
}

fn unprintable(value: &Value) -> Error {
    if value.is_undefined() {
        return Error::from(minijinja::ErrorKind::UndefinedError);
    }
    let message = if value.is_none() {
        "tidak ada nilainya"
    } else {
        "tidak dapat dicetak begitu saja"
    };
    PlaceholderError::Argument(format!("nilai di dalam placeholder ini {message}")).raise()
}
