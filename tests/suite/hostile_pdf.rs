//! PDFs that were made to do harm, or are not what they seem: one sentence, nothing changed, and no more memory than a
//! file of that size should need.

use aftershift_tests::World;
use flate2::{Compress, Compression, FlushCompress};
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;

/// What is said of a PDF that is to be brought back.
fn refused(bytes: &[u8]) -> String {
    let world = World::with_portfolio();
    let path = world.path("in.pdf");
    std::fs::write(&path, bytes).unwrap();
    let before = world.everything();
    let failure = world.app.import_portfolio(&path).unwrap_err();
    assert_eq!(world.everything(), before);
    let heard: Value = serde_json::to_value(failure).unwrap();
    heard["reason"].as_str().unwrap().to_owned()
}

/// A PDF of one page with this stream for its contents.
fn with_contents(entries: &str, stream: &[u8]) -> Vec<u8> {
    let mut pdf = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    let head = format!(
        "4 0 obj\n<< /Length {} {entries} >>\nstream\n",
        stream.len()
    );
    for object in [
        b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n".to_vec(),
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n".to_vec(),
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n"
            .to_vec(),
        [head.as_bytes(), stream, b"\nendstream\nendobj\n"].concat(),
    ] {
        places.push(pdf.len());
        pdf.extend(object);
    }
    let table = pdf.len();
    pdf.extend(b"xref\n0 5\n0000000000 65535 f \n");
    for place in places {
        pdf.extend(format!("{place:010} 00000 n \n").bytes());
    }
    pdf.extend(format!("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").bytes());
    pdf
}

/// So many megabytes of nothing, pressed into a thousandth of that.
fn bomb(megabytes: usize) -> Vec<u8> {
    let nothing = vec![0; 1 << 20];
    let mut press = Compress::new(Compression::best(), true);
    let mut press_one = || {
        let mut pressed = Vec::with_capacity(1 << 16);
        press
            .compress_vec(&nothing, &mut pressed, FlushCompress::Full)
            .unwrap();
        pressed
    };
    // After a full flush, every piece is pressed alike.
    let (mut stream, piece) = (press_one(), press_one());
    for _ in 1..megabytes {
        stream.extend(&piece);
    }
    stream
}

#[test]
fn a_pdf_that_would_fill_the_memory_is_stopped() {
    let pdf = with_contents("/Filter /FlateDecode", &bomb(4096));
    assert!(pdf.len() < 16 << 20, "{}", pdf.len());
    let said = refused(&pdf);
    assert!(said.starts_with("The PDF needs more memory than"), "{said}");
}

#[test]
fn a_pdf_of_others_is_refused_by_what_is_missing_in_it() {
    let said = refused(&with_contents("", b"BT ET"));
    assert!(
        said.starts_with("No portfolio travels inside this PDF"),
        "{said}"
    );
    let world = World::with_portfolio();
    let path = world.path("in.pdf");
    std::fs::write(&path, with_contents("", b"BT ET")).unwrap();
    let failure = serde_json::to_value(world.app.verify_pdf(&path).unwrap_err()).unwrap();
    let said = failure["reason"].as_str().unwrap();
    assert!(
        said.starts_with("This PDF does not say how it was exported"),
        "{said}"
    );
}

#[test]
fn a_pdf_whose_parts_lead_in_circles_is_an_answer() {
    let said =
        refused(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>\nendobj\n");
    assert!(said.starts_with("This is not a PDF"), "{said}");
}

/// Reads in this process: what is tried is that nothing of it panics, and thousands of processes would take long.
fn read(bytes: &[u8]) {
    let _ = aftershift_document::inside::inside(bytes);
}

fn sample() -> &'static [u8] {
    static SAMPLE: std::sync::LazyLock<Vec<u8>> = std::sync::LazyLock::new(|| {
        let world = World::with_portfolio();
        let options = aftershift_tests::request::export();
        let (pdf, _) = world.pdf(&serde_json::from_value(options).unwrap());
        pdf.bytes()
    });
    &SAMPLE
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn damage_anywhere_is_an_answer_and_no_panic(
        at in any::<proptest::sample::Index>(),
        with in proptest::collection::vec(any::<u8>(), 1..40),
    ) {
        let mut bytes = sample().to_vec();
        let at = at.index(bytes.len());
        let end = (at + with.len()).min(bytes.len());
        bytes.splice(at..end, with);
        read(&bytes);
    }
}

#[test]
fn a_pdf_that_is_not_there_is_named() {
    let missing = World::with_portfolio()
        .app
        .verify_pdf(Path::new("/there/is/none.pdf"));
    let heard = serde_json::to_value(missing.unwrap_err()).unwrap();
    assert_eq!(heard["code"], "noSuchFile");
}
