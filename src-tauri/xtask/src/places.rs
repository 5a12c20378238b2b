//! Where things are: the checkout, the build results, the cache.

use std::env;
use std::path::{Path, PathBuf};

/// The folders that every command works with.
pub struct Places {
    /// The checkout.
    pub root: PathBuf,
    /// Where Cargo builds.
    pub target: PathBuf,
    /// Tools that are slow to build and the same for every checkout.
    pub tools: PathBuf,
}

impl Places {
    /// Finds them from the environment and from where this crate lives.
    pub fn find() -> Places {
        // At run time Cargo says where the crate is now; the place it was built in may be gone.
        let here = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here
            .ancestors()
            .nth(2)
            .unwrap_or(Path::new("."))
            .to_path_buf();
        let cache = cache();
        let target = match env::var_os("CARGO_TARGET_DIR").filter(|value| !value.is_empty()) {
            Some(given) => absolute(&given),
            // A check server throws the checkout away and keeps the home folder: build there, and the next run is quick.
            None if in_ci() => cache.join("target"),
            None => root.join("target"),
        };
        Places {
            root,
            target,
            tools: cache.join("tools"),
        }
    }

    /// The interface: the npm package.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The journeys in the real window: an npm package of their own.
    pub fn e2e(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }

    /// What a person may want to look at afterwards stays in the checkout, wherever Cargo builds.
    pub fn results(&self) -> PathBuf {
        self.root.join("target")
    }

    /// A program that Cargo built.
    pub fn built(&self, profile: &str, name: &str) -> PathBuf {
        self.target
            .join(profile)
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }
}

/// Whether a check server runs this.
pub fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

/// A path that a child with another working folder understands.
fn absolute(path: impl AsRef<Path>) -> PathBuf {
    std::path::absolute(path.as_ref()).unwrap_or_else(|_| path.as_ref().to_path_buf())
}

fn cache() -> PathBuf {
    let from = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let base = from("XDG_CACHE_HOME")
        .or_else(|| from("LOCALAPPDATA"))
        .or_else(|| {
            let place = if cfg!(target_os = "macos") {
                "Library/Caches"
            } else {
                ".cache"
            };
            from("HOME").map(|home| home.join(place))
        })
        .unwrap_or_else(env::temp_dir);
    absolute(base).join("aftershift")
}
