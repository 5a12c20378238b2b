//! Files, declaration, feedback and signatures.

use super::{Book, reflection_anchor};
use crate::outline::{Block, Column, Part, Row, Signature, Table, Text};
use aftershift_domain::day;

/// The files that are kept in the portfolio.
pub(super) fn files(book: &Book<'_>) -> Option<Part> {
    if book.files.is_empty() {
        return None;
    }
    let mut part = Part::new("Files");
    part.push(Block::heading(1, "Files", "files"));
    part.push(Block::paragraph(
        "Pictures are shown where an account refers to them. Other files are listed here and are \
         kept in the portfolio itself.",
    ));
    let rows = book
        .files
        .iter()
        .enumerate()
        .map(|(place, file)| {
            let about = [file.description.trim(), file.alternative_text.trim()]
                .into_iter()
                .find(|words| !words.is_empty())
                .unwrap_or_default();
            Row::new([
                Text::new().bold(format!("E{}", place + 1)),
                file.file_name.as_str().into(),
                file.kind.label().into(),
                about.into(),
            ])
        })
        .collect();
    part.push(Block::Table(Table {
        summary: "Files with their kind and what they are".into(),
        columns: vec![
            Column::words("No.", 9),
            Column::words("File", 27),
            Column::words("Kind", 20),
            Column::words("What it is", 44),
        ],
        rows,
    }));
    Some(part)
}

pub(super) fn declaration(book: &Book<'_>) -> Part {
    let learner = book.portfolio.learner.name.trim();
    let mut part = Part::new("Declaration");
    part.push(Block::heading(1, "Declaration", "declaration"));
    part.push(Block::paragraph(
        "I wrote the accounts in this portfolio, and they tell of my own practice. Where I used \
         the words or ideas of others I have said so. The times in the log are true to the best of \
         my knowledge. I have left out or changed whatever could identify a patient, a service \
         user or a colleague.",
    ));
    part.push(Block::Together(vec![Block::Signatures(vec![Signature {
        role: "Apprentice".into(),
        name: learner.into(),
    }])]));
    part.push(Block::subheading(2, "For the employer"));
    part.push(Block::paragraph(
        "To the best of my knowledge this portfolio is the apprentice’s own work, and the \
         off-the-job time marked as confirmed took place in paid hours or was compensated.",
    ));
    part.push(Block::Together(vec![Block::Signatures(vec![Signature {
        role: "Name, role and signature".into(),
        name: String::new(),
    }])]));
    part
}

pub(super) fn feedback(book: &Book<'_>) -> Part {
    let mut part = Part::new("Feedback and signatures");
    part.push(Block::heading(1, "Feedback and signatures", "feedback"));
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
                    .quiet(day::full(said.given_on));
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
    part.push(Block::subheading(2, "From the assessor"));
    part.push(Block::remark(
        "What is strong, what is missing, and what to do next.",
    ));
    part.push(Block::WritingLines(9));
    let sign = |role: &str| Signature {
        role: role.into(),
        name: String::new(),
    };
    part.push(Block::Together(vec![Block::Signatures(vec![
        sign("Assessor: name and signature"),
        sign("For the provider: name and signature"),
    ])]));
    part
}
