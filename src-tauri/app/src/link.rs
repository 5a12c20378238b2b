//! What is linked to what: accounts to works of theory and to activities.

use crate::app::{App, new_id_text};
use crate::convert::{invalid, not_found};
use crate::failure::Failure;
use crate::reflection::{present_reflection, title_or_untitled};
use crate::theory::{label, present_theory};
use crate::undo::{Back, Step};
use crate::wire::{ActivityLink, Done, LinkTheory, TheoryLink, TheoryLinkRef};
use aftershift_domain::id::TheoryLinkId;
use aftershift_domain::problem::Problems;

fn check(link: &TheoryLink) -> Result<(), Failure> {
    let mut problems = Problems::new();
    problems.check_text("rationale", &link.rationale);
    problems.check_text("passage", &link.passage);
    Ok(problems.or(())?)
}

impl App {
    /// Links a reflection to a work of theory, or changes such a link. Asking twice for the same work
    /// and passage changes the link that is there.
    ///
    /// # Errors
    /// If one of the two is not there, or something in it cannot be right.
    pub fn link_theory(&self, request: LinkTheory) -> Result<TheoryLink, Failure> {
        self.write_undoable(|db, present| {
            let reflection = present_reflection(db, &request.reflection_id)?;
            let work = present_theory(db, &request.theory_id)?;
            let before = match &request.id {
                Some(id) => Some(
                    db.theory_link(id)?
                        .ok_or_else(|| not_found("theory_link"))?,
                ),
                None => db
                    .theory_links_of(&reflection.id)?
                    .into_iter()
                    .find(|link| {
                        link.theory_id == request.theory_id && link.passage == request.passage
                    }),
            };
            let id = match &before {
                Some(before) => before.id.clone(),
                None => TheoryLinkId::new(new_id_text(present.now))
                    .map_err(|error| invalid("id", error.to_string()))?,
            };
            let after = TheoryLink {
                id,
                reflection_id: request.reflection_id,
                theory_id: request.theory_id,
                relation: request.relation,
                rationale: request.rationale,
                passage: request.passage,
            };
            check(&after)?;
            if before.as_ref() == Some(&after) {
                return Ok((after, None));
            }
            db.save_theory_link(&after)?;
            let title = title_or_untitled(&reflection.title);
            let step = match before {
                Some(before) => Step::new(
                    format!("Changed the link from “{title}” to {}", label(&work)),
                    Back::TheoryLink(Box::new(before)),
                ),
                None => Step::new(
                    format!("Linked “{title}” to {}", label(&work)),
                    Back::NoTheoryLink(after.id.clone()),
                ),
            };
            Ok((after, Some(step)))
        })
    }

    /// Takes away a link to a work of theory.
    ///
    /// # Errors
    /// If it is not there.
    pub fn unlink_theory(&self, request: TheoryLinkRef) -> Result<Done, Failure> {
        self.write_undoable(|db, _| {
            let link = db
                .theory_link(&request.id)?
                .ok_or_else(|| not_found("theory_link"))?;
            db.remove_theory_link(&link.id)?;
            let reflection = db.reflection(&link.reflection_id)?;
            let title = reflection
                .map(|reflection| reflection.title)
                .unwrap_or_default();
            let work = db
                .theory(&link.theory_id)?
                .as_ref()
                .map(label)
                .unwrap_or_default();
            let what = format!(
                "Took away the link from “{}” to {work}",
                title_or_untitled(&title)
            );
            Ok((
                Done {},
                Some(Step::new(what, Back::TheoryLink(Box::new(link)))),
            ))
        })
    }

    /// Links a reflection to an activity. Saying it again changes nothing.
    ///
    /// # Errors
    /// If one of the two is not there.
    pub fn link_activity(&self, request: ActivityLink) -> Result<Done, Failure> {
        self.write_undoable(|db, _| {
            let reflection = present_reflection(db, &request.reflection_id)?;
            let activity = db.activity(&request.activity_id)?;
            let activity = activity
                .filter(|activity| activity.deleted_at.is_none())
                .ok_or_else(|| not_found("activity"))?;
            let linked = db.activities_of(&reflection.id)?;
            if linked.iter().any(|other| other.id == activity.id) {
                return Ok((Done {}, None));
            }
            db.link_activity(&reflection.id, &activity.id)?;
            let title = title_or_untitled(&reflection.title);
            let what = format!("Linked “{title}” to the activity “{}”", activity.title);
            Ok((
                Done {},
                Some(Step::new(what, Back::NoActivityLink(request))),
            ))
        })
    }

    /// Takes away a link to an activity.
    ///
    /// # Errors
    /// If it is not there.
    pub fn unlink_activity(&self, request: ActivityLink) -> Result<Done, Failure> {
        self.write_undoable(|db, _| {
            let linked = db.activities_of(&request.reflection_id)?;
            let activity = linked
                .into_iter()
                .find(|activity| activity.id == request.activity_id);
            let activity = activity.ok_or_else(|| not_found("activity_link"))?;
            db.unlink_activity(&request.reflection_id, &request.activity_id)?;
            let reflection = db.reflection(&request.reflection_id)?;
            let title = reflection
                .map(|reflection| reflection.title)
                .unwrap_or_default();
            let what = format!(
                "Took away the link from “{}” to the activity “{}”",
                title_or_untitled(&title),
                activity.title
            );
            Ok((Done {}, Some(Step::new(what, Back::ActivityLink(request)))))
        })
    }
}
