//! Writing: accounts, the models that guide them, and what they are linked to.

use crate::activity::{PAGE, row as activity_row};
use crate::app::{App, Present, new_id_text};
use crate::citation_style::style;
use crate::convert::{invalid, not_found};
use crate::failure::Failure;
use crate::model::{model_named, model_of};
use crate::passage;
use crate::theory::label;
use crate::undo::{Back, Step};
use crate::wire::{
    CreateReflection, ListReflections, ModelView, ReflectionBegun, ReflectionPage, ReflectionRef,
    ReflectionRow, ReflectionView, RenderMarkdown, RenderReferences, RenderedMarkdown,
    RenderedReferences, SaveReflection, SavedReflection, StageView, TheoryLinkView,
};
use aftershift_document::citation::{Citations, Outcome};
use aftershift_document::markdown::{self, Citation};
use aftershift_domain::id::{ReflectionId, TheoryId};
use aftershift_domain::reflection::{
    ArrangedStages, Reflection, ReflectionState, StageText, arrange, words,
};
use aftershift_domain::theory::{Run, Theory};
use aftershift_store::reflection::ReflectionFilter;
use aftershift_store::{ItemKind, Reader, Writer};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Where the model that was used last stands in the portfolio's settings.
const LAST_MODEL: &str = "lastModel";

/// The model of an account when none was ever chosen.
const FIRST_MODEL: &str = "gibbs";

/// The address under which the window shows pictures of the portfolio. One of the three systems has no
/// schemes of a program's own, and shows them as hosts.
const PICTURES: &str = if cfg!(windows) {
    "http://attachment.localhost/"
} else {
    "attachment://localhost/"
};

/// The model that was used last.
pub(crate) fn last_model(db: &Reader<'_>) -> Result<String, Failure> {
    let last = db
        .setting(LAST_MODEL)?
        .unwrap_or_else(|| FIRST_MODEL.to_owned());
    let offered = model_named(db, &last)?.is_some();
    Ok(if offered {
        last
    } else {
        FIRST_MODEL.to_owned()
    })
}

/// The account with this id that is not in the bin.
pub(crate) fn present_reflection(
    db: &Reader<'_>,
    id: &ReflectionId,
) -> Result<Reflection, Failure> {
    let found = db
        .reflection(id)?
        .filter(|reflection| reflection.deleted_at.is_none());
    found.ok_or_else(|| not_found("reflection"))
}

/// What an account is called where it has no title yet.
pub(crate) fn title_or_untitled(title: &str) -> &str {
    if title.trim().is_empty() {
        "Untitled reflection"
    } else {
        title
    }
}

/// The texts of an account along a model.
pub(crate) fn arranged(model: &ModelView, texts: &[StageText]) -> ArrangedStages {
    let stages = model.stages.iter();
    arrange(
        stages.map(|s| (s.key.as_str(), s.name.as_str(), s.prompt.as_str())),
        texts,
    )
}

/// A new account whose first stage says `text`. It is not stored yet.
pub(crate) fn begun(
    db: &Writer<'_>,
    present: Present,
    title: String,
    model: String,
    happened_on: Option<NaiveDate>,
    text: &str,
) -> Result<Reflection, Failure> {
    let id = ReflectionId::new(new_id_text(present.now));
    let id = id.map_err(|error| invalid("id", error.to_string()))?;
    let chosen = model_named(db, &model)?.ok_or_else(no_such_model)?;
    let mut stages = arranged(&chosen, &[]).into_texts();
    if let Some(first) = stages.first_mut() {
        first.text = text.to_owned();
    }
    db.set_setting(LAST_MODEL, Some(&model))?;
    let reflection = Reflection {
        id,
        title,
        happened_on,
        model,
        stages,
        state: ReflectionState::Draft,
        module: String::new(),
        // Counted by the store, from 1.
        revision: 1,
        created_at: present.now,
        changed_at: present.now,
        deleted_at: None,
    };
    reflection.problems().or(reflection).map_err(Failure::from)
}

/// What takes the beginning of an account back: with whatever was written in it since, it goes to the bin.
pub(crate) fn began(reflection: &Reflection) -> Step {
    let what = if reflection.title.trim().is_empty() {
        "Began a reflection".to_owned()
    } else {
        format!("Began the reflection “{}”", reflection.title)
    };
    Step::new(
        what,
        Back::Bin(ItemKind::Reflection, reflection.id.to_string()),
    )
}

fn no_such_model() -> Failure {
    invalid(
        "model",
        "This model is no longer there: choose another one. Your text stays as it is.",
    )
}

/// The short names of all works, for labels.
pub(crate) fn works(db: &Reader<'_>) -> Result<BTreeMap<TheoryId, Theory>, Failure> {
    let works = db.all_theory()?.into_iter();
    Ok(works.map(|theory| (theory.id.clone(), theory)).collect())
}

/// An account as lists show it.
pub(crate) fn row(
    db: &Reader<'_>,
    reflection: &Reflection,
    activities: u32,
    works: &BTreeMap<TheoryId, Theory>,
) -> Result<ReflectionRow, Failure> {
    let model = model_of(db, &reflection.model)?;
    let stages = arranged(&model, &reflection.stages);
    let complete = stages.completeness();
    let asked = complete.asked as usize;
    let mut theory = Vec::new();
    for link in db.theory_links_of(&reflection.id)? {
        if let Some(label) = works.get(&link.theory_id).map(label)
            && !theory.contains(&label)
        {
            theory.push(label);
        }
    }
    Ok(ReflectionRow {
        id: reflection.id.clone(),
        title: reflection.title.clone(),
        happened_on: reflection.happened_on,
        model: reflection.model.clone(),
        model_name: model.name,
        state: reflection.state,
        words: complete.words,
        stage_words: complete
            .stages
            .iter()
            .take(asked)
            .map(|stage| stage.words)
            .collect(),
        theory,
        activities,
        changed_at: reflection.changed_at,
    })
}

/// A page of accounts as lists show them.
pub(crate) fn page(
    db: &Reader<'_>,
    filter: &ReflectionFilter,
    offset: u32,
    limit: u32,
) -> Result<ReflectionPage, Failure> {
    let page = db.reflections(filter, offset, limit.min(PAGE))?;
    let works = works(db)?;
    let mut rows = Vec::with_capacity(page.rows.len());
    for light in page.rows {
        if let Some(reflection) = db.reflection(&light.id)? {
            rows.push(row(db, &reflection, light.activities, &works)?);
        }
    }
    Ok(ReflectionPage {
        rows,
        total: page.total,
    })
}

/// The texts of `before` with those of `asked` in their place. What is not asked about stays as it
/// is. A key that is asked about twice gives two texts, which is then refused: neither may be lost.
fn merged(before: Vec<StageText>, asked: Vec<StageText>) -> Vec<StageText> {
    let mut texts: Vec<(StageText, bool)> = before.into_iter().map(|text| (text, false)).collect();
    for text in asked {
        match texts
            .iter_mut()
            .find(|(old, taken)| !taken && old.key == text.key)
        {
            Some(place) => *place = (text, true),
            None => texts.push((text, true)),
        }
    }
    texts.into_iter().map(|(text, _)| text).collect()
}

impl App {
    /// Reflections, newest first, a page at a time.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn list_reflections(&self, request: ListReflections) -> Result<ReflectionPage, Failure> {
        self.read(|db, _| {
            let filter = ReflectionFilter {
                text: request.text,
                state: request.state,
                model: request.model,
                theory: request.theory_id,
                activity: request.activity_id,
                from: request.from,
                to: request.to,
                in_bin: false,
            };
            page(db, &filter, request.offset, request.limit)
        })
    }

    /// One reflection with everything the writing room shows.
    ///
    /// # Errors
    /// If it is not there.
    pub fn reflection(&self, request: ReflectionRef) -> Result<ReflectionView, Failure> {
        self.read(|db, present| {
            let reflection = present_reflection(db, &request.id)?;
            let model = model_of(db, &reflection.model)?;
            let arranged = arranged(&model, &reflection.stages);
            let all_words = arranged.completeness().words;
            let stages = arranged.0.into_iter();
            let stages = stages
                .map(|stage| StageView {
                    words: words(&stage.text),
                    key: stage.key,
                    heading: stage.heading,
                    prompt: stage.prompt,
                    in_model: stage.in_model,
                    text: stage.text,
                })
                .collect();
            let mut theory_links = Vec::new();
            for link in db.theory_links_of(&reflection.id)? {
                if let Some(work) = db.theory(&link.theory_id)? {
                    theory_links.push(TheoryLinkView {
                        passage_gone: passage::is_gone(&link.passage, &reflection.stages),
                        link,
                        label: label(&work),
                        title: work.title,
                    });
                }
            }
            let programme = db.programme()?;
            let activities = db.activities_of(&reflection.id)?.into_iter();
            let activities = activities
                .map(|it| activity_row(db, it, &programme, present.today))
                .collect::<Result<_, _>>()?;
            let words = all_words;
            Ok(ReflectionView {
                reflection,
                model,
                stages,
                theory_links,
                activities,
                words,
            })
        })
    }

    /// Begins a reflection, linked to an activity if one is named. It then takes over the activity's
    /// day and title where none are given.
    ///
    /// # Errors
    /// If the activity or the model is not there, or something in it cannot be right.
    pub fn create_reflection(&self, request: CreateReflection) -> Result<ReflectionBegun, Failure> {
        self.write_undoable(|db, present| {
            let about = match &request.activity_id {
                Some(id) => {
                    let found = db.activity(id)?.filter(|it| it.deleted_at.is_none());
                    Some(found.ok_or_else(|| not_found("activity"))?)
                }
                None => None,
            };
            let model = match request.model {
                Some(model) => model,
                None => last_model(db)?,
            };
            let title = match &about {
                Some(activity) if request.title.trim().is_empty() => activity.title.clone(),
                _ => request.title.trim().to_owned(),
            };
            let day = request
                .happened_on
                .or(about.as_ref().map(|activity| activity.done_on));
            let reflection = begun(db, present, title, model, day, "")?;
            db.save_reflection(&reflection)?;
            if let Some(activity) = &about {
                db.link_activity(&reflection.id, &activity.id)?;
            }
            let step = began(&reflection);
            let begun = ReflectionBegun {
                reflection_id: reflection.id,
                activity_id: about.map(|activity| activity.id),
            };
            Ok((begun, Some(step)))
        })
    }

    /// Keeps the present text of a reflection. A stage that is left out keeps the text it has.
    ///
    /// # Errors
    /// If it is not there, something in it cannot be right, or it cannot be written. Then nothing of
    /// it was changed.
    pub fn save_reflection(&self, request: SaveReflection) -> Result<SavedReflection, Failure> {
        self.write(|db, present| {
            let before = present_reflection(db, &request.id)?;
            let model = match model_named(db, &request.model)? {
                Some(model) => model,
                // What was written with a model that has gone can still be written on.
                None if request.model == before.model => model_of(db, &request.model)?,
                None => return Err(no_such_model()),
            };
            let texts = merged(before.stages.clone(), request.stages);
            let after = Reflection {
                title: request.title.trim().to_owned(),
                happened_on: request.happened_on,
                stages: arranged(&model, &texts).into_texts(),
                model: request.model,
                state: request.state,
                module: request.module,
                ..before.clone()
            };
            after.problems().or(())?;
            let stored = if after == before {
                before
            } else {
                if after.model != before.model {
                    db.set_setting(LAST_MODEL, Some(&after.model))?;
                }
                db.save_reflection(&Reflection {
                    changed_at: present.now,
                    ..after
                })?
            };
            let words = arranged(&model, &stored.stages).completeness().words;
            Ok(SavedReflection {
                revision: stored.revision,
                saved_at: present.now,
                words,
            })
        })
    }

    /// A text as sanitised HTML, by the same code that sets the PDF.
    ///
    /// # Errors
    /// If it is too long to be shown.
    pub fn render_markdown(&self, request: RenderMarkdown) -> Result<RenderedMarkdown, Failure> {
        let mut problems = aftershift_domain::problem::Problems::new();
        problems.check_text("markdown", &request.markdown);
        problems.or(())?;
        let mut texts: Vec<&str> = request.before.iter().map(String::as_str).collect();
        texts.push(&request.markdown);
        let mut blocks = markdown::parse(&request.markdown);
        if let Some(pieces) = self.cited(&texts)?.citations.pop() {
            markdown::set(&mut blocks, &pieces);
        }
        Ok(RenderedMarkdown {
            html: markdown::write(&blocks, &[], PICTURES),
            words: words(&request.markdown),
        })
    }

    /// What the texts of an account cite, as sanitised HTML: nothing where they cite nothing.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn render_references(
        &self,
        request: RenderReferences,
    ) -> Result<RenderedReferences, Failure> {
        let texts: Vec<&str> = request.texts.iter().map(String::as_str).collect();
        let references = self.cited(&texts)?.references;
        let references = references.into_iter().map(|reference| {
            let number = match reference.number.as_str() {
                "" => String::new(),
                number => format!("{number} "),
            };
            let mut runs = vec![Run {
                text: number,
                italic: false,
                address: None,
            }];
            runs.extend(reference.runs);
            runs
        });
        Ok(RenderedReferences {
            html: markdown::write(&[], &references.collect::<Vec<_>>(), PICTURES),
        })
    }

    /// The citations of the texts of one account, in their order.
    fn cited(&self, texts: &[&str]) -> Result<Outcome, Failure> {
        let found: Vec<Vec<Citation>> =
            texts.iter().map(|text| markdown::citations(text)).collect();
        if found.iter().all(Vec::is_empty) {
            return Ok(Outcome::default());
        }
        let (works, style) = self.read(|db, _| Ok((db.theory_list()?, style(db)?)))?;
        let works: Vec<&Theory> = works.iter().map(|found| &found.theory).collect();
        let mut outcome = Citations::new(&style, &works).text(&found.concat());
        let mut pieces = outcome.citations.concat().into_iter();
        outcome.citations = found
            .iter()
            .map(|text| pieces.by_ref().take(text.len()).collect())
            .collect();
        Ok(outcome)
    }
}

#[cfg(test)]
mod tests;
