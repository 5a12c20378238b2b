//! One entry of two that are for the same work. What was said of the work, and where, stays: links, citations and
//! the learner's own words go over to the entry that is kept, and the other goes to the bin.

use crate::app::App;
use crate::citing::{self, Citations};
use crate::convert::invalid;
use crate::failure::Failure;
use crate::link::is_said_elsewhere;
use crate::theory::{label, present_theory};
use crate::undo::{Back, Step};
use crate::wire::{MergeTheory, Theory};
use aftershift_domain::id::TheoryId;
use aftershift_domain::theory::TheoryLink;
use aftershift_store::{ItemKind, Writer};

/// Lets every link of one work be of another, those in the bin too, and says what takes it back. A link that the
/// other has already, word for word, stays with its work.
fn move_links(db: &Writer<'_>, from: &TheoryId, to: &TheoryId) -> Result<Vec<Back>, Failure> {
    let mut backs = Vec::new();
    for before in db.all_theory_links()? {
        if before.theory_id != *from {
            continue;
        }
        let link = TheoryLink {
            theory_id: to.clone(),
            ..before.clone()
        };
        if !is_said_elsewhere(db, &link)? {
            db.save_theory_link(&link)?;
            backs.push(Back::TheoryLink(Box::new(before)));
        }
    }
    Ok(backs)
}

impl App {
    /// Makes one entry of two for the same work.
    ///
    /// # Errors
    /// If one of them is not there, they are one already, or it cannot be written. Then nothing was changed.
    pub fn merge_theory(&self, request: MergeTheory) -> Result<Theory, Failure> {
        self.write_undoable(|db, present| {
            let keep = present_theory(db, &request.keep)?;
            let other = present_theory(db, &request.other)?;
            if keep.id == other.id {
                return Err(invalid(
                    "other",
                    "Choose another work: this is the same entry.",
                ));
            }
            let merged = Theory {
                changed_at: present.now,
                ..keep.merged_with(&other)
            };
            merged.problems().or(())?;
            db.save_theory(&merged)?;
            let mut backs = vec![Back::Theory(Box::new(keep))];
            backs.extend(move_links(db, &other.id, &merged.id)?);
            let texts = citing::cite_as(db, &other.cite_key, &merged.cite_key, present)?;
            backs.push(Back::Citations(Box::new(Citations::of_two(texts))));
            db.move_to_bin(ItemKind::Theory, other.id.as_str(), present.now)?;
            backs.push(Back::Restore(ItemKind::Theory, other.id.to_string()));
            let what = format!("Made one of {} and {}", label(&merged), label(&other));
            Ok((merged, Some(Step::new(what, Back::All(backs)))))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, open_world, work, write};
    use crate::wire::{
        Alike, LinkTheory, Nothing, ReflectionRef, SaveTheory, TheoryRef, TheoryRow,
    };
    use aftershift_domain::id::ReflectionId;
    use aftershift_domain::theory::TheoryRelation;

    fn kept(world: &World, key_idea: &str, doi: &str) -> Theory {
        let request = SaveTheory {
            key_idea: key_idea.into(),
            doi: doi.into(),
            ..work("Novice", "1984", &["Benner"])
        };
        world.app.save_theory(request).unwrap()
    }

    fn say(world: &World, account: &ReflectionId, work: &Theory, rationale: &str) {
        let request = LinkTheory {
            id: None,
            reflection_id: account.clone(),
            theory_id: work.id.clone(),
            relation: TheoryRelation::Illustrates,
            rationale: rationale.into(),
            passage: "a passage".into(),
        };
        world.app.link_theory(request).unwrap();
    }

    /// What is said of a work, and where.
    fn said(world: &World, work: &Theory) -> Vec<(String, String)> {
        let id = work.id.clone();
        let view = world.app.theory(TheoryRef { id }).unwrap();
        let uses = view.uses.into_iter();
        uses.map(|it| (it.link.rationale, it.link.passage))
            .collect()
    }

    fn text(world: &World, id: &ReflectionId) -> String {
        let view = world
            .app
            .reflection(ReflectionRef { id: id.clone() })
            .unwrap();
        view.reflection.stages[0].text.clone()
    }

    #[test]
    fn of_two_entries_one_is_made_with_all_that_hangs_on_both_and_one_undo_takes_it_back() {
        let world = open_world();
        let (first, second) = (
            kept(&world, "Skill grows.", ""),
            kept(&world, "By doing.", "10.1/b"),
        );
        let page = world.app.list_theory(Nothing {}).unwrap();
        let pair = Alike {
            first: first.id.clone(),
            second: second.id.clone(),
        };
        assert_eq!(page.alike, [pair]);
        let account = write(&world, "A fall", "[@benner1984; @benner1984a, p. 3]");
        say(&world, &account, &first, "I saw parts.");
        say(&world, &account, &second, "I saw parts.");
        say(&world, &account, &second, "I waited for rules.");
        let before = world.app.read(|db, _| Ok(db.portfolio()?)).unwrap();

        let request = || MergeTheory {
            keep: first.id.clone(),
            other: second.id.clone(),
        };
        let merged = world.app.merge_theory(request()).unwrap();
        assert_eq!(merged.key_idea, "Skill grows.\n\nBy doing.");
        assert_eq!(
            (merged.doi.as_str(), merged.cite_key.as_str()),
            ("10.1/b", "benner1984")
        );
        let passage = || "a passage".to_owned();
        assert_eq!(
            said(&world, &merged),
            [
                ("I saw parts.".to_owned(), passage()),
                ("I waited for rules.".to_owned(), passage())
            ],
            "what both say is said once"
        );
        assert_eq!(text(&world, &account), "[@benner1984; @benner1984, p. 3]");
        let page = world.app.list_theory(Nothing {}).unwrap();
        let ids: Vec<_> = page
            .rows
            .into_iter()
            .map(|TheoryRow { theory, .. }| theory.id)
            .collect();
        assert_eq!((ids, page.alike), (vec![first.id.clone()], vec![]));
        assert!(
            world.app.merge_theory(request()).is_err(),
            "the other is in the bin"
        );

        let undone = world.app.undo(Nothing {}).unwrap().what;
        assert_eq!(
            undone.as_deref(),
            Some("Made one of Benner (1984) and Benner (1984)")
        );
        let after = world.app.read(|db, _| Ok(db.portfolio()?)).unwrap();
        assert_eq!(after.theory_links, before.theory_links);
        assert_eq!(after.reflections[0].stages, before.reflections[0].stages);
        let said = |works: Vec<Theory>| -> Vec<_> {
            let works = works.into_iter();
            works
                .map(|it| (it.id, it.key_idea, it.doi, it.deleted_at))
                .collect()
        };
        assert_eq!(said(after.theory), said(before.theory));
    }

    #[test]
    fn an_entry_is_not_made_one_with_itself() {
        let world = open_world();
        let work = kept(&world, "", "");
        let request = MergeTheory {
            keep: work.id.clone(),
            other: work.id,
        };
        assert!(matches!(
            world.app.merge_theory(request),
            Err(Failure::Invalid { .. })
        ));
    }
}
