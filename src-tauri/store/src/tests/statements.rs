//! Every statement, and how SQLite carries it out.

use crate::Store;
use expect_test::expect_file;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Every `.sql` file below `src`, sorted.
fn files() -> Vec<PathBuf> {
    fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, files);
            } else if path.extension().is_some_and(|ending| ending == "sql") {
                files.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(&source(), &mut found);
    found.sort();
    found
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn every_statement_prepares_on_a_fresh_portfolio() {
    let store = Store::in_memory().unwrap();
    let files = files();
    assert!(files.len() > 60, "only {} were found", files.len());
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(
            text.ends_with(";\n"),
            "{} is not a complete statement",
            file.display()
        );
        if let Err(e) = store.db.prepare(&text) {
            panic!("{}: {e}", file.display());
        }
    }
}

#[test]
fn the_structure_is_written_down() {
    let store = Store::in_memory().unwrap();
    let mut statement = store
        .db
        .prepare("select sql from sqlite_schema where sql is not null order by type, name")
        .unwrap();
    let rows = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    let schema: String = rows.map(|sql| sql.unwrap() + ";\n\n").collect();
    expect_file!["../../tests/schema.sql"].assert_eq(&schema);
}

#[test]
fn the_plans_of_lists_are_written_down() {
    let store = Store::in_memory().unwrap();
    let mut plans = String::new();
    for file in files() {
        let text = std::fs::read_to_string(&file).unwrap();
        if !text.starts_with("select") {
            continue;
        }
        let name = file.strip_prefix(source()).unwrap().with_extension("");
        let name = name.to_string_lossy().replace('\\', "/");
        writeln!(plans, "{name}").unwrap();
        let mut statement = store
            .db
            .prepare(&format!("explain query plan {text}"))
            .unwrap();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().unwrap() {
            writeln!(plans, "  {}", row.get::<_, String>("detail").unwrap()).unwrap();
        }
    }
    expect_file!["../../tests/plans.txt"].assert_eq(&plans);
    for (list, plan) in pages(&plans) {
        assert!(
            !plan.contains("TEMP B-TREE FOR ORDER BY"),
            "{list} sorts all rows for one page"
        );
    }
}

/// The plans of the statements that give one page of a list.
fn pages(plans: &str) -> Vec<(String, String)> {
    let mut pages: Vec<(String, String)> = Vec::new();
    for line in plans.lines() {
        match (line.strip_prefix("  "), pages.last_mut()) {
            (Some(step), Some((_, plan))) => plan.push_str(step),
            _ => pages.push((line.to_owned(), String::new())),
        }
    }
    pages.retain(|(name, _)| name.ends_with("/page"));
    assert_eq!(pages.len(), 2);
    pages
}
