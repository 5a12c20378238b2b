use super::*;
use crate::markdown::{self, citations};
use aftershift_domain::id::TheoryId;
use aftershift_domain::theory::{Author, TheoryKind};
use chrono::DateTime;
use hayagriva::BibliographyDriver;

pub(super) fn author(family: &str, given: &str) -> Author {
    Author {
        family: family.into(),
        given: given.into(),
    }
}

fn work(key: &str, kind: TheoryKind, authors: &[(&str, &str)], year: &str, title: &str) -> Theory {
    Theory {
        cite_key: key.into(),
        kind,
        authors: authors.iter().map(|(f, g)| author(f, g)).collect(),
        year: year.into(),
        title: title.into(),
        ..Theory::blank(TheoryId::new(key).unwrap(), DateTime::default())
    }
}

fn gibbs() -> Theory {
    Theory {
        place: "Oxford".into(),
        publisher: "Further Education Unit, Oxford Polytechnic".into(),
        ..work(
            "gibbs1988",
            TheoryKind::Book,
            &[("Gibbs", "Graham")],
            "1988",
            "Learning by doing: a guide to teaching and learning methods",
        )
    }
}

fn atkins() -> Theory {
    Theory {
        container: "Journal of Advanced Nursing".into(),
        container_short: "J Adv Nurs".into(),
        volume: "18".into(),
        issue: "8".into(),
        pages: "1188-1192".into(),
        ..work(
            "atkins1993",
            TheoryKind::Article,
            &[("Atkins", "S"), ("Murphy", "K.")],
            "1993",
            "Reflection: a review of the literature",
        )
    }
}

/// Everything that a library may hold.
fn library() -> Vec<Theory> {
    let book = TheoryKind::Book;
    let three = [("Rolfe", "G."), ("Freshwater", "D."), ("Jasper", "M.")];
    let many = [
        ("Adams", "A"),
        ("Brown", "B"),
        ("Clark", "C"),
        ("Dean", "D"),
        ("Evans", "E"),
        ("Ford", "F"),
        ("Green", "G"),
    ];
    vec![
        gibbs(),
        atkins(),
        work("rolfe2001", book, &three, "2001", "Critical reflection"),
        work("adams2010", book, &many, "2010", "Everybody wrote this"),
        work(
            "schon1983",
            book,
            &[("Schön", "Donald A.")],
            "1983",
            "The reflective practitioner",
        ),
        work(
            "schon1983b",
            book,
            &[("Schön", "Donald A.")],
            "1983",
            "Another book",
        ),
        work(
            "undated",
            book,
            &[("Moon", "Jenny")],
            "n.d.",
            "Learning journals",
        ),
        work(
            "press",
            book,
            &[("Moon", "Jenny")],
            "in press",
            "More journals",
        ),
        work("nobody", book, &[], "2004", "A title alone"),
        work(
            "berg1999",
            book,
            &[("van der Berg", "P.")],
            "1999",
            "Particles",
        ),
        Theory {
            corporate_author: "Nursing and Midwifery Council".into(),
            url: "https://www.nmc.org.uk".into(),
            accessed_on: "2026-03-01".parse().ok(),
            ..work("nmc2018", TheoryKind::WebPage, &[], "2018", "The Code")
        },
        Theory {
            container: "Reflection: turning experience into learning".into(),
            editors: vec![author("Keogh", "R."), author("Walker", "D.")],
            pages: "pp. 18 - 40".into(),
            publisher: "Kogan Page".into(),
            place: "London".into(),
            ..work(
                "boud1985",
                TheoryKind::Chapter,
                &[("Boud", "David")],
                "1985",
                "Promoting reflection",
            )
        },
        Theory {
            corporate_author: "Department of Health".into(),
            publisher: "HMSO".into(),
            url: "ask the library".into(),
            ..work(
                "doh2012",
                TheoryKind::Report,
                &[],
                "2012",
                "Compassion in practice",
            )
        },
        Theory {
            container: "NUR101".into(),
            publisher: "University of York".into(),
            ..work(
                "lecture",
                TheoryKind::Lecture,
                &[("Patel", "N.")],
                "2025",
                "Wound care",
            )
        },
    ]
}

fn marked(runs: &[Run]) -> String {
    let face = |run: &Run| {
        let mark = if run.italic { "*" } else { "" };
        format!("{mark}{}{mark}", run.text)
    };
    runs.iter().map(face).collect()
}

/// What a text becomes, with each citation as it is set.
fn set(style: &Style, works: &[Theory], text: &str) -> String {
    let works: Vec<&Theory> = works.iter().collect();
    let engine = Citations::new(style, &works);
    let found = citations(text);
    let outcome = engine.text(&found);
    let mut out = String::new();
    for (citation, pieces) in found.iter().zip(&outcome.citations[0]) {
        if !out.is_empty() {
            out.push_str(" | ");
        }
        if pieces.is_empty() {
            out.push_str(&citation.typed);
        }
        out.push_str(&marked(
            &pieces.iter().map(|one| one.run.clone()).collect::<Vec<_>>(),
        ));
    }
    out
}

fn listed(style: &Style, works: &[Theory]) -> Vec<String> {
    let works: Vec<&Theory> = works.iter().collect();
    let references = Citations::new(style, &works).references();
    references
        .iter()
        .map(|one| {
            format!("{} {}", one.number, marked(&one.runs))
                .trim()
                .to_owned()
        })
        .collect()
}

#[test]
fn the_fixtures_read_as_each_style_has_them() {
    let works = [gibbs(), atkins()];
    assert_eq!(
        listed(&Style::named(Named::Harvard), &works),
        [
            "Atkins, S. and Murphy, K. (1993) ‘Reflection: a review of the literature’, *Journal of \
             Advanced Nursing*, 18(8), pp. 1188–1192.",
            "Gibbs, G. (1988) *Learning by doing: a guide to teaching and learning methods*. Oxford: \
             Further Education Unit, Oxford Polytechnic.",
        ]
    );
    assert_eq!(
        listed(&Style::named(Named::Apa), &works),
        [
            "Atkins, S., & Murphy, K. (1993). Reflection: a review of the literature. *Journal of \
             Advanced Nursing*, *18*(8), 1188–1192.",
            "Gibbs, G. (1988). *Learning by doing: a guide to teaching and learning methods*. Further \
             Education Unit, Oxford Polytechnic.",
        ]
    );
    assert_eq!(
        listed(&Style::named(Named::Vancouver), &works),
        [
            "1. Atkins S, Murphy K. Reflection: a review of the literature. J Adv Nurs. \
             1993;18(8):1188–92.",
            "2. Gibbs G. Learning by doing: a guide to teaching and learning methods. Oxford: Further \
             Education Unit, Oxford Polytechnic; 1988.",
        ]
    );
}

#[test]
fn citations_in_harvard() {
    let style = Style::named(Named::Harvard);
    for (typed, expected) in [
        ("[@gibbs1988]", "(Gibbs, 1988)"),
        ("[@gibbs1988, p. 12]", "(Gibbs, 1988, p. 12)"),
        ("[@gibbs1988, pp. 3-5]", "(Gibbs, 1988, pp. 3–5)"),
        ("[@gibbs1988, chap. 2]", "(Gibbs, 1988, ch. 2)"),
        ("[@atkins1993]", "(Atkins and Murphy, 1993)"),
        ("[@rolfe2001]", "(Rolfe, Freshwater and Jasper, 2001)"),
        ("[@adams2010]", "(Adams *et al.*, 2010)"),
        ("[@schon1983; @schon1983b]", "(Schön, 1983b; 1983a)"),
        ("[@schon1983b]", "(Schön, 1983a)"),
        ("[@undated]", "(Moon, no date)"),
        ("[@press]", "(Moon, in press)"),
        ("[@nmc2018]", "(Nursing and Midwifery Council, 2018)"),
        ("[@berg1999]", "(van der Berg, 1999)"),
        ("[@nobody]", "(*A title alone*, 2004)"),
        (
            "[see @gibbs1988, pp. 3-5; @rolfe2001 and elsewhere]",
            "(see Gibbs, 1988, pp. 3–5; Rolfe, Freshwater and Jasper, 2001 and elsewhere)",
        ),
        ("[-@gibbs1988, p. 12]", "(1988, p. 12)"),
        ("As @gibbs1988 [p. 12] says", "Gibbs (1988, p. 12)"),
        ("As @atkins1993 say", "Atkins and Murphy (1993)"),
        ("As @nobody says", "*A title alone* (2004)"),
        (
            "[@gibbs1988; @unknown] and @handle",
            "[@gibbs1988; @unknown] | @handle",
        ),
    ] {
        assert_eq!(set(&style, &library(), typed), expected, "{typed}");
    }
}

#[test]
fn citations_in_apa() {
    let style = Style::named(Named::Apa);
    for (typed, expected) in [
        ("[@atkins1993]", "(Atkins & Murphy, 1993)"),
        ("[@rolfe2001, p. 3]", "(Rolfe et al., 2001, p. 3)"),
        (
            "As @atkins1993 [p. 3] say",
            "Atkins and Murphy (1993, p. 3)",
        ),
        ("[@undated]", "(Moon, n.d.)"),
        ("[@schon1983]", "(Schön, 1983b)"),
        (
            "[@rolfe2001; @gibbs1988]",
            "(Gibbs, 1988; Rolfe et al., 2001)",
        ),
    ] {
        assert_eq!(set(&style, &library(), typed), expected, "{typed}");
    }
}

#[test]
fn citations_in_vancouver_count() {
    let style = Style::named(Named::Vancouver);
    let text = "[@rolfe2001] then [@gibbs1988; @rolfe2001] and @atkins1993";
    assert_eq!(
        set(&style, &library(), text),
        "(1) | (1,2) | Atkins S, Murphy K (3)"
    );
    let works = library();
    let works: Vec<&Theory> = works.iter().collect();
    let engine = Citations::new(&style, &works);
    let texts = ["[@rolfe2001]", "[@gibbs1988] [@rolfe2001]"].map(citations);
    let outcome = engine.document(&texts, &|work| Some(format!("T{work}")));
    let numbers = outcome.citations.iter().flatten().map(|one| {
        let runs: Vec<Run> = one.iter().map(|piece| piece.run.clone()).collect();
        marked(&runs)
    });
    assert_eq!(numbers.collect::<Vec<_>>(), ["(1)", "(2)", "(1)"]);
    assert_eq!(outcome.citations[1][0][1].anchor.as_deref(), Some("T0"));
    assert_eq!(
        outcome.references.len(),
        works.len(),
        "works that nobody cites follow"
    );
    let first: Vec<usize> = outcome.references.iter().map(|one| one.work).collect();
    assert_eq!(first[..2], [2, 0]);
}

#[test]
fn every_kind_of_work_is_listed() {
    let list = listed(&Style::named(Named::Harvard), &library()).join("\n");
    for line in [
        "Boud, D. (1985) ‘Promoting reflection’, in R. Keogh and D. Walker (eds) *Reflection: turning \
         experience into learning*. London: Kogan Page, pp. 18–40.",
        "Nursing and Midwifery Council (2018) *The Code*. Available at: https://www.nmc.org.uk (Accessed: \
         1 March 2026).",
        "Department of Health (2012) *Compassion in practice*. HMSO. Available at: ask the library.",
        "Moon, J. (in press) *More journals*.",
        "Patel, N. (2025) ‘Wound care’. *NUR101*, University of York.",
        "van der Berg, P. (1999) *Particles*.",
    ] {
        assert!(list.contains(line), "{line}\n{list}");
    }
    let apa = listed(&Style::named(Named::Apa), &library()).join("\n");
    assert!(apa.contains("Council. (2018). *The Code*."), "{apa}");
}

#[test]
fn an_address_leads_only_where_it_is_one() {
    let works = library();
    let works: Vec<&Theory> = works.iter().collect();
    let style = Style::named(Named::Harvard);
    let references = Citations::new(&style, &works).references();
    let runs = references.iter().flat_map(|one| &one.runs);
    let addresses: Vec<_> = runs.filter_map(|run| run.address.as_deref()).collect();
    assert_eq!(addresses, ["https://www.nmc.org.uk"]);
}

/// A library like a real one: the same names again and again, works without authors or dates.
fn mixed(count: usize) -> Vec<Theory> {
    let kinds = [
        TheoryKind::Book,
        TheoryKind::Article,
        TheoryKind::Chapter,
        TheoryKind::WebPage,
        TheoryKind::Report,
    ];
    (0..count)
        .map(|n| {
            let name = format!("Author{}", (n * 7919) % (count / 3 + 1));
            let other = format!("Colleague{}", n % 5);
            let authors: &[(&str, &str)] = match n % 9 {
                0 => &[],
                1 | 2 => &[(&name, "Ann"), (&other, "B")],
                3 => &[(&name, "A"), (&other, "B"), ("Third", "C"), ("Fourth", "D")],
                _ => &[(&name, "A")],
            };
            let year = match n % 11 {
                0 => String::new(),
                1 => "in press".into(),
                _ => (1990 + n % 4).to_string(),
            };
            Theory {
                container: format!("Journal {}", n % 40),
                volume: (n % 30).to_string(),
                pages: format!("{}-{}", n + 1, n + 9),
                ..work(
                    &format!("k{n}"),
                    kinds[n % 5],
                    authors,
                    &year,
                    &format!("Title {n}"),
                )
            }
        })
        .collect()
}

#[test]
fn a_list_in_lots_is_the_list_of_one_driver() {
    let works = mixed(100);
    let works: Vec<&Theory> = works.iter().collect();
    for named in [Named::Harvard, Named::Apa, Named::Vancouver] {
        let style = Style::named(named);
        let engine = Citations::new(&style, &works);
        let plain = engine.lot(&engine.order);
        let in_lots = engine.references();
        assert_eq!(in_lots.len(), plain.len(), "{named:?}");
        for (in_lots, plain) in in_lots.iter().zip(&plain) {
            let both = (
                engine.names[plain.work].clone(),
                engine.years[plain.work].clone(),
            );
            let alike = &engine.alike[&both];
            // One driver leaves some of these without their letter, so they are compared by themselves.
            if style.is_numeric() || alike.len() == 1 {
                assert_eq!(in_lots, plain, "{named:?}");
            } else {
                assert_eq!(in_lots.work, plain.work, "{named:?}");
                assert!(engine.lot(alike).contains(in_lots), "{named:?}");
            }
        }
    }
}

#[test]
fn every_author_of_two_works_in_a_year_has_letters() {
    let names = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel"];
    let works = names.iter().flat_map(|name| {
        ["One", "Two"].map(|title| {
            let key = format!("{name}{title}");
            work(&key, TheoryKind::Book, &[(name, "A.")], "2001", title)
        })
    });
    let works: Vec<Theory> = works.collect();
    for named in [Named::Harvard, Named::Apa] {
        let style = Style::named(named);
        let list = listed(&style, &works).join("\n");
        for name in names {
            assert!(list.contains(&format!("{name}, A. (2001a)")), "{list}");
            assert!(list.contains(&format!("{name}, A. (2001b)")), "{list}");
            let cited = set(&style, &works, &format!("[@{name}Two]"));
            assert_eq!(cited, format!("({name}, 2001b)"));
        }
    }
}

#[test]
fn a_citation_reads_the_same_alone_and_in_the_whole() {
    let works = mixed(60);
    let works: Vec<&Theory> = works.iter().collect();
    let text: String = (0..60)
        .step_by(7)
        .map(|n| format!("[@k{n}, p. 3] "))
        .collect();
    for named in [Named::Harvard, Named::Apa] {
        let style = Style::named(named);
        let engine = Citations::new(&style, &works);
        let found = citations(&text);
        let whole = engine.document(std::slice::from_ref(&found), &|_| None);
        let mut driver = BibliographyDriver::new();
        for work in &engine.order {
            driver.citation(engine.hidden(*work));
        }
        let all = citations(&(0..60).map(|n| format!("[@k{n}] ")).collect::<String>());
        let alone = engine.text(&found);
        assert_eq!(alone.citations, whole.citations, "{named:?}");
        // Setting everything at once gives the same letters behind the years.
        let everything = engine.text(&all);
        for (n, pieces) in everything.citations[0].iter().enumerate() {
            let cited = citations(&format!("[@k{n}]"));
            assert_eq!(
                engine.text(&cited).citations[0][0],
                *pieces,
                "{named:?} {n}"
            );
        }
        let list = alone.references;
        let of_all: Vec<_> = whole
            .references
            .into_iter()
            .filter(|one| list.iter().any(|alone| alone.work == one.work))
            .collect();
        assert_eq!(list, of_all, "{named:?}");
    }
}

#[test]
fn a_style_that_is_none_is_refused_in_a_sentence() {
    let refused = |text: &str| {
        Style::read(text)
            .map(|_| ())
            .map_err(|error| error.to_string())
    };
    assert_eq!(
        refused("<html></html>"),
        Err(
            "This file is not a citation style, or a part of it is missing. Get it again where you found it, or choose \
             another whose name ends in .csl."
                .into()
        )
    );
    let dependent = r#"<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">
        <info><title>Nursing</title><id>http://example.org/nursing</id>
        <link href="http://example.org/apa" rel="independent-parent"/>
        <updated>2020-01-01T00:00:00+00:00</updated></info></style>"#;
    assert_eq!(
        Style::read(dependent).map(|_| ()).unwrap_err(),
        StyleError::Dependent {
            parent: "http://example.org/apa".into()
        }
    );
    let endless = OWN.replace("<citation>", r#"<macro name="a"><text macro="b"/></macro><macro name="b"><group><text macro="a"/></group></macro><citation>"#);
    assert_eq!(
        Style::read(&endless).map(|_| ()).unwrap_err(),
        StyleError::Broken
    );
    let twice = |name: &str| format!(r#"<text macro="{name}"/><text macro="{name}"/>"#);
    let bomb: String = (0..60)
        .map(|at| {
            format!(
                r#"<macro name="m{at}">{}</macro>"#,
                twice(&format!("m{}", at + 1))
            )
        })
        .collect();
    let bomb = bomb + r#"<macro name="m60"><text variable="title"/></macro><citation>"#;
    let bomb = OWN.replace("<citation>", &bomb).replace(
        r#"<text variable="title"/></layout>"#,
        r#"<text macro="m0"/></layout>"#,
    );
    let deep = OWN.replace(
        r#"<text variable="title"/>"#,
        &format!(
            "{}{}",
            "<group>".repeat(100_000),
            "</group>".repeat(100_000)
        ),
    );
    let long = format!("{OWN}<!--{}-->", " ".repeat(LONGEST_STYLE));
    for huge in [&bomb, &deep, &long] {
        assert_eq!(
            Style::read(huge).map(|_| ()).unwrap_err(),
            StyleError::TooLarge
        );
    }
    let note = OWN.replace("in-text", "note");
    assert_eq!(
        Style::read(&note).map(|_| ()).unwrap_err(),
        StyleError::Notes
    );
}

/// A small style of somebody's own.
const OWN: &str = r#"<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
    <info><title>Own</title><id>http://example.org/own</id><updated>2020-01-01T00:00:00+00:00</updated></info>
    <citation><layout prefix="{" suffix="}" delimiter="; "><names variable="author"><name form="short"/></names></layout></citation>
    <bibliography><layout suffix="."><text variable="title"/></layout></bibliography></style>"#;

/// What is published may be added: nothing in the archive is too large, too deep or unfit.
#[test]
fn published_styles_can_be_added() {
    let mut added = 0;
    for style in hayagriva::archive::ArchivedStyle::all() {
        let text = style.get().to_xml().unwrap();
        match Style::read(&text) {
            Ok(_) => added += 1,
            Err(StyleError::Notes | StyleError::NoList | StyleError::Dependent { .. }) => {}
            Err(refused) => panic!("{style:?}: {refused}"),
        }
    }
    assert!(added > 40, "{added}");
}

#[test]
fn a_style_of_ones_own_is_used() {
    let style = Style::read(OWN).unwrap();
    assert_eq!(style.title(), "Own");
    assert_eq!(
        listed(&style, &[gibbs()]),
        ["Learning by doing: a guide to teaching and learning methods."]
    );
    assert_eq!(set(&style, &library(), "[@gibbs1988]"), "{Gibbs}");
    assert_eq!(set(&style, &library(), "@gibbs1988"), "Gibbs");
    assert_eq!(set(&style, &library(), "[-@gibbs1988]"), "{Gibbs}");
}

#[test]
fn a_set_text_shows_in_the_preview_what_the_paper_shows() {
    let works = library();
    let works: Vec<&Theory> = works.iter().collect();
    let style = Style::named(Named::Harvard);
    let engine = Citations::new(&style, &works);
    let source = "*So* [@adams2010] & [@nope].";
    let outcome = engine.text(&citations(source));
    let mut blocks = markdown::parse(source);
    markdown::set(&mut blocks, &outcome.citations[0]);
    let references: Vec<Vec<Run>> = outcome.references.into_iter().map(|one| one.runs).collect();
    let html = markdown::write(&blocks, &references, "attachment:");
    assert_eq!(
        html,
        "<p><em>So</em> (Adams <em>et al.</em>, 2010) &amp; [@nope].</p>\n<ul class=\"references\">\n\
         <li>Adams, A. <em>et al.</em> (2010) <em>Everybody wrote this</em>.</li>\n</ul>\n"
    );
}

fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[test]
fn a_reflection_model_names_its_work_as_the_list_of_references_does() {
    let models = aftershift_domain::reflection::models();
    for aftershift_domain::theory::ModelWork { model, reference } in
        aftershift_domain::theory::model_works()
    {
        let said = models.iter().find(|it| it.id == model).unwrap().reference;
        // The model names no DOI.
        let reference = aftershift_domain::theory::Reference {
            doi: String::new(),
            ..reference
        };
        let blank = work("t", TheoryKind::Book, &[], "", "");
        let shown = [reference.over(blank)];
        let printed = listed(&Style::named(Named::Harvard), &shown).concat();
        assert_eq!(letters(&printed), letters(said), "{model}");
    }
}
