//! Words into lines.

use super::compose::{Place, compose};
use super::line::{End, Fill, Measure, divide};
use super::mark::Mark;
use super::structure::{Element, Role, Structure};
use super::style::{ACCENT, Colour, QUIET};
use crate::font::{Face, Shaper};
use crate::length::Length;
use crate::outline::{Link, Run, Text, Words as Content};
use std::borrow::Cow;
use std::collections::HashMap;
use unicode_bidi::{BidiInfo, Level};
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

/// Which kind of face a text is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    Serif,
    Sans,
}

/// How lines stand between the edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Justified,
    Start,
    Centre,
    End,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    pub(crate) width: Length,
    pub(crate) size: Length,
    pub(crate) leading: Length,
    pub(crate) family: Family,
    pub(crate) bold: bool,
    pub(crate) colour: Colour,
    pub(crate) edge: Edge,
    /// How far every line but the first is set in.
    pub(crate) hanging: Length,
    pub(crate) hyphenate: bool,
}

/// One line, with its marks placed from the top left corner of its box.
#[derive(Debug, Default)]
pub(crate) struct Line {
    pub(crate) marks: Vec<Mark>,
    /// How far its words reach.
    pub(crate) width: Length,
}

/// Where anchors have come to lie, as far as that is known.
pub(crate) type PageNumbers = HashMap<String, usize>;

/// The look of one run, settled.
pub(super) struct Look<'t> {
    pub(super) face: Face,
    pub(super) size: Length,
    pub(super) raise: Length,
    pub(super) colour: Colour,
    pub(super) struck: bool,
    pub(super) link: Option<&'t Link>,
    pub(super) element: Element,
    pub(super) space: Length,
    pub(super) is_code: bool,
}

/// A piece of text that stands on one line, or that may be cut further.
#[derive(Clone)]
pub(super) struct Fragment<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) look: usize,
    pub(super) level: Level,
    pub(super) width: Length,
    pub(super) end: End,
}

/// Sets a text into lines.
pub(crate) fn set(
    text: &Text,
    setting: &Setting,
    element: Element,
    structure: &mut Structure,
    shaper: &mut Shaper<'_>,
    pages: &PageNumbers,
) -> Vec<Line> {
    let (all, spans) = flatten(text, pages);
    if all.trim().is_empty() {
        return Vec::new();
    }
    let looks = looks(text, setting, element, structure, shaper, pages);
    let bidi = needs_bidi(&all).then(|| BidiInfo::new(&all, None));
    let base = match &bidi {
        Some(bidi) => bidi
            .paragraphs
            .first()
            .map_or(Level::ltr(), |first| first.level),
        None => Level::ltr(),
    };
    let mut fragments = fragments(&all, &spans, &looks, bidi.as_ref(), shaper);
    let narrowest = setting.width - setting.hanging;
    cut_long(
        &mut fragments,
        &looks,
        setting.width.min(narrowest),
        setting.hyphenate,
        shaper,
    );
    let ends = break_lines(&mut fragments, &looks, setting, shaper);

    let mut lines = Vec::with_capacity(ends.len());
    let mut from = 0;
    for (number, end) in ends.iter().copied().enumerate() {
        let last = end == fragments.len() || fragments[end - 1].end == End::Forced;
        let indent = if number == 0 {
            Length::ZERO
        } else {
            setting.hanging
        };
        let line = compose(
            &fragments[from..end],
            &looks,
            setting,
            Place { indent, last, base },
            shaper,
        );
        lines.push(line);
        from = end;
    }
    lines
}

/// All words in one string, with the run that each stretch belongs to.
fn flatten(text: &Text, pages: &PageNumbers) -> (String, Vec<(usize, usize)>) {
    let mut all = String::new();
    let mut spans = Vec::with_capacity(text.0.len());
    for (place, run) in text.0.iter().enumerate() {
        match &run.words {
            Content::Given(words) => {
                for c in words.chars() {
                    all.push(match c {
                        '\n' => '\n',
                        // An object replacement character would be a hole in the text.
                        c if c.is_control() => ' ',
                        c => c,
                    });
                }
            }
            Content::PageOf(anchor) => match pages.get(anchor) {
                Some(page) => all.push_str(&page.to_string()),
                None => all.push_str("00"),
            },
        }
        spans.push((all.len(), place));
    }
    (all, spans)
}

fn needs_bidi(all: &str) -> bool {
    all.chars().any(|c| {
        matches!(u32::from(c), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF | 0x10800..=0x10FFF
            | 0x1E800..=0x1EFFF | 0x202A..=0x202E | 0x2066..=0x2069)
    })
}

fn looks<'t>(
    text: &'t Text,
    setting: &Setting,
    element: Element,
    structure: &mut Structure,
    shaper: &mut Shaper<'_>,
    pages: &PageNumbers,
) -> Vec<Look<'t>> {
    let mut looks: Vec<Look<'t>> = Vec::with_capacity(text.0.len());
    for (place, run) in text.0.iter().enumerate() {
        let bold = run.bold || setting.bold;
        let face = match (run.code, setting.family) {
            (true, _) => Face::Mono,
            (false, Family::Serif) => Face::serif(bold, run.italic),
            (false, Family::Sans) if bold => Face::SansBold,
            (false, Family::Sans) => Face::Sans,
        };
        let size = match (run.raised, run.code) {
            (true, _) => setting.size.part(68, 100),
            // The mono face is wider and looks larger than the text faces.
            (false, true) => setting.size.part(90, 100),
            (false, false) => setting.size,
        };
        let element = match (&run.link, looks.last()) {
            (None, _) => element,
            // One link in several looks, such as a word of it in italics, is still one link.
            (Some(link), Some(before)) if before.link == Some(link) => before.element,
            (Some(link), _) => {
                let words = describe(link, &text.0[place..], text, pages);
                let role = match link {
                    Link::Attachment(_) => Role::Attachment(words),
                    Link::Address(_) | Link::Anchor(_) => Role::Link(words),
                };
                structure.add(element, role)
            }
        };
        let colour = match (&run.link, run.quiet) {
            (Some(_), _) => ACCENT,
            (None, true) => QUIET,
            (None, false) => setting.colour,
        };
        looks.push(Look {
            face,
            size,
            raise: if run.raised {
                setting.size.part(35, 100)
            } else {
                Length::ZERO
            },
            colour,
            struck: run.struck,
            link: run.link.as_ref(),
            element,
            space: size.ems(shaper.width(face, " ")),
            is_code: run.code,
        });
    }
    looks
}

/// Where a link leads, for a reader who hears it: an address, or all that the link says. It is in the first
/// of `runs`, and in those after it that lead to the same place.
fn describe(link: &Link, runs: &[Run], text: &Text, pages: &PageNumbers) -> String {
    if let Link::Address(address) = link {
        return address.clone();
    }
    let of_link: Vec<Run> = runs
        .iter()
        .take_while(|run| run.link.as_ref() == Some(link))
        .cloned()
        .collect();
    let (said, _) = flatten(&Text(of_link), pages);
    match (said.trim(), text.words().trim()) {
        ("", "") => "Go to the page".to_owned(),
        ("", all) => all.to_owned(),
        (said, _) => said.to_owned(),
    }
}

fn fragments<'t>(
    all: &'t str,
    spans: &[(usize, usize)],
    looks: &[Look<'_>],
    bidi: Option<&BidiInfo<'_>>,
    shaper: &mut Shaper<'_>,
) -> Vec<Fragment<'t>> {
    let level = |at: usize| bidi.map_or(Level::ltr(), |bidi| bidi.levels[at]);
    let mut fragments: Vec<Fragment<'t>> = Vec::new();
    let mut spans = spans.iter().copied().peekable();
    let mut from = 0;
    for (opportunity, kind) in linebreaks(all) {
        // A stretch between two opportunities may still be of several looks and directions.
        while from < opportunity {
            while spans.peek().is_some_and(|(end, _)| *end <= from) {
                spans.next();
            }
            let (span_end, look) = spans
                .peek()
                .copied()
                .unwrap_or((all.len(), looks.len() - 1));
            let mut to = opportunity.min(span_end);
            if bidi.is_some() {
                let here = level(from);
                to = (from..to)
                    .find(|at| all.is_char_boundary(*at) && level(*at) != here)
                    .unwrap_or(to);
            }
            let piece = &all[from..to];
            let words = piece.trim_end_matches([' ', '\n', '\u{2028}', '\u{2029}']);
            let spaced = piece[words.len()..].contains(' ');
            let space = looks[look].space;
            if words.is_empty() {
                if let Some(last) = fragments.last_mut()
                    && matches!(last.end, End::Joined | End::Break)
                    && spaced
                {
                    last.end = End::Space(space);
                }
            } else {
                // Spaces at the start of a stretch, as code has them, are kept as words.
                let rtl = level(from).is_rtl();
                let width = looks[look]
                    .size
                    .ems(shaper.word(looks[look].face, rtl, words).width);
                fragments.push(Fragment {
                    text: Cow::Borrowed(words),
                    look,
                    level: level(from),
                    width,
                    end: if spaced {
                        End::Space(space)
                    } else {
                        End::Joined
                    },
                });
            }
            from = to;
        }
        if let Some(last) = fragments.last_mut() {
            match kind {
                BreakOpportunity::Mandatory if opportunity < all.len() => last.end = End::Forced,
                BreakOpportunity::Mandatory => {}
                BreakOpportunity::Allowed if last.end == End::Joined => last.end = End::Break,
                BreakOpportunity::Allowed => {}
            }
        }
    }
    fragments
}

/// Cuts what is wider than the line: at syllables if it is a word, else wherever it must be.
fn cut_long(
    fragments: &mut Vec<Fragment<'_>>,
    looks: &[Look<'_>],
    width: Length,
    hyphenate: bool,
    shaper: &mut Shaper<'_>,
) {
    if fragments.iter().all(|fragment| fragment.width <= width) {
        return;
    }
    let mut cut = Vec::with_capacity(fragments.len() + 8);
    for fragment in fragments.drain(..) {
        if fragment.width <= width {
            cut.push(fragment);
            continue;
        }
        let look = &looks[fragment.look];
        let rtl = fragment.level.is_rtl();
        if hyphenate
            && let Some(parts) = syllables(&fragment, look, shaper)
            && parts.iter().all(|part| part.width <= width)
        {
            cut.extend(parts);
            continue;
        }
        let mut piece = String::new();
        let mut reach = Length::ZERO;
        for grapheme in fragment.text.graphemes(true) {
            let step = look.size.ems(shaper.word(look.face, rtl, grapheme).width);
            if !piece.is_empty() && reach + step > width {
                let text = std::mem::take(&mut piece);
                cut.push(Fragment {
                    text: text.into(),
                    width: reach,
                    end: End::Break,
                    ..fragment.clone()
                });
                reach = Length::ZERO;
            }
            piece.push_str(grapheme);
            reach += step;
        }
        cut.push(Fragment {
            text: piece.into(),
            width: reach,
            ..fragment
        });
    }
    *fragments = cut;
}

/// Longer than any English word that needs syllables, and within what the patterns are made for.
const LONGEST_WORD: usize = 40;

/// The syllables of a word, or nothing if it has but one or is not a word.
fn syllables<'t>(
    fragment: &Fragment<'t>,
    look: &Look<'_>,
    shaper: &mut Shaper<'_>,
) -> Option<Vec<Fragment<'t>>> {
    if look.is_code || fragment.level.is_rtl() {
        return None;
    }
    let text: &str = &fragment.text;
    let start = text.find(char::is_alphabetic)?;
    let end = text
        .rfind(char::is_alphabetic)
        .map(|at| at + text[at..].chars().next().map_or(0, char::len_utf8))?;
    let word = &text[start..end];
    // An apostrophe, digit or slash inside makes it something that English patterns do not know,
    // and so does a capital, which mostly means a name.
    if !(6..=LONGEST_WORD).contains(&word.len())
        || !word.chars().all(|c| c.is_ascii_alphabetic())
        || word.chars().any(|c| c.is_ascii_uppercase())
    {
        return None;
    }
    // Three letters on either side: less is hardly worth the reader's trouble.
    let parts: Vec<&str> = hypher::hyphenate_bounded(word, hypher::Lang::English, 3, 3).collect();
    if parts.len() < 2 {
        return None;
    }
    let hyphen = look.size.ems(shaper.line_end_hyphen(look.face).width);
    let mut cut = Vec::with_capacity(parts.len());
    let mut at = start;
    for (place, part) in parts.iter().enumerate() {
        let from = if place == 0 { 0 } else { at };
        at += part.len();
        let last = place + 1 == parts.len();
        let to = if last { text.len() } else { at };
        let piece = text[from..to].to_owned();
        let width = look.size.ems(shaper.word(look.face, false, &piece).width);
        cut.push(Fragment {
            text: piece.into(),
            width,
            end: if last {
                fragment.end
            } else {
                End::Hyphen(hyphen)
            },
            ..fragment.clone()
        });
    }
    Some(cut)
}

fn break_lines(
    fragments: &mut Vec<Fragment<'_>>,
    looks: &[Look<'_>],
    setting: &Setting,
    shaper: &mut Shaper<'_>,
) -> Vec<usize> {
    let justified = setting.edge == Edge::Justified;
    let fill = Fill {
        first: setting.width,
        rest: setting.width - setting.hanging,
        justified,
    };
    let measure = |fragments: &[Fragment<'_>]| -> Vec<Measure> {
        fragments
            .iter()
            .map(|fragment| Measure {
                width: fragment.width,
                end: fragment.end,
            })
            .collect()
    };
    let mut measures = measure(fragments);
    let first_try = if justified || !setting.hyphenate {
        1.0
    } else {
        3.0
    };
    if let Some(ends) = divide(&measures, fill, first_try) {
        return ends;
    }
    if setting.hyphenate {
        let mut cut = Vec::with_capacity(fragments.len() * 2);
        for fragment in fragments.drain(..) {
            match syllables(&fragment, &looks[fragment.look], shaper) {
                Some(parts) => cut.extend(parts),
                None => cut.push(fragment),
            }
        }
        *fragments = cut;
        measures = measure(fragments);
    }
    for tolerance in [2.5, 8.0, f64::INFINITY] {
        if let Some(ends) = divide(&measures, fill, tolerance) {
            return ends;
        }
    }
    // An infinite tolerance always gives a division; one line for each fragment is the plainest.
    (1..=fragments.len()).collect()
}

/// Whether a word runs from right to left.
pub(crate) fn is_rtl(word: &str) -> bool {
    needs_bidi(word)
        && BidiInfo::new(word, None)
            .paragraphs
            .first()
            .is_some_and(|first| first.level.is_rtl())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::font::{Fonts, Piece};
    use crate::layout::mark::WordItem;
    use crate::layout::style::INK;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn setting(points: i64, edge: Edge) -> Setting {
        Setting {
            width: Length::points(points),
            size: Length::points(10),
            leading: Length::points(15),
            family: Family::Serif,
            bold: false,
            colour: INK,
            edge,
            hanging: Length::ZERO,
            hyphenate: edge == Edge::Justified,
        }
    }

    fn lines(text: &Text, setting: &Setting) -> Vec<Line> {
        let fonts = Fonts::bundled().for_characters(&BTreeMap::new());
        let mut shaper = Shaper::new(&fonts);
        let mut structure = Structure::new();
        set(
            text,
            setting,
            Structure::ROOT,
            &mut structure,
            &mut shaper,
            &PageNumbers::new(),
        )
    }

    /// What stands on a line, as it would be copied.
    fn words(line: &Line) -> String {
        let mut text = String::new();
        for mark in &line.marks {
            let Mark::Words(words) = mark else { continue };
            for item in &words.items {
                match item {
                    WordItem::Space(_) => text.push(' '),
                    WordItem::Word(shaped) => {
                        for piece in &shaped.pieces {
                            match piece {
                                Piece::Glyphs { glyphs, .. } => {
                                    text.extend(glyphs.iter().map(|glyph| &*glyph.text));
                                }
                                Piece::Missing(c) => text.push(*c),
                            }
                        }
                    }
                }
            }
        }
        text
    }

    #[test]
    fn a_justified_line_is_exactly_as_wide_as_the_column() {
        let text = Text::from("one two three four five six seven eight nine ten ".repeat(8));
        let lines = lines(&text, &setting(200, Edge::Justified));
        let last = lines.len() - 1;
        assert!(
            lines[..last]
                .iter()
                .all(|line| line.width == Length::points(200))
        );
        assert!(lines[last].width <= Length::points(200));
    }

    #[test]
    fn a_link_is_one_element_however_many_lines_and_looks_it_has() {
        let text = Text(vec![
            Run {
                link: Some(Link::Anchor("a".into())),
                ..Run::plain("leads ".repeat(30))
            },
            Run {
                link: Some(Link::Anchor("a".into())),
                italic: true,
                ..Run::plain("there")
            },
        ]);
        let mut elements: Vec<Element> = lines(&text, &setting(100, Edge::Start))
            .iter()
            .flat_map(|line| &line.marks)
            .filter_map(|mark| match mark {
                Mark::Area { element, .. } => Some(*element),
                _ => None,
            })
            .collect();
        assert!(elements.len() > 1, "an area on each line");
        elements.dedup();
        assert_eq!(elements.len(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn setting_keeps_every_letter_in_order(
            text in "([a-zA-Zéßłж漢/.,'-]{1,24} ){1,40}",
            points in 20_i64..300,
            justified: bool,
        ) {
            let edge = if justified { Edge::Justified } else { Edge::Start };
            let got: String = lines(&Text::from(text.as_str()), &setting(points, edge))
                .iter()
                .map(words)
                .collect();
            let letters = |text: &str| text.replace([' ', '\u{ad}'], "");
            prop_assert_eq!(letters(&got), letters(&text));
        }
    }
}
