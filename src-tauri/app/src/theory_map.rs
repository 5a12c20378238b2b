//! Which theory ever met practice, and which practice has no theory.

use crate::app::App;
use crate::failure::Failure;
use crate::theory::label;
use crate::wire::{Nothing, Theory, TheoryMap};
use aftershift_domain::theory::{map, sort_key};

impl App {
    /// Practice and theory side by side; nothing where there is neither a work nor an account.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn theory_map(&self, _: Nothing) -> Result<Option<TheoryMap>, Failure> {
        self.read(|db, _| {
            let works = db.theory_list()?.into_iter();
            let mut works: Vec<Theory> = works.map(|found| found.theory).collect();
            works.sort_by_cached_key(sort_key);
            let study = db.study(&works, label)?;
            Ok(map::map(&study, map::Called::Reflections))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, begin, log, open_world, work};
    use crate::wire::{ActivityLink, BinItemRef, BinKind, LinkTheory, TheoryLinkRef};
    use aftershift_domain::activity::Category;
    use aftershift_domain::id::{ReflectionId, TheoryId};
    use aftershift_domain::theory::TheoryRelation;

    fn drawn(world: &World) -> TheoryMap {
        world.app.theory_map(Nothing {}).unwrap().unwrap()
    }

    fn explain(world: &World, reflection: &ReflectionId, theory: &TheoryId) -> TheoryLinkRef {
        let link = world.app.link_theory(LinkTheory {
            id: None,
            reflection_id: reflection.clone(),
            theory_id: theory.clone(),
            relation: TheoryRelation::Applies,
            rationale: "It explains why I waited.".into(),
            passage: String::new(),
        });
        TheoryLinkRef {
            id: link.unwrap().id,
        }
    }

    #[test]
    fn a_link_closes_the_gap_and_the_bin_opens_it_again() {
        let world = open_world();
        assert_eq!(world.app.theory_map(Nothing {}).unwrap(), None);
        let reflection = begin(&world, "Handover", "free");
        let benner = world
            .app
            .save_theory(work("Novice", "1984", &["Benner"]))
            .unwrap();
        let activity = log(&world, "Handover", "2026-03-10", 60, Category::Theory);
        let about = ActivityLink {
            reflection_id: reflection.clone(),
            activity_id: activity.activity.id,
        };
        world.app.link_activity(about).unwrap();
        let before = drawn(&world);
        assert_eq!(before.unapplied().count(), 1);
        assert_eq!(before.bare_activities[0].account, reflection);
        assert_eq!(
            before.title,
            "1 of 1 work has never met practice; 1 of 1 reflection draws on no theory"
        );
        let link = explain(&world, &reflection, &benner.id);
        let after = drawn(&world);
        assert_eq!((after.unapplied().count(), after.bare.len()), (0, 0));
        assert_eq!(after.bare_activities, []);
        assert_eq!(after.authors[0].accounts, 1);
        world.app.unlink_theory(link).unwrap();
        assert_eq!(drawn(&world).unapplied().count(), 1);
        let binned = BinItemRef {
            kind: BinKind::Reflection,
            id: reflection.to_string(),
        };
        world.app.move_to_bin(binned).unwrap();
        assert_eq!(drawn(&world).accounts, 0);
    }

    #[test]
    fn a_map_of_many_works_and_accounts_takes_as_many_statements_as_a_small_one() {
        let world = open_world();
        let mut works = Vec::new();
        let mut add = |accounts: usize, count: usize| {
            for nth in works.len()..count {
                let title = format!("Work {nth}");
                works.push(
                    world
                        .app
                        .save_theory(work(&title, "1984", &["Benner"]))
                        .unwrap(),
                );
            }
            for nth in 0..accounts {
                let reflection = begin(&world, "Handover", "free");
                explain(&world, &reflection, &works[nth * 7 % works.len()].id);
            }
        };
        let counted = world
            .app
            .with_open(|open, _| Ok(open.store.count_statements()?))
            .unwrap();
        let statements = || {
            drop(counted.take());
            drop(drawn(&world));
            counted.take().len()
        };
        add(1, 1);
        let few = statements();
        add(199, 80);
        let map = drawn(&world);
        assert_eq!((map.accounts, map.works), (200, 80));
        assert_eq!(statements(), few);
    }
}
