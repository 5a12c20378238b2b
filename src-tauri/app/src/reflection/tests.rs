use crate::Failure;
use crate::testing::{World, all_reflections, begin, finish, log, open_world, saving, work, write};
use crate::wire::*;
use aftershift_domain::activity::Category;
use aftershift_domain::id::ReflectionId;
use aftershift_domain::reflection::{ReflectionState, StageText};
use aftershift_domain::theory::TheoryRelation;

fn stage(key: &str, text: &str) -> StageText {
    StageText {
        key: key.into(),
        heading: String::new(),
        text: text.into(),
    }
}

fn view(world: &World, id: &ReflectionId) -> ReflectionView {
    world
        .app
        .reflection(ReflectionRef { id: id.clone() })
        .unwrap()
}

fn texts(world: &World, id: &ReflectionId) -> Vec<(String, String, bool)> {
    let stages = view(world, id).stages.into_iter();
    stages
        .filter(|stage| !stage.text.is_empty())
        .map(|stage| (stage.heading, stage.text, stage.in_model))
        .collect()
}

#[test]
fn a_stage_that_is_left_out_keeps_its_text_and_an_empty_one_takes_it_away() {
    let world = open_world();
    let id = begin(&world, "", "gibbs");
    let both = vec![stage("description", "A fall."), stage("feelings", "Fear.")];
    world
        .app
        .save_reflection(SaveReflection {
            stages: both,
            ..saving(&world, &id)
        })
        .unwrap();
    let one = vec![stage("feelings", "Fear, then relief.")];
    world
        .app
        .save_reflection(SaveReflection {
            stages: one,
            ..saving(&world, &id)
        })
        .unwrap();
    let expected = [
        ("Description".to_owned(), "A fall.".to_owned(), true),
        ("Feelings".to_owned(), "Fear, then relief.".to_owned(), true),
    ];
    assert_eq!(texts(&world, &id), expected);
    let empty = vec![stage("description", "")];
    world
        .app
        .save_reflection(SaveReflection {
            stages: empty,
            ..saving(&world, &id)
        })
        .unwrap();
    assert_eq!(texts(&world, &id), expected[1..]);
}

#[test]
fn changing_the_model_and_back_loses_nothing() {
    let world = open_world();
    let id = begin(&world, "", "gibbs");
    let both = vec![stage("description", "A fall."), stage("feelings", "Fear.")];
    world
        .app
        .save_reflection(SaveReflection {
            stages: both,
            ..saving(&world, &id)
        })
        .unwrap();
    let to = |model: &str| {
        let request = SaveReflection {
            model: model.into(),
            stages: Vec::new(),
            ..saving(&world, &id)
        };
        world.app.save_reflection(request).unwrap();
    };
    to("driscoll");
    let shown = texts(&world, &id);
    assert_eq!(shown[0], ("Description".into(), "A fall.".into(), false));
    assert_eq!(shown[1], ("Feelings".into(), "Fear.".into(), false));
    to("gibbs");
    let back = texts(&world, &id);
    assert_eq!(back[0], ("Description".into(), "A fall.".into(), true));
    assert_eq!(back[1], ("Feelings".into(), "Fear.".into(), true));
}

#[test]
fn the_model_used_last_is_the_next_ones_model() {
    let world = open_world();
    begin(&world, "", "kolb");
    let request = CreateReflection {
        title: String::new(),
        model: None,
        happened_on: None,
        activity_id: None,
    };
    let begun = world.app.create_reflection(request).unwrap();
    assert_eq!(view(&world, &begun.reflection_id).model.id, "kolb");
}

#[test]
fn a_model_that_does_not_exist_is_refused_and_nothing_changes() {
    let world = open_world();
    let id = write(&world, "A fall", "What happened.");
    let request = SaveReflection {
        model: "horoscope".into(),
        title: "Other".into(),
        ..saving(&world, &id)
    };
    let failure = world.app.save_reflection(request).unwrap_err();
    let Failure::Invalid { problems } = failure else {
        panic!("{failure:?}")
    };
    assert_eq!(problems[0].field, "model");
    assert_eq!(view(&world, &id).reflection.title, "A fall");
}

#[test]
fn a_paste_of_5_mb_is_refused_and_the_text_stays() {
    let world = open_world();
    let id = write(&world, "A fall", "What happened.");
    let stages = vec![stage("text", &"a".repeat(5 << 20))];
    let request = SaveReflection {
        stages,
        ..saving(&world, &id)
    };
    let failure = world.app.save_reflection(request).unwrap_err();
    let Failure::Invalid { problems } = failure else {
        panic!("{failure:?}")
    };
    assert_eq!(problems[0].field, "stages[0].text");
    assert_eq!(texts(&world, &id)[0].1, "What happened.");
}

#[test]
fn a_draft_needs_no_title_and_a_finished_one_does() {
    let world = open_world();
    let id = write(&world, "", "What happened.");
    let request = SaveReflection {
        state: ReflectionState::Finished,
        ..saving(&world, &id)
    };
    let failure = world.app.save_reflection(request).unwrap_err();
    let Failure::Invalid { problems } = failure else {
        panic!("{failure:?}")
    };
    assert_eq!(problems[0].field, "title");
    assert_eq!(view(&world, &id).reflection.state, ReflectionState::Draft);
    let request = SaveReflection {
        state: ReflectionState::Finished,
        title: " A fall ".into(),
        ..saving(&world, &id)
    };
    world.app.save_reflection(request).unwrap();
    assert_eq!(view(&world, &id).reflection.title, "A fall");
}

#[test]
fn saving_what_is_already_there_makes_no_new_revision() {
    let world = open_world();
    let id = write(&world, "A fall", "What happened.");
    let once = world.app.save_reflection(saving(&world, &id)).unwrap();
    let twice = world.app.save_reflection(saving(&world, &id)).unwrap();
    assert_eq!(once, twice);
    assert_eq!((once.revision, once.words), (2, 2));
    let changed = vec![stage("text", "What happened then.")];
    let request = SaveReflection {
        stages: changed,
        ..saving(&world, &id)
    };
    assert_eq!(world.app.save_reflection(request).unwrap().revision, 3);
}

#[test]
fn a_reflection_about_an_activity_takes_over_its_day_and_title() {
    let world = open_world();
    let kept = log(&world, "Wound care", "2026-03-10", 60, Category::Practical);
    let request = CreateReflection {
        title: String::new(),
        model: None,
        happened_on: None,
        activity_id: Some(kept.activity.id.clone()),
    };
    let begun = world.app.create_reflection(request).unwrap();
    let view = view(&world, &begun.reflection_id);
    assert_eq!(view.reflection.title, "Wound care");
    assert_eq!(view.reflection.happened_on, Some(kept.activity.done_on));
    assert_eq!(view.activities[0].activity.id, kept.activity.id);
    assert_eq!(view.activities[0].reflections[0].id, begun.reflection_id);
}

#[test]
fn a_list_says_words_theory_and_activities() {
    let world = open_world();
    let id = begin(&world, "A fall", "driscoll");
    let stages = vec![stage("what", "A resident fell."), stage("now_what", "Ask.")];
    world
        .app
        .save_reflection(SaveReflection {
            stages,
            ..saving(&world, &id)
        })
        .unwrap();
    let benner = world
        .app
        .save_theory(work("From novice to expert", "1984", &["Benner"]))
        .unwrap();
    let link = LinkTheory {
        id: None,
        reflection_id: id.clone(),
        theory_id: benner.id.clone(),
        relation: TheoryRelation::Illustrates,
        rationale: "I saw the parts and not the whole.".into(),
        passage: String::new(),
    };
    world.app.link_theory(link).unwrap();
    let page = world.app.list_reflections(all_reflections()).unwrap();
    let row = &page.rows[0];
    assert_eq!(page.total, 1);
    assert_eq!(row.model_name, "Driscoll’s What?");
    assert_eq!(
        (row.words, row.stage_words.as_slice()),
        (4, [3, 0, 1].as_slice())
    );
    assert_eq!(row.theory, ["Benner (1984)"]);
    assert_eq!(row.activities, 0);

    let by_theory = ListReflections {
        theory_id: Some(benner.id),
        ..all_reflections()
    };
    assert_eq!(world.app.list_reflections(by_theory).unwrap().total, 1);
    let finished = ListReflections {
        state: Some(ReflectionState::Finished),
        ..all_reflections()
    };
    assert_eq!(
        world.app.list_reflections(finished.clone()).unwrap().total,
        0
    );
    finish(&world, &id);
    assert_eq!(world.app.list_reflections(finished).unwrap().total, 1);
    let text = ListReflections {
        text: "resident".into(),
        ..all_reflections()
    };
    assert_eq!(world.app.list_reflections(text).unwrap().total, 1);
}

#[test]
fn a_page_has_at_most_200_rows_and_the_total_is_that_of_all() {
    let world = open_world();
    for n in 0..203 {
        begin(&world, &format!("Reflection {n}"), "free");
    }
    let all = ListReflections {
        limit: 5000,
        ..all_reflections()
    };
    let page = world.app.list_reflections(all).unwrap();
    assert_eq!((page.rows.len(), page.total), (200, 203));
    let rest = ListReflections {
        offset: 200,
        limit: 50,
        ..all_reflections()
    };
    assert_eq!(world.app.list_reflections(rest).unwrap().rows.len(), 3);
}

#[test]
fn what_is_in_the_bin_cannot_be_written_on() {
    let world = open_world();
    let id = write(&world, "A fall", "What happened.");
    let request = saving(&world, &id);
    let item = BinItemRef {
        kind: BinKind::Reflection,
        id: id.to_string(),
    };
    world.app.move_to_bin(item).unwrap();
    let expected = Failure::NotFound {
        kind: "reflection".into(),
    };
    assert_eq!(world.app.save_reflection(request), Err(expected.clone()));
    assert_eq!(world.app.reflection(ReflectionRef { id }), Err(expected));
}

#[test]
fn markdown_is_shown_without_what_could_do_harm() {
    let world = open_world();
    let markdown = "**Bold** <script>alert(1)</script> ![Chart](attachment:a1)".to_owned();
    let shown = world
        .app
        .render_markdown(RenderMarkdown {
            markdown,
            before: Vec::new(),
        })
        .unwrap();
    assert!(shown.html.contains("<strong>Bold</strong>"));
    assert!(!shown.html.contains("<script>"));
    assert!(shown.html.contains("attachment"), "{}", shown.html);
}

#[test]
fn what_a_text_cites_is_shown_as_it_will_be_printed() {
    let world = open_world();
    let work = crate::wire::SaveTheory {
        cite_key: "gibbs1988".into(),
        kind: aftershift_domain::theory::TheoryKind::Book,
        corporate_author: "Oxford Polytechnic".into(),
        ..crate::testing::work("Learning by doing", "1988", &[])
    };
    world.app.save_theory(work).unwrap();
    let markdown = "So [@gibbs1988, p. 3] and [@nobody].".to_owned();
    let shown = world.app.render_markdown(RenderMarkdown {
        markdown: markdown.clone(),
        before: Vec::new(),
    });
    assert_eq!(
        shown.unwrap().html,
        "<p>So (Oxford Polytechnic, 1988, p. 3) and [@nobody].</p>\n"
    );
    let list = |texts: &[&str]| {
        let texts = texts.iter().map(|text| (*text).to_owned()).collect();
        let shown = world.app.render_references(RenderReferences { texts });
        shown.unwrap().html
    };
    assert_eq!(
        list(&["Nothing.", &markdown]),
        "<ul class=\"references\">\n<li>Oxford Polytechnic (1988) <em>Learning by doing</em>. Publisher.</li>\n</ul>\n"
    );
    assert_eq!(list(&["Nothing [@nobody]."]), "");
}
