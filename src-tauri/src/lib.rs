//! The window around the product: it opens the file, shows the interface, asks the system's dialogs and
//! hands every command to `aftershift-app`. It decides nothing about portfolios.

mod attachments;
mod closing;
mod commands;
mod dialogs;
#[cfg(feature = "journeys")]
mod journeys;
mod launch;
mod logging;
mod menu;
mod shell;
mod window;

use shell::Shell;
use std::io::Write as _;
use tauri::Manager;

/// Reads a PDF if this process was started by another Aftershift for that alone, and gives back how it is to end.
#[must_use]
pub fn read_for_another() -> Option<u8> {
    aftershift_app::inside::serve(std::env::args_os())
}

/// Opens the window and runs until it is closed.
pub fn run() {
    if let Some(words) = launch::answer(std::env::args_os().skip(1)) {
        // Whoever closed the terminal does not wait for it.
        let _ = writeln!(std::io::stdout(), "{words}");
        return;
    }
    logging::begin();
    let shell = Shell::new(launch::file_from(std::env::args_os().skip(1), None));
    let handler = commands::handler();
    let builder = tauri::Builder::default()
        // First, so that a second launch hands over its file before it does anything else.
        .plugin(tauri_plugin_single_instance::init(launch::second_launch))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(shell)
        .register_asynchronous_uri_scheme_protocol("attachment", attachments::serve)
        .invoke_handler(handler)
        .menu(menu::build)
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .setup(|app| Ok(window::create(app)?))
        .on_window_event(window::event);
    match launch::without_panic(|| builder.build(tauri::generate_context!())) {
        Ok(Ok(app)) => app.run(|app, event| {
            if let tauri::RunEvent::Exit = event {
                app.state::<Shell>().app().close();
            }
        }),
        // Without a display or a web view there is no window to show this in.
        Ok(Err(error)) => {
            eprintln!("{}", sentence(&error));
            std::process::exit(1);
        }
        Err(launch::Panicked) => {
            eprintln!("{NO_DISPLAY}");
            std::process::exit(1);
        }
    }
}

/// What is said where the system has nothing to show a window on: the window library knows no other answer than a panic.
const NO_DISPLAY: &str = "Aftershift could not open its window: there is no display to show it on. Your portfolio has \
                          not been touched. To make a PDF without a window, use aftershift-cli.";

/// Why no window opened, for whoever started the program from a terminal.
fn sentence(error: &tauri::Error) -> String {
    match error {
        // Another launch holds the name and no longer answers: it is on its way out.
        tauri::Error::PluginInitialization(plugin, _) if plugin == "single-instance" => {
            "Aftershift is open already and does not answer; it may be closing just now. Your \
             portfolio has not been touched. Start Aftershift again in a moment."
                .to_owned()
        }
        _ => format!(
            "Aftershift could not open its window: {error}. Your portfolio has not been touched. \
             To make a PDF without a window, use aftershift-cli."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_launch_while_the_last_one_is_closing_says_so_in_plain_words() {
        let error = tauri::Error::PluginInitialization(
            "single-instance".into(),
            "failed to forward arguments: org.freedesktop.DBus.Error.NoReply".into(),
        );
        let said = sentence(&error);
        assert!(
            said.contains("Start Aftershift again in a moment"),
            "{said}"
        );
        assert!(!said.contains("DBus"), "{said}");
    }
}
