//! Links that quote words of an account which it does not say any more.

use super::{fine, in_reflection, look};
use crate::passage::is_gone;
use crate::wire::{CheckPlace, ExportCheck};
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::reflection::Reflection;

/// Whether every quotation that is printed beside an account can be found in it. `None` where no account is
/// quoted.
pub(super) fn gone(portfolio: &Portfolio, shown: &[&Reflection]) -> Option<ExportCheck> {
    let quoting = |reflection: &&&Reflection| {
        let mut links = portfolio.theory_links.iter();
        links.any(|link| link.reflection_id == reflection.id && !link.passage.trim().is_empty())
    };
    let outdated = |reflection: &&&Reflection| {
        let mut links = portfolio.theory_links.iter();
        links.any(|link| {
            link.reflection_id == reflection.id && is_gone(&link.passage, &reflection.stages)
        })
    };
    let quoted: Vec<_> = shown.iter().filter(quoting).collect();
    if quoted.is_empty() {
        return None;
    }
    let places: Vec<CheckPlace> = quoted
        .into_iter()
        .filter(outdated)
        .map(|reflection| in_reflection(reflection))
        .collect();
    Some(match places.len() {
        0 => fine(
            "quotations",
            "Every passage that a link quotes stands in its account.",
        ),
        1 => look(
            "quotations",
            "1 reflection has a link that quotes words which are no longer in it. They are printed as they were quoted.",
            places,
        ),
        many => look(
            "quotations",
            format!(
                "{many} reflections have links that quote words which are no longer in them. They are printed as they were quoted."
            ),
            places,
        ),
    })
}
