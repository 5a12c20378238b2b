//! What is typed into a form, kept until the form is sent off.
//!
//! The window keeps a form as it is typed, under its name and the id of what it is about. The use case that the
//! form is for forgets it in the transaction in which it takes effect: at no moment is a form both in use and
//! unfinished, or neither.

use crate::app::App;
use crate::convert::not_found;
use crate::failure::Failure;
use crate::undo::{Back, Step};
use crate::wire::{Done, Form, SaveUnfinished, Saved, Unfinished, UnfinishedRef};
use aftershift_domain::id::{
    ActivityId, BadId, OwnModelId, RecurrenceId, ReflectionId, TheoryId, TheoryLinkId,
};
use aftershift_domain::unfinished::About;
use aftershift_store::{Reader, Writer};

/// Refuses a form about something that is not there. What is in the bin is there: its last words may arrive after
/// it has gone.
fn check_about(db: &Reader<'_>, form: Form, about: Option<&str>) -> Result<(), Failure> {
    let Some(id) = about else {
        return Ok(());
    };
    let (kind, found) = match form.about() {
        About::Nothing => return Ok(()),
        About::Activity | About::ActivityOrNew => (
            "activity",
            db.activity(&at("activity", ActivityId::new(id))?)?
                .is_some(),
        ),
        About::RecurrenceOrNew => (
            "recurrence",
            db.recurrence(&at("recurrence", RecurrenceId::new(id))?)?
                .is_some(),
        ),
        About::TheoryOrNew => (
            "theory",
            db.theory(&at("theory", TheoryId::new(id))?)?.is_some(),
        ),
        About::Reflection => (
            "reflection",
            db.reflection(&at("reflection", ReflectionId::new(id))?)?
                .is_some(),
        ),
        About::TheoryLink => (
            "theory_link",
            db.theory_link(&at("theory_link", TheoryLinkId::new(id))?)?
                .is_some(),
        ),
        About::ModelOrNew => (
            "model",
            db.own_model(&at("model", OwnModelId::new(id))?)?.is_some(),
        ),
    };
    if found { Ok(()) } else { Err(not_found(kind)) }
}

fn at<T>(kind: &str, id: Result<T, BadId>) -> Result<T, Failure> {
    id.map_err(|_| not_found(kind))
}

/// The form took effect: nothing in it is unfinished any more. Returns what stood in it.
pub(crate) fn finish(
    db: &Writer<'_>,
    form: Form,
    about: Option<&str>,
) -> Result<Option<Unfinished>, Failure> {
    let kept = db.unfinished(form, about)?;
    if kept.is_some() {
        db.forget_unfinished(form, about)?;
    }
    Ok(kept)
}

/// Some boxes of a form took effect: those are unfinished no more, the others are. Returns what stood in them.
pub(crate) fn finish_boxes(
    db: &Writer<'_>,
    form: Form,
    took_effect: impl Fn(&str) -> bool,
) -> Result<Option<Unfinished>, Failure> {
    let Some(kept) = db.unfinished(form, None)? else {
        return Ok(None);
    };
    let (done, left): (Vec<_>, Vec<_>) = kept
        .fields
        .iter()
        .cloned()
        .partition(|field| took_effect(&field.name));
    if left.is_empty() {
        db.forget_unfinished(form, None)?;
    } else {
        db.save_unfinished(&Unfinished {
            fields: left,
            ..kept.clone()
        })?;
    }
    let done = Unfinished {
        fields: done,
        ..kept
    };
    Ok((!done.fields.is_empty()).then_some(done))
}

/// Puts back what stood in a form. What was typed there since stays as it is.
pub(crate) fn put_back(db: &Writer<'_>, earlier: Unfinished) -> Result<(), Failure> {
    let now = db.unfinished(earlier.form, earlier.about.as_deref())?;
    let both = match now {
        None => earlier,
        Some(mut now) => {
            let left_out = earlier.fields.into_iter();
            let left_out: Vec<_> = left_out
                .filter(|field| now.fields.iter().all(|other| other.name != field.name))
                .collect();
            now.fields.extend(left_out);
            now
        }
    };
    Ok(db.save_unfinished(&both)?)
}

/// Takes out of a form what was put back into it, if nothing else was typed there since. Says whether it did.
pub(crate) fn take_out(
    db: &Writer<'_>,
    put: &Unfinished,
    before: Option<&Unfinished>,
) -> Result<bool, Failure> {
    let about = put.about.as_deref();
    let same = db
        .unfinished(put.form, about)?
        .is_some_and(|now| now.fields == put.fields);
    if same {
        match before {
            Some(before) => db.save_unfinished(before)?,
            None => db.forget_unfinished(put.form, about)?,
        }
    }
    Ok(same)
}

impl App {
    /// What was typed into a form that was not sent off; nothing if there is nothing.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn unfinished(&self, request: UnfinishedRef) -> Result<Option<Unfinished>, Failure> {
        self.read(|db, _| Ok(db.unfinished(request.form, request.about.as_deref())?))
    }

    /// Keeps what stands in a form, as it is typed. Without boxes, nothing is unfinished any more.
    ///
    /// # Errors
    /// If what it is about is not there, it is too long, or it cannot be written.
    pub fn save_unfinished(&self, request: SaveUnfinished) -> Result<Saved, Failure> {
        self.write(|db, present| {
            let saved_at = present.now;
            if request.fields.is_empty() {
                db.forget_unfinished(request.form, request.about.as_deref())?;
                return Ok(Saved { saved_at });
            }
            let unfinished = Unfinished {
                form: request.form,
                about: request.about,
                fields: request.fields,
                changed_at: saved_at,
            };
            unfinished.problems().or(())?;
            check_about(db, unfinished.form, unfinished.about.as_deref())?;
            db.save_unfinished(&unfinished)?;
            Ok(Saved { saved_at })
        })
    }

    /// Throws away what was typed into a form. It can be taken back.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn discard_unfinished(&self, request: UnfinishedRef) -> Result<Done, Failure> {
        self.write_undoable(|db, _| {
            let kept = finish(db, request.form, request.about.as_deref())?;
            let step = kept.map(|kept| {
                let form = kept.form.label();
                Step::new(
                    format!("Discarded what was typed into the form of {form}"),
                    Back::Unfinished(Box::new(kept)),
                )
            });
            Ok((Done {}, step))
        })
    }
}
