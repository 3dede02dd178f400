//! Functions: figures and references that depend on a kode or a year.

use std::fmt::{self, Write as _};
use std::sync::Arc;

use minijinja::value::{Object, ObjectRepr, Value, from_args};
use minijinja::{Environment, Error, State};

use super::number::{self, Uang};
use super::placeholder_error::PlaceholderError;
use super::sentinel;
use super::source::{Gap, Source};
use crate::model::{Kode, Rupiah, Tahun};

/// All functions.
pub(super) const NAME: [&str; 4] = ["pagu_total", "pagu_program", "tabel", "gambar"];

/// Adds the functions, which ask `source`.
pub(super) fn add(env: &mut Environment<'static>, source: &Arc<dyn Source>) {
    let answer: [Answer; 4] = [pagu_total, pagu_program, tabel, gambar];
    for (name, answer) in NAME.into_iter().zip(answer) {
        let source = Arc::clone(source);
        env.add_global(name, Value::from_object(Function { source, answer }));
    }
}

/// What a function answers to its arguments.
type Answer = fn(&dyn Source, &[Value]) -> Result<Value, Error>;

/// A function. An object of ours, because minijinja's own print their Rust name
/// when a text uses them like a value.
struct Function {
    source: Arc<dyn Source>,
    answer: Answer,
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Function").finish_non_exhaustive()
    }
}

impl Object for Function {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn call(self: &Arc<Self>, _: &mut State<'_, '_>, args: &[Value]) -> Result<Value, Error> {
        (self.answer)(self.source.as_ref(), args)
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char(sentinel::UNPRINTABLE)
    }
}

fn pagu_total(source: &dyn Source, args: &[Value]) -> Result<Value, Error> {
    let (tahun,): (Option<Value>,) = from_args(args)?;
    let tahun = tahun.map(|value| year(&value)).transpose()?;
    match (source.pagu_total(tahun), tahun) {
        (Ok(rupiah), _) => Ok(uang(rupiah)),
        (Err(Gap::Unknown), Some(tahun)) => Err(no_year(tahun)),
        (Err(_), Some(tahun)) => Err(missing(format!("pagu_total({tahun})"))),
        (Err(_), None) => Err(missing("pagu_total()".to_owned())),
    }
}

fn pagu_program(source: &dyn Source, args: &[Value]) -> Result<Value, Error> {
    let (kode, tahun): (Value, Option<Value>) = from_args(args)?;
    let kode = program(&kode)?;
    let tahun = tahun.map(|value| year(&value)).transpose()?;
    // A year outside the period is unknown for every program.
    let known = || source.pagu_program(&kode, None) != Err(Gap::Unknown);
    match (source.pagu_program(&kode, tahun), tahun) {
        (Ok(rupiah), _) => Ok(uang(rupiah)),
        (Err(Gap::Unknown), Some(tahun)) if known() => Err(no_year(tahun)),
        (Err(Gap::Unknown), _) => Err(no_such("program", &kode.to_string())),
        (Err(Gap::Missing), Some(tahun)) => {
            Err(missing(format!("pagu_program(\"{kode}\", {tahun})")))
        }
        (Err(Gap::Missing), None) => Err(missing(format!("pagu_program(\"{kode}\")"))),
    }
}

fn tabel(source: &dyn Source, args: &[Value]) -> Result<Value, Error> {
    let (kode,): (Value,) = from_args(args)?;
    let kode = text("tabel", &kode)?;
    reference("tabel", &kode, source.tabel(&kode))
}

fn gambar(source: &dyn Source, args: &[Value]) -> Result<Value, Error> {
    let (id,): (Value,) = from_args(args)?;
    let id = text("gambar", &id)?;
    reference("gambar", &id, source.gambar(&id))
}

fn reference(what: &'static str, id: &str, found: Result<String, Gap>) -> Result<Value, Error> {
    match found {
        Ok(reference) => Ok(Value::from(reference)),
        Err(Gap::Unknown) => Err(no_such(what, id)),
        Err(Gap::Missing) => Err(missing(format!("{what}(\"{id}\")"))),
    }
}

fn uang(rupiah: Rupiah) -> Value {
    Value::from_object(Uang(rupiah))
}

/// `2023` or `"2023"`.
fn year(value: &Value) -> Result<Tahun, Error> {
    let typed = value.to_string();
    typed
        .parse()
        .map_err(|why| PlaceholderError::Argument(format!("\"{typed}\" {why}")).raise())
}

fn program(value: &Value) -> Result<Kode, Error> {
    let typed = text("pagu_program", value)?;
    typed.parse().map_err(|why| {
        PlaceholderError::Argument(format!("kode program \"{typed}\" tidak sah: {why}")).raise()
    })
}

/// Kode and ids are text: `1.10` as a number would be `1.1`.
fn text(function: &str, value: &Value) -> Result<String, Error> {
    value.as_str().map(str::to_owned).ok_or_else(|| {
        let shown = number::print(value).unwrap_or_default();
        PlaceholderError::Argument(format!(
            "{function}({shown}) memerlukan kode di antara tanda petik"
        ))
        .raise()
    })
}

fn no_year(tahun: Tahun) -> Error {
    no_such("tahun", &tahun.to_string())
}

fn no_such(what: &'static str, id: &str) -> Error {
    let id = id.to_owned();
    PlaceholderError::NoSuch { what, id }.raise()
}

fn missing(name: String) -> Error {
    PlaceholderError::Missing { name }.raise()
}
