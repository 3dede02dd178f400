//! Cells that a finding names, when it cannot name all of them.

/// The first `most` of the cells, and how many there are when some are left out:
/// `F7, G7, … (12 sel)`.
pub(crate) fn some_cells<C, F>(cells: &[C], most: usize, separator: &str, named: F) -> String
where
    F: FnMut(&C) -> String,
{
    let mut list: Vec<String> = cells.iter().take(most).map(named).collect();
    if cells.len() > most {
        list.push(format!("… ({} sel)", cells.len()));
    }
    list.join(separator)
}

#[cfg(test)]
mod tests {
    use super::some_cells;

    #[test]
    fn tells_how_many_only_where_some_are_left_out() {
        let named = |cell: &&str| (*cell).to_owned();
        assert_eq!(some_cells(&["F7", "G7"], 2, ", ", named), "F7, G7");
        assert_eq!(
            some_cells(&["F7", "G7", "H7"], 2, "; ", named),
            "F7; G7; … (3 sel)"
        );
    }
}
