//! What a style made, as runs of text.

use super::entry::StandIns;
use aftershift_domain::theory::Run;
use hayagriva::citationberg::FontStyle;
use hayagriva::{ElemChild, ElemChildren, ElemMeta, Formatted};

/// The words of a tree, in runs of the same face.
pub(super) fn runs(children: &ElemChildren, stand_ins: &StandIns) -> Vec<Run> {
    let mut runs = Vec::new();
    gather(&children.0, stand_ins, &mut runs);
    runs
}

/// Adds the words of some of a tree.
pub(super) fn gather(children: &[ElemChild], stand_ins: &StandIns, runs: &mut Vec<Run>) {
    for child in children {
        match child {
            ElemChild::Text(text) => push(runs, run(text, None, stand_ins)),
            ElemChild::Elem(elem) if elem.meta == Some(ElemMeta::Date) => {
                let mut date = Vec::new();
                gather(&elem.children.0, stand_ins, &mut date);
                // hayagriva goes on to a month and a day that are not there.
                if let Some(last) = date.last_mut() {
                    last.text
                        .truncate(last.text.trim_end_matches([' ', ',']).len());
                }
                date.into_iter().for_each(|run| push(runs, run));
            }
            ElemChild::Elem(elem) => gather(&elem.children.0, stand_ins, runs),
            ElemChild::Link { text, url } => push(runs, run(text, Some(url), stand_ins)),
            ElemChild::Markup(words) => push(runs, plain(words)),
            // Only for locators that are not words, and ours always are.
            ElemChild::Transparent { .. } => {}
        }
    }
}

/// Words in the usual face.
pub(super) fn plain(words: &str) -> Run {
    Run {
        text: words.to_owned(),
        italic: false,
        address: None,
    }
}

/// Adds a run, joining it with one before that looks the same.
pub(super) fn push(runs: &mut Vec<Run>, run: Run) {
    match runs.last_mut() {
        _ if run.text.is_empty() => {}
        Some(last) if last.italic == run.italic && last.address == run.address => {
            if run.text.starts_with(')') && last.text.ends_with(',') {
                last.text.pop();
            }
            last.text.push_str(&run.text);
        }
        _ => runs.push(run),
    }
}

fn run(text: &Formatted, url: Option<&str>, stand_ins: &StandIns) -> Run {
    // Where a month and a day would stand, hayagriva leaves a comma.
    let words = stand_ins.settle(&text.text).replace(",)", ")");
    // What was typed leads somewhere only if it is an address.
    let address = url.map(|url| stand_ins.settle(url));
    Run {
        text: words,
        italic: text.formatting.font_style == FontStyle::Italic,
        address: address.filter(|url| url.starts_with("https://") || url.starts_with("http://")),
    }
}
