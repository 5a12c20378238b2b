use super::*;
use crate::NoFiles;
use crate::outline::Block;
use aftershift_domain::activity::ConfirmationState;
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
    let id = aftershift_domain::id::TheoryId::new(id).unwrap();
    Theory {
        kind,
        authors: authors
            .iter()
            .map(|(family, given)| Author {
                family: (*family).into(),
                given: (*given).into(),
            })
            .collect(),
        year: year.into(),
        title: title.into(),
        ..Theory::blank(id, at())
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
            deleted_at: None,
        }],
        activity_links: vec![ActivityLink {
            reflection_id: earlier.id.clone(),
            activity_id: confirmed.id.clone(),
        }],
        confirmations: vec![Confirmation {
            id: ConfirmationId::new("word").unwrap(),
            activity_id: confirmed.id.clone(),
            revision: None,
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
            Block::Register(register) => {
                for group in &register.groups {
                    let sums: Vec<_> = group.figures.iter().map(Text::words).collect();
                    out.push(format!("[{}] {}", group.title, sums.join(" | ")));
                    for entry in &group.entries {
                        let figures = entry.figures.iter().map(Text::words);
                        let when = [entry.when.words(), entry.times.words()];
                        let all: Vec<_> = [entry.number.clone()]
                            .into_iter()
                            .chain(when)
                            .chain([entry.title.words()])
                            .chain(figures)
                            .collect();
                        out.push(all.join(" | "));
                        let texts = entry.texts.iter().flatten();
                        texts.for_each(|block| block_words(block, out));
                        out.push(entry.remarks.words());
                    }
                }
                if let Some(total) = &register.total {
                    let sums: Vec<_> = total.figures.iter().map(Text::words).collect();
                    out.push(format!("{} {}", total.label.words(), sums.join(" | ")));
                }
            }
            Block::Transcript(text) => out.push(text.clone()),
            Block::Markdown(markdown) if markdown.citations.is_empty() => {
                out.push(markdown.source.clone());
            }
            Block::Markdown(markdown) => {
                markdown
                    .blocks()
                    .iter()
                    .for_each(|block| block_words(block, out));
            }
            Block::Note { title, blocks } => {
                out.push(format!("! {}", title.words()));
                blocks.iter().for_each(|block| block_words(block, out));
            }
            Block::Together(blocks) | Block::Leading(blocks) | Block::Whole(blocks) => {
                blocks.iter().for_each(|block| block_words(block, out));
            }
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
    let text = words(&portfolio_document(&portfolio(), &options(), &NoFiles));
    assert!(text.contains("# R1 An earlier one"), "{text}");
    assert!(text.contains("# R2 A later one"), "{text}");
    // The log comes first, and what claims nothing after it.
    assert!(
        text.contains("A1 | Thu 2 Apr | 3 h long | Activity second | 2 h | 2 h | "),
        "{text}"
    );
    assert!(
        text.contains("A2 | Feb 2026 | 3 h long | Activity first"),
        "{text}"
    );
    assert!(
        text.contains("Activity: A1 Activity second, April 2026, page"),
        "{text}"
    );
}

#[test]
fn what_is_in_the_bin_stays_out() {
    assert!(!words(&portfolio_document(&portfolio(), &options(), &NoFiles)).contains("In the bin"));
}

#[test]
fn an_account_says_how_theory_stands_to_it_and_why() {
    let text = words(&portfolio_document(&portfolio(), &options(), &NoFiles));
    assert!(
        text.contains("Challenges: T1 Gibbs (1988), Learning by doing, page"),
        "{text}"
    );
    assert!(text.contains("There was no time for a cycle."), "{text}");
}

#[test]
fn confirmed_and_unconfirmed_time_never_look_alike() {
    let text = words(&portfolio_document(&portfolio(), &options(), &NoFiles));
    let said = "Confirmation recorded by J. Smith (Practice assessor), 9 Apr 2026";
    assert!(text.replace('\u{a0}', " ").contains(said), "{text}");
    assert!(
        text.contains("J. Smith | Practice assessor | 1 | 2 h"),
        "{text}"
    );
    let mut unconfirmed = portfolio();
    unconfirmed.activities[0].state = ConfirmationState::Submitted;
    let text = words(&portfolio_document(&unconfirmed, &options(), &NoFiles));
    let text = text.replace('\u{a0}', " ");
    let earlier = "Submitted, not confirmed yet: changed since an earlier version was confirmed, recorded as \
                   said by J. Smith (Practice assessor), 9 Apr 2026";
    assert!(text.contains(earlier), "{text}");
    assert!(
        !text.contains("Confirmation recorded by") && !text.contains("J. Smith |"),
        "a word on an entry that has changed no longer holds: {text}"
    );
    unconfirmed.confirmations.clear();
    let text = words(&portfolio_document(&unconfirmed, &options(), &NoFiles));
    assert!(text.contains("Submitted, not confirmed yet."), "{text}");
}

#[test]
fn accounts_give_the_month_unless_the_day_is_wanted() {
    let text = words(&portfolio_document(&portfolio(), &options(), &NoFiles));
    assert!(text.contains("March 2026 · 5 words"), "{text}");
    let exact = PortfolioOptions {
        exact_dates: true,
        ..options()
    };
    assert!(
        words(&portfolio_document(&portfolio(), &exact, &NoFiles))
            .contains("2 March 2026 · 5 words")
    );
}

#[test]
fn hours_can_be_left_out() {
    let without = PortfolioOptions {
        hours: false,
        ..options()
    };
    let text = words(&portfolio_document(&portfolio(), &without, &NoFiles));
    assert!(!text.contains("# Off-the-job hours"), "{text}");
    assert!(!text.contains("What is confirmed"), "{text}");
    assert!(text.contains("# Off-the-job log"), "{text}");
}

#[test]
fn a_planned_end_that_has_passed_is_noted_beside_the_hours_and_at_the_entry() {
    let with_end = |end: &str| {
        let mut late = portfolio();
        late.programme.planned_end = Some(end.parse().unwrap());
        // A label stays on one line.
        words(&portfolio_document(&late, &options(), &NoFiles)).replace('\u{a0}', " ")
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
    let all = words(&portfolio_document(&portfolio(), &options(), &NoFiles));
    let text = words(&portfolio_document(&portfolio(), &late, &NoFiles));
    assert!(
        all.contains("Activity second") && !text.contains("Activity second"),
        "{text}"
    );
    assert!(
        text.contains("It begins within November 2026: what happened earlier is left out."),
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
fn a_month_that_begins_within_the_log_sums_up_what_is_listed() {
    let mut portfolio = portfolio();
    portfolio
        .activities
        .push(activity("third", "2026-04-20", Some(90)));
    let from = |day: &str| PortfolioOptions {
        from: Some(day.parse().unwrap()),
        ..options()
    };
    let text = words(&portfolio_document(&portfolio, &options(), &NoFiles));
    assert!(text.contains("[April 2026] 3 h 30 | 2 h | –"), "{text}");
    let text = words(&portfolio_document(
        &portfolio,
        &from("2026-04-10"),
        &NoFiles,
    ));
    assert!(
        text.contains("[April 2026, in part] 1 h 30 | – | –"),
        "{text}"
    );
    assert!(text.contains("In all, 1 entry 1 h 30 | – | –"), "{text}");
}

#[test]
fn time_that_does_not_count_says_why_and_stands_apart() {
    use aftershift_domain::activity::{Category, PaidTime};
    let mut portfolio = portfolio();
    portfolio.activities[0].category = Some(Category::Exam);
    portfolio.activities[0].paid = PaidTime::Compensated;
    portfolio.activities[0].compensation = "A free Friday".into();
    let text = words(&portfolio_document(&portfolio, &options(), &NoFiles));
    assert!(
        text.contains("A1 | Thu 2 Apr | 3 h long | Activity second |  |  | 2 h"),
        "{text}"
    );
    assert!(text.contains("Does not count. Examinations"), "{text}");
    assert!(
        text.contains("Outside paid hours, compensated: A free Friday"),
        "{text}"
    );
    assert!(
        !text.contains("J. Smith | Practice assessor"),
        "nothing that counts is confirmed"
    );
}

#[test]
fn what_the_apprentice_holds_stands_beside_the_answer_and_moves_no_figure() {
    use aftershift_domain::activity::{Category, Disagreement};
    let log = |category, held: Option<Disagreement>| {
        let mut portfolio = portfolio();
        portfolio.activities[0].category = Some(category);
        portfolio.activities[0].disagreement = held;
        words(&portfolio_document(&portfolio, &options(), &NoFiles))
    };
    let held = |counts| {
        let note = " It was taught.\n\nI asked. ".into();
        Some(Disagreement { counts, note })
    };

    let text = log(Category::Exam, held(true));
    let said = "The apprentice holds that it counts. It was taught. I asked.";
    assert!(text.contains(said), "{text}");
    let (answer, rest) = text.split_once("Does not count. Examinations").unwrap();
    assert!(!answer.contains(said) && rest.contains(said), "{text}");
    assert!(
        text.contains("A1 | Thu 2 Apr | 3 h long | Activity second |  |  | 2 h"),
        "{text}"
    );

    let text = log(Category::Theory, held(false));
    assert!(
        text.contains("The apprentice holds that it does not count."),
        "{text}"
    );
    assert!(!log(Category::Theory, None).contains("holds that"));
}

#[test]
fn an_entry_says_when_it_was_recorded_if_that_was_another_day() {
    let mut portfolio = portfolio();
    let recorded = |portfolio: &mut Portfolio, day: &str| {
        let day: NaiveDate = day.parse().unwrap();
        portfolio.activities[0].created_at = day.and_hms_opt(9, 0, 0).unwrap().and_utc();
        words(&portfolio_document(portfolio, &options(), &NoFiles))
    };
    assert!(!recorded(&mut portfolio, "2026-04-02").contains("· recorded"));
    assert!(recorded(&mut portfolio, "2026-04-30").contains("· recorded 30 Apr 2026"));
    assert!(recorded(&mut portfolio, "2026-05-01").contains("· recorded late, 1 May 2026"));
}

#[test]
fn words_that_an_account_tells_are_printed_there_alone() {
    let told = |done: &str, learned: &str, account: &str, linked: bool| {
        let mut portfolio = portfolio();
        portfolio.activities[0].what_was_done = done.into();
        portfolio.activities[0].what_was_learned = learned.into();
        portfolio.reflections[2].stages[0].text = account.into();
        if !linked {
            portfolio.activity_links.clear();
        }
        words(&portfolio_document(&portfolio, &options(), &NoFiles))
    };
    const NOTE: &str = "It was a **long** night. The lift stood still.";
    for account in [
        NOTE,
        "Before.\n\nIt was a **long**\nnight.  The lift stood still.\n\nAfter.",
    ] {
        let text = told(NOTE, "To wait.", account, true);
        assert_eq!(text.matches("The lift stood still").count(), 1, "{text}");
        assert!(text.contains("In the words of account R1, page"), "{text}");
        assert!(text.contains("To wait."), "{text}");
    }
    // What was learned is told once as well.
    let text = told("Nights.", "The lift stood still.", NOTE, true);
    assert_eq!(text.matches("The lift stood still").count(), 1, "{text}");
    // Other words, or an account that is about something else.
    for (account, linked) in [("It was a long night.", true), (NOTE, false)] {
        let text = told(NOTE, "", account, linked);
        assert!(!text.contains("In the words of"), "{text}");
    }
}

fn evidence(
    id: &str,
    name: &str,
    kind: &str,
    size: usize,
) -> aftershift_domain::evidence::Evidence {
    aftershift_domain::evidence::Evidence {
        id: aftershift_domain::id::EvidenceId::new(id).unwrap(),
        file_name: name.into(),
        kind: aftershift_domain::evidence::EvidenceKind::WitnessTestimony,
        alternative_text: String::new(),
        description: "What they saw.".into(),
        media_type: kind.into(),
        sha256: String::new(),
        size: size as u64,
        created_at: Utc.with_ymd_and_hms(2026, 3, 17, 8, 0, 0).unwrap(),
        deleted_at: None,
    }
}

#[test]
fn short_texts_are_printed_and_every_file_that_is_there_is_attached() {
    let mut portfolio = portfolio();
    let long = "word ".repeat(2_000);
    let files: HashMap<String, Vec<u8>> = [
        ("a", b"\xef\xbb\xbfSeen:\tmuch\r\nSigned" as &[u8]),
        ("b", b"\xff\xfe not UTF-8"),
        ("c", long.as_bytes()),
        ("d", b"%PDF-"),
    ]
    .map(|(id, bytes)| (id.to_owned(), bytes.to_vec()))
    .into();
    for (id, kind) in [
        ("a", "text/plain"),
        ("b", "text/plain"),
        ("c", "text/plain"),
        ("d", "application/pdf"),
        ("e", "image/png"),
    ] {
        let size = files.get(id).map_or(3, Vec::len);
        portfolio
            .evidence
            .push(evidence(id, "seen 2026-03-12.txt", kind, size));
    }
    portfolio.evidence[3].deleted_at = Some(at());
    let document = portfolio_document(&portfolio, &options(), &files);
    let text = words(&document);
    assert!(text.contains("Seen:   much\nSigned"), "{text}");
    assert!(
        !text.contains("not UTF-8") && !text.contains("word word"),
        "{text}"
    );
    let attached: Vec<_> = document
        .attachments
        .iter()
        .map(|file| (file.id.as_str(), file.name.as_str()))
        .collect();
    // The last one is not there, and the one before is in the bin.
    assert_eq!(
        attached,
        [
            ("a", "seen 2026-03.txt"),
            ("b", "seen 2026-03 (2).txt"),
            ("c", "seen 2026-03 (3).txt")
        ]
    );
    assert!(
        text.contains("seen 2026-03 (4).txt\nnot attached"),
        "{text}"
    );
    use crate::outline::Moment;
    let march = Moment::Month {
        year: 2026,
        month: 3,
    };
    assert!(
        document
            .attachments
            .iter()
            .all(|file| file.modified == march)
    );
    let exact = PortfolioOptions {
        exact_dates: true,
        ..options()
    };
    let document = portfolio_document(&portfolio, &exact, &files);
    assert_eq!(document.attachments[0].name, "seen 2026-03-12.txt");
    let added = portfolio.evidence[0].created_at;
    assert_eq!(document.attachments[0].modified, Moment::Exact(added));
}

#[test]
fn what_is_confirmed_adds_up() {
    let mut portfolio = portfolio();
    let mut unnamed = activity("unnamed", "2026-05-05", Some(45));
    unnamed.state = ConfirmationState::Confirmed;
    portfolio.activities.push(unnamed);
    let late = PortfolioOptions {
        from: Some("2026-05-01".parse().unwrap()),
        ..options()
    };
    for options in [options(), late] {
        let text = words(&portfolio_document(&portfolio, &options, &NoFiles));
        for row in [
            "J. Smith | Practice assessor | 1 | 2 h",
            "Not named |  | 1 | 45 min",
            "In all |  | 2 | 2 h 45",
        ] {
            assert!(text.contains(row), "{row} in {text}");
        }
        assert!(text.contains("2 h 45 are confirmed"), "{text}");
    }
}

#[test]
fn an_empty_portfolio_is_a_document_as_well() {
    let text = words(&portfolio_document(
        &Portfolio::default(),
        &options(),
        &NoFiles,
    ));
    assert!(text.contains("# For the assessor"), "{text}");
    assert!(text.contains("none"), "{text}");
}

fn cover_of(portfolio: &Portfolio) -> crate::outline::Cover {
    let document = portfolio_document(portfolio, &options(), &NoFiles);
    match document.parts[0].blocks.first() {
        Some(Block::Cover(cover)) => cover.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_cover_asserts_nothing_of_what_was_written() {
    let mut portfolio = Portfolio::default();
    let named = Activity {
        title: "Shift with Mrs Patel".into(),
        ..activity("a1", "2026-03-10", Some(60))
    };
    portfolio.activities.push(named);
    assert_eq!(
        cover_of(&portfolio).closing,
        "Made with Aftershift on 20 November 2026."
    );
}

#[test]
fn only_what_is_short_goes_on_without_new_pages() {
    let following = |activities: usize| {
        let portfolio = Portfolio {
            activities: (0..activities)
                .map(|number| activity(&format!("a{number}"), "2026-03-10", Some(60)))
                .collect(),
            ..Portfolio::default()
        };
        let parts = portfolio_document(&portfolio, &options(), &NoFiles).parts;
        assert!(!parts[0].follows);
        let rest = &parts[1..];
        let followers = rest.iter().filter(|part| part.follows).count();
        (followers == rest.len(), followers)
    };
    assert!(following(1).0);
    assert!(following(12).0);
    assert_eq!(following(13).1, 0);
}

/// A portfolio of two accounts that cite works of theory.
fn citing() -> Portfolio {
    let mut portfolio = Portfolio::default();
    let three = [("Rolfe", "G."), ("Freshwater", "D."), ("Jasper", "M.")];
    for (key, people, year, title) in [
        (
            "gibbs1988",
            &[("Gibbs", "G.")][..],
            "1988",
            "Learning by doing",
        ),
        ("rolfe2001", &three[..], "2001", "Critical reflection"),
        ("moon", &[("Moon", "J.")][..], "", "Learning journals"),
    ] {
        let mut work = work(key, TheoryKind::Book, people, year, title);
        work.cite_key = key.into();
        portfolio.theory.push(work);
    }
    for (id, text) in [
        (
            "one",
            "As @rolfe2001 [p. 3] say. [@gibbs1988; @rolfe2001] and [@nobody].",
        ),
        ("two", "Nothing is cited, but me@example.org is written to."),
    ] {
        let mut account = reflection(id, id, "2026-03-01");
        account.stages[0].text = text.into();
        portfolio.reflections.push(account);
    }
    portfolio
}

#[test]
fn what_accounts_cite_is_set_and_listed() {
    let text = words(&portfolio_document(&citing(), &options(), &NoFiles));
    for line in [
        "As Rolfe, Freshwater and Jasper (2001, p. 3) say. (Gibbs, 1988; Rolfe, Freshwater and Jasper, 2001) \
         and [@nobody].",
        "T1\u{a0} Gibbs, G. (1988) Learning by doing. Used in R1.",
        "T2\u{a0} Moon, J. (no date) Learning journals.",
        "me@example.org is written to.",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    // Once at the end of the account, and once in the list of all.
    assert_eq!(
        text.matches("Jasper, M. (2001) Critical reflection.")
            .count(),
        2,
        "{text}"
    );
    assert_eq!(text.matches("Moon, J. (no date)").count(), 1, "{text}");
}

#[test]
fn numbers_go_by_the_first_citation_and_lead_to_the_list() {
    let options = PortfolioOptions {
        style: Style::named(crate::citation::Named::Vancouver),
        ..options()
    };
    let document = portfolio_document(&citing(), &options, &NoFiles);
    let text = words(&document);
    for line in [
        "As Rolfe G, Freshwater D, Jasper M (1) say. (1,2) and [@nobody].",
        "T1\u{a0} 1.\u{a0} Rolfe G, Freshwater D, Jasper M. Critical reflection. 2001.",
        "T2\u{a0} 2.\u{a0} Gibbs G.",
        "T3\u{a0} 3.\u{a0} Moon J.",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let texts = document.parts.iter().flat_map(|part| &part.blocks);
    let cited = texts.filter_map(|block| match block {
        Block::Markdown(markdown) => Some(markdown.citations.concat()),
        _ => None,
    });
    let anchors: Vec<_> = cited.flatten().filter_map(|piece| piece.anchor).collect();
    assert_eq!(anchors, ["T1", "T1", "T1", "T2"]);
}

#[test]
fn practice_stands_beside_theory_with_every_gap_by_number() {
    let benner = work("t1", TheoryKind::Book, &[("Benner", "P")], "1984", "Novice");
    let gibbs = work(
        "t2",
        TheoryKind::Book,
        &[("Gibbs", "G")],
        "1988",
        "Learning",
    );
    let (first, second) = (
        reflection("r1", "Night", "2026-03-02"),
        reflection("r2", "Day", "2026-05-02"),
    );
    let link = TheoryLink {
        id: aftershift_domain::id::TheoryLinkId::new("l1").unwrap(),
        reflection_id: first.id.clone(),
        theory_id: benner.id.clone(),
        relation: TheoryRelation::Applies,
        rationale: "I waited.".into(),
        passage: String::new(),
        deleted_at: None,
    };
    let portfolio = Portfolio {
        theory: vec![benner, gibbs],
        reflections: vec![
            first,
            second,
            reflection("r3", "Dusk", "2026-06-02"),
            reflection("r4", "Dawn", "2026-06-09"),
        ],
        theory_links: vec![link],
        ..Portfolio::default()
    };
    let text = words(&portfolio_document(&portfolio, &options(), &NoFiles));
    for expected in [
        "1 of 2 works has never met practice; 3 of 4 accounts draw on no theory.",
        "Theory not yet applied: T2",
        "Accounts without theory: R2, R3, R4",
        "Activities written about without theory: None",
        "Authors drawn on most: Benner, P. in 1 account",
        "T1 Benner (1984) |  | R1",
        "T2 Gibbs (1988) |  | never",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    let portfolio = Portfolio {
        theory: Vec::new(),
        theory_links: Vec::new(),
        ..portfolio
    };
    let text = words(&portfolio_document(&portfolio, &options(), &NoFiles));
    assert!(
        !text.contains("# Practice and theory"),
        "nothing to compare"
    );
}
