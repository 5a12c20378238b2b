//! The logical structure of the document: what a screen reader reads, and in what order.
//!
//! Layout only says what a thing is and what it stands in. The order comes from the page: an
//! element takes its place in its parent when the first of its words is drawn.

/// An element of the structure, by its place in [`Structure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Element(pub(crate) u32);

/// What an element is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    Part,
    Heading(u8),
    Paragraph,
    Quote,
    List {
        numbered: bool,
    },
    Item,
    Label,
    Body,
    Code,
    Table {
        summary: String,
    },
    Row,
    /// The heading of a column.
    ColumnHead,
    /// The heading of a row.
    RowHead,
    Cell,
    /// A picture or chart with its text alternative.
    Figure(String),
    Caption,
    /// A link, with where it leads in words, for the annotation.
    Link(String),
    /// A file that can be opened from here, with its name.
    Attachment(String),
    /// The field that the signature of the file stands in.
    Signature,
    Contents,
    ContentsItem,
    Note,
}

/// All elements of a document.
#[derive(Debug)]
pub(crate) struct Structure {
    pub(crate) nodes: Vec<Node>,
    deepest_so_far: u8,
}

/// An element with what it stands in.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) role: Role,
    pub(crate) parent: Element,
}

impl Structure {
    /// The element that holds all others.
    pub(crate) const ROOT: Element = Element(0);

    pub(crate) fn new() -> Self {
        let root = Node {
            role: Role::Document,
            parent: Self::ROOT,
        };
        Self {
            nodes: vec![root],
            deepest_so_far: 0,
        }
    }

    /// Adds an element.
    pub(crate) fn add(&mut self, parent: Element, role: Role) -> Element {
        let number = u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        self.nodes.push(Node { role, parent });
        Element(number)
    }

    /// Adds a heading. Levels may not skip inwards (PDF/UA-1, 7.4.2), whatever a person typed.
    pub(crate) fn heading(&mut self, parent: Element, level: u8) -> Element {
        let level = level.clamp(1, 6).min(self.deepest_so_far + 1);
        self.deepest_so_far = level;
        self.add(parent, Role::Heading(level))
    }

    /// An element.
    pub(crate) fn node(&self, element: Element) -> &Node {
        &self.nodes[element.0 as usize]
    }
}
