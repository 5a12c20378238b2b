//! Finds what may identify a person in a text, so that the writer is warned before anyone else reads it.
//!
//! A finding never blocks anything and never changes a text: it says where to look. The scanners are
//! written by hand and run in one pass each; on any text they take time in proportion to its length.

mod dates;
mod numbers;
mod scan;
mod words;

use crate::code::coded;
use scan::Text;
use serde::{Deserialize, Serialize};

coded! {
    /// What a finding may be.
    FindingKind {
        /// A health service number of England and Wales, Scotland or Northern Ireland.
        NhsNumber = "nhs_number", "NHS number";
        /// A National Insurance number.
        NationalInsurance = "national_insurance", "National Insurance number";
        /// A postcode.
        Postcode = "postcode", "Postcode";
        /// An email address.
        Email = "email", "Email address";
        /// A telephone number.
        Phone = "phone", "Telephone number";
        /// A date of birth.
        DateOfBirth = "date_of_birth", "Date of birth";
        /// A number by which a hospital knows a patient.
        HospitalNumber = "hospital_number", "Hospital number";
        /// A registration number of a nurse, midwife or nursing associate.
        RegistrationPin = "registration_pin", "Registration PIN";
        /// A name with a title.
        TitledName = "titled_name", "Name";
        /// A date to the day.
        ExactDate = "exact_date", "Exact date";
        /// A bed, bay or room.
        BedOrBay = "bed_or_bay", "Bed, bay or room";
        /// A ward with its name or number.
        Ward = "ward", "Ward";
        /// An age over 89, which few people have.
        GreatAge = "great_age", "Age over 89";
    }
}

coded! {
    /// How much a finding matters.
    Severity {
        /// It identifies a person by itself.
        Identifier = "identifier", "Likely identifies someone";
        /// Together with other things it may.
        Notice = "notice", "May help to identify someone";
    }
}

impl FindingKind {
    /// How much it matters.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::NhsNumber
            | Self::NationalInsurance
            | Self::Postcode
            | Self::Email
            | Self::Phone
            | Self::DateOfBirth
            | Self::HospitalNumber
            | Self::RegistrationPin => Severity::Identifier,
            Self::TitledName | Self::ExactDate | Self::BedOrBay | Self::Ward | Self::GreatAge => {
                Severity::Notice
            }
        }
    }

    /// What to do about it, in one sentence.
    #[must_use]
    pub fn advice(self) -> &'static str {
        match self {
            Self::NhsNumber => "This looks like an NHS number: take it out.",
            Self::NationalInsurance => "This looks like a National Insurance number: take it out.",
            Self::Postcode => "This looks like a postcode: name the kind of place instead.",
            Self::Email => "This is an email address: name the role instead.",
            Self::Phone => "This looks like a telephone number: take it out.",
            Self::DateOfBirth => "This looks like a date of birth: an age range says enough.",
            Self::HospitalNumber => "This looks like a hospital number: take it out.",
            Self::RegistrationPin => "This looks like a registration PIN: name the role instead.",
            Self::TitledName => "This looks like somebody’s name: name the role instead.",
            Self::ExactDate => {
                "An exact date can be matched with records: month and year say enough."
            }
            Self::BedOrBay => "A bed, bay or room can point to one person: leave it out.",
            Self::Ward => "A named ward narrows down who was there: name the kind of ward instead.",
            Self::GreatAge => "Few people are this old: “in their nineties” says enough.",
        }
    }
}

/// A place in a text that may identify somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// What it may be.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// Where it begins, in bytes from the beginning of the text.
    pub start: usize,
    /// Where it ends, in bytes; the byte at this place no longer belongs to it.
    pub end: usize,
    /// What was found, as it is written.
    pub matched: String,
    /// What to do about it, in one sentence.
    pub advice: String,
}

/// Everything in `text` that may identify somebody, in order and without overlaps: where two scanners
/// meet, the graver finding stays, and of two alike the longer.
#[must_use]
pub fn find(text: &str) -> Vec<Finding> {
    let scanned = Text::new(text);
    let mut hits = Vec::new();
    words::emails(&scanned, &mut hits);
    numbers::all(&scanned, &mut hits);
    words::postcodes(&scanned, &mut hits);
    dates::dates(&scanned, &mut hits);
    words::names_and_places(&scanned, &mut hits);
    settle(text, hits)
}

/// A finding before overlaps are settled.
type Hit = (FindingKind, usize, usize);

fn settle(text: &str, mut hits: Vec<Hit>) -> Vec<Finding> {
    let grave = |hit: &Hit| hit.0.severity() == Severity::Identifier;
    // By place; of those that begin alike the graver, then the longer first.
    hits.sort_by_key(|hit| (hit.1, !grave(hit), usize::MAX - hit.2, hit.0));
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        match kept.last() {
            Some(last) if hit.1 < last.2 => {
                if grave(&hit) && !grave(last) {
                    kept.pop();
                    kept.push(hit);
                }
            }
            _ => kept.push(hit),
        }
    }
    kept.into_iter()
        .map(|(kind, start, end)| Finding {
            kind,
            severity: kind.severity(),
            start,
            end,
            matched: text.get(start..end).unwrap_or_default().to_owned(),
            advice: kind.advice().to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests;
