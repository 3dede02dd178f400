//! Little-endian fields of binary records. A field beyond the end of its record
//! is `None`: records come from files that may be damaged.

/// The `N` bytes at the offset.
fn array<const N: usize>(data: &[u8], at: usize) -> Option<[u8; N]> {
    data.get(at..at.checked_add(N)?)?.try_into().ok()
}

/// The 16-bit number at the offset.
pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    array(data, at).map(u16::from_le_bytes)
}

/// The 32-bit number at the offset.
pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    array(data, at).map(u32::from_le_bytes)
}

/// The 32-bit number at the offset, as a length or place.
pub(super) fn usize_at(data: &[u8], at: usize) -> Option<usize> {
    u32_at(data, at).and_then(|number| usize::try_from(number).ok())
}

/// Text of `units` UTF-16 units at the offset; halves of a character become `�`.
pub(super) fn utf16_at(data: &[u8], at: usize, units: usize) -> Option<String> {
    let bytes = data.get(at..at.checked_add(units.checked_mul(2)?)?)?;
    Some(utf16(bytes))
}

/// Text of UTF-16 units.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units = bytes
        .as_chunks::<2>()
        .0
        .iter()
        .map(|pair| u16::from_le_bytes(*pair));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}
