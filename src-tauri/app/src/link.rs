//! What is linked to what: accounts to works of theory and to activities.
//!
//! A link to theory carries a sentence that a person wrote, so it is treated as something they wrote: taken away it
//! goes to the bin, and no other link is ever put in its place.

use crate::app::{App, new_id_text};
use crate::convert::{invalid, not_found};
use crate::failure::Failure;
use crate::reflection::{present_reflection, title_or_untitled};
use crate::theory::{label, present_theory};
use crate::undo::{Back, Step};
use crate::unfinished::finish;
use crate::wire::{ActivityLink, Done, Form, LinkTheory, TheoryLink, TheoryLinkRef};
use aftershift_domain::id::TheoryLinkId;
use aftershift_domain::problem::Problems;
use aftershift_store::{ItemKind, Reader};

fn check(link: &TheoryLink) -> Result<(), Failure> {
    let mut problems = Problems::new();
    // What makes a link more than a name: it is asked for, and nothing else can stand for it.
    problems.check(
        !link.rationale.trim().is_empty(),
        "rationale",
        "Say in a sentence how the theory explains what you did.",
    );
    problems.check_text("rationale", &link.rationale);
    problems.check_text("passage", &link.passage);
    Ok(problems.or(())?)
}

/// The link with this id that is not in the bin.
fn present_link(db: &Reader<'_>, id: &TheoryLinkId) -> Result<TheoryLink, Failure> {
    let found = db.theory_link(id)?.filter(|link| link.deleted_at.is_none());
    found.ok_or_else(|| not_found("theory_link"))
}

/// What the two ends of a link are called: `from “A fall” to Benner (1984)`.
pub(crate) fn ends(db: &Reader<'_>, link: &TheoryLink) -> Result<String, Failure> {
    let (title, work) = (account_of(db, link)?.0, work_of(db, link)?.0);
    Ok(format!("from “{title}” to {work}"))
}

/// The title of the account of a link, and whether it is in the bin.
fn account_of(db: &Reader<'_>, link: &TheoryLink) -> Result<(String, bool), Failure> {
    let account = db.reflection(&link.reflection_id)?;
    let account = account.ok_or_else(|| not_found("reflection"))?;
    let title = title_or_untitled(&account.title).to_owned();
    Ok((title, account.deleted_at.is_some()))
}

/// The short name of the work of a link, and whether it is in the bin.
fn work_of(db: &Reader<'_>, link: &TheoryLink) -> Result<(String, bool), Failure> {
    let work = db.theory(&link.theory_id)?;
    let work = work.ok_or_else(|| not_found("theory"))?;
    Ok((label(&work), work.deleted_at.is_some()))
}

/// What a link that came out of the bin still waits for, as a sentence; empty if it shows again.
pub(crate) fn waits_for(db: &Reader<'_>, link: &TheoryLink) -> Result<String, Failure> {
    let (account, work) = (account_of(db, link)?, work_of(db, link)?);
    let (what, are) = match (account, work) {
        ((_, false), (_, false)) => return Ok(String::new()),
        ((title, true), (_, false)) => (format!("“{title}”"), "is"),
        ((_, false), (label, true)) => (label, "is"),
        ((title, true), (label, true)) => (format!("“{title}” and {label}"), "are"),
    };
    Ok(format!(
        "It shows again once {what} {are} out of the bin too."
    ))
}

/// Whether the account of a link has another one that says the same of the same passage and work.
pub(crate) fn is_said_elsewhere(db: &Reader<'_>, link: &TheoryLink) -> Result<bool, Failure> {
    let others = db.theory_links_of(&link.reflection_id)?;
    Ok(others.iter().any(|other| {
        other.id != link.id
            && other.theory_id == link.theory_id
            && other.relation == link.relation
            && other.rationale == link.rationale
            && other.passage == link.passage
    }))
}

impl App {
    /// Links a reflection to a work of theory, or changes such a link. The same sentence about the same
    /// work and passage is one link, and a link without a sentence takes the first one that is said;
    /// another sentence is another link, so that none is written over.
    ///
    /// # Errors
    /// If one of the two is not there, or something in it cannot be right.
    pub fn link_theory(&self, request: LinkTheory) -> Result<TheoryLink, Failure> {
        self.write_undoable(|db, present| {
            let reflection = present_reflection(db, &request.reflection_id)?;
            let work = present_theory(db, &request.theory_id)?;
            let before = match &request.id {
                Some(id) => Some(present_link(db, id)?),
                None => db
                    .theory_links_of(&reflection.id)?
                    .into_iter()
                    .find(|link| {
                        link.theory_id == request.theory_id
                            && link.passage == request.passage
                            && (link.rationale.is_empty() || link.rationale == request.rationale)
                    }),
            };
            let form = match &request.id {
                Some(id) => (Form::TheoryLink, id.to_string()),
                None => (Form::NewLink, reflection.id.to_string()),
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
                deleted_at: None,
            };
            check(&after)?;
            finish(db, form.0, Some(&form.1))?;
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
                    Back::Bin(ItemKind::TheoryLink, after.id.to_string()),
                ),
            };
            Ok((after, Some(step)))
        })
    }

    /// Takes away a link to a work of theory: it goes to the bin with its sentence.
    ///
    /// # Errors
    /// If it is not there.
    pub fn unlink_theory(&self, request: TheoryLinkRef) -> Result<Done, Failure> {
        self.write_undoable(|db, present| {
            let link = present_link(db, &request.id)?;
            let what = format!("Took away the link {}", ends(db, &link)?);
            let id = link.id.to_string();
            db.move_to_bin(ItemKind::TheoryLink, &id, present.now)?;
            let step = Step::new(what, Back::Restore(ItemKind::TheoryLink, id));
            Ok((Done {}, Some(step)))
        })
    }

    /// Takes the passage off a link to a work of theory, and nothing else of it.
    ///
    /// # Errors
    /// If it is not there.
    pub fn drop_passage(&self, request: TheoryLinkRef) -> Result<Done, Failure> {
        self.write_undoable(|db, _| {
            let link = present_link(db, &request.id)?;
            if link.passage.is_empty() {
                return Ok((Done {}, None));
            }
            db.save_theory_link(&TheoryLink {
                passage: String::new(),
                ..link.clone()
            })?;
            let what = format!("Took the quotation off the link {}", ends(db, &link)?);
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
