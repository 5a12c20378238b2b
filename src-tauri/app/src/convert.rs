//! What the other crates report, as the contract says it.

use crate::failure::Failure;
use crate::files::shown;
use aftershift_domain::problem::{Problem, Problems};
use aftershift_store::Error;
use std::path::Path;

impl From<Problems> for Failure {
    fn from(problems: Problems) -> Self {
        Self::Invalid {
            problems: problems.0,
        }
    }
}

/// The store knows most failures without the file they belong to; `Failure::about` adds it.
impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let path = String::new();
        match error {
            Error::NotAPortfolio { path, .. } => Self::NotAPortfolio { path: shown(&path) },
            Error::IsDirectory(path) => Self::IsFolder { path: shown(&path) },
            Error::NotFound(path) => Self::NoSuchFile { path: shown(&path) },
            Error::Exists(path) => Self::AlreadyThere { path: shown(&path) },
            Error::Unreadable(path) => Self::NotReadable { path: shown(&path) },
            Error::TooNew { found, known } => Self::TooNew { found, known },
            Error::Locked => Self::Locked { path },
            Error::ReadOnly => Self::ReadOnly { path },
            Error::DiskFull => Self::DiskFull,
            Error::Corrupt(what) => Self::Damaged { what: vec![what] },
            Error::SchemaChanged => Self::Damaged {
                what: vec![
                    "another program has changed how the file is built, so that it cannot be trusted"
                        .into(),
                ],
            },
            Error::NoSuch { kind, .. } => Self::NotFound { kind: kind.into() },
            Error::TooLarge { limit, .. } => invalid(
                "text",
                format!(
                    "This is too long to be kept in one piece; at most {} million characters can be.",
                    limit / 1_000_000
                ),
            ),
            Error::Refused(reason) => Self::File { operation: "change".into(), path, reason },
            Error::NotEmpty => Self::NotEmpty,
            Error::Interrupted => Self::Cancelled,
            Error::Io { doing, path, source } => Self::File {
                operation: doing.into(),
                path: shown(&path),
                reason: source.to_string(),
            },
            Error::Database(source) => {
                Self::File { operation: "use".into(), path, reason: source.to_string() }
            }
        }
    }
}

/// One thing to correct.
pub(crate) fn invalid(field: &str, reason: impl Into<String>) -> Failure {
    Failure::Invalid {
        problems: vec![Problem {
            field: field.into(),
            reason: reason.into(),
        }],
    }
}

/// The thing of this kind is not there.
pub(crate) fn not_found(kind: &str) -> Failure {
    Failure::NotFound { kind: kind.into() }
}

/// A count as the contract has it: nothing in a portfolio comes near the limit.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Failure {
    /// The same failure with the file it is about, where none was named.
    #[must_use]
    pub(crate) fn about(mut self, file: &Path) -> Self {
        match &mut self {
            Self::Locked { path } | Self::ReadOnly { path } | Self::File { path, .. }
                if path.is_empty() =>
            {
                *path = shown(file);
            }
            _ => {}
        }
        self
    }

    /// The code that stands in the wire form, for the log.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Invalid { .. } => "invalid",
            Self::NotFound { .. } => "notFound",
            Self::NothingOpen => "nothingOpen",
            Self::NoSuchFile { .. } => "noSuchFile",
            Self::NoSuchFolder { .. } => "noSuchFolder",
            Self::IsFolder { .. } => "isFolder",
            Self::NotAPortfolio { .. } => "notAPortfolio",
            Self::TooNew { .. } => "tooNew",
            Self::Locked { .. } => "locked",
            Self::ReadOnly { .. } => "readOnly",
            Self::NotReadable { .. } => "notReadable",
            Self::DiskFull => "diskFull",
            Self::Damaged { .. } => "damaged",
            Self::AlreadyThere { .. } => "alreadyThere",
            Self::NotEmpty => "notEmpty",
            Self::NotTheFormat { .. } => "notTheFormat",
            Self::CannotImport { .. } => "cannotImport",
            Self::CannotKeepFile { .. } => "cannotKeepFile",
            Self::CannotSign { .. } => "cannotSign",
            Self::File { .. } => "file",
            Self::Cancelled => "cancelled",
            Self::Bug { .. } => "bug",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_of_the_store_names_the_file_that_is_open() {
        let failure = Failure::from(Error::Locked).about(Path::new("/p/mine.aftershift"));
        assert_eq!(
            failure,
            Failure::Locked {
                path: "/p/mine.aftershift".into()
            }
        );
        let failure = Failure::from(Error::NotFound("/p/other".into())).about(Path::new("/p/mine"));
        assert_eq!(
            failure,
            Failure::NoSuchFile {
                path: "/p/other".into()
            }
        );
    }

    #[test]
    fn the_code_in_the_log_is_the_code_on_the_wire() {
        for failure in [
            Failure::NothingOpen,
            Failure::DiskFull,
            Failure::NotEmpty,
            Failure::Cancelled,
            not_found("reflection"),
            invalid("title", "Write a title."),
            Failure::TooNew { found: 2, known: 1 },
            Failure::Bug {
                reference: "r".into(),
            },
        ] {
            let wire = serde_json::to_value(&failure).unwrap();
            assert_eq!(wire["code"], failure.code());
        }
    }
}
