//! Each command, doing what it says.

use crate::Desk;
use serde_json::{Value, json};

#[test]
fn new_makes_an_empty_portfolio_that_is_sound() {
    let desk = Desk::new();
    let ran = desk.run(["new", "mine.aftershift"]).done();
    assert_eq!(ran.out, "Made “mine.aftershift”.\n");
    assert!(
        desk.run(["check", "mine.aftershift"])
            .done()
            .out
            .contains("is sound")
    );
    let answer = desk.run(["new", "other.aftershift", "--json"]).json();
    assert_eq!(answer, json!({ "file": "other.aftershift" }));
    assert_eq!(desk.files(), ["mine.aftershift", "other.aftershift"]);
}

#[test]
fn no_file_is_replaced_unless_that_was_said() {
    let desk = Desk::new();
    for command in ["new", "sample"] {
        desk.write("there", "a letter");
        desk.run([command, "there"])
            .failed(1, "add --force to replace it");
        desk.run([command, "there", "--json"])
            .failed_in_json(1, "alreadyThere");
        assert_eq!(desk.read("there"), b"a letter");
        desk.run([command, "there", "--force"]).done();
        desk.run(["check", "there"]).done();
    }
    for target in ["--pdf", "--json"] {
        desk.write("out", "a letter");
        desk.run(["export", "there", target, "out"])
            .failed(1, "add --force to replace it");
        assert_eq!(desk.read("out"), b"a letter");
        desk.run(["export", "there", target, "out", "--force"])
            .done();
        assert_ne!(desk.read("out"), b"a letter");
    }
}

#[test]
fn the_open_format_comes_back_as_the_same_bytes() {
    let desk = Desk::with_sample();
    let ran = desk
        .run(["export", "sample.aftershift", "--json", "one.json"])
        .done();
    assert_eq!(ran.out, "Wrote “one.json”.\n");
    let first = desk.read("one.json");
    let document: Value = serde_json::from_slice(&first).unwrap();
    assert_eq!(document["format"], "aftershift-portfolio");
    assert!(
        document["portfolio"]["reflections"]
            .as_array()
            .unwrap()
            .len()
            >= 24
    );

    // Into a new file, and into one that is there and empty.
    desk.run(["new", "empty.aftershift"]).done();
    for target in ["made.aftershift", "empty.aftershift"] {
        desk.run(["import", "one.json", "--into", target]).done();
        desk.run(["export", target, "--json", "again.json", "--force"])
            .done();
        assert!(desk.read("again.json") == first, "{target}");
        desk.run(["check", target]).done();
    }
    assert_eq!(
        desk.run(["import", "one.json", "--into", "third.aftershift", "--json"])
            .json(),
        json!({ "file": "third.aftershift", "added": 188, "known": 0 })
    );
}

#[test]
fn an_import_fills_only_what_is_empty() {
    let desk = Desk::with_sample();
    desk.run(["export", "sample.aftershift", "--json", "one.json"])
        .done();
    let before = desk.read("sample.aftershift");
    desk.run(["import", "one.json", "--into", "sample.aftershift"])
        .failed(1, "an import fills a new or an empty one");
    desk.run([
        "import",
        "one.json",
        "--into",
        "sample.aftershift",
        "--json",
    ])
    .failed_in_json(1, "notEmpty");
    assert!(desk.read("sample.aftershift") == before);
    desk.write("letter.txt", "a letter");
    desk.run(["import", "one.json", "--into", "letter.txt"])
        .failed(1, "not an Aftershift portfolio");
    assert_eq!(desk.read("letter.txt"), b"a letter");
}

#[test]
fn an_export_writes_a_pdf_and_the_open_format_at_once() {
    let desk = Desk::with_sample();
    let ran = desk.run([
        "export",
        "sample.aftershift",
        "--pdf",
        "out.pdf",
        "--json",
        "out.json",
    ]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.starts_with("Wrote “out.pdf”, "), "{}", ran.out);
    assert!(ran.out.ends_with("Wrote “out.json”.\n"), "{}", ran.out);
    assert!(desk.read("out.pdf").starts_with(b"%PDF-"));
}

/// How many pages it says that it wrote.
#[track_caller]
fn pages(desk: &Desk, flags: &[&str]) -> u32 {
    let export = ["export", "sample.aftershift", "--pdf", "out.pdf", "--force"];
    let ran = desk.run(export.iter().chain(flags));
    assert_eq!(ran.code, 0, "{ran:?}");
    let (_, said) = ran.out.split_once(", ").unwrap();
    said.split(' ').next().unwrap().parse().unwrap()
}

#[test]
fn a_pdf_begins_with_a_profile_and_its_flags_change_it() {
    let desk = Desk::with_sample();
    let whole = pages(&desk, &[]);
    assert_eq!(whole, pages(&desk, &["--profile", "provider"]));
    let hours = pages(&desk, &["--profile", "hours"]);
    let accounts = pages(&desk, &["--profile", "Reflection set"]);
    assert!(
        hours < whole && accounts < whole,
        "{hours}, {accounts} of {whole}"
    );
    let one = [
        "--profile",
        "reflections",
        "--account",
        "A score of seven, and who it belongs to",
    ];
    let few = pages(&desk, &one);
    assert!(few < accounts / 2, "{few} of {accounts}");
    assert!(pages(&desk, &["--profile", "hours", "--large-print"]) > hours);
    pages(
        &desk,
        &[
            "--profile",
            "review",
            "--for",
            "Ms Price",
            "--title",
            "Spring",
            "--letter",
            "--by-module",
            "--sign",
        ],
    );
    pages(&desk, &["--theory", "schon1983"]);
}

#[test]
fn what_no_profile_account_or_work_is_called_is_said_and_nothing_is_written() {
    let desk = Desk::with_sample();
    for (flag, says) in [
        (
            "--profile",
            "There are: provider, reflections, hours, review.",
        ),
        ("--account", "No account is called “nobody”."),
        ("--theory", "No work has the key “nobody”."),
    ] {
        let ran = desk.run([
            "export",
            "sample.aftershift",
            "--pdf",
            "out.pdf",
            flag,
            "nobody",
        ]);
        assert_ne!(ran.code, 0, "{ran:?}");
        assert!(ran.err.contains(says), "{flag}: {}", ran.err);
    }
    assert!(!desk.path("out.pdf").exists());
}

#[test]
fn the_audit_check_is_written_by_itself_as_one_page() {
    let desk = Desk::with_sample();
    let audit = |name: &str, day: &str| {
        let ran = desk.run([
            "export",
            "sample.aftershift",
            "--audit",
            name,
            "--as-of",
            day,
        ]);
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_eq!(ran.out, format!("Wrote “{name}”, 1 page.\n"));
        desk.read(name)
    };
    let first = audit("one.pdf", "2026-11-19");
    assert!(first.starts_with(b"%PDF-"));
    assert!(first == audit("two.pdf", "19 November 2026"));
    assert!(
        first != audit("three.pdf", "2027-06-19"),
        "the planned end has passed then"
    );
    desk.run(["export", "sample.aftershift", "--audit", "one.pdf"])
        .failed(1, "is there already");
    desk.run([
        "export",
        "sample.aftershift",
        "--audit",
        "x",
        "--pdf",
        "./x",
    ])
    .failed(2, "is named twice");
}

#[test]
fn the_same_portfolio_and_day_give_the_same_pdf() {
    let desk = Desk::with_sample();
    let pdf = |name: &str, day: &str| {
        let ran = desk.run(["export", "sample.aftershift", "--pdf", name, "--as-of", day]);
        assert_eq!(ran.code, 0, "{ran:?}");
        desk.read(name)
    };
    let first = pdf("one.pdf", "2026-11-19");
    assert!(first == pdf("two.pdf", "19 November 2026"));
    assert!(
        first != pdf("three.pdf", "2026-06-19"),
        "the day stands in it"
    );
}

#[test]
fn one_refused_target_leaves_the_other_unwritten() {
    let desk = Desk::with_sample();
    desk.write("out.json", "a letter");
    desk.run([
        "export",
        "sample.aftershift",
        "--pdf",
        "out.pdf",
        "--json",
        "out.json",
    ])
    .failed(1, "“out.json” is there already");
    assert!(!desk.has("out.pdf"));
}

#[test]
fn an_export_never_lands_on_what_it_reads() {
    let desk = Desk::with_sample();
    let before = desk.read("sample.aftershift");
    for target in ["sample.aftershift", "./sample.aftershift"] {
        desk.run(["export", "sample.aftershift", "--json", target, "--force"])
            .failed(2, "must be different files");
    }
    desk.run(["export", "sample.aftershift", "--pdf", "x", "--json", "./x"])
        .failed(2, "must be different files");
    assert!(desk.read("sample.aftershift") == before);
}

#[test]
fn search_finds_words_and_says_where() {
    let desk = Desk::with_sample();
    let ran = desk.run(["search", "sample.aftershift", "handover"]).done();
    assert!(ran.out.contains("Reflection: "), "{}", ran.out);
    let found = desk
        .run(["search", "sample.aftershift", "handover", "--json"])
        .json();
    let hits = found["hits"].as_array().unwrap();
    assert!(!hits.is_empty());
    for hit in hits {
        assert!(hit["title"].is_string() && hit["kind"].is_string() && hit["id"].is_string());
    }
    let nothing = desk.run(["search", "sample.aftershift", "zyzzyva"]).done();
    assert_eq!(nothing.out, "Nothing was found.\n");
    let nothing = desk
        .run(["search", "sample.aftershift", "zyzzyva", "--json"])
        .json();
    assert_eq!(nothing, json!({ "hits": [] }));
    // Nothing that can be typed is an error.
    desk.run(["search", "sample.aftershift", "\" AND ( *"])
        .done();
    desk.run(["search", "sample.aftershift", ""]).done();
}

#[test]
fn check_finds_what_is_not_as_it_was_written() {
    let desk = Desk::with_sample();
    let sound = desk.run(["check", "sample.aftershift", "--json"]).json();
    assert_eq!(sound, json!({ "sound": true, "damage": [] }));

    // One letter of the learner's name, wherever the file has it.
    let mut bytes = desk.read("sample.aftershift");
    let name = b"Nerys Adomako";
    let places: Vec<usize> = (0..bytes.len() - name.len())
        .filter(|at| bytes[*at..].starts_with(name))
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at] = b'M';
    }
    desk.write("sample.aftershift", &bytes);

    let ran = desk.run(["check", "sample.aftershift"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""), "{ran:?}");
    assert!(
        ran.out.contains("is damaged") && ran.out.contains("“learner”"),
        "{}",
        ran.out
    );
    let ran = desk.run(["check", "sample.aftershift", "--json"]);
    assert_eq!(ran.code, 1);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(found["sound"], false);
    assert_eq!(found["damage"][0]["place"], "row");
    assert_eq!(found["damage"][0]["table"], "learner");
}

#[test]
fn the_sample_remembers_its_own_day_or_the_one_it_was_given() {
    let desk = Desk::with_sample();
    let as_of = |name: &str| {
        desk.run(["export", name, "--json", "out.json", "--force"])
            .done();
        let document: Value = serde_json::from_slice(&desk.read("out.json")).unwrap();
        document["portfolio"]["asOf"].clone()
    };
    assert_eq!(as_of("sample.aftershift"), "2026-11-19");
    desk.run(["sample", "may.aftershift", "--as-of", "4 May 2026"])
        .done();
    assert_eq!(as_of("may.aftershift"), "2026-05-04");
}

#[test]
fn help_explains_every_command_and_the_exit_codes() {
    let desk = Desk::new();
    let help = desk.run(["--help"]).done().out;
    for word in [
        "new",
        "sample",
        "import",
        "export",
        "hours",
        "search",
        "check",
        "Exit codes:",
    ] {
        assert!(help.contains(word), "{word}");
    }
    let help = desk.run(["hours", "--help"]).done().out;
    for option in [
        "--start",
        "--planned-end",
        "--weekly-hours",
        "--break",
        "--published-hours",
        "--prior-learning",
        "--plan-hours",
        "--nation",
        "--block-release",
        "--as-of",
        "--json",
    ] {
        assert!(help.contains(option), "{option}");
    }
    assert!(
        desk.run(["--version"])
            .done()
            .out
            .starts_with("aftershift-cli ")
    );
}

#[test]
fn a_pdf_cites_in_the_style_that_is_named() {
    let desk = Desk::with_sample();
    let pdf = |name: &str, style: &[&str]| {
        let day = ["--as-of", "2026-11-19"];
        let export = ["export", "sample.aftershift", "--pdf", name];
        desk.run(export.iter().chain(&day).chain(style)).done();
        desk.read(name)
    };
    let portfolios = pdf("own.pdf", &[]);
    let harvard = pdf("harvard.pdf", &["--citation-style", "harvard"]);
    let apa = pdf("apa.pdf", &["--citation-style", "apa"]);
    let vancouver = pdf("vancouver.pdf", &["--citation-style", "Vancouver"]);
    assert!(portfolios == harvard, "the portfolio says Harvard");
    assert!(harvard != apa && apa != vancouver && harvard != vancouver);
    assert!(apa == pdf("again.pdf", &["--citation-style", "apa"]));

    desk.write("ward.csl", WARD);
    let ward = pdf("ward.pdf", &["--citation-style", "ward.csl"]);
    assert!(ward != harvard);
    assert!(
        portfolios == pdf("after.pdf", &[]),
        "the portfolio stays as it is"
    );
}

/// A small style that looks like no other.
const WARD: &str = r#"<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
    <info><title>Ward 4</title><id>http://example.org/ward</id><updated>2020-01-01T00:00:00+00:00</updated></info>
    <citation><layout prefix="{" suffix="}"><names variable="author"><name form="short"/></names></layout></citation>
    <bibliography><layout suffix="!"><text variable="title"/></layout></bibliography></style>"#;

#[test]
fn a_style_that_is_none_is_refused_and_nothing_is_written() {
    let desk = Desk::with_sample();
    desk.write("letter.csl", "Dear tutor, ...");
    let export = ["export", "sample.aftershift", "--pdf", "out.pdf"];
    let with = |style: &'static str| export.into_iter().chain(["--citation-style", style]);
    desk.run(with("letter.csl"))
        .failed(1, "is not a citation style");
    desk.run(with("gone.csl")).failed(1, "gone.csl");
    desk.run(with("chicago")).failed(2, "vancouver");
    assert!(!desk.has("out.pdf"));
}
