//! Bringing a timesheet or a calendar into a log.

use crate::arguments::ImportLog;
use crate::command::{app, with_portfolio};
use crate::output::Output;
use aftershift_app::wire::{
    AcceptImport, AcceptedProposal, ImportPeriod, ImportView, Nothing, SetImportPeriod,
};
use aftershift_app::{App, Failure};
use aftershift_domain::number::counted;
use aftershift_domain::proposal::{Proposal, RowProblem};
use serde_json::json;

/// Reads the file, brings in what is new, and says what came of it.
pub fn run(it: &ImportLog, output: &Output) -> Result<(), Failure> {
    output.progress("Reading the file …");
    let done = with_portfolio(&app(it.as_of), &it.into, |app| bring_in(it, app));
    output.progress("");
    let (view, chosen) = done?;
    say(it, &view, &chosen, output);
    Ok(())
}

/// What was read, and which proposals were chosen.
fn bring_in(it: &ImportLog, app: &App) -> Result<(ImportView, Vec<AcceptedProposal>), Failure> {
    let waiting = app.read_import(&it.source)?;
    if !it.map.is_empty() || it.dates.is_some() {
        app.assign_import(&it.map, it.dates)?;
    }
    if it.from.is_some() || it.to.is_some() {
        let usual = look(app)?.period;
        let (from, to) = usual.map_or((None, None), |usual| (Some(usual.from), Some(usual.to)));
        if let (Some(from), Some(to)) = (it.from.or(from), it.to.or(to)) {
            app.set_import_period(SetImportPeriod {
                id: waiting.id.clone(),
                period: ImportPeriod { from, to },
            })?;
        }
    }
    let view = look(app)?;
    if let Some(table) = view
        .table
        .as_ref()
        .filter(|table| !table.missing.is_empty())
    {
        return Err(Failure::CannotImport {
            reason: format!(
                "{} Use --map, such as --map date=Day,title=What; the columns are {}.",
                table.missing,
                table.headings.join(", ")
            ),
        });
    }
    let chosen = chosen(it, &view.proposals);
    if !it.dry_run && !chosen.is_empty() {
        app.accept_import(AcceptImport {
            id: waiting.id,
            entries: chosen.clone(),
        })?;
    }
    Ok((view, chosen))
}

fn look(app: &App) -> Result<ImportView, Failure> {
    let waiting = app.pending_import(Nothing {})?;
    waiting.ok_or_else(|| Failure::NotFound {
        kind: "import".into(),
    })
}

fn chosen(it: &ImportLog, proposals: &[Proposal]) -> Vec<AcceptedProposal> {
    (0..)
        .zip(proposals)
        .filter(|(_, proposal)| it.duplicates || proposal.duplicate.is_none())
        .map(|(index, proposal)| AcceptedProposal {
            index,
            category: proposal.activity.category.or(it.kind),
            claim: it.claim,
        })
        .collect()
}

fn say(it: &ImportLog, view: &ImportView, chosen: &[AcceptedProposal], output: &Output) {
    for problem in &view.problems {
        output.warn(&place(problem, view.table.is_some()));
    }
    let listed = u32::try_from(view.problems.len()).unwrap_or(u32::MAX);
    if view.problem_count > listed {
        output.warn(&format!("… and {} more rows.", view.problem_count - listed));
    }
    if view.ask_first && it.dates.is_none() {
        output.warn(
            "the dates may have the day or the month first, and the day was taken: use --dates month if \
             that is wrong.",
        );
    }
    let known = view.proposals.len() - chosen.len();
    let answer = json!({
        "added": if it.dry_run { 0 } else { chosen.len() },
        "chosen": chosen.iter().map(|entry| entry.index).collect::<Vec<_>>(),
        "known": known,
        "leftOut": view.left_out,
        "source": view.source,
        "proposals": view.proposals,
        "problems": view.problems,
        "problemCount": view.problem_count,
        "datesAreGuessed": view.ask_first && it.dates.is_none(),
    });
    output.answer(&answer, || {
        let entries = counted(chosen.len(), "entry", "entries");
        let file = it.source.display();
        let mut lines = vec![if it.dry_run {
            format!("“{file}” would bring in {entries}:")
        } else {
            format!("Brought in {entries} from “{file}”.")
        }];
        if it.dry_run {
            let of = |entry: &AcceptedProposal| usize::try_from(entry.index).ok();
            let proposals = chosen
                .iter()
                .filter_map(|entry| view.proposals.get(of(entry)?));
            lines.extend(proposals.map(line));
        }
        lines.extend(match known {
            0 => None,
            1 => Some("1 is in the log already and was left out.".to_owned()),
            many => Some(format!("{many} are in the log already and were left out.")),
        });
        lines.join("\n")
    });
}

/// A proposal on one line.
fn line(proposal: &Proposal) -> String {
    let it = &proposal.activity;
    let length = it
        .duration
        .map_or(String::new(), |length| format!(", {length}"));
    format!("  {}{length}: {}", it.done_on, it.title)
}

/// What is wrong and where: rows of a sheet are counted, of a calendar lines.
fn place(problem: &RowProblem, is_sheet: bool) -> String {
    let unit = if is_sheet { "row" } else { "line" };
    let column = match problem.column.as_str() {
        "" => String::new(),
        column => format!(", {column}"),
    };
    format!("{unit} {}{column}: {}", problem.row, problem.reason)
}
