//! Writing.

use super::{ActivityRow, wire};
use aftershift_domain::id::{ActivityId, OwnModelId, ReflectionId, TheoryId, TheoryLinkId};
use aftershift_domain::reflection::{OwnStage, Reflection, ReflectionState, StageText};
use aftershift_domain::theory::{TheoryLink, TheoryRelation};
use chrono::{DateTime, NaiveDate, Utc};

wire! {
    /// Names a reflection.
    struct ReflectionRef {
        /// Which.
        pub id: ReflectionId,
    }

    /// Names a link to a work of theory.
    struct TheoryLinkRef {
        /// Which.
        pub id: TheoryLinkId,
    }

    /// Which reflections to list. Absent conditions hold for all.
    struct ListReflections {
        /// Words that must occur.
        pub text: String,
        /// Only those in this state.
        pub state: Option<ReflectionState>,
        /// Only those of this model.
        pub model: Option<String>,
        /// Only those linked to this work.
        pub theory_id: Option<TheoryId>,
        /// Only those linked to this activity.
        pub activity_id: Option<ActivityId>,
        /// Only those of this day or later.
        pub from: Option<NaiveDate>,
        /// Only those of this day or earlier.
        pub to: Option<NaiveDate>,
        /// How many to pass over.
        pub offset: u32,
        /// How many to give, at most 200.
        pub limit: u32,
    }

    /// A reflection in a list.
    struct ReflectionRow {
        /// Which.
        pub id: ReflectionId,
        /// Its title; may be empty.
        pub title: String,
        /// The day of the event.
        pub happened_on: Option<NaiveDate>,
        /// Id of its model.
        pub model: String,
        /// Name of its model.
        pub model_name: String,
        /// Whether it is finished.
        pub state: ReflectionState,
        /// Words in all.
        pub words: u32,
        /// Words in each stage of the model, in order.
        pub stage_words: Vec<u32>,
        /// Short names of the works it is linked to: `Benner (1984)`.
        pub theory: Vec<String>,
        /// How many activities it is linked to.
        pub activities: u32,
        /// When it last changed.
        pub changed_at: DateTime<Utc>,
    }

    /// A page of a list.
    struct ReflectionPage {
        /// The rows.
        pub rows: Vec<ReflectionRow>,
        /// How many there are in all.
        pub total: u32,
    }

    /// A stage in the writing room.
    struct StageView {
        /// Key within the model.
        pub key: String,
        /// Its name.
        pub heading: String,
        /// The question that helps; empty where the present model lacks the stage.
        pub prompt: String,
        /// Whether the present model has it.
        pub in_model: bool,
        /// Markdown.
        pub text: String,
        /// Words in it.
        pub words: u32,
    }

    /// A link to theory, with enough of the work to show it.
    struct TheoryLinkView {
        /// The link.
        pub link: TheoryLink,
        /// `Benner (1984)`.
        pub label: String,
        /// Title of the work.
        pub title: String,
        /// Whether the passage it is about is no longer in the account's text.
        pub passage_gone: bool,
    }

    /// What the writing room shows.
    struct ReflectionView {
        /// The reflection.
        pub reflection: Reflection,
        /// Its model.
        pub model: ModelView,
        /// Its stages: the model's in order, then those that the model lacks and that hold text.
        pub stages: Vec<StageView>,
        /// Theory.
        pub theory_links: Vec<TheoryLinkView>,
        /// Activities.
        pub activities: Vec<ActivityRow>,
        /// Words in all.
        pub words: u32,
    }

    /// A new reflection.
    struct CreateReflection {
        /// May be empty.
        pub title: String,
        /// Id of the model; the one used last if absent.
        pub model: Option<String>,
        /// The day of the event.
        pub happened_on: Option<NaiveDate>,
        /// What it is about.
        pub activity_id: Option<ActivityId>,
    }

    /// A reflection that was begun.
    struct ReflectionBegun {
        /// Which.
        pub reflection_id: ReflectionId,
        /// What it is about.
        pub activity_id: Option<ActivityId>,
    }

    /// The present text of a reflection.
    struct SaveReflection {
        /// Which.
        pub id: ReflectionId,
        /// Its title.
        pub title: String,
        /// The day of the event.
        pub happened_on: Option<NaiveDate>,
        /// Id of its model.
        pub model: String,
        /// Its texts. A stage that is left out keeps the text it has: a text is only ever taken away by
        /// giving an empty one.
        pub stages: Vec<StageText>,
        /// Whether it is finished.
        pub state: ReflectionState,
        /// The module it belongs to.
        pub module: String,
    }

    /// A reflection that is in the file.
    struct SavedReflection {
        /// How often it has been saved.
        pub revision: u32,
        /// When the file acknowledged it.
        pub saved_at: DateTime<Utc>,
        /// Words in all.
        pub words: u32,
    }

    /// A link to theory, new or changed.
    struct LinkTheory {
        /// The link to change; absent for a new one.
        pub id: Option<TheoryLinkId>,
        /// The reflection.
        pub reflection_id: ReflectionId,
        /// The work.
        pub theory_id: TheoryId,
        /// How they stand to each other.
        pub relation: TheoryRelation,
        /// How the theory explains what happened.
        pub rationale: String,
        /// The passage it is about; empty for the whole account.
        pub passage: String,
    }

    /// A likely identifier of a person.
    struct Identifier {
        /// Stable code of its kind, such as `nhs_number`.
        pub kind: String,
        /// What it looks like: "an NHS number".
        pub label: String,
        /// Heading of the text it stands in.
        pub stage: String,
        /// Key of the stage it stands in; nothing if it stands in the title.
        pub stage_key: Option<String>,
        /// The words it was found in.
        pub excerpt: String,
        /// What was found, as it is written.
        pub matched: String,
        /// Where it begins in that text as it is stored, in UTF-16 code units: what the window counts in.
        pub start: u32,
        /// Where it ends, in the same units; the unit at this place no longer belongs to it.
        pub end: u32,
        /// Whether it is only worth a thought.
        pub mild: bool,
    }

    /// Likely identifiers in a reflection.
    struct Identifiers {
        /// In the order of the text.
        pub found: Vec<Identifier>,
    }

    /// A reflection model.
    struct ModelView {
        /// Its id.
        pub id: String,
        /// Its name.
        pub name: String,
        /// What it is good for, in a sentence.
        pub summary: String,
        /// Where it comes from.
        pub reference: String,
        /// Its stages.
        pub stages: Vec<OwnStage>,
        /// Whether a person made it.
        pub own: bool,
    }

    /// The models on offer.
    struct Models {
        /// Built in, then own.
        pub models: Vec<ModelView>,
    }

    /// A person's own model, new or changed.
    struct SaveModel {
        /// The model to change; absent for a new one.
        pub id: Option<OwnModelId>,
        /// Its name.
        pub name: String,
        /// Where it comes from.
        pub reference: String,
        /// Its stages.
        pub stages: Vec<OwnStage>,
    }

    /// A text to render.
    struct RenderMarkdown {
        /// Markdown.
        pub markdown: String,
        /// The texts of the account before it: a style that counts works goes on from them.
        #[serde(default)]
        pub before: Vec<String>,
    }

    /// The texts of an account.
    struct RenderReferences {
        /// In their order.
        pub texts: Vec<String>,
    }

    /// What an account cites, as a list.
    struct RenderedReferences {
        /// Sanitised HTML; empty where it cites nothing.
        pub html: String,
    }

    /// A text, rendered.
    struct RenderedMarkdown {
        /// Sanitised HTML.
        pub html: String,
        /// Words in it.
        pub words: u32,
    }
}
