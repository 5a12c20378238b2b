//! A register: many small entries one under another, as in a ledger.

use super::{Block, Text};

/// Many small entries in groups, set small and close.
///
/// An entry opens with one line: its number, when it was, its title and its figures. Below it stand
/// two texts side by side, and below these a few remarks.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Register {
    /// What the register shows, for a reader who does not see it.
    pub summary: String,
    /// What stands over the entries, again on every page that the register reaches.
    pub headings: RegisterHeadings,
    /// The groups, in order.
    pub groups: Vec<RegisterGroup>,
    /// What all groups come to.
    pub total: Option<RegisterSum>,
}

/// What stands over the columns of a register.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RegisterHeadings {
    /// Over the numbers.
    pub number: Text,
    /// Over when it was.
    pub when: Text,
    /// Over the titles.
    pub title: Text,
    /// Over each figure.
    pub figures: Vec<Text>,
    /// Over the two texts. If the second has no heading, there is but one.
    pub texts: [Text; 2],
}

/// Entries that belong together, such as those of a month.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RegisterGroup {
    /// What they have in common. Bookmarks name it, and pages on which the group goes on. May be empty.
    pub title: String,
    /// The name that leads here.
    pub anchor: Option<String>,
    /// What the figures of its entries come to.
    pub figures: Vec<Text>,
    /// The entries.
    pub entries: Vec<RegisterEntry>,
}

/// One entry of a register.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RegisterEntry {
    /// Its number, which is also the name that leads here.
    pub number: String,
    /// When it was: a few letters.
    pub when: Text,
    /// More about when it was, in the lines below.
    pub times: Text,
    /// What it is called.
    pub title: Text,
    /// Its figures, as many as have headings.
    pub figures: Vec<Text>,
    /// The two texts.
    pub texts: [Vec<Block>; 2],
    /// Remarks, one a line.
    pub remarks: Text,
}

/// What figures come to.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RegisterSum {
    /// What is summed up.
    pub label: Text,
    /// The sums, as many as there are figures.
    pub figures: Vec<Text>,
}
