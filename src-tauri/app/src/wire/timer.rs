//! The timer.

use super::wire;
use aftershift_domain::activity::{Measured, Timer};

wire! {
    /// What a timer is for.
    struct NameTimer {
        /// A few words, or nothing yet.
        pub title: String,
    }

    /// The timer, if there is one.
    struct TimerView {
        /// It runs, or was stopped and waits to be looked at.
        pub timer: Option<Timer>,
        /// What it measured, once it was stopped.
        pub measured: Option<Measured>,
    }
}
