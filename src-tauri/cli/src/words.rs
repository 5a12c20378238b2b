//! What went wrong, in one plain sentence: what happened, what it means for the work, what to do.

use aftershift_app::verify::{Standing, Verified};
use aftershift_app::{Damage, DamagedPlace, Failure};
use aftershift_domain::problem::Problem;

/// The most things that are listed before the rest is counted.
const MOST: usize = 20;

/// Says whether a PDF is as it was exported.
pub fn verified(file: &str, found: &Verified) -> String {
    let mut lines = vec![if found.as_exported {
        format!("“{file}” is as it was exported.")
    } else {
        format!("“{file}” was changed after it was exported.")
    }];
    let files = match found.file_count {
        1 => "1 file".to_owned(),
        many => format!("{many} files"),
    };
    for (what, standing) in [
        ("Text".to_owned(), found.text),
        ("Data".to_owned(), found.data),
        (format!("Files ({files})"), found.files),
    ] {
        let says = match standing {
            Standing::AsExported => "as exported",
            Standing::Changed => "changed",
            Standing::NotThere => "none inside",
        };
        lines.push(format!("  {what}: {says}"));
    }
    if !found.fingerprint.is_empty() {
        lines.push(format!("  Fingerprint: {}", found.fingerprint));
    }
    lines.push(
        "This is what the PDF says of itself. To know that nobody changed that as well, compare the fingerprint with \
         the one that the apprentice has."
            .into(),
    );
    lines.join("\n")
}

/// Says why something was not done.
pub fn failure(failure: &Failure) -> String {
    match failure {
        Failure::Invalid { problems } => invalid(problems),
        Failure::NotFound { kind } => {
            format!("There is no such {kind} in the portfolio, and nothing was changed.")
        }
        Failure::NothingOpen => "No portfolio is open: name one.".into(),
        Failure::NoSuchFile { path } => {
            format!("There is no file “{path}”: check its name and folder.")
        }
        Failure::NoSuchFolder { path } => format!(
            "There is no folder “{path}”, and nothing was written: make it, or name another."
        ),
        Failure::IsFolder { path } => format!("“{path}” is a folder: name a file in it."),
        Failure::NotAPortfolio { path } => format!(
            "“{path}” is not an Aftershift portfolio and was left as it is: choose a file that \
             Aftershift made."
        ),
        Failure::TooNew { found, known } => format!(
            "This file was written by a newer version of Aftershift and was left as it is (its format is \
             {found}, and this version knows up to {known}): update Aftershift to use it."
        ),
        Failure::Locked { path } => {
            format!("“{path}” is open in Aftershift: close it there first.")
        }
        Failure::ReadOnly { path } => format!(
            "“{path}” may not be written, and nothing was changed: choose another place, or allow it in \
             the properties of the file and its folder."
        ),
        Failure::NotReadable { path } => {
            format!("“{path}” may not be read: allow it in the properties of the file.")
        }
        Failure::DiskFull => {
            "The disk is full, and nothing was changed: make room and try again.".into()
        }
        Failure::Damaged { what } => format!(
            "The portfolio is damaged: {}. Keep the file, and restore a copy in Aftershift’s settings.",
            what.join("; ").trim_end_matches('.')
        ),
        Failure::AlreadyThere { path } => format!(
            "“{path}” is there already and was left as it is: choose another name, or add --force to \
             replace it."
        ),
        Failure::NotEmpty => {
            "The portfolio holds something already and was left as it is: an import \
                              fills a new or an empty one."
                .into()
        }
        Failure::NotTheFormat { place, expected } if place.is_empty() => {
            format!(
                "The file cannot be imported, and nothing was changed: there should be {expected}."
            )
        }
        Failure::NotTheFormat { place, expected } => format!(
            "The file cannot be imported, and nothing was changed: at {place} there should be {expected}."
        ),
        Failure::CannotImport { reason } => format!("{reason} Nothing was changed."),
        Failure::CannotKeepFile { reason } => reason.clone(),
        Failure::CannotSign { reason } => {
            format!(
                "The PDF cannot be signed: {reason}. Nothing was written; try again, or leave --sign out."
            )
        }
        Failure::File {
            operation,
            path,
            reason,
        } => {
            format!("The system refused to {operation} “{path}”: {reason}.")
        }
        Failure::Cancelled => "It was stopped, and nothing was changed.".into(),
        Failure::Bug { reference } => format!(
            "Something is wrong with Aftershift itself, and nothing was changed: please report it with \
             this reference: {reference}."
        ),
    }
}

fn invalid(problems: &[Problem]) -> String {
    let line = |problem: &Problem| match problem.field.as_str() {
        "" => problem.reason.clone(),
        field => format!("{field}: {}", problem.reason),
    };
    let mut lines: Vec<String> = problems.iter().take(MOST).map(line).collect();
    if problems.len() > MOST {
        lines.push(format!("… and {} more.", problems.len() - MOST));
    }
    if let [only] = lines.as_slice() {
        only.clone()
    } else {
        format!("Nothing was changed. To correct:\n  {}", lines.join("\n  "))
    }
}

/// Says what is damaged.
pub fn damage(damage: &Damage) -> String {
    let what = match damage.place {
        DamagedPlace::File => "The file itself".to_owned(),
        DamagedPlace::Row => format!("A row of “{}”", damage.table),
        DamagedPlace::Reference => format!("A reference in “{}”", damage.table),
        DamagedPlace::Attachment => "A file kept as evidence".to_owned(),
        DamagedPlace::Search => "The search index (nothing that was written is lost)".to_owned(),
    };
    let id = damage
        .id
        .as_ref()
        .map_or_else(String::new, |id| format!(" ({id})"));
    format!("{what}{id}: {}.", damage.detail.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(field: &str) -> Problem {
        Problem {
            field: field.into(),
            reason: "Write a title.".into(),
        }
    }

    #[test]
    fn one_thing_to_correct_is_one_sentence() {
        let failed = Failure::Invalid {
            problems: vec![problem("title")],
        };
        assert_eq!(failure(&failed), "title: Write a title.");
    }

    #[test]
    fn many_things_to_correct_are_counted() {
        let problems: Vec<_> = (0..30)
            .map(|n| problem(&format!("activities[{n}].title")))
            .collect();
        let said = failure(&Failure::Invalid { problems });
        assert!(said.starts_with("Nothing was changed. To correct:\n  activities[0].title: "));
        assert!(said.ends_with("\n  … and 10 more."));
    }

    #[test]
    fn a_file_that_is_open_elsewhere_says_what_to_do() {
        let said = failure(&Failure::Locked {
            path: "mine.aftershift".into(),
        });
        assert_eq!(
            said,
            "“mine.aftershift” is open in Aftershift: close it there first."
        );
    }
}
