//! Rows with dots under columns, as data: drawn in the PDF by the layout.

/// A picture of many small counts: a row for each thing, a column for each period. One that is longer than a page
/// goes on in further drawings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// What it shows, for a person who does not see it.
    pub description: String,
    /// The same for a drawing that goes on where the page before it ended.
    pub continued: String,
    /// The columns, from left to right.
    pub columns: Vec<GridColumn>,
    /// The rows, from top to bottom.
    pub rows: Vec<GridRow>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridColumn {
    /// Written above it: a letter or two.
    pub label: String,
    /// Written above that, once for all neighbours that share it; may be empty.
    pub group: String,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridRow {
    /// Its name.
    pub label: String,
    /// How it is set.
    pub kind: GridRowKind,
    /// The place of a column, from 0, and how much is there, in the order of columns.
    pub dots: Vec<(usize, u32)>,
    /// Written at its end.
    pub sum: String,
}

/// How a row is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GridRowKind {
    /// Filled dots.
    #[default]
    Filled,
    /// Rings: what is missing.
    Hollow,
    /// A heading of the rows beneath it.
    Heading,
}
