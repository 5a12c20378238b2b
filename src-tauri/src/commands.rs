//! One function for each row of the contract.
//!
//! Rows that need no window are expanded from the table. Those that ask the desktop are written out,
//! and checked against the table: a row without a function does not compile.

mod asking;

use crate::shell::Shell;
use aftershift_app::wire::*;
use aftershift_app::{Failure, dispatch};
use tauri::ipc::Invoke;
use tauri::{State, Wry};

macro_rules! plain {
    ($($(#[$doc:meta])* $name:ident($request:ty) -> $response:ty, $effect:ident [$($tag:ident),*];)+) => {
        $(
            $(#[$doc])*
            #[tauri::command(async)]
            fn $name(shell: State<'_, Shell>, request: $request) -> Result<$response, Failure> {
                dispatch::run(shell.app(), stringify!($name), |app| app.$name(request))
            }
        )+

        fn plain_handler() -> impl Fn(Invoke<Wry>) -> bool {
            tauri::generate_handler![$($name),+]
        }
    };
}

macro_rules! asking {
    ($($(#[$doc:meta])* $name:ident($request:ty) -> $response:ty, $effect:ident [$($tag:ident),*];)+) => {
        $(
            $(#[$doc])*
            #[tauri::command(async)]
            fn $name(app: tauri::AppHandle, shell: State<'_, Shell>, request: $request) -> Result<$response, Failure> {
                dispatch::run(shell.app(), stringify!($name), |_| asking::$name(&app, &shell, request))
            }
        )+

        const ASKING: &[&str] = &[$(stringify!($name)),+];

        fn asking_handler() -> impl Fn(Invoke<Wry>) -> bool {
            tauri::generate_handler![$($name),+]
        }
    };
}

aftershift_app::with_commands!(plain);
aftershift_app::with_window_commands!(asking);

/// Hands each call to its function.
pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    let plain = plain_handler();
    let asking = asking_handler();
    #[cfg(feature = "journeys")]
    let journeys = crate::journeys::handler();
    move |invoke| {
        let name = invoke.message.command();
        #[cfg(feature = "journeys")]
        if name.starts_with("journey_") {
            return journeys(invoke);
        }
        if ASKING.contains(&name) {
            asking(invoke)
        } else {
            plain(invoke)
        }
    }
}
