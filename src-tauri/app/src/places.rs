//! Where this computer keeps what Aftershift writes unless a person says otherwise.

use std::path::PathBuf;

/// Names a folder that takes the place of both usual ones: for a copy on a stick, and for tests.
pub const DATA_DIR_VARIABLE: &str = "AFTERSHIFT_DATA_DIR";

/// The two folders of the program. Neither needs to exist yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Holds the default portfolio and the verified copies.
    pub data: PathBuf,
    /// Holds `settings.json`, `recent.json` and `identities.json`.
    pub config: PathBuf,
}

impl Places {
    /// The folders that this computer's system has for such things, or the one that
    /// `AFTERSHIFT_DATA_DIR` names.
    #[must_use]
    pub fn of_this_computer() -> Self {
        if let Some(folder) = std::env::var_os(DATA_DIR_VARIABLE).filter(|name| !name.is_empty()) {
            return Self::under(PathBuf::from(folder));
        }
        match directories::ProjectDirs::from("", "", "Aftershift") {
            Some(dirs) => Self {
                data: dirs.data_dir().into(),
                config: dirs.config_dir().into(),
            },
            // A person without a home folder still has the folder they started from.
            None => Self::under(PathBuf::from("Aftershift")),
        }
    }

    /// Both in one folder.
    #[must_use]
    pub fn under(folder: PathBuf) -> Self {
        Self {
            config: folder.join("Settings"),
            data: folder,
        }
    }

    /// The portfolio that is opened where none was asked for.
    #[must_use]
    pub fn default_portfolio(&self) -> PathBuf {
        self.data.join("My portfolio.aftershift")
    }

    /// The folder of the verified copies of the portfolio with this identity.
    #[must_use]
    pub fn backups(&self, uid: &str) -> PathBuf {
        // An identity may come from somebody else's file: it must not lead anywhere.
        let name: String = uid
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_')
            .take(64)
            .collect();
        self.data.join("Backups").join(if name.is_empty() {
            "unnamed"
        } else {
            name.as_str()
        })
    }

    pub(crate) fn settings(&self) -> PathBuf {
        self.config.join("settings.json")
    }

    pub(crate) fn identities(&self) -> PathBuf {
        self.config.join("identities.json")
    }

    pub(crate) fn recent(&self) -> PathBuf {
        self.config.join("recent.json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_from_elsewhere_cannot_lead_out_of_the_folder_of_copies() {
        let places = Places::under(PathBuf::from("/p"));
        assert_eq!(places.backups("../../etc"), PathBuf::from("/p/Backups/etc"));
        assert_eq!(places.backups("…"), PathBuf::from("/p/Backups/unnamed"));
    }
}
