//! What is typed is kept: in a form that is not sent off yet, in the capture box, and in a link that is taken
//! away.

use aftershift_tests::World;
use aftershift_tests::pdf::flowing;
use aftershift_tests::request::{
    activity, again, all_reflections, book, export, programme, recurrence, reflection, saving, with,
};
use serde_json::{Value, json};

const SENTENCE: &str = "It was thinking on my feet, as Schön has it.";

/// A portfolio with one of everything that a form can be about.
struct Desk {
    world: World,
    activity: Value,
    reflection: Value,
    theory: Value,
    link: Value,
    model: Value,
    recurrence: Value,
}

impl Desk {
    fn new() -> Self {
        let world = World::with_portfolio();
        let log = world.ask("save_activity", activity("Night shift", "2026-03-11"));
        let begun = world.ask(
            "create_reflection",
            reflection("Five in the morning", "free"),
        );
        let theory = world.ask(
            "save_theory",
            book("Schön", "1983", "The reflective practitioner"),
        );
        let link = world.ask(
            "link_theory",
            json!({
                "id": null, "reflectionId": begun["reflectionId"], "theoryId": theory["id"],
                "relation": "applies", "rationale": SENTENCE, "passage": "",
            }),
        );
        let model = world.ask("save_model", three_questions());
        let recurrence = world.ask("save_recurrence", recurrence("College day"));
        world.ask("start_timer", json!({ "title": "Library" }));
        world.ask("stop_timer", json!({}));
        Self {
            world,
            recurrence,
            activity: log["activity"].clone(),
            reflection: begun["reflectionId"].clone(),
            theory,
            link,
            model,
        }
    }

    /// Every form, with what it is about.
    fn forms(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("programme", Value::Null),
            ("activity", Value::Null),
            ("activity", self.activity["id"].clone()),
            ("confirmation", self.activity["id"].clone()),
            ("confirmations", Value::Null),
            ("recurrence", Value::Null),
            ("recurrence", self.recurrence["id"].clone()),
            ("timer", Value::Null),
            ("theory", Value::Null),
            ("theory", self.theory["id"].clone()),
            ("new_link", self.reflection.clone()),
            ("theory_link", self.link["id"].clone()),
            ("model", Value::Null),
            ("model", self.model["id"].clone()),
            ("happened_on", self.reflection.clone()),
            ("picture", self.reflection.clone()),
        ]
    }

    fn linking(&self, changes: Value) -> Value {
        let new = json!({
            "id": null, "reflectionId": self.reflection, "theoryId": self.theory["id"],
            "relation": "applies", "rationale": SENTENCE, "passage": "",
        });
        with(new, changes)
    }

    fn links(&self) -> Value {
        let view = self
            .world
            .ask("reflection", json!({ "id": self.reflection }));
        view["theoryLinks"].clone()
    }
}

fn three_questions() -> Value {
    json!({
        "id": null, "name": "Three questions", "reference": "",
        "stages": [{ "key": "seen", "name": "What did I see?", "prompt": "" }],
    })
}

fn typed(form: &str, about: &Value, text: &str) -> Value {
    json!({
        "form": form, "about": about,
        "fields": [
            { "name": "title", "text": text, "before": "" },
            // Half a date, as it stood in its boxes.
            { "name": "doneOn.day", "text": "31", "before": "12" },
            { "name": "doneOn.month", "text": "2", "before": "3" },
        ],
    })
}

fn which(form: &str, about: &Value) -> Value {
    json!({ "form": form, "about": about })
}

/// What stands in the first box of a form; nothing if nothing was typed there.
fn first_box(world: &World, form: &str, about: &Value) -> Value {
    world.ask("unfinished", which(form, about))["fields"][0]["text"].clone()
}

#[test]
fn what_is_typed_into_a_form_is_there_again_on_another_day() {
    let desk = Desk::new();
    for (form, about) in desk.forms() {
        assert_eq!(
            desk.world.ask("unfinished", which(form, &about)),
            Value::Null
        );
        for text in ["W", "Wou", "Wound car"] {
            desk.world.ask("save_unfinished", typed(form, &about, text));
        }
    }
    let later = desk.world.days_later(3);
    for (form, about) in desk.forms() {
        let found = later.ask("unfinished", which(form, &about));
        let expected = with(
            typed(form, &about, "Wound car"),
            json!({ "changedAt": "2026-03-12T14:03:00Z" }),
        );
        assert_eq!(found, expected, "{form}");
    }
    assert_eq!(later.app.check().unwrap(), []);
}

#[test]
fn what_is_typed_belongs_to_the_portfolio_it_was_typed_into() {
    let desk = Desk::new();
    let world = &desk.world;
    let mine = world.portfolio();
    world.ask(
        "save_unfinished",
        typed("activity", &Value::Null, "Wound car"),
    );
    world
        .app
        .create_file(&world.path("other.aftershift"))
        .unwrap();
    assert_eq!(
        world.ask("unfinished", which("activity", &Value::Null)),
        Value::Null
    );
    world.app.open_file(&mine).unwrap();
    assert_eq!(
        first_box(world, "activity", &Value::Null),
        "Wound car",
        "another portfolio was open meanwhile"
    );
}

#[test]
fn a_form_that_is_sent_off_has_nothing_unfinished_and_no_other_form_is_touched() {
    let desk = Desk::new();
    let confirmation = json!({
        "activityId": desk.activity["id"], "decision": "confirmed", "name": "Marguerite Sowande",
        "role": "", "decidedOn": "2026-03-12", "comment": "",
    });
    let mut several = confirmation.clone();
    several["activityIds"] = json!([several["activityId"].take()]);
    several.as_object_mut().unwrap().remove("activityId");
    let sent: Vec<(&str, Value)> = vec![
        ("save_programme", programme()),
        ("save_activity", activity("Lecture", "2026-03-10")),
        (
            "save_activity",
            with(again(&desk.activity), json!({ "duration": 60 })),
        ),
        ("record_confirmation", confirmation.clone()),
        ("confirm_activities", several),
        ("save_recurrence", recurrence("Tutorial")),
        (
            "save_recurrence",
            with(
                recurrence("College day"),
                json!({ "id": desk.recurrence["id"], "everyWeeks": 2 }),
            ),
        ),
        ("log_timer", activity("Library", "2026-03-12")),
        ("save_theory", book("Kolb", "1984", "Experiential learning")),
        (
            "save_theory",
            with(
                book("Schön", "1983", "The reflective practitioner"),
                json!({ "id": desk.theory["id"], "citeKey": "schön1983" }),
            ),
        ),
        ("link_theory", desk.linking(json!({ "passage": "I ran." }))),
        // Kept as it was: there is nothing to change, and nothing unfinished either.
        (
            "link_theory",
            desk.linking(json!({ "id": desk.link["id"] })),
        ),
        (
            "save_model",
            with(three_questions(), json!({ "name": "Two questions" })),
        ),
        (
            "save_model",
            with(three_questions(), json!({ "id": desk.model["id"] })),
        ),
    ];
    for ((form, about), (command, request)) in desk.forms().into_iter().zip(sent) {
        let forms = desk.forms();
        for (other, about) in &forms {
            desk.world
                .ask("save_unfinished", typed(other, about, "Half a wo"));
        }
        desk.world.ask(command, request);
        for (other, other_about) in &forms {
            let left = first_box(&desk.world, other, other_about);
            let is_it = (*other, other_about) == (form, &about);
            let expected = if is_it {
                Value::Null
            } else {
                json!("Half a wo")
            };
            assert_eq!(left, expected, "{other} after {command} for {form}");
        }
    }
}

/// The text in each box of a form that there is one of; none if nothing in it is unfinished.
fn boxes(world: &World, form: &str) -> Vec<(String, String)> {
    let found = world.ask("unfinished", which(form, &Value::Null));
    let fields = found["fields"].as_array().cloned().unwrap_or_default();
    let text = |field: &Value, name: &str| field[name].as_str().unwrap().to_owned();
    fields
        .iter()
        .map(|field| (text(field, "name"), text(field, "text")))
        .collect()
}

/// Types these texts into the boxes of these names.
fn type_into(world: &World, form: &str, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let fields: Vec<Value> = typed
        .iter()
        .map(|(name, text)| json!({ "name": name, "text": text, "before": "" }))
        .collect();
    world.ask(
        "save_unfinished",
        json!({ "form": form, "about": null, "fields": fields }),
    );
    boxes(world, form)
}

#[test]
fn an_answer_takes_its_own_box_out_of_what_is_due_and_undo_brings_it_back() {
    let desk = Desk::new();
    let world = desk.world.days_later(14);
    let due = world.ask("due_entries", json!({}));
    let days = due["entries"].as_array().unwrap();
    let name = |due: &Value| {
        let id = due["recurrenceId"].as_str().unwrap();
        format!("{id}-{}", due["dueOn"].as_str().unwrap())
    };
    let (first, second) = (name(&days[0]), name(&days[1]));
    let before = type_into(&world, "due", &[(&first, "1h3"), (&second, "half an h")]);
    for happened in [true, false] {
        world.ask(
            "answer_recurrence",
            json!({
                "recurrenceId": days[0]["recurrenceId"], "dueOn": days[0]["dueOn"],
                "happened": happened, "offTheJob": null, "whatWasLearned": "",
            }),
        );
        assert_eq!(boxes(&world, "due"), before[1..]);
        world.ask("undo", json!({}));
        let mut back = boxes(&world, "due");
        back.reverse();
        assert_eq!(back, before);
    }
}

#[test]
fn a_copied_week_takes_its_own_boxes_out_and_undo_brings_them_back() {
    let desk = Desk::new();
    let world = &desk.world;
    let lecture = world.ask("save_activity", activity("Lecture", "2026-03-03"));
    let id = lecture["activity"]["id"].as_str().unwrap();
    let ticked = format!("{id}.chosen");
    let typed = [(id, "45"), (ticked.as_str(), "yes"), ("another-week", "1h")];
    let before = type_into(world, "copy_week", &typed);
    world.ask(
        "copy_week",
        json!({ "day": "2026-03-12", "entries": [{ "from": id, "offTheJob": 45 }] }),
    );
    assert_eq!(boxes(world, "copy_week"), before[2..]);
    world.ask("undo", json!({}));
    let mut back = boxes(world, "copy_week");
    back.rotate_left(1);
    assert_eq!(back, before);
}

#[test]
fn the_words_of_several_confirmations_and_of_a_timer_return_when_those_are_taken_back() {
    let desk = Desk::new();
    let world = &desk.world;
    let comment = type_into(world, "confirmations", &[("comment", "Which half of it?")]);
    let entry = world.ask("save_activity", activity("Lecture", "2026-03-10"));
    world.ask(
        "confirm_activities",
        json!({
            "activityIds": [desk.activity["id"], entry["activity"]["id"]], "decision": "queried",
            "name": "Marguerite Sowande", "role": "", "decidedOn": "2026-03-12", "comment": "",
        }),
    );
    assert_eq!(boxes(world, "confirmations"), []);
    world.ask("undo", json!({}));
    assert_eq!(boxes(world, "confirmations"), comment);

    let title = type_into(world, "timer", &[("title", "Library, sec")]);
    for (command, request) in [
        ("log_timer", activity("Library", "2026-03-12")),
        ("discard_timer", json!({})),
    ] {
        world.ask(command, request);
        assert_eq!(boxes(world, "timer"), [], "{command}");
        world.ask("undo", json!({}));
        assert_eq!(boxes(world, "timer"), title, "{command}");
    }
}

#[test]
fn a_form_that_is_refused_keeps_what_was_typed() {
    let desk = Desk::new();
    desk.world.ask(
        "save_unfinished",
        typed("activity", &Value::Null, "Half a wo"),
    );
    desk.world
        .refused("save_activity", activity("", "2026-03-10"));
    assert_eq!(
        first_box(&desk.world, "activity", &Value::Null),
        "Half a wo"
    );
}

#[test]
fn emptied_boxes_leave_nothing_unfinished() {
    let desk = Desk::new();
    desk.world
        .ask("save_unfinished", typed("programme", &Value::Null, "A"));
    desk.world.ask(
        "save_unfinished",
        json!({ "form": "programme", "about": null, "fields": [] }),
    );
    assert_eq!(
        desk.world
            .ask("unfinished", which("programme", &Value::Null)),
        Value::Null
    );
}

#[test]
fn what_was_discarded_comes_back_and_takes_nothing_from_what_was_typed_since() {
    let desk = Desk::new();
    let (world, about) = (&desk.world, &desk.activity["id"]);
    world.ask("save_unfinished", typed("activity", about, "Wound car"));
    let before = world.ask("unfinished", which("activity", about));
    world.ask("discard_unfinished", which("activity", about));
    assert_eq!(
        world.ask("unfinished", which("activity", about)),
        Value::Null
    );
    let undone = world.ask("undo", json!({}));
    assert_eq!(
        undone["what"],
        "Discarded what was typed into the form of an activity"
    );
    assert_eq!(world.ask("unfinished", which("activity", about)), before);

    world.ask("discard_unfinished", which("activity", about));
    let since = json!({
        "form": "activity", "about": about,
        "fields": [{ "name": "title", "text": "Another title", "before": "" }],
    });
    world.ask("save_unfinished", since);
    world.ask("undo", json!({}));
    let both = world.ask("unfinished", which("activity", about));
    let texts: Vec<_> = both["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| field["text"].as_str().unwrap())
        .collect();
    assert_eq!(texts, ["Another title", "31", "2"]);

    // Discarding where nothing was typed is nothing to take back.
    world.ask("discard_unfinished", which("theory", &Value::Null));
    let next = world.ask("portfolio_status", json!({}))["undo"].clone();
    assert_ne!(
        next,
        "Discarded what was typed into the form of a work of theory"
    );
}

#[test]
fn what_is_typed_about_a_thing_waits_in_the_bin_with_it() {
    let desk = Desk::new();
    let (world, about) = (&desk.world, &desk.activity["id"]);
    world.ask("save_unfinished", typed("activity", about, "Wound car"));
    let item = json!({ "kind": "activity", "id": about });
    world.ask("move_to_bin", item.clone());
    // The last keys may arrive when the thing has gone already.
    world.ask("save_unfinished", typed("activity", about, "Wound care"));
    world.ask("restore_from_bin", item);
    assert_eq!(first_box(world, "activity", about), "Wound care");
}

#[test]
fn what_is_not_in_use_yet_travels_in_the_open_form_and_is_printed_nowhere() {
    let desk = Desk::new();
    let world = &desk.world;
    for (form, about) in desk.forms() {
        world.ask(
            "save_unfinished",
            typed(form, &about, "Porcelain “naïve” \t half"),
        );
    }
    world.ask("save_capture", json!({ "text": "A basin that crac" }));
    world.ask("unlink_theory", json!({ "id": desk.link["id"] }));
    let first = world.everything();
    assert!(first.contains("A basin that crac") && first.contains(SENTENCE));

    let other = World::with_portfolio();
    let path = other.path("in.json");
    std::fs::write(&path, &first).unwrap();
    other.app.import_portfolio(&path).unwrap();
    let other = other.reopened();
    assert!(other.everything() == first, "the same bytes");
    assert_eq!(
        other.ask("today", json!({}))["capture"],
        "A basin that crac"
    );
    for (form, about) in desk.forms() {
        assert_eq!(
            first_box(&other, form, &about),
            "Porcelain “naïve” \t half",
            "{form}"
        );
    }

    let (pdf, _) = world.pdf(&serde_json::from_value(export()).unwrap());
    let printed = flowing(&pdf.text());
    for kept_back in ["Porcelain", "basin", "thinking on my feet"] {
        assert!(!printed.contains(kept_back), "{kept_back} in {printed}");
    }
}

#[test]
fn an_import_takes_nothing_from_a_portfolio_in_which_only_something_was_typed() {
    let source = Desk::new().world.everything();
    for type_something in [
        ("save_capture", json!({ "text": "A fall" })),
        ("save_unfinished", typed("activity", &Value::Null, "A fa")),
    ] {
        let world = World::with_portfolio();
        world.ask(type_something.0, type_something.1);
        let before = world.everything();
        let path = world.path("in.json");
        std::fs::write(&path, &source).unwrap();
        let refused = world.app.import_portfolio(&path).unwrap_err();
        assert_eq!(refused, aftershift_app::Failure::NotEmpty);
        assert!(world.everything() == before);
    }
}

// -- Links to theory --------------------------------------------------------------------------------

#[test]
fn a_link_that_is_taken_away_lies_in_the_bin_with_its_sentence() {
    let desk = Desk::new();
    let linked = desk.links();
    desk.world
        .ask("unlink_theory", json!({ "id": desk.link["id"] }));
    assert_eq!(desk.links(), json!([]));
    let world = desk.world.days_later(40);
    let bin = world.ask("list_bin", json!({}));
    let item = &bin["items"][0];
    assert_eq!(item["kind"], "theoryLink");
    assert_eq!(
        item["title"],
        "Link from “Five in the morning” to Schön (1983)"
    );
    assert_eq!(item["detail"], SENTENCE);
    assert_eq!(world.ask("portfolio_status", json!({}))["counts"]["bin"], 1);
    let binned = json!({ "kind": "theoryLink", "id": desk.link["id"] });
    let restored = world.ask("restore_from_bin", binned.clone());
    assert_eq!(restored["title"], item["title"]);
    assert_eq!(restored["note"], "");
    let desk = Desk { world, ..desk };
    assert_eq!(desk.links(), linked);
    assert_eq!(
        desk.world.refused("restore_from_bin", binned)["code"],
        "notFound"
    );
    assert_eq!(desk.world.app.check().unwrap(), []);
}

#[test]
fn a_link_in_the_bin_is_nowhere_else() {
    let desk = Desk::new();
    let world = &desk.world;
    // Something to hand in, with the work beside it.
    let view = world.ask("reflection", json!({ "id": desk.reflection }));
    let key = &view["stages"][0]["key"];
    let stages = json!([{ "key": key, "heading": "", "text": "The bell rang." }]);
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stages })),
    );
    let of_work = with(all_reflections(), json!({ "theoryId": desk.theory["id"] }));
    let unexplained = || {
        let checks = world.ask("check_export", export());
        let all = checks["checks"].as_array().unwrap().clone();
        let found = all.iter().find(|check| check["code"] == "no_theory");
        found.unwrap()["fine"] == false
    };
    let uses = || world.ask("list_theory", json!({}))["rows"][0]["uses"].clone();
    let printed = || {
        let (pdf, _) = world.pdf(&serde_json::from_value(export()).unwrap());
        flowing(&pdf.text()).contains("thinking on my feet")
    };
    assert!(!unexplained() && printed());
    assert_eq!(uses(), 1);

    world.ask("unlink_theory", json!({ "id": desk.link["id"] }));
    assert!(unexplained() && !printed());
    assert_eq!(uses(), 0);
    assert_eq!(world.ask("list_reflections", of_work)["total"], 0);
    let rows = world.ask("list_reflections", all_reflections());
    assert_eq!(rows["rows"][0]["theory"], json!([]));
    let view = world.ask("theory", json!({ "id": desk.theory["id"] }));
    assert_eq!(view["uses"], json!([]));
    assert_eq!(
        world.refused(
            "link_theory",
            desk.linking(json!({ "id": desk.link["id"], "rationale": "Late." }))
        ),
        json!({ "code": "notFound", "kind": "theory_link" }),
        "a late change does not bring it back"
    );
    assert_eq!(
        world.refused("unlink_theory", json!({ "id": desk.link["id"] }))["code"],
        "notFound"
    );
}

#[test]
fn a_link_comes_back_beside_one_that_was_made_anew() {
    let desk = Desk::new();
    let world = &desk.world;
    world.ask("unlink_theory", json!({ "id": desk.link["id"] }));
    world.ask(
        "link_theory",
        desk.linking(json!({ "rationale": "I see it otherwise now." })),
    );
    let binned = json!({ "kind": "theoryLink", "id": desk.link["id"] });
    world.ask("restore_from_bin", binned);
    let said: Vec<_> = desk
        .links()
        .as_array()
        .unwrap()
        .iter()
        .map(|view| view["link"]["rationale"].clone())
        .collect();
    assert_eq!(said, [json!(SENTENCE), json!("I see it otherwise now.")]);
}

#[test]
fn a_link_that_says_what_another_one_says_already_stays_in_the_bin() {
    let desk = Desk::new();
    let world = &desk.world;
    world.ask("unlink_theory", json!({ "id": desk.link["id"] }));
    world.ask("link_theory", desk.linking(json!({})));
    let binned = json!({ "kind": "theoryLink", "id": desk.link["id"] });
    let refused = world.refused("restore_from_bin", binned.clone());
    assert_eq!(
        refused["problems"][0]["reason"],
        "The reflection has this link again, with the same sentence: there is nothing to take out."
    );
    assert_eq!(desk.links().as_array().unwrap().len(), 1);
    // Once the other one says something else, it has something to give.
    let other = desk.links()[0]["link"]["id"].clone();
    world.ask(
        "link_theory",
        desk.linking(json!({ "id": other, "rationale": "Otherwise." })),
    );
    world.ask("restore_from_bin", binned);
    assert_eq!(desk.links().as_array().unwrap().len(), 2);
}

#[test]
fn a_link_waits_for_the_account_and_the_work_that_it_joins() {
    let desk = Desk::new();
    let world = &desk.world;
    let linked = desk.links();
    let link = json!({ "kind": "theoryLink", "id": desk.link["id"] });
    let account = json!({ "kind": "reflection", "id": desk.reflection });
    let work = json!({ "kind": "theory", "id": desk.theory["id"] });
    world.ask("unlink_theory", json!({ "id": desk.link["id"] }));
    world.ask("move_to_bin", account.clone());
    world.ask("move_to_bin", work.clone());
    let restored = world.ask("restore_from_bin", link);
    assert_eq!(
        restored["note"],
        "It shows again once “Five in the morning” and Schön (1983) are out of the bin too."
    );
    world.ask("restore_from_bin", account);
    assert_eq!(desk.links(), json!([]));
    world.ask("restore_from_bin", work);
    assert_eq!(desk.links(), linked);
}
