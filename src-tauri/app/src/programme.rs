//! Learner and programme, and what they ask for.

use crate::app::App;
use crate::failure::Failure;
use crate::undo::{Back, Step};
use crate::unfinished::finish;
use crate::wire::{Form, Nothing, Programme, ProgrammeView, RequirementPreview, SaveProgramme};
use aftershift_domain::hours::requirement;
use aftershift_domain::programme::Learner;

/// What a programme asks for, or what is missing to say so.
fn preview(programme: &Programme) -> RequirementPreview {
    match requirement(programme) {
        Ok(found) => RequirementPreview {
            requirement: Some(found),
            problems: Vec::new(),
        },
        Err(problems) => RequirementPreview {
            requirement: None,
            problems: problems.0,
        },
    }
}

fn view(learner: Learner, programme: Programme) -> ProgrammeView {
    ProgrammeView {
        preview: preview(&programme),
        learner,
        programme,
    }
}

impl App {
    /// Learner and programme, and what they ask for.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn programme(&self, _: Nothing) -> Result<ProgrammeView, Failure> {
        self.read(|db, _| Ok(view(db.learner()?, db.programme()?)))
    }

    /// What a programme would ask for, before it is kept.
    ///
    /// # Errors
    /// None: what is wrong or missing is said in the answer.
    pub fn preview_programme(&self, programme: Programme) -> Result<RequirementPreview, Failure> {
        Ok(preview(&programme))
    }

    /// Keeps learner and programme. What is merely missing is no reason not to.
    ///
    /// # Errors
    /// Everything that cannot be right, or why it cannot be written.
    pub fn save_programme(&self, request: SaveProgramme) -> Result<ProgrammeView, Failure> {
        self.write_undoable(|db, _| {
            let SaveProgramme { learner, programme } = request;
            let mut problems = learner.problems();
            problems.0.extend(programme.problems().0);
            problems.or(())?;
            finish(db, Form::Programme, None)?;
            let before = (db.learner()?, db.programme()?);
            if before.0 == learner && before.1 == programme {
                return Ok((view(learner, programme), None));
            }
            db.save_learner(&learner)?;
            db.save_programme(&programme)?;
            let what = "Changed learner and programme";
            let step = Step::new(what, Back::Programme(Box::new(before)));
            Ok((view(learner, programme), Some(step)))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{open_world, programme};

    #[test]
    fn a_programme_is_kept_with_what_it_asks_for_and_can_be_taken_back() {
        let world = open_world();
        let learner = Learner {
            name: "Amara Osei".into(),
            ..Learner::default()
        };
        let request = SaveProgramme {
            learner,
            programme: programme(),
        };
        let kept = world.app.save_programme(request).unwrap();
        assert_eq!(
            kept.preview.requirement.unwrap().required_hours_exact,
            "556.8000"
        );
        assert_eq!(world.app.status().unwrap().learner, "Amara Osei");

        let undone = world.app.undo(Nothing {}).unwrap();
        assert_eq!(
            undone.what.as_deref(),
            Some("Changed learner and programme")
        );
        let before = world.app.programme(Nothing {}).unwrap();
        assert_eq!((before.learner, before.programme), Default::default());
    }

    #[test]
    fn an_end_before_the_start_and_200_hours_a_week_are_refused_together() {
        let world = open_world();
        let mut wrong = programme();
        wrong.planned_end = wrong.original_start.and_then(|day| day.pred_opt());
        wrong.weekly = Some(aftershift_domain::minutes::Minutes::from_hours(200));
        let request = SaveProgramme {
            learner: Learner::default(),
            programme: wrong,
        };
        let Err(Failure::Invalid { problems }) = world.app.save_programme(request) else {
            panic!("it was taken");
        };
        let fields: Vec<_> = problems
            .iter()
            .map(|problem| problem.field.as_str())
            .collect();
        assert!(
            fields.contains(&"plannedEnd") && fields.contains(&"weekly"),
            "{fields:?}"
        );
        assert_eq!(
            world.app.programme(Nothing {}).unwrap().programme,
            Programme::default()
        );
    }

    #[test]
    fn an_empty_programme_is_kept_and_says_what_is_missing() {
        let world = open_world();
        let request = SaveProgramme {
            learner: Learner::default(),
            programme: Programme::default(),
        };
        let kept = world.app.save_programme(request).unwrap();
        assert_eq!(kept.preview.requirement, None);
        assert_eq!(kept.preview.problems[0].field, "originalStart");
        assert_eq!(world.app.status().unwrap().undo, "", "nothing changed");
    }
}
