//! Functions: figures and references that depend on a kode or a year.

use std::sync::Arc;

use minijinja::value::Value;
use minijinja::{Environment, Error};

use super::fault::Fault;
use super::number::{self, Uang};
use super::source::{Gap, Source};
use crate::model::{Kode, Tahun};

/// All functions.
pub(super) const NAME: [&str; 4] = ["pagu_total", "pagu_program", "tabel", "gambar"];

/// Adds the functions, which ask `source`.
pub(super) fn add(env: &mut Environment<'static>, source: &Arc<dyn Source>) {
    let from = Arc::clone(source);
    env.add_function("pagu_total", move |tahun: Option<Value>| {
        let tahun = tahun.map(|value| year(&value)).transpose()?;
        from.pagu_total(tahun).map(uang).map_err(|gap| match (gap, tahun) {
            (Gap::Unknown, Some(tahun)) => no_year(tahun),
            _ => {
                missing(format!("pagu_total({})", tahun.map(|t| t.to_string()).unwrap_or_default()))
            }
        })
    });
    let from = Arc::clone(source);
    env.add_function("pagu_program", move |kode: Value, tahun: Option<Value>| {
        let kode = program(&kode)?;
        let tahun = tahun.map(|value| year(&value)).transpose()?;
        from.pagu_program(&kode, tahun).map(uang).map_err(|gap| match gap {
            // A year outside the period is unknown for every program.
            Gap::Unknown => {
                match tahun.filter(|_| from.pagu_program(&kode, None) != Err(Gap::Unknown)) {
                    Some(tahun) => no_year(tahun),
                    None => Fault::NoSuch { what: "program", id: kode.to_string() }.raise(),
                }
            }
            Gap::Missing => missing(match tahun {
                Some(tahun) => format!("pagu_program(\"{kode}\", {tahun})"),
                None => format!("pagu_program(\"{kode}\")"),
            }),
        })
    });
    let from = Arc::clone(source);
    env.add_function("tabel", move |kode: Value| {
        let kode = text("tabel", &kode)?;
        from.tabel(&kode).map_err(|gap| no_reference("tabel", &kode, gap))
    });
    let from = Arc::clone(source);
    env.add_function("gambar", move |id: Value| {
        let id = text("gambar", &id)?;
        from.gambar(&id).map_err(|gap| no_reference("gambar", &id, gap))
    });
}

fn uang(rupiah: crate::model::Rupiah) -> Value {
    Value::from_object(Uang(rupiah))
}

/// `2023` or `"2023"`.
fn year(value: &Value) -> Result<Tahun, Error> {
    let typed = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    typed.parse().map_err(|why| Fault::Argument(format!("\"{typed}\" {why}")).raise())
}

fn program(value: &Value) -> Result<Kode, Error> {
    let typed = text("pagu_program", value)?;
    typed.parse().map_err(|why| {
        Fault::Argument(format!("kode program \"{typed}\" tidak sah: {why}")).raise()
    })
}

/// Kode and ids are text: `1.10` as a number would be `1.1`.
fn text(function: &str, value: &Value) -> Result<String, Error> {
    value.as_str().map(str::to_owned).ok_or_else(|| {
        let shown = number::print(value).unwrap_or_default();
        Fault::Argument(format!("{function}({shown}) memerlukan kode di antara tanda petik"))
            .raise()
    })
}

fn no_year(tahun: Tahun) -> Error {
    Fault::NoSuch { what: "tahun", id: tahun.to_string() }.raise()
}

fn no_reference(what: &'static str, id: &str, gap: Gap) -> Error {
    match gap {
        Gap::Unknown => Fault::NoSuch { what, id: id.to_owned() }.raise(),
        Gap::Missing => missing(format!("{what}(\"{id}\")")),
    }
}

fn missing(name: String) -> Error {
    Fault::Missing { name }.raise()
}
