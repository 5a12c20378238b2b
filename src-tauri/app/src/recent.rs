//! Which portfolios were open before.

use crate::files;
use crate::places::Places;
use crate::wire::RecentPortfolio;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// How many are remembered.
const MOST: usize = 10;

/// The portfolios that were open before, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Recent(Vec<PathBuf>);

impl Recent {
    /// As it was kept on this computer; nothing where it was not, or is damaged.
    pub fn read(places: &Places) -> Self {
        files::read_own(&places.recent()).unwrap_or_default()
    }

    /// Keeps it. It is a convenience: if it cannot be kept, nothing else should fail.
    pub fn keep(&self, places: &Places) {
        if let Err(failure) = files::write_own(&places.recent(), self) {
            tracing::warn!(?failure, "the list of recent portfolios could not be kept");
        }
    }

    /// Puts `path` at the head.
    pub fn put(&mut self, path: &Path) {
        self.forget(path);
        self.0.insert(0, path.into());
        self.0.truncate(MOST);
    }

    /// Leaves `path` out.
    pub fn forget(&mut self, path: &Path) {
        self.0.retain(|other| other != path);
    }

    /// The path that an opaque id stands for.
    pub fn path(&self, id: &str) -> Option<&Path> {
        self.0
            .iter()
            .map(PathBuf::as_path)
            .find(|path| opaque(path) == id)
    }

    /// All but the one that is open, for people to choose from.
    pub fn others(&self, open: Option<&Path>) -> Vec<RecentPortfolio> {
        let others = self.0.iter().filter(|path| open != Some(path.as_path()));
        others
            .map(|path| RecentPortfolio {
                id: opaque(path),
                name: files::name_of(path),
                folder: files::folder_of(path),
            })
            .collect()
    }
}

/// Stands for a path where the path itself must not pass: in the window's contents.
pub(crate) fn opaque(path: &Path) -> String {
    let hash = Sha256::digest(path.as_os_str().as_encoded_bytes());
    hash.iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_comes_first_and_none_twice() {
        let mut recent = Recent::default();
        for name in ["a", "b", "a"] {
            recent.put(
                Path::new("/p")
                    .join(name)
                    .with_extension("aftershift")
                    .as_path(),
            );
        }
        let names: Vec<_> = recent
            .others(None)
            .into_iter()
            .map(|other| other.name)
            .collect();
        assert_eq!(names, ["a", "b"]);
        assert_eq!(recent.others(Some(Path::new("/p/a.aftershift"))).len(), 1);
    }

    #[test]
    fn an_opaque_id_leads_back_to_its_path_and_shows_nothing_of_it() {
        let mut recent = Recent::default();
        recent.put(Path::new("/home/amara/portfolio.aftershift"));
        let id = recent.others(None).remove(0).id;
        assert!(!id.contains("amara"));
        assert_eq!(
            recent.path(&id),
            Some(Path::new("/home/amara/portfolio.aftershift"))
        );
        assert_eq!(recent.path("elsewhere"), None);
    }

    #[test]
    fn only_so_many_are_remembered() {
        let mut recent = Recent::default();
        (0..30).for_each(|n| recent.put(Path::new(&format!("/p/{n}.aftershift"))));
        assert_eq!(recent.others(None).len(), MOST);
    }
}
