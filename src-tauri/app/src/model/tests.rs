use crate::Failure;
use crate::testing::{begin, open_world, saving};
use crate::wire::*;
use aftershift_domain::reflection::{OwnStage, StageText};

fn stage(key: &str, name: &str) -> OwnStage {
    OwnStage {
        key: key.into(),
        name: name.into(),
        prompt: "Well?".into(),
    }
}

fn own(name: &str, stages: Vec<OwnStage>) -> SaveModel {
    SaveModel {
        id: None,
        name: name.into(),
        reference: String::new(),
        stages,
    }
}

#[test]
fn the_built_in_models_come_first_and_own_ones_follow() {
    let world = open_world();
    world
        .app
        .save_model(own("Mine", vec![stage("", "What I saw")]))
        .unwrap();
    let models = world.app.models(Nothing {}).unwrap().models;
    assert_eq!(models[0].id, "free");
    assert!(models.len() >= 12);
    let last = models.last().unwrap();
    assert_eq!((last.name.as_str(), last.own), ("Mine", true));
}

#[test]
fn a_stage_without_a_key_gets_one_that_says_what_it_is() {
    let world = open_world();
    let stages = vec![
        stage("", "What I saw"),
        stage("", "What I saw"),
        stage("", "…"),
    ];
    let kept = world.app.save_model(own("Mine", stages)).unwrap();
    let keys: Vec<_> = kept.stages.iter().map(|stage| stage.key.as_str()).collect();
    assert_eq!(keys, ["what_i_saw", "what_i_saw_2", "stage"]);
}

#[test]
fn a_model_without_stages_or_name_is_refused() {
    let world = open_world();
    let failure = world.app.save_model(own(" ", Vec::new())).unwrap_err();
    let Failure::Invalid { problems } = failure else {
        panic!("{failure:?}")
    };
    let fields: Vec<_> = problems
        .iter()
        .map(|problem| problem.field.as_str())
        .collect();
    assert_eq!(fields, ["name", "stages"]);
}

#[test]
fn text_stays_under_its_heading_when_an_own_model_loses_the_stage_or_is_binned() {
    let world = open_world();
    let both = vec![stage("saw", "What I saw"), stage("did", "What I did")];
    let model = world.app.save_model(own("Mine", both)).unwrap();
    let id = begin(&world, "A fall", model.id.as_str());
    let text = StageText {
        key: "did".into(),
        heading: "What I did".into(),
        text: "I ran.".into(),
    };
    let request = SaveReflection {
        stages: vec![text],
        ..saving(&world, &id)
    };
    world.app.save_reflection(request).unwrap();
    let one = SaveModel {
        id: Some(model.id.clone()),
        ..own("Mine", vec![stage("saw", "What I saw")])
    };
    world.app.save_model(one).unwrap();
    let item = BinItemRef {
        kind: BinKind::Model,
        id: model.id.to_string(),
    };
    world.app.move_to_bin(item).unwrap();
    assert!(
        !world
            .app
            .models(Nothing {})
            .unwrap()
            .models
            .iter()
            .any(|model| model.own)
    );

    let view = world
        .app
        .reflection(ReflectionRef { id: id.clone() })
        .unwrap();
    assert_eq!(view.model.name, "Mine");
    let kept = view.stages.iter().find(|stage| !stage.in_model).unwrap();
    assert_eq!(
        (kept.heading.as_str(), kept.text.as_str()),
        ("What I did", "I ran.")
    );
    // It can still be written on.
    world.app.save_reflection(saving(&world, &id)).unwrap();

    let undo = || world.app.undo(Nothing {}).unwrap().what.unwrap();
    assert_eq!(undo(), "Moved “Mine” to the bin");
    assert_eq!(undo(), "Changed the model “Mine”");
    let view = world.app.reflection(ReflectionRef { id }).unwrap();
    assert!(view.stages.iter().all(|stage| stage.in_model));
    assert_eq!(undo(), "Began the reflection “A fall”");
    assert_eq!(undo(), "Added the model “Mine”");
}
