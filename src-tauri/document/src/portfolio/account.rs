//! Reflective accounts.

use super::{Book, activity_anchor, reference, reflection_anchor, theory_anchor};
use crate::outline::{Block, Heading, Part, Run, Text, Words};
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::reflection::{self, ArrangedStages, Reflection, ReflectionState};

pub(super) fn accounts(book: &Book<'_>) -> Option<Part> {
    if book.reflections.is_empty() {
        return None;
    }
    let mut part = book.part("Reflective accounts");
    part.push(Block::heading(1, "Reflective accounts", "reflections"));
    for (place, reflection) in book.reflections.iter().enumerate() {
        if place > 0 && !book.is_short() {
            part.push(Block::PageBreak);
        }
        account(book, reflection, place + 1, &mut part);
    }
    Some(part)
}

fn account(book: &Book<'_>, reflection: &Reflection, number: usize, part: &mut Part) {
    let title = match reflection.title.trim() {
        "" => "Untitled account",
        title => title,
    };
    part.push(Block::Heading(Heading {
        level: 2,
        text: title.into(),
        anchor: Some(reflection_anchor(number)),
        number: Some(reflection_anchor(number)),
        listed: true,
    }));
    let (model, stages) = arranged(book, reflection);
    part.push(Block::remark(facts(book, reflection, &model, &stages)));

    let activities = book.activities_of(reflection);
    if !activities.is_empty() {
        let mut text = Text::new();
        for (place, (activity_number, activity)) in activities.iter().enumerate() {
            if place > 0 {
                text = text.run(line_break());
            }
            let anchor = activity_anchor(*activity_number);
            let date = book.day(activity.done_on);
            text = text
                .link(anchor.clone(), anchor.clone())
                .plain(format!(" {}, {date}, ", activity.title.trim()))
                .page_of(anchor);
        }
        let label = if activities.len() == 1 {
            "Activity"
        } else {
            "Activities"
        };
        part.push(Block::Definitions(vec![(label.into(), text)]));
    }

    let written: Vec<_> = stages
        .0
        .iter()
        .filter(|stage| !stage.text.trim().is_empty())
        .collect();
    // Free writing has one stage, whose name would only repeat what the page says anyway.
    let single = stages.0.len() == 1;
    let links = book.theory_of(reflection);
    let cited = &book.cited.accounts[number - 1];
    let last = written.len().saturating_sub(1);
    for (place, (stage, citations)) in written.into_iter().zip(&cited.stages).enumerate() {
        if !single {
            part.push(Block::subheading(3, stage.heading.as_str()));
        }
        let text = Block::cited(stage.text.as_str(), 4, citations.clone());
        // What theory explains is not to be turned back for: the account ends on the page on which it begins.
        let leads = place == last && !links.is_empty() && cited.works.is_empty();
        part.push(if leads { text.leading() } else { text });
    }
    reference::of_account(book, &cited.works, part);

    if !links.is_empty() {
        part.push(Block::subheading(3, "Theory that this account draws on"));
        let rows = links
            .into_iter()
            .map(|(work_number, work, link)| {
                let anchor = theory_anchor(work_number);
                let mut text = Text::new().link(anchor.clone(), anchor.clone()).plain(" ");
                text.0.extend(book.cited.name(work_number).0);
                text = text
                    .plain(", ")
                    .italic(work.title.trim())
                    .plain(", ")
                    .page_of(anchor);
                if !link.passage.trim().is_empty() {
                    text = text
                        .run(line_break())
                        .quiet("On: ")
                        .italic(format!("“{}”", link.passage.trim()));
                }
                if !link.rationale.trim().is_empty() {
                    text = text.run(line_break()).plain(link.rationale.trim());
                }
                (capitalised(link.relation.label()).into(), text)
            })
            .collect();
        part.push(Block::Definitions(rows));
    }
}

fn line_break() -> Run {
    Run {
        words: Words::Given("\n".into()),
        ..Run::default()
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The name of the model, and the stages along it.
pub(super) fn arranged(book: &Book<'_>, account: &Reflection) -> (String, ArrangedStages) {
    arranged_in(book.portfolio, account)
}

/// The same before there is a book.
pub(super) fn arranged_in(portfolio: &Portfolio, account: &Reflection) -> (String, ArrangedStages) {
    if let Some(model) = reflection::model(&account.model) {
        return (model.name.to_owned(), model.arrange(&account.stages));
    }
    match portfolio
        .models
        .iter()
        .find(|model| model.id.as_str() == account.model)
    {
        Some(model) => (model.name.clone(), model.arrange(&account.stages)),
        // A model that is gone leaves the texts under the headings they were written under.
        None => (String::new(), reflection::arrange([], &account.stages)),
    }
}

fn facts(book: &Book<'_>, reflection: &Reflection, model: &str, stages: &ArrangedStages) -> String {
    let mut facts = Vec::new();
    if !model.is_empty() {
        facts.push(model.to_owned());
    }
    facts.extend(book.account_date(reflection));
    if !reflection.module.trim().is_empty() {
        facts.push(reflection.module.trim().to_owned());
    }
    facts.push(super::counted(
        stages.completeness().words as usize,
        "word",
        "words",
    ));
    if reflection.state == ReflectionState::Draft {
        facts.push("still being written".to_owned());
    }
    facts.join(" · ")
}
