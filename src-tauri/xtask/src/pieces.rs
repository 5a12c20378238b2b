//! Systems without apt-get: names what is missing and the command that installs it, and installs nothing itself.

use crate::Outcome;
use crate::tool::{on_path, tool};

/// What the pieces are wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Building the command-line tool.
    Compile,
    /// Building and opening the window.
    Window,
    /// Running every test.
    Test,
}

/// One thing that must be there.
struct Piece {
    name: &'static str,
    from: Purpose,
    present: fn() -> bool,
    install: &'static str,
}

/// Says in one go everything that is missing.
pub fn all_here(purpose: Purpose) -> Outcome {
    let missing: Vec<Piece> = pieces()
        .into_iter()
        .filter(|piece| piece.from <= purpose && !(piece.present)())
        .collect();
    tell(&missing)
}

fn tell(missing: &[Piece]) -> Outcome {
    if missing.is_empty() {
        return Ok(());
    }
    let mut text =
        "Some pieces are missing. Install each with the command beside it, then try again:"
            .to_owned();
    for piece in missing {
        text.push_str(&format!("\n  {}: {}", piece.name, piece.install));
    }
    Err(text)
}

/// What this system needs.
fn pieces() -> Vec<Piece> {
    if cfg!(target_os = "macos") {
        vec![
            Piece {
                name: "Apple's command-line tools",
                from: Purpose::Compile,
                present: || tool("xcode-select").arg("-p").succeeds(),
                install: "xcode-select --install",
            },
            Piece {
                name: "qpdf",
                from: Purpose::Test,
                present: || on_path("qpdf"),
                install: "brew install qpdf",
            },
            Piece {
                name: "Poppler",
                from: Purpose::Test,
                present: || on_path("pdftotext"),
                install: "brew install poppler",
            },
            Piece {
                name: "a Java with its compiler",
                from: Purpose::Test,
                present: crate::validator::has_java,
                install: "brew install --cask temurin",
            },
            Piece {
                name: "Python with pip",
                from: Purpose::Test,
                present: crate::validator::has_pip,
                install: "brew install python",
            },
            Piece {
                name: "a Chromium browser",
                from: Purpose::Test,
                present: || crate::setup::browser().is_some(),
                install: "brew install --cask google-chrome",
            },
        ]
    } else if cfg!(windows) {
        vec![
            Piece {
                name: "the WebView2 runtime",
                from: Purpose::Window,
                present: has_webview2,
                install: "winget install Microsoft.EdgeWebView2Runtime",
            },
            Piece {
                name: "qpdf",
                from: Purpose::Test,
                present: || on_path("qpdf"),
                install: "winget install qpdf.qpdf",
            },
            Piece {
                name: "Poppler",
                from: Purpose::Test,
                present: || on_path("pdftotext"),
                install: "winget install oschwartz10612.Poppler",
            },
            Piece {
                name: "a Java with its compiler",
                from: Purpose::Test,
                present: crate::validator::has_java,
                install: "winget install EclipseAdoptium.Temurin.21.JDK",
            },
            Piece {
                name: "Python with pip",
                from: Purpose::Test,
                present: crate::validator::has_pip,
                install: "winget install Python.Python.3.13",
            },
            Piece {
                name: "a Chromium browser",
                from: Purpose::Test,
                present: || crate::setup::browser().is_some(),
                install: "winget install Google.Chrome",
            },
        ]
    } else {
        other_linux()
    }
}

/// A Linux of another family: the piece, and the package in Fedora's, Arch's and openSUSE's names.
fn other_linux() -> Vec<Piece> {
    vec![
        Piece {
            name: "a C compiler",
            from: Purpose::Compile,
            present: || on_path("cc"),
            install: "dnf install gcc (Fedora), pacman -S base-devel (Arch), zypper install gcc (openSUSE)",
        },
        Piece {
            name: "WebKitGTK 4.1 with its headers",
            from: Purpose::Window,
            present: || {
                tool("pkg-config")
                    .args(["--exists", "webkit2gtk-4.1"])
                    .succeeds()
            },
            install: "dnf install pkgconf webkit2gtk4.1-devel (Fedora), pacman -S pkgconf webkit2gtk-4.1 (Arch), \
                      zypper install pkg-config webkit2gtk3-devel (openSUSE)",
        },
        Piece {
            name: "WebKitWebDriver",
            from: Purpose::Test,
            present: || on_path("WebKitWebDriver"),
            install: "dnf install webkit2gtk-driver (Fedora); Arch and openSUSE have it with WebKitGTK",
        },
        Piece {
            name: "a virtual display",
            from: Purpose::Test,
            present: || on_path("xvfb-run"),
            install: "dnf install xorg-x11-server-Xvfb (Fedora), pacman -S xorg-server-xvfb (Arch), \
                      zypper install xvfb-run (openSUSE)",
        },
        Piece {
            name: "a Java with its compiler, and pip",
            from: Purpose::Test,
            present: || crate::validator::has_java() && crate::validator::has_pip(),
            install: "dnf install java-latest-openjdk-devel python3-pip (Fedora), pacman -S jdk-openjdk python-pip (Arch), \
                      zypper install java-devel python3-pip (openSUSE)",
        },
        Piece {
            name: "openbox, xdotool, wmctrl, strace, qpdf, Poppler's tools and Chromium",
            from: Purpose::Test,
            present: || {
                [
                    "openbox",
                    "xdotool",
                    "wmctrl",
                    "strace",
                    "qpdf",
                    "pdftotext",
                ]
                .into_iter()
                .all(on_path)
                    && crate::setup::browser().is_some()
            },
            install: "dnf install openbox xdotool wmctrl strace qpdf poppler-utils chromium (Fedora), \
                      pacman -S openbox xdotool wmctrl strace qpdf poppler chromium (Arch), \
                      zypper install openbox xdotool wmctrl strace qpdf poppler-tools chromium (openSUSE)",
        },
    ]
}

/// Microsoft's own test for the runtime: its entry in the registry.
fn has_webview2() -> bool {
    let id = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    [r"HKLM\SOFTWARE\WOW6432Node", r"HKCU\Software"]
        .iter()
        .any(|hive| {
            tool("reg")
                .args(["query", &format!(r"{hive}\{id}"), "/v", "pv"])
                .succeeds()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_missing_is_told_at_once_with_its_command() {
        let piece = |name, install| Piece {
            name,
            from: Purpose::Test,
            present: || false,
            install,
        };
        let said = tell(&[
            piece("qpdf", "brew install qpdf"),
            piece("Poppler", "brew install poppler"),
        ])
        .unwrap_err();
        assert!(
            said.contains("qpdf: brew install qpdf\n  Poppler: brew install poppler"),
            "{said}"
        );
        assert!(tell(&[]).is_ok());
    }

    #[test]
    fn building_asks_for_less_than_testing() {
        let of = |purpose| {
            other_linux()
                .iter()
                .filter(|piece| piece.from <= purpose)
                .count()
        };
        assert!(
            of(Purpose::Compile) < of(Purpose::Window) && of(Purpose::Window) < of(Purpose::Test)
        );
    }
}
