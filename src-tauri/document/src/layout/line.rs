//! Where lines end: the best division of a whole paragraph, not of one line after another.
//!
//! The method is that of Knuth and Plass (Breaking Paragraphs into Lines, 1981): every feasible
//! division is weighed by how far its spaces are from their natural width, and the lightest one is
//! taken.

use crate::length::Length;

/// What may happen after a fragment of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// Nothing: what follows stays on the line.
    Joined,
    /// A space of this width, or a line end.
    Space(Length),
    /// A line end without a mark, as after a slash or between Chinese characters.
    Break,
    /// A line end marked by a hyphen of this width.
    Hyphen(Length),
    /// A line end that was asked for.
    Forced,
}

/// What the division needs to know of a fragment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measure {
    pub(crate) width: Length,
    pub(crate) end: End,
}

/// How lines are to be filled.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fill {
    pub(crate) first: Length,
    pub(crate) rest: Length,
    /// Whether spaces stretch so that both edges are straight.
    pub(crate) justified: bool,
}

/// A way to reach a line end.
#[derive(Clone, Copy)]
struct Node {
    at: usize,
    total: f64,
    /// Whether the line that ends here does so with a hyphen.
    hyphen: bool,
    /// Tight, decent, loose or very loose: neighbours should not differ much.
    fitness: u8,
    before: usize,
}

/// Finds the line ends: for each line, the number of the fragment after its last.
///
/// `tolerance` bounds how far spaces may stretch, in units of their stretchability; `None` when no
/// division keeps to it.
pub(crate) fn divide(measures: &[Measure], fill: Fill, tolerance: f64) -> Option<Vec<usize>> {
    let last = measures.len();
    if last == 0 {
        return Some(Vec::new());
    }
    let mut reach = Vec::with_capacity(last + 1);
    let mut spaces = Vec::with_capacity(last + 1);
    let (mut sum, mut space_sum) = (0_i64, 0_i64);
    reach.push(0);
    spaces.push(0);
    for measure in measures {
        sum += measure.width.as_thousandths();
        if let End::Space(space) = measure.end {
            sum += space.as_thousandths();
            space_sum += space.as_thousandths();
        }
        reach.push(sum);
        spaces.push(space_sum);
    }

    let mut nodes = vec![Node {
        at: 0,
        total: 0.0,
        hyphen: false,
        fitness: 1,
        before: 0,
    }];
    let mut active = vec![0_usize];
    for end in 1..=last {
        let after = measures[end - 1].end;
        let forced = end == last || after == End::Forced;
        if !forced && after == End::Joined {
            continue;
        }
        let mut best: Option<Node> = None;
        let mut widest_left: Option<usize> = None;
        let mut place = 0;
        while place < active.len() {
            let node = nodes[active[place]];
            let target = if node.at == 0 { fill.first } else { fill.rest }.as_thousandths();
            let trailing = match after {
                End::Space(space) => space.as_thousandths(),
                End::Hyphen(hyphen) => -hyphen.as_thousandths(),
                _ => 0,
            };
            let natural = reach[end] - reach[node.at] - trailing;
            let inner = spaces[end] - spaces[node.at] - trailing.max(0);
            let ratio = ratio(target - natural, inner, target, fill.justified, forced);
            let too_long = ratio < -1.0;
            if too_long || forced {
                // Nothing that begins here can end later.
                if too_long && widest_left.is_none_or(|left| nodes[left].at < node.at) {
                    widest_left = Some(active[place]);
                }
                let taken = active.remove(place);
                if too_long {
                    continue;
                }
                weigh(
                    &nodes, taken, end, after, ratio, forced, tolerance, &mut best,
                );
                continue;
            }
            weigh(
                &nodes,
                active[place],
                end,
                after,
                ratio,
                forced,
                tolerance,
                &mut best,
            );
            place += 1;
        }
        match best {
            Some(node) => {
                nodes.push(node);
                active.push(nodes.len() - 1);
            }
            None if active.is_empty() => {
                // One fragment is wider than the line. The caller has cut what can be cut, so
                // this line juts out, and only once every tolerance is spent.
                if tolerance.is_finite() {
                    return None;
                }
                let before = widest_left?;
                nodes.push(Node {
                    at: end,
                    total: nodes[before].total + 1e12,
                    hyphen: false,
                    fitness: 1,
                    before,
                });
                active.push(nodes.len() - 1);
            }
            None => {}
        }
    }

    let mut node = active
        .iter()
        .map(|place| nodes[*place])
        .filter(|node| node.at == last)
        .min_by(|a, b| a.total.total_cmp(&b.total))?;
    let mut ends = Vec::new();
    while node.at != 0 {
        ends.push(node.at);
        node = nodes[node.before];
    }
    ends.reverse();
    Some(ends)
}

/// How far the spaces of a line must stretch (above 0) or shrink (down to -1).
fn ratio(slack: i64, spaces: i64, target: i64, justified: bool, forced: bool) -> f64 {
    if slack >= 0 {
        if forced {
            return 0.0;
        }
        // An edge that may be ragged is thought of as one stretchable space at the line's end.
        let stretch = if justified {
            spaces as f64 / 2.0
        } else {
            target as f64 / 8.0
        };
        if stretch <= 0.0 {
            if slack == 0 { 0.0 } else { 1e4 }
        } else {
            slack as f64 / stretch
        }
    } else {
        let shrink = if justified { spaces as f64 / 3.0 } else { 0.0 };
        if shrink <= 0.0 {
            -2.0
        } else {
            slack as f64 / shrink
        }
    }
}

#[allow(clippy::too_many_arguments)] // All of them describe one candidate line.
fn weigh(
    nodes: &[Node],
    before: usize,
    end: usize,
    after: End,
    ratio: f64,
    forced: bool,
    tolerance: f64,
    best: &mut Option<Node>,
) {
    if ratio > tolerance {
        return;
    }
    let from = nodes[before];
    let hyphen = matches!(after, End::Hyphen(_));
    let badness = 100.0 * ratio.abs().powi(3);
    let mut demerits = (10.0 + badness).powi(2);
    if hyphen {
        demerits += 2_500.0;
        if from.hyphen {
            demerits += 10_000.0;
        }
        if forced {
            demerits += 5_000.0;
        }
    }
    if matches!(after, End::Break) {
        demerits += 900.0;
    }
    let fitness = match ratio {
        r if r < -0.5 => 0,
        r if r <= 0.5 => 1,
        r if r <= 1.0 => 2,
        _ => 3,
    };
    if from.at > 0 && from.fitness.abs_diff(fitness) > 1 {
        demerits += 5_000.0;
    }
    let total = from.total + demerits;
    if best.is_none_or(|best| total < best.total) {
        *best = Some(Node {
            at: end,
            total,
            hyphen,
            fitness,
            before,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(widths: &[i64]) -> Vec<Measure> {
        widths
            .iter()
            .map(|width| Measure {
                width: Length::points(*width),
                end: End::Space(Length::points(3)),
            })
            .collect()
    }

    fn fill(points: i64, justified: bool) -> Fill {
        Fill {
            first: Length::points(points),
            rest: Length::points(points),
            justified,
        }
    }

    #[test]
    fn the_whole_paragraph_is_weighed_and_not_its_first_line_alone() {
        // Filling the first line as far as it goes (30 3 30 3 30) would leave "60" alone with much
        // white space beside it on the second.
        let measures = words(&[30, 30, 30, 60, 30, 30]);
        let ends = divide(&measures, fill(100, false), 10.0).unwrap();
        assert_eq!(ends, [3, 5, 6]);
        let ends = divide(&words(&[20, 20, 20, 20, 20, 20]), fill(70, true), 10.0).unwrap();
        assert_eq!(ends, [3, 6]);
    }

    #[test]
    fn what_cannot_be_done_within_the_tolerance_is_said_and_then_done_without() {
        let measures = words(&[90, 90]);
        assert_eq!(divide(&measures, fill(100, true), 1.0), None);
        assert_eq!(
            divide(&measures, fill(100, true), f64::INFINITY),
            Some(vec![1, 2])
        );
    }

    #[test]
    fn a_fragment_wider_than_the_line_stands_alone() {
        let measures = words(&[20, 200, 20]);
        assert_eq!(
            divide(&measures, fill(100, true), f64::INFINITY),
            Some(vec![1, 2, 3])
        );
    }

    #[test]
    fn a_line_break_that_was_asked_for_is_kept() {
        let mut measures = words(&[20, 20, 20]);
        measures[0].end = End::Forced;
        assert_eq!(divide(&measures, fill(100, true), 1.0), Some(vec![1, 3]));
    }

    proptest! {
        #[test]
        fn lines_cover_every_fragment_once_and_fit(
            widths in proptest::collection::vec(1_i64..60, 1..80),
            justified: bool,
        ) {
            let measures = words(&widths);
            let ends = divide(&measures, fill(100, justified), f64::INFINITY).unwrap();
            prop_assert_eq!(ends.last(), Some(&widths.len()));
            let mut from = 0;
            for end in ends {
                prop_assert!(end > from);
                let natural: i64 = widths[from..end].iter().sum::<i64>() + 3 * (end - from - 1) as i64;
                let shrink = if justified { end - from - 1 } else { 0 } as i64;
                prop_assert!(natural - shrink <= 100, "{natural}");
                from = end;
            }
        }
    }
}
