//! What is typed into a form and not in use yet.
//!
//! A form takes effect as a whole, when it is sent off. Until then its words are kept as they stand in its boxes,
//! half a date and all, so that leaving the form, closing the window or a power cut takes nothing away. They are
//! words of the person's and part of the portfolio, but nothing counts, finds or prints them.

use crate::code::coded;
use crate::id::is_id;
use crate::problem::Problems;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The most boxes of one form.
pub const MOST_FIELDS: usize = 500;

/// The most characters of the name of a box.
pub const LONGEST_NAME: usize = 100;

coded! {
    /// A form that words are typed into.
    Form {
        /// Learner and programme. There is one.
        Programme = "programme", "the programme";
        /// An activity: a new one, in the entry row or in the form with every field, or one that is changed.
        Activity = "activity", "an activity";
        /// What somebody said of an activity.
        Confirmation = "confirmation", "a confirmation";
        /// A work of theory: a new one, or one that is changed.
        Theory = "theory", "a work of theory";
        /// A new link from an account to a work.
        NewLink = "new_link", "a link to theory";
        /// A link to a work that is changed.
        TheoryLink = "theory_link", "a link to theory";
        /// A reflection model of one's own: a new one, or one that is changed.
        Model = "model", "a reflection model";
        /// The day of an account, while it is no day yet.
        HappenedOn = "happened_on", "the day of a reflection";
        /// The description of a picture that is put into an account.
        Picture = "picture", "a picture";
    }
}

/// What the words of a form are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Nothing: there is one such form.
    Nothing,
    /// An activity, or nothing for a new one.
    ActivityOrNew,
    /// An activity.
    Activity,
    /// A work of theory, or nothing for a new one.
    TheoryOrNew,
    /// An account.
    Reflection,
    /// A link to theory.
    TheoryLink,
    /// A person's own model, or nothing for a new one.
    ModelOrNew,
}

impl Form {
    /// What its words are about.
    #[must_use]
    pub fn about(self) -> About {
        match self {
            Self::Programme => About::Nothing,
            Self::Activity => About::ActivityOrNew,
            Self::Confirmation => About::Activity,
            Self::Theory => About::TheoryOrNew,
            Self::NewLink | Self::HappenedOn | Self::Picture => About::Reflection,
            Self::TheoryLink => About::TheoryLink,
            Self::Model => About::ModelOrNew,
        }
    }
}

/// One box of a form, as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TypedField {
    /// Name of the box within its form, such as `title` or `doneOn.day`.
    pub name: String,
    /// What stands in it, as typed.
    #[serde(default)]
    pub text: String,
    /// What stood in it before anything was typed: where that is no longer so, the thing was changed meanwhile.
    #[serde(default)]
    pub before: String,
}

/// What was typed into a form that was not sent off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Unfinished {
    /// The form.
    pub form: Form,
    /// Id of what it is about; absent where there is one such form, and for a new thing.
    #[serde(default)]
    pub about: Option<String>,
    /// Its boxes, in the order of the form.
    pub fields: Vec<TypedField>,
    /// When something was typed last.
    pub changed_at: DateTime<Utc>,
}

impl Unfinished {
    /// What in it cannot be right. Whether the thing it is about is there is not seen from here.
    #[must_use]
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        let needed = "This form is about something: give its id.";
        match (self.form.about(), &self.about) {
            (About::Nothing, Some(_)) => {
                problems.add("about", "There is one such form: leave this out.");
            }
            (About::Activity | About::Reflection | About::TheoryLink, None) => {
                problems.add("about", needed);
            }
            (_, Some(id)) => problems.check(is_id(id), "about", needed),
            (_, None) => {}
        }
        problems.check(
            (1..=MOST_FIELDS).contains(&self.fields.len()),
            "fields",
            "A form has 1 to 500 boxes.",
        );
        let mut seen = HashSet::new();
        for (at, field) in self.fields.iter().enumerate() {
            let place = |name: &str| format!("fields[{at}].{name}");
            let length = field.name.chars().take(LONGEST_NAME + 1).count();
            problems.check(
                (1..=LONGEST_NAME).contains(&length),
                &place("name"),
                "The name of a box has 1 to 100 characters.",
            );
            let first = seen.insert(field.name.as_str());
            problems.check(first, &place("name"), "Each box may stand once.");
            problems.check_text(&place("text"), &field.text);
            problems.check_text(&place("before"), &field.before);
        }
        problems
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::problem::LONGEST_TEXT;

    /// A title that is being typed.
    pub(crate) fn unfinished(form: Form, about: Option<&str>) -> Unfinished {
        Unfinished {
            form,
            about: about.map(str::to_owned),
            fields: vec![field("title", "Wound car")],
            changed_at: DateTime::default(),
        }
    }

    fn field(name: &str, text: &str) -> TypedField {
        TypedField {
            name: name.into(),
            text: text.into(),
            before: String::new(),
        }
    }

    fn wrong(unfinished: &Unfinished) -> Vec<String> {
        let problems = unfinished.problems().0.into_iter();
        problems.map(|problem| problem.field).collect()
    }

    #[test]
    fn a_form_is_about_what_it_changes() {
        assert_eq!(wrong(&unfinished(Form::Programme, None)), [""; 0]);
        assert_eq!(wrong(&unfinished(Form::Programme, Some("a1"))), ["about"]);
        for form in [Form::Activity, Form::Theory, Form::Model] {
            assert_eq!(wrong(&unfinished(form, None)), [""; 0]);
            assert_eq!(wrong(&unfinished(form, Some("a1"))), [""; 0]);
            assert_eq!(wrong(&unfinished(form, Some("../x"))), ["about"]);
        }
        for form in [Form::Confirmation, Form::NewLink, Form::TheoryLink] {
            assert_eq!(wrong(&unfinished(form, None)), ["about"]);
            assert_eq!(wrong(&unfinished(form, Some("a1"))), [""; 0]);
        }
    }

    #[test]
    fn boxes_have_names_of_their_own_and_an_end() {
        let with = |fields| Unfinished {
            fields,
            ..unfinished(Form::Programme, None)
        };
        assert_eq!(wrong(&with(Vec::new())), ["fields"]);
        let twice = with(vec![field("title", "A"), field("title", "B")]);
        assert_eq!(wrong(&twice), ["fields[1].name"]);
        let nameless = with(vec![field("", "A"), field(&"n".repeat(101), "B")]);
        assert_eq!(wrong(&nameless), ["fields[0].name", "fields[1].name"]);
        let long = with(vec![field("title", &"a".repeat(LONGEST_TEXT + 1))]);
        assert_eq!(wrong(&long), ["fields[0].text"]);
        let many = (0..=MOST_FIELDS).map(|at| field(&at.to_string(), ""));
        assert_eq!(wrong(&with(many.collect())), ["fields"]);
    }
}
