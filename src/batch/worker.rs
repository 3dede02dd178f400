//! Workers that take one workbook after the other.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::BatchError;
use crate::typeset::{Eviction, Pool};

/// Runs `f` on every item, `jobs` at a time, each worker with threads of its
/// own; the results are in the order of the items. An `f` that panics gives
/// what `panicked` makes of its words, and harms no other.
///
/// # Errors
/// When the system gives no threads.
pub(super) fn each<I: Sync, T: Send>(
    jobs: usize,
    item: &[I],
    f: impl Fn(&I) -> T + Sync,
    panicked: impl Fn(&I, &str) -> T + Sync,
) -> Result<Vec<T>, BatchError> {
    let pool = (0..jobs.clamp(1, item.len().max(1)))
        .map(|_| Pool::new(1))
        .collect::<Result<Vec<_>, _>>()?;
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(item.len()));
    std::thread::scope(|scope| {
        for pool in &pool {
            scope.spawn(|| {
                while let Some((at, item)) = take(&next, item) {
                    let result = pool.run(|| guarded(jobs, || f(item)));
                    let result = result.unwrap_or_else(|why| panicked(item, &why));
                    done.lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push((at, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    Ok(done.into_iter().map(|(_, result)| result).collect())
}

fn take<'i, I>(next: &AtomicUsize, item: &'i [I]) -> Option<(usize, &'i I)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    Some((at, item.get(at)?))
}

/// Runs `f`, gives typst's memory back, and turns a panic into its words.
///
/// The state that `f` could leave half-changed is its own, and typst's memory
/// only takes finished results.
fn guarded<T>(jobs: usize, f: impl FnOnce() -> T) -> Result<T, String> {
    let _eviction = eviction(jobs);
    catch_unwind(AssertUnwindSafe(f)).map_err(|payload| words(&*payload))
}

/// Gives typst's memory back; to be called twice a document.
///
/// Forgetting is global. A worker that keeps nothing takes from the others what
/// they are about to use again, and they lay it out once more: a quarter more
/// processor time with two workers. With two calls a document, what was used
/// within the last `jobs` calls outlives half a document of every worker, and
/// what a finished one leaves is gone when the next is done.
pub(super) fn eviction(jobs: usize) -> Eviction {
    Eviction::keep(jobs)
}

fn words(payload: &(dyn Any + Send)) -> String {
    let text = payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned());
    text.unwrap_or_else(|| "sebab tidak diketahui".to_owned())
}
