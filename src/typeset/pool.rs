//! Threads of one's own.

use rayon::{ThreadPool, ThreadPoolBuilder};

use super::error::TypesetError;

/// Stack of a thread. Layout recurses; the usual megabyte of Windows' main
/// thread or two of a spawned one can be too little for a template that nests
/// deeply, and an overflow cannot be caught. Unused pages cost nothing.
const STACK: usize = 16 * 1024 * 1024;

/// Threads that lay a document out. typst lays out page runs in parallel on the
/// pool of the thread that called it; where as many processes work as there are
/// cores, each has one thread.
#[derive(Debug)]
pub struct Pool(ThreadPool);

impl Pool {
    /// Starts `threads` threads; 0 starts one a core.
    ///
    /// # Errors
    /// When the system gives no more threads.
    pub fn new(threads: usize) -> Result<Self, TypesetError> {
        ThreadPoolBuilder::new()
            .num_threads(threads)
            .stack_size(STACK)
            .thread_name(|index| format!("typeset-{index}"))
            .build()
            .map(Self)
            .map_err(|_| TypesetError::Pool)
    }

    /// Runs `f` on the pool and waits for it. A panic in `f` comes out here.
    pub fn run<T: Send>(&self, f: impl FnOnce() -> T + Send) -> T {
        self.0.install(f)
    }
}
