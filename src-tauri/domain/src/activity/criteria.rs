//! Criterion codes as people type them.
//!
//! Knowledge, skills and behaviours are `K1`, `S1`, `B1`; foundation apprenticeships and units have `TK1`,
//! `TS1` and `ESB1`; duties are `D1`. Which of them a standard really has is known once it is loaded: until
//! then every code is kept, and one of another form is kept as it was typed.

use super::ActivityContent;
use crate::problem::Problems;

/// What a code begins with, the longer ones first.
const LETTERS: [&str; 7] = ["ESB", "TK", "TS", "K", "S", "B", "D"];

/// A code in the one form that all lists have, `K3` for `k03`; `None` if it has not the form of a code.
#[must_use]
pub fn normalised(typed: &str) -> Option<String> {
    let upper = typed.trim().to_ascii_uppercase();
    let (letters, digits) = LETTERS
        .iter()
        .find_map(|letters| Some((*letters, upper.strip_prefix(letters)?)))?;
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let number: u16 = digits
        .parse()
        .ok()
        .filter(|number| is_number && *number > 0)?;
    Some(format!("{letters}{number}"))
}

/// Codes in their one form, each once, in the order in which they were typed. What is no code stays as it
/// was typed.
#[must_use]
pub fn in_one_form(typed: Vec<String>) -> Vec<String> {
    let mut codes: Vec<String> = Vec::with_capacity(typed.len());
    for typed in typed {
        let code = normalised(&typed).unwrap_or_else(|| typed.trim().to_owned());
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Notes each of the codes in `criteria` that cannot be one.
pub(crate) fn check(codes: &[String], problems: &mut Problems) {
    for (at, code) in codes.iter().enumerate() {
        let missing = "A criterion needs a code such as K3.";
        problems.check_title(&format!("criteria[{at}]"), code, missing);
    }
}

impl ActivityContent {
    /// Writes its codes [in their one form](in_one_form).
    #[must_use]
    pub fn with_criteria_normalised(mut self) -> Self {
        self.criteria = in_one_form(self.criteria);
        self
    }

    /// Its codes that have not the form of a code: a slip of the finger, or a provider's own.
    #[must_use]
    pub fn unusual_criteria(&self) -> Vec<String> {
        let is_unusual = |code: &&String| normalised(code).is_none();
        self.criteria.iter().filter(is_unusual).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;
    use proptest::prelude::*;

    #[test]
    fn codes_have_one_form() {
        for (typed, code) in [
            ("K3", "K3"),
            (" k03 ", "K3"),
            ("esb001", "ESB1"),
            ("tk12", "TK12"),
            ("D4", "D4"),
            ("s120", "S120"),
        ] {
            assert_eq!(normalised(typed).as_deref(), Some(code), "{typed}");
        }
        for typed in ["", "K", "K0", "K1234", "3", "KK3", "A1", "K3a", "K-3", "K٣"] {
            assert_eq!(normalised(typed), None, "{typed}");
        }
    }

    #[test]
    fn each_code_stands_once_and_what_is_none_is_kept() {
        let typed = ["k3", "S04", "K03", "Unit 2 ", "s4"];
        let content = ActivityContent {
            criteria: typed.map(str::to_owned).to_vec(),
            ..activity("a", "2026-03-12").content()
        };
        let content = content.with_criteria_normalised();
        assert_eq!(content.criteria, ["K3", "S4", "Unit 2"]);
        assert_eq!(content.unusual_criteria(), ["Unit 2"]);
    }

    proptest! {
        #[test]
        fn what_is_in_its_one_form_stays_so(typed in "\\PC{0,6}|[a-zA-Z]{1,3}[0-9]{1,4}") {
            if let Some(code) = normalised(&typed) {
                prop_assert_eq!(normalised(&code), Some(code.clone()));
            }
        }
    }
}
