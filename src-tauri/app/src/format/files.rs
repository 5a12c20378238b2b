//! Whether the files of a document are the ones that its portfolio speaks of.

use super::read::ReadFile;
use aftershift_domain::evidence::Evidence;
use aftershift_domain::fingerprint::Fingerprint;
use aftershift_domain::portfolio::{LARGEST_EVIDENCE, Portfolio};
use aftershift_domain::problem::Problem;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The SHA-256 of `bytes`.
pub(crate) fn digest(bytes: &[u8]) -> Fingerprint {
    Fingerprint::of_digest(Sha256::digest(bytes).into())
}

/// The SHA-256 of `bytes` as lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    digest(bytes).hex()
}

/// The files by their hash, and everything that is wrong with them.
pub(super) fn check(
    portfolio: &Portfolio,
    read: Vec<ReadFile>,
    beside: &dyn Fn(&Evidence) -> Option<Vec<u8>>,
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
        if !files.contains_key(&evidence.sha256)
            && let Some(bytes) = beside(evidence)
            && bytes.len() as u64 <= LARGEST_EVIDENCE
            && sha256(&bytes) == evidence.sha256
        {
            files.insert(evidence.sha256.clone(), bytes);
        }
        match files.get(&evidence.sha256) {
            None => wrong(
                format!("portfolio.evidence[{index}].sha256"),
                "None of the files has this SHA-256, neither in here nor beside it.".into(),
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
