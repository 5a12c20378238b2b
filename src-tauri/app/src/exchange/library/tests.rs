use super::*;
use aftershift_domain::theory::{Author, TheoryKind};
use proptest::prelude::*;

const FORMS: [Written; 3] = [Written::BibTex, Written::Ris, Written::Csl];

fn author(family: &str, given: &str) -> Author {
    Author {
        family: family.into(),
        given: given.into(),
    }
}

/// The one entry of a file, with its remarks and what is left out.
fn one(text: &str) -> (Reference, Vec<String>, Vec<String>) {
    let mut library = read(text).unwrap();
    assert_eq!(library.faults, [], "{text}");
    assert_eq!(library.entries.len(), 1, "{text}");
    let entry = library.entries.remove(0);
    (
        entry.reference,
        entry.remarks,
        library.left_out.into_keys().collect(),
    )
}

#[test]
fn forms_are_told_by_what_stands_in_them() {
    for (text, form) in [
        (
            "% my library\n@string{x = {y}}\n@book{a,}",
            Some(Form::BibTex),
        ),
        ("\r\nProvider: X\r\nTY  - JOUR\r\nER  - ", Some(Form::Ris)),
        (" [{\"id\": \"a\"}]", Some(Form::Csl)),
        ("# mine\n\nkolb:\n  type: Book\n", Some(Form::Hayagriva)),
        (
            "---\n\"a b\": # one\n    title: Once\n",
            Some(Form::Hayagriva),
        ),
        ("Dear all:\n  see you there", None),
        ("Dear all,\nmail me@there.org", None),
        ("Date,Title\n2026-03-12,Lecture", None),
    ] {
        assert_eq!(Form::of(text), form, "{text}");
    }
    assert_eq!(read("Dear all"), Err(Unreadable::NotALibrary));
    assert_eq!(read("[]"), Err(Unreadable::NoEntries));
}

#[test]
fn an_article_of_bibtex_has_its_accents_names_and_pages() {
    let (it, remarks, left_out) = one(r#"@string{jan = "Journal of Advanced Nursing"}
@Article{Atkins:1993,
  author = {Atkins, Sue and Kathy Murphy and {\'A}lvarez, Jos{\'e} and van der Berg, Jan and King, Jr., Martin and others},
  title = "{Reflection}: a review of the {NHS} literature",
  journal = JAN, year = 1993, volume = {18}, number = 8, pages = {1188--1192},
  doi = {https://doi.org/10.1046/j.1365-2648.1993.18081188.x},
  abstract = {Long, with $5}, month = jan,
  keywords = {reflection, nursing; learning}
}"#);
    let expected = Reference {
        cite_key: "Atkins:1993".into(),
        kind: TheoryKind::Article,
        authors: vec![
            author("Atkins", "Sue"),
            author("Murphy", "Kathy"),
            author("Álvarez", "José"),
            author("van der Berg", "Jan"),
            author("King Jr.", "Martin"),
        ],
        title: "Reflection: a review of the NHS literature".into(),
        container: "Journal of Advanced Nursing".into(),
        year: "1993".into(),
        volume: "18".into(),
        issue: "8".into(),
        pages: "1188-1192".into(),
        doi: "10.1046/j.1365-2648.1993.18081188.x".into(),
        tags: vec!["reflection".into(), "nursing".into(), "learning".into()],
        ..Reference::default()
    };
    assert_eq!(it, expected);
    assert_eq!(remarks, [""; 0]);
    assert_eq!(left_out, ["abstract", "and others", "month"]);
}

#[test]
fn latex_of_real_libraries_becomes_words() {
    for (latex, expected) in [
        (
            r"S{\o}ren Kierkegaard's \emph{Either/Or}",
            "Søren Kierkegaard's Either/Or",
        ),
        (
            r#"Mart{\'\i}nez, G\"odel, {\v S}koda \& Fa\c{c}ade"#,
            "Martínez, Gödel, Škoda & Façade",
        ),
        (r#"{\"U}ber "#, "Über"),
        (r"Costs US$ 5 and 10\% more", "Costs US$ 5 and 10% more"),
        (r"$\beta$-blockers --- a review", "β-blockers — a review"),
        ("``Why''~not?", "“Why” not?"),
        ("over\n      two lines", "over two lines"),
        (r"H$_2$O", "H2O"),
    ] {
        let (it, ..) = one(&format!("@book{{a, title = {{{latex}}}}}"));
        assert_eq!(it.title, expected, "{latex}");
    }
}

#[test]
fn organisations_of_bibtex_stand_in_double_braces() {
    let (it, ..) = one(
        "@techreport{nmc, author = {{Nursing and Midwifery Council}}, title = {The Code}, institution={NMC}}",
    );
    assert_eq!(
        (it.corporate_author.as_str(), it.authors.len(), it.kind),
        ("Nursing and Midwifery Council", 0, TheoryKind::Report)
    );
    let (it, ..) = one("@book{a, author = {{NICE} and {SIGN}}, title = {A}}");
    assert_eq!(it.corporate_author, "NICE and SIGN");
    let (it, ..) =
        one("@book{a, author = {Smith, J. and {World Health Organization}}, title = {A}}");
    assert_eq!(
        it.authors,
        [
            author("Smith", "J."),
            author("World Health Organization", "")
        ]
    );
}

#[test]
fn a_chapter_of_bibtex_inherits_from_its_book() {
    let library = read(
        "@incollection{ch, crossref = {bk}, author = {A, B}, title = {Part}, pages = {1-9}}
         @book{bk, title = {Whole}, editor = {C, D}, publisher = {P}, year = {2001}, crossref = {ch}}
         @inbook{lost, crossref = {gone}, title = {Lost}}",
    )
    .unwrap();
    let chapter = &library.entries[0].reference;
    assert_eq!(
        (
            chapter.title.as_str(),
            chapter.container.as_str(),
            chapter.publisher.as_str(),
            chapter.year.as_str()
        ),
        ("Part", "Whole", "P", "2001")
    );
    assert_eq!(chapter.editors, [author("C", "D")]);
    assert_eq!(
        library.entries[2].remarks,
        ["It belongs to the entry “gone”, which the file does not have."]
    );
}

#[test]
fn web_pages_of_bibtex_have_addresses_and_days() {
    let (it, ..) = one(
        r"@misc{w, title={Code}, howpublished={\url{https://www.nmc.org.uk/a\_b}}, urldate={2020-05-03}, year={n.d.}}",
    );
    assert_eq!(
        (it.kind, it.url.as_str(), it.year.as_str()),
        (TheoryKind::WebPage, "https://www.nmc.org.uk/a_b", "n.d.")
    );
    assert_eq!(it.accessed_on, chrono::NaiveDate::from_ymd_opt(2020, 5, 3));
}

#[test]
fn ris_is_read_as_programs_write_it() {
    let (it, remarks, left_out) = one(
        "TY  - JOUR\r\nAU  - Atkins, Sue\r\nA1  - Murphy, Kathy\r\nT1  - Reflection:\r\n  a review\r\nJF  - Journal of \
         Advanced Nursing\r\nJA  - J Adv Nurs\r\nPY  - 1993/08//\r\nVL - 18\r\nIS  - 8\r\nSP  - 1188\r\nEP  - 1192\r\nDO  - \
         doi:10.1046/x\r\nAB  - Words\r\nKW  - reflection\r\nY2  - 2020/05/03/\r\nER  -\r\n",
    );
    let expected = Reference {
        kind: TheoryKind::Article,
        authors: vec![author("Atkins", "Sue"), author("Murphy", "Kathy")],
        title: "Reflection: a review".into(),
        container: "Journal of Advanced Nursing".into(),
        container_short: "J Adv Nurs".into(),
        year: "1993".into(),
        volume: "18".into(),
        issue: "8".into(),
        pages: "1188-1192".into(),
        doi: "10.1046/x".into(),
        accessed_on: chrono::NaiveDate::from_ymd_opt(2020, 5, 3),
        tags: vec!["reflection".into()],
        ..Reference::default()
    };
    assert_eq!(it, expected);
    assert_eq!((remarks.len(), left_out), (0, vec!["AB".to_owned()]));
}

#[test]
fn csl_json_is_read_as_programs_write_it() {
    let (it, _, left_out) = one(
        r#"{"items": [{"id": "http://zotero.org/users/1/items/A", "type": "article-journal", "title": "<i>E. coli</i> today",
          "container-title": "Journal", "journalAbbreviation": "J", "author": [
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"family": "King", "given": "Martin", "suffix": "Jr."}, {"literal": "NICE"}],
          "issued": {"date-parts": [["1993", 8]]}, "volume": 18, "page": "1-9", "DOI": "10.1/x", "custom": {"a": [1]},
          "accessed": {"raw": "2020-05-03"}, "note": null}]}"#,
    );
    assert_eq!(
        it.authors,
        [
            author("van der Berg", "Jan"),
            author("King Jr.", "Martin"),
            author("NICE", "")
        ]
    );
    assert_eq!(
        (it.title.as_str(), it.year.as_str(), it.volume.as_str()),
        ("E. coli today", "1993", "18")
    );
    assert_eq!(
        (it.cite_key.as_str(), it.container_short.as_str()),
        ("", "J")
    );
    assert_eq!(it.accessed_on, chrono::NaiveDate::from_ymd_opt(2020, 5, 3));
    assert_eq!(left_out, ["custom"]);
}

/// Where the faults are, and the titles that are found all the same.
fn told(text: &str) -> (Vec<(u32, String)>, Vec<String>) {
    let library = read(text).unwrap();
    let faults = library.faults.iter().map(|it| (it.line, it.key.clone()));
    let titles = library.entries.iter().map(|it| it.reference.title.clone());
    (faults.collect(), titles.collect())
}

#[test]
fn a_fault_costs_one_entry_and_says_where_it_is() {
    let bib = "@book{a, title={A}}\n@book{b, title {B}}\n@book{c, author={C, D}}\n@book{d, title={D}\n@book{e, title={E}}\n\
               @book{f, title={F}, year=}\n@book{g, title=\"G}\n@book{h, title={H}}";
    assert_eq!(
        told(bib),
        (
            vec![
                (2, "b".into()),
                (3, "c".into()),
                (4, "d".into()),
                (6, "f".into()),
                (7, "g".into())
            ],
            vec!["A".into(), "E".into(), "H".into()]
        )
    );
    let ris = "TY  - BOOK\nTI  - A\nER  - \nTI  - Lost\nER  - \nTY  - BOOK\nAU  - X, Y\nER  - \nTY  - BOOK\nTI  - B\n";
    assert_eq!(
        told(ris),
        (
            vec![(4, String::new()), (6, String::new())],
            vec!["A".into(), "B".into()]
        )
    );
    let json = "[\n{\"title\": \"A\"},\n{\"title\": \"B},\n{\"title\": \"C\",,},\n{\"id\": \"d\"},\n{\"title\": \"E\"\n  ,\n{\"title\": \"F\"}]";
    assert_eq!(
        told(json),
        (
            vec![
                (3, String::new()),
                (4, String::new()),
                (5, "d".into()),
                (6, String::new())
            ],
            vec!["A".into(), "F".into()]
        )
    );
    let reasons = read(bib).unwrap().faults.into_iter().map(|it| it.reason);
    assert_eq!(
        reasons.collect::<Vec<_>>(),
        [
            "An equals sign after the name of a field is missing in line 1 of the entry.",
            "It has no title.",
            "It is not closed: a closing brace is missing before the next entry.",
            "A brace or a quotation mark is opened in it and never closed, or a value is missing.",
            "A brace or a quotation mark is opened in it and never closed, or a value is missing.",
        ]
    );
}

/// A sound entry with this number for a title.
fn sound(form: Form, nth: usize) -> String {
    match form {
        Form::BibTex => {
            format!("@article{{k{nth},\n  title = {{T{nth}}},\n  author = {{A{nth}, B}}\n}}\n")
        }
        Form::Ris => format!("TY  - JOUR\nAU  - A{nth}, B\nTI  - T{nth}\nER  - \n"),
        Form::Csl => format!("  {{\n    \"title\": \"T{nth}\",\n    \"volume\": {nth}\n  }},\n"),
        Form::Hayagriva => {
            format!("k{nth}:\n    type: Article\n    title: T{nth}\n    author: A{nth}, B\n\n")
        }
    }
}

/// What breaks entries of real libraries, and what is said of each.
fn damaged(form: Form) -> &'static [(&'static str, &'static str)] {
    match form {
        Form::BibTex => &[
            (
                "@article{x,\n  title = {Open,\n  year = 1999\n}\n",
                "It is not closed: a closing brace is missing before the next entry.",
            ),
            (
                "@article{x,\n  title {No sign}\n}\n",
                "An equals sign after the name of a field is missing in line 2 of the entry.",
            ),
            (
                "@article{x,\n  author = {Only, She}\n}\n",
                "It has no title.",
            ),
            (
                "@article{x,\n  title = {No value},\n  year =\n}\n",
                "A brace or a quotation mark is opened in it and never closed, or a value is missing.",
            ),
        ],
        Form::Ris => &[
            (
                "TI  - Begins nowhere\nER  - \n",
                "It does not begin with a line TY.",
            ),
            ("TY  - BOOK\nAU  - Only, She\nER  - \n", "It has no title."),
        ],
        Form::Csl => &[
            (
                "  {\n    \"title\": \"Open\n  },\n",
                "It is not closed: a brace, a bracket or a quotation mark is missing.",
            ),
            (
                "  {\"title\": \"Twice\",,},\n",
                "It is no sound JSON: look at line 1 of the entry for a comma, a quotation mark or a brace too many or \
                 too few.",
            ),
            ("  {\n    \"id\": \"x\"\n  },\n", "It has no title."),
        ],
        Form::Hayagriva => &[
            (
                "x:\n    type: Article\n    author: Only, She\n",
                "It has no title.",
            ),
            (
                "x:\n    type: Article\n    title: [Open\n",
                "It cannot be read in line 3 of the entry: look for a field that is set too far in or out, or a value \
                 of another kind.",
            ),
            (
                "x:\n    type: Nothing\n    title: Of no kind\n",
                "It cannot be read in line 2 of the entry: look for a field that is set too far in or out, or a value \
                 of another kind.",
            ),
        ],
    }
}

#[test]
fn of_a_large_library_every_good_entry_is_given_and_every_other_is_told_with_line_and_reason() {
    for form in [Form::BibTex, Form::Ris, Form::Csl, Form::Hayagriva] {
        let damages = damaged(form);
        let mut text = String::from(if form == Form::Csl { "[\n" } else { "" });
        let (mut titles, mut faults) = (Vec::new(), Vec::new());
        for nth in 0..4000 {
            if nth % 20 == 7 {
                let (damage, reason) = damages[nth / 20 % damages.len()];
                faults.push((text.lines().count() + 1, reason));
                text.push_str(damage);
            } else {
                titles.push(format!("T{nth}"));
                text.push_str(&sound(form, nth));
            }
        }
        let library = read(&text).unwrap();
        assert_eq!(library.form, form);
        let given = library.entries.iter().map(|it| &it.reference.title);
        assert!(
            given.eq(&titles),
            "{form:?}: every good entry, in its order"
        );
        let told = library.faults.iter();
        let told: Vec<_> = told
            .map(|it| (it.line as usize, it.reason.as_str()))
            .collect();
        assert_eq!(told, faults, "{form:?}");
        assert_eq!(library.fault_count, 200);
    }
}

#[test]
fn files_without_measure_are_counted_and_refused() {
    let faults = format!("[{}]", "{,}".repeat(MOST_ROWS + 5));
    let library = read(&faults).unwrap();
    assert_eq!(
        (library.faults.len(), library.fault_count as usize),
        (MOST_ROWS, MOST_ROWS + 5)
    );
    let works = format!("[{}]", "{\"title\":\"A\"},".repeat(MOST_ROWS + 1));
    assert_eq!(read(&works), Err(Unreadable::TooManyWorks));
}

#[test]
fn definitions_that_use_themselves_or_one_another_come_to_an_end() {
    let mut text = String::from("@string{a = a # b}\n@string{b = a # a}\n");
    for _ in 0..40 {
        text.push_str("@string{b = b # b # b}\n");
    }
    text.push_str("@book{x, title = b # b # b, year = 1999, crossref = {x}}\n@book{y, title={Y}, xdata={x, y}}");
    let library = read(&text).unwrap();
    assert!(library.entries.iter().any(|it| it.reference.title == "Y"));
}

/// Words with the signs that mean something to one of the forms, except one that would close a mark of HTML:
/// titles in CSL-JSON have such marks, and no way to say that they mean themselves.
fn word() -> impl Strategy<Value = String> {
    "[A-ZÉØa-z0-9&%$#_{}~^\\\\'`\"<–—:;,.()-]{1,8}"
}

fn line() -> impl Strategy<Value = String> {
    proptest::collection::vec(word(), 0..4).prop_map(|words| words.join(" "))
}

/// People with given names: without one, several words are an organisation in each of the forms.
fn person() -> impl Strategy<Value = Author> {
    let family = prop_oneof![
        "[A-ZÉØ][a-zéø’-]{0,8}",
        "(van|de|von der) [A-Z][a-z]{1,8}",
        "[A-Z][a-z]{1,8} (y|Jr\\.|and) [A-Z][a-z]{1,8}",
        "[a-z]{2,8}",
    ];
    (family, "[A-ZÉ][a-zéø]{0,6}( [A-Z]\\.)?").prop_map(|(family, given)| author(&family, &given))
}

fn reference() -> impl Strategy<Value = Reference> {
    let people = || proptest::collection::vec(person(), 0..4);
    let who = (
        people(),
        "([A-Z][a-z]{1,8} (of|and|&) )?[A-Z][a-z]{1,8}(, [A-Z][a-z]{1,6})?",
    );
    let kinds = proptest::sample::select(TheoryKind::ALL);
    let printed = (line(), line(), line(), line(), line(), line(), line());
    let year = prop_oneof!["[12][0-9]{3}", Just("n.d.".to_owned()), Just(String::new())];
    let pages = prop_oneof![
        "[0-9e]{0,5}",
        "[0-9]{1,4}-[0-9]{1,4}",
        "[0-9]{1,3}–[0-9]{1,3}",
        "[a-z]{1,3}, [0-9]{1,3}-[0-9]"
    ];
    let found = (
        year,
        pages,
        "(10\\.[0-9]{4}/[a-zA-Z0-9._()-]{1,8})?",
        "(https://[a-z]{1,5}\\.org/[a-z?&=_%#~]{0,8})?",
    );
    let day = proptest::option::of(0..60_000_i64);
    let tags = proptest::collection::vec("[A-Za-zé]{1,6}( [a-z]{1,5})?", 0..3);
    (
        who,
        people(),
        kinds,
        printed,
        found,
        day,
        tags,
        "[a-z][a-z0-9_]{0,4}([:./-][a-z0-9]{1,2}){0,2}",
    )
        .prop_map(
            |(
                (authors, corporate),
                editors,
                kind,
                printed,
                (year, pages, doi, url),
                day,
                tags,
                cite_key,
            )| {
                let (title, container, container_short, edition, volume, publisher, place) =
                    printed;
                let mut distinct = Vec::new();
                for tag in tags {
                    if !distinct.contains(&tag) {
                        distinct.push(tag);
                    }
                }
                let first = chrono::NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
                Reference {
                    corporate_author: if authors.is_empty() {
                        corporate
                    } else {
                        String::new()
                    },
                    // Blanks at the ends are not kept, and a title is asked for.
                    title: format!("T {title}").trim().to_owned(),
                    issue: volume.clone(),
                    cite_key,
                    kind,
                    authors,
                    year,
                    container,
                    container_short,
                    editors,
                    edition,
                    volume,
                    pages,
                    publisher,
                    place,
                    doi,
                    url,
                    accessed_on: day.and_then(|days| {
                        first.checked_add_days(chrono::Days::new(days.unsigned_abs()))
                    }),
                    tags: distinct,
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_again(works in proptest::collection::vec(reference(), 1..4)) {
        for form in FORMS {
            let text = form.write(&works);
            prop_assert_eq!(form.write(&works), text.as_str());
            let library = read(&text).unwrap();
            prop_assert_eq!(&library.faults, &[]);
            let again: Vec<Reference> = library.entries.into_iter().map(|it| it.reference).collect();
            prop_assert_eq!(&again, &works, "{}", text);
            prop_assert_eq!(library.left_out, BTreeMap::new());
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,80}", form in 0..3_usize) {
        let front = ["@book{a, title={A}, author={", "TY  - JOUR\nAU  - ", "[{\"title\": \""][form];
        let _ = read(&text);
        let _ = read(&format!("{front}{text}"));
        let _ = read(&format!("{front}{text}}},}}\"}}]\nER  - "));
    }

    #[test]
    fn no_mixture_of_signs_panics(
        text in "(@[a-z]{1,6}\\{|@string\\{|[{}()\",=#\\\\$%~^'`. \n-]|\\\\[a-zA-Z'\"]{1,3}|and |others|crossref|xdata|author|title|a|é|TY  - |ER  - |AU  - |[\\[\\]:0-9]){0,60}",
    ) {
        let _ = read(&text);
        let _ = read(&format!("@book{{a, title={{A}}, author={{{text}}}, pages={{{text}}}}}"));
        let _ = read(&format!("[{text}"));
        let _ = read(&format!("TY  - {text}"));
    }

    #[test]
    fn no_damage_to_a_sound_file_panics(
        works in proptest::collection::vec(reference(), 1..3),
        form in 0..3_usize,
        cuts in proptest::collection::vec((any::<prop::sample::Index>(), "[{}\"\\\\@,=\n\\[\\]]?"), 1..6),
    ) {
        let mut text: Vec<char> = FORMS[form].write(&works).chars().collect();
        for (at, sign) in cuts {
            let at = at.index(text.len());
            match sign.chars().next() {
                Some(sign) => text[at] = sign,
                None => { text.remove(at); }
            }
        }
        let _ = read(&text.into_iter().collect::<String>());
    }
}

const YAML: &str = "\
# What I read for module two
gibbs1988:
    type: Book
    title: \"Learning by doing: a guide\"
    author: Gibbs, Graham
    date: 1988
    publisher:
        name: Further Education Unit
        location: Oxford

hulst:
    type: Article
    title: Reflection in and on practice
    author: [\"van der Hulst, Jan\", \"Otto, Maria\"]
    date: 2019-05-03
    page-range: 12-34
    serial-number:
        doi: 10.1000/xyz123
    url:
        value: https://example.org/a
        date: 2025-11-02
    parent:
        type: Periodical
        title: Journal of Practice
        volume: 12
        issue: 3

nmc:
    type: Web
    title: The Code
    author: Nursing and Midwifery Council
    date: 2018
    abstract: Professional standards.

broken:
    type: Book
    title: [a
";

#[test]
fn hayagriva_is_read_entry_by_entry_with_what_each_stands_in() {
    let library = read(YAML).unwrap();
    assert_eq!(library.form, Form::Hayagriva);
    let lines: Vec<u32> = library.entries.iter().map(|it| it.line).collect();
    assert_eq!(lines, [2, 11, 28]);
    let [gibbs, hulst, nmc] = [0, 1, 2].map(|nth| &library.entries[nth].reference);
    assert_eq!(gibbs.kind, TheoryKind::Book);
    assert_eq!(gibbs.title, "Learning by doing: a guide");
    assert_eq!(gibbs.authors, [author("Gibbs", "Graham")]);
    assert_eq!(
        (gibbs.publisher.as_str(), gibbs.place.as_str()),
        ("Further Education Unit", "Oxford")
    );
    assert_eq!(hulst.kind, TheoryKind::Article);
    assert_eq!(
        hulst.authors,
        [author("van der Hulst", "Jan"), author("Otto", "Maria")]
    );
    assert_eq!(
        (hulst.year.as_str(), hulst.container.as_str()),
        ("2019", "Journal of Practice")
    );
    assert_eq!((hulst.volume.as_str(), hulst.issue.as_str()), ("12", "3"));
    assert_eq!(hulst.doi, "10.1000/xyz123");
    assert_eq!(hulst.accessed_on, "2025-11-02".parse().ok());
    assert!(
        hulst.pages.starts_with("12") && hulst.pages.ends_with("34"),
        "{}",
        hulst.pages
    );
    assert_eq!(nmc.corporate_author, "Nursing and Midwifery Council");
    assert_eq!(nmc.kind, TheoryKind::WebPage);
    assert_eq!(library.left_out.keys().collect::<Vec<_>>(), ["abstract"]);
    // The broken one costs itself, and says where.
    assert_eq!(library.faults.len(), 1);
    assert_eq!(
        (library.faults[0].line, library.faults[0].key.as_str()),
        (35, "broken")
    );
    assert!(library.faults[0].reason.starts_with("It cannot be read"));
}

#[test]
fn hostile_yaml_is_refused_and_the_rest_is_read() {
    let mut bomb =
        String::from("a:\n  type: Book\n  title: &x [lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for nth in 0..30 {
        bomb.push_str(&format!(
            "  note{nth}: &x{nth} [*x, *x, *x, *x, *x, *x, *x]\n"
        ));
    }
    let deep = format!("b:\n  title: {}\n", "[".repeat(20_000));
    let long = format!("c:\n  title: {}\n", "x".repeat(300_000));
    let good = "d:\n  type: Book\n  title: Good\n";
    for bad in [bomb, deep, long] {
        let library = read(&format!("{bad}{good}")).unwrap();
        assert_eq!(library.entries.len(), 1);
        assert_eq!(library.entries[0].reference.title, "Good");
        assert_eq!(library.faults.len(), 1);
    }
}
