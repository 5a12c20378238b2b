//! Beginning a library with the works that the built-in models of reflection come from.

use crate::app::App;
use crate::citation_style::style;
use crate::convert::{count, invalid};
use crate::failure::Failure;
use crate::import_library::{blank, works_of};
use crate::theory::{label, printed};
use crate::undo::{Back, Step};
use crate::wire::{AddModelWorks, Handled, ModelWork, ModelWorks, Nothing, Theory};
use aftershift_domain::id::TheoryId;
use aftershift_domain::reflection::model;
use aftershift_domain::theory::{self, Known, key, known, model_works};
use std::collections::BTreeSet;

/// The works of the models, each with the entry for it that is there already.
fn works(library: &[Theory]) -> Vec<(theory::ModelWork, Option<TheoryId>)> {
    let works = model_works();
    let references = (1..).zip(works.iter().map(|it| &it.reference));
    let there = known(references, library)
        .into_iter()
        .map(|known| match known {
            Some(Known::Library { id }) => Some(id),
            _ => None,
        });
    let there: Vec<_> = there.collect();
    works.into_iter().zip(there).collect()
}

impl App {
    /// The works that the built-in models of reflection come from, and which of them are there.
    ///
    /// # Errors
    /// If nothing is open or the library cannot be read.
    pub fn model_works(&self, _: Nothing) -> Result<ModelWorks, Failure> {
        self.read(|db, present| {
            let blank = blank(present)?;
            let style = style(db)?;
            let works = works(&works_of(db)?).into_iter();
            let works = works.map(|(it, known)| {
                let name = model(it.model).map_or(it.model, |model| model.name);
                let work = it.reference.over(blank.clone());
                ModelWork {
                    model: it.model.into(),
                    model_name: name.into(),
                    label: label(&work),
                    reference: printed(&style, &work),
                    known,
                }
            });
            Ok(ModelWorks {
                works: works.collect(),
            })
        })
    }

    /// Adds works of built-in models. Those that are there stay as they are.
    ///
    /// # Errors
    /// If a model is named that has no work, none is named, or it cannot be written.
    pub fn add_model_works(&self, request: AddModelWorks) -> Result<Handled, Failure> {
        self.write_undoable(|db, present| {
            if request.models.is_empty() {
                return Err(invalid("models", "Choose at least one work to add."));
            }
            let works = works(&works_of(db)?);
            let unknown = |id: &&String| !works.iter().any(|(it, _)| it.model == **id);
            if request.models.iter().any(|id| unknown(&id)) {
                return Err(invalid("models", "There is no such model with a work."));
            }
            // Works in the bin come back with their keys.
            let all = db.all_theory()?.into_iter();
            let mut taken: BTreeSet<String> = all.map(|work| work.cite_key).collect();
            let mut added = Vec::new();
            for (it, known) in works {
                if known.is_some() || !request.models.iter().any(|id| id == it.model) {
                    continue;
                }
                let mut work = it.reference.over(blank(present)?);
                key::settle(&mut work, &mut taken);
                work.problems().or(())?;
                db.save_theory(&work)?;
                added.push(work.id);
            }
            let count = count(added.len());
            let step = match count {
                0 => None,
                1 => Some("Added the work of 1 model".to_owned()),
                many => Some(format!("Added the works of {many} models")),
            };
            let step = step.map(|what| Step::new(what, Back::BinWorks(added)));
            Ok((Handled { count }, step))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{World, open_world, work};

    fn add(world: &World, models: &[&str]) -> Result<u32, Failure> {
        let models = models.iter().map(|it| (*it).to_owned()).collect();
        let added = world.app.add_model_works(AddModelWorks { models })?;
        Ok(added.count)
    }

    /// The models whose works are there.
    fn there(world: &World) -> Vec<String> {
        let works = world.app.model_works(Nothing {}).unwrap().works;
        let there = works.into_iter().filter(|it| it.known.is_some());
        there.map(|it| it.model).collect()
    }

    #[test]
    fn works_of_models_are_added_once_and_one_undo_takes_them_back() {
        let world = open_world();
        let mine = work(
            "Learning by Doing: A Guide to Teaching and Learning Methods",
            "1988",
            &["Gibbs"],
        );
        world.app.save_theory(mine).unwrap();
        assert_eq!(there(&world), ["gibbs"]);
        assert_eq!(add(&world, &["gibbs", "kolb", "atkins_murphy"]), Ok(2));
        assert_eq!(there(&world), ["gibbs", "kolb", "atkins_murphy"]);
        let rows = world.app.list_theory(Nothing {}).unwrap().rows;
        let keys: Vec<&str> = rows
            .iter()
            .map(|row| row.theory.cite_key.as_str())
            .collect();
        assert_eq!(keys, ["atkins1993", "gibbs1988", "kolb1984"]);
        assert_eq!(add(&world, &["kolb"]), Ok(0), "it is there");
        let undone = world.app.undo(Nothing {}).unwrap().what;
        assert_eq!(undone.as_deref(), Some("Added the works of 2 models"));
        assert_eq!(there(&world), ["gibbs"]);
    }

    #[test]
    fn every_work_says_its_model_and_what_is_printed() {
        let world = open_world();
        let works = world.app.model_works(Nothing {}).unwrap().works;
        assert_eq!(works.len(), 9);
        let schon = works.iter().find(|it| it.model == "schon").unwrap();
        assert_eq!(schon.label, "Schön (1983)");
        assert_eq!(schon.model_name, "Schön: in and on action");
        assert!(schon.reference.iter().any(|run| run.italic));
    }

    #[test]
    fn nothing_and_what_has_no_work_is_refused() {
        let world = open_world();
        for models in [&[][..], &["star"], &["kolb", "nobody"]] {
            assert!(matches!(add(&world, models), Err(Failure::Invalid { .. })));
        }
        assert_eq!(there(&world), [""; 0]);
    }
}
