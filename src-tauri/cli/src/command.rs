//! Doing what was asked.

use crate::arguments::{
    Check, Command, Export, Import, New, PdfChoices, Sample, Search, StyleName, Verify,
};
use crate::hours;
use crate::import_log;
use crate::output::Output;
use crate::words;
use aftershift_app::wire::{
    BinKind, ExportOptions, ExportedPdf, LogForm, SearchFor, SearchHit, Sheet,
};
use aftershift_app::{App, Clock, Failure, Progress, Style, citation_style};
use aftershift_domain::problem::Problem;
use chrono::{FixedOffset, NaiveDate, NaiveTime};
use serde_json::json;
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// How it ended.
#[derive(Debug)]
pub enum Outcome {
    /// It was done.
    Done,
    /// The check was done and found damage.
    Damaged,
    /// It was not done.
    Failed(Failure),
    /// It was asked for wrongly.
    Misused(Failure),
}

impl From<Result<(), Failure>> for Outcome {
    fn from(result: Result<(), Failure>) -> Self {
        match result {
            Ok(()) => Self::Done,
            Err(failure) => Self::Failed(failure),
        }
    }
}

/// Runs a command.
pub fn run(command: Command, output: &Output) -> Outcome {
    match command {
        Command::New(it) => new(&it, output).into(),
        Command::Sample(it) => sample(&it, output).into(),
        Command::Import(it) => import(&it, output).into(),
        Command::ImportLog(it) => import_log::run(&it, output).into(),
        Command::Export(it) => export(&it, output),
        Command::Hours(it) => hours::run(it, output),
        Command::Search(it) => search(&it, output).into(),
        Command::Check(it) => check(&it, output).unwrap_or_else(Outcome::Failed),
        Command::Verify(it) => verify(&it, output).unwrap_or_else(Outcome::Failed),
    }
}

/// The program, with `as_of` in the place of today.
pub fn app(as_of: Option<NaiveDate>) -> App {
    let clock = as_of
        .zip(FixedOffset::east_opt(0))
        .map_or(Clock::System, |(day, zone)| {
            Clock::Fixed(day.and_time(NaiveTime::MIN).and_utc(), zone)
        });
    App::without_traces(clock, as_of)
}

/// Opens a portfolio, does `work` with it and closes it again. A fault in `work` is reported as such.
pub fn with_portfolio<T>(
    app: &App,
    path: &Path,
    work: impl FnOnce(&App) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let done = aftershift_app::dispatch::run(app, "batch", |app| {
        app.open_file(path)?;
        work(app)
    });
    app.close();
    done
}

fn new(it: &New, output: &Output) -> Result<(), Failure> {
    app(None).write_new(&it.file, it.force)?;
    let file = it.file.display().to_string();
    output.answer(&json!({ "file": file }), || format!("Made “{file}”."));
    Ok(())
}

fn sample(it: &Sample, output: &Output) -> Result<(), Failure> {
    app(it.as_of).write_sample(&it.file, it.force)?;
    let file = it.file.display().to_string();
    output.answer(&json!({ "file": file }), || {
        format!("Wrote the sample portfolio to “{file}”.")
    });
    Ok(())
}

fn import(it: &Import, output: &Output) -> Result<(), Failure> {
    output.progress("Reading and checking the file …");
    let done = app(None).import_into(&it.source, &it.into);
    output.progress("");
    let (added, known) = done?;
    let file = it.into.display().to_string();
    let answer = json!({ "file": file, "added": added, "known": known });
    output.answer(&answer, || {
        let source = it.source.display();
        match (added, known) {
            (_, 0) => format!("Imported “{source}” into “{file}”."),
            (0, _) => format!("Everything in “{source}” is in “{file}” already: nothing was added."),
            _ => format!(
                "Added what was new in “{source}” to “{file}”: {added} new, {known} there already and left as they are."
            ),
        }
    });
    Ok(())
}

fn export(it: &Export, output: &Output) -> Outcome {
    let targets = targets(it);
    for (number, target) in targets.iter().enumerate() {
        let twice = targets
            .iter()
            .take(number)
            .any(|other| is_same(other, target));
        if twice || is_same(target, &it.file) {
            let reason = format!(
                "“{}” is named twice: what is read and what is written must be different files.",
                target.display()
            );
            let problem = Problem {
                field: String::new(),
                reason,
            };
            return Outcome::Misused(Failure::Invalid {
                problems: vec![problem],
            });
        }
    }
    write_exports(it, output).into()
}

fn write_exports(it: &Export, output: &Output) -> Result<(), Failure> {
    // Before the work, so that none is written when one is refused.
    for target in targets(it) {
        if target.exists() && !it.force {
            return Err(Failure::AlreadyThere {
                path: target.display().to_string(),
            });
        }
    }
    let style = it.citation_style.as_ref().map(style).transpose()?;
    with_portfolio(&app(it.as_of).citing_in(style), &it.file, |app| {
        if let Some(target) = &it.pdf {
            let tell = |progress: Progress| {
                output.progress(&format!(
                    "{} ({} of {})",
                    progress.stage, progress.done, progress.total
                ));
            };
            let never = AtomicBool::new(false);
            let options = options(app, &it.choices)?;
            let written = app.export_pdf(target, &options, &tell, &never, it.force);
            output.progress("");
            say_written(target, &written?, output);
        }
        if let Some(target) = &it.audit {
            let written = app.export_audit(target, it.force)?;
            say_written(target, &written, output);
        }
        if let Some(target) = &it.json {
            output.progress("Writing the open format …");
            let written = app.export_json(target, it.force);
            output.progress("");
            written?;
            output.answer(&(), || format!("Wrote “{}”.", target.display()));
        }
        for (form, target) in logs(it) {
            if let Some(target) = target {
                app.export_log(form, target, it.force)?;
                output.answer(&(), || format!("Wrote “{}”.", target.display()));
            }
        }
        Ok(())
    })
}

/// The style that is named.
fn style(name: &StyleName) -> Result<Style, Failure> {
    match name {
        StyleName::Known(choice) => Ok(citation_style::known(*choice)),
        StyleName::File(path) => Ok(citation_style::read_style(path)?.1),
    }
}

/// Says what was written, and what in it is not as it was meant.
fn say_written(target: &Path, written: &ExportedPdf, output: &Output) {
    output.answer(&(), || match written.pages {
        1 => format!("Wrote “{}”, 1 page.", target.display()),
        pages => format!("Wrote “{}”, {pages} pages.", target.display()),
    });
    if !written.missing.is_empty() {
        output.warn(&format!(
            "no font on this computer has these characters, which are drawn as a box: {}.",
            written.missing.join(", ")
        ));
    }
    for notice in &written.notices {
        output.warn(notice);
    }
}

/// The log in each form, and where it goes if it is asked for.
fn logs(it: &Export) -> [(LogForm, Option<&Path>); 3] {
    [
        (LogForm::Csv, it.csv.as_deref()),
        (LogForm::Xlsx, it.xlsx.as_deref()),
        (LogForm::Ics, it.ics.as_deref()),
    ]
}

/// Every file that is to be written.
fn targets(it: &Export) -> Vec<&Path> {
    let whole = [&it.pdf, &it.audit, &it.json].map(Option::as_deref);
    let logs = logs(it).into_iter().map(|(_, target)| target);
    whole.into_iter().chain(logs).flatten().collect()
}

/// What goes into a PDF: what the profile chooses, changed by the flags.
fn options(app: &App, choices: &PdfChoices) -> Result<ExportOptions, Failure> {
    let profile = app.profile_named(&choices.profile)?;
    let said = |given: &Option<String>, usual: String| given.clone().unwrap_or(usual);
    Ok(ExportOptions {
        hours: profile.hours && !choices.no_hours,
        reflections: profile.reflections && !choices.no_reflections,
        drafts: profile.drafts || choices.drafts,
        coarse_dates: profile.coarse_dates && !choices.exact_dates,
        from: choices.from.or(profile.from),
        to: choices.to.or(profile.to),
        ragged_right: profile.ragged_right || choices.ragged,
        large_print: profile.large_print || choices.large_print,
        data: choices.data.unwrap_or(profile.data),
        sign: profile.sign || choices.sign,
        recipient: said(&choices.recipient, profile.recipient),
        title: said(&choices.title, profile.title),
        module: said(&choices.module, profile.module),
        by_module: profile.by_module || choices.by_module,
        paper: if choices.letter {
            Sheet::Letter
        } else {
            profile.paper
        },
        theory_id: match &choices.theory {
            Some(key) => Some(app.work_of_key(key)?),
            None => profile.theory_id,
        },
        reflection_ids: if choices.account.is_empty() {
            profile.reflection_ids
        } else {
            app.accounts_titled(&choices.account)?
        },
        audience: profile.audience,
        since: profile.since,
    })
}

/// Whether two paths are one file, whether it is there yet or not.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| {
        path.canonicalize()
            .or_else(|_| std::path::absolute(path))
            .ok()
    };
    real(one).is_some_and(|one| real(other) == Some(one))
}

fn search(it: &Search, output: &Output) -> Result<(), Failure> {
    let request = SearchFor {
        text: it.text.clone(),
    };
    let found = with_portfolio(&app(None), &it.file, |app| app.search(request))?;
    output.answer(&found, || {
        if found.hits.is_empty() {
            return "Nothing was found.".into();
        }
        found.hits.iter().map(hit).collect::<Vec<_>>().join("\n")
    });
    Ok(())
}

fn hit(hit: &SearchHit) -> String {
    let kind = match hit.kind {
        BinKind::Reflection => "Reflection",
        BinKind::Activity => "Activity",
        BinKind::Recurrence => "Recurring entry",
        BinKind::Theory => "Theory",
        BinKind::TheoryLink => "Link to theory",
        BinKind::Evidence => "File",
        BinKind::Model => "Model",
    };
    let excerpt: String = hit.excerpt.iter().map(|run| run.text.as_str()).collect();
    let excerpt = excerpt.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{kind}: {}\n    {excerpt}", hit.title)
}

fn check(it: &Check, output: &Output) -> Result<Outcome, Failure> {
    output.progress("Checking everything in the portfolio …");
    let found = with_portfolio(&app(None), &it.file, App::check);
    output.progress("");
    let found = found?;
    output.answer(
        &json!({ "sound": found.is_empty(), "damage": found }),
        || {
            let file = it.file.display();
            if found.is_empty() {
                return format!("“{file}” is sound: everything in it is as it was written.");
            }
            let list: Vec<String> = found
                .iter()
                .map(|one| format!("  {}", words::damage(one)))
                .collect();
            format!(
                "“{file}” is damaged. Keep it, and restore a copy in Aftershift’s settings.\n{}",
                list.join("\n")
            )
        },
    );
    Ok(if found.is_empty() {
        Outcome::Done
    } else {
        Outcome::Damaged
    })
}

fn verify(it: &Verify, output: &Output) -> Result<Outcome, Failure> {
    output.progress("Reading the PDF …");
    let found = app(None).verify_pdf(&it.file);
    output.progress("");
    let found = found?;
    output.answer(&found, || {
        words::verified(&it.file.display().to_string(), &found)
    });
    Ok(if found.as_exported {
        Outcome::Done
    } else {
        Outcome::Damaged
    })
}
