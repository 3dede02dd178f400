//! Saves as office programs make them: one change each, and none for what is no change.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use renstra::pipeline;
use renstra::watch::{Change, Stop, Timing, Watch};

use crate::support::save;
use crate::support::{city, to_xlsx};

/// Long enough for a slow machine; only a failure waits for it.
const LONG: Duration = Duration::from_secs(30);
/// In which nothing may come. The watch looks several times in it.
const NOTHING: Duration = Duration::from_millis(1_200);

struct Seen {
    change: Receiver<Vec<Change>>,
    stop: Stop,
}

/// A watch on a thread of its own, by events or by looking alone.
fn watch(path: &Path, event: bool) -> Seen {
    let folder: Vec<PathBuf> = if event {
        vec![path.parent().unwrap().to_owned()]
    } else {
        Vec::new()
    };
    let list = vec![path.to_owned()];
    let timing = Timing {
        poll: Duration::from_millis(if event { 500 } else { 100 }),
        ..Timing::default()
    };
    let mut watch = Watch::new(
        timing,
        &folder,
        Box::new(move || list.clone()),
        Box::new(pipeline::is_whole),
    );
    let stop = watch.stopper();
    let (sender, change) = channel();
    thread::spawn(move || {
        while let Some(change) = watch.wait() {
            sender.send(change).unwrap();
        }
    });
    Seen { change, stop }
}

fn version(number: u64) -> Vec<u8> {
    to_xlsx::xlsx(&city::opd(number, 12))
}

#[test]
fn a_save_is_one_change_however_it_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dinas.xlsx");
    for event in [true, false] {
        fs::write(&path, version(0)).unwrap();
        let seen = watch(&path, event);
        fs::write(save::lock_file(&path), b"\x01x").unwrap();
        for (number, (name, save)) in (1..).zip(save::ALL) {
            save(&path, &version(number));
            let change = seen
                .change
                .recv_timeout(LONG)
                .unwrap_or_else(|_| panic!("{name}: not seen"));
            assert_eq!(change, [Change::Written(path.clone())], "{name}");
            let more = seen.change.recv_timeout(NOTHING);
            assert!(more.is_err(), "{name}: seen again, {more:?}");
        }
        save::touch(&path);
        fs::remove_file(save::lock_file(&path)).unwrap();
        fs::write(path.with_file_name("lain.tmp"), "x").unwrap();
        let more = seen.change.recv_timeout(NOTHING);
        assert!(more.is_err(), "no change was seen as one: {more:?}");
        seen.stop.stop();
        assert!(
            seen.change.recv_timeout(LONG).is_err(),
            "the watch does not end"
        );
    }
}

#[test]
fn a_file_that_stays_broken_or_away_is_told_in_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dinas.xlsx");
    fs::write(&path, version(0)).unwrap();
    let seen = watch(&path, true);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(
        seen.change.recv_timeout(LONG).unwrap(),
        [Change::Written(path.clone())]
    );
    fs::remove_file(&path).unwrap();
    assert_eq!(
        seen.change.recv_timeout(LONG).unwrap(),
        [Change::Gone(path.clone())]
    );
    fs::write(&path, &whole).unwrap();
    assert_eq!(
        seen.change.recv_timeout(LONG).unwrap(),
        [Change::Written(path.clone())]
    );
    seen.stop.stop();
}
