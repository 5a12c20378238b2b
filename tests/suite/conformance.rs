//! Every kind of document, held against the rules of PDF/UA-1 and PDF/A-3a by a validator that is not ours.

use aftershift_tests::World;
use aftershift_tests::conformance::{check, validate};
use aftershift_tests::pdf::Pdf;
use aftershift_tests::request::{activity, book, export, reflection, saving, with};
use base64::Engine;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Every construct that a text may be made of.
const CONSTRUCTS: &str = "\
# A heading\n\n## One below\n\nA paragraph with *emphasis*, **strong words**, ***both***, ~~words struck out~~, `code`, a \
[link to the trust](https://www.nhs.uk/), an address <https://www.example.org/a/very/long/path/that/has/to/wrap/somewhere>, \
a hard\\\nbreak, H<sub>2</sub>O, and a note.[^1] Another cites a work [@benner1984, p. 13], and @benner1984 tells it.\n\n\
### A list\n\n- one\n- two\n  - two and a half\n    1. first\n    2. second\n       - deep\n         - deeper\n- three\n\n\
3. begins with three\n4. goes on\n\n- [ ] to be done\n- [x] done\n\n\
> Somebody said this,\n>\n> > and somebody before them said that.\n>\n> - in a quotation\n\n\
```rust\nfn main() {\n\tprintln!(\"a line of code that is longer than the page is wide, so that it has to be broken somewhere on the way\");\n}\n```\n\n\
    indented code\n\n---\n\n\
| Left | Middle | Right | None |\n|:--|:-:|--:|---|\n| a | b | 1 | *x* |\n| | `c` | 22 | a longer cell that wraps onto a second line of its own |\n\n\
<div>HTML that is kept as words</div>\n\nLast &amp; least.\n\n[^1]: The note, with *emphasis* and a [link](https://www.example.org/).\n";

/// A sentence or two in each of many scripts.
const SCRIPTS: &[(&str, &str)] = &[
    (
        "Welsh",
        "Ysgrifennais yn syth ar ôl y sifft; tŷ, ŵyn, ffŵl.",
    ),
    (
        "Polish and Turkish",
        "Zażółć gęślą jaźń. Pijamalı hasta yağız şoföre çabucak güvendi.",
    ),
    (
        "Vietnamese",
        "Tôi đã học được nhiều điều từ ca trực đêm ấy.",
    ),
    ("Greek", "Ξεσκεπάζω τὴν ψυχοφθόρα βδελυγμία."),
    (
        "Russian and Ukrainian",
        "Съешь же ещё этих мягких булок. Ґанок, їжак, євро.",
    ),
    ("Arabic", "كتبتُ هذا بعد المناوبة (الليلية) في 12 آذار."),
    ("Hebrew", "כתבתי זאת אחרי המשמרת, ב־12 במרץ (בלילה)."),
    ("Hindi", "मैंने यह पाली के बाद लिखा। क्षत्रिय ज्ञान।"),
    ("Thai", "ฉันเขียนสิ่งนี้หลังเลิกกะดึก"),
    ("Chinese", "夜班之后，我写下了这些话：“先听，再说。”"),
    ("Japanese", "夜勤のあとで、これを書きました。「まず聞く。」"),
    ("Korean", "야간 근무가 끝난 뒤에 이것을 썼습니다."),
    ("Signs and emoji", "→ ≤ ≥ ½ ² ℃ 👍 🏥 ☕ ✓"),
    ("Missing", "\u{13000}\u{13001} and \u{e000}"),
];

/// Keeps a picture, and gives back how a text shows it.
fn picture(world: &World, number: usize) -> String {
    let mut file = Vec::new();
    let (width, height) = (9 + number as u32 * 7, 60 + number as u32 % 11 * 30);
    let (colour, depth) = [
        (png::ColorType::Rgb, png::BitDepth::Eight),
        (png::ColorType::Rgba, png::BitDepth::Eight),
        (png::ColorType::Grayscale, png::BitDepth::One),
        (png::ColorType::GrayscaleAlpha, png::BitDepth::Eight),
        (png::ColorType::Rgb, png::BitDepth::Sixteen),
    ][number % 5];
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    let mut writer = encoder.write_header().unwrap();
    let bits = colour.samples() * depth as usize * width as usize;
    let bytes = bits.div_ceil(8) * height as usize;
    let dots: Vec<u8> = (0..bytes)
        .map(|at| (at * (number + 3) / 7 % 256) as u8)
        .collect();
    writer.write_image_data(&dots).unwrap();
    writer.finish().unwrap();
    let alternative = format!("Pattern number {number}");
    let added = world.ask(
        "add_evidence",
        json!({
            "fileName": format!("pattern-{number}.png"), "alternativeText": alternative,
            "base64": base64::engine::general_purpose::STANDARD.encode(file),
        }),
    );
    format!(
        "![{alternative}](attachment:{})",
        added["id"].as_str().unwrap()
    )
}

/// An account with `text` in its first stage.
fn account(world: &World, title: &str, text: &str) {
    let begun = world.ask("create_reflection", reflection(title, "gibbs"));
    let view = world.ask("reflection", json!({ "id": begun["reflectionId"] }));
    let stages = json!([{ "key": "description", "heading": "", "text": text }]);
    world.ask(
        "save_reflection",
        with(saving(&view), json!({ "stages": stages })),
    );
}

/// A portfolio with every construct, many scripts and fifty pictures.
fn stress() -> World {
    let world = World::with_portfolio();
    world.ask(
        "save_theory",
        with(
            book("Benner", "1984", "From novice to expert"),
            json!({ "citeKey": "benner1984" }),
        ),
    );
    for number in 0..3 {
        account(&world, &format!("Every construct {number}"), CONSTRUCTS);
    }
    let scripts: Vec<String> = SCRIPTS
        .iter()
        .map(|(name, text)| format!("## {name}\n\n{text}\n\n- {text}\n\n> **{text}**\n\n| {text} |\n|---|\n| {text} |\n\n"))
        .collect();
    account(&world, "Many scripts — 夜班 и שלום", &scripts.concat());
    let pictures: Vec<String> = (0..50).map(|number| picture(&world, number)).collect();
    account(&world, "Fifty pictures", &pictures.join("\n\n"));
    for (number, (name, text)) in SCRIPTS.iter().enumerate() {
        let day = format!("2026-03-{:02}", number % 12 + 1);
        let changes = json!({
            "whatWasDone": CONSTRUCTS, "whatWasLearned": text, "duration": 90, "offTheJob": 60, "category": "theory",
        });
        world.ask("save_activity", with(activity(name, &day), changes));
    }
    world
}

/// Writes the portfolio with these changes of what is usual, beside what was written before.
fn written(world: &World, changes: &Value, name: &str) -> PathBuf {
    let (pdf, _) = world.pdf(&serde_json::from_value(with(export(), changes.clone())).unwrap());
    let path = world.path(name);
    std::fs::rename(world.path("out.pdf"), &path).unwrap();
    let _ = pdf;
    path
}

#[track_caller]
fn all_conform(paths: &[PathBuf]) {
    for path in paths {
        Pdf::at(path).check();
    }
    check(&paths.iter().map(PathBuf::as_path).collect::<Vec<&Path>>());
}

#[test]
fn every_form_of_the_sample_conforms() {
    let world = World::with_sample();
    let mut paths: Vec<PathBuf> = [
        json!({}),
        json!({ "coarseDates": false, "data": "everything" }),
        json!({ "data": "nothing" }),
        json!({ "hours": false, "drafts": false }),
        json!({ "reflections": false, "raggedRight": true }),
        json!({ "largePrint": true, "from": "2026-01-01" }),
    ]
    .iter()
    .enumerate()
    .map(|(number, changes)| written(&world, changes, &format!("sample-{number}.pdf")))
    .collect();
    let audit = world.path("audit.pdf");
    world.app.export_audit(&audit, false).unwrap();
    paths.push(audit);
    all_conform(&paths);
}

#[test]
fn a_portfolio_with_almost_nothing_in_it_conforms() {
    let world = World::with_portfolio();
    account(&world, "Only this", "A sentence.");
    let account = written(&world, &json!({}), "account.pdf");
    let audit = world.path("audit.pdf");
    world.app.export_audit(&audit, false).unwrap();
    all_conform(&[account, audit]);
}

#[test]
fn every_construct_script_and_picture_conforms() {
    let world = stress();
    let plain = written(&world, &json!({}), "stress.pdf");
    let large = written(
        &world,
        &json!({ "largePrint": true, "raggedRight": true }),
        "stress-large.pdf",
    );
    all_conform(&[plain, large]);
}

/// The look at a document must see what is wrong with it.
#[test]
fn a_document_that_breaks_the_rules_is_found_out() {
    let world = World::with_portfolio();
    account(&world, "Only this", "A sentence.");
    let path = written(&world, &json!({}), "whole.pdf");
    let broken = world.path("broken.pdf");
    let _ = Pdf::at(&path).run(
        "qpdf",
        &["--qdf", "--object-streams=disable"],
        &[broken.to_str().unwrap()],
    );
    let mut bytes = std::fs::read(&broken).unwrap();
    let marked: &[u8] = b"/Marked true";
    let at = bytes.windows(marked.len()).position(|part| part == marked);
    let at = at.expect("it says that it is tagged");
    bytes[at..at + marked.len()].copy_from_slice(b"/Marked null");
    std::fs::write(&broken, bytes).unwrap();
    let (conforms, said) = validate(&[&broken]);
    assert!(!conforms, "{said}");
    assert!(said.contains("MarkInfo"), "{said}");
}
