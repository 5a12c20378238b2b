//! The works that the built-in models of reflection come from, to begin a library with.

use super::{Author, Reference, TheoryKind};

/// The work of a built-in model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelWork {
    /// Id of the model.
    pub model: &'static str,
    /// Its work.
    pub reference: Reference,
}

fn by(people: &[(&str, &str)]) -> Vec<Author> {
    let author = |(family, given): &(&str, &str)| Author {
        family: (*family).into(),
        given: (*given).into(),
    };
    people.iter().map(author).collect()
}

fn book(
    people: &[(&str, &str)],
    year: &str,
    title: &str,
    place: &str,
    publisher: &str,
) -> Reference {
    Reference {
        kind: TheoryKind::Book,
        authors: by(people),
        year: year.into(),
        title: title.into(),
        place: place.into(),
        publisher: publisher.into(),
        ..Reference::default()
    }
}

/// An article; `at` is volume, issue and pages.
fn article(
    people: &[(&str, &str)],
    year: &str,
    title: &str,
    journal: (&str, &str),
    at: (&str, &str, &str),
    doi: &str,
) -> Reference {
    Reference {
        kind: TheoryKind::Article,
        authors: by(people),
        year: year.into(),
        title: title.into(),
        container: journal.0.into(),
        container_short: journal.1.into(),
        volume: at.0.into(),
        issue: at.1.into(),
        pages: at.2.into(),
        doi: doi.into(),
        ..Reference::default()
    }
}

/// The works of the models that come from one, in the order of the models.
#[must_use]
pub fn model_works() -> Vec<ModelWork> {
    let articles = (
        article(
            &[("Driscoll", "J.")],
            "1994",
            "Reflective practice for practise",
            ("Senior Nurse", ""),
            ("13", "7", "47-50"),
            "",
        ),
        article(
            &[("Johns", "C.")],
            "1994",
            "Nuances of reflection",
            ("Journal of Clinical Nursing", "J Clin Nurs"),
            ("3", "2", "71-75"),
            "",
        ),
        article(
            &[("Atkins", "S."), ("Murphy", "K.")],
            "1993",
            "Reflection: a review of the literature",
            ("Journal of Advanced Nursing", "J Adv Nurs"),
            ("18", "8", "1188-1192"),
            "10.1046/j.1365-2648.1993.18081188.x",
        ),
    );
    let form = Reference {
        kind: TheoryKind::Report,
        corporate_author: "Nursing and Midwifery Council".into(),
        year: "2016".into(),
        title: "Revalidation: reflective accounts form".into(),
        place: "London".into(),
        publisher: "NMC".into(),
        ..Reference::default()
    };
    [
        (
            "gibbs",
            book(
                &[("Gibbs", "G.")],
                "1988",
                "Learning by doing: a guide to teaching and learning methods",
                "Oxford",
                "Further Education Unit, Oxford Polytechnic",
            ),
        ),
        ("driscoll", articles.0),
        (
            "kolb",
            book(
                &[("Kolb", "D.A.")],
                "1984",
                "Experiential learning: experience as the source of learning and development",
                "Englewood Cliffs",
                "Prentice-Hall",
            ),
        ),
        (
            "rolfe",
            book(
                &[("Rolfe", "G."), ("Freshwater", "D."), ("Jasper", "M.")],
                "2001",
                "Critical reflection for nursing and the helping professions: a user’s guide",
                "Basingstoke",
                "Palgrave",
            ),
        ),
        ("johns", articles.1),
        (
            "schon",
            book(
                &[("Schön", "D.A.")],
                "1983",
                "The reflective practitioner: how professionals think in action",
                "New York",
                "Basic Books",
            ),
        ),
        ("atkins_murphy", articles.2),
        (
            "brookfield",
            book(
                &[("Brookfield", "S.")],
                "1995",
                "Becoming a critically reflective teacher",
                "San Francisco",
                "Jossey-Bass",
            ),
        ),
        ("nmc", form),
    ]
    .map(|(model, reference)| ModelWork { model, reference })
    .into()
}

#[cfg(test)]
mod tests {
    use super::super::tests::work;
    use super::*;
    use crate::reflection::models;

    #[test]
    fn every_model_that_comes_from_a_work_has_it() {
        let works = model_works();
        let named: Vec<&str> = works.iter().map(|it| it.model).collect();
        let sourced = models().iter().filter(|it| !it.reference.is_empty());
        assert_eq!(named, sourced.map(|it| it.id).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_is_missing_in_them_but_the_learners_own_words() {
        for it in model_works() {
            let advice = it.reference.over(work("t")).advice();
            assert_eq!(
                advice,
                ["What is its key idea, in your own words?"],
                "{}",
                it.model
            );
        }
    }
}
