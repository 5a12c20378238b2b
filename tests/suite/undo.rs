//! Every change that a person can take back, taken back.

use aftershift_tests::World;
use aftershift_tests::request::{
    activity, again, all_activities, all_reflections, book, programme, recurrence, reflection,
    saving, with,
};
use serde_json::{Value, json};

/// A portfolio in which there is one of everything that can be changed.
struct Desk {
    world: World,
    activity: Value,
    reflection: Value,
    theory: Value,
    other: Value,
    link: Value,
    model: Value,
}

fn model() -> Value {
    json!({
        "id": null, "name": "Three questions", "reference": "",
        "stages": [{ "key": "seen", "name": "What did I see?", "prompt": "" }],
    })
}

impl Desk {
    fn new() -> Self {
        let world = World::with_portfolio();
        let activity =
            world.ask("save_activity", activity("Night shift", "2026-03-11"))["activity"].clone();
        let begun = world.ask(
            "create_reflection",
            reflection("Five in the morning", "free"),
        );
        let reflection = begun["reflectionId"].clone();
        let theory = world.ask(
            "save_theory",
            book("Schön", "1983", "The reflective practitioner"),
        );
        let other = world.ask(
            "save_theory",
            book("Benner", "1984", "From novice to expert"),
        );
        let model = world.ask("save_model", model());
        let desk = Self {
            world,
            activity,
            reflection,
            theory,
            other,
            link: Value::Null,
            model,
        };
        let link = desk.world.ask(
            "link_theory",
            desk.theory_link(&desk.theory, "It was thinking on my feet."),
        );
        desk.world.ask("save_programme", programme());
        Self { link, ..desk }
    }

    fn theory_link(&self, work: &Value, rationale: &str) -> Value {
        json!({
            "id": null, "reflectionId": self.reflection, "theoryId": work["id"],
            "relation": "applies", "rationale": rationale, "passage": "",
        })
    }

    fn activity_link(&self) -> Value {
        json!({ "reflectionId": self.reflection, "activityId": self.activity["id"] })
    }

    /// All that a person sees of the portfolio, but for when it changed and what has gone to the bin since.
    fn seen(&self) -> Value {
        let ask = |command: &str, request: Value| self.world.ask(command, request);
        let mut seen = json!({
            "capture": ask("today", json!({}))["capture"],
            "activities": ask("list_activities", all_activities()),
            "recurrences": ask("list_recurrences", json!({})),
            "due": ask("due_entries", json!({})),
            "timer": ask("timer", json!({})),
            "reflections": ask("list_reflections", all_reflections()),
            "theory": ask("list_theory", json!({})),
            "programme": ask("programme", json!({})),
            "models": ask("models", json!({})),
        });
        let rows = seen["reflections"]["rows"].as_array().unwrap().clone();
        let views = rows
            .iter()
            .map(|row| ask("reflection", json!({ "id": row["id"] })));
        seen["views"] = views.collect();
        let activities = seen["activities"]["rows"].as_array().unwrap().clone();
        let views = activities
            .iter()
            .map(|row| ask("activity", json!({ "id": row["activity"]["id"] })));
        seen["entries"] = views.collect();
        without_times(&mut seen);
        seen
    }
}

fn without_times(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("changedAt");
            fields.values_mut().for_each(without_times);
        }
        Value::Array(values) => values.iter_mut().for_each(without_times),
        _ => {}
    }
}

/// Does something that a person can take back, takes it back, and asserts that all is as it was.
#[track_caller]
fn check(what: &str, work: impl FnOnce(&Desk)) {
    check_after(what, |_| (), work);
}

#[track_caller]
fn check_after(what: &str, prepare: impl FnOnce(&Desk), work: impl FnOnce(&Desk)) {
    let desk = Desk::new();
    prepare(&desk);
    let before = desk.seen();
    let next = desk.world.ask("portfolio_status", json!({}))["undo"].clone();
    work(&desk);
    let done = desk.seen();
    assert_ne!(done, before, "something was done");
    let offered = desk.world.ask("portfolio_status", json!({}))["undo"].clone();
    assert_eq!(offered, what, "it is said before it is taken back");
    let undone = desk.world.ask("undo", json!({}));
    assert_eq!((&undone["what"], &undone["next"]), (&offered, &next));
    let after = desk.seen();
    assert!(after == before, "before {before:#}\nafter {after:#}");
    let redone = desk.world.ask("redo", json!({}));
    assert_eq!(&redone["what"], &offered);
    let again = desk.seen();
    assert!(again == done, "done {done:#}\nagain {again:#}");
    desk.world.ask("undo", json!({}));
    let back = desk.seen();
    assert!(back == before, "before {before:#}\nback {back:#}");
    assert_eq!(desk.world.reopened().app.check().unwrap(), []);
}

#[test]
fn an_activity_added() {
    check("Added the activity “Lecture”", |desk| {
        desk.world
            .ask("save_activity", activity("Lecture", "2026-03-10"));
    });
}

#[test]
fn an_activity_changed() {
    check("Changed the activity “Night shift”", |desk| {
        let changes = json!({ "duration": 600, "offTheJob": 60, "category": "mentoring" });
        desk.world
            .ask("save_activity", with(again(&desk.activity), changes));
    });
}

#[test]
fn entries_handed_over_and_confirmed() {
    check("Handed over “Night shift”", |desk| {
        let entries = json!({ "activityIds": [desk.activity["id"]] });
        desk.world.ask("submit_activities", entries);
    });
    check("Recorded what R. Osei said of “Night shift”", |desk| {
        let word = json!({
            "activityIds": [desk.activity["id"]], "decision": "queried", "name": "R. Osei",
            "role": "", "decidedOn": "2026-03-12", "comment": "",
        });
        desk.world.ask("confirm_activities", word);
    });
}

#[test]
fn something_that_recurs_added_changed_and_answered() {
    let keep = |desk: &Desk| desk.world.ask("save_recurrence", recurrence("College day"));
    check("Added the recurring entry “College day”", |desk| {
        keep(desk);
    });
    check_after(
        "Changed the recurring entry “Study day”",
        |desk| drop(keep(desk)),
        |desk| {
            let it = desk.world.ask("list_recurrences", json!({}));
            let id = &it["rows"][0]["recurrence"]["id"];
            let changed = with(recurrence("Study day"), json!({ "id": id }));
            desk.world.ask("save_recurrence", changed);
        },
    );
    for (happened, what) in [
        (true, "Logged “College day” on Tue 10 Mar 2026"),
        (
            false,
            "Noted that “College day” did not happen on Tue 10 Mar 2026",
        ),
    ] {
        check_after(
            what,
            |desk| drop(keep(desk)),
            |desk| {
                let due = desk.world.ask("due_entries", json!({}));
                let answer = json!({
                    "recurrenceId": due["entries"][0]["recurrenceId"], "dueOn": "2026-03-10",
                    "happened": happened, "offTheJob": null, "whatWasLearned": "",
                });
                desk.world.ask("answer_recurrence", answer);
            },
        );
    }
}

#[test]
fn a_timer_logged_or_given_up() {
    let stopped = |desk: &Desk| {
        desk.world.ask("start_timer", json!({ "title": "Library" }));
        desk.world.ask("stop_timer", json!({}));
    };
    check_after("Logged the timed activity “Library”", stopped, |desk| {
        let entry = with(activity("Library", "2026-03-12"), json!({ "duration": 60 }));
        desk.world.ask("log_timer", entry);
    });
    check_after("Gave up the timer", stopped, |desk| {
        desk.world.ask("discard_timer", json!({}));
    });
}

#[test]
fn the_week_before_copied() {
    check_after(
        "Copied 1 activity of the week before",
        |desk| {
            let lecture = activity("Lecture", "2026-03-03");
            desk.world.ask("save_activity", lecture);
        },
        |desk| {
            let proposed = desk.world.ask("propose_week", json!({ "day": null }));
            let from = &proposed["proposals"][0]["from"];
            let copy = json!({
                "day": proposed["firstDay"], "entries": [{ "from": from, "offTheJob": null }],
            });
            desk.world.ask("copy_week", copy);
        },
    );
}

#[test]
fn a_work_added() {
    check("Added Kolb (1984)", |desk| {
        desk.world
            .ask("save_theory", book("Kolb", "1984", "Experiential learning"));
    });
}

#[test]
fn a_work_changed() {
    check("Changed Benner (2001)", |desk| {
        let request = with(
            book("Benner", "2001", "From novice to expert"),
            json!({ "id": desk.other["id"], "citeKey": "novice" }),
        );
        desk.world.ask("save_theory", request);
    });
}

#[test]
fn a_reflection_begun() {
    check("Began the reflection “Rounds”", |desk| {
        desk.world
            .ask("create_reflection", reflection("Rounds", "gibbs"));
    });
    check("Began a reflection", |desk| {
        desk.world.ask("create_reflection", reflection("", "gibbs"));
    });
    check("Began the reflection “Night shift”", |desk| {
        desk.world.ask(
            "create_reflection",
            with(
                reflection("", "gibbs"),
                json!({ "activityId": desk.activity["id"] }),
            ),
        );
    });
    check("Began a reflection", |desk| {
        desk.world.ask("write_about_capture", json!({}));
    });
}

#[test]
fn a_reflection_that_was_begun_is_in_the_bin_with_its_words() {
    let desk = Desk::new();
    let begun = desk
        .world
        .ask("create_reflection", reflection("Rounds", "free"));
    let id = &begun["reflectionId"];
    let view = desk.world.ask("reflection", json!({ "id": id }));
    let key = &view["stages"][0]["key"];
    let stages = json!([{ "key": key, "heading": "", "text": "A full jug and no cup." }]);
    desk.world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stages })),
    );
    desk.world.ask("undo", json!({}));
    desk.world.ask(
        "restore_from_bin",
        json!({ "kind": "reflection", "id": id }),
    );
    let back = desk.world.ask("reflection", json!({ "id": id }));
    assert_eq!(back["stages"][0]["text"], "A full jug and no cup.");
}

fn confirmation(desk: &Desk) -> Value {
    json!({
        "activityId": desk.activity["id"], "decision": "queried", "name": "Marguerite Sowande",
        "role": "Ward manager", "decidedOn": "2026-03-12", "comment": "Which half of it?",
    })
}

#[test]
fn a_confirmation_recorded() {
    let what = "Recorded what Marguerite Sowande said of “Night shift”";
    check(what, |desk| {
        desk.world.ask("record_confirmation", confirmation(desk));
    });
    check("Handed over “Night shift”", |desk| {
        let request = with(confirmation(desk), json!({ "decision": "submitted" }));
        desk.world.ask("record_confirmation", request);
    });
    // An earlier word stays on record, and the entry is as that word left it.
    check_after(
        what,
        |desk| {
            let first = with(
                confirmation(desk),
                json!({ "decision": "confirmed", "name": "Sam" }),
            );
            desk.world.ask("record_confirmation", first);
        },
        |desk| drop(desk.world.ask("record_confirmation", confirmation(desk))),
    );
}

#[test]
fn the_words_of_a_confirmation_that_is_taken_back_return_to_its_form() {
    let desk = Desk::new();
    let form = json!({ "form": "confirmation", "about": desk.activity["id"] });
    let fields = json!([{ "name": "comment", "text": "Which half of it?", "before": "" }]);
    let typed = with(form.clone(), json!({ "fields": fields }));
    desk.world.ask("save_unfinished", typed);
    desk.world.ask("record_confirmation", confirmation(&desk));
    assert_eq!(desk.world.ask("unfinished", form.clone()), Value::Null);
    desk.world.ask("undo", json!({}));
    assert_eq!(desk.world.ask("unfinished", form)["fields"], fields);
}

#[test]
fn a_link_to_theory_made_changed_and_taken_away() {
    check("Linked “Five in the morning” to Benner (1984)", |desk| {
        desk.world.ask(
            "link_theory",
            desk.theory_link(&desk.other, "It asks for the feeling."),
        );
    });
    check(
        "Changed the link from “Five in the morning” to Schön (1983)",
        |desk| {
            let changes = json!({ "id": desk.link["id"], "relation": "challenges" });
            desk.world.ask(
                "link_theory",
                with(desk.theory_link(&desk.theory, "No."), changes),
            );
        },
    );
    check_after(
        "Took the quotation off the link from “Five in the morning” to Schön (1983)",
        |desk| {
            let changes = json!({ "id": desk.link["id"], "passage": "step by step" });
            let request = with(desk.theory_link(&desk.theory, "No."), changes);
            desk.world.ask("link_theory", request);
        },
        |desk| {
            desk.world
                .ask("drop_passage", json!({ "id": desk.link["id"] }));
        },
    );
    check(
        "Took away the link from “Five in the morning” to Schön (1983)",
        |desk| {
            desk.world
                .ask("unlink_theory", json!({ "id": desk.link["id"] }));
        },
    );
}

#[test]
fn a_link_to_an_activity_made_and_taken_away() {
    check(
        "Linked “Five in the morning” to the activity “Night shift”",
        |desk| {
            desk.world.ask("link_activity", desk.activity_link());
        },
    );
    check_after(
        "Took away the link from “Five in the morning” to the activity “Night shift”",
        |desk| drop(desk.world.ask("link_activity", desk.activity_link())),
        |desk| drop(desk.world.ask("unlink_activity", desk.activity_link())),
    );
}

#[test]
fn a_change_of_programme() {
    check("Changed learner and programme", |desk| {
        let mut request = programme();
        request["programme"]["plannedEnd"] = json!("2027-06-30");
        request["learner"]["name"] = json!("Amara Osei-Bonsu");
        desk.world.ask("save_programme", request);
    });
}

#[test]
fn a_model_added_and_changed() {
    check("Added the model “Two questions”", |desk| {
        desk.world.ask(
            "save_model",
            with(model(), json!({ "name": "Two questions" })),
        );
    });
    check("Changed the model “Four questions”", |desk| {
        let changes = json!({ "id": desk.model["id"], "name": "Four questions" });
        desk.world.ask("save_model", with(model(), changes));
    });
}

#[test]
fn a_way_to_the_bin_and_back() {
    for (kind, title) in [
        ("activity", "Night shift"),
        ("reflection", "Five in the morning"),
        ("theory", "The reflective practitioner"),
        ("model", "Three questions"),
    ] {
        let item = |desk: &Desk| {
            let id = match kind {
                "activity" => &desk.activity["id"],
                "reflection" => &desk.reflection,
                "theory" => &desk.theory["id"],
                _ => &desk.model["id"],
            };
            json!({ "kind": kind, "id": id })
        };
        check(&format!("Moved “{title}” to the bin"), |desk| {
            desk.world.ask("move_to_bin", item(desk));
        });
        check_after(
            &format!("Took “{title}” out of the bin"),
            |desk| drop(desk.world.ask("move_to_bin", item(desk))),
            |desk| drop(desk.world.ask("restore_from_bin", item(desk))),
        );
    }
}

#[test]
fn a_capture_kept_or_written_about() {
    let capture = |desk: &Desk| {
        desk.world
            .ask("save_capture", json!({ "text": "A fall. No harm." }));
    };
    check_after("Kept the activity “A fall”", capture, |desk| {
        desk.world.ask("keep_capture", json!({}));
    });
    check_after("Began writing about “A fall”", capture, |desk| {
        desk.world.ask("write_about_capture", json!({}));
    });
}

#[test]
fn many_changes_are_taken_back_one_by_one_to_the_first() {
    let desk = Desk::new();
    let mut states = vec![desk.seen()];
    for number in 0..5 {
        desk.world.ask(
            "save_activity",
            activity(&format!("Lecture {number}"), "2026-03-10"),
        );
        states.push(desk.seen());
        let changed = with(
            book("Kolb", "1984", &format!("Title {number}")),
            json!({ "id": desk.other["id"] }),
        );
        desk.world.ask("save_theory", changed);
        states.push(desk.seen());
    }
    let last = states.pop().unwrap();
    assert!(desk.seen() == last);
    while let Some(state) = states.pop() {
        desk.world.ask("undo", json!({}));
        assert!(desk.seen() == state, "{} states are left", states.len());
    }
}

#[test]
fn nothing_is_taken_back_where_nothing_was_done() {
    let world = World::with_portfolio();
    let undone = world.ask("undo", json!({}));
    assert_eq!(
        (&undone["what"], &undone["next"]),
        (&Value::Null, &json!(""))
    );
}
