//! What a part of a portfolio adds to a portfolio that is already there.

use super::Portfolio;
use crate::standard::Subject;
use std::collections::BTreeSet;

/// What is in `part` and not in `known`, by identity. Nothing that is known is told again, however much it differs in
/// `part`: adding never replaces. What only says how others stand to one another comes along where the one that it
/// belongs to is new, so that a link that somebody took away stays away. Whose portfolio it is, what they are on, what
/// stands in the capture box and in forms is no part of this.
#[must_use]
pub fn additions(known: &Portfolio, part: Portfolio) -> Portfolio {
    macro_rules! new {
        ($list:ident) => {{
            let known: BTreeSet<&str> = known.$list.iter().map(|it| it.id.as_str()).collect();
            let mut list = part.$list;
            list.retain(|it| !known.contains(it.id.as_str()));
            list
        }};
    }
    macro_rules! ids {
        ($($list:expr),+) => {
            [$($list.iter().map(|it| it.id.to_string()).collect::<Vec<_>>()),+]
                .concat().into_iter().collect::<BTreeSet<String>>()
        };
    }
    let activities = new!(activities);
    let reflections = new!(reflections);
    let theory = new!(theory);
    let evidence = new!(evidence);
    let recurrences = new!(recurrences);
    let same_standard = |one: &crate::standard::Standard| {
        let mut standards = known.standards.iter();
        standards.any(|it| (&it.reference, &it.version) == (&one.reference, &one.version))
    };
    let mut standards = new!(standards);
    standards.retain(|it| !same_standard(it));
    let new_standards = ids!(standards);
    let mut criteria = new!(criteria);
    criteria.retain(|it| new_standards.contains(it.standard_id.as_str()));

    let new_activities = ids!(activities);
    let new_reflections = ids!(reflections);
    let new_recurrences = ids!(recurrences);
    let new_evidence = ids!(evidence);
    let all_activities = ids!(known.activities, activities);
    let all_reflections = ids!(known.reflections, reflections);
    let all_theory = ids!(known.theory, theory);
    let all_evidence = ids!(known.evidence, evidence);
    let all_criteria = ids!(known.criteria, criteria);

    let mut added = Portfolio {
        confirmations: new!(confirmations),
        theory_links: new!(theory_links),
        criterion_links: new!(criterion_links),
        opportunities: new!(opportunities),
        actions: new!(actions),
        feedback: new!(feedback),
        models: new!(models),
        activity_revisions: part.activity_revisions,
        recurrence_answers: part.recurrence_answers,
        revisions: part.revisions,
        activity_links: part.activity_links,
        evidence_links: part.evidence_links,
        activities,
        reflections,
        theory,
        evidence,
        recurrences,
        standards,
        criteria,
        ..Portfolio::default()
    };
    added
        .confirmations
        .retain(|it| new_activities.contains(it.activity_id.as_str()));
    added
        .activity_revisions
        .retain(|it| new_activities.contains(it.activity_id.as_str()));
    added
        .revisions
        .retain(|it| new_reflections.contains(it.reflection_id.as_str()));
    added
        .recurrence_answers
        .retain(|it| new_recurrences.contains(it.recurrence_id.as_str()));
    added.theory_links.retain(|it| {
        new_reflections.contains(it.reflection_id.as_str())
            && all_theory.contains(it.theory_id.as_str())
    });
    added.activity_links.retain(|it| {
        new_reflections.contains(it.reflection_id.as_str())
            && all_activities.contains(it.activity_id.as_str())
    });
    added.evidence_links.retain(|it| {
        new_activities.contains(it.activity_id.as_str())
            && all_evidence.contains(it.evidence_id.as_str())
    });
    added.criterion_links.retain(|it| {
        let is_new = match &it.subject {
            Subject::Reflection(id) => new_reflections.contains(id.as_str()),
            Subject::Activity(id) => new_activities.contains(id.as_str()),
            Subject::Evidence(id) => new_evidence.contains(id.as_str()),
        };
        is_new && all_criteria.contains(it.criterion_id.as_str())
    });
    for work in &mut added.theory {
        let is_there = |id: &mut crate::id::EvidenceId| all_evidence.contains(id.as_str());
        work.evidence_id.take_if(|id| !is_there(id));
    }
    for plan in &mut added.opportunities {
        plan.activity_id
            .take_if(|id| !all_activities.contains(id.as_str()));
    }
    for answer in &mut added.recurrence_answers {
        answer
            .activity_id
            .take_if(|id| !all_activities.contains(id.as_str()));
    }
    for action in &mut added.actions {
        action
            .reflection_id
            .take_if(|id| !all_reflections.contains(id.as_str()));
    }
    for said in &mut added.feedback {
        said.reflection_id
            .take_if(|id| !all_reflections.contains(id.as_str()));
        said.activity_id
            .take_if(|id| !all_activities.contains(id.as_str()));
    }
    added
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;
    use crate::portfolio::validate;
    use crate::reflection::ActivityLink;

    fn of(activities: &[&str]) -> Portfolio {
        Portfolio {
            activities: activities
                .iter()
                .map(|id| activity(id, "2026-03-12"))
                .collect(),
            capture: "A thought".into(),
            ..Portfolio::default()
        }
    }

    #[test]
    fn what_is_known_is_not_told_again_however_it_differs() {
        let known = of(&["a", "b"]);
        let mut part = of(&["b", "c"]);
        part.activities[0].title = "Another title".into();
        let added = additions(&known, part);
        let ids: Vec<&str> = added.activities.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["c"]);
        assert_eq!(added.capture, "");
    }

    #[test]
    fn a_portfolio_adds_nothing_to_itself_and_everything_to_an_empty_one() {
        let mut whole = of(&["a", "b"]);
        whole.activity_links.push(ActivityLink {
            reflection_id: crate::id::ReflectionId::new("r").unwrap(),
            activity_id: whole.activities[0].id.clone(),
        });
        assert_eq!(additions(&whole, whole.clone()), Portfolio::default());
        let added = additions(&Portfolio::default(), whole.clone());
        assert_eq!(added.activities, whole.activities);
        assert_eq!(added.activity_links, [], "there is no such account");
        assert_eq!(validate(&added), Ok(()));
    }
}
