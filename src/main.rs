//! The program. Everything it does is in the library.

use std::process::ExitCode;

#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Other systems do not bound the memory of a process as Linux does.
#[cfg(not(target_os = "linux"))]
#[global_allocator]
static ALLOCATOR: cap::Cap<mimalloc::MiMalloc> = cap::Cap::new(mimalloc::MiMalloc, usize::MAX);

fn main() -> ExitCode {
    #[cfg(not(target_os = "linux"))]
    renstra::worker::with_allocator(|bytes| {
        let _ = ALLOCATOR.set_limit(bytes);
    });
    renstra::cli::run()
}
