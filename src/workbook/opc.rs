//! Relationships between the parts of an OOXML package.

use quick_xml::events::Event;

use super::limit;
use super::package::Package;
use super::refusal::Refusal;
use super::xml::{Xml, attribute};

/// A relationship of a part.
#[derive(Debug)]
pub(super) struct Relationship {
    /// Id by which the part refers to it.
    pub id: String,
    /// Last word of the type, `worksheet`. The rest differs between the
    /// transitional and the strict form of OOXML.
    pub kind: String,
    /// Name of the part that it points to, from the root of the package.
    pub target: String,
}

/// The relationships of a part; none if it has no list of them or it is malformed.
pub(super) fn relationships(
    package: &mut Package,
    part: &str,
) -> Result<Vec<Relationship>, Refusal> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let mut list = Vec::new();
    let Some(text) = package.text(&format!("{folder}/_rels/{name}.rels"))? else {
        return Ok(list);
    };
    let mut xml = Xml::new(&text);
    while let Ok(event) = xml.next() {
        match event {
            Event::Start(e)
                if e.local_name().as_ref() == "Relationship" && list.len() < limit::ENTRIES =>
            {
                let get = |name| attribute(&e, name).unwrap_or_default();
                let target = get("Target");
                list.push(Relationship {
                    id: get("Id").into_owned(),
                    kind: get("Type")
                        .rsplit('/')
                        .next()
                        .unwrap_or_default()
                        .to_owned(),
                    target: resolve(folder, &target),
                });
            }
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(list)
}

/// Name of the package's main part, by its root relationships; the usual name
/// where they are missing.
pub(super) fn main_part(package: &mut Package, usual: &str) -> Result<String, Refusal> {
    let root = relationships(package, "")?;
    let main = root
        .into_iter()
        .find(|relation| relation.kind == "officeDocument");
    Ok(main
        .map(|relation| relation.target)
        .filter(|name| package.has(name))
        .unwrap_or_else(|| usual.to_owned()))
}

/// The part of a kind, by its relationship or else by its usual name.
pub(super) fn part(relations: &[Relationship], kind: &str, usual: &str) -> String {
    let relation = relations.iter().find(|relation| relation.kind == kind);
    relation
        .map_or(usual, |relation| &relation.target)
        .to_owned()
}

/// The worksheet part with this id; `None` for charts, dialogs and macro sheets,
/// which have no cells.
pub(super) fn worksheet<'r>(relations: &'r [Relationship], id: &str) -> Option<&'r str> {
    let relation = relations.iter().find(|relation| relation.id == id)?;
    (relation.kind == "worksheet").then_some(relation.target.as_str())
}

/// A target seen from a folder; a leading slash starts at the root.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut path: Vec<&str> = Vec::new();
    if !target.starts_with('/') {
        path.extend(folder.split('/').filter(|step| !step.is_empty()));
    }
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}
