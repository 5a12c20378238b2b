//! A PDF that is signed: other people's programs find the signature good, see what is changed, and find the rest of the file
//! as it would be without.

use aftershift_tests::World;
use aftershift_tests::conformance::check;
use aftershift_tests::pdf::{Pdf, flowing};
use aftershift_tests::request::{export, with};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;

/// The sample as a signed PDF.
fn signed(world: &World, changes: Value) -> PathBuf {
    let options = with(with(export(), json!({ "sign": true })), changes);
    let (_, exported) = world.pdf(&serde_json::from_value(options).unwrap());
    assert!(exported.notices.is_empty());
    world.path("out.pdf")
}

/// What Poppler says of the signatures. It looks for the certificates of a browser too: there are none here.
fn said_of(path: &PathBuf) -> String {
    let home = tempfile::tempdir().unwrap();
    let done = Command::new("pdfsig")
        .arg("-nocert")
        .arg(path)
        .env("HOME", home.path())
        .output()
        .unwrap();
    String::from_utf8_lossy(&done.stdout).into_owned()
}

#[test]
fn a_signature_is_found_good_and_to_be_of_the_whole_file() {
    let world = World::with_sample();
    let path = signed(&world, json!({}));
    let said = said_of(&path);
    assert!(
        said.contains("Signature Validation: Signature is Valid."),
        "{said}"
    );
    assert!(said.contains("Total document signed"), "{said}");
    assert!(said.contains("ETSI.CAdES.detached"), "{said}");
    assert!(
        said.contains("Signer Certificate Common Name: Aftershift portfolio "),
        "{said}"
    );
    assert!(!said.contains("Adomako"), "it names no person: {said}");

    // All else is as it is without: sound, tagged, archival, with its files.
    Pdf::at(&path).check();
    check(&[&path]);
    let verified = world.app.verify_pdf(&path).unwrap();
    assert!(verified.as_exported, "{verified:?}");
    let text = flowing(&Pdf::at(&path).text());
    assert!(text.contains("What the signature proves."));
}

#[test]
fn what_is_changed_or_added_afterwards_is_seen() {
    let world = World::with_sample();
    let path = signed(&world, json!({ "data": "nothing" }));
    let whole = std::fs::read(&path).unwrap();
    let mut changed = whole.clone();
    changed[whole.len() / 2] ^= 1;
    std::fs::write(&path, &changed).unwrap();
    let said = said_of(&path);
    assert!(!said.contains("Signature is Valid"), "{said}");
    let longer = [whole.as_slice(), b"\n% more\n"].concat();
    std::fs::write(&path, longer).unwrap();
    assert!(said_of(&path).contains("Not total document signed"));
}

#[test]
fn the_same_portfolio_signs_with_the_same_key_and_no_other_has_it() {
    let world = World::with_sample();
    let first = std::fs::read(signed(&world, json!({}))).unwrap();
    assert!(first == std::fs::read(signed(&world, json!({}))).unwrap());
    let world = world.reopened();
    assert!(
        first == std::fs::read(signed(&world, json!({}))).unwrap(),
        "another time"
    );
    let fingerprint = |path: PathBuf| {
        let text = flowing(&Pdf::at(&path).text());
        let after = text.split("The certificate’s SHA-256 is ").nth(1).unwrap();
        after.chars().take(64).collect::<String>()
    };
    // The key stays at home: neither the open format nor a PDF has it.
    let other = World::with_portfolio();
    let everything = json!({ "data": "everything", "coarseDates": false });
    let carried = signed(&world, everything);
    other.app.import_portfolio(&carried).unwrap();
    assert_ne!(
        fingerprint(signed(&world, json!({}))),
        fingerprint(signed(&other, json!({})))
    );
}

#[test]
fn without_the_wish_there_is_no_signature_and_no_key() {
    let world = World::with_sample();
    let _ = world.pdf(&serde_json::from_value(export()).unwrap());
    assert!(said_of(&world.path("out.pdf")).contains("does not contain any signatures"));
}
