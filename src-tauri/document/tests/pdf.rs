//! Whole documents, read back with other people's programs: qpdf and poppler.

mod support;

use aftershift_document::outline::{Block, Part, Row, Text};
use aftershift_document::{
    Alignment, Error, FileSource, Fonts, NoFiles, Output, Paper, PdfOptions, Progress, Step,
    SystemFonts, Unwatched, length::Length, missing_characters, pdf,
};
use std::process::Command;
use std::sync::LazyLock;

static SYSTEM: LazyLock<Fonts> = LazyLock::new(|| Fonts::with_system(SystemFonts::load()));

/// A PDF in a file of its own, found good by qpdf.
struct File {
    output: Output,
    folder: tempfile::TempDir,
}

impl File {
    #[track_caller]
    fn of(document: &aftershift_document::outline::Document) -> Self {
        Self::with(document, &support::pictures(), &PdfOptions::default())
    }

    #[track_caller]
    fn with(
        document: &aftershift_document::outline::Document,
        pictures: &dyn FileSource,
        options: &PdfOptions,
    ) -> Self {
        let output =
            pdf(document, pictures, options, &SYSTEM, &Unwatched).expect("it can be written");
        let folder = tempfile::tempdir().expect("it can be written");
        std::fs::write(folder.path().join("out.pdf"), &output.bytes).expect("it can be written");
        let file = Self { output, folder };
        let checked = file.run("qpdf", &["--check"], &[]);
        assert!(
            checked.contains("No syntax or stream encoding errors"),
            "{checked}"
        );
        file
    }

    /// Runs a program on the file and gives back what it said.
    #[track_caller]
    fn run(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let done = Command::new(program)
            .args(before)
            .arg(self.folder.path().join("out.pdf"))
            .args(after)
            .output()
            .unwrap_or_else(|error| panic!("{program} is needed for this test: {error}"));
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        assert!(
            done.status.success(),
            "{program}: {said}{}",
            String::from_utf8_lossy(&done.stderr)
        );
        said
    }

    #[track_caller]
    fn text(&self) -> String {
        self.run("pdftotext", &[], &["-"])
    }
}

/// Words as they compare: without hyphens at line ends and without what is not part of the text.
fn words(text: &str) -> Vec<String> {
    text.replace("\u{ad}\n", "")
        .replace(['\u{ad}', '\u{c}'], " ")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let one = pdf(
        &support::everything(),
        &support::pictures(),
        &PdfOptions::default(),
        &SYSTEM,
        &Unwatched,
    );
    let other = pdf(
        &support::everything(),
        &support::pictures(),
        &PdfOptions::default(),
        &SYSTEM,
        &Unwatched,
    );
    assert!(one.unwrap().bytes == other.unwrap().bytes);
}

#[test]
fn a_whole_document_is_tagged_titled_and_numbered() {
    let file = File::of(&support::everything());
    let info = file.run("pdfinfo", &[], &[]);
    for line in [
        "Title:           Portfolio of learning",
        "Author:          Rowan Ashdown",
        "Tagged:          yes",
        "PDF version:     1.7",
        &format!("Pages:           {}", file.output.pages),
    ] {
        assert!(info.contains(line), "{line} in {info}");
    }
    let text = file.text();
    assert!(
        text.contains(&format!("Page 3 of {}", file.output.pages)),
        "{text}"
    );
}

#[test]
fn every_font_is_embedded_and_reduced_and_can_be_copied_from() {
    let fonts = File::of(&support::everything()).run("pdffonts", &[], &[]);
    for line in fonts.lines().skip(2) {
        assert!(
            line.contains("yes yes yes"),
            "embedded, subset, with Unicode: {line}"
        );
    }
}

#[test]
fn the_structure_names_headings_lists_tables_and_figures() {
    let structure = File::of(&support::everything()).run("pdfinfo", &["-struct-text"], &[]);
    for piece in [
        "H1 (block)",
        "H2 (block)",
        "L (block)",
        "LBody",
        "Table (block)",
        "TH",
        "Figure",
        "BlockQuote",
        "TOCI",
        "Link",
    ] {
        assert!(structure.contains(piece), "{piece}");
    }
    assert!(structure.contains("A first point"));
}

#[test]
fn words_stay_apart_where_a_line_ends_for_those_who_follow_the_structure() {
    let text =
        "One word after another, each of them short, until the line is at its end and so on. "
            .repeat(9);
    let file = File::of(&support::written(&format!(
        "{text}\n\n| A | B |\n| - | - |\n| {text} | b |"
    )));
    let structure = file.run("pdfinfo", &["-struct-text"], &[]);
    let told = structure.replace('\u{ad}', "");
    assert_eq!(told.matches(text.trim()).count(), 2, "{structure}");
}

#[test]
fn the_number_of_a_heading_is_a_word_of_its_own() {
    let structure = File::of(&support::everything()).run("pdfinfo", &["-struct-text"], &[]);
    assert!(
        structure.contains("\"R1 Escalating a deteriorating patient"),
        "{structure}"
    );
}

#[test]
fn a_link_to_a_page_says_which() {
    let first = Part::new("One").with(Block::paragraph(Text::new().plain("See ").page_of("rest")));
    let rest = Part::new("Two").with(Block::heading(1, "The rest", "rest"));
    let file = File::of(&support::document(vec![first, rest]));
    let objects = file.run("qpdf", &["--json", "--json-key=qpdf"], &[]);
    assert!(
        objects.contains("\"/Contents\": \"u:page\u{a0}2\""),
        "{objects}"
    );
}

#[test]
fn contents_give_the_true_page_of_each_heading() {
    let file = File::of(&support::everything());
    let contents = file.run("pdftotext", &["-f", "2", "-l", "2", "-layout"], &["-"]);
    let line = contents
        .lines()
        .find(|line| line.contains("Reflections"))
        .unwrap();
    let page = line.split_whitespace().last().unwrap();
    let found = file.run("pdftotext", &["-f", page, "-l", page], &["-"]);
    assert!(
        found.contains("Escalating a deteriorating patient"),
        "page {page}: {found}"
    );
}

#[test]
fn a_page_that_is_named_in_the_text_is_the_page_it_is_on() {
    let mut first = Part::new("One").with(Block::paragraph(
        Text::new()
            .plain("The rest begins on ")
            .page_of("rest")
            .plain("."),
    ));
    for _ in 0..3 {
        first.push(Block::PageBreak);
        first.push(Block::paragraph("Between."));
    }
    let rest = Part::new("Two").with(Block::heading(1, "The rest", "rest"));
    let text = File::of(&support::document(vec![first, rest])).text();
    assert!(text.contains("The rest begins on page\u{a0}5.") || text.contains("begins on page 5."));
}

#[test]
fn every_word_comes_back_in_order() {
    let file = File::of(&support::accounts(6));
    let got = words(&file.text());
    let document = support::accounts(6);
    // The contents come first.
    let mut at = got.iter().position(|word| word == "Stage").unwrap();
    for block in &document.parts[1].blocks {
        let Block::Markdown(markdown) = block else {
            continue;
        };
        for word in aftershift_document::markdown::plain_text(&markdown.source).split_whitespace() {
            // Heads and feet of pages lie between; nothing may be missing or out of turn.
            let found = got[at..].iter().take(40).position(|got| got == word);
            at += found.unwrap_or_else(|| panic!("{word} after {:?}", &got[at..at + 10])) + 1;
        }
    }
}

#[test]
fn names_and_scripts_come_back_as_they_were_typed() {
    let text = File::of(&support::written(
        "Siân Łukasz Žižek Đorđe Αθηνά Київ office efficient שלום 你好，世界 😀 2 × 3 ≠ 5",
    ))
    .text();
    for word in [
        "Siân",
        "Łukasz",
        "Žižek",
        "Đorđe",
        "Αθηνά",
        "Київ",
        "efficient",
        "שלום",
        "世界",
        "😀",
    ] {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn a_character_that_no_font_has_is_boxed_reported_and_still_copied() {
    // The bundled family has no Chinese.
    let document = support::document(vec![
        Part::new("Text")
            .with(Block::heading(1, "Signs", "signs"))
            .with(Block::markdown("One 漢 sign.", 2)),
    ]);
    let fonts = Fonts::bundled();
    let before = missing_characters(&document, &fonts);
    let output = pdf(
        &document,
        &NoFiles,
        &PdfOptions::default(),
        &fonts,
        &Unwatched,
    )
    .unwrap();
    assert_eq!(before, output.missing);
    assert_eq!((before[0].character, before[0].count), ('漢', 1));
    assert_eq!(before[0].places, ["Signs"]);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("out.pdf"), &output.bytes).unwrap();
    let text = File { output, folder }.text();
    assert!(text.contains("One 漢 sign."), "{text}");
    assert!(
        missing_characters(&document, &SYSTEM).is_empty(),
        "a font of the system has it"
    );
}

#[test]
fn a_picture_that_cannot_be_read_leaves_a_note_and_is_reported() {
    let mut pictures = support::pictures();
    pictures.insert("lost".into(), b"\x89PNG\r\n\x1a\nbroken".to_vec());
    let document =
        support::written("# Night\n\n![Chart](attachment:chart)\n\n![Lost](attachment:lost)");
    let file = File::with(&document, &pictures, &PdfOptions::default());
    assert_eq!(file.output.unreadable.len(), 1);
    assert_eq!(file.output.unreadable[0].id, "lost");
    let text = file.text();
    assert!(text.contains("A picture is missing here"), "{text}");
    assert!(text.contains("damaged"), "{text}");
    let images = file.run("pdfimages", &["-list"], &[]);
    assert_eq!(
        images.lines().filter(|line| line.contains("image")).count(),
        2,
        "{images}"
    );
}

#[test]
fn links_lead_outside_only_where_they_may() {
    let file = File::of(&support::written(
        "[good](https://example.org/ä) [bad](javascript:alert(1)) [mail](mailto:a@example.org)",
    ));
    let links = file.run("pdfinfo", &["-url"], &[]);
    assert!(links.contains("https://example.org/%C3%A4"), "{links}");
    assert!(links.contains("mailto:a@example.org"), "{links}");
    assert!(!links.contains("javascript"), "{links}");
}

#[test]
fn the_head_of_a_table_is_repeated_on_every_page() {
    let document = support::document(vec![
        Part::new("Log").with(Block::Table(support::long_table(90))),
    ]);
    let file = File::of(&document);
    assert!(file.output.pages >= 3);
    for page in 1..=file.output.pages {
        let page = page.to_string();
        let text = file.run("pdftotext", &["-f", &page, "-l", &page], &["-"]);
        assert!(text.contains("What was learned"), "page {page}: {text}");
    }
    let structure = file.run("pdfinfo", &["-struct-text"], &[]);
    assert_eq!(
        structure.matches("What was learned").count(),
        1,
        "read aloud only once"
    );
}

#[test]
fn a_row_taller_than_a_page_goes_on_over_the_next() {
    let mut table = support::long_table(1);
    let long = "word ".repeat(4000);
    table.rows.insert(
        1,
        Row::new(["".into(), "".into(), long.trim().into(), "".into()]),
    );
    let document = support::document(vec![Part::new("Log").with(Block::Table(table))]);
    let file = File::of(&document);
    assert!(file.output.pages > 3);
    assert_eq!(file.text().matches("word").count(), 4000);
}

#[test]
fn two_hundred_columns_and_a_word_without_end_are_set_all_the_same() {
    let endless = "a".repeat(100_000);
    let document = support::document(vec![
        Part::new("Wide")
            .with(Block::Table(support::wide_table(200)))
            .with(Block::Table(support::wide_table(9)))
            .with(Block::markdown(endless, 1)),
    ]);
    let file = File::of(&document);
    let text = file.text();
    assert!(text.contains("v2-199"), "the last cell is there");
    assert!(
        text.matches('a').count() >= 100_000,
        "all letters are there"
    );
}

#[test]
fn control_characters_and_half_of_markup_do_no_harm() {
    let odd =
        "a\u{0}b\u{1}c \u{202e}turned\u{202c} **open _and [never](closed \u{fffd} \u{feff}end";
    let text = File::of(&support::written(odd)).text();
    assert!(text.contains("end"), "{text}");
}

#[test]
fn headings_that_skip_levels_are_read_in_steps() {
    let file = File::of(&support::written("#### Deep\n\n# High\n\n###### Deepest"));
    let structure = file.run("pdfinfo", &["-struct-text"], &[]);
    assert!(
        structure.contains("H1 (block)") && structure.contains("H2 (block)"),
        "{structure}"
    );
    assert!(!structure.contains("H6 (block)"), "{structure}");
}

#[test]
fn paper_size_of_text_and_edge_can_be_chosen() {
    let options = PdfOptions {
        paper: Paper::Letter,
        alignment: Alignment::Ragged,
        text_size: Length::points(16),
        signer: None,
    };
    let large = File::with(&support::everything(), &support::pictures(), &options);
    assert!(large.run("pdfinfo", &[], &[]).contains("612 x 792"));
    let usual = File::of(&support::everything());
    assert!(large.output.pages > usual.output.pages);
}

/// Stops when a step is reached.
struct StopAt(Step);

impl Progress for StopAt {
    fn reached(&self, step: Step, _done: usize, _total: usize) -> bool {
        step < self.0
    }
}

#[test]
fn work_can_be_stopped_at_every_step() {
    for step in [
        Step::Pictures,
        Step::Setting,
        Step::Writing,
        Step::Finishing,
    ] {
        let stopped = pdf(
            &support::everything(),
            &support::pictures(),
            &PdfOptions::default(),
            &SYSTEM,
            &StopAt(step),
        );
        assert!(matches!(stopped, Err(Error::Cancelled)), "{step:?}");
    }
}

#[test]
fn bookmarks_are_nested_as_the_headings_are() {
    let file = File::of(&support::everything());
    let json = file.run("qpdf", &["--json", "--json-key=outlines"], &[]);
    let hours = json.find("\"title\": \"Off-the-job hours\"").unwrap();
    let log = json.find("\"title\": \"The log\"").unwrap();
    // What an entry holds stands before its own title in this form.
    assert!(log < hours, "nested: {json}");
    assert!(
        json.contains("\"title\": \"R1 Escalating a deteriorating patient"),
        "{json}"
    );
}

/// A document with two files inside.
fn with_files(names: [&str; 2]) -> aftershift_document::outline::Document {
    use aftershift_document::outline::{Attachment, Moment, Relation};
    let moments = [
        Moment::Exact("2026-03-17T08:09:10Z".parse().expect("a moment")),
        Moment::Month {
            year: 2026,
            month: 3,
        },
    ];
    let attachments = ["one", "two"].into_iter().zip(names).zip(moments);
    let mut document = support::document(vec![
        Part::new("Files").with(Block::paragraph(
            Text::new()
                .attachment("E1", "one")
                .plain(" and ")
                .attachment("E2", "two"),
        )),
    ]);
    document.attachments = attachments
        .map(|((id, name), modified)| Attachment {
            id: id.into(),
            name: name.into(),
            description: "Written by Siân".into(),
            media_type: if id == "one" { "text/plain" } else { "odd" }.into(),
            modified,
            relation: Relation::Supplement,
        })
        .collect();
    document
}

#[test]
fn files_come_out_of_it_as_they_went_in() {
    let files = std::collections::HashMap::from([
        ("one".to_owned(), b"a line\r\nand one more".repeat(40)),
        ("two".to_owned(), vec![0, 255, 13, 10, 0]),
    ]);
    let document = with_files(["note é.txt", "odd.bin"]);
    let file = File::with(&document, &files, &PdfOptions::default());
    let again = pdf(
        &document,
        &files,
        &PdfOptions::default(),
        &SYSTEM,
        &Unwatched,
    );
    assert!(again.unwrap().bytes == file.output.bytes);
    for (number, id) in [("1", "one"), ("2", "two")] {
        let out = file.folder.path().join(id);
        let before = ["-save", number, "-o", out.to_str().unwrap()];
        let _ = file.run("pdfdetach", &before, &[]);
        assert!(std::fs::read(out).unwrap() == files[id], "{id}");
    }
    let listed = file.run("qpdf", &["--list-attachments", "--verbose"], &[]);
    for said in [
        "note é.txt",
        "Written by Siân",
        "D:20260317080910Z",
        "D:202603\n",
        "text/plain",
        "application/octet-stream",
    ] {
        assert!(listed.contains(said), "{said} in {listed}");
    }
    let structure = file.run("pdfinfo", &["-struct-text"], &[]);
    assert_eq!(structure.matches("Annot").count(), 2, "{structure}");
    let json = file.run("qpdf", &["--json", "--json-key=qpdf"], &[]);
    assert_eq!(
        json.matches("\"/AFRelationship\": \"/Supplement\"").count(),
        2
    );
    assert_eq!(json.matches("\"/Subtype\": \"/FileAttachment\"").count(), 2);
    assert_eq!(json.matches("\"/AF\": [").count(), 1);
}

#[test]
fn a_file_that_is_not_there_is_no_reason_to_write_an_empty_one() {
    let document = with_files(["note.txt", "odd.bin"]);
    let refused = pdf(
        &document,
        &NoFiles,
        &PdfOptions::default(),
        &SYSTEM,
        &Unwatched,
    );
    let Err(Error::NoFile { name }) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(name, "note.txt");
}

#[test]
fn lines_to_write_on_reach_to_the_foot_of_the_page_and_no_further() {
    let lines = |above: &str| {
        let part = Part::new("Feedback")
            .with(Block::markdown(above, 1))
            .with(Block::WritingLines { least: 5, most: 30 });
        let file = File::of(&support::document(vec![part]));
        let drawn = file.run("qpdf", &["--qdf", "--object-streams=disable"], &["-"]);
        (file.output.pages, drawn.matches(" 0.5 re f").count())
    };
    let (pages, many) = lines("One line.");
    let (same, fewer) = lines(&"One line.\n\n".repeat(20));
    let (more, least) = lines(&"One line.\n\n".repeat(28));
    assert_eq!((pages, same, more), (1, 1, 2));
    assert!(many > fewer && fewer >= 5, "{many} {fewer} {least}");
}

/// The text of each page.
fn pages_of(parts: Vec<Part>, options: &PdfOptions) -> Vec<String> {
    let file = File::with(&support::document(parts), &NoFiles, options);
    let pages = 1..=file.output.pages;
    pages
        .map(|page| {
            let page = page.to_string();
            file.run("pdftotext", &["-f", &page, "-l", &page], &["-"])
        })
        .collect()
}

#[test]
fn a_part_that_follows_goes_on_where_the_one_before_it_ends() {
    let head = |part: Part, name: &str| part.with(Block::heading(1, name, name.to_lowercase()));
    let pages = |second: Part| {
        let first = head(Part::new("First"), "First").with(Block::paragraph("One line."));
        let second = head(second, "Second").with(Block::paragraph("Another line."));
        pages_of(vec![first, second], &PdfOptions::default())
    };
    assert_eq!(pages(Part::new("Second")).len(), 2);
    let together = pages(Part::following("Second"));
    assert_eq!(together.len(), 1);
    assert!(together[0].contains("Another line."), "{together:?}");
    // Other margins are another page.
    let wide = Part {
        wide: true,
        ..Part::following("Second")
    };
    assert_eq!(pages(wide).len(), 2);
    let cover = Part::bare().with(Block::paragraph("Cover"));
    let after = head(Part::following("After"), "After");
    assert_eq!(
        pages_of(vec![cover, after], &PdfOptions::default()).len(),
        2
    );
}

#[test]
fn what_introduces_something_stays_with_its_beginning() {
    for lines in 20..40 {
        let above = Block::markdown("One line.\n\n".repeat(lines), 1);
        let part = Part::new("Log").with(above).with(Block::Leading(vec![
            Block::heading(1, "Introduced", "introduced"),
            Block::remark("First remark."),
            Block::remark("Second remark."),
        ]));
        let part = part.with(Block::paragraph("Begins here."));
        let pages = pages_of(vec![part], &PdfOptions::default());
        let of = |words: &str| pages.iter().position(|page| page.contains(words));
        assert!(of("Introduced").is_some(), "{pages:?}");
        assert_eq!(of("Introduced"), of("Begins here."), "{lines} lines");
    }
}

#[test]
fn the_end_of_a_text_goes_along_with_what_belongs_to_it() {
    let mut moved = 0;
    for lines in 20..40 {
        let text = "One line.\n\n".repeat(lines) + "The end.";
        let part = Part::new("Account")
            .with(Block::markdown(text, 1).leading())
            .with(Block::subheading(3, "Theory"))
            .with(Block::Definitions(vec![(
                "Applies".into(),
                "To this.".into(),
            )]));
        let pages = pages_of(vec![part], &PdfOptions::default());
        let theory = pages.iter().find(|page| page.contains("Theory"));
        let theory = theory.expect("it is printed");
        assert!(theory.contains("The end."), "{lines} lines: {theory}");
        moved += usize::from(pages.len() > 1);
    }
    assert!(moved > 3, "{moved}");
}

#[test]
fn what_is_whole_stays_on_one_page_if_one_can_hold_it() {
    let statement = |name: &str, lines: usize| {
        let mut blocks = vec![Block::subheading(2, name)];
        blocks.extend((0..lines).map(|_| Block::paragraph("One line.")));
        Block::Together(blocks)
    };
    let pages = |lines: usize| {
        let whole = vec![statement("First", lines), statement("Second", lines)];
        let part = Part::new("Sign-off")
            .with(Block::markdown("One line.\n\n".repeat(10), 1))
            .with(Block::Whole(whole));
        let pages = pages_of(vec![part], &PdfOptions::default());
        ["First", "Second"].map(|words| pages.iter().position(|page| page.contains(words)))
    };
    // Room for one is left below the text; a page can hold both.
    assert_eq!(pages(13), [Some(1), Some(1)]);
    // No page can hold both: the first stays where there is room for it.
    assert_eq!(pages(14), [Some(0), Some(1)]);
}

#[test]
fn a_picture_becomes_smaller_rather_than_leave_half_a_page_empty() {
    let mut pictures = support::pictures();
    pictures.insert("tall".into(), support::png(700, 700));
    let pages = |paragraphs: usize| {
        let text = "One line.\n\n".repeat(paragraphs) + "![Tall](attachment:tall)";
        let file = File::with(&support::written(&text), &pictures, &PdfOptions::default());
        file.output.pages
    };
    // It is 336 points high; what is left of the page after so many lines of 22 points is less.
    assert_eq!([pages(8), pages(17), pages(26)], [1, 1, 2]);
}

#[test]
fn a_register_repeats_its_headings_and_says_which_group_goes_on() {
    use aftershift_document::outline::{
        Register, RegisterEntry, RegisterGroup, RegisterHeadings, RegisterSum,
    };
    let words = "Watched and then led a medicines round. ";
    let entry = |number: usize| RegisterEntry {
        number: format!("A{number}"),
        when: "Tue 3 Mar".into(),
        times: "09:00–10:00".into(),
        title: format!("Round {number}").into(),
        figures: vec!["1 h".into()],
        texts: [
            // One of them is longer than a page.
            vec![Block::markdown(
                words.repeat(if number == 9 { 120 } else { 3 }),
                4,
            )],
            if number.is_multiple_of(2) {
                vec![]
            } else {
                vec![Block::paragraph("To look.")]
            },
        ],
        remarks: "Counts".into(),
    };
    let register = Register {
        summary: "Rounds".into(),
        headings: RegisterHeadings {
            number: "No.".into(),
            when: "Date".into(),
            title: "Activity".into(),
            figures: vec!["Claimed".into()],
            texts: ["Done".into(), "Learned".into()],
        },
        groups: vec![RegisterGroup {
            title: "March 2026".into(),
            anchor: Some("march".into()),
            figures: vec!["30 h".into()],
            entries: (1..=30).map(entry).collect(),
        }],
        total: Some(RegisterSum {
            label: "In all".into(),
            figures: vec!["30 h".into()],
        }),
    };
    let document = support::document(vec![Part::wide("Log").with(Block::Register(register))]);
    for text_size in [Length::thousandths(10_500), Length::points(16)] {
        let options = PdfOptions {
            text_size,
            ..PdfOptions::default()
        };
        let file = File::with(&document, &NoFiles, &options);
        assert!(file.output.pages >= 4);
        for page in 1..=file.output.pages {
            let number = page.to_string();
            let text = file.run("pdftotext", &["-f", &number, "-l", &number], &["-"]);
            assert!(
                text.contains("Claimed") && text.contains("Learned"),
                "{page}: {text}"
            );
            assert_eq!(
                text.contains("March 2026, continued"),
                page > 1,
                "{page}: {text}"
            );
        }
        let text = file.text().replace("\u{ad}\n", "").replace('\n', " ");
        assert_eq!(text.matches("medicines").count(), 29 * 3 + 120);
        let structure = file.run("pdfinfo", &["-struct-text"], &[]);
        assert!(!structure.contains("continued"), "read aloud only once");
        // Every row has a cell for each column, even where nothing is drawn.
        let count = |kind: &[&str]| {
            let lines = structure.lines().map(str::trim_start);
            lines
                .filter(|line| kind.contains(&line.split([' ', ':']).next().unwrap_or_default()))
                .count()
        };
        assert_eq!(count(&["TR"]), 33);
        assert_eq!(count(&["TD", "TH"]), 33 * 6);
    }
}

#[test]
fn no_page_is_begun_for_a_line_or_two_of_a_row() {
    let mut divided = 0;
    for lines in 40..60 {
        let text = vec!["line"; lines].join("\n");
        let row = vec![("Why".into(), Text::from(text))];
        let part = Part::new("Theory").with(Block::Definitions(row));
        let file = File::of(&support::document(vec![part]));
        if file.output.pages == 2 {
            divided += 1;
            let last = file.run("pdftotext", &["-f", "2", "-l", "2"], &["-"]);
            assert!(last.matches("line").count() >= 4, "{lines}: {last}");
        }
    }
    assert!(divided > 4, "{divided}");
}
