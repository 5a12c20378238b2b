//! What the headings of a timesheet say: which program wrote them, and what each column holds.

use super::table::Record;
use aftershift_domain::proposal::ColumnRole;

/// The program that a file comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// Aftershift's own export of the log.
    Aftershift,
    /// Toggl Track, detailed report.
    Toggl,
    /// Clockify, detailed report.
    Clockify,
    /// Harvest, detailed time report.
    Harvest,
    /// A timesheet whose headings say enough.
    Timesheet,
    /// None that is known.
    Unknown,
}

impl Source {
    /// What a person calls it; empty if it is not known.
    pub fn name(self) -> &'static str {
        match self {
            Self::Aftershift => "Aftershift",
            Self::Toggl => "Toggl Track",
            Self::Clockify => "Clockify",
            Self::Harvest => "Harvest",
            Self::Timesheet | Self::Unknown => "",
        }
    }

    /// The first whose headings are all there. What other programs call their columns was taken from
    /// files that they wrote; the order of columns does not matter, and further ones do no harm.
    pub fn of(headings: &[String]) -> Option<Self> {
        const TOLD_BY: [(Source, &[&str]); 4] = [
            (
                Source::Aftershift,
                &[
                    "date",
                    "took",
                    "off the job",
                    "does it count",
                    "what was newly learned",
                ],
            ),
            (
                Source::Clockify,
                &[
                    "description",
                    "start date",
                    "start time",
                    "end date",
                    "end time",
                    "duration h",
                ],
            ),
            (
                Source::Toggl,
                &["description", "start date", "start time", "duration"],
            ),
            (
                Source::Harvest,
                &["date", "client", "project", "task", "notes", "hours"],
            ),
        ];
        let words: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
        let has = |name: &&str| words.iter().any(|word| word == name);
        let found = TOLD_BY.iter().find(|(_, names)| names.iter().all(has));
        found.map(|(source, _)| *source)
    }
}

/// A heading as far as it is recognised by: small letters and digits, one space between words.
pub(super) fn plain(heading: &str) -> String {
    let small = heading.to_lowercase().replace(['\'', '’'], "");
    let words: Vec<&str> = small
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// What a heading says its column holds; nothing if it does not say.
fn role_of(heading: &str) -> Option<ColumnRole> {
    use ColumnRole as R;
    const WORDS: [(ColumnRole, &[&str]); 16] = [
        (
            R::Date,
            &[
                "date",
                "day",
                "start date",
                "work date",
                "session date",
                "activity date",
                "date of activity",
                "date of learning",
                "date of training",
                "date completed",
                "date worked",
                "when",
            ],
        ),
        (
            R::Start,
            &[
                "start",
                "start time",
                "from",
                "time from",
                "began",
                "started",
                "started at",
                "time in",
                "clock in",
                "begin",
                "start date time",
                "start date and time",
            ],
        ),
        (R::EndDate, &["end date", "stop date", "finish date"]),
        (
            R::End,
            &[
                "end",
                "end time",
                "stop",
                "stop time",
                "to",
                "time to",
                "until",
                "finish",
                "finish time",
                "ended",
                "ended at",
                "time out",
                "clock out",
                "end date time",
                "end date and time",
            ],
        ),
        (
            R::Took,
            &[
                "took",
                "duration",
                "duration h",
                "duration h mm",
                "duration hh mm",
                "duration hh mm ss",
                "time",
                "time h",
                "time spent",
                "time taken",
                "length",
                "how long",
                "total time",
            ],
        ),
        (
            R::TookHours,
            &[
                "hours",
                "hrs",
                "hours spent",
                "hours worked",
                "total hours",
                "number of hours",
                "no of hours",
                "duration decimal",
                "duration hours",
                "time decimal",
                "time hours",
                "hours decimal",
            ],
        ),
        (
            R::TookMinutes,
            &[
                "minutes",
                "mins",
                "min",
                "minutes spent",
                "duration minutes",
                "duration mins",
                "duration min",
                "time minutes",
                "time mins",
            ],
        ),
        (
            R::Learning,
            &[
                "off the job",
                "off the job h",
                "off the job hours",
                "off the job time",
                "off the job training hours",
                "otj",
                "otj hours",
                "otj time",
                "otjt",
                "otjt hours",
                "otjh",
                "ojt hours",
            ],
        ),
        (
            R::Title,
            &[
                "title",
                "activity title",
                "description",
                "activity",
                "activity name",
                "activity description",
                "what",
                "what it was",
                "subject",
                "summary",
                "session",
                "event",
                "topic",
                "task description",
                "shift",
            ],
        ),
        (
            R::Kind,
            &[
                "category",
                "kind",
                "kind of activity",
                "type",
                "activity type",
                "type of activity",
                "type of training",
                "type of learning",
            ],
        ),
        (
            R::Done,
            &[
                "what was done",
                "what i did",
                "what did you do",
                "details",
                "details of activity",
                "notes",
                "comments",
                "description of activity",
                "work done",
                "tasks",
            ],
        ),
        (
            R::Learned,
            &[
                "learned",
                "learnt",
                "what was learned",
                "what was newly learned",
                "what i learned",
                "what did you learn",
                "new learning",
                "learning",
                "learning outcome",
                "learning outcomes",
                "reflection",
                "what was learnt",
            ],
        ),
        (
            R::DeliveredBy,
            &[
                "delivered by",
                "trainer",
                "tutor",
                "mentor",
                "teacher",
                "facilitator",
                "provider",
                "delivered",
                "led by",
                "supervisor",
                "with",
            ],
        ),
        (R::Place, &["place", "location", "where", "venue"]),
        (
            R::Criteria,
            &[
                "criteria",
                "criterion",
                "ksb",
                "ksbs",
                "ksb codes",
                "ksb s",
                "standard",
                "standards",
            ],
        ),
        (
            R::Note,
            &[
                "project",
                "project code",
                "client",
                "task",
                "tags",
                "tag",
                "group",
                "department",
                "unit",
            ],
        ),
    ];
    let heading = plain(heading);
    let named = WORDS
        .iter()
        .find(|(_, words)| words.contains(&heading.as_str()));
    named.map(|(role, _)| *role)
}

/// What may stand in one column only.
pub(super) fn is_single(role: ColumnRole) -> bool {
    !matches!(
        role,
        ColumnRole::Unused
            | ColumnRole::Note
            | ColumnRole::Done
            | ColumnRole::Learned
            | ColumnRole::Criteria
    )
}

/// What each heading says, with everything single given to the first that claims it.
pub(super) fn roles(headings: &[String], source: Source) -> Vec<ColumnRole> {
    let mut taken = Vec::new();
    let role = |heading: &String| {
        let said = role_of(heading).unwrap_or(ColumnRole::Unused);
        let said = match (source, said, plain(heading).as_str()) {
            // Harvest has no description: its notes say what it was.
            (Source::Harvest, _, "notes") => ColumnRole::Title,
            // The same length once more, as a decimal number.
            (Source::Clockify, ColumnRole::TookHours, _) => ColumnRole::Unused,
            _ => said,
        };
        if is_single(said) && taken.contains(&said) {
            // A second text is still worth keeping; a second time would only contradict the first.
            return match said {
                ColumnRole::Title => ColumnRole::Done,
                ColumnRole::Kind | ColumnRole::DeliveredBy | ColumnRole::Place => ColumnRole::Note,
                _ => ColumnRole::Unused,
            };
        }
        taken.push(said);
        said
    };
    let mut roles: Vec<ColumnRole> = headings.iter().map(role).collect();
    // One length is enough: what is exact to the minute, before what is rounded to a decimal.
    let lengths = [
        ColumnRole::Took,
        ColumnRole::TookMinutes,
        ColumnRole::TookHours,
    ];
    if let Some(best) = lengths.iter().find(|length| roles.contains(length)) {
        for role in &mut roles {
            if lengths.contains(role) && role != best {
                *role = ColumnRole::Unused;
            }
        }
    }
    roles
}

/// How many headings of a row are known words.
fn known(record: &Record) -> usize {
    let roles = record.cells.iter().filter_map(|cell| role_of(cell));
    roles.count()
}

/// How many headings are known in the row that has most of them.
pub(super) fn known_headings(records: &[Record]) -> usize {
    records.iter().map(known).max().unwrap_or(0)
}

/// The row that names the columns: the first in which two headings are known words, else the first row if
/// nothing in it is a date, a time or a number.
pub(super) fn heading_row(records: &[Record]) -> Option<usize> {
    let named = records.iter().position(|record| known(record) >= 2);
    named.or_else(|| {
        let first = records.first()?;
        let words = |cell: &String| !cell.chars().any(|c| c.is_ascii_digit());
        first.cells.iter().all(words).then_some(0)
    })
}
