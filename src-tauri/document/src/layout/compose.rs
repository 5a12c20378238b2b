//! The words of one line, side by side.

use super::line::End;
use super::mark::{Mark, WordItem, Words};
use super::paragraph::{Edge, Fragment, Line, Look, Setting};
use crate::font::Shaper;
use crate::length::Length;
use unicode_bidi::{BidiInfo, Level};

/// Where a line stands in its paragraph.
pub(super) struct Place {
    pub(super) indent: Length,
    pub(super) last: bool,
    pub(super) base: Level,
}

/// Words or space, in one look and direction.
struct Unit {
    item: WordItem,
    look: usize,
    level: Level,
    width: Length,
}

/// Sets the words of one line side by side, and stretches the spaces if it is to fill the column.
pub(super) fn compose(
    fragments: &[Fragment<'_>],
    looks: &[Look<'_>],
    setting: &Setting,
    place: Place,
    shaper: &mut Shaper<'_>,
) -> Line {
    let mut units = units(fragments, looks, shaper);
    reorder(&mut units, place.base);

    let natural: Length = units.iter().map(|unit| unit.width).sum();
    let available = setting.width - place.indent;
    let slack = available - natural;
    let spaces: Length = units
        .iter()
        .filter(|unit| matches!(unit.item, WordItem::Space(_)))
        .map(|unit| unit.width)
        .sum();
    let stretches = setting.edge == Edge::Justified
        && spaces > Length::ZERO
        // Wider than four times as wide is no longer a space between words.
        && (slack < Length::ZERO || (!place.last && slack <= spaces * 3));
    let stretches = stretches || (slack < Length::ZERO && spaces > Length::ZERO);
    if stretches {
        // Half a space is the least that still parts two words.
        let slack = slack.max(-spaces / 2);
        spread(&mut units, slack, spaces);
    }
    let width: Length = units.iter().map(|unit| unit.width).sum();
    let rtl = place.base.is_rtl();
    let mut x = match setting.edge {
        Edge::Justified | Edge::Start if rtl => setting.width - width - place.indent,
        Edge::Justified | Edge::Start => place.indent,
        Edge::Centre => (setting.width - width) / 2,
        Edge::End => setting.width - width,
    };

    // The box of a line puts the letters in its middle, optically.
    let baseline = (setting.leading - setting.size) / 2 + setting.size.part(80, 100);
    let mut line = Line {
        marks: Vec::new(),
        width,
    };
    let mut areas: Vec<(usize, Length, Length)> = Vec::new();
    for unit in units {
        let look = &looks[unit.look];
        if look.link.is_some() {
            match areas.last_mut() {
                Some((of, _, end)) if looks[*of].element == look.element && *end == x => {
                    *end = x + unit.width;
                }
                _ => areas.push((unit.look, x, x + unit.width)),
            }
        }
        let same = match line.marks.last_mut() {
            Some(Mark::Words(words))
                if words.element == Some(look.element)
                    && words.face == look.face
                    && words.size == look.size
                    && words.colour == look.colour
                    && words.struck == look.struck =>
            {
                Some(words)
            }
            _ => None,
        };
        match same {
            Some(words) => {
                words.items.push(unit.item);
                words.width += unit.width;
            }
            None => line.marks.push(Mark::Words(Words {
                x,
                baseline: baseline - look.raise,
                size: look.size,
                face: look.face,
                colour: look.colour,
                struck: look.struck,
                element: Some(look.element),
                items: vec![unit.item],
                width: unit.width,
            })),
        }
        x += unit.width;
    }
    for (of, from, to) in areas {
        let look = &looks[of];
        if let Some(link) = look.link {
            line.marks.push(Mark::Area {
                x: from,
                y: baseline - setting.size.part(90, 100),
                width: to - from,
                height: setting.size.part(120, 100),
                link: link.clone(),
                element: look.element,
            });
        }
    }
    line
}

/// Joins fragments to the words they came from, and puts spaces between.
fn units(fragments: &[Fragment<'_>], looks: &[Look<'_>], shaper: &mut Shaper<'_>) -> Vec<Unit> {
    let mut units = Vec::with_capacity(fragments.len() * 2);
    let mut at = 0;
    while at < fragments.len() {
        let first = &fragments[at];
        let mut end = at + 1;
        let mut joined: Option<String> = None;
        while end < fragments.len()
            && matches!(
                fragments[end - 1].end,
                End::Joined | End::Break | End::Hyphen(_)
            )
            && fragments[end].look == first.look
            && fragments[end].level == first.level
        {
            joined
                .get_or_insert_with(|| first.text.to_string())
                .push_str(&fragments[end].text);
            end += 1;
        }
        let look = &looks[first.look];
        let rtl = first.level.is_rtl();
        let text = joined.as_deref().unwrap_or(&first.text);
        let shaped = shaper.word(look.face, rtl, text);
        let width = look.size.ems(shaped.width);
        let (of, level) = (first.look, first.level);
        units.push(Unit {
            item: WordItem::Word(shaped),
            look: of,
            level,
            width,
        });
        let last = end == fragments.len();
        match fragments[end - 1].end {
            End::Space(space) if !last => {
                // Between two directions a space belongs to the outer one.
                let level = level.min(fragments[end].level);
                // A space between a link and what follows is not part of the link.
                let of = if looks[of].link.is_some() && fragments[end].look != of {
                    space_look(of, fragments[end].look, looks)
                } else {
                    of
                };
                units.push(Unit {
                    item: WordItem::Space(space),
                    look: of,
                    level,
                    width: space,
                });
            }
            // A space that nobody sees: who follows the structure, as screen readers do, knows nothing of
            // lines, and would read the last word of this one and the first of the next as one.
            End::Space(_) | End::Forced if last => units.push(Unit {
                item: WordItem::Space(Length::ZERO),
                look: of,
                level,
                width: Length::ZERO,
            }),
            End::Hyphen(width) if last => {
                let hyphen = shaper.line_end_hyphen(look.face);
                units.push(Unit {
                    item: WordItem::Word(hyphen),
                    look: of,
                    level,
                    width,
                });
            }
            _ => {}
        }
        at = end;
    }
    units
}

fn space_look(before: usize, after: usize, looks: &[Look<'_>]) -> usize {
    if looks[before].element == looks[after].element {
        before
    } else {
        after
    }
}

/// Puts the units of a line in the order in which they are seen.
fn reorder(units: &mut Vec<Unit>, base: Level) {
    if units.iter().all(|unit| unit.level == Level::ltr()) && !base.is_rtl() {
        return;
    }
    let levels: Vec<Level> = units.iter().map(|unit| unit.level).collect();
    let order = BidiInfo::reorder_visual(&levels);
    let mut taken: Vec<Option<Unit>> = std::mem::take(units).into_iter().map(Some).collect();
    units.extend(order.into_iter().filter_map(|place| taken[place].take()));
}

/// Widens or narrows the spaces, each by its part, so that the line comes out exactly.
fn spread(units: &mut [Unit], slack: Length, spaces: Length) {
    let mut given = Length::ZERO;
    let mut passed = Length::ZERO;
    for unit in units {
        if let WordItem::Space(space) = &mut unit.item {
            passed += *space;
            let due = slack.part(passed.as_thousandths(), spaces.as_thousandths());
            *space += due - given;
            given = due;
            unit.width = *space;
        }
    }
}
