//! Faults on demand, for the tests of what happens to everybody else. Only in
//! builds for development.

/// Variable with faults: `panic:FILE`, `abort:FILE`, `hang:FILE`, `memory:FILE`,
/// several apart by commas.
#[cfg(debug_assertions)]
const VARIABLE: &str = "RENSTRA_FAULT";

/// Does to this process what was asked for this file.
///
/// # Panics
/// When that is what was asked for.
#[cfg(debug_assertions)]
pub fn fault(file: &str) {
    let asked = std::env::var(VARIABLE).unwrap_or_default();
    let asked = asked.split(',').find_map(|fault| {
        let (what, name) = fault.split_once(':')?;
        (name == file).then_some(what)
    });
    match asked {
        Some("panic") => panic!("rusak di tengah jalan"),
        Some("abort") => std::process::abort(),
        Some("hang") => std::thread::sleep(std::time::Duration::from_hours(1)),
        Some("memory") => {
            let mut hoard: Vec<Vec<u8>> = Vec::new();
            while hoard.len() < 1 << 20 {
                hoard.push(vec![1; 1 << 20]);
            }
        }
        _ => {}
    }
}

/// There are none.
#[cfg(not(debug_assertions))]
pub fn fault(_: &str) {}
