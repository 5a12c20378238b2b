//! Finding words in everything that was written.

use crate::app::App;
use crate::bin::wire_kind;
use crate::failure::Failure;
use crate::reflection::title_or_untitled;
use crate::wire::{BinKind, ExcerptRun, SearchFor, SearchHit, SearchHits};

/// The most that is found at once.
const MOST: u32 = 50;

impl App {
    /// Finds words in everything that was written.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn search(&self, request: SearchFor) -> Result<SearchHits, Failure> {
        self.read(|db, _| {
            let hits = db
                .search(&request.text, MOST)?
                .into_iter()
                .filter_map(|hit| {
                    let kind = wire_kind(hit.kind)?;
                    let title = match kind {
                        BinKind::Reflection => title_or_untitled(&hit.title).to_owned(),
                        _ => hit.title,
                    };
                    let excerpt = hit.snippet.into_iter();
                    let excerpt = excerpt
                        .map(|run| ExcerptRun {
                            text: run.text,
                            hit: run.marked,
                        })
                        .collect();
                    Some(SearchHit {
                        kind,
                        id: hit.id,
                        title,
                        excerpt,
                    })
                });
            Ok(SearchHits {
                hits: hits.collect(),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{open_world, write};

    #[track_caller]
    fn check(text: &str, found: usize) {
        let world = open_world();
        write(
            &world,
            "A fall",
            "The resident fell beside the hoist. Nobody was hurt.",
        );
        let request = SearchFor { text: text.into() };
        assert_eq!(
            world.app.search(request).unwrap().hits.len(),
            found,
            "{text}"
        );
    }

    #[test]
    fn words_are_found_in_any_form_and_nothing_typed_is_an_error() {
        check("hoists", 1);
        check("hurt resident", 1);
        check("kitchen", 0);
        check("", 0);
        check("\" AND ( *", 0);
    }

    #[test]
    fn the_excerpt_marks_what_was_looked_for() {
        let world = open_world();
        write(&world, "", "The resident fell beside the hoist.");
        let hits = world
            .app
            .search(SearchFor {
                text: "hoist".into(),
            })
            .unwrap()
            .hits;
        assert_eq!(hits[0].title, "Untitled reflection");
        let marked: Vec<_> = hits[0].excerpt.iter().filter(|run| run.hit).collect();
        assert_eq!(marked.len(), 1);
        assert_eq!(marked[0].text, "hoist");
    }
}
