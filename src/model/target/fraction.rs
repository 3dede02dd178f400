//! Number formats that show fractions, `# ?/?`: the fraction that a reader saw.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Most digits of a denominator; a spreadsheet offers three.
const MAX_DIGITS: usize = 3;

/// The number as the section of a number format shows it, `1 1/4`; `None` if the
/// section shows no fraction or the number is too large for one.
pub(super) fn shown(section: &str, value: Decimal) -> Option<String> {
    let (before, behind) = section.split_once('/')?;
    let holder = |c: char| matches!(c, '?' | '#' | '0');
    let numerator = before.trim_end().rsplit(' ').next()?;
    if numerator.is_empty() || !numerator.chars().all(holder) {
        return None;
    }
    let has_whole = before.trim_end() != numerator && before.contains(holder);
    let denominator = behind.trim();
    let number = value.abs();
    let whole = if has_whole {
        number.trunc()
    } else {
        Decimal::ZERO
    };
    let part = number.checked_sub(whole)?;
    let (mut above, below) = match denominator.parse::<u32>() {
        // `# ?/8`: always eighths.
        Ok(fixed) if fixed > 0 => (nearest(part, fixed)?, fixed),
        _ if !denominator.is_empty() && denominator.chars().all(holder) => {
            let digits = denominator.chars().count().min(MAX_DIGITS);
            closest(part, 10_u32.checked_pow(u32::try_from(digits).ok()?)? - 1)?
        }
        _ => return None,
    };
    let mut whole = whole.to_u64()?;
    if has_whole && above == u64::from(below) {
        (whole, above) = (whole.checked_add(1)?, 0);
    }
    let sign = if value.is_sign_negative() && (whole > 0 || above > 0) {
        "-"
    } else {
        ""
    };
    Some(match (has_whole, whole, above) {
        (true, whole, 0) => format!("{sign}{whole}"),
        (true, 0, above) | (false, _, above) => format!("{sign}{above}/{below}"),
        (true, whole, above) => format!("{sign}{whole} {above}/{below}"),
    })
}

/// The numerator that comes nearest over this denominator.
fn nearest(part: Decimal, below: u32) -> Option<u64> {
    part.checked_mul(below.into())?.round().to_u64()
}

/// The last convergent of the number's continued fraction with a denominator up to
/// `most`, which is what spreadsheets show.
fn closest(part: Decimal, most: u32) -> Option<(u64, u32)> {
    // Below this the rest is what a float has in place of zero.
    let dust = Decimal::new(5, 8);
    let (mut above, mut below) = ((0_u64, 1_u64), (1_u64, 0_u64));
    let mut rest = part;
    loop {
        let whole = rest.trunc().to_u64()?;
        let next = |(before, last): (u64, u64)| whole.checked_mul(last)?.checked_add(before);
        let Some(denominator) = next(below).filter(|next| *next <= u64::from(most)) else {
            break;
        };
        above = (above.1, next(above)?);
        below = (below.1, denominator);
        rest = rest.checked_sub(whole.into())?;
        if rest < dust {
            break;
        }
        rest = Decimal::ONE.checked_div(rest)?;
    }
    Some((
        above.1,
        u32::try_from(below.1).ok().filter(|below| *below > 0)?,
    ))
}
