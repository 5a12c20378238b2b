//! The bin: nothing that is deleted is gone.
//!
//! What is linked to something stays with it, and shows again when it comes back. A link to theory can lie in the
//! bin by itself. It comes out by itself too: where its account or its work is still in the bin, it shows once that
//! comes out. Where the account was linked anew meanwhile, the two stand side by side, each with its sentence; only
//! where they say the same does the one in the bin stay there.

use crate::app::App;
use crate::convert::{invalid, not_found};
use crate::failure::Failure;
use crate::link::{ends, is_said_elsewhere, waits_for};
use crate::reflection::title_or_untitled;
use crate::undo::{Back, Step};
use crate::wire::{BinContents, BinItem, BinItemRef, BinKind, Binned, Nothing, TheoryLink};
use aftershift_domain::id::{
    ActionId, ActivityId, EvidenceId, FeedbackId, OpportunityId, OwnModelId, RecurrenceId,
    ReflectionId, TheoryId, TheoryLinkId,
};
use aftershift_store::{ItemKind, Reader, Writer};
use chrono::{DateTime, Utc};

impl From<BinKind> for ItemKind {
    fn from(kind: BinKind) -> Self {
        match kind {
            BinKind::Reflection => Self::Reflection,
            BinKind::Activity => Self::Activity,
            BinKind::Recurrence => Self::Recurrence,
            BinKind::Theory => Self::Theory,
            BinKind::TheoryLink => Self::TheoryLink,
            BinKind::Evidence => Self::Evidence,
            BinKind::Model => Self::OwnModel,
        }
    }
}

/// The kind as the window knows it; `None` for what it does not show yet.
pub(crate) fn wire_kind(kind: ItemKind) -> Option<BinKind> {
    match kind {
        ItemKind::Reflection => Some(BinKind::Reflection),
        ItemKind::Activity => Some(BinKind::Activity),
        ItemKind::Recurrence => Some(BinKind::Recurrence),
        ItemKind::Theory => Some(BinKind::Theory),
        ItemKind::TheoryLink => Some(BinKind::TheoryLink),
        ItemKind::Evidence => Some(BinKind::Evidence),
        ItemKind::OwnModel => Some(BinKind::Model),
        ItemKind::Opportunity | ItemKind::Action | ItemKind::Feedback => None,
    }
}

/// What the window calls a kind of thing that is not there.
fn name(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Reflection => "reflection",
        ItemKind::Activity => "activity",
        ItemKind::Recurrence => "recurrence",
        ItemKind::Theory => "theory",
        ItemKind::TheoryLink => "theory_link",
        ItemKind::Evidence => "evidence",
        ItemKind::OwnModel => "model",
        ItemKind::Opportunity => "opportunity",
        ItemKind::Action => "action",
        ItemKind::Feedback => "feedback",
    }
}

/// The title of something and whether it is in the bin; `None` if it is not there at all.
fn found(db: &Reader<'_>, kind: ItemKind, id: &str) -> Result<Option<(String, bool)>, Failure> {
    let missing = || not_found(name(kind));
    Ok(match kind {
        ItemKind::Reflection => db
            .reflection(&ReflectionId::new(id).map_err(|_| missing())?)?
            .map(|it| {
                (
                    title_or_untitled(&it.title).to_owned(),
                    it.deleted_at.is_some(),
                )
            }),
        ItemKind::Activity => db
            .activity(&ActivityId::new(id).map_err(|_| missing())?)?
            .map(|it| (it.title, it.deleted_at.is_some())),
        ItemKind::Recurrence => db
            .recurrence(&RecurrenceId::new(id).map_err(|_| missing())?)?
            .map(|it| (it.title, it.deleted_at.is_some())),
        ItemKind::Theory => db
            .theory(&TheoryId::new(id).map_err(|_| missing())?)?
            .map(|it| (it.title, it.deleted_at.is_some())),
        ItemKind::TheoryLink => match link_named(db, id)? {
            Some(link) => Some((
                format!("Link {}", ends(db, &link)?),
                link.deleted_at.is_some(),
            )),
            None => None,
        },
        ItemKind::Evidence => db
            .evidence(&EvidenceId::new(id).map_err(|_| missing())?)?
            .map(|it| (it.file_name, it.deleted_at.is_some())),
        ItemKind::OwnModel => db
            .own_model(&OwnModelId::new(id).map_err(|_| missing())?)?
            .map(|it| (it.name, it.deleted_at.is_some())),
        ItemKind::Opportunity => db
            .opportunity(&OpportunityId::new(id).map_err(|_| missing())?)?
            .map(|it| (it.title, it.deleted_at.is_some())),
        ItemKind::Action => db
            .action(&ActionId::new(id).map_err(|_| missing())?)?
            .map(|it| (it.text, it.deleted_at.is_some())),
        ItemKind::Feedback => db
            .feedback(&FeedbackId::new(id).map_err(|_| missing())?)?
            .map(|it| (it.from, it.deleted_at.is_some())),
    })
}

/// The link with this id, also one in the bin.
fn link_named(db: &Reader<'_>, id: &str) -> Result<Option<TheoryLink>, Failure> {
    let id = TheoryLinkId::new(id).map_err(|_| not_found(name(ItemKind::TheoryLink)))?;
    Ok(db.theory_link(&id)?)
}

/// What is said of something that goes to the bin or comes back: its title in quotation marks, unless the title
/// has some already.
fn quoted(kind: ItemKind, title: &str) -> String {
    match kind {
        ItemKind::TheoryLink => title.replacen("Link", "the link", 1),
        _ => format!("“{title}”"),
    }
}

/// Moves something to the bin and returns its title. What is there already stays there.
pub(crate) fn remove(
    db: &Writer<'_>,
    kind: ItemKind,
    id: &str,
    at: DateTime<Utc>,
) -> Result<String, Failure> {
    let (title, binned) = found(db, kind, id)?.ok_or_else(|| not_found(name(kind)))?;
    if !binned {
        db.move_to_bin(kind, id, at)?;
    }
    Ok(title)
}

/// Takes something out of the bin and returns its title.
pub(crate) fn restore(db: &Writer<'_>, kind: ItemKind, id: &str) -> Result<String, Failure> {
    let (title, binned) = found(db, kind, id)?.ok_or_else(|| not_found(name(kind)))?;
    if binned {
        db.restore_from_bin(kind, id)?;
    }
    Ok(title)
}

impl App {
    /// Moves something to the bin.
    ///
    /// # Errors
    /// If it is not there, or is in the bin already.
    pub fn move_to_bin(&self, request: BinItemRef) -> Result<Binned, Failure> {
        self.write_undoable(|db, present| {
            let kind = request.kind.into();
            let title = match found(db, kind, &request.id)? {
                Some((_, false)) => remove(db, kind, &request.id, present.now)?,
                _ => return Err(not_found(name(kind))),
            };
            let what = format!("Moved {} to the bin", quoted(kind, &title));
            let note = String::new();
            Ok((
                Binned { title, note },
                Some(Step::new(what, Back::Restore(kind, request.id))),
            ))
        })
    }

    /// Takes something out of the bin.
    ///
    /// # Errors
    /// If it is not in the bin, or is a link that says what another one says already.
    pub fn restore_from_bin(&self, request: BinItemRef) -> Result<Binned, Failure> {
        self.write_undoable(|db, _| {
            let kind = request.kind.into();
            let title = match found(db, kind, &request.id)? {
                Some((title, true)) => title,
                _ => return Err(not_found(name(kind))),
            };
            let mut note = String::new();
            if kind == ItemKind::TheoryLink
                && let Some(link) = link_named(db, &request.id)?
            {
                if is_said_elsewhere(db, &link)? {
                    let reason = "The reflection has this link again, with the same sentence: there \
                                  is nothing to take out.";
                    return Err(invalid("id", reason));
                }
                note = waits_for(db, &link)?;
            }
            restore(db, kind, &request.id)?;
            let what = format!("Took {} out of the bin", quoted(kind, &title));
            Ok((
                Binned { title, note },
                Some(Step::new(what, Back::Bin(kind, request.id))),
            ))
        })
    }

    /// What the bin holds, newest first.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn list_bin(&self, _: Nothing) -> Result<BinContents, Failure> {
        self.read(|db, _| {
            let mut items = Vec::new();
            for item in db.bin()? {
                let Some(kind) = wire_kind(item.kind) else {
                    continue;
                };
                let (title, detail) = match kind {
                    BinKind::Reflection => {
                        (title_or_untitled(&item.title).to_owned(), String::new())
                    }
                    // The store knows a link by its sentence, which is what it says and not what it is.
                    BinKind::TheoryLink => {
                        let found = found(db, item.kind, &item.id)?;
                        (
                            found.map(|(title, _)| title).unwrap_or_default(),
                            item.title,
                        )
                    }
                    _ => (item.title, String::new()),
                };
                items.push(BinItem {
                    kind,
                    id: item.id,
                    title,
                    detail,
                    deleted_at: item.deleted_at,
                });
            }
            Ok(BinContents { items })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{log, open_world};
    use aftershift_domain::activity::Category;

    #[test]
    fn what_is_binned_can_be_taken_out_and_both_can_be_undone() {
        let world = open_world();
        let kept = log(&world, "Night shift", "2026-03-10", 60, Category::Theory);
        let item = || BinItemRef {
            kind: BinKind::Activity,
            id: kept.activity.id.to_string(),
        };
        let in_bin = || world.app.list_bin(Nothing {}).unwrap().items.len();

        assert_eq!(world.app.move_to_bin(item()).unwrap().title, "Night shift");
        assert_eq!(in_bin(), 1);
        assert_eq!(
            world.app.status().unwrap().undo,
            "Moved “Night shift” to the bin"
        );
        assert!(matches!(
            world.app.move_to_bin(item()),
            Err(Failure::NotFound { .. })
        ));

        world.app.undo(Nothing {}).unwrap();
        assert_eq!(in_bin(), 0);
        assert!(matches!(
            world.app.restore_from_bin(item()),
            Err(Failure::NotFound { .. })
        ));

        world.app.move_to_bin(item()).unwrap();
        world.app.restore_from_bin(item()).unwrap();
        assert_eq!(in_bin(), 0);
        let undone = world.app.undo(Nothing {}).unwrap();
        assert_eq!(
            undone.what.as_deref(),
            Some("Took “Night shift” out of the bin")
        );
        assert_eq!(in_bin(), 1);
    }

    #[test]
    fn an_id_that_no_id_can_be_is_simply_not_there() {
        let world = open_world();
        let item = BinItemRef {
            kind: BinKind::Theory,
            id: "../x".into(),
        };
        let expected = Failure::NotFound {
            kind: "theory".into(),
        };
        assert_eq!(world.app.move_to_bin(item), Err(expected));
    }
}
