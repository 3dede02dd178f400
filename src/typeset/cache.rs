//! Giving back what typst remembers.

/// Forgets what typst has not used since the last `age` calls.
///
/// typst remembers every layout it computed: a document that was edited is laid
/// out again the faster for it, and each further document of a batch costs a
/// hundred megabytes and more. To be called after a failed document too. With 0
/// nothing is kept; where one document is laid out again and again, 2 is enough,
/// for a change leaves most of a layout behind.
pub fn forget(age: usize) {
    comemo::evict(age);
}
