//! Works of theory, cited and listed as the chosen style has them.

use super::{Book, PortfolioOptions, account, account_links, theory_anchor};
use crate::citation::{Citations, Reference};
use crate::markdown::{self, Citation, Piece};
use crate::outline::{Block, Paragraph, ParagraphStyle, Part, Text};
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::reflection::Reflection;
use aftershift_domain::theory::{Run, Theory};

/// What accounts cite, and every work as it is listed.
pub(super) struct Cited {
    /// For each account.
    pub accounts: Vec<CitedIn>,
    /// The list, in the order of the works.
    references: Vec<Reference>,
    /// How each work is named in a sentence.
    names: Vec<Vec<Run>>,
}

/// What one account cites.
pub(super) struct CitedIn {
    /// For each text of it that is printed: its citations as they are set.
    pub stages: Vec<Vec<Vec<Piece>>>,
    /// The numbers of the works, in order.
    pub works: Vec<usize>,
}

/// Sets what accounts cite, and puts works into the order in which they are listed.
pub(super) fn cited<'a>(
    portfolio: &'a Portfolio,
    options: &PortfolioOptions,
    reflections: &[&Reflection],
    theory: &mut Vec<&'a Theory>,
) -> Cited {
    let engine = Citations::new(&options.style, theory);
    let stages: Vec<Vec<Vec<Citation>>> = reflections
        .iter()
        .map(|reflection| {
            let (_, stages) = account::arranged_in(portfolio, reflection);
            let texts = stages.0.iter().map(|stage| stage.text.as_str());
            let printed = texts.filter(|text| !text.trim().is_empty());
            printed.map(markdown::citations).collect()
        })
        .collect();
    let texts: Vec<Vec<Citation>> = stages.iter().map(|stages| stages.concat()).collect();
    let outcome = engine.document(&texts, &|work| Some(work.to_string()));
    let mut numbers = vec![0; theory.len()];
    for (place, reference) in outcome.references.iter().enumerate() {
        numbers[reference.work] = place + 1;
    }
    let accounts = stages
        .iter()
        .zip(&texts)
        .zip(outcome.citations)
        .map(|((stages, text), mut pieces)| {
            for piece in pieces.iter_mut().flatten() {
                let work = piece
                    .anchor
                    .as_ref()
                    .and_then(|work| work.parse::<usize>().ok());
                piece.anchor = work.map(|work| theory_anchor(numbers[work]));
            }
            let mut pieces = pieces.into_iter();
            let mut works: Vec<usize> = engine
                .cited(text)
                .into_iter()
                .map(|work| numbers[work])
                .collect();
            works.sort_unstable();
            CitedIn {
                stages: stages
                    .iter()
                    .map(|found| pieces.by_ref().take(found.len()).collect())
                    .collect(),
                works,
            }
        })
        .collect();
    let works = outcome.references.iter().map(|reference| reference.work);
    let works: Vec<usize> = works.collect();
    let cited = Cited {
        accounts,
        names: works.iter().map(|work| engine.named(*work)).collect(),
        references: outcome.references,
    };
    *theory = works.into_iter().map(|work| theory[work]).collect();
    cited
}

impl Cited {
    /// A work as it stands in a list of references.
    fn reference(&self, number: usize, text: Text) -> Text {
        let Some(reference) = self.references.get(number - 1) else {
            return text;
        };
        let text = match reference.number.as_str() {
            "" => text,
            number => text.plain(format!("{number}\u{a0} ")),
        };
        text.set(&reference.runs)
    }

    /// A work as it is named in running text: “Rolfe, Freshwater and Jasper (2001)”.
    pub(super) fn name(&self, number: usize) -> Text {
        let name = self.names.get(number - 1).map_or(&[][..], Vec::as_slice);
        Text::new().set(name).in_bold()
    }
}

pub(super) fn list(book: &Book<'_>) -> Option<Part> {
    if book.theory.is_empty() {
        return None;
    }
    let mut part = book.part("References");
    part.push(Block::heading(1, "References", "references"));
    for (place, work) in book.theory.iter().enumerate() {
        let anchor = theory_anchor(place + 1);
        part.push(Block::Anchor(anchor.clone()));
        let text = Text::new().bold(anchor).plain("\u{a0} ");
        let mut text = book.cited.reference(place + 1, text);
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

/// What an account cites, at its end.
pub(super) fn of_account(book: &Book<'_>, works: &[usize], part: &mut Part) {
    if works.is_empty() {
        return;
    }
    part.push(Block::subheading(3, "References"));
    for number in works {
        let text = book.cited.reference(*number, Text::new());
        part.push(Block::Paragraph(Paragraph {
            text,
            style: ParagraphStyle::Hanging,
        }));
    }
}
