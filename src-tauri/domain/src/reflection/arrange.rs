//! Lays the texts of an account out along a model, without ever losing one.

use super::{Model, OwnModel, StageText};
use serde::{Deserialize, Serialize};

/// One stage of an account as the writing room and the page show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ArrangedStage {
    /// Key of the stage.
    pub key: String,
    /// Heading: the model's name for the stage, or the old heading where the model lacks it.
    pub heading: String,
    /// The model's question; empty where the model lacks the stage.
    pub prompt: String,
    /// Markdown; empty if nothing is written yet.
    pub text: String,
    /// Whether the present model has the stage.
    pub in_model: bool,
}

/// The stages of an account along a model: the model's own in its order, then texts that it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct ArrangedStages(pub Vec<ArrangedStage>);

impl ArrangedStages {
    /// What is to be stored: every stage of the model, and whatever else has text.
    #[must_use]
    pub fn into_texts(self) -> Vec<StageText> {
        let stored = |s: ArrangedStage| StageText {
            key: s.key,
            heading: s.heading,
            text: s.text,
        };
        self.0.into_iter().map(stored).collect()
    }

    /// How far the account has come.
    #[must_use]
    pub fn completeness(&self) -> Completeness {
        let stages: Vec<StageCompleteness> = self
            .0
            .iter()
            .map(|s| StageCompleteness {
                key: s.key.clone(),
                words: words(&s.text),
            })
            .collect();
        Completeness {
            written: count(
                self.0
                    .iter()
                    .filter(|s| s.in_model && is_written(&s.text))
                    .count(),
            ),
            asked: count(self.0.iter().filter(|s| s.in_model).count()),
            words: stages.iter().fold(0, |sum, s| s.words.saturating_add(sum)),
            stages,
        }
    }
}

/// How far an account has come, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Completeness {
    /// Stages of the model that have text.
    pub written: u32,
    /// Stages that the model has.
    pub asked: u32,
    /// Words in all stages.
    pub words: u32,
    /// Words in each stage, in order.
    pub stages: Vec<StageCompleteness>,
}

/// The words of one stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StageCompleteness {
    /// Key of the stage.
    pub key: String,
    /// Words in it.
    pub words: u32,
}

/// Words of prose in a Markdown text: runs of characters with at least one letter or digit in them, so that
/// a list's dashes and a table's bars are not counted; nor are addresses and what describes a picture. The
/// page counts alike while somebody writes: `tests/data/words` holds both to it.
#[must_use]
pub fn words(text: &str) -> u32 {
    count(
        prose(text)
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count(),
    )
}

/// A text without its pictures and the addresses of its links.
fn prose(text: &str) -> String {
    let mut prose = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let after = after_picture(rest).or_else(|| after_address(rest.strip_prefix(']')?));
        rest = after.unwrap_or_else(|| {
            prose.push(first);
            &rest[first.len_utf8()..]
        });
    }
    prose
}

/// What follows the picture that a text begins with.
fn after_picture(text: &str) -> Option<&str> {
    let inside = text.strip_prefix("![")?;
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            ']' => return after_address(&inside[at + 1..]),
            _ => {}
        }
    }
    None
}

/// What follows the address, with or without a title, that a text begins with.
fn after_address(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('(')?;
    let end = inside.find(|c: char| c == ')' || c.is_whitespace())?;
    let rest = &inside[end..];
    if let Some(after) = rest.strip_prefix(')') {
        return Some(after);
    }
    let (_, after) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
    after.strip_prefix(')')
}

/// Whether a text says or shows anything.
fn is_written(text: &str) -> bool {
    words(text) > 0 || text.contains("](attachment:")
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Lays `texts` out along stages given as key, name and prompt. Texts with the key of a stage stand
/// there; all others that say anything follow under the heading they had. A second text with the same
/// key is kept too.
#[must_use]
pub fn arrange<'a>(
    stages: impl IntoIterator<Item = (&'a str, &'a str, &'a str)>,
    texts: &[StageText],
) -> ArrangedStages {
    let mut left: Vec<Option<&StageText>> = texts.iter().map(Some).collect();
    let mut arranged: Vec<ArrangedStage> = stages
        .into_iter()
        .map(|(key, name, prompt)| {
            let found = left
                .iter_mut()
                .find(|slot| slot.is_some_and(|text| text.key == key));
            let text = found
                .and_then(Option::take)
                .map_or("", |stage| stage.text.as_str());
            ArrangedStage {
                key: key.to_owned(),
                heading: name.to_owned(),
                prompt: prompt.to_owned(),
                text: text.to_owned(),
                in_model: true,
            }
        })
        .collect();
    let left = left
        .into_iter()
        .flatten()
        .filter(|stage| !stage.text.trim().is_empty());
    arranged.extend(left.map(|stage| ArrangedStage {
        key: stage.key.clone(),
        heading: stage.heading.clone(),
        prompt: String::new(),
        text: stage.text.clone(),
        in_model: false,
    }));
    ArrangedStages(arranged)
}

impl Model {
    /// Lays `texts` out along this model.
    #[must_use]
    pub fn arrange(&self, texts: &[StageText]) -> ArrangedStages {
        arrange(self.stages.iter().map(|s| (s.key, s.name, s.prompt)), texts)
    }
}

impl OwnModel {
    /// Lays `texts` out along this model.
    #[must_use]
    pub fn arrange(&self, texts: &[StageText]) -> ArrangedStages {
        let stages = self.stages.iter();
        arrange(
            stages.map(|s| (s.key.as_str(), s.name.as_str(), s.prompt.as_str())),
            texts,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::{model, models};
    use super::*;

    #[test]
    fn only_prose_is_counted_as_the_page_counts_it() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = path.join("../../tests/data/words/counts.json");
        let cases: Vec<serde_json::Value> =
            serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for case in cases {
            let text = case["text"].as_str().unwrap();
            assert_eq!(
                u64::from(words(text)),
                case["words"].as_u64().unwrap(),
                "{text}"
            );
        }
    }
    use proptest::prelude::*;

    fn text(key: &str, heading: &str, text: &str) -> StageText {
        StageText {
            key: key.into(),
            heading: heading.into(),
            text: text.into(),
        }
    }

    #[test]
    fn text_that_the_new_model_lacks_stays_under_its_old_name() {
        let gibbs = [
            text("description", "Description", "A fall."),
            text("feelings", "Feelings", "Fear."),
        ];
        let arranged = model("johns").unwrap().arrange(&gibbs).0;
        let shown: Vec<_> = arranged
            .iter()
            .map(|s| (s.heading.as_str(), s.text.as_str(), s.in_model))
            .collect();
        assert_eq!(shown[0], ("Description", "A fall.", true));
        assert_eq!(shown[5], ("Feelings", "Fear.", false));
        assert_eq!(shown.len(), 6);
    }

    #[test]
    fn two_texts_with_one_key_are_both_kept() {
        let texts = [text("text", "One", "first"), text("text", "Two", "second")];
        let arranged = model("free").unwrap().arrange(&texts).0;
        assert_eq!(
            arranged.iter().map(|s| s.text.as_str()).collect::<Vec<_>>(),
            ["first", "second"]
        );
    }

    #[test]
    fn completeness_counts_words_and_not_marks() {
        let stages = [
            text("what", "What?", "- A *fall*, no harm\n- | --- |"),
            text("old", "Old", "two words"),
        ];
        let complete = model("driscoll").unwrap().arrange(&stages).completeness();
        assert_eq!(
            (complete.written, complete.asked, complete.words),
            (1, 3, 6)
        );
    }

    proptest! {
        #[test]
        fn changing_the_model_and_changing_back_loses_no_text(
            first in 0..models().len(),
            second in 0..models().len(),
            written in prop::collection::vec("[a-zA-Z ]{0,20}", 6),
            stray in "[a-z]{1,8}",
        ) {
            let (first, second) = (&models()[first], &models()[second]);
            let mut texts: Vec<StageText> =
                first.stages.iter().zip(&written).map(|(s, t)| text(s.key, s.name, t)).collect();
            texts.push(text("stray", "Stray", &stray));

            let changed = second.arrange(&texts).into_texts();
            for written in texts.iter().filter(|t| !t.text.trim().is_empty()) {
                prop_assert!(changed.iter().any(|t| t.key == written.key && t.text == written.text));
            }
            let shown = |texts: &[StageText]| -> Vec<(String, String)> {
                let stages = first.arrange(texts).0.into_iter();
                stages.map(|s| (s.key, s.text.trim().to_owned())).collect()
            };
            prop_assert_eq!(shown(&changed), shown(&texts));
        }
    }
}
