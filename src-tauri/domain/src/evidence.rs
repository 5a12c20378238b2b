//! Files that a learner keeps as evidence.

use crate::code::coded;
use crate::id::{ActivityId, EvidenceId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

coded! {
    /// What kind of evidence a file is.
    EvidenceKind {
        /// A product of the learner's work.
        WorkProduct = "work_product", "Work product";
        /// Someone's signed account of what they saw.
        WitnessTestimony = "witness_testimony", "Witness testimony";
        /// A record of an observation.
        ObservationRecord = "observation_record", "Observation record";
        /// Feedback.
        Feedback = "feedback", "Feedback";
        /// A certificate.
        Certificate = "certificate", "Certificate";
        /// A photograph, drawing or recording.
        Media = "media", "Picture or recording";
    }
}

/// A file kept inside the portfolio. Its bytes never change: a new version is a new file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Evidence {
    /// Identity: the `ID` of `attachment:ID` in a text.
    pub id: EvidenceId,
    /// File name as it was added, without a folder.
    pub file_name: String,
    /// What kind of evidence it is.
    pub kind: EvidenceKind,
    /// What it shows, for people who cannot see it.
    #[serde(default)]
    pub alternative_text: String,
    /// What it is and where it comes from.
    #[serde(default)]
    pub description: String,
    /// Media type such as `image/png`.
    pub media_type: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal: where the bytes are kept.
    pub sha256: String,
    /// Length in bytes.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub size: u64,
    /// When it was added.
    pub created_at: DateTime<Utc>,
    /// When it was moved to the bin, if it was.
    #[serde(default)]
    pub deleted_at: Option<DateTime<Utc>>,
}

/// A file belongs to an activity: a certificate, a register, slides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EvidenceLink {
    /// The activity.
    pub activity_id: ActivityId,
    /// The file.
    pub evidence_id: EvidenceId,
}

/// The ids of the files that a text shows as `attachment:ID`, in its order. The text is not read as Markdown: one that
/// stands in code is among them.
pub fn shown_in(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.split("attachment:").skip(1).filter_map(move |after| {
        let end = after.find(|c| !is_part(c)).unwrap_or(after.len());
        (end > 0).then(|| &after[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::shown_in;

    #[test]
    fn a_text_names_the_files_that_it_shows() {
        for (text, ids) in [
            ("", vec![]),
            ("An attachment: none", vec![]),
            ("![A chart](attachment:e-1)", vec!["e-1"]),
            (
                "![](attachment:e_2 \"Rest\") and ![](attachment:e-1)![](attachment:e_2)",
                vec!["e_2", "e-1", "e_2"],
            ),
            ("at the end attachment:e-é", vec!["e-"]),
        ] {
            assert_eq!(shown_in(text).collect::<Vec<_>>(), ids, "{text}");
        }
    }
}
