//! Off-the-job hours: where the apprentice stands, how the figure is found, and the log.

use super::{Book, account_links, activity_anchor};
use crate::markdown;
use crate::outline::{Block, Column, Figure, Heading, Image, Part, Row, Run, Table, Text, Words};
use crate::plot::Plot;
use aftershift_domain::activity::{Activity, ConfirmationState, PaidTime, Place};
use aftershift_domain::day;
use aftershift_domain::hours::{
    Answer, Requirement, by_category, by_month, by_tag, counts, overdue,
};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::progress::Totals;
use chrono::Datelike;

pub(super) fn summary(book: &Book<'_>) -> Part {
    let mut part = Part::new("Off-the-job hours");
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
            caption:
                "Off-the-job time claimed, against an even pace. An even pace is a convention \
                      of this document and not a rule; the numbers are in the table by month."
                    .into(),
        }));
    }
    part.push(Block::Definitions(figures(book)));
    if let Some(requirement) = &book.requirement {
        explain(requirement, &mut part);
    }
    if let Some(table) = months(book) {
        part.push(Block::heading(2, "By month", "by-month"));
        part.push(Block::Table(table));
    }
    if let Some(table) = categories(book) {
        part.push(Block::heading(2, "By kind of learning", "by-kind"));
        part.push(Block::Table(table));
    }
    let tags = by_tag(&book.past);
    if !tags.is_empty() {
        part.push(Block::subheading(3, "Kept apart from off-the-job time"));
        let rows = tags
            .iter()
            .map(|tag| (tag.tag.label().into(), tag.time.to_string().into()))
            .collect();
        part.push(Block::Definitions(rows));
    }
    part
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
        format!(
            "{} whole hours delivered",
            totals.claimed.whole_hours_down()
        )
        .into(),
    ));
    rows
}

fn explain(requirement: &Requirement, part: &mut Part) {
    part.push(Block::heading(2, "How the figure is found", "explanation"));
    let rows = requirement
        .steps
        .iter()
        .map(|step| {
            let mut text = Text::from(step.text.as_str());
            if !step.rule.is_empty() {
                text = text.run(Run::plain("\n")).quiet(step.rule.clone());
            }
            Row::new([text, Text::new().bold(step.value.clone())])
        })
        .collect();
    part.push(Block::Table(Table {
        summary: "The steps by which the off-the-job figure is found, with the rule of each".into(),
        columns: vec![Column::words("Step", 76), Column::figures("Result", 24)],
        rows,
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
        Column::words(first, 36),
        Column::figures("Entries", 12),
        Column::figures("Claimed", 16),
        Column::figures("Confirmed", 16),
        Column::figures("Does not count", 20),
    ]
}

fn months(book: &Book<'_>) -> Option<Table> {
    let months = by_month(&book.past, Some(&book.portfolio.programme));
    if months.is_empty() {
        return None;
    }
    let entries = months.iter().map(|month| month.entries).sum();
    let mut rows: Vec<Row> = months
        .iter()
        .map(|month| {
            let anchor = month_anchor(month.month);
            let label = Text::new().link(day::month_year(month.month), anchor);
            totals_row(label, &month.totals, month.entries)
        })
        .collect();
    rows.push(totals_row("In all".into(), &book.totals.totals, entries).total());
    Some(Table {
        summary: "Off-the-job time by month".into(),
        columns: totals_columns("Month"),
        rows,
    })
}

fn categories(book: &Book<'_>) -> Option<Table> {
    let kinds = by_category(&book.past, Some(&book.portfolio.programme));
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
    })
}

fn month_anchor(month: chrono::NaiveDate) -> String {
    month.format("month-%Y-%m").to_string()
}

/// The log, month by month, and after it what was done and learned. Activities without a claim stand
/// in both: accounts refer to them.
pub(super) fn log(book: &Book<'_>) -> Option<Part> {
    if book.activities.is_empty() {
        return None;
    }
    let mut part = Part::new("Activities and off-the-job log");
    part.push(Block::heading(1, "Activities and off-the-job log", "log"));
    part.push(Block::remark(
        "Time stands under “claimed” if it counts, confirmed or not, and under “does not count” if by \
         the rules it does not. An activity without a claim was work, and is listed because an account \
         may be about it.",
    ));
    let programme = Some(&book.portfolio.programme);
    let totals = by_month(&book.past, programme);
    let mut from = 0;
    while from < book.activities.len() {
        let month = day::first_of_month(book.activities[from].done_on);
        let to = book.activities[from..]
            .iter()
            .position(|activity| day::first_of_month(activity.done_on) != month)
            .map_or(book.activities.len(), |count| from + count);
        part.push(Block::heading(
            3,
            day::month_year(month),
            month_anchor(month),
        ));
        let mut rows: Vec<Row> = (from..to).map(|place| entry(book, place)).collect();
        if let Some(total) = totals.iter().find(|total| total.month == month) {
            rows.push(
                Row::new([
                    Text::new(),
                    Text::new(),
                    "In this month".into(),
                    time(total.totals.claimed),
                    time(total.totals.confirmed),
                    time(total.totals.excluded),
                ])
                .total(),
            );
        }
        part.push(Block::Table(Table {
            summary: format!("Activities of {}", day::month_year(month)),
            columns: vec![
                Column::words("No.", 9),
                Column::words("Date", 9),
                Column::words("Activity", 45),
                Column::figures("Claimed", 12),
                Column::figures("Confirmed", 13),
                Column::figures("Does not count", 12),
            ],
            rows,
        }));
        from = to;
    }
    part.push(Block::heading(
        2,
        "What was done and what was learned",
        "activities",
    ));
    for place in 0..book.activities.len() {
        details(book, place, &mut part);
    }
    Some(part)
}

/// One line of the log.
fn entry(book: &Book<'_>, place: usize) -> Row {
    let activity = book.activities[place];
    let anchor = activity_anchor(place + 1);
    let verdict = counts(activity, Some(&book.portfolio.programme));
    let claimed = activity.off_the_job.unwrap_or_default();
    let (mut counted, mut confirmed, mut excluded) = (Text::new(), Text::new(), Text::new());
    let mut text = Text::from(activity.title.trim());
    let mut facts: Vec<String> = activity
        .category
        .iter()
        .map(|category| category.label().to_owned())
        .collect();
    if verdict.answer != Answer::NotClaimed {
        facts.push(state(book, activity, false));
        facts.extend(after_the_planned_end(book, activity));
    }
    if !facts.is_empty() {
        text = text.run(line_break()).quiet(facts.join(" · "));
    }
    match verdict.answer {
        Answer::Counts | Answer::AskProvider => {
            counted = time(claimed);
            if activity.state == ConfirmationState::Confirmed {
                confirmed = time(claimed);
            }
            if verdict.answer == Answer::AskProvider {
                let asked = format!("Ask the provider: {}", verdict.reason);
                text = text.run(line_break()).quiet(asked);
            }
        }
        Answer::DoesNotCount => {
            excluded = time(claimed);
            let reason = format!("Does not count: {}", verdict.reason);
            text = text.run(line_break()).quiet(reason);
        }
        Answer::NotClaimed => {}
    }
    Row::new([
        Text::new().link(anchor.clone(), anchor),
        activity.done_on.format("%-d %b").to_string().into(),
        text,
        counted,
        confirmed,
        excluded,
    ])
}

/// What an auditor should not have to find out for themselves.
fn after_the_planned_end(book: &Book<'_>, activity: &Activity) -> Option<String> {
    let end = book.portfolio.programme.planned_end?;
    (activity.done_on > end).then(|| format!("after the planned end: {}", day::short(end)))
}

fn line_break() -> Run {
    Run {
        words: Words::Given("\n".into()),
        ..Run::default()
    }
}

/// What was done and learned, at length.
fn details(book: &Book<'_>, place: usize, part: &mut Part) {
    let activity = book.activities[place];
    let anchor = activity_anchor(place + 1);
    part.push(Block::Heading(Heading {
        level: 3,
        text: activity.title.trim().into(),
        anchor: Some(anchor.clone()),
        number: Some(anchor),
        listed: true,
    }));
    let mut facts = vec![day::full(activity.done_on)];
    if let (Some(from), Some(to)) = (activity.started_at, activity.ended_at) {
        facts.push(format!(
            "{} to {}",
            from.format("%H:%M"),
            to.format("%H:%M")
        ));
    }
    if let Some(duration) = activity.duration {
        facts.push(format!("{duration} long"));
    }
    if let Some(claimed) = activity.off_the_job {
        facts.push(format!("{claimed} off the job"));
    }
    if activity.place != Place::Unknown {
        facts.push(activity.place.label().to_owned());
    }
    if !activity.delivered_by.trim().is_empty() {
        facts.push(format!("with {}", activity.delivered_by.trim()));
    }
    if activity.paid != PaidTime::Unknown && activity.off_the_job.is_some() {
        facts.push(activity.paid.label().to_owned());
    }
    if !activity.criteria.is_empty() {
        facts.push(activity.criteria.join(", "));
    }
    if activity.off_the_job.is_some() {
        facts.push(state(book, activity, true));
    }
    let mut remark = Text::from(facts.join(" · "));
    let accounts = book.accounts_of(activity);
    if !accounts.is_empty() {
        let words = if accounts.len() == 1 {
            " · Account "
        } else {
            " · Accounts "
        };
        remark = account_links(remark.plain(words), &accounts);
    }
    part.push(Block::remark(remark));
    if !activity.what_was_done.trim().is_empty() {
        part.push(Block::markdown(activity.what_was_done.as_str(), 4));
    }
    if let Some(held) = &activity.disagreement {
        let holds = if held.counts {
            "counts"
        } else {
            "does not count"
        };
        part.push(Block::paragraph(
            Text::new()
                .bold(format!("The apprentice holds that it {holds}. "))
                .plain(held.note.trim().replace('\n', " ")),
        ));
    }
    let learned = markdown::plain_text(&activity.what_was_learned)
        .trim()
        .replace('\n', " ");
    if !learned.is_empty() {
        part.push(Block::paragraph(
            Text::new().bold("Newly learned. ").plain(learned),
        ));
    }
}

/// How far the entry has come, so that confirmed and unconfirmed time never look alike. In full, it
/// names who said so.
fn state(book: &Book<'_>, activity: &Activity, in_full: bool) -> String {
    match (activity.state, book.confirmation(activity)) {
        (ConfirmationState::Confirmed, Some(word)) if in_full => {
            let role = match word.role.trim() {
                "" => String::new(),
                role => format!(" ({role})"),
            };
            format!(
                "confirmation recorded by {}{role}, {}",
                word.name.trim(),
                day::full(word.decided_on)
            )
        }
        (ConfirmationState::Confirmed, Some(word)) => {
            // The year stands in the heading of the month, unless it is another one.
            if word.decided_on.year() == activity.done_on.year() {
                format!("confirmed {}", word.decided_on.format("%-d %b"))
            } else {
                format!("confirmed {}", day::short(word.decided_on))
            }
        }
        (ConfirmationState::Confirmed, None) => "confirmed, by whom was not noted".to_owned(),
        (ConfirmationState::Draft, _) => "not confirmed".to_owned(),
        (ConfirmationState::Submitted, _) => "not confirmed yet: submitted".to_owned(),
        (ConfirmationState::Queried, _) => "not confirmed: queried".to_owned(),
        (ConfirmationState::Rejected, _) => "not confirmed: rejected".to_owned(),
    }
}
