//! Which column of a timesheet holds what: recognised by the headings, remembered from last time, or said
//! by the person.

use super::cell::{self, Evidence};
use super::table::{Record, Table};
use aftershift_domain::proposal::{ColumnRole, DateOrder, Delimiter};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// How a file is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "typescript", ts(rename = "ImportMapping"))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mapping {
    /// What stands between the columns.
    pub delimiter: Delimiter,
    /// What each column holds, in their order.
    pub columns: Vec<ColumnRole>,
    /// Which number of a date comes first.
    pub dates: DateOrder,
}

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
    fn of(headings: &[String]) -> Option<Self> {
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
fn plain(heading: &str) -> String {
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
fn is_single(role: ColumnRole) -> bool {
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
fn roles(headings: &[String], source: Source) -> Vec<ColumnRole> {
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

/// How a table would be read, as far as it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Recognised {
    /// Where it comes from.
    pub source: Source,
    /// What each column holds.
    pub mapping: Mapping,
    /// Whether the dates themselves say which number comes first.
    pub dates_are_certain: bool,
}

/// Reads from headings and dates how a table is to be read.
pub(super) fn recognised(table: &Table, delimiter: Delimiter) -> Recognised {
    let known = Source::of(&table.headings);
    let columns = roles(&table.headings, known.unwrap_or(Source::Unknown));
    let evidence = dates_of(table, &columns);
    let mapping = Mapping {
        delimiter,
        columns,
        dates: evidence.order().unwrap_or(DateOrder::DayFirst),
    };
    let source = known.unwrap_or(if missing(&mapping).is_none() {
        Source::Timesheet
    } else {
        Source::Unknown
    });
    Recognised {
        source,
        mapping,
        dates_are_certain: evidence.is_certain(),
    }
}

/// What the dates in the columns that hold dates say of their order.
pub(super) fn dates_of(table: &Table, columns: &[ColumnRole]) -> Evidence {
    let mut evidence = Evidence::default();
    for (column, role) in columns.iter().enumerate() {
        if matches!(
            role,
            ColumnRole::Date | ColumnRole::Start | ColumnRole::EndDate | ColumnRole::End
        ) {
            table.column(column).for_each(|cell| evidence.look_at(cell));
        }
    }
    evidence
}

/// What a mapping still lacks before a row can become an entry, as a sentence; nothing if it is whole.
pub(super) fn missing(mapping: &Mapping) -> Option<&'static str> {
    let has = |role: ColumnRole| mapping.columns.contains(&role);
    let twice = mapping
        .columns
        .iter()
        .enumerate()
        .any(|(at, role)| is_single(*role) && mapping.columns[..at].contains(role));
    let titled = has(ColumnRole::Title) || has(ColumnRole::Done) || has(ColumnRole::Note);
    if !has(ColumnRole::Date) && !has(ColumnRole::Start) {
        Some("Say which column holds the date.")
    } else if !titled {
        Some("Say which column says what it was.")
    } else if twice {
        Some("Two columns hold the same thing: leave one of them out, or keep it as a note.")
    } else {
        None
    }
}

/// The name under which a mapping is remembered: files with the same headings have the same one.
pub(super) fn key(headings: &[String]) -> String {
    let mut hasher = Sha256::new();
    for heading in headings {
        hasher.update(plain(heading));
        hasher.update([0]);
    }
    let hash: String = hasher
        .finalize()
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("import_mapping_{hash}")
}

/// The roles of `--map date=Day,title=What`: for each heading that is named, what it holds. Columns that
/// are not named keep what they have.
///
/// # Errors
/// A sentence that names what is no role or no heading.
pub(super) fn assign(
    mapping: &mut Mapping,
    headings: &[String],
    said: &[(ColumnRole, String)],
) -> Result<(), String> {
    for (role, heading) in said {
        let named = headings.iter().position(|one| plain(one) == plain(heading));
        let at = named.ok_or_else(|| {
            format!(
                "There is no column “{heading}”: the file has {}.",
                headings.join(", ")
            )
        })?;
        for (column, other) in mapping.columns.iter_mut().enumerate() {
            // What was recognised makes room for what was said.
            if column != at && other == role && is_single(*role) {
                *other = ColumnRole::Unused;
            }
        }
        mapping.columns[at] = *role;
    }
    Ok(())
}

/// What of a cell's column matters for reading a length without a unit.
pub(super) fn bare_lengths(table: &Table, mapping: &Mapping) -> cell::Bare {
    let lengths = mapping
        .columns
        .iter()
        .position(|role| *role == ColumnRole::Took);
    match lengths {
        Some(column) => cell::Bare::of(table.column(column)),
        None => cell::Bare::Hours,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ColumnRole as R;

    fn table(text: &str) -> Table {
        Table::read(text, Delimiter::Comma, heading_row).unwrap()
    }

    fn check(text: &str, source: Source, columns: &[ColumnRole]) {
        let found = recognised(&table(text), Delimiter::Comma);
        assert_eq!(
            (found.source, found.mapping.columns.as_slice()),
            (source, columns),
            "{text}"
        );
    }

    #[test]
    fn the_exports_of_known_programs_are_told_by_their_headings() {
        check(
            "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n\
             A,a@b,C,P,,Lecture,No,2026-03-12,09:00:00,2026-03-12,10:00:00,01:00:00,\n",
            Source::Toggl,
            &[
                R::Unused,
                R::Unused,
                R::Note,
                R::Note,
                R::Note,
                R::Title,
                R::Unused,
                R::Date,
                R::Start,
                R::EndDate,
                R::End,
                R::Took,
                R::Note,
            ],
        );
        check(
            "Project,Client,Description,Task,User,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)\n\
             P,C,Lecture,,A,12/03/2026,09:00:00 AM,12/03/2026,10:00:00 AM,01:00:00,1.00\n",
            Source::Clockify,
            &[
                R::Note,
                R::Note,
                R::Title,
                R::Note,
                R::Unused,
                R::Date,
                R::Start,
                R::EndDate,
                R::End,
                R::Took,
                R::Unused,
            ],
        );
        check(
            "Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,First Name\n\
             2026-03-12,C,P,X,Study,Lecture,1.5,No,A\n",
            Source::Harvest,
            &[
                R::Date,
                R::Note,
                R::Note,
                R::Note,
                R::Note,
                R::Title,
                R::TookHours,
                R::Unused,
                R::Unused,
            ],
        );
    }

    #[test]
    fn a_plain_timesheet_is_told_by_the_words_of_its_headings() {
        check(
            "Date,From,To,Hours,Activity,What did you learn?,KSBs\n1/2/2026,9:00,10:00,1,Lecture,,K1\n",
            Source::Timesheet,
            &[
                R::Date,
                R::Start,
                R::End,
                R::TookHours,
                R::Title,
                R::Learned,
                R::Criteria,
            ],
        );
        check(
            "Timesheet of A. Learner,,\n\nDATE,DETAILS,OTJ Hours\n1/2/2026,Lecture,1\n",
            Source::Timesheet,
            &[R::Date, R::Done, R::Learning],
        );
        check(
            "Alpha,Beta\n1,2\n",
            Source::Unknown,
            &[R::Unused, R::Unused],
        );
    }

    #[test]
    fn what_is_single_goes_to_the_first_column_that_claims_it() {
        check(
            "Date,Description,Activity,Duration,Minutes\n1/2/2026,a,b,1:00,60\n",
            Source::Timesheet,
            &[R::Date, R::Title, R::Done, R::Took, R::Unused],
        );
    }

    #[test]
    fn a_file_without_headings_has_none() {
        assert_eq!(
            table("12/3/2026,Lecture,60\n").headings,
            ["Column A", "Column B", "Column C"]
        );
        assert_eq!(
            table("Wann,Was\n12/3/2026,Lecture\n").headings,
            ["Wann", "Was"]
        );
    }

    #[test]
    fn the_dates_say_which_number_comes_first() {
        let order = |dates: &str| {
            let rows: String = dates.split(' ').map(|date| format!("{date},x\n")).collect();
            let found = recognised(&table(&format!("Date,What\n{rows}")), Delimiter::Comma);
            (found.mapping.dates, found.dates_are_certain)
        };
        assert_eq!(order("13/02/2026 03/04/2026"), (DateOrder::DayFirst, true));
        assert_eq!(
            order("02/13/2026 03/04/2026"),
            (DateOrder::MonthFirst, true)
        );
        assert_eq!(order("02/03/2026 03/04/2026"), (DateOrder::DayFirst, false));
        assert_eq!(order("2026-03-04 2026-05-06"), (DateOrder::DayFirst, true));
        assert_eq!(order("13/02/2026 02/13/2026"), (DateOrder::DayFirst, false));
        assert_eq!(
            order("5/5/2026 6/6/2026"),
            (DateOrder::DayFirst, true),
            "either way is the same day"
        );
    }

    #[test]
    fn a_mapping_lacks_a_date_or_a_title_or_is_whole() {
        let mapping = |columns: &[ColumnRole]| Mapping {
            delimiter: Delimiter::Comma,
            columns: columns.to_vec(),
            dates: DateOrder::DayFirst,
        };
        assert!(missing(&mapping(&[R::Title])).unwrap().contains("date"));
        assert!(
            missing(&mapping(&[R::Date]))
                .unwrap()
                .contains("what it was")
        );
        assert!(
            missing(&mapping(&[R::Date, R::Date, R::Title]))
                .unwrap()
                .contains("Two columns")
        );
        assert_eq!(missing(&mapping(&[R::Start, R::Note, R::Note])), None);
    }

    #[test]
    fn a_mapping_is_found_again_by_headings_however_they_are_spelled() {
        let key = |headings: &[&str]| {
            super::key(&headings.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(key(&["Date", "What I did"]), key(&["date ", "what i did"]));
        assert_ne!(key(&["Date", "What"]), key(&["What", "Date"]));
        assert_ne!(key(&["a b"]), key(&["a", "b"]));
    }

    #[test]
    fn what_is_said_of_a_column_wins_over_what_was_recognised() {
        let table = table("Date,Description,Heading\n1/2/2026,a,b\n");
        let mut mapping = recognised(&table, Delimiter::Comma).mapping;
        let said = [(R::Title, "heading".to_owned())];
        assign(&mut mapping, &table.headings, &said).unwrap();
        assert_eq!(mapping.columns, [R::Date, R::Unused, R::Title]);
        let refused = assign(
            &mut mapping,
            &table.headings,
            &[(R::Title, "Nowhere".into())],
        );
        assert_eq!(
            refused.unwrap_err(),
            "There is no column “Nowhere”: the file has Date, Description, Heading."
        );
    }
}
