//! Earlier states of an account.
//!
//! Text is saved while it is typed, every few seconds. Keeping each state would multiply the file, and
//! nobody wants the state of three seconds ago: the editor's own undo has it. What is kept is the state
//! that a save *replaces*, when
//! - ten minutes lie between it and the last one kept (or the beginning), or
//! - more than a fifth of the text goes at once, or
//! - the text begins to shrink, and more than a fifth of it was never kept, or
//! - the model changes.
//!
//! So the last state of every sitting is kept as soon as the next sitting changes it, a long sitting
//! leaves a state every ten minutes, and nothing large can vanish: neither at once nor word by word.

use crate::column::Columns;
use crate::error::Result;
use crate::fields::Fields;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::id::ReflectionId;
use aftershift_domain::reflection::{Reflection, Revision, StageText};
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{OptionalExtension, Row};

const APART: TimeDelta = TimeDelta::minutes(10);

/// Characters below which taking a word back is no loss of text.
const LONG: usize = 100;

impl Reader<'_> {
    /// The states of an account that were kept, latest first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn revisions_of(&self, reflection: &ReflectionId) -> Result<Vec<Revision>> {
        let mut statement = self.db.prepare_cached(include_str!("revisions_of.sql"))?;
        let rows = statement.query_map([reflection.as_str()], revision)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The states of every account that were kept, in the order in which they were.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn all_revisions(&self) -> Result<Vec<Revision>> {
        let mut statement = self.db.prepare_cached(include_str!("revisions.sql"))?;
        let rows = statement.query_map([], revision)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    fn last_kept(&self, reflection: &ReflectionId) -> Result<Option<Revision>> {
        let mut statement = self.db.prepare_cached(include_str!("last_kept.sql"))?;
        Ok(statement
            .query_one([reflection.as_str()], revision)
            .optional()?)
    }
}

impl Writer<'_> {
    /// Keeps `before` unless the step to `after` is too small.
    pub(crate) fn keep_if_worthwhile(&self, before: &Reflection, after: &Reflection) -> Result<()> {
        let last = match self.last_kept(&before.id)? {
            Some(kept) => Kept {
                at: kept.saved_at,
                length: length(&kept.stages),
            },
            None => Kept {
                at: before.created_at,
                length: 0,
            },
        };
        if !worthwhile(before, after, last) {
            return Ok(());
        }
        self.keep_revision(&Revision {
            reflection_id: before.id.clone(),
            revision: before.revision,
            saved_at: before.changed_at,
            title: before.title.clone(),
            model: before.model.clone(),
            stages: before.stages.clone(),
        })
    }

    /// Keeps a state for good.
    pub(crate) fn keep_revision(&self, revision: &Revision) -> Result<()> {
        Fields::of("reflection_revision")
            .with("reflection_id", &revision.reflection_id)
            .with("revision", &revision.revision)
            .with("saved_at", &revision.saved_at)
            .text("title", &revision.title)
            .text("model", &revision.model)
            .with("stages", &revision.stages)
            .run(self.db, include_str!("keep_revision.sql"))?;
        self.changed(Tag::Reflections);
        Ok(())
    }
}

/// The state that was kept last; before the first one, the empty account.
#[derive(Clone, Copy)]
struct Kept {
    at: DateTime<Utc>,
    length: usize,
}

/// Whether `before` is worth keeping when `after` replaces it.
fn worthwhile(before: &Reflection, after: &Reflection, last: Kept) -> bool {
    let (was, is) = (length(&before.stages), length(&after.stages));
    let same =
        before.title == after.title && before.model == after.model && before.stages == after.stages;
    if same || was == 0 {
        return false;
    }
    // A clock that was set back must not stop anything from being kept.
    let apart = (after.changed_at - last.at).abs() >= APART;
    let goes_at_once = is * 5 < was * 4;
    let begins_to_shrink = was >= LONG && is < was && was * 5 > last.length * 6;
    apart || before.model != after.model || goes_at_once || begins_to_shrink
}

fn length(stages: &[StageText]) -> usize {
    stages.iter().map(|stage| stage.text.chars().count()).sum()
}

fn revision(row: &Row<'_>) -> rusqlite::Result<Revision> {
    Ok(Revision {
        reflection_id: row.column("reflection_id")?,
        revision: row.column("revision")?,
        saved_at: row.column("saved_at")?,
        title: row.column("title")?,
        model: row.column("model")?,
        stages: row.column("stages")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use aftershift_domain::reflection::ReflectionState;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + 60 * minute, 0).unwrap()
    }

    fn state(minute: i64, model: &str, text: &str) -> Reflection {
        Reflection {
            id: ReflectionId::new("r1").unwrap(),
            title: String::new(),
            happened_on: None,
            model: model.to_owned(),
            stages: vec![StageText {
                key: "text".to_owned(),
                heading: "Text".to_owned(),
                text: text.to_owned(),
            }],
            state: ReflectionState::Draft,
            module: String::new(),
            revision: 1,
            created_at: at(0),
            changed_at: at(minute),
            deleted_at: None,
        }
    }

    fn beginning() -> Kept {
        Kept {
            at: at(0),
            length: 0,
        }
    }

    #[track_caller]
    fn check(before: (i64, &str), after: (i64, &str), kept: bool) {
        let (before, after) = (
            state(before.0, "free", before.1),
            state(after.0, "free", after.1),
        );
        assert_eq!(worthwhile(&before, &after, beginning()), kept);
    }

    #[test]
    fn a_few_more_words_within_ten_minutes_are_not_worth_a_state() {
        check((1, "We began"), (2, "We began at seven"), false);
    }

    #[test]
    fn ten_minutes_are() {
        check((9, "We began"), (10, "We began at seven"), true);
    }

    #[test]
    fn so_is_a_clock_that_was_set_back() {
        check((1, "We began"), (-20, "We began at seven"), true);
    }

    #[test]
    fn losing_a_fifth_is_small_and_more_is_not() {
        check((1, "0123456789"), (2, "01234567"), false);
        check((1, "0123456789"), (2, "0123456"), true);
    }

    #[test]
    fn nothing_changed_is_nothing_to_keep() {
        check((1, "We began"), (60, "We began"), false);
        check((1, ""), (60, "We began"), false);
    }

    #[test]
    fn another_model_is() {
        let (before, after) = (state(1, "free", "We began"), state(2, "gibbs", "We began"));
        assert!(worthwhile(&before, &after, beginning()));
    }

    #[test]
    fn text_that_goes_word_by_word_is_kept_when_it_begins_to_go() {
        let (before, after) = ("a word ".repeat(20), "a word ".repeat(19));
        let (before, after) = (state(1, "free", &before), state(2, "free", &after));
        assert!(worthwhile(&before, &after, beginning()));
        let kept = Kept {
            at: at(0),
            length: 130,
        };
        assert!(
            !worthwhile(&before, &after, kept),
            "nearly all of it was kept before"
        );
    }
}
