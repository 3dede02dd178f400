//! Documents compared: what they say, not where it stands.

use serde_json::Value as Json;

/// Keys that say where a value stands in the workbook and on the page, and how large.
const PLACES: [&str; 8] = [
    "kolofon",
    "asal",
    "geser",
    "lebar",
    "perkiraan",
    "ruang",
    "tinggi",
    "ukuran",
];

/// Takes out what says where a value stands: that differs with every way of typing.
pub(super) fn without_places(data: &mut Json) {
    match data {
        Json::String(text) => text.retain(|c| c != '\u{ad}'),
        Json::Object(map) => {
            map.retain(|key, _| !PLACES.contains(&key.as_str()));
            map.values_mut().for_each(without_places);
        }
        Json::Array(list) => list.iter_mut().for_each(without_places),
        _ => {}
    }
}

/// The places at which two documents differ, with what stands there.
pub(super) fn differences(plain: &Json, typed: &Json, at: &str, out: &mut Vec<String>) {
    match (plain, typed) {
        (Json::Object(a), Json::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                let (a, b) = (a.get(key), b.get(key));
                differences(
                    a.unwrap_or(&Json::Null),
                    b.unwrap_or(&Json::Null),
                    &format!("{at}/{key}"),
                    out,
                );
            }
        }
        (Json::Array(a), Json::Array(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                differences(a, b, &format!("{at}/{index}"), out);
            }
        }
        (a, b) if a == b => {}
        (a, b) => {
            let short = |json: &Json| json.to_string().chars().take(90).collect::<String>();
            out.push(format!("{at}: {} -> {}", short(a), short(b)));
        }
    }
}

/// Changes every text of a document.
pub fn edit_texts(data: &mut Json, form: fn(&str) -> String) {
    match data {
        Json::String(text) => *text = form(text),
        Json::Array(list) => list.iter_mut().for_each(|json| edit_texts(json, form)),
        Json::Object(map) => map.values_mut().for_each(|json| edit_texts(json, form)),
        _ => {}
    }
}

/// Takes the values of a key out of a document.
pub fn take_out(data: &mut Json, key: &str) {
    match data {
        Json::Array(list) => list.iter_mut().for_each(|json| take_out(json, key)),
        Json::Object(map) => {
            map.remove(key);
            map.values_mut().for_each(|json| take_out(json, key));
        }
        _ => {}
    }
}
