//! Cover, contents, the page for the assessor, and who it is all about.

use super::{Book, DATA_NAME, Source, counted};
use crate::outline::{Block, Column, Cover, Part, Row, Table, Text};
use aftershift_domain::activity::ConfirmationState;
use aftershift_domain::day;
use aftershift_domain::hours as rules;
use aftershift_domain::minutes::Minutes;
use std::collections::BTreeMap;

pub(super) fn cover(book: &Book<'_>) -> Part {
    let learner = &book.portfolio.learner;
    let programme = &book.portfolio.programme;
    let title = if learner.name.trim().is_empty() {
        book.options.name()
    } else {
        learner.name.trim()
    };
    let mut details = Vec::new();
    let mut detail = |label: &str, value: &str| {
        if !value.trim().is_empty() {
            details.push((label.to_owned(), value.trim().to_owned()));
        }
    };
    detail("For", &book.options.recipient);
    detail("Role", &learner.role);
    detail("Employer", &programme.employer);
    detail("Provider", &programme.provider);
    detail("Period", &period(book));
    detail("As of", &day::full(book.options.today));
    detail("Fingerprint", &book.fingerprint().unwrap_or_default());
    let kind = if learner.name.trim().is_empty() {
        "Apprenticeship"
    } else {
        book.options.name()
    };
    let brief = book.is_short();
    if brief {
        // All of it stands on the same page or the next.
        details.clear();
    }
    let part = if brief { Part::new("") } else { Part::bare() };
    part.with(Block::Cover(Cover {
        kind: kind.into(),
        title: title.into(),
        subtitle: programme.title.trim().into(),
        details,
        // What was left out of the accounts is for the apprentice to declare, not for a program to assert.
        closing: format!(
            "Made with Aftershift on {}.",
            day::full(book.options.created_at.date_naive())
        ),
        brief,
    }))
}

pub(super) fn contents(book: &Book<'_>) -> Part {
    // A list of what stands on the next few pages is itself no longer than it must be.
    let deepest = if book.is_short() { 1 } else { 2 };
    book.part("Contents")
        .with(Block::subheading(1, "Contents"))
        .with(Block::Contents { deepest })
}

/// From the start to the planned end, as far as both are known.
fn period(book: &Book<'_>) -> String {
    let programme = &book.portfolio.programme;
    match (programme.original_start, programme.planned_end) {
        (Some(start), Some(end)) => format!("{} to {}", book.day(start), book.day(end)),
        (Some(start), None) => format!("from {}", book.day(start)),
        (None, Some(end)) => format!("to {}", book.day(end)),
        (None, None) => String::new(),
    }
}

pub(super) fn for_the_assessor(book: &Book<'_>) -> Part {
    let mut part = book.part("For the assessor");
    part.push(Block::heading(1, "For the assessor", "assessor"));
    part.push(Block::lead(opening_sentence(book)));

    let mut rows = Vec::new();
    // Numbers of one letter go on from one kind to the next.
    let mut row = |letter: char, before: usize, count: usize, what: String, anchor: &str| {
        let (first, last) = (before + 1, before + count);
        let range = match count {
            0 => "none".to_owned(),
            1 => format!("{letter}{first}"),
            _ => format!("{letter}{first} to {letter}{last}"),
        };
        let page = if count == 0 {
            Text::new()
        } else {
            Text::new().page_of(anchor)
        };
        rows.push(Row::new([Text::new().bold(range), what.into(), page]));
    };
    let (reflections, works, files) = (book.reflections.len(), book.theory.len(), book.files.len());
    let accounts = counted(reflections, "reflective account", "reflective accounts");
    row('R', 0, reflections, accounts, "R1");
    let (claimed, others) = (book.claimed, book.activities.len() - book.claimed);
    if claimed > 0 {
        let entries = counted(
            claimed,
            "entry of the off-the-job log",
            "entries of the off-the-job log",
        );
        row('A', 0, claimed, entries, "log");
    }
    if others > 0 || claimed == 0 {
        let activities = if claimed > 0 {
            counted(others, "other activity", "other activities")
        } else {
            counted(others, "activity", "activities")
        };
        row('A', claimed, others, activities, "activities");
    }
    let theory = counted(works, "work of theory", "works of theory");
    row('T', 0, works, theory, "references");
    let kept = counted(files, "file, attached", "files, attached");
    row('E', 0, files, kept, "files");
    let table = Block::Table(Table {
        summary: "Evidence numbers with what they stand for and where it begins".into(),
        columns: vec![
            Column::words("Evidence numbers", 26),
            Column::words("What they stand for", 54),
            Column::words("From", 20),
        ],
        rows,
        ..Table::default()
    });
    part.push(Block::Together(vec![
        Block::heading(2, "What is here", "what-is-here"),
        table,
    ]));
    part.push(Block::remark(
        "A number in colour leads to the place it names. Accounts name the activities they are \
         about and the theory they draw on; the log names the accounts.",
    ));

    if book.options.hours {
        confirmed(book, &mut part);
    }
    if let Some(source) = &book.source {
        check(source, &mut part);
    }
    part
}

/// How to see that nothing was changed, with and without Aftershift.
fn check(source: &Source, part: &mut Part) {
    let Source {
        fingerprint,
        file,
        whole,
        signed,
    } = source;
    // It is not said again here: a line could end within it.
    let text = Text::new().bold("How to check this document. ");
    part.push(Block::remark(if file.is_some() {
        let holds = if *whole {
            "all of the portfolio"
        } else {
            "what is printed here and no more"
        };
        text.plain("The fingerprint at the foot of every page is of the data attached as ")
            .code(DATA_NAME)
            .plain(format!(", {holds}. Its SHA-256 ("))
            .code("shasum -a 256")
            .plain(", on Windows ")
            .code("certutil -hashfile")
            .plain(") must be ")
            .code(fingerprint.hex())
            .plain(".")
    } else {
        text.plain(
            "The fingerprint at the foot of every page is of the data that the pages were made from. That data was left \
             out of this PDF: the same choice from the same portfolio has the same fingerprint again.",
        )
    }));
    if let Some(certificate) = signed {
        part.push(Block::remark(
            Text::new()
                .bold("What the signature proves. ")
                .plain(
                    "This file is signed with a key of the portfolio itself: a PDF reader shows whether anything was \
                     changed since the portfolio exported it. The reader may also say that it does not know who signed, and \
                     that is true: nobody vouches for the key, and it stands for no person. The certificate’s SHA-256 is ",
                )
                .code(certificate.as_str())
                .plain("; every PDF that this portfolio signs has the same."),
        ));
    }
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
    let mut text = Text::new().plain(format!("This is {} of ", book.options.kind.noun()));
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
        Some(from) if book.options.exact_dates || from == day::first_of_month(from) => text.plain(
            format!(" What happened before {} is left out.", book.day(from)),
        ),
        Some(from) => text.plain(format!(
            " It begins within {}: what happened earlier is left out.",
            book.day(from)
        )),
        None => text,
    }
}

/// Who confirmed how much of the time that counts. What was left out of the log is part of the sums, as
/// it is of the total.
fn confirmers(book: &Book<'_>) -> Option<Table> {
    let mut people: BTreeMap<(String, String), (u32, Minutes)> = BTreeMap::new();
    let programme = Some(&book.portfolio.programme);
    for (activity, time) in rules::counted(&book.logged, programme, book.options.today) {
        if activity.state != ConfirmationState::Confirmed {
            continue;
        }
        let who = book.word(activity).map_or_else(
            || ("Not named".to_owned(), String::new()),
            |word| (word.name.trim().to_owned(), word.role.trim().to_owned()),
        );
        let (entries, sum) = people.entry(who).or_default();
        *entries += 1;
        *sum = sum.saturating_add(time);
    }
    if people.is_empty() {
        return None;
    }
    let row = |name: String, role: String, entries: u32, time: Minutes| {
        Row::new([name, role, entries.to_string(), time.to_string()].map(Text::from))
    };
    let entries = people.values().map(|(entries, _)| entries).sum();
    let several = people.len() > 1;
    let mut rows: Vec<Row> = people
        .into_iter()
        .map(|((name, role), (entries, time))| row(name, role, entries, time))
        .collect();
    if several {
        let confirmed = book.totals.totals.confirmed;
        rows.push(row("In all".into(), String::new(), entries, confirmed).total());
    }
    Some(Table {
        summary: "Who confirmed how many entries and how much time".into(),
        columns: vec![
            Column::words("Confirmation recorded by", 34),
            Column::words("Role", 36),
            Column::figures("Entries", 13),
            Column::figures("Confirmed", 17),
        ],
        rows,
        ..Table::default()
    })
}

pub(super) fn learner_and_programme(book: &Book<'_>) -> Part {
    let learner = &book.portfolio.learner;
    let programme = &book.portfolio.programme;
    let mut part = book.part("Learner and programme");
    part.push(Block::heading(1, "Learner and programme", "programme"));

    let mut rows: Vec<(Text, Text)> = Vec::new();
    let mut add = |label: &str, value: String| {
        if !value.trim().is_empty() {
            rows.push((label.into(), value.trim().to_owned().into()));
        }
    };
    let date =
        |date: Option<chrono::NaiveDate>| date.map(|date| book.day(date)).unwrap_or_default();
    let time = |time: Option<Minutes>| time.map(|time| time.to_string()).unwrap_or_default();
    add("Apprentice", learner.name.clone());
    add("Role", learner.role.clone());
    add("Learner number", learner.learner_number.clone());
    add("Apprenticeship", programme.title.clone());
    add("Standard", super::standard(programme).unwrap_or_default());
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
            format!("{} a week from {}", change.weekly, book.day(change.from)),
        );
    }
    for pause in &programme.breaks {
        let reason = match pause.reason.trim() {
            "" => String::new(),
            reason => format!(": {reason}"),
        };
        let resumed = if book.options.exact_dates {
            " (learning resumed on that day)"
        } else {
            ""
        };
        add(
            "Break in learning",
            format!(
                "{} to {}{resumed}{reason}",
                book.day(pause.from),
                book.day(pause.to)
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
