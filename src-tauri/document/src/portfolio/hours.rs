//! Off-the-job hours: where the apprentice stands, and how the figure is found.

use super::Book;
use super::log::month_anchor;
use crate::outline::{Block, Column, Figure, Image, Part, Row, Run, Table, Text};
use crate::plot::Plot;
use aftershift_domain::day;
use aftershift_domain::hours::{Requirement, by_category, by_month, by_tag, overdue};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::progress::Totals;

pub(super) fn summary(book: &Book<'_>) -> Part {
    let mut part = book.part("Off-the-job hours");
    part.push(Block::heading(1, "Off-the-job hours", "hours"));
    let finding = match &book.progress {
        Some(progress) => progress.finding.clone(),
        None => book.totals.finding.clone(),
    };
    part.push(Block::lead(finding));
    if let Some(overdue) = overdue(&book.portfolio.programme, book.options.today) {
        part.push(Block::Note {
            title: "The planned end has passed".into(),
            blocks: vec![Block::paragraph(overdue)],
        });
    }
    if let Some(progress) = &book.progress {
        part.push(Block::Figure(Figure {
            image: Image::Plot(Plot::from(&progress.plot)),
            caption: format!(
                "Off-the-job time claimed, against an even pace. An even pace is a convention of this document and \
                 not a rule; the numbers are in the {}.",
                if is_one_entry(book) { "log" } else { "table by month" }
            )
            .into(),
        }));
    }
    part.push(Block::Definitions(figures(book)));
    if let Some(requirement) = &book.requirement {
        explain(requirement, &mut part);
    }
    let tables = [
        ("By month", "by-month", months(book)),
        ("By kind of learning", "by-kind", categories(book)),
    ];
    for (heading, anchor, table) in tables {
        if let Some(table) = table.filter(|_| !is_one_entry(book)) {
            part.push(Block::heading(2, heading, anchor));
            part.push(Block::Table(table));
        }
    }
    let tags = by_tag(&book.logged, book.options.today);
    if !tags.is_empty() {
        let rows = tags
            .iter()
            .map(|tag| Row::new([tag.tag.label().into(), tag.time.to_string().into()]))
            .collect();
        part.push(Block::Together(vec![
            Block::subheading(3, "Kept apart from off-the-job time"),
            Block::Table(Table {
                summary: "Time under labels of its own, which is never added to off-the-job time"
                    .into(),
                columns: vec![
                    Column::words("Label", 48),
                    Column::figures("Time of the activities", 52),
                ],
                rows,
                close: true,
            }),
        ]));
    }
    part
}

/// Whether all time is of one entry, which the log shows: sums of one would only say it again.
fn is_one_entry(book: &Book<'_>) -> bool {
    book.logged.len() == 1 && book.claimed == 1
}

/// The figures, each on its own: they are never added up.
fn figures(book: &Book<'_>) -> Vec<(Text, Text)> {
    let totals = &book.totals.totals;
    let mut rows: Vec<(Text, Text)> = Vec::new();
    if let Some(requirement) = &book.requirement {
        rows.push((
            "Required".into(),
            Text::new()
                .bold(requirement.target.to_string())
                .quiet(format!("  {}", requirement.source.label())),
        ));
    }
    rows.push((
        "Claimed".into(),
        Text::new().bold(totals.claimed.to_string()),
    ));
    rows.push(("Confirmed".into(), totals.confirmed.to_string().into()));
    rows.push(("Does not count".into(), totals.excluded.to_string().into()));
    if let Some(progress) = &book.progress {
        rows.push((
            "Expected by today".into(),
            progress.expected.to_string().into(),
        ));
        rows.push(("Remaining".into(), progress.remaining.to_string().into()));
    } else if let Some(remaining) = book.totals.remaining {
        rows.push(("Remaining".into(), remaining.to_string().into()));
    }
    if let Some(planned) = book.portfolio.programme.planned_hours {
        rows.push(("Planned".into(), planned.to_string().into()));
    }
    if !totals.to_come.is_zero() {
        rows.push((
            "Does not count yet".into(),
            Text::new()
                .plain(totals.to_come.to_string())
                .quiet("  its day has not come: it is in none of these figures"),
        ));
    }
    if !totals.disputed.is_zero() {
        rows.push((
            "Disputed".into(),
            Text::new()
                .plain(totals.disputed.to_string())
                .quiet("  the apprentice sees it differently; it stays where the rules put it"),
        ));
    }
    if let Some(weekly) = book.progress.as_ref().and_then(|p| p.weekly_needed) {
        rows.push((
            "Needed to finish on time".into(),
            format!("{weekly} a week").into(),
        ));
    }
    rows.push((
        "For the learner record".into(),
        Text::from(format!("{} h", totals.claimed.whole_hours_down()))
            .quiet("  claimed, rounded down to whole hours"),
    ));
    rows
}

fn explain(requirement: &Requirement, part: &mut Part) {
    part.push(Block::heading(2, "How the figure is found", "explanation"));
    let steps = requirement.steps.iter().map(|step| {
        let mut text = Text::from(step.text.as_str());
        if !step.rule.is_empty() {
            text = text.run(Run::plain("\n")).quiet(step.rule.clone());
        }
        Row::new([text, Text::new().bold(step.value.clone())])
    });
    let rounding = requirement.rounding.as_deref().map(|sentence| {
        let target = Text::new().bold(requirement.target.to_string());
        Row::new([Text::from(sentence), target])
    });
    let rows = steps.chain(rounding).collect();
    part.push(Block::Table(Table {
        summary: "The steps by which the off-the-job figure is found, with the rule of each".into(),
        columns: vec![Column::words("Step", 84), Column::figures("Result", 16)],
        rows,
        close: true,
    }));
    if !requirement.warnings.is_empty() {
        let blocks = requirement
            .warnings
            .iter()
            .map(|warning| Block::paragraph(warning.text.clone()))
            .collect();
        part.push(Block::Note {
            title: "To know about this figure".into(),
            blocks,
        });
    }
}

fn time(minutes: Minutes) -> Text {
    if minutes.is_zero() {
        "–".into()
    } else {
        minutes.to_string().into()
    }
}

fn totals_row(label: Text, totals: &Totals, entries: u32) -> Row {
    Row::new([
        label,
        entries.to_string().into(),
        time(totals.claimed),
        time(totals.confirmed),
        time(totals.excluded),
    ])
}

fn totals_columns(first: &str) -> Vec<Column> {
    vec![
        Column::words(first, 48),
        Column::figures("Entries", 10),
        Column::figures("Claimed", 13),
        Column::figures("Confirmed", 13),
        Column::figures("Does not count", 16),
    ]
}

fn months(book: &Book<'_>) -> Option<Table> {
    let months = by_month(
        &book.logged,
        Some(&book.portfolio.programme),
        book.options.today,
    );
    if months.is_empty() {
        return None;
    }
    let entries = months.iter().map(|month| month.entries).sum();
    // What was left out of the log is in the sums, and cannot be led to.
    let listed = |month| {
        let mut claimed = book.activities[..book.claimed].iter();
        claimed.any(|activity| day::first_of_month(activity.done_on) == month)
    };
    let mut rows: Vec<Row> = months
        .iter()
        .map(|month| {
            let name = day::month_year(month.month);
            let label = if listed(month.month) {
                Text::new().link(name, month_anchor(month.month))
            } else {
                name.into()
            };
            totals_row(label, &month.totals, month.entries)
        })
        .collect();
    rows.push(totals_row("In all".into(), &book.totals.totals, entries).total());
    Some(Table {
        summary: "Off-the-job time by month".into(),
        columns: totals_columns("Month"),
        rows,
        close: true,
    })
}

fn categories(book: &Book<'_>) -> Option<Table> {
    let kinds = by_category(
        &book.logged,
        Some(&book.portfolio.programme),
        book.options.today,
    );
    if kinds.is_empty() {
        return None;
    }
    let entries = kinds.iter().map(|kind| kind.entries).sum();
    let mut rows: Vec<Row> = kinds
        .iter()
        .map(|kind| {
            let label = aftershift_domain::progress::kind(kind.category);
            totals_row(label.into(), &kind.totals, kind.entries)
        })
        .collect();
    rows.push(totals_row("In all".into(), &book.totals.totals, entries).total());
    Some(Table {
        summary: "Off-the-job time by kind of learning".into(),
        columns: totals_columns("Kind"),
        rows,
        close: true,
    })
}
