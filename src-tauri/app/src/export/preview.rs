//! The pages of an export to look at, before it is written.

use super::{FONTS, check_options, failed};
use crate::app::App;
use crate::convert::{count, invalid, not_found};
use crate::failure::Failure;
use crate::wire::{Done, ExportOptions, ExportPreview, Nothing, PreviewPage, PreviewPageRef};
use aftershift_document::length::Length;
use aftershift_document::{Preview, Unwatched};
use std::path::Path;
use std::sync::Arc;

/// Pages that are being looked at.
#[derive(Debug)]
pub(crate) struct Shown {
    id: String,
    preview: Arc<Preview>,
}

/// A length in tenths of a millimetre, to the nearest.
fn tenths(length: Length) -> u32 {
    // A point is 25.4/72 mm.
    let thousandths = length.as_thousandths().max(0);
    u32::try_from((thousandths * 254 + 36_000) / 72_000).unwrap_or(u32::MAX)
}

impl App {
    /// Sets the pages of an export, to be looked at one by one with [`preview_page`](Self::preview_page) until others are
    /// set.
    ///
    /// # Errors
    /// If nothing is open, the choice holds nothing that can be, or the portfolio cannot be read.
    pub fn preview_export(&self, options: ExportOptions) -> Result<ExportPreview, Failure> {
        check_options(&options)?;
        let preview = self
            .with_document(&options, |document, files, options| {
                Preview::new(document, files, options, &FONTS, &Unwatched)
            })?
            .map_err(|error| failed(&error, Path::new("")))?;
        let id = self.new_id_text();
        let (width, height) = preview.size();
        let answer = ExportPreview {
            id: id.clone(),
            pages: count(preview.pages()),
            width: tenths(width),
            height: tenths(height),
        };
        self.with_state(|state| {
            state.preview = Some(Shown {
                id,
                preview: Arc::new(preview),
            });
            Ok(answer)
        })
    }

    /// A page of the preview.
    ///
    /// # Errors
    /// If other pages were set since, or there is none of this number.
    pub fn preview_page(&self, request: PreviewPageRef) -> Result<PreviewPage, Failure> {
        let preview = self.with_state(|state| {
            let shown = state.preview.as_ref();
            let shown = shown.filter(|shown| shown.id == request.id);
            Ok(shown.map(|shown| Arc::clone(&shown.preview)))
        })?;
        let preview = preview.ok_or_else(|| not_found("preview"))?;
        let number = usize::try_from(request.page).ok();
        let svg = number
            .and_then(|number| number.checked_sub(1))
            .and_then(|place| preview.svg(place))
            .ok_or_else(|| invalid("page", format!("There are {} pages.", preview.pages())))?;
        Ok(PreviewPage { svg })
    }

    /// Puts the preview away: many pages take a good deal of memory.
    ///
    /// # Errors
    /// None; it answers as every command does.
    pub fn close_preview(&self, _: Nothing) -> Result<Done, Failure> {
        self.with_state(|state| {
            state.preview = None;
            Ok(Done {})
        })
    }
}
