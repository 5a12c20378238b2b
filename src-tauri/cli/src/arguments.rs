//! What may be asked for on the command line. The comments here are the help that people read.

use aftershift_app::wire::CarriedData;
use aftershift_domain::activity::Category;
use aftershift_domain::day;
use aftershift_domain::minutes::{self, Minutes};
use aftershift_domain::programme::{HoursChange, LearningBreak, Nation};
use aftershift_domain::proposal::{ColumnRole, DateOrder};
use aftershift_domain::theory::StyleChoice;
use chrono::NaiveDate;
use clap::{ArgGroup, Args, Parser, Subcommand};
use std::path::PathBuf;

const EXIT_CODES: &str = "\
Exit codes:
  0  done; warnings may stand on standard error
  1  not done, or `check` found damage: a sentence on standard error says why
  2  wrong use: an option that does not exist, or a value that cannot be (a 31 February, a week of 0 or
     200 hours)

Where --json is a flag, standard output is one JSON object: the answer, or the failure with its `code`.
No file is replaced without --force, and a portfolio that is open in Aftershift is left alone.";

/// Aftershift without a window: make, fill, export and check portfolios.
#[derive(Debug, Parser)]
#[command(name = "aftershift-cli", version, after_help = EXIT_CODES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make an empty portfolio
    New(New),
    /// Write the sample portfolio: an invented apprentice, nearly two years in
    Sample(Sample),
    /// Bring a portfolio back from a PDF that Aftershift made, or from a file in the open format
    ///
    /// A new or empty portfolio is filled. To one that holds something, a PDF adds what is not there yet: nothing is
    /// replaced.
    Import(Import),
    /// Bring a timesheet (CSV) or a calendar (.ics) into the log of a portfolio
    ///
    /// What is in the log already is left out, and nothing is claimed as off-the-job learning unless --claim
    /// says so. Rows that cannot be read are named on standard error; the others come in.
    ImportLog(ImportLog),
    /// Write a portfolio as a PDF to hand in, in the open format, or its log as a sheet or calendar
    Export(Box<Export>),
    /// Say how many off-the-job hours are required, and why
    ///
    /// From a portfolio, or from the options alone without any file. A start before 1 May 2017, an end
    /// before the start and other things that the rules refuse are not done (exit code 1).
    Hours(Hours),
    /// Find words in everything that was written
    Search(Search),
    /// Check that everything in a portfolio is as it was written
    Check(Check),
    /// Say whether text, data and files of a PDF are as they were exported
    ///
    /// Exit code 0 if all of them are, and 1 if one of them is not, or the PDF does not say how it was exported.
    Verify(Verify),
}

impl Command {
    /// Whether the answer, or the failure, is asked for as JSON.
    pub fn wants_json(&self) -> bool {
        match self {
            Self::New(it) => it.json,
            Self::Sample(it) => it.json,
            Self::Import(it) => it.json,
            Self::ImportLog(it) => it.json,
            // There, it names a file.
            Self::Export(_) => false,
            Self::Hours(it) => it.json,
            Self::Search(it) => it.json,
            Self::Check(it) => it.json,
            Self::Verify(it) => it.json,
        }
    }
}

#[derive(Debug, Args)]
pub struct New {
    /// Where to put it; its name usually ends in .aftershift
    pub file: PathBuf,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Sample {
    /// Where to put it; its name usually ends in .aftershift
    pub file: PathBuf,
    /// The day that the sample takes for today, instead of its own
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<NaiveDate>,
    /// Replace a file that is there
    #[arg(long)]
    pub force: bool,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Import {
    /// The PDF, or the file in the open format
    #[arg(value_name = "SOURCE")]
    pub source: PathBuf,
    /// The portfolio to fill: made if it is not there
    #[arg(long, value_name = "FILE")]
    pub into: PathBuf,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct ImportLog {
    /// The timesheet or calendar
    #[arg(value_name = "FILE")]
    pub source: PathBuf,
    /// The portfolio whose log it belongs in
    #[arg(long, value_name = "PORTFOLIO")]
    pub into: PathBuf,
    /// What columns hold, where their headings do not say it: date=Day,title=What. Known are date, start, end,
    /// end_date, took, took_hours, took_minutes, learning, title, kind, done, learned, delivered_by, place,
    /// criteria, note and unused
    #[arg(long, value_name = "ROLE=HEADING", value_delimiter = ',', value_parser = role)]
    pub map: Vec<(ColumnRole, String)>,
    /// Which number of a date comes first, where the dates do not tell: day or month
    #[arg(long, value_name = "ORDER", value_parser = order)]
    pub dates: Option<DateOrder>,
    /// Of a calendar, the first day to look at instead of the beginning of the programme
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub from: Option<NaiveDate>,
    /// Of a calendar, the last day to look at instead of today
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub to: Option<NaiveDate>,
    /// What kind of activity the entries are, by its code such as theory, where the file does not say it
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub kind: Option<Category>,
    /// Claim the time of every entry as off-the-job learning
    #[arg(long)]
    pub claim: bool,
    /// Bring in also what is in the log already
    #[arg(long)]
    pub duplicates: bool,
    /// Say what would come in, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Take this day for today
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<NaiveDate>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

/// How works are to be cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StyleName {
    /// As a style that comes with the program has it.
    Known(StyleChoice),
    /// As a style in a file has it.
    File(PathBuf),
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("targets").required(true).multiple(true).args(["pdf", "audit", "json", "csv", "xlsx", "ics"]))]
pub struct Export {
    /// The portfolio
    pub file: PathBuf,
    /// Write a PDF to hand in
    #[arg(long, value_name = "OUT")]
    pub pdf: Option<PathBuf>,
    #[command(flatten)]
    pub choices: PdfChoices,
    /// Cite in this style in the PDF, whatever the portfolio says: harvard, apa, vancouver or a .csl file
    #[arg(long, value_name = "STYLE", value_parser = citation_style, requires = "pdf")]
    pub citation_style: Option<StyleName>,
    /// Write the audit check of the off-the-job log as a PDF of one page
    #[arg(long, value_name = "OUT")]
    pub audit: Option<PathBuf>,
    /// Write everything in the open format, files included
    #[arg(long, value_name = "OUT")]
    pub json: Option<PathBuf>,
    /// Write the log with its totals as comma-separated values
    #[arg(long, value_name = "OUT")]
    pub csv: Option<PathBuf>,
    /// Write the log with its totals as a workbook
    #[arg(long, value_name = "OUT")]
    pub xlsx: Option<PathBuf>,
    /// Write what is planned as a calendar
    #[arg(long, value_name = "OUT")]
    pub ics: Option<PathBuf>,
    /// Take this day for today
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<NaiveDate>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
}

/// What goes into the PDF to hand in, and how it is printed.
#[derive(Debug, Args)]
#[command(next_help_heading = "What goes into the PDF")]
pub struct PdfChoices {
    /// Begin with the choices of this profile: provider, reflections, hours, review, or one that is kept in the portfolio. The
    /// flags below change them
    #[arg(
        long,
        value_name = "PROFILE",
        default_value = "provider",
        requires = "pdf"
    )]
    pub profile: String,
    /// Who it is for; the cover says it
    #[arg(long = "for", value_name = "NAME", requires = "pdf")]
    pub recipient: Option<String>,
    /// What the document is called, in place of its usual name
    #[arg(long, value_name = "TITLE", requires = "pdf")]
    pub title: Option<String>,
    /// Only accounts of this module
    #[arg(long, value_name = "MODULE", requires = "pdf")]
    pub module: Option<String>,
    /// Only accounts that draw on this work, by its key
    #[arg(long, value_name = "KEY", requires = "pdf")]
    pub theory: Option<String>,
    /// Only the account of this title; give it again for more
    #[arg(long, value_name = "TITLE", requires = "pdf")]
    pub account: Vec<String>,
    /// Accounts by module, and within one by day
    #[arg(long, requires = "pdf")]
    pub by_module: bool,
    /// Letter instead of A4
    #[arg(long, requires = "pdf")]
    pub letter: bool,
    /// Leave out hours and the off-the-job log
    #[arg(long, requires = "pdf", conflicts_with = "no_reflections")]
    pub no_hours: bool,
    /// Leave out reflections
    #[arg(long, requires = "pdf")]
    pub no_reflections: bool,
    /// Unfinished reflections too
    #[arg(long, requires = "pdf", conflicts_with = "no_reflections")]
    pub drafts: bool,
    /// Print the exact day of an event, and not only its month
    #[arg(long, requires = "pdf")]
    pub exact_dates: bool,
    /// Only what happened on this day or later
    #[arg(long, value_name = "DATE", value_parser = date, requires = "pdf")]
    pub from: Option<NaiveDate>,
    /// Only what happened on this day or earlier
    #[arg(long, value_name = "DATE", value_parser = date, requires = "pdf")]
    pub to: Option<NaiveDate>,
    /// A ragged right edge
    #[arg(long, requires = "pdf")]
    pub ragged: bool,
    /// Large print
    #[arg(long, requires = "pdf")]
    pub large_print: bool,
    /// What of the data travels inside: nothing, printed (what is printed and no more) or everything (the whole
    /// portfolio, bin and earlier versions included, if all of it was chosen: --drafts, --exact-dates and no period)
    #[arg(long, value_name = "WHAT", value_parser = carried, requires = "pdf")]
    pub data: Option<CarriedData>,
    /// Sign the file with the portfolio's own key: a PDF reader then shows whether it was changed since
    #[arg(long, requires = "pdf")]
    pub sign: bool,
}

#[derive(Debug, Args)]
pub struct Hours {
    /// A portfolio whose programme to look at
    #[arg(conflicts_with = "programme", required_unless_present = "programme")]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub programme: ProgrammeOptions,
    /// Take this day for today
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub as_of: Option<NaiveDate>,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[group(id = "programme", multiple = true)]
pub struct ProgrammeOptions {
    /// When the apprenticeship first began; a return from a break does not change it
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub start: Option<NaiveDate>,
    /// When the training is planned to end, breaks included
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub planned_end: Option<NaiveDate>,
    /// Average contracted hours a week, such as 37.5
    #[arg(long, value_name = "HOURS", value_parser = weekly, allow_negative_numbers = true)]
    pub weekly_hours: Option<Minutes>,
    /// A break in learning; TO is the day on which learning resumes. May be given several times
    #[arg(long = "break", value_name = "FROM..TO", value_parser = learning_break)]
    pub breaks: Vec<LearningBreak>,
    /// A change of contracted hours: its first day and the new average hours a week. May be given several times
    #[arg(long = "hours-change", value_name = "DATE=HOURS", value_parser = hours_change)]
    pub hours_changes: Vec<HoursChange>,
    /// The figure published for the version of the standard (starts from 1 August 2025)
    #[arg(long, value_name = "HOURS", value_parser = total, allow_negative_numbers = true)]
    pub published_hours: Option<Minutes>,
    /// Off-the-job hours taken off for prior learning
    #[arg(long, value_name = "HOURS", value_parser = total, allow_negative_numbers = true)]
    pub prior_learning: Option<Minutes>,
    /// The figure in the signed training plan, which wins over every other
    #[arg(long, value_name = "HOURS", value_parser = total, allow_negative_numbers = true)]
    pub plan_hours: Option<Minutes>,
    /// Whose rules: england, scotland, wales or northern_ireland
    #[arg(long, value_parser = nation)]
    pub nation: Option<Nation>,
    /// Learning comes in blocks or early
    #[arg(long)]
    pub block_release: bool,
}

#[derive(Debug, Args)]
pub struct Search {
    /// The portfolio
    pub file: PathBuf,
    /// The words to look for
    pub text: String,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Check {
    /// The portfolio
    pub file: PathBuf,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Verify {
    /// The PDF
    #[arg(value_name = "FILE.pdf")]
    pub file: PathBuf,
    /// Answer in JSON
    #[arg(long)]
    pub json: bool,
}

fn date(text: &str) -> Result<NaiveDate, String> {
    day::parse(text).map_err(|wrong| wrong.to_string())
}

fn weekly(text: &str) -> Result<Minutes, String> {
    minutes::parse_weekly(text).map_err(|wrong| wrong.to_string())
}

fn total(text: &str) -> Result<Minutes, String> {
    minutes::parse_total(text).map_err(|wrong| wrong.to_string())
}

fn carried(text: &str) -> Result<CarriedData, String> {
    match text.to_lowercase().as_str() {
        "nothing" => Ok(CarriedData::Nothing),
        "printed" => Ok(CarriedData::Printed),
        "everything" => Ok(CarriedData::Everything),
        _ => Err("Name one of nothing, printed, everything.".into()),
    }
}

fn nation(text: &str) -> Result<Nation, String> {
    let code = text.to_lowercase().replace(['-', ' '], "_");
    let known = Nation::ALL.iter().find(|nation| nation.code() == code);
    known.copied().ok_or_else(|| {
        let codes: Vec<&str> = Nation::ALL.iter().map(|nation| nation.code()).collect();
        format!("Name one of {}.", codes.join(", "))
    })
}

fn role(text: &str) -> Result<(ColumnRole, String), String> {
    let (role, heading) = text
        .split_once('=')
        .ok_or("Write what a column holds, an equals sign and its heading, such as date=Day.")?;
    let code = role.trim().to_lowercase().replace('-', "_");
    let role = code
        .parse()
        .map_err(|unknown: aftershift_domain::code::UnknownCode| format!("{unknown}."))?;
    Ok((role, heading.trim().to_owned()))
}

fn order(text: &str) -> Result<DateOrder, String> {
    match text.to_lowercase().replace(['_', ' '], "-").as_str() {
        "day" | "day-first" => Ok(DateOrder::DayFirst),
        "month" | "month-first" => Ok(DateOrder::MonthFirst),
        _ => Err("Say day or month.".into()),
    }
}

fn citation_style(text: &str) -> Result<StyleName, String> {
    let known = text.to_lowercase().parse().ok();
    if let Some(choice) = known.filter(|choice| *choice != StyleChoice::Own) {
        return Ok(StyleName::Known(choice));
    }
    let path = PathBuf::from(text);
    let ending = path.extension();
    if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("csl")) {
        return Ok(StyleName::File(path));
    }
    Err("Name harvard, apa, vancouver or a file whose name ends in .csl.".into())
}

fn kind(text: &str) -> Result<Category, String> {
    text.parse()
        .map_err(|unknown: aftershift_domain::code::UnknownCode| format!("{unknown}."))
}

fn learning_break(text: &str) -> Result<LearningBreak, String> {
    let (from, to) = text.split_once("..").ok_or(
        "Write a break as two dates with two full stops between them, such as 2026-01-05..2026-03-02.",
    )?;
    Ok(LearningBreak {
        from: date(from)?,
        to: date(to)?,
        reason: String::new(),
    })
}

fn hours_change(text: &str) -> Result<HoursChange, String> {
    let (from, hours) = text.split_once('=').ok_or(
        "Write a change as its first day, an equals sign and the new weekly hours, such as 2026-03-02=30.",
    )?;
    Ok(HoursChange {
        from: date(from)?,
        weekly: weekly(hours)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_options_do_not_contradict_each_other() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn a_break_is_two_dates() {
        let pause = learning_break("2026-01-05..2 Mar 2026").unwrap();
        assert_eq!(
            (pause.from.to_string(), pause.to.to_string()),
            ("2026-01-05".into(), "2026-03-02".into())
        );
        assert!(learning_break("2026-01-05").is_err());
        assert!(learning_break("2026-01-05..2026-02-30").is_err());
        assert!(learning_break("..").is_err());
    }

    #[test]
    fn a_column_is_a_role_and_a_heading() {
        let read = role("took-hours = Std. worked");
        assert_eq!(read, Ok((ColumnRole::TookHours, "Std. worked".into())));
        assert!(role("date").unwrap_err().contains("equals sign"));
        assert!(
            role("colour=Red")
                .unwrap_err()
                .contains("“colour” is not one of")
        );
        assert_eq!(order("Month first"), Ok(DateOrder::MonthFirst));
        assert!(order("year").is_err());
    }

    #[test]
    fn a_style_is_a_name_or_a_file() {
        assert_eq!(
            citation_style("APA"),
            Ok(StyleName::Known(StyleChoice::Apa))
        );
        assert_eq!(
            citation_style("my/Nursing.CSL"),
            Ok(StyleName::File("my/Nursing.CSL".into()))
        );
        for wrong in ["own", "chicago", "style.xml", ""] {
            assert!(
                citation_style(wrong).unwrap_err().contains("vancouver"),
                "{wrong}"
            );
        }
    }

    #[test]
    fn nations_are_read_as_people_write_them() {
        assert_eq!(nation("Northern Ireland"), Ok(Nation::NorthernIreland));
        assert_eq!(nation("northern-ireland"), Ok(Nation::NorthernIreland));
        assert!(nation("France").unwrap_err().contains("scotland"));
    }
}
