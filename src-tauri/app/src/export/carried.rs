//! The data that travels inside a PDF, and the fingerprint of it.
//!
//! A PDF of everything carries the whole portfolio, as it stands: also what is in the bin, and earlier versions. That is
//! what makes it a copy to go back to. Any other PDF carries what is printed and nothing else, with dates as coarse as on
//! the pages. The fingerprint is of that data, whether it is carried or left out.

use super::{Snapshot, selection};
use crate::failure::Failure;
use crate::format::{self, files::digest};
use crate::wire::{CarriedData, ExportOptions};
use aftershift_document::FileSource;
use aftershift_document::portfolio::{DATA_NAME, Pack, Source};
use aftershift_domain::evidence::Evidence;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

/// Under which identity the data stands among the files of an export. No file has it: it is no id.
const DATA: &str = DATA_NAME;

/// Whether all of the portfolio is carried.
pub(super) fn is_whole(options: &ExportOptions) -> bool {
    options.data == CarriedData::Everything && selection::is_everything(options)
}

/// What an export carries.
pub(super) struct Carried {
    /// The data in the open format, if it travels.
    json: Option<Vec<u8>>,
    /// What is said of it.
    pub source: Source,
}

impl Carried {
    /// Takes the data out of what was read for an export.
    pub(super) fn of(
        snapshot: &Snapshot,
        pack: &Pack<'_>,
        options: &ExportOptions,
    ) -> Result<Self, Failure> {
        let json = data(snapshot, pack)?;
        let carried = options.data != CarriedData::Nothing;
        Ok(Self {
            source: Source {
                fingerprint: digest(&json),
                file: carried.then(|| DATA.to_owned()),
                whole: snapshot.whole.is_some(),
                signed: None,
            },
            json: carried.then_some(json),
        })
    }
}

fn data(snapshot: &Snapshot, pack: &Pack<'_>) -> Result<Vec<u8>, Failure> {
    let printed;
    let portfolio = match &snapshot.whole {
        Some(whole) => whole,
        None => {
            printed = pack.printed();
            &printed
        }
    };
    let bytes = |file: &Evidence| snapshot.files.get(file.id.as_str());
    // What travels as a file of its own is not carried twice.
    let travelling = snapshot.portfolio.evidence.iter();
    let travelling = travelling.filter(|file| bytes(file).is_some());
    let beside: BTreeSet<&str> = travelling.map(|file| file.sha256.as_str()).collect();
    let files = portfolio.evidence.iter();
    let files = files.filter_map(|file| Some((file.sha256.as_str(), bytes(file)?)));
    format::export_beside(portfolio, files, &beside)
}

/// The files of an export, the data among them.
pub(super) struct Files<'a> {
    pub evidence: &'a HashMap<String, Vec<u8>>,
    pub carried: &'a Carried,
}

impl FileSource for Files<'_> {
    fn file(&self, id: &str) -> Option<Cow<'_, [u8]>> {
        if id == DATA {
            return self.carried.json.as_deref().map(Cow::Borrowed);
        }
        self.evidence.file(id)
    }
}
