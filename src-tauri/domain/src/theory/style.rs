//! How the portfolio sets citations: the choice alone. What a style means is no matter of this crate.

use crate::code::coded;
use crate::problem::Problems;
use serde::{Deserialize, Serialize};

coded! {
    /// A style in which works are cited.
    StyleChoice {
        /// Harvard, as *Cite Them Right* has it.
        Harvard = "harvard", "Harvard (Cite Them Right)";
        /// The American Psychological Association's.
        Apa = "apa", "APA, 7th edition";
        /// Vancouver, which counts works.
        Vancouver = "vancouver", "Vancouver";
        /// One that the person added.
        Own = "own", "Your own style";
    }
}

impl Default for StyleChoice {
    /// What most universities ask nurses for.
    fn default() -> Self {
        Self::Harvard
    }
}

/// The style of a portfolio.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct CitationStyle {
    /// Which is in use.
    pub chosen: StyleChoice,
    /// The text of the `.csl` file that the person added; empty if none. It stays when another style is chosen.
    pub own: String,
}

impl CitationStyle {
    /// What cannot be right in it. Whether the text is a style is for those to say who can read one.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check(
            self.chosen != StyleChoice::Own || !self.own.is_empty(),
            "chosen",
            "There is no style of your own yet: add one first.",
        );
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_of_ones_own_must_be_there_to_be_chosen() {
        let chosen = |own: &str| CitationStyle {
            chosen: StyleChoice::Own,
            own: own.into(),
        };
        assert_eq!(chosen("").problems().0[0].field, "chosen");
        assert_eq!(chosen("<style/>").problems().0, []);
        assert_eq!(CitationStyle::default().problems().0, []);
    }
}
