//! The few marks of HTML that CSL-JSON has in titles.

/// What may stand between `<` and `>`.
const MARKS: [&str; 13] = [
    "i", "/i", "b", "/b", "sub", "/sub", "sup", "/sup", "sc", "/sc", "em", "/em", "/span",
];

/// Text without marks of type. What only looks like one stays.
pub(super) fn unmarked(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let mark = from.find('>').and_then(|end| from.get(1..end));
        match mark {
            Some(mark) if MARKS.contains(&mark) || mark.starts_with("span ") => {
                rest = from.get(mark.len() + 2..).unwrap_or_default();
            }
            _ => {
                plain.push('<');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::unmarked;

    #[test]
    fn marks_are_taken_away_and_signs_stay() {
        let marked = "<i>E. coli</i> and CO<sub>2</sub>: <span class=\"nocase\">p < 0.05</span>";
        assert_eq!(unmarked(marked), "E. coli and CO2: p < 0.05");
        assert_eq!(unmarked("a <b"), "a <b");
        assert_eq!(unmarked("<<i>>"), "<>");
    }
}
