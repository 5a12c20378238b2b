//! A log on standard error for whoever starts the program from a terminal. No text that a person wrote
//! ever goes into it: commands are logged by name, failures by code.

use tracing_subscriber::fmt;

/// Begins logging.
pub fn begin() {
    // A second subscriber (a test's) is no reason not to start.
    let _ = fmt()
        .with_writer(std::io::stderr)
        .with_target(false)
        .compact()
        .try_init();
}
