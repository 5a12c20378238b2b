//! Which column of a timesheet holds what: recognised by the headings, remembered from last time, or said
//! by the person.

use super::cell::{self, Evidence};
use super::headings::{Source, is_single, plain, roles};
use super::table::Table;
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
    use crate::exchange::headings::heading_row;
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
