//! Feedback, and the declaration with all signatures.

use super::{Book, Kind, reflection_anchor};
use crate::outline::{Block, Part, Signature, Text};

pub(super) fn feedback(book: &Book<'_>) -> Part {
    let mut part = book.part("Feedback");
    part.push(Block::heading(1, "Feedback", "feedback"));
    let mut given: Vec<_> = book
        .portfolio
        .feedback
        .iter()
        .filter(|said| said.deleted_at.is_none())
        .collect();
    given.sort_by_key(|said| (said.given_on, said.created_at));
    if !given.is_empty() {
        part.push(Block::subheading(2, "Feedback so far"));
        let rows = given
            .into_iter()
            .map(|said| {
                let mut who = Text::new()
                    .plain(said.from.trim())
                    .plain("\n")
                    .quiet(book.day(said.given_on));
                let number = said
                    .reflection_id
                    .as_ref()
                    .and_then(|id| book.reflection_numbers.get(id.as_str()));
                if let Some(number) = number {
                    let anchor = reflection_anchor(*number);
                    who = who.quiet(", on ").link(anchor.clone(), anchor);
                }
                (who, said.text.trim().into())
            })
            .collect();
        part.push(Block::Definitions(rows));
    }
    part.push(Block::Together(vec![
        Block::subheading(2, "From the assessor"),
        Block::remark("What is strong, what is missing, and what to do next."),
        if book.is_short() {
            Block::WritingLines { least: 5, most: 8 }
        } else {
            Block::WritingLines { least: 7, most: 20 }
        },
    ]));
    part
}

/// What is signed, each with the signature below it: nobody signs a page that does not say what for.
pub(super) fn declaration(book: &Book<'_>) -> Part {
    let mut part = book.part("Declaration and signatures");
    let mut blocks = vec![Block::heading(
        1,
        "Declaration and signatures",
        "declaration",
    )];
    let apprentice = book.portfolio.learner.name.trim();
    // What is signed is what is in the document, and no more.
    let (read, received) = match book.options.kind {
        Kind::Portfolio | Kind::Review => (
            "I have read this portfolio.",
            "The provider has received this portfolio.",
        ),
        Kind::Accounts => (
            "I have read these accounts.",
            "The provider has received these accounts.",
        ),
        Kind::Hours => (
            "I have read this statement.",
            "The provider has received this statement.",
        ),
    };
    let signed = [
        (
            "By the apprentice",
            match book.options.kind {
                Kind::Portfolio | Kind::Review => {
                    "I wrote the accounts in this portfolio, and they tell of my own practice. Where I used the \
                     words or ideas of others I have said so. The times in the log are true to the best of my \
                     knowledge. I have left out or changed whatever could identify a patient, a service user or \
                     a colleague."
                }
                Kind::Accounts => {
                    "I wrote these accounts, and they tell of my own practice. Where I used the words or ideas of \
                     others I have said so. I have left out or changed whatever could identify a patient, a service \
                     user or a colleague."
                }
                Kind::Hours => {
                    "The times in this statement are true to the best of my knowledge, and what I noted beside them \
                     is what I did and learned. I have left out or changed whatever could identify a patient, a \
                     service user or a colleague."
                }
            },
            "Apprentice",
            apprentice,
        ),
        (
            "For the employer",
            match book.options.kind {
                Kind::Portfolio | Kind::Review => {
                    "To the best of my knowledge this portfolio is the apprentice’s own work, and the off-the-job \
                     time marked as confirmed took place in paid hours or was compensated."
                }
                Kind::Accounts => {
                    "To the best of my knowledge these accounts are the apprentice’s own work."
                }
                Kind::Hours => {
                    "To the best of my knowledge the off-the-job time marked as confirmed took place in paid hours \
                     or was compensated."
                }
            },
            "Name, role and signature",
            "",
        ),
        ("By the assessor", read, "Name and signature", ""),
        ("For the provider", received, "Name, role and signature", ""),
    ];
    let each = signed.map(|(heading, statement, role, name)| {
        vec![
            Block::subheading(2, heading),
            Block::paragraph(statement),
            Block::Signatures(vec![Signature {
                role: role.into(),
                name: name.into(),
            }]),
        ]
    });
    // The last signature is never alone on a page, not even in large print.
    let [apprentice, employer, assessor, provider] = each;
    let together = [apprentice, employer, [assessor, provider].concat()];
    blocks.extend(together.map(Block::Together));
    part.push(Block::Whole(blocks));
    part
}
