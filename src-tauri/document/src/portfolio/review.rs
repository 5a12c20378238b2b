//! What is new and different since the last review.

use super::{Book, account_links, activity_anchor, reflection_anchor};
use crate::outline::{Block, Part, Text};
use aftershift_domain::day;
use chrono::{DateTime, Utc};

/// How something stands to the last review.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    New,
    Changed,
    Known,
}

fn standing(created: DateTime<Utc>, changed: DateTime<Utc>, since: DateTime<Utc>) -> Standing {
    if created > since {
        Standing::New
    } else if changed > since {
        Standing::Changed
    } else {
        Standing::Known
    }
}

pub(super) fn changes(book: &Book<'_>) -> Part {
    let mut part = book.part("Since the last review");
    part.push(Block::heading(1, "Since the last review", "changes"));
    let Some(since) = book.options.since else {
        part.push(Block::paragraph(
            "No pack for a review was made from this portfolio before, so everything in it is new.",
        ));
        return part;
    };
    // The day of a review is no day of practice.
    let day = day::full(since.date_naive());
    let accounts = |wanted: Standing| -> Vec<usize> {
        let all = (1..).zip(&book.reflections);
        all.filter(|(_, it)| standing(it.created_at, it.changed_at, since) == wanted)
            .map(|(number, _)| number)
            .collect()
    };
    let activities = |wanted: Standing| -> Vec<usize> {
        let all = (1..).zip(&book.activities);
        all.filter(|(_, it)| standing(it.created_at, it.changed_at, since) == wanted)
            .map(|(number, _)| number)
            .collect()
    };
    let mut rows: Vec<(Text, Text)> = Vec::new();
    for (label, numbers) in [
        ("New accounts", accounts(Standing::New)),
        ("Accounts written differently", accounts(Standing::Changed)),
    ] {
        if !numbers.is_empty() {
            rows.push((label.into(), account_lines(book, &numbers)));
        }
    }
    for (label, numbers) in [
        ("New entries and activities", activities(Standing::New)),
        (
            "Entries and activities that changed",
            activities(Standing::Changed),
        ),
    ] {
        if !numbers.is_empty() {
            rows.push((label.into(), activity_links(&numbers)));
        }
    }
    if rows.is_empty() {
        part.push(Block::paragraph(format!(
            "Nothing in this pack was begun or changed since the pack of {day}."
        )));
        return part;
    }
    part.push(Block::paragraph(format!(
        "What was begun or changed since the pack for the review that was made on {day}:"
    )));
    part.push(Block::Definitions(rows));
    part
}

/// Each account on a line of its own, with its title and page.
fn account_lines(book: &Book<'_>, numbers: &[usize]) -> Text {
    let mut text = Text::new();
    for (place, number) in numbers.iter().enumerate() {
        if place > 0 {
            text = text.plain("\n");
        }
        let title = match book.reflections[number - 1].title.trim() {
            "" => "Untitled account",
            title => title,
        };
        text = account_links(text, &[*number])
            .plain(format!(" {title}, "))
            .page_of(reflection_anchor(*number));
    }
    text
}

/// "A3, A7 to A12": so many, where they follow one another.
fn activity_links(numbers: &[usize]) -> Text {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let link = |text: Text, number: usize| {
        let anchor = activity_anchor(number);
        text.link(anchor.clone(), anchor)
    };
    let mut text = Text::new();
    for (place, (first, last)) in runs.into_iter().enumerate() {
        if place > 0 {
            text = text.plain(", ");
        }
        text = link(text, first);
        if last > first {
            text = link(
                text.plain(if last == first + 1 { ", " } else { " to " }),
                last,
            );
        }
    }
    text
}
