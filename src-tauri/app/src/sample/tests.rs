//! The sample is the product's shop window: these hold it to what it promises.

use super::*;
use aftershift_domain::minutes::Minutes;
use aftershift_domain::portfolio::validate;
use aftershift_domain::reflection::{ReflectionState, models, words};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn portfolio() -> Portfolio {
    sample().unwrap().0
}

fn text_of(reflection: &Reflection) -> String {
    reflection
        .stages
        .iter()
        .map(|s| s.text.as_str())
        .collect::<Vec<_>>()
        .join("\n\n")
}

#[test]
fn nothing_in_it_is_impossible() {
    assert_eq!(validate(&portfolio()), Ok(()));
}

#[test]
fn it_is_the_same_every_time() {
    assert_eq!(sample().unwrap(), sample().unwrap());
}

#[test]
fn every_file_of_the_folder_is_in_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample");
    let listed = |inner: &str, ending: &str| -> BTreeSet<String> {
        let files = std::fs::read_dir(folder.join(inner)).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        names
            .filter(|name| !name.ends_with(ending))
            .map(|name| format!("{inner}/{name}"))
            .collect()
    };
    let known = |names: Vec<&str>| {
        names
            .into_iter()
            .map(str::to_owned)
            .collect::<BTreeSet<_>>()
    };
    let accounts = source::ACCOUNTS.iter().map(|file| file.0).collect();
    assert_eq!(listed("reflections", ".md"), known(accounts));
    // The drawings behind the pictures are kept beside them and not in the portfolio.
    assert_eq!(
        listed("files", ".svg"),
        known(source::FILES.iter().map(|file| file.0).collect())
    );
    assert_eq!(portfolio().evidence.len(), source::FILES.len());
}

#[test]
fn there_are_two_dozen_accounts_of_several_hundred_words_across_all_models() {
    let portfolio = portfolio();
    let long = portfolio
        .reflections
        .iter()
        .filter(|it| words(&text_of(it)) >= 400)
        .count();
    assert!(long >= 24, "{long}");
    let finished = portfolio
        .reflections
        .iter()
        .filter(|it| it.state == ReflectionState::Finished);
    for reflection in finished {
        let words = words(&text_of(reflection));
        assert!(words >= 450, "{} has {words} words", reflection.title);
        assert!(
            reflection.stages.iter().all(|s| !s.text.trim().is_empty()),
            "{}",
            reflection.title
        );
    }
    let used: BTreeSet<&str> = portfolio
        .reflections
        .iter()
        .map(|it| it.model.as_str())
        .collect();
    assert_eq!(used, models().iter().map(|model| model.id).collect());
}

#[test]
fn every_account_has_all_stages_of_its_model_in_order() {
    for reflection in portfolio().reflections {
        let expected = model(&reflection.model)
            .unwrap()
            .stages
            .iter()
            .map(|s| s.key);
        let found = reflection.stages.iter().map(|s| s.key.as_str());
        assert!(found.eq(expected), "{}", reflection.title);
    }
}

#[test]
fn there_are_eighty_activities_of_many_kinds_and_a_dozen_works() {
    let portfolio = portfolio();
    assert!(portfolio.activities.len() >= 80);
    let kinds: BTreeSet<_> = portfolio
        .activities
        .iter()
        .filter_map(|it| it.category)
        .collect();
    assert!(kinds.len() >= 15, "{kinds:?}");
    assert!(portfolio.theory.len() >= 12);
    let excluded = portfolio.activities.iter().filter(|it| {
        it.category
            .is_some_and(|category| category.code().starts_with("x_"))
    });
    assert!(
        excluded.count() >= 5,
        "some entries must show what does not count"
    );
    assert!(
        portfolio
            .activities
            .iter()
            .any(|it| it.off_the_job.is_none())
    );
}

#[test]
fn one_entry_was_changed_after_it_was_confirmed() {
    let portfolio = portfolio();
    let changed: Vec<_> = portfolio
        .confirmations
        .iter()
        .filter_map(|word| {
            let activity = portfolio
                .activities
                .iter()
                .find(|it| it.id == word.activity_id)?;
            let version = portfolio.activity_revisions.iter().find(|it| {
                it.activity_id == word.activity_id && Some(it.revision) == word.revision
            })?;
            let differs = version.content != activity.content();
            differs.then_some((
                activity.state,
                version.content.off_the_job,
                activity.off_the_job,
            ))
        })
        .collect();
    let (before, now) = (Some(Minutes(90)), Some(Minutes(120)));
    assert_eq!(changed, [(ConfirmationState::Submitted, before, now)]);
    assert!(
        portfolio
            .confirmations
            .iter()
            .all(|it| it.revision.is_some())
    );
}

#[test]
fn what_recurs_was_answered_but_for_one_day_that_waits() {
    let portfolio = portfolio();
    assert!(portfolio.recurrences.len() >= 2);
    let today = portfolio.as_of.unwrap();
    let mut due = Vec::new();
    for it in &portfolio.recurrences {
        let answered = portfolio
            .recurrence_answers
            .iter()
            .filter(|answer| answer.recurrence_id == it.id)
            .map(|answer| answer.due_on)
            .collect();
        due.extend(it.due(&portfolio.programme, &answered, today));
    }
    assert_eq!(due, ["2026-11-10".parse().unwrap()]);
    for answer in &portfolio.recurrence_answers {
        let logged = answer.activity_id.as_ref().map(|id| {
            let found = portfolio.activities.iter().find(|it| it.id == *id);
            found.unwrap().done_on
        });
        assert!(logged.is_none_or(|day| day == answer.due_on), "{answer:?}");
    }
}

#[test]
fn theory_explains_practice_in_words() {
    let portfolio = portfolio();
    let mut by_account: BTreeMap<&ReflectionId, usize> = BTreeMap::new();
    for link in &portfolio.theory_links {
        *by_account.entry(&link.reflection_id).or_default() += 1;
        assert!(
            words(&link.rationale) >= 12,
            "{}: {}",
            link.id,
            link.rationale
        );
        if !link.passage.is_empty() {
            let account = portfolio
                .reflections
                .iter()
                .find(|it| it.id == link.reflection_id)
                .unwrap();
            let found = account
                .stages
                .iter()
                .any(|stage| stage.text.contains(&link.passage));
            assert!(
                found,
                "{} quotes what is not there: {}",
                link.id, link.passage
            );
        }
    }
    for reflection in &portfolio.reflections {
        let finished = reflection.state == ReflectionState::Finished;
        assert!(
            !finished || by_account.contains_key(&reflection.id),
            "{}",
            reflection.title
        );
    }
    let read: BTreeSet<_> = portfolio
        .theory_links
        .iter()
        .map(|link| &link.theory_id)
        .collect();
    assert_eq!(
        read.len(),
        portfolio.theory.len(),
        "a work that explains nothing"
    );
    let relations: BTreeSet<_> = portfolio
        .theory_links
        .iter()
        .map(|link| link.relation)
        .collect();
    assert!(relations.len() >= 3, "{relations:?}");
}

#[test]
fn every_account_is_about_something_in_the_log() {
    let portfolio = portfolio();
    for reflection in &portfolio.reflections {
        let linked = portfolio
            .activity_links
            .iter()
            .any(|it| it.reflection_id == reflection.id);
        assert!(linked, "{}", reflection.title);
    }
}

#[test]
fn some_accounts_have_tables_and_pictures_that_are_there() {
    let portfolio = portfolio();
    let texts: Vec<String> = portfolio.reflections.iter().map(text_of).collect();
    assert!(texts.iter().filter(|text| text.contains("| ---")).count() >= 2);
    let mut pictures = 0;
    for text in &texts {
        for after in text.split("](attachment:").skip(1) {
            let id = after.split(')').next().unwrap();
            assert!(
                portfolio.evidence.iter().any(|it| it.id.as_str() == id),
                "{id}"
            );
            pictures += 1;
        }
    }
    assert!(pictures >= 3, "{pictures}");
}

#[test]
fn nothing_falls_in_the_break_or_after_the_samples_own_today() {
    let portfolio = portfolio();
    let today = portfolio.as_of.unwrap();
    let [pause] = portfolio.programme.breaks.as_slice() else {
        panic!("one break")
    };
    assert!(pause.to > pause.from && pause.to < today);
    let activities = portfolio
        .activities
        .iter()
        .map(|it| (it.id.to_string(), it.done_on));
    let accounts = portfolio
        .reflections
        .iter()
        .map(|it| (it.id.to_string(), it.happened_on.unwrap()));
    for (id, date) in activities.chain(accounts) {
        assert!(
            date < pause.from || date >= pause.to,
            "{id} falls in the break"
        );
        assert!(date <= today, "{id} is dated {date}");
    }
    let end_of_today = evening(today);
    let moments = portfolio.activities.iter().map(|it| it.changed_at);
    let moments = moments.chain(portfolio.reflections.iter().map(|it| it.changed_at));
    let moments = moments.chain(portfolio.theory.iter().map(|it| it.created_at));
    let moments = moments.chain(portfolio.evidence.iter().map(|it| it.created_at));
    let moments = moments.chain(portfolio.actions.iter().map(|it| it.created_at));
    let moments = moments.chain(portfolio.opportunities.iter().map(|it| it.created_at));
    let moments = moments.chain(portfolio.feedback.iter().map(|it| it.created_at));
    let moments = moments.chain(portfolio.activity_revisions.iter().map(|it| it.kept_at));
    let moments = moments.chain(portfolio.recurrences.iter().map(|it| it.changed_at));
    let moments = moments.chain(portfolio.recurrence_answers.iter().map(|it| it.answered_at));
    let mut moments = moments.chain(portfolio.confirmations.iter().map(|it| it.recorded_at));
    assert!(moments.all(|at| at <= end_of_today));
}

/// The sentences of a Markdown text, without what makes two of them look different: marks of
/// punctuation, emphasis, case, line ends.
fn sentences(text: &str) -> impl Iterator<Item = String> {
    text.split(['.', '!', '?', ':', ';', '\n', '|'])
        .map(|sentence| {
            let plain = sentence
                .chars()
                .map(|c| if c.is_alphanumeric() { c } else { ' ' })
                .collect::<String>()
                .to_lowercase();
            plain.split_whitespace().collect::<Vec<_>>().join(" ")
        })
        // Shorter ones are turns of phrase that everybody uses: "I do not know".
        .filter(|sentence| sentence.split(' ').count() >= 5)
        .collect::<Vec<_>>()
        .into_iter()
}

#[test]
fn a_sentence_is_known_again_in_other_clothes() {
    let first: Vec<_> = sentences("I *washed* my hands, and then I waited.").collect();
    let second: Vec<_> = sentences("So:\n- I washed my hands and then I waited!").collect();
    assert_eq!(first, second);
}

#[test]
fn no_sentence_is_shared_by_two_texts() {
    let portfolio = portfolio();
    let accounts = portfolio
        .reflections
        .iter()
        .map(|it| (it.id.to_string(), text_of(it)));
    let entries = portfolio.activities.iter().map(|it| {
        (
            it.id.to_string(),
            format!("{}\n{}", it.what_was_done, it.what_was_learned),
        )
    });
    let links = portfolio
        .theory_links
        .iter()
        .map(|it| (it.id.to_string(), it.rationale.clone()));
    let works = portfolio
        .theory
        .iter()
        .map(|it| (it.id.to_string(), it.key_idea.clone()));
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut shared = Vec::new();
    for (id, text) in accounts.chain(entries).chain(links).chain(works) {
        let own: BTreeSet<String> = sentences(&text).collect();
        for sentence in own {
            if let Some(other) = seen.insert(sentence.clone(), id.clone()) {
                shared.push(format!("{other} and {id}: {sentence}"));
            }
        }
    }
    assert!(shared.is_empty(), "{shared:#?}");
    assert!(seen.len() > 1_000, "{}", seen.len());
}

#[test]
fn no_file_of_it_is_large() {
    for (name, bytes) in source::FILES {
        assert!(bytes.len() < 60_000, "{name}");
    }
}
