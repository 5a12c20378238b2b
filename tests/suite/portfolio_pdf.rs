//! The sample as it is handed in, read back with other people's programs. What it says and how it looks is kept
//! in `ref/`, so that every change of either is seen before it is printed.

use aftershift_document::citation::{Citations, Style};
use aftershift_document::markdown::plain_text;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::theory::{Theory, plain};
use aftershift_tests::pdf::{Pdf, flowing};
use aftershift_tests::picture::Picture;
use aftershift_tests::request::{activity, export, reflection, saving, with};
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
        hours: world.ask("hours_room", json!({}))["hours"].clone(),
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
    let works: Vec<&Theory> = SAMPLE.portfolio.theory.iter().collect();
    let style = Style::default();
    for reference in Citations::new(&style, &works).references() {
        says(&said, &plain(&reference.runs));
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
    assert!(evidence > 120, "{evidence} of {}", links.len());
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
        ("log", page_of("Off-the-job log")),
        ("activities", page_of("Other activities")),
        (
            "account",
            page_of("A score of seven, and who it belongs to"),
        ),
        ("files", page_of("Files")),
        ("texts", page_of("Short texts, as they are")),
        ("feedback", page_of("Feedback")),
        ("signatures", page_of("Declaration and signatures")),
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
    request["learner"]["role"] = json!("");
    world.ask("save_programme", request);
    let _ = world.pdf(&serde_json::from_value(export()).unwrap());
    let changed = Picture::of_page(&world.path("out.pdf"), 1, 60);
    assert!(
        !changed.differences(&page(1)).is_empty(),
        "one line of the cover is gone"
    );
}

/// The pages of one part, by what stands at their head.
fn pages_of<'a>(pages: &'a [String], part: &str) -> Vec<&'a str> {
    let of_part = |page: &&String| {
        let head = page.lines().find(|line| !line.trim().is_empty());
        head.is_some_and(|head| head.trim_start().starts_with(part))
    };
    pages.iter().filter(of_part).map(String::as_str).collect()
}

#[test]
fn the_log_is_a_register_of_many_entries_to_the_page() {
    let log = pages_of(&SAMPLE.pages, "Off-the-job log");
    let activities = &SAMPLE.portfolio.activities;
    let claimed = activities.iter().filter(|it| it.off_the_job.is_some());
    let entries = claimed.count();
    assert!(entries > 100 && !log.is_empty());
    assert!(entries >= 7 * log.len(), "{entries} on {} pages", log.len());
    for page in &log {
        assert!(
            page.contains("Claimed") && page.contains("What was newly learned"),
            "{page}"
        );
    }
}

/// Everything that one entry must say, in the order of the structure.
#[test]
fn an_entry_of_the_log_holds_all_that_an_auditor_looks_for() {
    let said = all_said();
    for activity in &SAMPLE.portfolio.activities {
        let Some(claimed) = activity.off_the_job else {
            continue;
        };
        says(&said, &plain_text(&activity.what_was_done));
        says(&said, &claimed.to_string());
        let (from, to) = (activity.started_at, activity.ended_at);
        for time in from.iter().chain(&to) {
            says(&said, &time.format("%H:%M").to_string());
        }
        says(&said, activity.category.unwrap().label());
        says(&said, &activity.delivered_by);
        says(&said, &activity.criteria.join(", "));
        says(&said, &activity.compensation);
        says(&said, &activity.done_on.format("%a %-d %b").to_string());
    }
    for word in &SAMPLE.portfolio.confirmations {
        let on = word.decided_on.format("%-d %b %Y");
        let role = word.role.trim();
        says(&said, &format!("{} ({role}), {on}", word.name));
        says(&said, &word.comment);
    }
}

/// Days as they are written, such as 3 March 2026, 3 Mar, 2026-03-03 and 3/3/2026.
fn days_in(text: &str) -> Vec<String> {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let is_day = |word: &str| {
        let number = word
            .trim_start_matches(['(', '“', '‘'])
            .trim_end_matches(char::is_alphabetic);
        number
            .parse::<u32>()
            .is_ok_and(|day| (1..=31).contains(&day))
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let month = MONTHS.iter().any(|month| bare.starts_with(month));
        if month && place > 0 && is_day(words[place - 1]) {
            let year = words.get(place + 1).copied().unwrap_or_default();
            let year: String = year.chars().take_while(char::is_ascii_digit).collect();
            found.push(
                format!("{} {bare} {year}", words[place - 1])
                    .trim()
                    .to_owned(),
            );
        }
        let numbers: Vec<&str> = bare.split(['-', '/', '.']).collect();
        if numbers.len() == 3 && numbers.iter().all(|it| it.parse::<u32>().is_ok()) {
            found.push(bare.to_owned());
        }
    }
    found
}

#[test]
fn days_are_seen_however_they_are_written() {
    let text = "On 3 March 2026, 4th Mar, 2026-03-05 and 6/3/26; level 3, March 2026, 3 marks.";
    assert_eq!(
        days_in(text),
        ["3 March 2026", "4th Mar 2026", "2026-03-05", "6/3/26"]
    );
}

/// With days as months, an exact day stands nowhere but where hours are counted: in the log, and with the
/// dates of the programme in how the figure is found. The day of the export is no day of practice, and
/// neither is that on which a page of the web was read.
#[test]
fn where_days_are_coarse_only_the_log_is_exact() {
    let hours = ["Off-the-job log", "Off-the-job hours"];
    let mut searched = 0;
    for page in &SAMPLE.pages {
        let head = page.lines().find(|line| !line.trim().is_empty()).unwrap();
        if hours.iter().any(|part| head.trim_start().starts_with(part)) {
            continue;
        }
        searched += 1;
        let page = flowing(page).replace("(Accessed: 11 February 2025)", "");
        let days: Vec<_> = days_in(&page)
            .into_iter()
            .filter(|day| !day.starts_with("19 November 2026"))
            .collect();
        assert_eq!(days, [""; 0], "{page}");
    }
    assert!(searched > 40);
    let log = pages_of(&SAMPLE.pages, "Off-the-job log").concat();
    assert!(
        log.contains("Tue 4 Feb") && log.contains("10 Feb 2025"),
        "{log}"
    );

    // What is not on the pages: bookmarks, what is known of the document and of its files.
    for bookmark in SAMPLE.pdf.bookmarks() {
        assert_eq!(days_in(&bookmark.title), [""; 0]);
    }
    let attached = SAMPLE
        .pdf
        .run("qpdf", &["--list-attachments", "--verbose"], &[]);
    assert!(attached.contains("D:202506"), "{attached}");
    for file in &SAMPLE.portfolio.evidence {
        let added = file.created_at.format("%Y%m%d").to_string();
        assert!(!attached.contains(&added), "{attached}");
    }
}

#[test]
fn an_activity_without_a_claim_gives_its_day_only_where_days_are_exact() {
    let world = World::with_portfolio();
    world.ask("save_activity", activity("A long shift", "2026-02-17"));
    let page = |coarse: bool| {
        let (pdf, _) = world.pdf(
            &serde_json::from_value(with(export(), json!({ "coarseDates": coarse }))).unwrap(),
        );
        pdf.check();
        flowing(&pdf.text())
    };
    let (coarse, exact) = (page(true), page(false));
    assert!(
        coarse.contains("A long shift") && coarse.contains("Feb 2026"),
        "{coarse}"
    );
    assert!(!coarse.contains("17 Feb"), "{coarse}");
    assert!(exact.contains("17 Feb 2026"), "{exact}");
}

#[test]
fn a_note_that_became_an_account_is_printed_once_and_led_to() {
    const NOTE: &str = "The lift was out of order, so we carried the samples down by the stairs. I forgot \
        the form and went back for it.";
    let world = World::with_portfolio();
    world.ask("save_capture", json!({ "text": NOTE }));
    let begun = world.ask("write_about_capture", json!({}));
    let id = &begun["reflectionId"];
    let view = world.ask("reflection", json!({ "id": id }));
    let mut stages = view["reflection"]["stages"].clone();
    let text = format!("Before that, little.\n\n{NOTE}\n\nI know now to look at the form first.");
    stages[0]["text"] = json!(text);
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stages })),
    );
    let (pdf, _) = world.pdf(&serde_json::from_value(export()).unwrap());
    let said = flowing(&pdf.text());
    assert_eq!(said.matches("went back for it").count(), 1, "{said}");
    let links = pdf.links();
    let account = links.iter().filter(|link| link.says == "R1");
    assert!(
        account.count() >= 2,
        "where it was done, and in the remarks: {links:?}"
    );
    let page = links
        .iter()
        .rfind(|link| link.says.starts_with("page\u{a0}"));
    assert!(page.is_some(), "{links:?}");
    assert!(said.contains("In the words of account R1, page"), "{said}");

    // Without the account, the activity says it itself.
    let finished = with(export(), json!({ "drafts": false }));
    let (pdf, _) = world.pdf(&serde_json::from_value(finished).unwrap());
    let said = flowing(&pdf.text());
    assert_eq!(said.matches("went back for it").count(), 1, "{said}");
    assert!(!said.contains("In the words of account"), "{said}");
}

/// The attached files as poppler takes them out, without the data that the pages were made from.
fn taken_out(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Pdf::at(path).attached();
    files.retain(|(name, _)| name != "portfolio.json");
    files
}

#[test]
fn every_listed_file_can_be_taken_out_again_as_it_was() {
    let files = taken_out(&SAMPLE.path);
    let kept = repository().join("src-tauri/app/sample/files");
    assert_eq!(files.len(), SAMPLE.portfolio.evidence.len());
    for file in &SAMPLE.portfolio.evidence {
        let found = files.iter().find(|(name, _)| *name == file.file_name);
        let (_, bytes) = found.unwrap_or_else(|| panic!("{}", file.file_name));
        assert!(*bytes == std::fs::read(kept.join(&file.file_name)).unwrap());
        says(&all_said(), &file.file_name);
    }
    let structure = SAMPLE.pdf.run("pdfinfo", &["-struct"], &[]);
    assert_eq!(
        structure.matches("Annot").count(),
        files.len(),
        "each is opened from the list"
    );
    let listed = SAMPLE
        .pdf
        .run("qpdf", &["--list-attachments", "--verbose"], &[]);
    for word in [
        "Written by the diabetes specialist nurse",
        "text/plain",
        "image/png",
    ] {
        assert!(listed.contains(word), "{word} in {listed}");
    }
    // What can be read is also printed.
    says(
        &all_said(),
        "You taught best in the moments when you were also busy.",
    );
}

#[test]
fn what_is_left_out_is_not_attached() {
    let world = World::with_portfolio();
    let picture = |name: &str| {
        let base64 = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";
        let request = json!({ "fileName": name, "alternativeText": "A chart", "base64": base64 });
        world.ask("add_evidence", request)["id"].clone()
    };
    let alone = "IMG_20260309_101500.png";
    let belongs = picture(alone);
    let lesson = world.ask("save_activity", activity("Lecture", "2026-03-09"));
    let link = json!({ "activityId": lesson["activity"]["id"], "evidenceId": belongs });
    world.ask("link_evidence", link);
    // No text shows it and no activity has it.
    picture("taken-out.png");
    let shown = picture("draft.png");
    let begun = world.ask("create_reflection", reflection("A draft", "free"));
    let view = world.ask("reflection", json!({ "id": begun["reflectionId"] }));
    let text = format!("![Chart](attachment:{})", shown.as_str().unwrap());
    let stages = json!([{ "key": "text", "heading": "", "text": text }]);
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stages })),
    );
    let names = |changes: Value| -> Vec<String> {
        let options = serde_json::from_value(with(export(), changes)).unwrap();
        let (pdf, _) = world.pdf(&options);
        pdf.check();
        let files = taken_out(&world.path("out.pdf"));
        files.into_iter().map(|(name, _)| name).collect()
    };
    // A file is as coarse in its name as everything else.
    let coarse = "IMG_2026-03_101500.png";
    assert_eq!(names(json!({})), [coarse, "draft.png"]);
    assert_eq!(names(json!({ "coarseDates": false })), [alone, "draft.png"]);
    assert_eq!(
        names(json!({ "drafts": false })),
        [coarse],
        "a draft takes its picture along"
    );
    assert_eq!(
        names(json!({ "to": "2026-03-01" })),
        [""; 0],
        "nothing was there by then"
    );
}

#[test]
fn all_is_signed_on_the_page_that_says_what_for() {
    let last = SAMPLE.pages.last().unwrap();
    assert!(last.contains("Declaration and signatures"), "{last}");
    assert!(last.contains("tell of my own practice"), "{last}");
    assert_eq!(last.matches("Date").count(), 4, "{last}");
}

#[test]
fn no_page_ends_almost_as_soon_as_it_begins() {
    for page in &SAMPLE.pages[1..] {
        let lines = page.lines().filter(|line| !line.trim().is_empty());
        // The head and the foot are two of them.
        assert!(lines.count() >= 8, "{page}");
    }
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
