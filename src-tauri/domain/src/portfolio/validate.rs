//! Whether a whole portfolio holds together: every value by its own rules, every identity once, and every
//! reference to something that is there.

use super::Portfolio;
use crate::activity::{Confirmation, ConfirmationState};
use crate::evidence::Evidence;
use crate::id::is_id;
use crate::minutes::Minutes;
use crate::plan::{Action, Feedback, Opportunity};
use crate::problem::Problems;
use crate::programme::Learner;
use crate::reflection::model;
use crate::standard::Subject;
use crate::unfinished::{About, Unfinished};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;

/// The most bytes of one evidence file.
pub const LARGEST_EVIDENCE: u64 = 25 * 1024 * 1024;

/// Whether the portfolio holds together. Each problem's field is a path into it in the spelling of the
/// wire form, such as `theoryLinks[0].theoryId`.
///
/// # Errors
/// Everything that is wrong, in the order of the lists.
pub fn validate(portfolio: &Portfolio) -> Result<(), Problems> {
    let mut problems = Problems::new();
    problems.check(
        portfolio.uid.is_empty() || is_id(&portfolio.uid),
        "uid",
        "An id has 1 to 64 letters, digits, “-” or “_”.",
    );
    if let Some(date) = portfolio.as_of {
        problems.check_date("asOf", date);
    }
    problems.check_text("capture", &portfolio.capture);
    problems.nest("citationStyle", portfolio.citation_style.problems());
    problems.nest("learner", portfolio.learner.problems());
    problems.nest("programme", portfolio.programme.problems());
    members(portfolio, &mut problems);
    references(portfolio, &mut problems);
    problems.or(())
}

/// Each value by its own rules, and identities that must differ.
fn members(p: &Portfolio, problems: &mut Problems) {
    each("activities", &p.activities, problems, |a| a.problems());
    each("activityRevisions", &p.activity_revisions, problems, |r| {
        r.problems()
    });
    each(
        "confirmations",
        &p.confirmations,
        problems,
        Confirmation::problems,
    );
    each("recurrences", &p.recurrences, problems, |r| r.problems());
    each(
        "recurrenceAnswers",
        &p.recurrence_answers,
        problems,
        |answer| {
            let mut problems = Problems::new();
            problems.check_date("dueOn", answer.due_on);
            problems
        },
    );
    each("reflections", &p.reflections, problems, |r| r.problems());
    each("revisions", &p.revisions, problems, |r| r.problems());
    each("theory", &p.theory, problems, |t| t.problems());
    each("evidence", &p.evidence, problems, Evidence::problems);
    each(
        "opportunities",
        &p.opportunities,
        problems,
        Opportunity::problems,
    );
    each("actions", &p.actions, problems, Action::problems);
    each("feedback", &p.feedback, problems, Feedback::problems);
    each("models", &p.models, problems, |m| m.problems());
    each("unfinished", &p.unfinished, problems, Unfinished::problems);
    each("theoryLinks", &p.theory_links, problems, |link| {
        let mut problems = Problems::new();
        problems.check_text("rationale", &link.rationale);
        problems.check_text("passage", &link.passage);
        problems
    });
    each("standards", &p.standards, problems, |standard| {
        let mut problems = Problems::new();
        let missing = "A standard needs its reference, such as ST0827.";
        problems.check_title("reference", &standard.reference, missing);
        problems.check_short("version", &standard.version);
        problems.check_short("title", &standard.title);
        problems
    });
    each("criteria", &p.criteria, problems, |criterion| {
        let mut problems = Problems::new();
        problems.check_title(
            "code",
            &criterion.code,
            "A criterion needs a code such as K3.",
        );
        problems.check_text("text", &criterion.text);
        problems
    });
    each("criterionLinks", &p.criterion_links, problems, |link| {
        let mut problems = Problems::new();
        problems.check_text("why", &link.why);
        problems.check_text("passage", &link.passage);
        problems
    });

    once(
        "activities",
        "id",
        p.activities.iter().map(|a| &a.id),
        problems,
    );
    let versions = p
        .activity_revisions
        .iter()
        .map(|r| (&r.activity_id, r.revision));
    once("activityRevisions", "revision", versions, problems);
    once(
        "confirmations",
        "id",
        p.confirmations.iter().map(|c| &c.id),
        problems,
    );
    let recurrences = p.recurrences.iter().map(|r| &r.id);
    once("recurrences", "id", recurrences, problems);
    let answers = p
        .recurrence_answers
        .iter()
        .map(|a| (&a.recurrence_id, a.due_on));
    once("recurrenceAnswers", "dueOn", answers, problems);
    once(
        "reflections",
        "id",
        p.reflections.iter().map(|r| &r.id),
        problems,
    );
    let savings = p.revisions.iter().map(|r| (&r.reflection_id, r.revision));
    once("revisions", "revision", savings, problems);
    once("theory", "id", p.theory.iter().map(|t| &t.id), problems);
    once(
        "theoryLinks",
        "id",
        p.theory_links.iter().map(|l| &l.id),
        problems,
    );
    once(
        "activityLinks",
        "activityId",
        p.activity_links
            .iter()
            .map(|l| (&l.reflection_id, &l.activity_id)),
        problems,
    );
    once(
        "standards",
        "id",
        p.standards.iter().map(|s| &s.id),
        problems,
    );
    let versions = p.standards.iter().map(|s| (&s.reference, &s.version));
    once("standards", "version", versions, problems);
    once("criteria", "id", p.criteria.iter().map(|c| &c.id), problems);
    once(
        "criteria",
        "code",
        p.criteria.iter().map(|c| (&c.standard_id, &c.code)),
        problems,
    );
    once(
        "criterionLinks",
        "id",
        p.criterion_links.iter().map(|l| &l.id),
        problems,
    );
    once("evidence", "id", p.evidence.iter().map(|e| &e.id), problems);
    let links = p
        .evidence_links
        .iter()
        .map(|l| (&l.activity_id, &l.evidence_id));
    once("evidenceLinks", "evidenceId", links, problems);
    once(
        "opportunities",
        "id",
        p.opportunities.iter().map(|o| &o.id),
        problems,
    );
    once("actions", "id", p.actions.iter().map(|a| &a.id), problems);
    once("feedback", "id", p.feedback.iter().map(|f| &f.id), problems);
    once("models", "id", p.models.iter().map(|m| &m.id), problems);
    let forms = p.unfinished.iter().map(|u| (u.form, &u.about));
    once("unfinished", "about", forms, problems);
}

fn each<T>(list: &str, values: &[T], problems: &mut Problems, check: impl Fn(&T) -> Problems) {
    for (at, value) in values.iter().enumerate() {
        let found = check(value);
        if !found.0.is_empty() {
            problems.nest(&format!("{list}[{at}]"), found);
        }
    }
}

fn once<K: Eq + Hash>(
    list: &str,
    field: &str,
    keys: impl Iterator<Item = K>,
    problems: &mut Problems,
) {
    let mut seen = HashMap::new();
    for (at, key) in keys.enumerate() {
        if let Some(first) = seen.get(&key) {
            let reason = format!("This is the same as in {list}[{first}]: each may stand once.");
            problems.add(format!("{list}[{at}].{field}"), reason);
        } else {
            seen.insert(key, at);
        }
    }
}

/// References to other members.
fn references(p: &Portfolio, problems: &mut Problems) {
    let activities: HashSet<_> = p.activities.iter().map(|a| &a.id).collect();
    let reflections: HashSet<_> = p.reflections.iter().map(|r| &r.id).collect();
    let theory: HashSet<_> = p.theory.iter().map(|t| &t.id).collect();
    let standards: HashSet<_> = p.standards.iter().map(|s| &s.id).collect();
    let criteria: HashSet<_> = p.criteria.iter().map(|c| &c.id).collect();
    let evidence: HashSet<_> = p.evidence.iter().map(|e| &e.id).collect();
    let own_models: HashSet<_> = p.models.iter().map(|m| m.id.as_str()).collect();
    let links: HashSet<_> = p.theory_links.iter().map(|l| l.id.as_str()).collect();
    let mut missing = |is_there: bool, list: &str, at: usize, field: &str, what: &str| {
        if !is_there {
            problems.add(
                format!("{list}[{at}].{field}"),
                format!("There is no such {what}."),
            );
        }
    };
    let versions: HashSet<_> = p
        .activity_revisions
        .iter()
        .map(|r| (&r.activity_id, r.revision))
        .collect();
    for (at, item) in p.activity_revisions.iter().enumerate() {
        let known = activities.contains(&item.activity_id);
        missing(known, "activityRevisions", at, "activityId", "activity");
    }
    for (at, item) in p.confirmations.iter().enumerate() {
        let known = activities.contains(&item.activity_id);
        missing(known, "confirmations", at, "activityId", "activity");
        let known = item
            .revision
            .is_none_or(|revision| versions.contains(&(&item.activity_id, revision)));
        missing(
            known,
            "confirmations",
            at,
            "revision",
            "version of the activity",
        );
    }
    let recurrences: HashSet<_> = p.recurrences.iter().map(|r| &r.id).collect();
    for (at, item) in p.recurrence_answers.iter().enumerate() {
        let known = recurrences.contains(&item.recurrence_id);
        let what = "recurring entry";
        missing(known, "recurrenceAnswers", at, "recurrenceId", what);
        let known = item
            .activity_id
            .as_ref()
            .is_none_or(|id| activities.contains(id));
        missing(known, "recurrenceAnswers", at, "activityId", "activity");
    }
    for (at, item) in p.reflections.iter().enumerate() {
        let known = item.model.is_empty()
            || model(&item.model).is_some()
            || own_models.contains(item.model.as_str());
        missing(known, "reflections", at, "model", "model");
    }
    for (at, item) in p.revisions.iter().enumerate() {
        let known = reflections.contains(&item.reflection_id);
        missing(known, "revisions", at, "reflectionId", "reflection");
    }
    for (at, item) in p.theory.iter().enumerate() {
        let known = item
            .evidence_id
            .as_ref()
            .is_none_or(|id| evidence.contains(id));
        missing(known, "theory", at, "evidenceId", "file");
    }
    for (at, item) in p.theory_links.iter().enumerate() {
        let known = reflections.contains(&item.reflection_id);
        missing(known, "theoryLinks", at, "reflectionId", "reflection");
        missing(
            theory.contains(&item.theory_id),
            "theoryLinks",
            at,
            "theoryId",
            "work",
        );
    }
    for (at, item) in p.activity_links.iter().enumerate() {
        let known = reflections.contains(&item.reflection_id);
        missing(known, "activityLinks", at, "reflectionId", "reflection");
        let known = activities.contains(&item.activity_id);
        missing(known, "activityLinks", at, "activityId", "activity");
    }
    for (at, item) in p.criteria.iter().enumerate() {
        missing(
            standards.contains(&item.standard_id),
            "criteria",
            at,
            "standardId",
            "standard",
        );
    }
    for (at, item) in p.criterion_links.iter().enumerate() {
        let known = criteria.contains(&item.criterion_id);
        missing(known, "criterionLinks", at, "criterionId", "criterion");
        let (known, what) = match &item.subject {
            Subject::Reflection(id) => (reflections.contains(id), "reflection"),
            Subject::Activity(id) => (activities.contains(id), "activity"),
            Subject::Evidence(id) => (evidence.contains(id), "file"),
        };
        missing(known, "criterionLinks", at, "subject", what);
    }
    for (at, item) in p.evidence_links.iter().enumerate() {
        let known = activities.contains(&item.activity_id);
        missing(known, "evidenceLinks", at, "activityId", "activity");
        let known = evidence.contains(&item.evidence_id);
        missing(known, "evidenceLinks", at, "evidenceId", "file");
    }
    for (at, item) in p.opportunities.iter().enumerate() {
        let known = item
            .activity_id
            .as_ref()
            .is_none_or(|id| activities.contains(id));
        missing(known, "opportunities", at, "activityId", "activity");
    }
    for (at, item) in p.actions.iter().enumerate() {
        let known = item
            .reflection_id
            .as_ref()
            .is_none_or(|id| reflections.contains(id));
        missing(known, "actions", at, "reflectionId", "reflection");
    }
    for (at, item) in p.feedback.iter().enumerate() {
        let known = item
            .reflection_id
            .as_ref()
            .is_none_or(|id| reflections.contains(id));
        missing(known, "feedback", at, "reflectionId", "reflection");
        let known = item
            .activity_id
            .as_ref()
            .is_none_or(|id| activities.contains(id));
        missing(known, "feedback", at, "activityId", "activity");
    }
    for (at, item) in p.unfinished.iter().enumerate() {
        let Some(id) = item.about.as_deref() else {
            continue;
        };
        let (known, what) = match item.form.about() {
            // Said already: there is nothing that it could be about.
            About::Nothing => continue,
            About::Activity | About::ActivityOrNew => {
                (p.activities.iter().any(|a| a.id.as_str() == id), "activity")
            }
            About::RecurrenceOrNew => (
                p.recurrences.iter().any(|r| r.id.as_str() == id),
                "recurring entry",
            ),
            About::TheoryOrNew => (p.theory.iter().any(|t| t.id.as_str() == id), "work"),
            About::Reflection => (
                p.reflections.iter().any(|r| r.id.as_str() == id),
                "reflection",
            ),
            About::TheoryLink => (links.contains(id), "link"),
            About::ModelOrNew => (own_models.contains(id), "model"),
        };
        missing(known, "unfinished", at, "about", what);
    }
}

impl Learner {
    /// What in it cannot be right.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check_short("name", &self.name);
        problems.check_short("role", &self.role);
        problems.check_short("learnerNumber", &self.learner_number);
        problems
    }
}

impl Confirmation {
    /// What in it cannot be right.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check(
            matches!(
                self.decision,
                ConfirmationState::Confirmed
                    | ConfirmationState::Queried
                    | ConfirmationState::Rejected
            ),
            "decision",
            "A decision is confirmed, queried or rejected.",
        );
        problems.check_title("name", &self.name, "Say who confirmed it.");
        problems.check_short("role", &self.role);
        problems.check_date("decidedOn", self.decided_on);
        problems.check_text("comment", &self.comment);
        problems
    }
}

impl Evidence {
    /// What in it cannot be right.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check_title("fileName", &self.file_name, "A file needs a name.");
        problems.check(
            !self.file_name.contains(['/', '\\', '\0'])
                && !matches!(self.file_name.as_str(), "." | ".."),
            "fileName",
            "The name of a file has no folder in it.",
        );
        problems.check_text("alternativeText", &self.alternative_text);
        problems.check_text("description", &self.description);
        let media_type = "A file needs its media type, such as image/png.";
        problems.check_title("mediaType", &self.media_type, media_type);
        problems.check(
            self.sha256.len() == 64
                && self
                    .sha256
                    .bytes()
                    .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)),
            "sha256",
            "A SHA-256 has 64 digits 0 to 9 and a to f.",
        );
        problems.check(
            self.size <= LARGEST_EVIDENCE,
            "size",
            "A file may have at most 25 MB: make it smaller, or keep it elsewhere and describe it here.",
        );
        problems
    }
}

impl Opportunity {
    /// What in it cannot be right.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check_title(
            "title",
            &self.title,
            "Give the plan a title: a few words are enough.",
        );
        if let Some(date) = self.planned_on {
            problems.check_date("plannedOn", date);
        }
        problems.check(
            self.duration
                .is_none_or(|m| m > Minutes::ZERO && m <= Minutes::DAY),
            "duration",
            "A length is from 1 minute to 24 hours: leave it empty if there is none.",
        );
        problems.check_short("withWhom", &self.with_whom);
        problems.check_text("notes", &self.notes);
        problems
    }
}

impl Action {
    /// What in it cannot be right.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check(
            !self.text.trim().is_empty(),
            "text",
            "Say what you mean to do.",
        );
        problems.check_text("text", &self.text);
        for (field, date) in [("dueOn", self.due_on), ("doneOn", self.done_on)] {
            if let Some(date) = date {
                problems.check_date(field, date);
            }
        }
        problems
    }
}

impl Feedback {
    /// What in it cannot be right.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        problems.check_title("from", &self.from, "Say who gave it: a role is enough.");
        problems.check_date("givenOn", self.given_on);
        problems.check(
            !self.text.trim().is_empty(),
            "text",
            "Say what they told you.",
        );
        problems.check_text("text", &self.text);
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activity::tests::activity;
    use crate::activity::{ActivityRevision, RecurrenceAnswer};
    use crate::evidence::{EvidenceKind, EvidenceLink};
    use crate::id::{
        ActionId, ActivityId, ConfirmationId, CriterionId, CriterionLinkId, EvidenceId,
        RecurrenceId, ReflectionId, StandardId, TheoryId, TheoryLinkId,
    };
    use crate::reflection::tests::reflection;
    use crate::reflection::{ActivityLink, Reflection};
    use crate::standard::{Criterion, CriterionLink};
    use crate::theory::tests::work;
    use crate::theory::{TheoryLink, TheoryRelation};
    use crate::unfinished::Form;
    use crate::unfinished::tests::unfinished;
    use chrono::DateTime;

    fn fields(portfolio: &Portfolio) -> Vec<String> {
        match validate(portfolio) {
            Ok(()) => Vec::new(),
            Err(problems) => problems.0.into_iter().map(|p| p.field).collect(),
        }
    }

    fn theory_link(id: &str, reflection: &str, work: &str) -> TheoryLink {
        TheoryLink {
            id: TheoryLinkId::new(id).unwrap(),
            reflection_id: ReflectionId::new(reflection).unwrap(),
            theory_id: TheoryId::new(work).unwrap(),
            relation: TheoryRelation::Applies,
            rationale: String::new(),
            passage: String::new(),
            deleted_at: None,
        }
    }

    fn activity_link() -> ActivityLink {
        ActivityLink {
            reflection_id: ReflectionId::new("r1").unwrap(),
            activity_id: ActivityId::new("a1").unwrap(),
        }
    }

    fn linked() -> Portfolio {
        Portfolio {
            uid: "p1".into(),
            activities: vec![activity("a1", "2026-03-12")],
            reflections: vec![reflection("r1")],
            theory: vec![work("t1")],
            theory_links: vec![theory_link("l1", "r1", "t1")],
            activity_links: vec![activity_link()],
            ..Portfolio::default()
        }
    }

    #[test]
    fn an_empty_portfolio_and_a_linked_one_hold_together() {
        assert_eq!(validate(&Portfolio::default()), Ok(()));
        assert_eq!(validate(&linked()), Ok(()));
    }

    #[test]
    fn references_to_what_is_not_there_are_named_by_their_path() {
        let mut wrong = linked();
        wrong.theory_links.push(theory_link("l2", "r9", "t9"));
        wrong.theory[0].evidence_id = Some(EvidenceId::new("e9").unwrap());
        wrong.reflections.push(Reflection {
            model: "unheard".into(),
            ..reflection("r2")
        });
        wrong.confirmations.push(Confirmation {
            id: ConfirmationId::new("c1").unwrap(),
            activity_id: ActivityId::new("a9").unwrap(),
            revision: Some(2),
            decision: ConfirmationState::Draft,
            name: String::new(),
            role: String::new(),
            decided_on: "2026-03-13".parse().unwrap(),
            comment: String::new(),
            recorded_at: DateTime::default(),
        });
        wrong.criteria.push(Criterion {
            id: CriterionId::new("k3").unwrap(),
            standard_id: StandardId::new("s9").unwrap(),
            code: "K3".into(),
            text: String::new(),
        });
        wrong.criterion_links.push(CriterionLink {
            id: CriterionLinkId::new("cl1").unwrap(),
            criterion_id: CriterionId::new("k9").unwrap(),
            subject: Subject::Evidence(EvidenceId::new("e9").unwrap()),
            why: String::new(),
            passage: String::new(),
        });
        wrong.actions.push(Action {
            id: ActionId::new("act1").unwrap(),
            text: "Ask about fluid charts".into(),
            due_on: None,
            reflection_id: ReflectionId::new("r9").ok(),
            done_on: None,
            created_at: DateTime::default(),
            deleted_at: None,
        });
        assert_eq!(
            fields(&wrong),
            [
                "confirmations[0].decision",
                "confirmations[0].name",
                "confirmations[0].activityId",
                "confirmations[0].revision",
                "reflections[1].model",
                "theory[0].evidenceId",
                "theoryLinks[1].reflectionId",
                "theoryLinks[1].theoryId",
                "criteria[0].standardId",
                "criterionLinks[0].criterionId",
                "criterionLinks[0].subject",
                "actions[0].reflectionId",
            ]
        );
        let said = validate(&wrong).unwrap_err().to_string();
        assert!(
            said.contains("theoryLinks[1].theoryId: There is no such work."),
            "{said}"
        );
    }

    #[test]
    fn a_version_belongs_to_an_activity_and_stands_once() {
        let version = |activity_id: &str, revision| ActivityRevision {
            activity_id: ActivityId::new(activity_id).unwrap(),
            revision,
            kept_at: DateTime::default(),
            content: activity("a1", "2026-03-12").content(),
        };
        let mut wrong = linked();
        wrong.activity_revisions = vec![version("a1", 1), version("a1", 1), version("a9", 0)];
        wrong.activity_revisions[0].content.title.clear();
        assert_eq!(
            fields(&wrong),
            [
                "activityRevisions[0].content.title",
                "activityRevisions[2].revision",
                "activityRevisions[1].revision",
                "activityRevisions[2].activityId",
            ]
        );
    }

    #[test]
    fn a_file_belongs_once_to_an_activity_that_is_there() {
        let link = || EvidenceLink {
            activity_id: ActivityId::new("a9").unwrap(),
            evidence_id: EvidenceId::new("e9").unwrap(),
        };
        let mut wrong = linked();
        wrong.evidence_links = vec![link(), link()];
        assert_eq!(
            fields(&wrong),
            [
                "evidenceLinks[1].evidenceId",
                "evidenceLinks[0].activityId",
                "evidenceLinks[0].evidenceId",
                "evidenceLinks[1].activityId",
                "evidenceLinks[1].evidenceId",
            ]
        );
    }

    #[test]
    fn an_answer_belongs_to_what_recurs_and_to_an_activity() {
        let answer = RecurrenceAnswer {
            recurrence_id: RecurrenceId::new("rec9").unwrap(),
            due_on: "2026-03-10".parse().unwrap(),
            activity_id: ActivityId::new("a9").ok(),
            answered_at: DateTime::default(),
        };
        let mut wrong = linked();
        wrong.recurrence_answers = vec![answer.clone(), answer];
        assert_eq!(
            fields(&wrong)[..3],
            [
                "recurrenceAnswers[1].dueOn",
                "recurrenceAnswers[0].recurrenceId",
                "recurrenceAnswers[0].activityId",
            ]
        );
    }

    #[test]
    fn what_is_unfinished_is_about_something_that_is_there() {
        let mut portfolio = linked();
        portfolio.unfinished = vec![
            unfinished(Form::Programme, None),
            unfinished(Form::Activity, None),
            unfinished(Form::Activity, Some("a1")),
            unfinished(Form::NewLink, Some("r1")),
            unfinished(Form::TheoryLink, Some("l1")),
        ];
        assert_eq!(validate(&portfolio), Ok(()));
        portfolio.unfinished.extend([
            unfinished(Form::Activity, None),
            unfinished(Form::Confirmation, Some("a9")),
            unfinished(Form::Theory, Some("t9")),
            unfinished(Form::Recurrence, Some("rec9")),
            unfinished(Form::Picture, Some("r9")),
            unfinished(Form::TheoryLink, Some("l9")),
            unfinished(Form::Model, Some("m9")),
        ]);
        assert_eq!(
            fields(&portfolio),
            [
                "unfinished[5].about",
                "unfinished[6].about",
                "unfinished[7].about",
                "unfinished[8].about",
                "unfinished[9].about",
                "unfinished[10].about",
                "unfinished[11].about",
            ]
        );
    }

    #[test]
    fn an_identity_stands_once() {
        let mut wrong = linked();
        wrong.activities.push(activity("a1", "2026-03-13"));
        wrong.activity_links.push(activity_link());
        assert_eq!(
            fields(&wrong),
            ["activities[1].id", "activityLinks[1].activityId"]
        );
    }

    #[test]
    fn problems_of_a_member_carry_its_path() {
        let mut wrong = linked();
        wrong.activities[0].title.clear();
        wrong.programme.weekly = Some(Minutes(0));
        wrong.learner.name = "x".repeat(301);
        wrong.evidence.push(Evidence {
            id: EvidenceId::new("e1").unwrap(),
            file_name: "../photo.png".into(),
            kind: EvidenceKind::Media,
            alternative_text: String::new(),
            description: String::new(),
            media_type: String::new(),
            sha256: "ABC".into(),
            size: LARGEST_EVIDENCE + 1,
            created_at: DateTime::default(),
            deleted_at: None,
        });
        assert_eq!(
            fields(&wrong),
            [
                "learner.name",
                "programme.weekly",
                "activities[0].title",
                "evidence[0].fileName",
                "evidence[0].mediaType",
                "evidence[0].sha256",
                "evidence[0].size",
            ]
        );
    }
}
