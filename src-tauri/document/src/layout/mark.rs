//! What stands on a page, with its place.

use super::structure::Element;
use super::style::Colour;
use crate::font::{Face, Shaped};
use crate::length::Length;
use crate::outline::Link;
use std::sync::Arc;

/// Something drawn or noted, placed from the top left corner of the strip or page it is on.
#[derive(Debug, Clone)]
pub(crate) enum Mark {
    /// Words on one line.
    Words(Words),
    /// A filled rectangle, which means nothing by itself.
    Rectangle {
        x: Length,
        y: Length,
        width: Length,
        height: Length,
        colour: Colour,
    },
    /// A rectangle from the top of the strip, with the space above it, to its foot.
    Bar {
        x: Length,
        width: Length,
        colour: Colour,
    },
    /// A rule along the foot of the strip.
    Foot {
        x: Length,
        width: Length,
        thickness: Length,
        colour: Colour,
    },
    /// A line or area of a figure.
    Path(Path),
    /// A picture, by its place among the document's pictures.
    Picture {
        x: Length,
        y: Length,
        width: Length,
        height: Length,
        picture: usize,
        element: Element,
    },
    /// An area that leads somewhere.
    Area {
        x: Length,
        y: Length,
        width: Length,
        height: Length,
        link: Link,
        element: Element,
    },
    /// An element that is there even if nothing is drawn for it, such as an empty cell.
    Present(Element),
    /// A place that can be led to.
    Anchor { name: String, y: Length },
    /// A heading for the bookmarks.
    Bookmark { level: u8, title: String, y: Length },
    /// A box to be ticked.
    TickBox {
        x: Length,
        baseline: Length,
        size: Length,
        done: bool,
        element: Element,
    },
}

/// Words on one line, in one look.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) x: Length,
    pub(crate) baseline: Length,
    pub(crate) size: Length,
    /// The face whose space stands between the words.
    pub(crate) face: Face,
    pub(crate) colour: Colour,
    /// Whether a line is drawn through the words.
    pub(crate) struck: bool,
    /// What the words belong to; `None` for what is not part of the text, such as a page number.
    pub(crate) element: Option<Element>,
    pub(crate) items: Vec<WordItem>,
    pub(crate) width: Length,
}

/// A word or a space between two.
#[derive(Debug, Clone)]
pub(crate) enum WordItem {
    Word(Arc<Shaped>),
    Space(Length),
}

/// A line or area.
#[derive(Debug, Clone)]
pub(crate) struct Path {
    pub(crate) points: Vec<(Length, Length)>,
    pub(crate) fill: Option<Colour>,
    pub(crate) stroke: Option<Stroke>,
    /// The figure it belongs to; `None` for what means nothing by itself.
    pub(crate) element: Option<Element>,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stroke {
    pub(crate) colour: Colour,
    pub(crate) width: Length,
    /// Lengths of dash and gap; none for an unbroken line.
    pub(crate) dash: Option<(Length, Length)>,
    pub(crate) round: bool,
}

impl Mark {
    /// The same mark, moved to the right and down.
    #[must_use]
    pub(crate) fn moved(mut self, right: Length, down: Length) -> Self {
        match &mut self {
            Self::Words(words) => {
                words.x += right;
                words.baseline += down;
            }
            Self::Rectangle { x, y, .. } | Self::Picture { x, y, .. } | Self::Area { x, y, .. } => {
                *x += right;
                *y += down;
            }
            Self::Bar { x, .. } | Self::Foot { x, .. } => *x += right,
            Self::Path(path) => path.points.iter_mut().for_each(|(x, y)| {
                *x += right;
                *y += down;
            }),
            Self::Present(_) => {}
            Self::Anchor { y, .. } | Self::Bookmark { y, .. } => *y += down,
            Self::TickBox { x, baseline, .. } => {
                *x += right;
                *baseline += down;
            }
        }
        self
    }
}

/// A strip of the page that is never divided, unless it is a row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    /// White space before it; dropped at the top of a page.
    pub(crate) above: Length,
    pub(crate) height: Length,
    /// Whether it stays on the page of the strip after it.
    pub(crate) keep: bool,
    /// Whether it stays on the page of the strip after it if one page can hold all that stays together so.
    pub(crate) whole: bool,
    /// Whether it begins a page.
    pub(crate) new_page: bool,
    pub(crate) marks: Vec<Mark>,
    /// The cells of a row of a table, which may be divided between lines.
    pub(crate) cells: Option<Vec<Cell>>,
    /// White space between the top of a row and its cells.
    pub(crate) pad: Length,
    /// What is repeated at the top of a page that begins here.
    pub(crate) header: Option<Arc<Vec<Mark>>>,
    pub(crate) header_height: Length,
    /// How low a picture may become, so that it does not leave half a page empty before it.
    pub(crate) least: Option<Length>,
    /// Ruled lines in the place of marks, as many as there is room for.
    pub(crate) ruled: Option<Ruled>,
}

/// Empty ruled lines to the foot of the page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ruled {
    pub(crate) width: Length,
    pub(crate) step: Length,
    pub(crate) most: u8,
    pub(crate) colour: Colour,
}

/// A cell: its lines, and where they begin.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub(crate) x: Length,
    pub(crate) strips: Vec<Strip>,
}

impl Cell {
    /// How high its lines are together. White space before the first is dropped.
    pub(crate) fn height(&self) -> Length {
        let above = self.strips.iter().skip(1).map(|strip| strip.above);
        let lines = self.strips.iter().map(|strip| strip.height);
        above.chain(lines).sum()
    }
}

/// The height of the highest of these cells.
pub(crate) fn tallest(cells: &[Cell]) -> Length {
    cells.iter().map(Cell::height).max().unwrap_or_default()
}

impl Strip {
    /// The same strip, moved to the right.
    #[must_use]
    pub(crate) fn indented(mut self, right: Length) -> Self {
        let moved = |marks: Vec<Mark>| -> Vec<Mark> {
            marks
                .into_iter()
                .map(|mark| mark.moved(right, Length::ZERO))
                .collect()
        };
        self.marks = moved(self.marks);
        self.cells
            .iter_mut()
            .flatten()
            .for_each(|cell| cell.x += right);
        self.header = self.header.map(|header| Arc::new(moved(header.to_vec())));
        self
    }

    /// How much lower the picture of the strip may become.
    pub(crate) fn gives_way(&self) -> Length {
        self.least.map_or(Length::ZERO, |least| self.height - least)
    }

    /// Makes the picture of the strip lower by `over`, and narrower in proportion.
    pub(crate) fn shrink(&mut self, over: Length) {
        let (whole, left) = (self.height, self.height - over);
        let part = |length: Length| length.part(left.as_thousandths(), whole.as_thousandths());
        for mark in &mut self.marks {
            if let Mark::Picture {
                x, width, height, ..
            } = mark
            {
                let narrow = part(*width);
                *x += (*width - narrow) / 2;
                (*width, *height) = (narrow, part(*height));
            }
        }
        self.height = left;
    }

    /// The same strip, with as many ruled lines as fit into `room` if it is made of them.
    #[must_use]
    pub(crate) fn filling(mut self, room: Length) -> Self {
        let Some(ruled) = self.ruled else {
            return self;
        };
        let fit = room.as_thousandths() / ruled.step.as_thousandths().max(1);
        let least = self.height.as_thousandths() / ruled.step.as_thousandths().max(1);
        let lines = fit.min(i64::from(ruled.most)).max(least);
        self.marks = (1..=lines)
            .map(|line| Mark::Rectangle {
                x: Length::ZERO,
                y: ruled.step * line,
                width: ruled.width,
                height: super::style::HAIRLINE,
                colour: ruled.colour,
            })
            .collect();
        self.height = ruled.step * lines + super::style::HAIRLINE;
        self
    }

    /// A strip of marks.
    pub(crate) fn new(height: Length, marks: Vec<Mark>) -> Self {
        Self {
            height,
            marks,
            ..Self::default()
        }
    }
}
