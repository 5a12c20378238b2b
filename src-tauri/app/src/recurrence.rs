//! What comes again: kept, offered when its day has come, and logged only when the person says that it
//! took place.

use crate::activity::row;
use crate::app::{App, Present, new_id_text};
use crate::convert::{count, invalid, not_found};
use crate::copy_week::{add, on, with_carried};
use crate::failure::Failure;
use crate::undo::{Back, Step};
use crate::unfinished::{finish, finish_boxes};
use crate::wire::{
    ActivityRow, AnswerRecurrence, DueEntries, DueEntry, Form, Nothing, Programme, Recurrence,
    RecurrenceRow, Recurrences, SaveRecurrence,
};
use aftershift_domain::activity::{ActivityContent, RecurrenceAnswer};
use aftershift_domain::id::RecurrenceId;
use aftershift_store::{ItemKind, Reader};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How many days are offered at once; the others follow when these are answered.
const OFFERED: usize = 40;

/// How far ahead the next day is looked for: a year and a little.
const AHEAD: u64 = 400;

/// What recurs and is not in the bin.
fn present_recurrences(db: &Reader<'_>) -> Result<Vec<Recurrence>, Failure> {
    let mut all = db.all_recurrences()?;
    all.retain(|it| it.deleted_at.is_none());
    Ok(all)
}

/// The days of `it` about which nothing is said yet.
fn due_days(
    it: &Recurrence,
    answers: &[RecurrenceAnswer],
    programme: &Programme,
    today: NaiveDate,
) -> Vec<NaiveDate> {
    let answered: BTreeSet<NaiveDate> = answers
        .iter()
        .filter(|answer| answer.recurrence_id == it.id)
        .map(|answer| answer.due_on)
        .collect();
    it.due(programme, &answered, today)
}

/// Every day that is due, the latest first.
fn due(db: &Reader<'_>, present: Present) -> Result<Vec<(Recurrence, NaiveDate)>, Failure> {
    let programme = db.programme()?;
    let answers = db.all_recurrence_answers()?;
    let mut due = Vec::new();
    for it in present_recurrences(db)? {
        for day in due_days(&it, &answers, &programme, present.today) {
            due.push((it.clone(), day));
        }
    }
    due.sort_by_key(|(_, day)| std::cmp::Reverse(*day));
    Ok(due)
}

/// What the box is called in the form of what is due that says what was learned on a day of `id`.
fn box_of_offer(id: &RecurrenceId, day: NaiveDate) -> String {
    format!("{id}-{day}")
}

/// How many days are due, for the Today room.
pub(crate) fn count_due(db: &Reader<'_>, present: Present) -> Result<u32, Failure> {
    Ok(count(due(db, present)?.len()))
}

impl SaveRecurrence {
    fn over(self, before: Recurrence) -> Recurrence {
        let codes = ActivityContent {
            criteria: self.criteria,
            ..before.entry_on(before.from)
        };
        Recurrence {
            title: self.title.trim().to_owned(),
            weekdays: self.weekdays,
            every_weeks: self.every_weeks,
            from: self.from,
            until: self.until,
            started_at: self.started_at,
            ended_at: self.ended_at,
            duration: self.duration,
            category: self.category,
            paid: self.paid,
            delivered_by: self.delivered_by,
            delivered_by_kind: self.delivered_by_kind,
            place: self.place,
            criteria: codes.with_criteria_normalised().criteria,
            tags: self.tags,
            ..before
        }
    }
}

/// Something that recurs and about which nothing is known yet.
fn blank(request: &SaveRecurrence, present: Present) -> Result<Recurrence, Failure> {
    let id = RecurrenceId::new(new_id_text(present.now));
    Ok(Recurrence {
        id: id.map_err(|error| invalid("id", error.to_string()))?,
        title: String::new(),
        weekdays: Vec::new(),
        every_weeks: 1,
        from: request.from,
        until: None,
        started_at: None,
        ended_at: None,
        duration: None,
        category: None,
        paid: request.paid,
        delivered_by: String::new(),
        delivered_by_kind: request.delivered_by_kind,
        place: request.place,
        criteria: Vec::new(),
        tags: Vec::new(),
        created_at: present.now,
        changed_at: present.now,
        deleted_at: None,
    })
}

fn present_recurrence(db: &Reader<'_>, id: &RecurrenceId) -> Result<Recurrence, Failure> {
    let found = db.recurrence(id)?.filter(|it| it.deleted_at.is_none());
    found.ok_or_else(|| not_found("recurrence"))
}

impl App {
    /// What recurs, in the order in which it was recorded.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn list_recurrences(&self, _: Nothing) -> Result<Recurrences, Failure> {
        self.read(|db, present| {
            let programme = db.programme()?;
            let answers = db.all_recurrence_answers()?;
            let row = |it: Recurrence| RecurrenceRow {
                due: count(due_days(&it, &answers, &programme, present.today).len()),
                next: it.next_after(present.today, AHEAD),
                recurrence: it,
            };
            let all = present_recurrences(db)?;
            Ok(Recurrences {
                rows: all.into_iter().map(row).collect(),
            })
        })
    }

    /// Keeps something that recurs, new or changed.
    ///
    /// # Errors
    /// Everything that cannot be right in it, or why it cannot be written.
    pub fn save_recurrence(&self, request: SaveRecurrence) -> Result<Recurrence, Failure> {
        self.write_undoable(|db, present| {
            let before = match &request.id {
                Some(id) => Some(present_recurrence(db, id)?),
                None => None,
            };
            let base = match &before {
                Some(before) => before.clone(),
                None => blank(&request, present)?,
            };
            let mut recurrence = request.over(base);
            recurrence.problems().or(())?;
            let about = before.as_ref().map(|before| before.id.as_str());
            finish(db, Form::Recurrence, about)?;
            let Some(before) = before else {
                db.save_recurrence(&recurrence)?;
                let back = Back::Bin(ItemKind::Recurrence, recurrence.id.to_string());
                let what = format!("Added the recurring entry “{}”", recurrence.title);
                return Ok((recurrence, Some(Step::new(what, back))));
            };
            if recurrence == before {
                return Ok((recurrence, None));
            }
            recurrence = recurrence.after(&before, present.today);
            recurrence.changed_at = present.now;
            db.save_recurrence(&recurrence)?;
            let what = format!("Changed the recurring entry “{}”", recurrence.title);
            let back = Back::Recurrence(Box::new(before));
            Ok((recurrence, Some(Step::new(what, back))))
        })
    }

    /// What is due and waits for a word, the latest day first.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn due_entries(&self, _: Nothing) -> Result<DueEntries, Failure> {
        self.read(|db, present| {
            let due = due(db, present)?;
            let total = count(due.len());
            let offer = |(it, day): (Recurrence, NaiveDate)| DueEntry {
                content: it.entry_on(day),
                recurrence_id: it.id,
                due_on: day,
            };
            Ok(DueEntries {
                entries: due.into_iter().take(OFFERED).map(offer).collect(),
                total,
            })
        })
    }

    /// Says what became of a day that is due: it is logged as a draft, or did not happen.
    ///
    /// # Errors
    /// If it is not due, or what is claimed cannot be right.
    pub fn answer_recurrence(
        &self,
        request: AnswerRecurrence,
    ) -> Result<Option<ActivityRow>, Failure> {
        self.write_undoable(|db, present| {
            let it = present_recurrence(db, &request.recurrence_id)?;
            let programme = db.programme()?;
            let answers = db.all_recurrence_answers()?;
            let day = request.due_on;
            if !due_days(&it, &answers, &programme, present.today).contains(&day) {
                return Err(not_found("due"));
            }
            let mut answer = RecurrenceAnswer {
                recurrence_id: it.id.clone(),
                due_on: day,
                activity_id: None,
                answered_at: present.now,
            };
            let offer = box_of_offer(&it.id, day);
            let typed = finish_boxes(db, Form::Due, |name| {
                name.split_once('.').map_or(name, |(it, _)| it) == offer
            })?;
            let mut back = vec![Back::NoRecurrenceAnswer(it.id.clone(), day)];
            back.extend(typed.map(|typed| Back::Unfinished(Box::new(typed))));
            if !request.happened {
                db.answer_recurrence(&answer)?;
                let what = format!("Noted that “{}” did not happen on {}", it.title, on(day));
                return Ok((None, Some(Step::new(what, Back::All(back)))));
            }
            let content = ActivityContent {
                off_the_job: request.off_the_job,
                what_was_learned: request.what_was_learned,
                ..with_carried(it.entry_on(day), request.carried)
            };
            let activity = add(db, content, present)?;
            answer.activity_id = Some(activity.id.clone());
            db.answer_recurrence(&answer)?;
            back.push(Back::Bin(ItemKind::Activity, activity.id.to_string()));
            let what = format!("Logged “{}” on {}", it.title, on(day));
            Ok((
                Some(row(db, activity, &programme, present.today)?),
                Some(Step::new(what, Back::All(back))),
            ))
        })
    }
}

#[cfg(test)]
mod tests;
