//! Which portfolio lay in which file when it was last open here.
//!
//! The copies of a portfolio lie in a folder that goes by its identity, and that stands inside the file. Once
//! the file cannot be read, this list still leads to its copies.

use crate::files;
use crate::places::Places;
use crate::recent::opaque;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// How many are remembered. A file that has not been open for so long may still be found by its name.
const MOST: usize = 200;

/// The identities of portfolios by their paths, the last opened first. Paths are kept as their hashes: the list
/// says nothing about where somebody keeps what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Identities(Vec<(String, String)>);

impl Identities {
    /// As they were kept on this computer; none where they were not, or are damaged.
    pub fn read(places: &Places) -> Self {
        files::read_own(&places.identities()).unwrap_or_default()
    }

    /// The identity of the portfolio that was last open from `path`.
    pub fn of(&self, path: &Path) -> Option<&str> {
        let path = opaque(path);
        let found = self.0.iter().find(|(known, _)| *known == path);
        found.map(|(_, uid)| uid.as_str())
    }

    /// Remembers that the portfolio with this identity lies at `path`. Without the list nothing else is worse
    /// off, so a list that cannot be kept is only logged.
    pub fn remember(places: &Places, path: &Path, uid: &str) {
        let mut known = Self::read(places);
        let entry = (opaque(path), uid.to_owned());
        if known.0.first() == Some(&entry) {
            return;
        }
        known.0.retain(|(path, _)| *path != entry.0);
        known.0.insert(0, entry);
        known.0.truncate(MOST);
        if let Err(failure) = files::write_own(&places.identities(), &known) {
            tracing::warn!(
                ?failure,
                "it was not kept which portfolio lies in which file"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_portfolio_at_a_path_is_the_one_that_counts() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::under(folder.path().into());
        let path = Path::new("/p/mine.aftershift");
        assert_eq!(Identities::read(&places).of(path), None);
        Identities::remember(&places, path, "one");
        Identities::remember(&places, Path::new("/p/other.aftershift"), "two");
        assert_eq!(Identities::read(&places).of(path), Some("one"));
        Identities::remember(&places, path, "three");
        let known = Identities::read(&places);
        assert_eq!((known.of(path), known.0.len()), (Some("three"), 2));
        let kept = std::fs::read_to_string(places.identities()).unwrap();
        assert!(!kept.contains("mine"), "{kept}");
    }

    #[test]
    fn only_so_many_are_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::under(folder.path().into());
        for number in 0..MOST + 5 {
            Identities::remember(
                &places,
                Path::new(&format!("/p/{number}.aftershift")),
                "uid",
            );
        }
        assert_eq!(Identities::read(&places).0.len(), MOST);
    }
}
