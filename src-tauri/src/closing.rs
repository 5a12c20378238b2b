//! Closing the window without losing what was just typed.
//!
//! The interface is asked to keep its drafts and then says that the window may close. If it never drew
//! its first screen there is nothing to keep; if it does not answer, asking again closes at once.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::{Duration, Instant};

/// How long the interface may take before a second request to close is obeyed without it.
const PATIENCE: Duration = Duration::from_secs(4);

/// How far the window is with closing.
#[derive(Debug, Default)]
pub struct Closing(Mutex<State>);

#[derive(Debug, Default, Clone, Copy)]
struct State {
    ready: bool,
    asked_at: Option<Instant>,
}

/// What to do about a request to close.
#[derive(Debug, PartialEq, Eq)]
pub enum Decision {
    /// Ask the interface to keep its drafts.
    AskInterface,
    /// Close.
    Close,
}

impl Closing {
    /// The interface has drawn its first screen and can be asked.
    pub fn interface_is_ready(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).ready = true;
    }

    /// The interface heard the request and stays, because something could not be kept: a later request
    /// begins anew and is not obeyed over its head.
    pub fn interface_stays(&self) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .asked_at = None;
    }

    /// Decides about a request to close at `now`.
    pub fn requested(&self, now: Instant) -> Decision {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !state.ready {
            return Decision::Close;
        }
        match state.asked_at {
            Some(at) if now.duration_since(at) >= PATIENCE => Decision::Close,
            Some(_) => Decision::AskInterface,
            None => {
                state.asked_at = Some(now);
                Decision::AskInterface
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interface_that_never_drew_has_nothing_to_keep() {
        assert_eq!(
            Closing::default().requested(Instant::now()),
            Decision::Close
        );
    }

    #[test]
    fn the_interface_is_asked_first_and_a_later_second_request_is_obeyed() {
        let closing = Closing::default();
        closing.interface_is_ready();
        let start = Instant::now();
        assert_eq!(closing.requested(start), Decision::AskInterface);
        assert_eq!(
            closing.requested(start + Duration::from_millis(300)),
            Decision::AskInterface,
            "an impatient double click must not cost the last words"
        );
        assert_eq!(closing.requested(start + PATIENCE), Decision::Close);
    }

    #[test]
    fn an_interface_that_stays_is_asked_again_however_late() {
        let closing = Closing::default();
        closing.interface_is_ready();
        let start = Instant::now();
        closing.requested(start);
        closing.interface_stays();
        assert_eq!(
            closing.requested(start + 2 * PATIENCE),
            Decision::AskInterface
        );
    }
}
