//! A single account as it is handed in: few pages, and none of them nearly empty.

use aftershift_tests::World;
use aftershift_tests::pdf::{Pdf, flowing};
use aftershift_tests::request::export;
use serde_json::{Value, json};

/// An account of the sample with its activity and one work that it draws on, as a portfolio of its own.
fn single(account: &str) -> Value {
    let mut whole: Value = serde_json::from_str(&World::with_sample().everything()).unwrap();
    let portfolio = &mut whole["portfolio"];
    let mut about = portfolio["activityLinks"].as_array().unwrap().iter();
    let about = about.find(|link| link["reflectionId"] == account);
    let activity = about.unwrap()["activityId"].clone();
    let mut links = portfolio["theoryLinks"].as_array().unwrap().iter();
    let link = links.find(|link| link["reflectionId"] == account);
    let link = link.unwrap().clone();
    for (list, field, value) in [
        ("reflections", "id", json!(account)),
        ("activities", "id", activity.clone()),
        ("theoryLinks", "id", link["id"].clone()),
        ("theory", "id", link["theoryId"].clone()),
        ("activityLinks", "reflectionId", json!(account)),
        ("activityLinks", "activityId", activity.clone()),
        ("confirmations", "activityId", activity.clone()),
        ("activityRevisions", "activityId", activity),
    ] {
        let list = portfolio[list].as_array_mut().unwrap();
        list.retain(|it| it[field] == value);
    }
    for list in [
        "revisions",
        "criterionLinks",
        "evidence",
        "evidenceLinks",
        "opportunities",
        "actions",
        "feedback",
        "recurrences",
        "recurrenceAnswers",
        "unfinished",
    ] {
        portfolio[list] = json!([]);
    }
    whole["files"] = json!([]);
    whole
}

/// The account as a PDF.
fn printed(world: &World, account: &str) -> Pdf {
    let path = world.path("single.json");
    std::fs::write(&path, single(account).to_string()).unwrap();
    world.app.import_portfolio(&path).unwrap();
    let (pdf, _) = world.pdf(&serde_json::from_value(export()).unwrap());
    pdf
}

/// How far down each page there are words, as a part of its height; the foot does not count.
fn reach(pdf: &Pdf) -> Vec<f64> {
    let boxes = pdf.run("pdftotext", &["-bbox"], &["-"]);
    let lowest = |page: &str| {
        let words = page.lines().filter(|line| line.contains("<word "));
        let ends = words.filter_map(|word| word.split("yMax=\"").nth(1)?.split('"').next());
        ends.filter_map(|end| end.parse::<f64>().ok())
            .map(|end| end / 842.0)
            .filter(|end| *end < 0.92)
            .fold(0.0, f64::max)
    };
    boxes.split("<page ").skip(1).map(lowest).collect()
}

#[test]
fn a_single_account_takes_few_pages_and_fills_them() {
    let world = World::with_portfolio();
    let pdf = printed(&world, "r-05");
    pdf.check();
    let pages = pdf.pages();
    assert!((4..=9).contains(&pages.len()), "{} pages", pages.len());
    let reach = reach(&pdf);
    for (number, end) in (1..).zip(&reach).take(reach.len() - 1) {
        // What is to be written on has lines in the place of words.
        if pages[number - 1].contains("From the assessor") {
            continue;
        }
        assert!(*end > 0.6, "page {number} ends at {end:.2}: {reach:.2?}");
    }
    // What an assessor looks for is all there, and nothing that is signed is apart from the rest.
    let all = pages.join("\n");
    for heading in [
        "For the assessor",
        "Learner and programme",
        "Off-the-job hours",
        "Off-the-job log",
        "Reflective accounts",
        "References",
        "Feedback",
    ] {
        assert!(all.contains(heading), "{heading}");
    }
    let signing = pages.iter().filter(|page| {
        [
            "By the apprentice",
            "For the employer",
            "By the assessor",
            "For the provider",
        ]
        .iter()
        .any(|heading| page.contains(heading))
    });
    assert_eq!(signing.count(), 1, "all signatures on one page");
}

#[test]
fn what_a_single_account_refers_to_is_where_it_says() {
    let world = World::with_portfolio();
    let pdf = printed(&world, "r-05");
    let pages = pdf.pages();
    let bookmarks = pdf.bookmarks();
    assert!(bookmarks.len() > 8, "{bookmarks:?}");
    for line in bookmarks {
        let page = flowing(&pages[line.page as usize - 1]);
        assert!(page.contains(&flowing(&line.title)), "{line:?} in {page}");
    }
    for link in pdf.links() {
        let Ok(to) = link.to else { continue };
        if let Some(number) = link.says.strip_prefix("page\u{a0}") {
            assert_eq!(number.parse::<u32>().unwrap(), to, "{:?}", link.says);
        }
    }
}
