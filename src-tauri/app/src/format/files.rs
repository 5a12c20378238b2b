//! Whether the files of a document are the ones that its portfolio speaks of.

use super::read::ReadFile;
use aftershift_domain::portfolio::{LARGEST_EVIDENCE, Portfolio};
use aftershift_domain::problem::Problem;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The SHA-256 of `bytes` as lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The files by their hash, and everything that is wrong with them.
pub(super) fn check(
    portfolio: &Portfolio,
    read: Vec<ReadFile>,
) -> (BTreeMap<String, Vec<u8>>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut wrong = |field: String, reason: String| problems.push(Problem { field, reason });
    let mut files = BTreeMap::new();
    for (
        index,
        ReadFile {
            sha256: name,
            base64,
        },
    ) in read.into_iter().enumerate()
    {
        let bytes = base64.0;
        if bytes.len() as u64 > LARGEST_EVIDENCE {
            wrong(
                format!("files[{index}].base64"),
                format!(
                    "A file may have at most 25 MB; this one has {} bytes.",
                    bytes.len()
                ),
            );
        } else if sha256(&bytes) != name {
            wrong(
                format!("files[{index}].base64"),
                "The bytes are not those that the SHA-256 beside them stands for: the file was \
                 changed or cut short."
                    .into(),
            );
        } else if !portfolio.evidence.iter().any(|e| e.sha256 == name) {
            wrong(
                format!("files[{index}].sha256"),
                "No item of evidence has this SHA-256: add the item or leave the file out.".into(),
            );
        }
        // A wrong file is kept under its name all the same, so that the evidence that names it is not
        // reported as well.
        if files.insert(name, bytes).is_some() {
            wrong(
                format!("files[{index}].sha256"),
                "This file is here twice.".into(),
            );
        }
    }
    for (index, evidence) in portfolio.evidence.iter().enumerate() {
        match files.get(&evidence.sha256) {
            None => wrong(
                format!("portfolio.evidence[{index}].sha256"),
                "None of the files has this SHA-256.".into(),
            ),
            Some(bytes) if bytes.len() as u64 != evidence.size => wrong(
                format!("portfolio.evidence[{index}].size"),
                format!("The file has {} bytes.", bytes.len()),
            ),
            Some(_) => {}
        }
    }
    (files, problems)
}
