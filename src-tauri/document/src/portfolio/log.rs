//! The off-the-job log, and the activities for which nothing is claimed.
//!
//! The log is a register for auditors: it alone gives exact days whatever was chosen for the rest, and
//! it holds all that an entry must say. Activities without a claim are listed after it, because
//! accounts are about them, and their days are as coarse as those of the accounts.

use super::{Book, account_links, activity_anchor, once};
use crate::outline::{
    Block, Part, Register, RegisterEntry, RegisterGroup, RegisterHeadings, RegisterSum, Run, Text,
};
use aftershift_domain::activity::{
    Activity, Category, Confirmation, ConfirmationState, DeliveredBy, Disagreement, PaidTime, Place,
};
use aftershift_domain::day;
use aftershift_domain::hours::{Answer, by_month, counts, totals};
use aftershift_domain::minutes::Minutes;
use aftershift_domain::progress::Totals;
use chrono::NaiveDate;

/// An entry that was recorded later than so many days after its day is marked as late.
const LATE_DAYS: i64 = 28;

/// The name that leads to a month of the log.
pub(super) fn month_anchor(month: NaiveDate) -> String {
    month.format("month-%Y-%m").to_string()
}

/// The log, month by month.
pub(super) fn log(book: &Book<'_>) -> Option<Part> {
    let claimed = &book.activities[..book.claimed];
    if claimed.is_empty() {
        return None;
    }
    let programme = Some(&book.portfolio.programme);
    let today = book.options.today;
    let mut part = book.wide_part("Off-the-job log");
    let mut opening = vec![
        Block::heading(1, "Off-the-job log", "log"),
        Block::remark(whose(book)),
        Block::remark(
            "Time stands under “claimed” if it counts, confirmed or not, and under “does not count” if by the \
             rules it does not. Unless an entry says otherwise, it was in paid hours and was recorded on \
             its own day.",
        ),
    ];
    let to_come = book.totals.totals.to_come;
    if !to_come.is_zero() {
        opening.push(Block::remark(format!(
            "A further {to_come} is claimed for days after {}. It does not count yet and is not listed.",
            day::full(today)
        )));
    }
    part.push(Block::Leading(opening));
    let listed: Vec<Activity> = claimed.iter().map(|it| (*it).clone()).collect();
    let months = by_month(&listed, programme, today);
    let groups = grouped(claimed)
        .map(|(month, places)| RegisterGroup {
            title: book.month_listed(month),
            anchor: Some(month_anchor(month)),
            figures: months
                .iter()
                .find(|total| total.month == month)
                .map_or_else(Vec::new, |total| sums(&total.totals)),
            entries: places.map(|place| entry(book, place)).collect(),
        })
        .collect();
    let count = super::counted(claimed.len(), "entry", "entries");
    part.push(Block::Register(Register {
        summary: "Entries of the off-the-job log by month, with the time that each claims".into(),
        headings: RegisterHeadings {
            number: "No.".into(),
            when: "Date".into(),
            title: "Activity".into(),
            figures: ["Claimed", "Confirmed", "Does not count"]
                .map(Text::from)
                .into(),
            texts: ["What was done", "What was newly learned"].map(Text::from),
        },
        groups,
        total: Some(RegisterSum {
            label: format!("In all, {count}").into(),
            figures: sums(&totals(&listed, programme, today)),
        }),
    }));
    Some(part)
}

/// Activities for which nothing is claimed. Without a log they are all there is.
pub(super) fn others(book: &Book<'_>) -> Option<Part> {
    let others = &book.activities[book.claimed..];
    if others.is_empty() {
        return None;
    }
    let (heading, remark) = if book.claimed > 0 {
        (
            "Other activities",
            "No off-the-job time is claimed for these: most of them were work. They are listed because \
             an account may be about them.",
        )
    } else {
        ("Activities", "What the accounts are about.")
    };
    let mut part = book.wide_part(heading);
    part.push(Block::heading(1, heading, "activities"));
    part.push(Block::remark(remark));
    // Whoever logs such an activity is seldom asked what was learned.
    let learned = others
        .iter()
        .any(|activity| !activity.what_was_learned.trim().is_empty());
    let entries = (book.claimed..book.activities.len()).map(|place| other(book, place));
    part.push(Block::Register(Register {
        summary: "Activities for which no off-the-job time is claimed".into(),
        headings: RegisterHeadings {
            number: "No.".into(),
            when: if book.options.exact_dates {
                "Date"
            } else {
                "Month"
            }
            .into(),
            title: "Activity".into(),
            figures: Vec::new(),
            texts: [
                "What was done".into(),
                if learned {
                    "What was newly learned".into()
                } else {
                    Text::new()
                },
            ],
        },
        groups: vec![RegisterGroup {
            entries: entries.collect(),
            ..RegisterGroup::default()
        }],
        total: None,
    }));
    Some(part)
}

/// The months of activities that are in the order of their days, with the places of those in each.
fn grouped(activities: &[&Activity]) -> impl Iterator<Item = (NaiveDate, std::ops::Range<usize>)> {
    let mut from = 0;
    let months = activities.iter().map(|it| day::first_of_month(it.done_on));
    let months: Vec<NaiveDate> = months.collect();
    std::iter::from_fn(move || {
        let month = *months.get(from)?;
        let first = from;
        from += months[first..]
            .iter()
            .take_while(|it| **it == month)
            .count();
        Some((month, first..from))
    })
}

/// Whose log it is, for what programme: an auditor reads the log alone.
fn whose(book: &Book<'_>) -> Text {
    let (learner, programme) = (&book.portfolio.learner, &book.portfolio.programme);
    let mut facts: Vec<String> = [&learner.name, &learner.learner_number, &programme.title]
        .into_iter()
        .map(|fact| fact.trim().to_owned())
        .filter(|fact| !fact.is_empty())
        .collect();
    facts.extend(super::standard(programme));
    if let Some(start) = programme.original_start {
        facts.push(unbroken(&format!("started {}", day::full(start))));
    }
    if let Some(end) = programme.planned_end {
        facts.push(unbroken(&format!("planned end {}", day::full(end))));
    }
    for pause in &programme.breaks {
        facts.push(format!(
            "break in learning {} to {}",
            unbroken(&day::full(pause.from)),
            unbroken(&day::full(pause.to))
        ));
    }
    if let Some(gateway) = programme.gateway_on {
        facts.push(format!("gateway {}", day::full(gateway)));
    }
    if let Some(ended) = programme.ended_on {
        facts.push(format!("ended {}", day::full(ended)));
    }
    if let Some(from) = book.options.from {
        facts.push(format!("entries from {}", day::full(from)));
    }
    joined(&facts).into()
}

/// Facts with dots between them.
fn joined(facts: &[String]) -> String {
    facts.join(" · ")
}

/// Words that stay on one line, such as a date or a label.
fn unbroken(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

fn sums(totals: &Totals) -> Vec<Text> {
    let time = |time: Minutes| -> Text {
        if time.is_zero() {
            "–".into()
        } else {
            time.to_string().into()
        }
    };
    [totals.claimed, totals.confirmed, totals.excluded]
        .map(time)
        .into()
}

/// An entry of the log.
fn entry(book: &Book<'_>, place: usize) -> RegisterEntry {
    let activity = book.activities[place];
    let verdict = counts(
        activity,
        Some(&book.portfolio.programme),
        book.options.today,
    );
    let claimed = Text::from(activity.off_the_job.unwrap_or_default().to_string());
    let none = Text::new;
    let figures = match (verdict.answer, activity.state) {
        (Answer::DoesNotCount | Answer::NotYet | Answer::NotClaimed, _) => {
            [none(), none(), claimed]
        }
        (_, ConfirmationState::Confirmed) => [claimed.clone(), claimed, none()],
        _ => [claimed, none(), none()],
    };
    let mut remarks = match verdict.answer {
        Answer::Counts | Answer::NotClaimed if activity.disagreement.is_some() => {
            Text::new().bold("Counts.").line()
        }
        Answer::Counts | Answer::NotClaimed => Text::new().bold("Counts").quiet(" · "),
        Answer::AskProvider | Answer::NotYet | Answer::DoesNotCount => {
            // Said of the apprentice and not to the apprentice.
            let word = match verdict.answer {
                Answer::AskProvider => "Ask the provider",
                other => other.label(),
            };
            Text::new()
                .bold(format!("{word}."))
                .plain(format!(" {}", verdict.reason))
                .line()
        }
    };
    if let Some(held) = &activity.disagreement {
        remarks = disagreement(held, remarks).line();
    }
    let mut facts = vec![kind(activity)];
    facts.extend(where_and_with(activity));
    facts.extend(activity.tags.iter().map(|tag| unbroken(tag.label())));
    facts.extend(paid(activity));
    facts.extend(recorded(activity));
    facts.extend(after_the_planned_end(book, activity));
    remarks = accounts(book, activity, remarks.quiet(joined(&facts)));
    remarks = confirmation(book, activity, remarks.line());
    RegisterEntry {
        when: activity.done_on.format("%a %-d %b").to_string().into(),
        times: times(activity),
        figures: figures.into(),
        remarks,
        ..told(book, place)
    }
}

/// Adds what the apprentice holds against the answer of the rules, beside that answer.
fn disagreement(held: &Disagreement, remarks: Text) -> Text {
    let holds = if held.counts {
        "counts"
    } else {
        "does not count"
    };
    remarks
        .bold(format!("The apprentice holds that it {holds}."))
        .plain(format!(" {}", flowing(&held.note)))
}

/// What an auditor should not have to find out for themselves.
fn after_the_planned_end(book: &Book<'_>, activity: &Activity) -> Option<String> {
    let end = book.portfolio.programme.planned_end?;
    (activity.done_on > end)
        .then(|| unbroken(&format!("after the planned end: {}", day::short(end))))
}

/// Words with one space between them: a remark has no paragraphs.
fn flowing(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An activity without a claim.
fn other(book: &Book<'_>, place: usize) -> RegisterEntry {
    let activity = book.activities[place];
    let when = if book.options.exact_dates {
        day::short(activity.done_on)
    } else {
        day::month_short(activity.done_on)
    };
    let mut facts: Vec<String> = activity.category.iter().map(|_| kind(activity)).collect();
    facts.extend(where_and_with(activity));
    facts.extend(activity.tags.iter().map(|tag| unbroken(tag.label())));
    RegisterEntry {
        when: when.into(),
        times: times(activity),
        remarks: accounts(book, activity, Text::new().quiet(joined(&facts))),
        ..told(book, place)
    }
}

/// What both kinds of entry say.
fn told(book: &Book<'_>, place: usize) -> RegisterEntry {
    let activity = book.activities[place];
    let texts = [&activity.what_was_done, &activity.what_was_learned];
    RegisterEntry {
        number: activity_anchor(place + 1),
        title: activity.title.trim().into(),
        texts: texts.map(|text| once::words(book, activity, text)),
        ..RegisterEntry::default()
    }
}

fn kind(activity: &Activity) -> String {
    activity
        .category
        .map_or("Kind not said", Category::label)
        .to_owned()
}

/// From when to when, and how long it took.
fn times(activity: &Activity) -> Text {
    let mut lines = Vec::new();
    if let (Some(from), Some(to)) = (activity.started_at, activity.ended_at) {
        lines.push(format!("{}–{}", from.format("%H:%M"), to.format("%H:%M")));
    }
    if let Some(duration) = activity.duration {
        lines.push(format!("{duration} long"));
    }
    lines.join("\n").into()
}

/// Where it was, who delivered it, and what criteria it serves.
fn where_and_with(activity: &Activity) -> Vec<String> {
    let mut facts = Vec::new();
    if activity.place != Place::Unknown {
        facts.push(activity.place.label().to_owned());
    }
    let by = activity.delivered_by.trim();
    match (by, activity.delivered_by_kind) {
        ("", DeliveredBy::Unknown) => {}
        ("", DeliveredBy::Learner) => facts.push("on my own".to_owned()),
        ("", kind) => facts.push(kind.label().to_owned()),
        (by, DeliveredBy::Unknown | DeliveredBy::Learner) => facts.push(format!("with {by}")),
        (by, kind) => facts.push(format!("with {by} ({})", kind.label().to_lowercase())),
    }
    if !activity.criteria.is_empty() {
        facts.push(activity.criteria.join(", "));
    }
    facts
}

/// Whether the time was paid, unless it simply was.
fn paid(activity: &Activity) -> Option<String> {
    match (activity.paid, activity.compensation.trim()) {
        (PaidTime::Paid, "") => None,
        (PaidTime::Unknown, "") => Some("not said whether in paid hours".to_owned()),
        (paid, "") => Some(paid.label().to_owned()),
        (paid, how) => Some(format!("{}: {how}", paid.label())),
    }
}

/// When the entry was recorded, unless that was on its own day.
fn recorded(activity: &Activity) -> Option<String> {
    let on = activity.created_at.date_naive();
    let days = day::days_between(activity.done_on, on);
    match days {
        0 => None,
        days if days > LATE_DAYS => Some(format!("recorded late, {}", day::short(on))),
        _ => Some(format!("recorded {}", day::short(on))),
    }
}

/// Adds the accounts that are about an activity.
fn accounts(book: &Book<'_>, activity: &Activity, remarks: Text) -> Text {
    let accounts = book.accounts_of(activity);
    if accounts.is_empty() {
        return remarks;
    }
    let dot = if remarks.is_empty() { "" } else { " · " };
    let word = if accounts.len() == 1 {
        "Account "
    } else {
        "Accounts "
    };
    account_links(remarks.quiet(format!("{dot}{word}")), &accounts)
}

/// Adds what others said of an entry, so that confirmed and unconfirmed time never look alike.
fn confirmation(book: &Book<'_>, activity: &Activity, remarks: Text) -> Text {
    if let Some(word) = book.word(activity) {
        let said = match activity.state {
            ConfirmationState::Queried => "Queried, not confirmed: recorded as said by ",
            ConfirmationState::Rejected => "Rejected, not confirmed: recorded as said by ",
            _ => "Confirmation recorded by ",
        };
        return by(word, remarks.plain(said));
    }
    if let Some(word) = book.earlier_word(activity) {
        let said = "Submitted, not confirmed yet: changed since an earlier version was confirmed, recorded as said by ";
        return by(word, remarks.plain(said));
    }
    remarks.plain(match activity.state {
        ConfirmationState::Confirmed => "Confirmed; by whom was not noted.",
        ConfirmationState::Draft => "Not confirmed.",
        ConfirmationState::Submitted => "Submitted, not confirmed yet.",
        ConfirmationState::Queried => "Queried, not confirmed.",
        ConfirmationState::Rejected => "Rejected, not confirmed.",
    })
}

/// Adds whose word it is, of which day, and with which comment.
fn by(word: &Confirmation, remarks: Text) -> Text {
    let mut remarks = remarks.run(Run {
        bold: true,
        ..Run::plain(word.name.trim())
    });
    if !word.role.trim().is_empty() {
        remarks = remarks.plain(format!(" ({})", word.role.trim()));
    }
    remarks = remarks.plain(format!(", {}", unbroken(&day::short(word.decided_on))));
    match word.comment.trim() {
        "" => remarks,
        comment => remarks.plain(format!(": “{comment}”")),
    }
}
