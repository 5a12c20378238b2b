//! Taking back the last change, and doing it again. The stacks live as long as the file is open: what lies
//! further back is in the bin and in the revisions.
//!
//! Whatever takes a change back answers with what takes *that* back, read before it touched anything. So what
//! is done again is what was there, to the letter, and it can be taken back again. Where a person has gone on
//! meanwhile, as in a form or the capture box, their words stay.

use crate::app::{App, Open, Present};
use crate::citing::Citations;
use crate::convert::not_found;
use crate::failure::Failure;
use crate::wire::{EvidenceLink, Nothing, Undone, Unfinished};
use crate::{bin, capture, import_library, import_log, timer, unfinished};
use aftershift_domain::activity::{Activity, Confirmation, Recurrence, RecurrenceAnswer, Timer};
use aftershift_domain::id::{ActivityId, ConfirmationId, RecurrenceId, TheoryId};
use aftershift_domain::programme::{Learner, Programme};
use aftershift_domain::reflection::{ActivityLink, OwnModel};
use aftershift_domain::theory::{CitationStyle, Theory, TheoryLink};
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
    /// Cites in the style that was chosen before.
    CitationStyle(Box<CitationStyle>),
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
    /// Puts back what somebody said of an activity.
    Confirmation(Box<Confirmation>),
    /// Puts back what was said of a day on which something was due.
    RecurrenceAnswer(Box<RecurrenceAnswer>),
    /// Stops a timer that was put back, if it is still the one that runs.
    NoTimer(Box<Timer>),
    /// Empties a form of what was put back into it: what stands there, if it still does, and what stood there
    /// before it, if anything.
    FormBefore(Box<(Unfinished, Option<Unfinished>)>),
    /// Takes a text out of the capture box again, if it still begins with it.
    NoCapture(String),
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

/// The changes that can be taken back, the last one on top, and those that were.
#[derive(Debug, Default)]
pub(crate) struct Stack {
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

impl Stack {
    /// A change was made: what was taken back before it cannot be done again on top of it.
    pub fn push(&mut self, step: Step) {
        self.undone.clear();
        self.keep(step);
    }

    fn keep(&mut self, step: Step) {
        self.done.push_back(step);
        if self.done.len() > MOST {
            self.done.pop_front();
        }
    }

    /// What the next undo would take back; empty if nothing.
    pub fn next(&self) -> String {
        said(self.done.back())
    }

    /// What the next redo would do again; empty if nothing.
    fn next_again(&self) -> String {
        said(self.undone.last())
    }
}

fn said(step: Option<&Step>) -> String {
    step.map_or_else(String::new, |step| step.what.clone())
}

impl Back {
    /// Nothing happened that could be taken back.
    fn nothing() -> Self {
        Self::All(Vec::new())
    }

    /// Does it, and answers with what takes it back.
    fn apply(self, db: &Writer<'_>, present: Present) -> Result<Self, Failure> {
        Ok(match self {
            Self::Restore(kind, id) => {
                bin::restore(db, kind, &id)?;
                Self::Bin(kind, id)
            }
            Self::Bin(kind, id) => {
                bin::remove(db, kind, &id, present.now)?;
                Self::Restore(kind, id)
            }
            Self::Citations(texts) => Self::Citations(Box::new(texts.take_back(db, present)?)),
            Self::BinActivities(ids) => {
                import_log::take_back(db, &ids, present)?;
                restoring(ItemKind::Activity, ids.iter().map(ActivityId::as_str))
            }
            Self::BinWorks(ids) => {
                import_library::take_back(db, &ids, present)?;
                restoring(ItemKind::Theory, ids.iter().map(TheoryId::as_str))
            }
            Self::NoConfirmation(_) | Self::Confirmation(_) => self.confirm(db)?,
            Self::NoRecurrenceAnswer(..) | Self::RecurrenceAnswer(_) => self.answer(db)?,
            Self::Activity(_)
            | Self::Theory(_)
            | Self::CitationStyle(_)
            | Self::Programme(_)
            | Self::Model(_)
            | Self::TheoryLink(_)
            | Self::Recurrence(_) => self.put(db, present)?,
            Self::ActivityLink(link) => {
                db.link_activity(&link.reflection_id, &link.activity_id)?;
                Self::NoActivityLink(link)
            }
            Self::NoActivityLink(link) => {
                db.unlink_activity(&link.reflection_id, &link.activity_id)?;
                Self::ActivityLink(link)
            }
            Self::EvidenceLink(link) => {
                db.link_evidence(&link.activity_id, &link.evidence_id)?;
                Self::NoEvidenceLink(link)
            }
            Self::NoEvidenceLink(link) => {
                db.unlink_evidence(&link.activity_id, &link.evidence_id)?;
                Self::EvidenceLink(link)
            }
            Self::Timer(_)
            | Self::NoTimer(_)
            | Self::Unfinished(_)
            | Self::FormBefore(_)
            | Self::Capture(_)
            | Self::NoCapture(_) => self.typed(db)?,
            Self::All(backs) => {
                let done = backs.into_iter().map(|back| back.apply(db, present));
                let mut opposites = done.collect::<Result<Vec<_>, _>>()?;
                opposites.reverse();
                Self::All(opposites)
            }
        })
    }

    /// Puts something back as it was, and answers with what stood there.
    fn put(self, db: &Writer<'_>, present: Present) -> Result<Self, Failure> {
        let changed_at = present.now;
        Ok(match self {
            Self::Activity(before) => {
                let now = db.activity(&before.id)?;
                let now = now.ok_or_else(|| not_found("activity"))?;
                db.save_activity(&Activity {
                    changed_at,
                    ..*before
                })?;
                Self::Activity(Box::new(now))
            }
            Self::Theory(before) => {
                let now = db.theory(&before.id)?;
                let now = now.ok_or_else(|| not_found("theory"))?;
                db.save_theory(&Theory {
                    changed_at,
                    ..*before
                })?;
                Self::Theory(Box::new(now))
            }
            Self::CitationStyle(before) => {
                let now = db.citation_style()?;
                db.set_citation_style(&before)?;
                Self::CitationStyle(Box::new(now))
            }
            Self::Programme(before) => {
                let now = (db.learner()?, db.programme()?);
                db.save_learner(&before.0)?;
                db.save_programme(&before.1)?;
                Self::Programme(Box::new(now))
            }
            Self::Model(before) => {
                let now = db.own_model(&before.id)?;
                let now = now.ok_or_else(|| not_found("model"))?;
                db.save_own_model(&before)?;
                Self::Model(Box::new(now))
            }
            Self::TheoryLink(before) => {
                let now = db.theory_link(&before.id)?;
                let now = now.ok_or_else(|| not_found("theory_link"))?;
                db.save_theory_link(&before)?;
                Self::TheoryLink(Box::new(now))
            }
            Self::Recurrence(before) => {
                let now = db.recurrence(&before.id)?;
                let now = now.ok_or_else(|| not_found("recurrence"))?;
                db.save_recurrence(&Recurrence {
                    changed_at,
                    ..*before
                })?;
                Self::Recurrence(Box::new(now))
            }
            other => other,
        })
    }

    fn confirm(self, db: &Writer<'_>) -> Result<Self, Failure> {
        Ok(match self {
            Self::NoConfirmation(id) => {
                let all = db.all_confirmations()?;
                db.remove_confirmation(&id)?;
                all.into_iter()
                    .find(|said| said.id == id)
                    .map_or_else(Self::nothing, |said| Self::Confirmation(Box::new(said)))
            }
            Self::Confirmation(said) => {
                db.save_confirmation(&said)?;
                Self::NoConfirmation(said.id)
            }
            other => other,
        })
    }

    fn answer(self, db: &Writer<'_>) -> Result<Self, Failure> {
        Ok(match self {
            Self::NoRecurrenceAnswer(id, day) => {
                let all = db.all_recurrence_answers()?;
                db.forget_recurrence_answer(&id, day)?;
                all.into_iter()
                    .find(|said| said.recurrence_id == id && said.due_on == day)
                    .map_or_else(Self::nothing, |said| Self::RecurrenceAnswer(Box::new(said)))
            }
            Self::RecurrenceAnswer(said) => {
                db.answer_recurrence(&said)?;
                Self::NoRecurrenceAnswer(said.recurrence_id, said.due_on)
            }
            other => other,
        })
    }

    /// What goes on by itself or under somebody's hands: only what still stands as it was put is touched.
    fn typed(self, db: &Writer<'_>) -> Result<Self, Failure> {
        let did = match &self {
            Self::Timer(before) => timer::put_back(db, before)?,
            Self::NoTimer(put) => timer::put_away(db, put)?,
            Self::Capture(text) => {
                capture::put_before(db, text)?;
                true
            }
            Self::NoCapture(text) => capture::take_from_front(db, text)?,
            Self::Unfinished(kept) => return unfinished_before(db, kept),
            Self::FormBefore(both) => unfinished::take_out(db, &both.0, both.1.as_ref())?,
            _ => false,
        };
        Ok(match self {
            _ if !did => Self::nothing(),
            Self::Timer(timer) => Self::NoTimer(timer),
            Self::NoTimer(timer) => Self::Timer(timer),
            Self::Capture(text) => Self::NoCapture(text),
            Self::NoCapture(text) => Self::Capture(text),
            Self::FormBefore(both) => Self::Unfinished(Box::new(both.0)),
            other => other,
        })
    }
}

/// Puts back what stood in a form, and answers with what empties it again.
fn unfinished_before(db: &Writer<'_>, kept: &Unfinished) -> Result<Back, Failure> {
    let (form, about) = (kept.form, kept.about.clone());
    let before = db.unfinished(form, about.as_deref())?;
    unfinished::put_back(db, kept.clone())?;
    let now = db.unfinished(form, about.as_deref())?;
    Ok(now.map_or_else(Back::nothing, |now| {
        Back::FormBefore(Box::new((now, before)))
    }))
}

fn restoring<'a>(kind: ItemKind, ids: impl DoubleEndedIterator<Item = &'a str>) -> Back {
    Back::All(
        ids.rev()
            .map(|id| Back::Restore(kind, id.to_owned()))
            .collect(),
    )
}

/// Does a step, and answers with the step that takes it back; apart from it, whether the step is used up. One
/// whose object is gone can never be taken, and would bar the way to those below.
fn take(open: &mut Open, present: Present, step: Step) -> (Result<Step, Failure>, bool) {
    let Step { what, back } = step;
    let outcome = open.store.try_write(|db| back.apply(db, present));
    let used = !matches!(&outcome, Err(failure) if !matches!(failure, Failure::NotFound { .. }));
    (outcome.map(|written| Step::new(what, written.value)), used)
}

/// There was no step.
fn none() -> Undone {
    Undone {
        what: None,
        next: String::new(),
    }
}

impl App {
    /// Takes back the last change that can be taken back.
    ///
    /// # Errors
    /// If nothing is open or the file cannot be written.
    pub fn undo(&self, _: Nothing) -> Result<Undone, Failure> {
        self.with_open(|open, present| {
            let Some(step) = open.undo.done.back().cloned() else {
                return Ok(none());
            };
            let (outcome, used) = take(open, present, step);
            if used {
                open.undo.done.pop_back();
            }
            let again = outcome?;
            let what = Some(again.what.clone());
            open.undo.undone.push(again);
            Ok(Undone {
                what,
                next: open.undo.next(),
            })
        })
    }

    /// Does again what was taken back last, unless something was changed since.
    ///
    /// # Errors
    /// If nothing is open or the file cannot be written.
    pub fn redo(&self, _: Nothing) -> Result<Undone, Failure> {
        self.with_open(|open, present| {
            let Some(step) = open.undo.undone.last().cloned() else {
                return Ok(none());
            };
            let (outcome, used) = take(open, present, step);
            if used {
                open.undo.undone.pop();
            }
            let back = outcome?;
            let what = Some(back.what.clone());
            open.undo.keep(back);
            Ok(Undone {
                what,
                next: open.undo.next_again(),
            })
        })
    }
}

#[cfg(test)]
mod tests;
