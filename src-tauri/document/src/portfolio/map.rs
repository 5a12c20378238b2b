//! Which theory met practice, and what still lacks it.

use super::{Book, account_links, activity_anchor, counted, reflection_anchor, theory_anchor};
use crate::grid::{Grid, GridColumn, GridRow, GridRowKind};
use crate::outline::{Block, Column, Figure, Image, Part, Row, Table, Text};
use aftershift_domain::theory::map::{
    Account, Called, Cell, Practice, Study, TheoryMap, Work, map,
};

/// The fewest accounts that a map tells anything of: a few are read sooner than a picture of them.
const LEAST: u32 = 4;

/// Authors that are named; the others are few uses each.
const AUTHORS: usize = 5;

pub(super) fn practice_and_theory(book: &Book<'_>) -> Option<Part> {
    let map = map(&study(book), Called::Accounts)?;
    if map.works == 0 || map.accounts < LEAST {
        return None;
    }
    let mut part = book.part("Practice and theory");
    part.push(Block::heading(
        1,
        "Practice and theory",
        "practice-and-theory",
    ));
    part.push(Block::lead(format!("{}.", map.title)));
    part.push(Block::Figure(Figure {
        image: Image::Grid(grid(&map)),
        caption: "Accounts that say how a work explains what happened, by the time of the event. \
                  A number is how many; a ring is an account without theory."
            .into(),
    }));
    part.push(Block::Definitions(answers(book, &map)));
    part.push(Block::heading(2, "The same as a table", "map-table"));
    part.push(Block::Table(table(book, &map)));
    Some(part)
}

/// What is printed, as the map knows it.
fn study(book: &Book<'_>) -> Study {
    let links = &book.portfolio.theory_links;
    let works = book.theory.iter().enumerate();
    Study {
        works: works
            .map(|(place, work)| {
                let name = book.cited.name(place + 1).words();
                let label = format!("{} {name}", theory_anchor(place + 1));
                Work::of(work, label)
            })
            .collect(),
        accounts: book
            .reflections
            .iter()
            .map(|one| Account::of(one))
            .collect(),
        activities: book
            .activities
            .iter()
            .map(|one| Practice::of(one))
            .collect(),
        drawn_on: links
            .iter()
            .filter(|link| link.deleted_at.is_none())
            .map(|link| (link.reflection_id.clone(), link.theory_id.clone()))
            .collect(),
        about: book
            .portfolio
            .activity_links
            .iter()
            .map(|link| (link.reflection_id.clone(), link.activity_id.clone()))
            .collect(),
    }
}

fn grid(map: &TheoryMap) -> Grid {
    let mut rows: Vec<GridRow> = Vec::new();
    for module in &map.modules {
        if map.modules.len() > 1 {
            let name = if module.name.is_empty() {
                "No module"
            } else {
                &module.name
            };
            rows.push(GridRow {
                label: name.to_owned(),
                kind: GridRowKind::Heading,
                ..GridRow::default()
            });
        }
        rows.extend(module.rows.iter().map(|row| GridRow {
            label: row.label.clone(),
            kind: GridRowKind::Filled,
            dots: dots(&row.cells),
            sum: match row.accounts {
                0 => "never".to_owned(),
                accounts => accounts.to_string(),
            },
        }));
    }
    if !map.bare.is_empty() {
        rows.push(GridRow {
            label: "Without theory".to_owned(),
            kind: GridRowKind::Hollow,
            dots: dots(&map.bare),
            sum: (map.accounts - map.with_theory).to_string(),
        });
    }
    let columns = map.periods.iter().map(|period| {
        let year = period.from.format("%Y").to_string();
        GridColumn {
            group: if period.short == year {
                String::new()
            } else {
                year
            },
            label: period.short.clone(),
        }
    });
    Grid {
        description: map.description.clone(),
        continued: "The map of practice and theory, continued.".to_owned(),
        columns: columns.collect(),
        rows,
    }
}

fn dots(cells: &[Cell]) -> Vec<(usize, u32)> {
    let count = |cell: &Cell| u32::try_from(cell.accounts.len()).unwrap_or(u32::MAX);
    cells
        .iter()
        .map(|cell| (cell.period as usize, count(cell)))
        .collect()
}

/// The questions that the map answers, each with where to look.
fn answers(book: &Book<'_>, map: &TheoryMap) -> Vec<(Text, Text)> {
    let never = map
        .unapplied()
        .filter_map(|row| book.theory_numbers.get(row.id.as_str()));
    let bare = map.bare.iter().flat_map(|cell| &cell.accounts);
    let bare = bare.filter_map(|account| book.reflection_numbers.get(account.id.as_str()));
    let acts = map.bare_activities.iter();
    let acts = acts.filter_map(|activity| book.activity_numbers.get(activity.activity.id.as_str()));
    let modules: Vec<&str> = map
        .unused_modules()
        .map(|module| module.name.as_str())
        .collect();
    let authors: Vec<String> = map
        .authors
        .iter()
        .take(AUTHORS)
        .map(|author| {
            let accounts = counted(author.accounts as usize, "account", "accounts");
            format!("{} in {accounts}", author.author)
        })
        .collect();
    let mut answers = vec![
        (
            Text::from("Theory not yet applied"),
            list(never.copied(), theory_anchor),
        ),
        (
            Text::from("Accounts without theory"),
            list(bare.copied(), reflection_anchor),
        ),
        (
            Text::from("Activities written about without theory"),
            list(acts.copied(), activity_anchor),
        ),
    ];
    if !modules.is_empty() {
        answers.push((
            Text::from("Modules whose theory is unused"),
            modules.join("; ").into(),
        ));
    }
    if !authors.is_empty() {
        answers.push((
            Text::from("Authors drawn on most"),
            authors.join("; ").into(),
        ));
    }
    answers
}

/// "R2, R5", each leading to its place, or "None".
fn list(numbers: impl Iterator<Item = usize>, anchor: fn(usize) -> String) -> Text {
    let mut text = Text::new();
    for (place, number) in numbers.enumerate() {
        if place > 0 {
            text = text.plain(", ");
        }
        text = text.link(anchor(number), anchor(number));
    }
    if text.is_empty() { "None".into() } else { text }
}

fn table(book: &Book<'_>, map: &TheoryMap) -> Table {
    let rows = map.modules.iter().flat_map(|module| &module.rows);
    let rows = rows.zip(&map.table.rows).map(|(row, cells)| {
        let number = book.theory_numbers.get(row.id.as_str()).copied();
        let uses = number.map(|number| book.uses_of(book.theory[number - 1]));
        let accounts = match uses {
            Some(uses) if !uses.is_empty() => account_links(Text::new(), &uses),
            _ => "never".into(),
        };
        let cell = |place: usize| Text::from(cells.get(place).cloned().unwrap_or_default());
        let work = match number {
            // The number leads there; the name stands differently in the list of references.
            Some(number) => Text::new()
                .link(theory_anchor(number), theory_anchor(number))
                .plain(format!(" {}", book.cited.name(number).words())),
            None => cell(0),
        };
        Row::new([work, cell(1), accounts])
    });
    Table {
        summary: "Works of theory with their module and the accounts that draw on them".into(),
        rows: rows.collect(),
        columns: vec![
            Column::words("Work", 34),
            Column::words("Module", 32),
            Column::words("Accounts", 34),
        ],
        close: true,
    }
}
