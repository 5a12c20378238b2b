use super::*;
use crate::outline::Block;
use aftershift_domain::minutes::Minutes;
use aftershift_domain::theory::{Author, TheoryKind, TheoryRelation};
use chrono::TimeZone;

fn options() -> PortfolioOptions {
    let created = Utc
        .with_ymd_and_hms(2026, 11, 20, 9, 0, 0)
        .single()
        .unwrap_or_default();
    PortfolioOptions::new("2026-11-20".parse().unwrap(), created)
}

fn at() -> DateTime<Utc> {
    DateTime::default()
}

fn activity(id: &str, day: &str, claimed: Option<u32>) -> Activity {
    use aftershift_domain::activity::{Category, DeliveredBy, PaidTime, Place};
    Activity {
        id: aftershift_domain::id::ActivityId::new(id).unwrap(),
        title: format!("Activity {id}"),
        done_on: day.parse().unwrap(),
        started_at: None,
        ended_at: None,
        duration: Some(Minutes(180)),
        off_the_job: claimed.map(Minutes),
        category: Some(Category::Simulation),
        what_was_done: "Practised *cannulation* on a model arm.".into(),
        what_was_learned: "To wait after the first flush.".into(),
        paid: PaidTime::Paid,
        compensation: String::new(),
        delivered_by: "Skills tutor".into(),
        delivered_by_kind: DeliveredBy::Provider,
        place: Place::Campus,
        criteria: vec!["K3".into()],
        tags: Vec::new(),
        disagreement: None,
        state: ConfirmationState::Draft,
        created_at: at(),
        changed_at: at(),
        deleted_at: None,
    }
}

fn work(id: &str, kind: TheoryKind, authors: &[(&str, &str)], year: &str, title: &str) -> Theory {
    Theory {
        id: aftershift_domain::id::TheoryId::new(id).unwrap(),
        cite_key: String::new(),
        kind,
        authors: authors
            .iter()
            .map(|(family, given)| Author {
                family: (*family).into(),
                given: (*given).into(),
            })
            .collect(),
        corporate_author: String::new(),
        year: year.into(),
        title: title.into(),
        container: String::new(),
        editors: Vec::new(),
        edition: String::new(),
        volume: String::new(),
        issue: String::new(),
        pages: String::new(),
        publisher: String::new(),
        place: String::new(),
        doi: String::new(),
        url: String::new(),
        accessed_on: None,
        key_idea: String::new(),
        quotation: String::new(),
        quotation_page: String::new(),
        module: String::new(),
        tags: Vec::new(),
        created_at: at(),
        changed_at: at(),
        deleted_at: None,
    }
}

fn reflection(id: &str, title: &str, day: &str) -> Reflection {
    use aftershift_domain::reflection::{ReflectionState, StageText};
    Reflection {
        id: aftershift_domain::id::ReflectionId::new(id).unwrap(),
        title: title.into(),
        happened_on: Some(day.parse().unwrap()),
        model: "gibbs".into(),
        stages: vec![StageText {
            key: "description".into(),
            heading: "Description".into(),
            text: "It was a **long** night.".into(),
        }],
        state: ReflectionState::Finished,
        module: String::new(),
        revision: 1,
        created_at: at(),
        changed_at: at(),
        deleted_at: None,
    }
}

fn portfolio() -> Portfolio {
    use aftershift_domain::id::{ConfirmationId, TheoryLinkId};
    use aftershift_domain::reflection::ActivityLink;
    let later = reflection("later", "A later one", "2026-06-03");
    let earlier = reflection("earlier", "An earlier one", "2026-03-02");
    let mut binned = reflection("binned", "In the bin", "2026-01-01");
    binned.deleted_at = Some(at());
    let mut confirmed = activity("second", "2026-04-02", Some(120));
    confirmed.state = ConfirmationState::Confirmed;
    let theory = work(
        "gibbs",
        TheoryKind::Book,
        &[("Gibbs", "G.")],
        "1988",
        "Learning by doing",
    );
    let mut portfolio = Portfolio {
        theory_links: vec![TheoryLink {
            id: TheoryLinkId::new("link").unwrap(),
            reflection_id: earlier.id.clone(),
            theory_id: theory.id.clone(),
            relation: TheoryRelation::Challenges,
            rationale: "There was no time for a cycle.".into(),
            passage: "a long night".into(),
        }],
        activity_links: vec![ActivityLink {
            reflection_id: earlier.id.clone(),
            activity_id: confirmed.id.clone(),
        }],
        confirmations: vec![Confirmation {
            id: ConfirmationId::new("word").unwrap(),
            activity_id: confirmed.id.clone(),
            decision: ConfirmationState::Confirmed,
            name: "J. Smith".into(),
            role: "Practice assessor".into(),
            decided_on: "2026-04-09".parse().unwrap(),
            comment: String::new(),
            recorded_at: at(),
        }],
        reflections: vec![later, binned, earlier],
        activities: vec![confirmed, activity("first", "2026-02-02", None)],
        theory: vec![theory],
        ..Portfolio::default()
    };
    portfolio.learner.name = "Rowan Ashdown".into();
    portfolio.programme.title = "Nursing associate".into();
    portfolio.programme.original_start = "2025-09-01".parse().ok();
    portfolio.programme.planned_end = "2027-08-31".parse().ok();
    portfolio.programme.plan_hours = Some(Minutes::from_hours(390));
    portfolio
}

/// All words of a document, block by block.
fn words(document: &Document) -> String {
    fn block_words(block: &Block, out: &mut Vec<String>) {
        match block {
            Block::Heading(heading) => {
                let number = heading.number.iter().map(|number| format!("{number} "));
                out.push(format!(
                    "# {}{}",
                    number.collect::<String>(),
                    heading.text.words()
                ));
            }
            Block::Paragraph(paragraph) => out.push(paragraph.text.words()),
            Block::Definitions(rows) => {
                out.extend(
                    rows.iter()
                        .map(|(a, b)| format!("{}: {}", a.words(), b.words())),
                );
            }
            Block::Table(table) => out.extend(table.rows.iter().map(|row| {
                row.cells
                    .iter()
                    .map(Text::words)
                    .collect::<Vec<_>>()
                    .join(" | ")
            })),
            Block::Markdown(markdown) => out.push(markdown.source.clone()),
            Block::Note { title, blocks } => {
                out.push(format!("! {}", title.words()));
                blocks.iter().for_each(|block| block_words(block, out));
            }
            Block::Together(blocks) => blocks.iter().for_each(|block| block_words(block, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    let blocks = document.parts.iter().flat_map(|part| &part.blocks);
    blocks.for_each(|block| block_words(block, &mut out));
    out.join("\n")
}

#[test]
fn everything_is_numbered_in_the_order_of_the_document() {
    let text = words(&portfolio_document(&portfolio(), &options()));
    assert!(text.contains("# R1 An earlier one"), "{text}");
    assert!(text.contains("# R2 A later one"), "{text}");
    assert!(text.contains("A1 | 2 Feb | Activity first"), "{text}");
    assert!(
        text.contains("Activity: A2 Activity second, April 2026, page"),
        "{text}"
    );
}

#[test]
fn what_is_in_the_bin_stays_out() {
    assert!(!words(&portfolio_document(&portfolio(), &options())).contains("In the bin"));
}

#[test]
fn an_account_says_how_theory_stands_to_it_and_why() {
    let text = words(&portfolio_document(&portfolio(), &options()));
    assert!(
        text.contains("Challenges: T1 Gibbs (1988), Learning by doing, page"),
        "{text}"
    );
    assert!(text.contains("There was no time for a cycle."), "{text}");
}

#[test]
fn confirmed_and_unconfirmed_time_never_look_alike() {
    let text = words(&portfolio_document(&portfolio(), &options()));
    assert!(text.contains("confirmation recorded by J. Smith (Practice assessor), 9 April 2026"));
    assert!(
        text.contains("J. Smith | Practice assessor | 1 | 2 h"),
        "{text}"
    );
    let mut unconfirmed = portfolio();
    unconfirmed.activities[0].state = ConfirmationState::Submitted;
    let text = words(&portfolio_document(&unconfirmed, &options()));
    assert!(text.contains("not confirmed yet: submitted"), "{text}");
    assert!(
        !text.contains("J. Smith"),
        "a word on an entry that has changed no longer holds"
    );
}

#[test]
fn accounts_give_the_month_unless_the_day_is_wanted() {
    let text = words(&portfolio_document(&portfolio(), &options()));
    assert!(text.contains("March 2026 · 5 words"), "{text}");
    let exact = PortfolioOptions {
        exact_dates: true,
        ..options()
    };
    assert!(words(&portfolio_document(&portfolio(), &exact)).contains("2 March 2026 · 5 words"));
}

#[test]
fn hours_can_be_left_out() {
    let without = PortfolioOptions {
        hours: false,
        ..options()
    };
    let text = words(&portfolio_document(&portfolio(), &without));
    assert!(!text.contains("# Off-the-job hours"), "{text}");
    assert!(!text.contains("What is confirmed"), "{text}");
    assert!(text.contains("# Activities and off-the-job log"), "{text}");
}

#[test]
fn a_planned_end_that_has_passed_is_noted_beside_the_hours_and_at_the_entry() {
    let with_end = |end: &str| {
        let mut late = portfolio();
        late.programme.planned_end = Some(end.parse().unwrap());
        words(&portfolio_document(&late, &options()))
    };
    let text = with_end("2026-03-31");
    assert!(text.contains("! The planned end has passed"), "{text}");
    assert!(text.contains("tell your provider"), "{text}");
    assert!(
        text.contains("after the planned end: 31 Mar 2026"),
        "{text}"
    );
    assert!(!with_end("2026-11-20").contains("planned end has passed"));
}

#[test]
fn what_is_left_out_of_the_log_still_counts() {
    let late = PortfolioOptions {
        from: Some("2026-11-19".parse().unwrap()),
        ..options()
    };
    let all = words(&portfolio_document(&portfolio(), &options()));
    let text = words(&portfolio_document(&portfolio(), &late));
    assert!(
        all.contains("Activity second") && !text.contains("Activity second"),
        "{text}"
    );
    assert!(
        text.contains("before 19 November 2026 is left out"),
        "{text}"
    );
    let claimed = |text: &str| {
        let line = text
            .lines()
            .find(|line| line.contains("of off-the-job time that are claimed"));
        line.map(str::to_owned)
    };
    assert_eq!(
        claimed(&text),
        claimed(&all),
        "the hours are those of the whole programme"
    );
    assert!(claimed(&text).is_some());
}

#[test]
fn an_empty_portfolio_is_a_document_as_well() {
    let text = words(&portfolio_document(&Portfolio::default(), &options()));
    assert!(text.contains("# For the assessor"), "{text}");
    assert!(text.contains("none"), "{text}");
}

#[track_caller]
fn check_reference(work: &Theory, expected: &str) {
    assert_eq!(reference(work).words(), expected);
}

#[test]
fn references_follow_the_harvard_style() {
    let mut book = work(
        "b",
        TheoryKind::Book,
        &[("Gibbs", "G.")],
        "1988",
        "Learning by doing: a guide to teaching and learning methods",
    );
    book.place = "Oxford".into();
    book.publisher = "Further Education Unit, Oxford Polytechnic".into();
    check_reference(
        &book,
        "Gibbs, G. (1988) Learning by doing: a guide to teaching and learning methods. Oxford: \
         Further Education Unit, Oxford Polytechnic.",
    );
    let mut article = work(
        "a",
        TheoryKind::Article,
        &[("Atkins", "S."), ("Murphy", "K.")],
        "1993",
        "Reflection: a review of the literature",
    );
    article.container = "Journal of Advanced Nursing".into();
    article.volume = "18".into();
    article.issue = "8".into();
    article.pages = "1188-1192".into();
    check_reference(
        &article,
        "Atkins, S. and Murphy, K. (1993) ‘Reflection: a review of the literature’, Journal of \
         Advanced Nursing, 18(8), pp. 1188–1192.",
    );
    let mut page = work("w", TheoryKind::WebPage, &[], "2018", "The Code");
    page.corporate_author = "Nursing and Midwifery Council".into();
    page.url = "https://www.nmc.org.uk/standards/code/".into();
    page.accessed_on = "2026-03-01".parse().ok();
    check_reference(
        &page,
        "Nursing and Midwifery Council (2018) The Code. Available at: \
         https://www.nmc.org.uk/standards/code/ (Accessed: 1 March 2026).",
    );
    let three = [("Rolfe", "G."), ("Freshwater", "D."), ("Jasper", "M.")];
    let rolfe = work("r", TheoryKind::Book, &three, "2001", "Critical reflection");
    assert_eq!(citation(&rolfe), "Rolfe, Freshwater and Jasper (2001)");
}
