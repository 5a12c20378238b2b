//! The capture box: what happened on a shift, before it has a form.

use crate::activity::blank;
use crate::app::{App, new_id_text};
use crate::convert::invalid;
use crate::failure::Failure;
use crate::reflection::{began, begun, last_model};
use crate::undo::{Back, Step};
use crate::wire::{Activity, Nothing, ReflectionBegun, SaveCapture, Saved};
use aftershift_domain::id::ActivityId;
use aftershift_domain::problem::Problems;
use aftershift_domain::reflection::ActivityLink;
use aftershift_store::{ItemKind, Reader, Writer};

/// The most characters of a title that is made from a text.
const TITLE: usize = 60;

/// What stands in the capture box.
pub(crate) fn text(db: &Reader<'_>) -> Result<String, Failure> {
    Ok(db.capture()?)
}

/// Puts `text` before what stands in the capture box by now.
pub(crate) fn put_before(db: &Writer<'_>, text: &str) -> Result<(), Failure> {
    let now = db.capture()?;
    let both = if now.trim().is_empty() {
        text.to_owned()
    } else {
        format!("{text}\n\n{now}")
    };
    Ok(db.set_capture(&both)?)
}

/// Takes a text out of the capture box that was put before what stands there. Says whether it still stood there.
pub(crate) fn take_from_front(db: &Writer<'_>, text: &str) -> Result<bool, Failure> {
    let now = db.capture()?;
    let rest = match now.strip_prefix(text) {
        Some("") => "",
        Some(after) => match after.strip_prefix("\n\n") {
            Some(rest) => rest,
            None => return Ok(false),
        },
        None => return Ok(false),
    };
    db.set_capture(rest)?;
    Ok(true)
}

/// A title for `text`: its first sentence, or as many of its first words as fit.
pub(crate) fn title_of(text: &str) -> String {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| line.chars().any(char::is_alphanumeric));
    let line = line
        .unwrap_or_default()
        .trim_start_matches(['#', '>', '-', '*', '+', ' ']);
    let sentence = first_sentence(line);
    if sentence.chars().count() <= TITLE {
        return sentence.trim_end_matches(['.', ' ']).to_owned();
    }
    let mut title = String::new();
    for word in sentence.split_whitespace() {
        if title.chars().count() + word.chars().count() + 2 > TITLE {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    if title.is_empty() {
        // One word that is longer than a title: there is no better place to cut.
        title = sentence.chars().take(TITLE - 1).collect();
    }
    format!("{}…", title.trim_end_matches([',', ';', ':', '.']))
}

/// Up to the first full stop, question or exclamation mark that a space or the end follows.
fn first_sentence(line: &str) -> &str {
    let mut marks = line
        .char_indices()
        .filter(|(_, c)| matches!(c, '.' | '!' | '?'));
    let end = marks.find_map(|(at, mark)| {
        let after = at + mark.len_utf8();
        line[after..]
            .chars()
            .next()
            .is_none_or(char::is_whitespace)
            .then_some(after)
    });
    end.map_or(line, |end| &line[..end])
}

/// Makes an activity of what stands in the box and empties it. `None` if nothing stands there.
fn make_activity(
    db: &Writer<'_>,
    present: crate::app::Present,
) -> Result<Option<(Activity, String)>, Failure> {
    let text = text(db)?;
    if text.trim().is_empty() {
        return Ok(None);
    }
    let id = ActivityId::new(new_id_text(present.now));
    let id = id.map_err(|error| invalid("id", error.to_string()))?;
    let activity = Activity {
        title: title_of(&text),
        what_was_done: text.trim().to_owned(),
        ..blank(id, present)
    };
    activity.problems().or(())?;
    db.save_activity(&activity)?;
    db.set_capture("")?;
    Ok(Some((activity, text)))
}

fn nothing_there() -> Failure {
    invalid("text", "Write a few words about what happened first.")
}

impl App {
    /// Keeps what is typed into the capture box, as it is typed.
    ///
    /// # Errors
    /// If it is too long, or cannot be written.
    pub fn save_capture(&self, request: SaveCapture) -> Result<Saved, Failure> {
        let mut problems = Problems::new();
        problems.check_text("text", &request.text);
        problems.or(())?;
        self.write(|db, present| {
            db.set_capture(&request.text)?;
            Ok(Saved {
                saved_at: present.now,
            })
        })
    }

    /// Turns the captured text into an activity and leaves it there.
    ///
    /// # Errors
    /// If nothing was captured, or it cannot be written.
    pub fn keep_capture(&self, _: Nothing) -> Result<Activity, Failure> {
        self.write_undoable(|db, present| {
            let (activity, text) = make_activity(db, present)?.ok_or_else(nothing_there)?;
            let back = Back::All(vec![
                Back::Bin(ItemKind::Activity, activity.id.to_string()),
                Back::Capture(text),
            ]);
            let step = Step::new(format!("Kept the activity “{}”", activity.title), back);
            Ok((activity, Some(step)))
        })
    }

    /// Turns the captured text into an activity and a reflection that is linked to it. With nothing
    /// captured, an empty reflection is begun.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write_about_capture(&self, _: Nothing) -> Result<ReflectionBegun, Failure> {
        self.write_undoable(|db, present| {
            let model = last_model(db)?;
            let Some((activity, text)) = make_activity(db, present)? else {
                let reflection = begun(db, present, String::new(), model, None, "")?;
                db.save_reflection(&reflection)?;
                let step = began(&reflection);
                let begun = ReflectionBegun {
                    reflection_id: reflection.id,
                    activity_id: None,
                };
                return Ok((begun, Some(step)));
            };
            let reflection = begun(
                db,
                present,
                activity.title.clone(),
                model,
                Some(activity.done_on),
                text.trim(),
            )?;
            db.save_reflection(&reflection)?;
            db.link_activity(&reflection.id, &activity.id)?;
            let link = ActivityLink {
                reflection_id: reflection.id.clone(),
                activity_id: activity.id.clone(),
            };
            let back = Back::All(vec![
                Back::NoActivityLink(link.clone()),
                Back::Bin(ItemKind::Reflection, link.reflection_id.to_string()),
                Back::Bin(ItemKind::Activity, link.activity_id.to_string()),
                Back::Capture(text),
            ]);
            let step = Step::new(format!("Began writing about “{}”", activity.title), back);
            let begun = ReflectionBegun {
                reflection_id: link.reflection_id,
                activity_id: Some(link.activity_id),
            };
            Ok((begun, Some(step)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{open_world, reflection_ref};
    use crate::wire::ListActivities;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(text: &str, title: Expect) {
        title.assert_eq(&title_of(text));
    }

    #[test]
    fn a_title_is_the_first_sentence_or_the_words_that_fit() {
        check(
            "Helped with a fall. It went well.",
            expect!["Helped with a fall"],
        );
        check(
            "Was it 2.5 ml or 5? I asked.",
            expect!["Was it 2.5 ml or 5?"],
        );
        check("# Night shift\n\nQuiet.", expect!["Night shift"]);
        check("\n\n---\n- Bed bath with Sam", expect!["Bed bath with Sam"]);
        check(
            "Today I supported a resident who was very anxious about the new hoist, and then",
            expect!["Today I supported a resident who was very anxious about the…"],
        );
        check(
            &"a".repeat(80),
            expect!["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"],
        );
    }

    #[test]
    fn what_is_typed_is_there_again_as_it_was() {
        let world = open_world();
        let typed = "  a fall,\nno harm \n";
        world
            .app
            .save_capture(SaveCapture { text: typed.into() })
            .unwrap();
        assert_eq!(world.app.today(Nothing {}).unwrap().capture, typed);
    }

    #[test]
    fn keeping_a_capture_makes_an_activity_of_today_and_can_be_undone() {
        let world = open_world();
        assert!(matches!(
            world.app.keep_capture(Nothing {}),
            Err(Failure::Invalid { .. })
        ));
        let text = "Helped after a fall. No harm, but the alarm was off.";
        world
            .app
            .save_capture(SaveCapture { text: text.into() })
            .unwrap();
        let kept = world.app.keep_capture(Nothing {}).unwrap();
        assert_eq!(kept.title, "Helped after a fall");
        assert_eq!(kept.what_was_done, text);
        assert_eq!(kept.done_on, world.today());
        assert_eq!(kept.off_the_job, None, "doing the job is not learning");
        assert_eq!(world.app.today(Nothing {}).unwrap().capture, "");

        world.app.undo(Nothing {}).unwrap();
        assert_eq!(world.app.today(Nothing {}).unwrap().capture, text);
        let all = ListActivities {
            limit: 10,
            ..crate::testing::all_activities()
        };
        assert_eq!(world.app.list_activities(all).unwrap().total, 0);
    }

    #[test]
    fn writing_about_a_capture_begins_a_linked_reflection_with_its_text() {
        let world = open_world();
        world
            .app
            .save_capture(SaveCapture {
                text: "A fall. No harm.".into(),
            })
            .unwrap();
        let begun = world.app.write_about_capture(Nothing {}).unwrap();
        let view = world.app.reflection(reflection_ref(&begun)).unwrap();
        assert_eq!(view.reflection.model, "gibbs");
        assert_eq!(view.reflection.title, "A fall");
        assert_eq!(view.stages[0].text, "A fall. No harm.");
        assert_eq!(view.activities.len(), 1);
        assert_eq!(
            Some(&view.activities[0].activity.id),
            begun.activity_id.as_ref()
        );
    }

    #[test]
    fn writing_with_an_empty_box_begins_an_empty_reflection() {
        let world = open_world();
        let begun = world.app.write_about_capture(Nothing {}).unwrap();
        assert_eq!(begun.activity_id, None);
        assert_eq!(
            world.app.reflection(reflection_ref(&begun)).unwrap().words,
            0
        );
    }

    #[test]
    fn a_paste_of_5_mb_is_refused_and_the_box_stays_as_it_was() {
        let world = open_world();
        world
            .app
            .save_capture(SaveCapture {
                text: "before".into(),
            })
            .unwrap();
        let paste = SaveCapture {
            text: "a".repeat(5 << 20),
        };
        assert!(matches!(
            world.app.save_capture(paste),
            Err(Failure::Invalid { .. })
        ));
        assert_eq!(world.app.today(Nothing {}).unwrap().capture, "before");
    }
}
