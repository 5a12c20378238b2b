//! Pictures and charts.

use super::block::Setter;
use super::mark::{Mark, Path, Strip, Stroke};
use super::paragraph::{Edge, Setting, set};
use super::structure::{Element, Role};
use super::style::{ACCENT, BAND, Colour, HAIR, HAIRLINE, INK, QUIET};
use crate::grid::Grid;
use crate::length::Length;
use crate::markdown;
use crate::outline::{Block, Figure, Image, Text};
use crate::plot::{Axis, LineStyle, Plot};

/// A picture is made smaller, down to so many per cent, where it would otherwise leave the rest of a page
/// empty.
const LEAST_PICTURE: i64 = 62;

impl Setter<'_, '_> {
    pub(super) fn figure(&mut self, figure: &Figure, parent: Element, width: Length) -> Vec<Strip> {
        match &figure.image {
            Image::Plot(plot) => self.plot(plot, &figure.caption, parent, width),
            Image::Grid(grid) => self.grid(grid, &figure.caption, parent, width),
            Image::Picture(picture) => self.picture(picture, &figure.caption, parent, width),
        }
    }

    fn picture(
        &mut self,
        picture: &markdown::Picture,
        caption: &Text,
        parent: Element,
        width: Length,
    ) -> Vec<Strip> {
        let (place, size) = match self.pictures.get(&picture.id) {
            Ok(found) => found,
            Err(reason) => {
                let mut text = Text::new().italic(picture.description.clone());
                if !picture.description.is_empty() {
                    text = text.plain(". ");
                }
                let note = Block::Note {
                    title: Text::from("A picture is missing here"),
                    blocks: vec![Block::paragraph(text.plain(reason.to_string()))],
                };
                return self.block(&note, parent, width);
            }
        };
        // 150 dots to the inch: sharp on paper, and a picture taken with a telephone still fills
        // the line.
        let natural = |pixels: u32| Length::thousandths(i64::from(pixels) * 72_000 / 150);
        let (wide, high) = (natural(size.0), natural(size.1));
        let highest = self.style.height.part(58, 100);
        let mut drawn = (wide, high);
        if drawn.0 > width {
            drawn = (
                width,
                high.part(width.as_thousandths(), wide.as_thousandths()),
            );
        }
        if drawn.1 > highest {
            drawn = (
                wide.part(highest.as_thousandths(), high.as_thousandths()),
                highest,
            );
        }
        let description = if picture.description.is_empty() {
            "Picture without a description".to_owned()
        } else {
            picture.description.clone()
        };
        let element = self.structure.add(parent, Role::Figure(description));
        let mark = Mark::Picture {
            x: (width - drawn.0) / 2,
            y: Length::ZERO,
            width: drawn.0,
            height: drawn.1,
            picture: place,
            element,
        };
        let mut strips = vec![Strip {
            above: self.style.scaled(12_000),
            keep: !caption.is_empty(),
            least: Some(drawn.1.part(LEAST_PICTURE, 100)),
            ..Strip::new(drawn.1, vec![mark])
        }];
        strips.extend(self.caption(caption, element, width, Edge::Centre));
        self.close(&mut strips);
        strips
    }

    fn caption(
        &mut self,
        caption: &Text,
        parent: Element,
        width: Length,
        edge: Edge,
    ) -> Vec<Strip> {
        if caption.is_empty() {
            return Vec::new();
        }
        let element = self.structure.add(parent, Role::Caption);
        let setting = Setting {
            colour: QUIET,
            edge,
            ..self.label(width, 8_500, 12_000)
        };
        let mut strips = self.lines(caption, &setting, element);
        let count = strips.len();
        strips[..count.saturating_sub(1)]
            .iter_mut()
            .for_each(|strip| strip.keep = true);
        if let Some(first) = strips.first_mut() {
            first.above = self.style.scaled(5_000);
        }
        strips
    }

    /// White space below a figure, as above it.
    fn close(&self, strips: &mut [Strip]) {
        if let Some(last) = strips.last_mut() {
            last.height += self.style.scaled(6_000);
            last.keep = false;
        }
    }

    fn grid(&mut self, grid: &Grid, caption: &Text, parent: Element, width: Length) -> Vec<Strip> {
        let across = self.grid_across(grid, parent, width);
        let mut strips = Vec::new();
        for part in self.grid_parts(grid) {
            let element = self
                .structure
                .add(parent, Role::Figure(part.description.clone()));
            let (height, marks) = self.grid_marks(&part, &across, element, width);
            strips.push(Strip {
                above: self.style.scaled(12_000),
                keep: !caption.is_empty(),
                ..Strip::new(height, marks)
            });
            strips.extend(self.caption(caption, element, width, Edge::Start));
            self.close(&mut strips);
        }
        strips
    }

    fn plot(&mut self, plot: &Plot, caption: &Text, parent: Element, width: Length) -> Vec<Strip> {
        let mut strips = Vec::new();
        if !plot.title.is_empty() {
            let title = self.structure.add(parent, Role::Paragraph);
            let setting = Setting {
                bold: true,
                hyphenate: false,
                ..self.label(width, 10_500, 15_000)
            };
            strips = self.lines(&Text::from(plot.title.as_str()), &setting, title);
            strips.iter_mut().for_each(|strip| strip.keep = true);
        }
        let element = self
            .structure
            .add(parent, Role::Figure(plot.description.clone()));
        let (height, marks) = self.plot_marks(plot, element, width);
        let mut drawing = Strip::new(height, marks);
        drawing.above = self.style.scaled(6_000);
        drawing.keep = !caption.is_empty();
        strips.push(drawing);
        strips[0].above = self.style.scaled(12_000);
        strips.extend(self.caption(caption, element, width, Edge::Start));
        self.close(&mut strips);
        strips
    }

    fn plot_marks(&mut self, plot: &Plot, element: Element, width: Length) -> (Length, Vec<Mark>) {
        let small = self.label(width, 8_000, 11_000);
        let up_labels: Vec<(f64, Vec<Mark>, Length)> = plot
            .up
            .ticks
            .iter()
            .map(|tick| {
                let (marks, wide) = self.tick(&tick.label, &small, QUIET, element);
                (tick.at, marks, wide)
            })
            .collect();
        let left = up_labels
            .iter()
            .map(|label| label.2)
            .max()
            .unwrap_or_default()
            + self.style.scaled(6_000);
        let top = self.style.scaled(14_000);
        let area = (width - left, self.style.scaled(170_000));
        let floor = top + area.1;
        let across = |value: f64| left + place(&plot.across, value, area.0);
        let up = |value: f64| floor - place(&plot.up, value, area.1);
        let mut marks = Vec::new();

        for band in &plot.bands {
            let (from, to) = (across(band.from), across(band.to));
            marks.push(Mark::Path(Path {
                points: vec![(from, top), (to, top), (to, floor), (from, floor)],
                fill: Some(BAND),
                stroke: None,
                element: Some(element),
            }));
            let (words, wide) = self.tick(&band.label, &small, QUIET, element);
            if wide < to - from - Length::points(4) {
                let x = from + (to - from - wide) / 2;
                // At the foot, where lines seldom are by the time of a break.
                let foot = floor - small.leading - Length::points(2);
                marks.extend(words.into_iter().map(|mark| mark.moved(x, foot)));
            }
        }
        for (at, words, wide) in up_labels {
            let y = up(at);
            let colour = if at <= plot.up.from { QUIET } else { HAIR };
            marks.push(line(
                vec![(left, y), (width, y)],
                plain(colour, HAIRLINE),
                element,
            ));
            let x = left - self.style.scaled(6_000) - wide;
            marks.extend(
                words
                    .into_iter()
                    .map(|mark| mark.moved(x, y - small.leading / 2)),
            );
        }
        let mut last = -width;
        for tick in &plot.across.ticks {
            let x = across(tick.at);
            let foot = floor + Length::points(3);
            marks.push(line(
                vec![(x, floor), (x, foot)],
                plain(QUIET, HAIRLINE),
                element,
            ));
            let (words, wide) = self.tick(&tick.label, &small, QUIET, element);
            let start = (x - wide / 2).min(width - wide).max(Length::ZERO);
            // Labels that would run into one another are left out.
            if start > last + Length::points(5) {
                marks.extend(words.into_iter().map(|mark| mark.moved(start, foot)));
                last = start + wide;
            }
        }
        if let Some(marker) = &plot.marker {
            let x = across(marker.at);
            let stroke = Stroke {
                dash: Some((Length::points(2), Length::points(2))),
                ..plain(QUIET, Length::thousandths(700))
            };
            marks.push(line(vec![(x, top), (x, floor)], stroke, element));
            let (words, wide) = self.tick(&marker.label, &small, INK, element);
            let start = (x - wide / 2).min(width - wide).max(left);
            marks.extend(
                words
                    .into_iter()
                    .map(|mark| mark.moved(start, top - small.leading)),
            );
        }
        for drawn in &plot.lines {
            let points: Vec<(Length, Length)> = drawn
                .points
                .iter()
                .map(|(x, y)| (across(*x), up(*y)))
                .collect();
            if points.len() > 1 {
                marks.push(line(points, stroke(drawn.style), element));
            }
        }

        let mut reach = floor + small.leading + self.style.scaled(8_000);
        let mut x = left;
        for drawn in &plot.lines {
            let (words, wide) = self.tick(&drawn.label, &small, INK, element);
            let sample = self.style.scaled(22_000);
            let all = sample + self.style.scaled(5_000) + wide;
            if x > left && x + all > width {
                x = left;
                reach += small.leading + Length::points(2);
            }
            let y = reach + small.leading / 2;
            marks.push(line(
                vec![(x, y), (x + sample, y)],
                stroke(drawn.style),
                element,
            ));
            let start = x + sample + self.style.scaled(5_000);
            marks.extend(words.into_iter().map(|mark| mark.moved(start, reach)));
            x += all + self.style.scaled(18_000);
        }
        if !plot.lines.is_empty() {
            reach += small.leading;
        }
        (reach, marks)
    }

    /// The first line of a label, and how wide it is.
    pub(super) fn tick(
        &mut self,
        label: &str,
        setting: &Setting,
        colour: Colour,
        element: Element,
    ) -> (Vec<Mark>, Length) {
        let setting = Setting {
            colour,
            hyphenate: false,
            ..*setting
        };
        let text = Text::from(label);
        set(
            &text,
            &setting,
            element,
            self.structure,
            self.shaper,
            self.pages,
        )
        .into_iter()
        .next()
        .map_or((Vec::new(), Length::ZERO), |line| (line.marks, line.width))
    }
}

/// Where a value lies along an axis of the given length.
fn place(axis: &Axis, value: f64, length: Length) -> Length {
    let span = axis.to - axis.from;
    let share = if span > 0.0 {
        ((value - axis.from) / span).clamp(0.0, 1.0)
    } else {
        0.0
    };
    // Not a number, as a division by nothing gives, clamps to itself.
    let share = if share.is_finite() { share } else { 0.0 };
    Length::thousandths((length.as_thousandths() as f64 * share).round() as i64)
}

pub(super) fn plain(colour: Colour, width: Length) -> Stroke {
    Stroke {
        colour,
        width,
        dash: None,
        round: false,
    }
}

fn stroke(style: LineStyle) -> Stroke {
    let strong = Length::thousandths(1_700);
    match style {
        LineStyle::Solid => Stroke {
            round: true,
            ..plain(ACCENT, strong)
        },
        LineStyle::Dashed => Stroke {
            dash: Some((Length::points(5), Length::points(3))),
            ..plain(QUIET, Length::thousandths(1_100))
        },
        LineStyle::Dotted => Stroke {
            dash: Some((Length::ZERO, Length::points(3))),
            round: true,
            ..plain(INK, Length::thousandths(1_300))
        },
    }
}

pub(super) fn line(points: Vec<(Length, Length)>, stroke: Stroke, element: Element) -> Mark {
    Mark::Path(Path {
        points,
        fill: None,
        stroke: Some(stroke),
        element: Some(element),
    })
}
