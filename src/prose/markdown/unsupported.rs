//! Markdown that authors may expect and that prints as typed.

/// Tags that people who know HTML type into text.
const HTML: [&str; 10] = [
    "<b>", "<i>", "<u>", "<br", "<p>", "<ul>", "<ol>", "<li>", "<strong>", "<em>",
];

/// What was found, and on which line of the cell (from 1). Each kind once.
pub(in crate::prose) fn find(text: &str) -> Vec<(&'static str, usize)> {
    let mut list: Vec<(&'static str, usize)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if let Some(kind) = kind(line.trim())
            && list.iter().all(|(known, _)| *known != kind)
        {
            list.push((kind, at + 1));
        }
    }
    list
}

fn kind(line: &str) -> Option<&'static str> {
    let after_hash = line.trim_start_matches('#');
    let hash = line.len() - after_hash.len();
    if (1..=6).contains(&hash) && after_hash.starts_with(' ') {
        return Some("judul dengan tanda #");
    }
    if line.starts_with("```") || line.starts_with("~~~") {
        return Some("blok kode");
    }
    if line.len() > 2 && line.starts_with('|') && line.ends_with('|') {
        return Some("tabel");
    }
    if line.starts_with("> ") {
        return Some("kutipan dengan tanda >");
    }
    if let Some((before, _)) = line.split_once("](") {
        return Some(if before.contains("![") {
            "gambar"
        } else {
            "tautan"
        });
    }
    let lower = line.to_ascii_lowercase();
    HTML.iter().any(|tag| lower.contains(tag)).then_some("HTML")
}
