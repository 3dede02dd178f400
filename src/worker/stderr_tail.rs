//! The last words of a process that ended by itself: what Rust's runtime says
//! in English, understood here and shown to nobody.

use std::io::Read;

/// How much is kept.
const MOST: usize = 8 << 10;

/// What the runtime says when there is no memory, and when the stack is used up.
const MEMORY: [&str; 3] = [
    "memory allocation of ",
    "out of memory",
    "Cannot allocate memory",
];
const STACK: [&str; 2] = ["has overflowed its stack", "stack overflow"];

/// The end of what a process said.
#[derive(Debug, Clone, Default)]
pub struct Tail(Vec<u8>);

impl Tail {
    /// Adds what was said; the oldest goes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
        let over = self.0.len().saturating_sub(MOST);
        self.0.drain(..over);
    }

    /// Everything that is said until the end.
    pub(super) fn read(mut from: impl Read) -> Self {
        let mut tail = Self::default();
        let mut bytes = [0; 1_024];
        while let Ok(count) = from.read(&mut bytes) {
            if count == 0 {
                break;
            }
            tail.push(&bytes[..count]);
        }
        tail
    }

    /// Whether memory was refused.
    pub fn out_of_memory(&self) -> bool {
        self.says(&MEMORY)
    }

    /// Whether something was nested too deeply.
    pub fn out_of_stack(&self) -> bool {
        self.says(&STACK)
    }

    fn says(&self, word: &[&str]) -> bool {
        let text = String::from_utf8_lossy(&self.0);
        word.iter().any(|word| text.contains(word))
    }
}

/// Whether a line is the runtime's own, and not the program's.
pub fn is_system(line: &str) -> bool {
    let line = line.trim_end();
    line.starts_with("fatal runtime error")
        || (line.starts_with("thread '") && line.contains("' "))
        || line.starts_with("note: run with `RUST_BACKTRACE")
        || MEMORY.iter().any(|word| line.starts_with(word))
        || STACK.iter().any(|word| line.ends_with(word))
}
