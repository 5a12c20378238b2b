//! The sample as it is handed in, read back with other people's programs. What it says and how it looks is kept
//! in `ref/`, so that every change of either is seen before it is printed.

use aftershift_document::markdown::plain_text;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::theory::harvard;
use aftershift_tests::pdf::{Pdf, flowing};
use aftershift_tests::picture::Picture;
use aftershift_tests::request::{export, reflection, saving, with};
use aftershift_tests::{World, again, reference, repository};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::LazyLock;
use tempfile::TempDir;

/// The sample, exported once for all of these.
struct Sample {
    pdf: Pdf,
    path: std::path::PathBuf,
    structure: String,
    pages: Vec<String>,
    portfolio: Portfolio,
    hours: Value,
    _folder: TempDir,
}

static SAMPLE: LazyLock<Sample> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.pdf");
    let world = write_sample(&path);
    let pdf = Pdf::at(&path);
    let everything = world.everything();
    Sample {
        structure: pdf.structure(),
        pages: pdf.pages(),
        portfolio: aftershift_app::format::import(everything.as_bytes())
            .unwrap()
            .portfolio,
        hours: world.ask("hours", json!({})),
        pdf,
        path,
        _folder: folder,
    }
});

/// Exports the sample as a program that was started anew would.
fn write_sample(path: &Path) -> World {
    let world = World::with_sample();
    let (pdf, exported) = world.pdf(&serde_json::from_value(export()).unwrap());
    assert_eq!(
        (exported.missing.len(), exported.notices.len()),
        (0, 0),
        "{exported:?}"
    );
    std::fs::write(path, pdf.bytes()).unwrap();
    world
}

/// Text without anything that depends on where a line ends.
fn squashed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{ad}')
        .collect()
}

/// The text of the structure without the names of its parts, squashed.
fn all_said() -> String {
    let lines = SAMPLE.structure.lines();
    let said = lines.filter_map(|line| line.trim_start().split_once(' ').map(|(_, text)| text));
    squashed(&said.collect::<String>())
}

#[track_caller]
fn says(said: &str, text: &str) {
    assert!(said.contains(&squashed(text)), "it does not say {text:?}");
}

#[test]
fn it_is_sound_tagged_and_of_its_author() {
    let pdf = &SAMPLE.pdf;
    pdf.check();
    assert_eq!(pdf.info("Tagged"), "yes");
    assert_eq!(pdf.info("Title"), "Portfolio of learning: Nerys Adomako");
    assert_eq!(pdf.info("Author"), "Nerys Adomako");
    assert_eq!(pdf.info("JavaScript"), "no");
    assert_eq!(pdf.info("Encrypted"), "no");
    assert!(pdf.info("Page size").contains("A4"));
    assert_eq!(pdf.info("Pages"), SAMPLE.pages.len().to_string());
}

#[test]
fn every_font_is_in_it_and_is_one_that_the_program_brings_along() {
    let fonts = SAMPLE.pdf.run("pdffonts", &[], &[]);
    let lines: Vec<_> = fonts.lines().skip(2).collect();
    assert!(lines.len() >= 5, "{fonts}");
    for line in lines {
        assert!(
            line.contains("yes yes yes"),
            "embedded, reduced, with Unicode: {line}"
        );
        // So the pictures in `ref/` are the same wherever they are drawn.
        assert!(line.contains("+NotoS"), "{line}");
    }
}

#[test]
fn the_same_portfolio_gives_the_same_bytes_in_every_process() {
    const NAME: &str = "portfolio_pdf::the_same_portfolio_gives_the_same_bytes_in_every_process";
    if let Some(path) = again::part() {
        write_sample(Path::new(&path));
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (second, third) = (folder.path().join("2.pdf"), folder.path().join("3.pdf"));
    write_sample(&second);
    let other = again::command(NAME, &third).output().unwrap();
    assert!(
        other.status.success(),
        "{}",
        String::from_utf8_lossy(&other.stderr)
    );
    let first = SAMPLE.pdf.bytes();
    assert!(first == std::fs::read(second).unwrap(), "in one process");
    assert!(first == std::fs::read(third).unwrap(), "in another");
}

#[test]
fn every_account_is_in_it_to_the_last_word() {
    let said = all_said();
    assert!(SAMPLE.portfolio.reflections.len() >= 24);
    for account in &SAMPLE.portfolio.reflections {
        says(&said, &account.title);
        for stage in &account.stages {
            for line in plain_text(&stage.text)
                .lines()
                .filter(|line| !line.trim().is_empty())
            {
                // A table is told cell by cell.
                line.split('\t').for_each(|cell| says(&said, cell));
            }
        }
    }
}

#[test]
fn every_piece_of_theory_is_in_it_with_how_it_explains_what_happened() {
    let said = all_said();
    assert!(SAMPLE.portfolio.theory_links.len() >= 24);
    for link in &SAMPLE.portfolio.theory_links {
        says(&said, &link.rationale);
        says(&said, &link.passage);
    }
    for work in &SAMPLE.portfolio.theory {
        let reference: String = harvard(work).into_iter().map(|run| run.text).collect();
        says(&said, &reference);
    }
}

#[test]
fn every_activity_is_in_it_and_the_hours_are_those_of_the_window() {
    let said = all_said();
    for activity in &SAMPLE.portfolio.activities {
        for text in [&activity.title, &activity.what_was_learned] {
            plain_text(text).lines().for_each(|line| says(&said, line));
        }
    }
    let minutes = |value: &Value| {
        let minutes = u32::try_from(value.as_u64().unwrap()).unwrap();
        aftershift_domain::minutes::Minutes(minutes).to_string()
    };
    let (totals, progress) = (&SAMPLE.hours["totals"], &SAMPLE.hours["progress"]);
    // Each under the name that it has on screen and on the command line.
    for (name, figure) in [
        ("Required", &progress["requirement"]["target"]),
        ("Claimed", &totals["claimed"]),
        ("Confirmed", &totals["confirmed"]),
        ("Does not count", &totals["excluded"]),
        ("Expected by today", &progress["expected"]),
        ("Remaining", &progress["remaining"]),
    ] {
        says(&said, &format!("{name} {}", minutes(figure)));
    }
    says(&said, progress["finding"].as_str().unwrap());
}

#[test]
fn each_page_says_whose_it_is_and_which() {
    let all = SAMPLE.pages.len();
    for (number, page) in (1..).zip(&SAMPLE.pages).skip(1) {
        assert!(
            page.contains(&format!("Page {number} of {all}")),
            "page {number}: {page}"
        );
        assert!(page.contains("Nerys Adomako"), "page {number}");
    }
}

#[test]
fn the_contents_give_the_true_page_of_every_heading() {
    let contents = SAMPLE.pdf.contents();
    assert!(contents.len() > 30, "{contents:#?}");
    for line in &contents {
        let page = flowing(&SAMPLE.pages[line.page as usize - 1]);
        assert!(page.contains(&line.title), "{line:?} in {page}");
    }
    for account in &SAMPLE.portfolio.reflections {
        let listed = contents
            .iter()
            .filter(|line| line.title.ends_with(account.title.trim()));
        assert_eq!(listed.count(), 1, "{}", account.title);
    }
}

#[test]
fn bookmarks_lead_to_the_pages_that_the_contents_name() {
    let bookmarks = SAMPLE.pdf.bookmarks();
    for line in SAMPLE.pdf.contents() {
        let found = bookmarks
            .iter()
            .find(|bookmark| flowing(&bookmark.title) == line.title);
        let found = found.unwrap_or_else(|| panic!("{line:?} is no bookmark"));
        assert_eq!(found.page, line.page, "{line:?}");
    }
    assert!(
        bookmarks.len() > SAMPLE.portfolio.activities.len(),
        "every activity has one too"
    );
}

#[test]
fn every_link_leads_to_what_it_says() {
    let links = SAMPLE.pdf.links();
    let mut evidence = 0;
    for link in &links {
        let Ok(to) = &link.to else {
            let address = link.to.as_ref().unwrap_err();
            assert!(address.starts_with("https://"), "{link:?}");
            continue;
        };
        let page = flowing(&SAMPLE.pages[*to as usize - 1]);
        if let Some(number) = link.says.strip_prefix("page\u{a0}") {
            assert_eq!(number.parse::<u32>().unwrap(), *to, "{link:?}");
        } else {
            assert!(page.contains(&flowing(&link.says)), "{link:?} in {page}");
        }
        let is_number = link.says.starts_with(['R', 'A', 'T', 'E'])
            && link.says[1..].bytes().all(|b| b.is_ascii_digit());
        evidence += usize::from(is_number);
    }
    assert!(evidence > 200, "{evidence} of {}", links.len());
}

#[test]
fn the_structure_says_what_it_said() {
    reference::check(
        &repository().join("tests/ref/portfolio.txt"),
        &SAMPLE.structure,
    );
}

#[test]
fn characteristic_pages_look_as_they_did() {
    let contents = SAMPLE.pdf.contents();
    let page_of = |title: &str| {
        let found = contents.iter().find(|line| line.title.ends_with(title));
        found
            .unwrap_or_else(|| panic!("{title} is not in the contents"))
            .page
    };
    for (name, page) in [
        ("cover", 1),
        ("contents", 2),
        ("assessor", page_of("For the assessor")),
        ("hours", page_of("Off-the-job hours")),
        ("log", page_of("Activities and off-the-job log")),
        (
            "account",
            page_of("A score of seven, and who it belongs to"),
        ),
        ("feedback", page_of("Feedback and signatures")),
    ] {
        let kept = repository().join(format!("tests/ref/pages/{name}.png"));
        Picture::of_page(&SAMPLE.path, page, 60).check(&kept);
    }
}

/// The look at pictures must see a word that changed, and not the smoothing of letters.
#[test]
fn another_page_looks_different_and_the_same_page_drawn_otherwise_does_not() {
    let page = |number: u32| Picture::of_page(&SAMPLE.path, number, 60);
    let contents = page(2);
    assert!(!contents.differences(&page(3)).is_empty());
    // What is kept has sixteen shades and not 256.
    assert_eq!(Picture::read(&contents.png()).differences(&contents), []);
    let world = World::with_sample();
    let mut request = world.ask("programme", json!({}));
    request.as_object_mut().unwrap().remove("preview");
    request["learner"]["role"] = json!("Student nurse, second year");
    world.ask("save_programme", request);
    let _ = world.pdf(&serde_json::from_value(export()).unwrap());
    let changed = Picture::of_page(&world.path("out.pdf"), 1, 60);
    assert!(
        !changed.differences(&page(1)).is_empty(),
        "one line of the cover"
    );
}

/// Words of many scripts, marks that combine, signs, and two characters that no font has.
const SCRIPTS: &[&str] = &[
    "Siân",
    "Łukasz",
    "Žižek",
    "Đorđe",
    "İstanbul",
    "Nguyễn",
    "e\u{301}te\u{301}",
    "Αθηνά",
    "Київ",
    "Հայերեն",
    "ქართული",
    "עברית",
    "العربية",
    "हिन्दी",
    "বাংলা",
    "தமிழ்",
    "ไทย",
    "አማርኛ",
    "中文",
    "日本語",
    "한국어",
    "😀",
    "👩🏽‍⚕️",
    "🇬🇧",
    "x²",
    "½",
    "≠",
    "∑",
    "→",
    "☐",
    "♻",
    "“quoted”",
    "fi",
    "ſ",
    "№",
    "\u{378}",
    "\u{10FFFD}",
];

#[test]
fn no_character_of_any_script_is_lost() {
    let world = World::with_portfolio();
    let begun = world.ask("create_reflection", reflection("Scripts", "free"));
    let view = world.ask("reflection", json!({ "id": begun["reflectionId"] }));
    let text = SCRIPTS.join("\n\n");
    let stages = json!([{ "key": "text", "heading": "", "text": text }]);
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stages })),
    );
    let checks = world.ask("check_export", export());
    let (pdf, exported) = world.pdf(&serde_json::from_value(export()).unwrap());
    pdf.check();

    // What no font has is told before and after, and is on the page as a box that can be copied.
    let told = checks["checks"]
        .as_array()
        .unwrap()
        .iter()
        .find(|check| check["code"] == "characters");
    let told = told.unwrap();
    assert_eq!(told["fine"], false);
    for code in ["U+0378", "U+10FFFD"] {
        assert!(told["text"].as_str().unwrap().contains(code), "{told}");
        assert!(
            exported
                .missing
                .iter()
                .any(|missing| missing.starts_with(code)),
            "{exported:?}"
        );
    }
    let said = pdf.text();
    let left: Vec<_> = SCRIPTS
        .iter()
        .filter(|word| !said.contains(**word))
        .collect();
    assert!(left.is_empty(), "{left:?} of {said}");
}
