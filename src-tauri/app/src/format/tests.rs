//! One document with every field filled serves all of these: `full.json`.

mod refused;
mod schema;

use super::*;

const FULL: &str = include_str!("full.json");

fn full() -> serde_json::Value {
    serde_json::from_str(FULL).unwrap()
}

fn read(document: &serde_json::Value) -> Result<Imported, Failure> {
    import(document.to_string().as_bytes())
}

#[test]
fn what_was_exported_is_exported_again_as_the_same_bytes() {
    let imported = import(FULL.as_bytes()).unwrap();
    let first = export(&imported.portfolio, &imported.files).unwrap();
    assert_eq!(String::from_utf8(first.clone()).unwrap(), FULL);
    let again = import(&first).unwrap();
    assert_eq!(again, imported);
    assert_eq!(export(&again.portfolio, &again.files).unwrap(), first);
}

#[test]
fn an_empty_portfolio_can_be_exported_and_read_back() {
    let empty = Portfolio {
        uid: "u-1".into(),
        ..Portfolio::default()
    };
    let text = export(&empty, Vec::<(String, Vec<u8>)>::new()).unwrap();
    assert!(text.ends_with(b"}\n"));
    assert_eq!(
        import(&text).unwrap(),
        Imported {
            portfolio: empty,
            files: BTreeMap::new()
        }
    );
}

#[test]
fn the_order_in_which_files_are_handed_over_does_not_show() {
    let mut imported = import(FULL.as_bytes()).unwrap();
    let mut second = imported.portfolio.evidence[0].clone();
    second.id = aftershift_domain::id::EvidenceId::new("e-2").unwrap();
    second.sha256 = files::sha256(b"other");
    second.size = 5;
    imported.portfolio.evidence.push(second.clone());
    imported.files.insert(second.sha256, b"other".to_vec());
    let forwards = export(&imported.portfolio, &imported.files).unwrap();
    let backwards = export(&imported.portfolio, imported.files.iter().rev()).unwrap();
    assert_eq!(forwards, backwards);
    assert_eq!(import(&forwards).unwrap(), imported);
}

#[test]
fn a_file_that_nothing_names_is_left_out_and_a_lost_one_is_reported() {
    let imported = import(FULL.as_bytes()).unwrap();
    let mut files = imported.files.clone();
    files.insert(files::sha256(b"nobody's"), b"nobody's".to_vec());
    assert_eq!(
        String::from_utf8(export(&imported.portfolio, &files).unwrap()).unwrap(),
        FULL
    );
    files.clear();
    let Err(Failure::Damaged { what }) = export(&imported.portfolio, &files) else {
        panic!()
    };
    assert_eq!(what, ["The bytes of the file “board.png” are missing."]);
}

/// A long text of characters that are easily spoilt on the way, with the full document around it.
fn with_long_text(bytes: usize) -> (String, serde_json::Value) {
    let piece = "“é”\u{1F9FF}\t\\\"/\u{0}\r\n";
    let text = piece.repeat(bytes / piece.len());
    let mut document = full();
    document["portfolio"]["reflections"][0]["stages"][0]["text"] = text.clone().into();
    (text, document)
}

#[test]
fn long_texts_come_back_as_they_were() {
    let (text, document) = with_long_text(3_900_000);
    let imported = read(&document).unwrap();
    assert_eq!(imported.portfolio.reflections[0].stages[0].text, text);
    let exported = export(&imported.portfolio, &imported.files).unwrap();
    assert_eq!(import(&exported).unwrap(), imported);
}

#[test]
fn a_text_that_no_portfolio_could_hold_is_named() {
    let Err(Failure::Invalid { problems }) = read(&with_long_text(5_000_000).1) else {
        panic!()
    };
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    assert_eq!(problem.field, "portfolio.reflections[0].stages[0].text");
}

#[test]
fn moments_with_an_offset_are_kept_as_the_moment_they_mean() {
    let mut document = full();
    document["portfolio"]["activities"][0]["changedAt"] = "2026-07-01T00:30:00+01:00".into();
    let imported = read(&document).unwrap();
    let text = export(&imported.portfolio, &imported.files).unwrap();
    assert!(
        String::from_utf8(text)
            .unwrap()
            .contains("\"2026-06-30T23:30:00Z\"")
    );
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    assert!(import(format!("\u{feff}{FULL}").as_bytes()).is_ok());
}

#[test]
fn the_example_of_the_documentation_is_read() {
    let page = include_str!("../../../FORMAT.md");
    let mut examples = page.split("```json\n").skip(2);
    let example = examples.next().unwrap().split("```").next().unwrap();
    let imported = import(example.as_bytes()).unwrap();
    assert_eq!(imported.portfolio.theory_links.len(), 1);
    assert!(
        examples.next().is_none(),
        "one example, after the outline of the whole"
    );
}
