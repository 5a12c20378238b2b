//! Taking back the last change. The stack lives as long as the file is open: what lies further back
//! is in the bin and in the revisions.

use crate::app::{App, Present};
use crate::citing::Citations;
use crate::failure::Failure;
use crate::wire::{EvidenceLink, Nothing, Undone, Unfinished};
use crate::{bin, capture, import_library, import_log, timer, unfinished};
use aftershift_domain::activity::{Activity, Recurrence, Timer};
use aftershift_domain::id::{ActivityId, ConfirmationId, RecurrenceId, TheoryId};
use aftershift_domain::programme::{Learner, Programme};
use aftershift_domain::reflection::{ActivityLink, OwnModel};
use aftershift_domain::theory::{Theory, TheoryLink};
use aftershift_store::{ItemKind, Writer};
use chrono::NaiveDate;
use std::collections::VecDeque;

/// How many changes can be taken back.
const MOST: usize = 30;

/// What takes a change back.
#[derive(Debug, Clone)]
pub(crate) enum Back {
    /// Takes an item out of the bin.
    Restore(ItemKind, String),
    /// Moves an item to the bin.
    Bin(ItemKind, String),
    /// Moves activities that came together to the bin, thousands of them if need be.
    BinActivities(Vec<ActivityId>),
    /// Moves works that came together to the bin.
    BinWorks(Vec<TheoryId>),
    /// Puts an activity back as it was.
    Activity(Box<Activity>),
    /// Takes away what somebody said of an activity.
    NoConfirmation(ConfirmationId),
    /// Puts a work back as it was.
    Theory(Box<Theory>),
    /// Lets accounts cite by the keys that they had.
    Citations(Box<Citations>),
    /// Puts learner and programme back as they were.
    Programme(Box<(Learner, Programme)>),
    /// Puts a model back as it was.
    Model(Box<OwnModel>),
    /// Puts a link to theory back as it was.
    TheoryLink(Box<TheoryLink>),
    /// Puts a link to an activity back.
    ActivityLink(ActivityLink),
    /// Takes a link to an activity away.
    NoActivityLink(ActivityLink),
    /// Lets a file belong to an activity again.
    EvidenceLink(EvidenceLink),
    /// Takes a file off an activity.
    NoEvidenceLink(EvidenceLink),
    /// Puts something that recurs back as it was.
    Recurrence(Box<Recurrence>),
    /// Takes back what was said of a day on which something was due.
    NoRecurrenceAnswer(RecurrenceId, NaiveDate),
    /// Puts a timer back that was logged or given up.
    Timer(Box<Timer>),
    /// Puts back what stood in a form, beside whatever stands there by now.
    Unfinished(Box<Unfinished>),
    /// Puts a text back into the capture box, before whatever stands there by now.
    Capture(String),
    /// Several, one after the other.
    All(Vec<Back>),
}

/// A change that can be taken back.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    /// What was done, in words: "Moved “Night shift” to the bin".
    pub what: String,
    /// What takes it back.
    pub back: Back,
}

impl Step {
    pub fn new(what: impl Into<String>, back: Back) -> Self {
        Self {
            what: what.into(),
            back,
        }
    }
}

/// The changes that can be taken back, the last one on top.
#[derive(Debug, Default)]
pub(crate) struct Stack(VecDeque<Step>);

impl Stack {
    pub fn push(&mut self, step: Step) {
        self.0.push_back(step);
        if self.0.len() > MOST {
            self.0.pop_front();
        }
    }

    /// What the next undo would take back; empty if nothing.
    pub fn next(&self) -> String {
        self.0
            .back()
            .map_or_else(String::new, |step| step.what.clone())
    }

    fn last(&self) -> Option<Step> {
        self.0.back().cloned()
    }

    fn pop(&mut self) {
        self.0.pop_back();
    }
}

impl Back {
    fn apply(self, db: &Writer<'_>, present: Present) -> Result<(), Failure> {
        match self {
            Self::Restore(kind, id) => bin::restore(db, kind, &id).map(drop)?,
            Self::Bin(kind, id) => bin::remove(db, kind, &id, present.now).map(drop)?,
            Self::BinActivities(ids) => import_log::take_back(db, &ids, present)?,
            Self::BinWorks(ids) => import_library::take_back(db, &ids, present)?,
            Self::Activity(activity) => {
                db.save_activity(&Activity {
                    changed_at: present.now,
                    ..*activity
                })?;
            }
            Self::NoConfirmation(id) => db.remove_confirmation(&id)?,
            Self::Theory(theory) => {
                db.save_theory(&Theory {
                    changed_at: present.now,
                    ..*theory
                })?;
            }
            Self::Citations(texts) => texts.take_back(db, present)?,
            Self::Programme(both) => {
                db.save_learner(&both.0)?;
                db.save_programme(&both.1)?;
            }
            Self::Model(model) => db.save_own_model(&model)?,
            Self::TheoryLink(link) => db.save_theory_link(&link)?,
            Self::ActivityLink(link) => db.link_activity(&link.reflection_id, &link.activity_id)?,
            Self::NoActivityLink(link) => {
                db.unlink_activity(&link.reflection_id, &link.activity_id)?;
            }
            Self::EvidenceLink(link) => db.link_evidence(&link.activity_id, &link.evidence_id)?,
            Self::NoEvidenceLink(link) => {
                db.unlink_evidence(&link.activity_id, &link.evidence_id)?;
            }
            Self::Recurrence(recurrence) => {
                db.save_recurrence(&Recurrence {
                    changed_at: present.now,
                    ..*recurrence
                })?;
            }
            Self::NoRecurrenceAnswer(id, day) => db.forget_recurrence_answer(&id, day)?,
            Self::Timer(before) => timer::put_back(db, &before)?,
            Self::Unfinished(kept) => unfinished::put_back(db, *kept)?,
            Self::Capture(text) => capture::put_before(db, &text)?,
            Self::All(backs) => backs
                .into_iter()
                .try_for_each(|back| back.apply(db, present))?,
        }
        Ok(())
    }
}

impl App {
    /// Takes back the last change that can be taken back.
    ///
    /// # Errors
    /// If nothing is open or the file cannot be written.
    pub fn undo(&self, _: Nothing) -> Result<Undone, Failure> {
        self.with_open(|open, present| {
            let Some(step) = open.undo.last() else {
                return Ok(Undone {
                    what: None,
                    next: String::new(),
                });
            };
            let back = step.back;
            let outcome = open.store.try_write(|db| back.apply(db, present));
            // A step whose object is gone can never be taken, and would bar the way to those below.
            if !matches!(&outcome, Err(failure) if !matches!(failure, Failure::NotFound { .. })) {
                open.undo.pop();
            }
            outcome?;
            Ok(Undone {
                what: Some(step.what),
                next: open.undo.next(),
            })
        })
    }
}

#[cfg(test)]
mod tests;
