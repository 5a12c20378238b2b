//! Cover, contents, the page for the assessor, and who it is all about.

use super::{Book, counted};
use crate::outline::{Block, Column, Cover, Part, Row, Table, Text};
use aftershift_domain::activity::ConfirmationState;
use aftershift_domain::day;
use aftershift_domain::minutes::Minutes;
use std::collections::BTreeMap;

pub(super) fn cover(book: &Book<'_>) -> Part {
    let learner = &book.portfolio.learner;
    let programme = &book.portfolio.programme;
    let title = if learner.name.trim().is_empty() {
        "Portfolio of learning"
    } else {
        learner.name.trim()
    };
    let mut details = Vec::new();
    let mut detail = |label: &str, value: &str| {
        if !value.trim().is_empty() {
            details.push((label.to_owned(), value.trim().to_owned()));
        }
    };
    detail("Role", &learner.role);
    detail("Employer", &programme.employer);
    detail("Provider", &programme.provider);
    detail("Period", &period(book));
    detail("As of", &day::full(book.options.today));
    let kind = if learner.name.trim().is_empty() {
        "Apprenticeship"
    } else {
        "Portfolio of learning"
    };
    Part::bare().with(Block::Cover(Cover {
        kind: kind.into(),
        title: title.into(),
        subtitle: programme.title.trim().into(),
        details,
        closing: format!(
            "Made with Aftershift on {}. Accounts do not name the people they tell of.",
            day::full(book.options.created_at.date_naive())
        ),
    }))
}

pub(super) fn contents() -> Part {
    Part::new("Contents")
        .with(Block::subheading(1, "Contents"))
        .with(Block::Contents { deepest: 2 })
}

/// From the start to the planned end, as far as both are known.
fn period(book: &Book<'_>) -> String {
    let programme = &book.portfolio.programme;
    match (programme.original_start, programme.planned_end) {
        (Some(start), Some(end)) => format!("{} to {}", day::full(start), day::full(end)),
        (Some(start), None) => format!("from {}", day::full(start)),
        (None, Some(end)) => format!("to {}", day::full(end)),
        (None, None) => String::new(),
    }
}

pub(super) fn for_the_assessor(book: &Book<'_>) -> Part {
    let mut part = Part::new("For the assessor");
    part.push(Block::heading(1, "For the assessor", "assessor"));
    part.push(Block::lead(opening_sentence(book)));

    part.push(Block::heading(2, "What is here", "what-is-here"));
    let mut rows = Vec::new();
    let range = |letter: char, count: usize| match count {
        0 => "none".to_owned(),
        1 => format!("{letter}1"),
        count => format!("{letter}1 to {letter}{count}"),
    };
    let mut row = |letter: char, count: usize, what: String, anchor: &str| {
        let page = if count == 0 {
            Text::new()
        } else {
            Text::new().page_of(anchor)
        };
        rows.push(Row::new([
            Text::new().bold(range(letter, count)),
            what.into(),
            page,
        ]));
    };
    let (reflections, activities) = (book.reflections.len(), book.activities.len());
    let (works, files) = (book.theory.len(), book.files.len());
    row(
        'R',
        reflections,
        counted(reflections, "reflective account", "reflective accounts"),
        "R1",
    );
    row(
        'A',
        activities,
        counted(activities, "activity", "activities"),
        "log",
    );
    row(
        'T',
        works,
        counted(works, "work of theory", "works of theory"),
        "references",
    );
    row('E', files, counted(files, "file", "files"), "files");
    part.push(Block::Table(Table {
        summary: "Evidence numbers with what they stand for and where it begins".into(),
        columns: vec![
            Column::words("Evidence numbers", 26),
            Column::words("What they stand for", 54),
            Column::words("From", 20),
        ],
        rows,
    }));
    part.push(Block::remark(
        "A number in colour leads to the place it names. Accounts name the activities they are \
         about and the theory they draw on; the log names the accounts.",
    ));

    if book.options.hours {
        confirmed(book, &mut part);
    }
    part
}

/// What was confirmed, and by whom.
fn confirmed(book: &Book<'_>, part: &mut Part) {
    part.push(Block::heading(
        2,
        "What is confirmed, and by whom",
        "confirmed",
    ));
    let totals = &book.totals.totals;
    part.push(Block::paragraph(
        Text::new()
            .plain("Of the ")
            .bold(totals.claimed.to_string())
            .plain(" of off-the-job time that are claimed, ")
            .bold(totals.confirmed.to_string())
            .plain(" are confirmed by someone other than the apprentice. ")
            .plain(if totals.excluded.is_zero() {
                "All time that was claimed counts.".to_owned()
            } else {
                format!("A further {} does not count.", totals.excluded)
            }),
    ));
    if let Some(table) = confirmers(book) {
        part.push(Block::Table(table));
    }
    part.push(Block::remark(
        "Confirmations are recorded on the apprentice’s own device, as “confirmation recorded by”: \
         they give a name and a date and are not verified signatures. There is room for signatures \
         at the end.",
    ));
}

fn opening_sentence(book: &Book<'_>) -> Text {
    let learner = book.portfolio.learner.name.trim();
    let programme = book.portfolio.programme.title.trim();
    let mut text = Text::new().plain("This is the portfolio of ");
    text = match learner {
        "" => text.plain("an apprentice"),
        name => text.bold(name),
    };
    if !programme.is_empty() {
        text = text.plain(format!(" on the apprenticeship {programme}"));
    }
    let period = period(book);
    if !period.is_empty() {
        text = text.plain(format!(", {period}"));
    }
    text = text.plain(format!(
        ", as it stood on {}.",
        day::full(book.options.today)
    ));
    match book.options.from {
        Some(from) => text.plain(format!(
            " What happened before {} is left out.",
            day::full(from)
        )),
        None => text,
    }
}

/// Who confirmed how much.
fn confirmers(book: &Book<'_>) -> Option<Table> {
    let mut people: BTreeMap<(String, String), (usize, Minutes)> = BTreeMap::new();
    for activity in &book.activities {
        if let Some(word) = book.confirmation(activity) {
            let key = (word.name.trim().to_owned(), word.role.trim().to_owned());
            let (entries, time) = people.entry(key).or_default();
            *entries += 1;
            *time = time.saturating_add(activity.off_the_job.unwrap_or_default());
        }
    }
    let unnamed = book
        .activities
        .iter()
        .filter(|activity| activity.state == ConfirmationState::Confirmed)
        .filter(|activity| book.confirmation(activity).is_none())
        .count();
    if people.is_empty() && unnamed == 0 {
        return None;
    }
    let mut rows: Vec<Row> = people
        .into_iter()
        .map(|((name, role), (entries, time))| {
            Row::new([name, role, entries.to_string(), time.to_string()].map(Text::from))
        })
        .collect();
    if unnamed > 0 {
        let cells = [
            "Not named".to_owned(),
            String::new(),
            unnamed.to_string(),
            String::new(),
        ];
        rows.push(Row::new(cells.map(Text::from)));
    }
    Some(Table {
        summary: "Who confirmed how many activities and how much time".into(),
        columns: vec![
            Column::words("Confirmation recorded by", 34),
            Column::words("Role", 32),
            Column::figures("Activities", 15),
            Column::figures("Time", 19),
        ],
        rows,
    })
}

pub(super) fn learner_and_programme(book: &Book<'_>) -> Part {
    let learner = &book.portfolio.learner;
    let programme = &book.portfolio.programme;
    let mut part = Part::new("Learner and programme");
    part.push(Block::heading(1, "Learner and programme", "programme"));

    let mut rows: Vec<(Text, Text)> = Vec::new();
    let mut add = |label: &str, value: String| {
        if !value.trim().is_empty() {
            rows.push((label.into(), value.trim().to_owned().into()));
        }
    };
    let date = |date: Option<chrono::NaiveDate>| date.map(day::full).unwrap_or_default();
    let time = |time: Option<Minutes>| time.map(|time| time.to_string()).unwrap_or_default();
    add("Apprentice", learner.name.clone());
    add("Role", learner.role.clone());
    add("Learner number", learner.learner_number.clone());
    add("Apprenticeship", programme.title.clone());
    let standard = match (
        programme.standard_reference.trim(),
        programme.standard_version.trim(),
    ) {
        ("", _) => String::new(),
        (reference, "") => reference.to_owned(),
        (reference, version) => format!("{reference}, version {version}"),
    };
    add("Standard", standard);
    add("Provider", programme.provider.clone());
    add("Employer", programme.employer.clone());
    add("Nation", programme.nation.label().to_owned());
    add("Original start", date(programme.original_start));
    add("Planned end", date(programme.planned_end));
    add("Gateway", date(programme.gateway_on));
    add("Ended", date(programme.ended_on));
    add("Weekly hours", time(programme.weekly));
    for change in &programme.hours_changes {
        add(
            "Change of hours",
            format!("{} a week from {}", change.weekly, day::full(change.from)),
        );
    }
    for pause in &programme.breaks {
        let reason = match pause.reason.trim() {
            "" => String::new(),
            reason => format!(": {reason}"),
        };
        add(
            "Break in learning",
            format!(
                "{} to {} (learning resumed on that day){reason}",
                day::full(pause.from),
                day::full(pause.to)
            ),
        );
    }
    let days: Vec<&str> = programme
        .working_days
        .iter()
        .map(|day| day.label())
        .collect();
    add("Usual working days", days.join(", "));
    if let (Some(from), Some(to)) = (programme.working_from, programme.working_to) {
        add(
            "Usual working hours",
            format!("{} to {}", from.format("%H:%M"), to.format("%H:%M")),
        );
    }
    if programme.block_release {
        add("Release", "In blocks".to_owned());
    }
    add("Hours in the training plan", time(programme.plan_hours));
    add("Hours published", time(programme.published_hours));
    add("Hours planned", time(programme.planned_hours));
    if !programme.prior_learning.is_zero() {
        add(
            "Prior learning",
            format!("{} taken off", programme.prior_learning),
        );
    }
    part.push(Block::Definitions(rows));
    if programme.original_start.is_none() || programme.planned_end.is_none() {
        part.push(Block::remark(
            "The start or the planned end of the apprenticeship has not been entered, so there is \
             no pace to compare hours with.",
        ));
    }
    part
}
