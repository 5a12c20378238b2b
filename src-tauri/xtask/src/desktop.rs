//! A small desktop on a virtual display: what the journeys, and the trial of an installer, run in.
//!
//! The window manager matters: focus, sizes and polite closing are its work. So does the session bus: a second
//! launch finds the first window through it.

use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::tool::{Tool, tool};

/// Runs this very program again inside a virtual display with a session bus of its own.
pub fn virtual_desktop(command: &str, places_root: &Path) -> Outcome<Tool> {
    let own = std::env::current_exe()
        .map_err(|error| format!("This program cannot find itself: {error}."))?;
    Ok(tool("xvfb-run")
        .args([
            "--auto-servernum",
            "--server-args=-screen 0 1600x1000x24 -nolisten tcp",
        ])
        .args(["dbus-run-session", "--"])
        .arg(own)
        .arg(command)
        .within(places_root)
        // The same letters and order wherever this runs.
        .env("LC_ALL", "C.UTF-8")
        // On a person's own desktop the window would open beside their work.
        .env("GDK_BACKEND", "x11")
        .env("WAYLAND_DISPLAY", "")
        // No accessibility bus is there to answer, and the toolkit would complain about it.
        .env("NO_AT_BRIDGE", "1"))
}

/// `inside-desktop PROGRAM …`: with a window manager about, runs a program and ends as it ends.
pub fn inside(program: &str, arguments: &[&str]) -> ExitCode {
    let mut manager = match window_manager() {
        Ok(manager) => manager,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::FAILURE;
        }
    };
    let ended = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .status();
    stop(&mut manager);
    match ended {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("`{program}` could not be started: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// `window-appears PROGRAM`: starts a program, waits for its window, closes that politely, and expects the end.
pub fn window_appears(program: &str) -> Outcome {
    let mut manager = window_manager()?;
    let outcome = Command::new(program)
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| format!("`{program}` could not be started: {error}."))
        .and_then(|mut app| {
            let outcome = appears_and_closes(&mut app);
            stop(&mut app);
            outcome
        });
    stop(&mut manager);
    outcome
}

fn appears_and_closes(app: &mut Child) -> Outcome {
    let mut window = String::new();
    until(
        "the window of the installed program appears",
        Duration::from_secs(60),
        || {
            if let Ok(Some(status)) = app.try_wait() {
                return Err(format!(
                    "The installed program ended with {status} before it showed a window."
                ));
            }
            window = tool("xdotool")
                .args(["search", "--onlyvisible", "--name", "Aftershift"])
                .output();
            Ok(!window.trim().is_empty())
        },
    )?;
    let first = window.lines().next().unwrap_or_default();
    println!(
        "The window is there: “{}”.",
        tool("xdotool")
            .args(["getwindowname", first])
            .output()
            .trim()
    );
    // The window manager then asks the program to close, as it does for a person who clicks on the cross. A key
    // pressed for it can be missed by a window manager that is busy.
    tool("wmctrl")
        .args(["-i", "-c", first])
        .run("closing the window")?;
    until(
        "the installed program ends after its window closed",
        Duration::from_secs(30),
        || {
            app.try_wait()
                .map(|ended| ended.is_some())
                .map_err(|error| error.to_string())
        },
    )
}

/// openbox, once it answers.
fn window_manager() -> Outcome<Child> {
    let mut manager = Command::new("openbox")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("The window manager openbox could not be started: {error}."))?;
    let ready = until(
        "the window manager is ready",
        Duration::from_secs(20),
        || {
            // Only a window manager knows how many desktops there are.
            Ok(tool("xdotool").arg("get_num_desktops").succeeds())
        },
    );
    match ready {
        Ok(()) => Ok(manager),
        Err(sentence) => {
            stop(&mut manager);
            Err(sentence)
        }
    }
}

/// Asks until the answer is yes, or the time is up.
fn until(what: &str, limit: Duration, mut done: impl FnMut() -> Outcome<bool>) -> Outcome {
    let start = Instant::now();
    while !done()? {
        if start.elapsed() > limit {
            return Err(format!(
                "Waited {} seconds until {what}, in vain.",
                limit.as_secs()
            ));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

fn stop(child: &mut Child) {
    // It may have ended by itself, which is as good.
    let _ = child.kill();
    let _ = child.wait();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_ends_with_the_condition_or_with_a_sentence() {
        let mut asked = 0;
        let outcome = until("three", Duration::from_secs(5), || {
            asked += 1;
            Ok(asked == 3)
        });
        assert_eq!((outcome, asked), (Ok(()), 3));
        let vain = until("never", Duration::ZERO, || Ok(false));
        assert_eq!(
            vain,
            Err("Waited 0 seconds until never, in vain.".to_owned())
        );
    }
}
