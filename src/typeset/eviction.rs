//! Giving back what typst remembers.

/// Forgets, when dropped, what typst has not used for a while.
///
/// typst remembers every layout it computed. That makes the next render of a
/// document that was edited fast, and costs a hundred megabytes and more for
/// each further document of a batch. As a guard it also works for a document
/// that failed.
///
/// Forgetting is global and safe while other threads compile; but what is taken
/// from under them they lay out again.
#[derive(Debug)]
#[must_use = "forgets at the end of its scope"]
pub struct Eviction {
    age: usize,
}

impl Eviction {
    /// Keeps results that were used since the last `age` calls: in a batch the
    /// number of its workers, 2 where one document is rendered again and again.
    /// More only costs memory: a change leaves most of a layout behind.
    pub fn keep(age: usize) -> Self {
        Self { age }
    }
}

impl Drop for Eviction {
    fn drop(&mut self) {
        comemo::evict(self.age);
    }
}
