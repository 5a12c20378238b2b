//! The pages that the window shows before an export are the pages of the PDF.

use aftershift_tests::World;
use aftershift_tests::picture::Picture;
use aftershift_tests::request::{export, with};
use resvg::{tiny_skia, usvg};
use serde_json::{Value, json};

/// Of both pictures.
const DOTS_PER_INCH: u32 = 60;

/// How far the mean shade of a square may be from the other's: Poppler fits letters to the dots, which makes those of
/// a large heading up to 29 darker here and there.
const TOLERANCE: u32 = 36;

/// A page as the window shows it.
fn shown(world: &World, preview: &Value, page: u32) -> Picture {
    let answer = world.ask("preview_page", json!({ "id": preview["id"], "page": page }));
    let tree = usvg::Tree::from_str(answer["svg"].as_str().unwrap(), &usvg::Options::default());
    let tree = tree.unwrap();
    let scale = DOTS_PER_INCH as f32 / 72.0;
    let size = tree.size();
    let dots = |length: f32| (length * scale).ceil() as u32;
    let mut drawn = tiny_skia::Pixmap::new(dots(size.width()), dots(size.height())).unwrap();
    // The last dots lie half beside the page.
    drawn.fill(tiny_skia::Color::WHITE);
    resvg::render(
        &tree,
        tiny_skia::Transform::from_scale(scale, scale),
        &mut drawn.as_mut(),
    );
    let shade = |dot: &tiny_skia::PremultipliedColorU8| {
        let [r, g, b] = [dot.red(), dot.green(), dot.blue()].map(u32::from);
        ((r * 299 + g * 587 + b * 114 + 500) / 1000) as u8
    };
    let shades = drawn.pixels().iter().map(shade).collect();
    Picture::of_shades(drawn.width() as usize, drawn.height() as usize, shades)
}

/// Asserts that the window shows what the PDF prints, page by page.
#[track_caller]
fn the_same_pages(world: &World, changes: Value, pages: impl Fn(u32) -> Vec<u32>) {
    let options = with(export(), changes);
    let preview = world.ask("preview_export", options.clone());
    let (_, exported) = world.pdf(&serde_json::from_value(options).unwrap());
    assert_eq!(preview["pages"], exported.pages);
    for page in pages(exported.pages) {
        let printed = Picture::of_page(&world.path("out.pdf"), page, DOTS_PER_INCH);
        let differences = shown(world, &preview, page).differences_above(&printed, TOLERANCE);
        assert!(
            differences.is_empty(),
            "page {page} looks different at {differences:?}"
        );
    }
}

#[test]
fn every_page_of_the_sample_is_shown_as_it_is_printed() {
    let world = World::with_sample();
    // Every construct, chart and picture of the sample is on one of them; each second one keeps the test short.
    the_same_pages(&world, json!({}), |pages| (1..=pages).step_by(2).collect());
}

/// The comparison must see words that stand elsewhere.
#[test]
fn another_page_is_seen_to_be_another() {
    let world = World::with_sample();
    let preview = world.ask("preview_export", export());
    let _ = world.pdf(&serde_json::from_value(export()).unwrap());
    let other = Picture::of_page(&world.path("out.pdf"), 4, DOTS_PER_INCH);
    let differences = shown(&world, &preview, 3).differences_above(&other, TOLERANCE);
    assert!(differences.len() > 50, "only at {differences:?}");
}

#[test]
fn large_print_is_shown_as_it_is_printed() {
    let world = World::with_sample();
    let changes = json!({ "largePrint": true, "raggedRight": true, "hours": false });
    the_same_pages(&world, changes, |pages| vec![1, 2, pages / 2, pages]);
}

#[test]
fn a_page_that_is_not_there_and_pages_that_were_put_away_are_refused() {
    let world = World::with_sample();
    let first = world.ask("preview_export", export());
    assert_eq!(
        (&first["width"], &first["height"]),
        (&json!(2100), &json!(2970))
    );
    let last = first["pages"].as_u64().unwrap();
    let ask = |id: &Value, page: u64| json!({ "id": id, "page": page });
    for page in [0, last + 1] {
        let refused = world.refused("preview_page", ask(&first["id"], page));
        assert_eq!(refused["code"], "invalid", "{refused}");
    }
    let second = world.ask("preview_export", with(export(), json!({ "hours": false })));
    let refused = world.refused("preview_page", ask(&first["id"], 1));
    assert_eq!(refused["code"], "notFound", "{refused}");
    world.ask("preview_page", ask(&second["id"], 1));
    world.ask("close_preview", json!({}));
    let refused = world.refused("preview_page", ask(&second["id"], 1));
    assert_eq!(refused["code"], "notFound", "{refused}");
}
