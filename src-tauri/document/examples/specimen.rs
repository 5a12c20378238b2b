//! Writes a document with every construct, to be looked at: `cargo run --example specimen OUT.pdf`.
//! With a number after the file, writes that many accounts of some 600 words, to be timed.

#[path = "../tests/support/mod.rs"]
mod support;

use aftershift_document::{Fonts, PdfOptions, SystemFonts, Unwatched, pdf};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let target = arguments.next().ok_or("name the file to write")?;
    let (document, fonts) = match arguments.next() {
        Some(count) => (support::accounts(count.parse()?), Fonts::bundled()),
        None => (
            support::everything(),
            Fonts::with_system(SystemFonts::load()),
        ),
    };
    let options = PdfOptions::default();
    let output = pdf(
        &document,
        &support::pictures(),
        &options,
        &fonts,
        &Unwatched,
    )?;
    std::fs::write(target, output.bytes)?;
    Ok(())
}
