//! What there is to narrow an export by.

use super::selection::is_empty;
use crate::app::App;
use crate::failure::Failure;
use crate::reflection::title_or_untitled;
use crate::theory::label;
use crate::wire::{ExportNarrowing, NarrowBy, Nothing};
use std::collections::BTreeSet;

impl App {
    /// The modules, works and accounts that an export may be narrowed to.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn export_narrowing(&self, _: Nothing) -> Result<ExportNarrowing, Failure> {
        let portfolio = self.read(|db, _| Ok(db.portfolio()?))?;
        let mut accounts: Vec<_> = portfolio
            .reflections
            .iter()
            .filter(|it| it.deleted_at.is_none() && !is_empty(it))
            .collect();
        accounts.sort_by_key(|it| {
            let day = it.happened_on.unwrap_or(it.created_at.date_naive());
            std::cmp::Reverse((day, it.created_at))
        });
        let modules: BTreeSet<&str> = accounts.iter().map(|it| it.module.trim()).collect();
        let links = portfolio.theory_links.iter();
        let linked: BTreeSet<_> = links
            .filter(|it| it.deleted_at.is_none())
            .map(|it| &it.theory_id)
            .collect();
        let mut works: Vec<NarrowBy> = portfolio
            .theory
            .iter()
            .filter(|it| it.deleted_at.is_none() && linked.contains(&it.id))
            .map(|it| NarrowBy {
                id: it.id.to_string(),
                label: label(it),
            })
            .collect();
        works.sort_by_key(|it| it.label.to_lowercase());
        let named = accounts.iter().map(|it| NarrowBy {
            id: it.id.to_string(),
            label: title_or_untitled(&it.title).to_owned(),
        });
        Ok(ExportNarrowing {
            works,
            accounts: named.collect(),
            modules: modules
                .into_iter()
                .filter(|it| !it.is_empty())
                .map(str::to_owned)
                .collect(),
        })
    }
}
