//! Works of theory, cited and listed in the Harvard style of *Cite Them Right*.

use super::{Book, account_links, theory_anchor};
use crate::outline::{Block, Paragraph, ParagraphStyle, Part, Text};
use aftershift_domain::theory::{self, Theory};

pub(super) fn list(book: &Book<'_>) -> Option<Part> {
    if book.theory.is_empty() {
        return None;
    }
    let mut part = book.part("References");
    part.push(Block::heading(1, "References", "references"));
    for (place, work) in book.theory.iter().enumerate() {
        let anchor = theory_anchor(place + 1);
        part.push(Block::Anchor(anchor.clone()));
        let mut text = Text::new().bold(anchor).plain("\u{a0} ");
        text.0.extend(reference(work).0);
        let uses = book.uses_of(work);
        if !uses.is_empty() {
            text = account_links(text.quiet(" Used in "), &uses).plain(".");
        }
        part.push(Block::Paragraph(Paragraph {
            text,
            style: ParagraphStyle::Hanging,
        }));
        if !work.key_idea.trim().is_empty() {
            let idea = crate::markdown::plain_text(&work.key_idea)
                .trim()
                .replace('\n', " ");
            part.push(Block::remark(
                Text::new()
                    .italic("In the apprentice’s words: ")
                    .plain(idea),
            ));
        }
    }
    Some(part)
}

/// A work as it is named in running text: "Rolfe, Freshwater and Jasper (2001)".
pub fn citation(work: &Theory) -> String {
    let families: Vec<&str> = work
        .authors
        .iter()
        .map(|author| author.family.trim())
        .collect();
    let name = match families.as_slice() {
        [] if work.corporate_author.trim().is_empty() => work.title.trim().to_owned(),
        [] => work.corporate_author.trim().to_owned(),
        [first, _, _, _, ..] => format!("{first} et al."),
        families => joined(families),
    };
    format!("{name} ({})", theory::printed_year(work))
}

fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A work as it stands in the list of references, and as the Theory room shows it.
pub fn reference(work: &Theory) -> Text {
    theory::harvard(work)
        .into_iter()
        .fold(Text::new(), |text, run| match (run.address, run.italic) {
            (Some(address), _) => text.address(run.text, address),
            (None, true) => text.italic(run.text),
            (None, false) => text.plain(run.text),
        })
}
