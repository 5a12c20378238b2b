//! What was studied.

use super::wire;
use aftershift_domain::evidence::Evidence;
use aftershift_domain::id::{ReflectionId, TheoryId};
use aftershift_domain::theory::{Author, NameDoubt, StyleChoice, Theory, TheoryKind, TheoryLink};
use chrono::NaiveDate;

wire! {
    /// Names a work.
    struct TheoryRef {
        /// Which.
        pub id: TheoryId,
    }

    /// Whether the page of a work is on screen.
    struct ExpectWorkFile {
        /// The work.
        pub id: TheoryId,
        /// Whether it is.
        pub here: bool,
    }

    /// A stretch of a reference.
    struct ReferenceRun {
        /// Its text.
        pub text: String,
        /// Whether it is set in italics.
        pub italic: bool,
    }

    /// A style in which works could be cited.
    struct StyleOffer {
        /// Which.
        pub choice: StyleChoice,
        /// What it is called.
        pub name: String,
        /// A work as it is cited in a text.
        pub citation: Vec<ReferenceRun>,
        /// The same work in a list of references.
        pub reference: Vec<ReferenceRun>,
    }

    /// How works are cited, and how else they could be.
    struct CitationStyles {
        /// The style in use.
        pub chosen: StyleChoice,
        /// Those that can be chosen. One of the person's own is among them once it was added.
        pub offers: Vec<StyleOffer>,
    }

    /// Chooses how works are cited.
    struct ChooseCitationStyle {
        /// The style.
        pub chosen: StyleChoice,
    }

    /// A name whose parts may have changed places.
    struct DoubtedName {
        /// The field it stands in, such as `authors[0]`.
        pub field: String,
        /// Why it is doubted.
        pub doubt: NameDoubt,
    }

    /// A work that is being entered, as it would be printed.
    struct TheoryPreview {
        /// Its reference.
        pub reference: Vec<ReferenceRun>,
        /// Names that deserve a second look. None of them is refused.
        pub doubts: Vec<DoubtedName>,
    }

    /// A work in a list.
    struct TheoryRow {
        /// The work.
        pub theory: Theory,
        /// `Benner (1984)`.
        pub label: String,
        /// How many reflections use it.
        pub uses: u32,
    }

    /// The works of a list.
    struct TheoryPage {
        /// By author, then year.
        pub rows: Vec<TheoryRow>,
        /// Pairs that look like the same work.
        pub alike: Vec<Alike>,
    }

    /// The work that a built-in model of reflection comes from.
    struct ModelWork {
        /// Id of the model.
        pub model: String,
        /// Its name.
        pub model_name: String,
        /// `Gibbs (1988)`.
        pub label: String,
        /// Its reference.
        pub reference: Vec<ReferenceRun>,
        /// The entry for it that is there already.
        pub known: Option<TheoryId>,
    }

    /// The works of the built-in models.
    struct ModelWorks {
        /// In the order of the models.
        pub works: Vec<ModelWork>,
    }

    /// Adds works of built-in models.
    struct AddModelWorks {
        /// Ids of the models.
        pub models: Vec<String>,
    }

    /// Two entries that look like the same work.
    struct Alike {
        /// The one that was recorded first.
        pub first: TheoryId,
        /// The other.
        pub second: TheoryId,
    }

    /// Makes one entry of two.
    struct MergeTheory {
        /// The entry that stays.
        pub keep: TheoryId,
        /// The entry that goes to the bin once everything of it is with the other.
        pub other: TheoryId,
    }

    /// A use of a work.
    struct TheoryUse {
        /// The link.
        pub link: TheoryLink,
        /// The reflection that uses it.
        pub reflection_id: ReflectionId,
        /// Its title.
        pub reflection_title: String,
        /// The day of its event.
        pub happened_on: Option<NaiveDate>,
        /// Whether the passage it is about is no longer in the account's text.
        pub passage_gone: bool,
    }

    /// One work with every use of it.
    struct TheoryView {
        /// The work.
        pub theory: Theory,
        /// `Benner (1984)`.
        pub label: String,
        /// Its reference, as it stands in the reference list.
        pub reference: Vec<ReferenceRun>,
        /// The work itself, if a file of it is kept.
        pub file: Option<Evidence>,
        /// Its uses.
        pub uses: Vec<TheoryUse>,
    }

    /// A work, new or changed.
    struct SaveTheory {
        /// The work to change; absent for a new one.
        pub id: Option<TheoryId>,
        /// Key to cite it by; made from author and year if empty. Where texts cite it, they cite it by the new one.
        pub cite_key: String,
        /// What kind of source it is.
        pub kind: TheoryKind,
        /// People who wrote it.
        pub authors: Vec<Author>,
        /// The organisation that wrote it.
        pub corporate_author: String,
        /// Year as printed.
        pub year: String,
        /// Title as printed.
        pub title: String,
        /// Journal or book that it stands in.
        pub container: String,
        /// Its short title.
        pub container_short: String,
        /// Editors of that book.
        pub editors: Vec<Author>,
        /// Edition.
        pub edition: String,
        /// Volume.
        pub volume: String,
        /// Issue.
        pub issue: String,
        /// Pages.
        pub pages: String,
        /// Publisher.
        pub publisher: String,
        /// Place of publication.
        pub place: String,
        /// Digital object identifier.
        pub doi: String,
        /// Address.
        pub url: String,
        /// When the address was last read.
        pub accessed_on: Option<NaiveDate>,
        /// The idea in the learner's own words.
        pub key_idea: String,
        /// A short quotation.
        pub quotation: String,
        /// Its page.
        pub quotation_page: String,
        /// The module it was studied in.
        pub module: String,
        /// The learner's own labels.
        pub tags: Vec<String>,
        /// Codes of the criteria it is studied for.
        pub criteria: Vec<String>,
    }
}
