//! The names that placeholders see. A name that does not exist fails at the
//! lookup itself, before any filter, test or default could hide it.

use std::fmt::{self, Write as _};
use std::sync::Arc;

use minijinja::Value;
use minijinja::value::{Enumerator, Object, ObjectRepr, Serde};
use serde_json::{Map, Value as Json};

use super::placeholder_error::PlaceholderError;
use super::{function, sentinel};

/// The names of one object of the context.
#[derive(Debug)]
struct Scope {
    /// Dotted path of the object; empty for the outermost.
    path: String,
    name: Map<String, Json>,
}

/// The outermost scope.
pub(super) fn root(context: Json) -> Value {
    let name = match context {
        Json::Object(name) => name,
        _ => Map::new(),
    };
    Value::from_object(Scope {
        path: String::new(),
        name,
    })
}

/// All dotted names with a value of their own, in order: `opd.nama`.
pub(super) fn dotted(context: &Json) -> Vec<String> {
    fn walk(path: &str, json: &Json, out: &mut Vec<String>) {
        match json {
            Json::Object(name) => {
                for (key, json) in name {
                    walk(&join(path, key), json, out);
                }
            }
            _ => out.push(path.to_owned()),
        }
    }
    let mut out = Vec::new();
    walk("", context, &mut out);
    out
}

impl Object for Scope {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let key = key.as_str()?;
        match self.name.get(key) {
            Some(json) => Some(value(&join(&self.path, key), json)),
            // minijinja looks for functions where no value is found.
            None if self.path.is_empty() && function::NAME.contains(&key) => None,
            None => Some(Value::from(
                PlaceholderError::Unknown {
                    name: join(&self.path, key),
                    sibling: self.name.keys().cloned().collect(),
                }
                .raise(),
            )),
        }
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.name.keys().map(Value::from).collect())
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char(sentinel::UNPRINTABLE)
    }
}

/// A list of the context.
#[derive(Debug)]
struct List(Vec<Value>);

impl Object for List {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Seq
    }

    fn get_value(self: &Arc<Self>, at: &Value) -> Option<Value> {
        self.0.get(at.as_usize()?).cloned()
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Seq(self.0.len())
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char(sentinel::UNPRINTABLE)
    }
}

/// A value of the context. A missing one fails when it is used.
fn value(path: &str, json: &Json) -> Value {
    match json {
        Json::Null => missing(path),
        Json::String(text) if text.trim().is_empty() => missing(path),
        Json::Object(name) => Value::from_object(Scope {
            path: path.to_owned(),
            name: name.clone(),
        }),
        Json::String(text) => Value::from(sentinel::clean(text)),
        Json::Array(item) => {
            let item = item.iter().enumerate();
            let item = item.map(|(at, item)| value(&format!("{path}[{at}]"), item));
            Value::from_object(List(item.collect()))
        }
        plain => Value::from(Serde(plain)),
    }
}

fn missing(path: &str) -> Value {
    Value::from(
        PlaceholderError::Missing {
            name: path.to_owned(),
        }
        .raise(),
    )
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}
