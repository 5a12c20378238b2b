//! A timer that outlives the program: its state is kept in the portfolio, among the settings that travel
//! with the file, until the time is logged or given up. It is no record of anything, so the open format does
//! not have it.

use crate::activity::{new_id, row};
use crate::app::{App, Present};
use crate::convert::invalid;
use crate::failure::Failure;
use crate::undo::{Back, Step};
use crate::unfinished::finish;
use crate::wire::{ActivityRow, Done, Form, NameTimer, Nothing, SaveActivity, Saved, TimerView};
use aftershift_domain::activity::Timer;
use aftershift_store::{ItemKind, Reader, Writer};
use chrono::{DateTime, FixedOffset};

/// Where it stands in the portfolio's settings.
const KEY: &str = "timer";

/// The timer that runs or waits to be looked at.
pub(crate) fn timer(db: &Reader<'_>) -> Result<Option<Timer>, Failure> {
    let Some(kept) = db.setting(KEY)? else {
        return Ok(None);
    };
    let read = serde_json::from_str(&kept).map_err(|error| Failure::Damaged {
        what: vec![format!("the timer cannot be read: {error}")],
    });
    read.map(Some)
}

/// Keeps the timer as it stands; nothing for none.
fn keep(db: &Writer<'_>, timer: Option<&Timer>) -> Result<(), Failure> {
    let text = timer.map(serde_json::to_string).transpose();
    let text = text.map_err(|error| Failure::Bug {
        reference: error.to_string(),
    })?;
    Ok(db.set_setting(KEY, text.as_deref())?)
}

/// Puts a timer back that was logged or given up. One that was started since keeps running; says whether it was
/// put back.
pub(crate) fn put_back(db: &Writer<'_>, before: &Timer) -> Result<bool, Failure> {
    let none = timer(db)?.is_none();
    if none {
        keep(db, Some(before))?;
    }
    Ok(none)
}

/// Takes a timer away that was put back, if it is still that one. Says whether it was.
pub(crate) fn put_away(db: &Writer<'_>, put: &Timer) -> Result<bool, Failure> {
    let same = timer(db)?.as_ref() == Some(put);
    if same {
        keep(db, None)?;
    }
    Ok(same)
}

/// Clears the timer with what was typed about its time, and answers what brings both back.
fn clear(db: &Writer<'_>, before: Timer) -> Result<Vec<Back>, Failure> {
    keep(db, None)?;
    let typed = finish(db, Form::Timer, None)?;
    let mut back = vec![Back::Timer(Box::new(before))];
    back.extend(typed.map(|typed| Back::Unfinished(Box::new(typed))));
    Ok(back)
}

fn view(timer: Option<Timer>) -> TimerView {
    TimerView {
        measured: timer.as_ref().and_then(Timer::measured),
        timer,
    }
}

fn none_runs() -> Failure {
    invalid("timer", "No timer is running: start one first.")
}

impl App {
    /// The present moment by the clock on the wall.
    fn on_the_wall(&self, present: Present) -> DateTime<FixedOffset> {
        let offset = self.clock().offset_at(present.now);
        present.now.with_timezone(&offset)
    }

    /// The timer that runs or waits to be looked at.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn timer(&self, _: Nothing) -> Result<TimerView, Failure> {
        self.read(|db, _| Ok(view(timer(db)?)))
    }

    /// Starts a timer, with or without a name for it.
    ///
    /// # Errors
    /// If there is one already, or it cannot be written.
    pub fn start_timer(&self, request: NameTimer) -> Result<TimerView, Failure> {
        self.write(|db, present| {
            if timer(db)?.is_some() {
                return Err(invalid(
                    "timer",
                    "There is a timer already: log its time or give it up first.",
                ));
            }
            let timer = Timer {
                title: request.title,
                on: present.today,
                started: self.on_the_wall(present),
                stopped: None,
            };
            timer.problems().or(())?;
            keep(db, Some(&timer))?;
            Ok(view(Some(timer)))
        })
    }

    /// Says what the timer is for, as it is typed.
    ///
    /// # Errors
    /// If none runs, or it is too long.
    pub fn name_timer(&self, request: NameTimer) -> Result<Saved, Failure> {
        self.write(|db, present| {
            let timer = Timer {
                title: request.title,
                ..timer(db)?.ok_or_else(none_runs)?
            };
            timer.problems().or(())?;
            keep(db, Some(&timer))?;
            Ok(Saved {
                saved_at: present.now,
            })
        })
    }

    /// Stops the timer. Nothing is logged: the length waits to be looked at. One that was stopped before
    /// keeps its end.
    ///
    /// # Errors
    /// If none runs.
    pub fn stop_timer(&self, _: Nothing) -> Result<TimerView, Failure> {
        self.write(|db, present| {
            let mut timer = timer(db)?.ok_or_else(none_runs)?;
            timer.stopped = timer.stopped.or_else(|| Some(self.on_the_wall(present)));
            keep(db, Some(&timer))?;
            Ok(view(Some(timer)))
        })
    }

    /// Lets a timer that was stopped run on, as if it had not been.
    ///
    /// # Errors
    /// If there is none.
    pub fn resume_timer(&self, _: Nothing) -> Result<TimerView, Failure> {
        self.write(|db, _| {
            let timer = Timer {
                stopped: None,
                ..timer(db)?.ok_or_else(none_runs)?
            };
            keep(db, Some(&timer))?;
            Ok(view(Some(timer)))
        })
    }

    /// Logs what the person makes of the time that was measured, and clears the timer: both or neither.
    ///
    /// # Errors
    /// Everything that cannot be right in the entry; if there is no timer, or it still runs.
    pub fn log_timer(&self, request: SaveActivity) -> Result<ActivityRow, Failure> {
        self.write_undoable(|db, present| {
            let before = timer(db)?.ok_or_else(none_runs)?;
            if before.stopped.is_none() {
                return Err(invalid("timer", "The timer still runs: stop it first."));
            }
            let activity = request.over(crate::activity::blank(new_id(present)?, present));
            activity.problems().or(())?;
            db.save_activity(&activity)?;
            let what = format!("Logged the timed activity “{}”", activity.title);
            let mut back = vec![Back::Bin(ItemKind::Activity, activity.id.to_string())];
            back.extend(clear(db, before)?);
            let row = row(db, activity, &db.programme()?, present.today)?;
            Ok((row, Some(Step::new(what, Back::All(back)))))
        })
    }

    /// Gives the timer up without logging anything.
    ///
    /// # Errors
    /// If there is none.
    pub fn discard_timer(&self, _: Nothing) -> Result<Done, Failure> {
        self.write_undoable(|db, _| {
            let before = timer(db)?.ok_or_else(none_runs)?;
            let back = clear(db, before)?;
            Ok((
                Done {},
                Some(Step::new("Gave up the timer", Back::All(back))),
            ))
        })
    }
}

#[cfg(test)]
mod tests;
