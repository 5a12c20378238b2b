//! Pictures and files: what is shown, what travels, and what stays at home.

use super::{fine, in_reflection, look, so_many};
use crate::export::Snapshot;
use crate::wire::{BinItemRef, BinKind, CheckPlace, ExportCheck, Target};
use aftershift_document::markdown::{Block, Inline, Picture, parse};
use aftershift_domain::evidence::Evidence;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::reflection::Reflection;
use std::collections::BTreeSet;

/// Pictures that somebody who cannot see them would miss, or that are not there.
pub(super) fn pictures(snapshot: &Snapshot, shown: &[&Reflection]) -> ExportCheck {
    let described: BTreeSet<&str> = snapshot
        .portfolio
        .evidence
        .iter()
        .filter(|file| !file.alternative_text.trim().is_empty())
        .map(|file| file.id.as_str())
        .collect();
    let (mut silent, mut gone) = (Vec::new(), Vec::new());
    let mut all = 0;
    for reflection in shown {
        for picture in reflection
            .stages
            .iter()
            .flat_map(|stage| pictures_in(&stage.text))
        {
            all += 1;
            if !snapshot.files.contains_key(&picture.id) {
                gone.push(in_reflection(reflection));
            } else if picture.description.trim().is_empty()
                && !described.contains(picture.id.as_str())
            {
                silent.push(in_reflection(reflection));
            }
        }
    }
    if !gone.is_empty() {
        let text = format!(
            "{} no longer in the portfolio and cannot be shown.",
            so_many(gone.len(), "picture is", "pictures are")
        );
        return look("pictures", text, gone);
    }
    if !silent.is_empty() {
        let text = format!(
            "{} no words for people who cannot see.",
            so_many(silent.len(), "picture has", "pictures have")
        );
        return look("pictures", text, silent);
    }
    match all {
        0 => fine("pictures", "There are no pictures."),
        _ => fine(
            "pictures",
            "Every picture has words for people who cannot see it.",
        ),
    }
}

/// What travels inside the PDF as it is.
pub(super) fn travelling(portfolio: &Portfolio) -> ExportCheck {
    let count = portfolio.evidence.len();
    if count == 0 {
        return fine("files", "No files are attached.");
    }
    let (travel, they) = match count {
        1 => ("1 file travels inside the PDF as it is".to_owned(), "it"),
        many => (
            format!("{many} files travel inside the PDF as they are"),
            "them",
        ),
    };
    let photographs = portfolio
        .evidence
        .iter()
        .any(|file| file.media_type == "image/jpeg");
    let camera = if photographs {
        " What a camera notes in a photograph, such as the place, was taken out when it was added."
    } else {
        ""
    };
    fine(
        "files",
        format!("{travel}; nothing but you looks into {they}.{camera}"),
    )
}

/// What stays at home because nothing uses it, such as a picture that was taken out of its text again. `None` where
/// there is nothing of the kind.
pub(super) fn loose(files: &[Evidence]) -> Option<ExportCheck> {
    if files.is_empty() {
        return None;
    }
    let is_picture = |file: &Evidence| file.media_type.starts_with("image/");
    let (one, many) = if files.iter().all(is_picture) {
        ("picture is", "pictures are")
    } else {
        ("file is", "files are")
    };
    let rest = match files.len() {
        1 => "belongs to no activity, so it stays in your portfolio and does not go into the PDF",
        _ => "belong to no activity, so they stay in your portfolio and do not go into the PDF",
    };
    let text = format!(
        "{} in no account and {rest}.",
        so_many(files.len(), one, many)
    );
    let places = files.iter().map(|file| CheckPlace {
        bin: Some(BinItemRef {
            kind: BinKind::Evidence,
            id: file.id.to_string(),
        }),
        ..CheckPlace::at(file.file_name.as_str(), Target::Export)
    });
    Some(ExportCheck {
        fine: true,
        ..look("loose_files", text, places.collect())
    })
}

/// The pictures of a text.
fn pictures_in(markdown: &str) -> Vec<Picture> {
    // Most texts have none, and need not be read.
    if !markdown.contains("attachment:") {
        return Vec::new();
    }
    let mut found = Vec::new();
    blocks(&parse(markdown), &mut found);
    found
}

fn blocks(written: &[Block], found: &mut Vec<Picture>) {
    for block in written {
        match block {
            Block::Heading(_, words) | Block::Paragraph(words) => inlines(words, found),
            Block::Quote(inner) | Block::Footnote(_, inner) => blocks(inner, found),
            Block::List(list) => list
                .items
                .iter()
                .for_each(|item| blocks(&item.blocks, found)),
            Block::Table(table) => {
                let cells = table
                    .rows
                    .iter()
                    .chain(std::iter::once(&table.head))
                    .flatten();
                cells.for_each(|cell| inlines(cell, found));
            }
            Block::Code(_) | Block::Rule => {}
        }
    }
}

fn inlines(words: &[Inline], found: &mut Vec<Picture>) {
    for inline in words {
        match inline {
            Inline::Picture(picture) => found.push(picture.clone()),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Struck(inner)
            | Inline::Link(_, inner) => inlines(inner, found),
            Inline::Text(_)
            | Inline::Code(_)
            | Inline::LineBreak
            | Inline::Note(_)
            | Inline::Citation(_) => {}
        }
    }
}
