//! Which version of an activity somebody's word was about.
//!
//! A draft belongs to its writer and changes freely. From the moment it was handed over, what it said is
//! kept: each version that somebody decided about, and each that a later change replaced. Versions are
//! numbered within their activity and only ever added.

use super::{Activity, ActivityContent, ConfirmationState};
use crate::id::ActivityId;
use crate::problem::Problems;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What an activity said at a time when somebody else was to rely on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActivityRevision {
    /// Which activity.
    pub activity_id: ActivityId,
    /// Its number, from 1 within the activity.
    pub revision: u32,
    /// When it was kept: at the first word about it, or when it was replaced.
    pub kept_at: DateTime<Utc>,
    /// What it said.
    pub content: ActivityContent,
}

impl ActivityRevision {
    /// What `activity` says now, as the version after `last`.
    #[must_use]
    pub fn after(last: Option<&Self>, activity: &Activity, at: DateTime<Utc>) -> Self {
        Self {
            activity_id: activity.id.clone(),
            revision: last.map_or(1, |last| last.revision.saturating_add(1)),
            kept_at: at,
            content: activity.content(),
        }
    }

    /// What in it cannot be right.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check(
            self.revision >= 1,
            "revision",
            "Versions are numbered from 1.",
        );
        problems.nest("content", self.content.problems());
        problems
    }
}

impl ConfirmationState {
    /// Whether an entry in this state was handed over, so that what it said must not vanish.
    #[must_use]
    pub fn is_handed_over(self) -> bool {
        self != Self::Draft
    }

    /// The state after what the entry says was changed: somebody's word was about what it said before.
    #[must_use]
    pub fn after_change(self) -> Self {
        if self.is_handed_over() {
            Self::Submitted
        } else {
            Self::Draft
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;
    use crate::minutes::Minutes;

    #[test]
    fn versions_are_numbered_within_their_activity() {
        let at = DateTime::default();
        let mut lesson = activity("a", "2026-03-12");
        let first = ActivityRevision::after(None, &lesson, at);
        assert_eq!((first.revision, &first.content), (1, &lesson.content()));
        lesson.off_the_job = Some(Minutes(30));
        let second = ActivityRevision::after(Some(&first), &lesson, at);
        assert_eq!(
            (second.revision, second.content.off_the_job),
            (2, Some(Minutes(30)))
        );
    }

    #[test]
    fn only_a_draft_changes_without_waiting_for_a_word_again() {
        for state in ConfirmationState::ALL {
            let expected = match state {
                ConfirmationState::Draft => ConfirmationState::Draft,
                _ => ConfirmationState::Submitted,
            };
            assert_eq!(state.after_change(), expected);
        }
    }
}
