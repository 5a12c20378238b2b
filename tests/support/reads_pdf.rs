//! Reads a PDF for the tests, as the window and the command line start themselves again to do it.

use std::process::ExitCode;

fn main() -> ExitCode {
    let code = aftershift_app::inside::serve(std::env::args_os());
    code.map_or(ExitCode::FAILURE, ExitCode::from)
}
