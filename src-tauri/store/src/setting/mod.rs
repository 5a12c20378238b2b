//! Settings that travel with the file, such as the draft of a quick capture.

use crate::error::Result;
use crate::fields::Fields;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::theory::CitationStyle;
use rusqlite::OptionalExtension;

/// Where the text of the capture box stands. Unlike settings proper it is a person's work.
const CAPTURE: &str = "capture";

/// Which style works are cited in; absent for the usual one.
const STYLE: &str = "citationStyle";

/// The text of the style that the person added.
const OWN_STYLE: &str = "citationStyleOwn";

impl Reader<'_> {
    /// How works are cited.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn citation_style(&self) -> Result<CitationStyle> {
        let chosen = self.setting(STYLE)?;
        let own = self.setting(OWN_STYLE)?.unwrap_or_default();
        Ok(CitationStyle {
            chosen: chosen
                .and_then(|code| code.parse().ok())
                .unwrap_or_default(),
            own,
        })
    }

    /// What stands in the capture box; may be empty.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn capture(&self) -> Result<String> {
        Ok(self.setting(CAPTURE)?.unwrap_or_default())
    }

    /// The value of the setting `key`, if it was ever set.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        let mut statement = self
            .db
            .prepare_cached("select value from setting where key = :key")?;
        Ok(statement
            .query_one([key], |row| row.get("value"))
            .optional()?)
    }
}

impl Writer<'_> {
    /// Puts `text` into the capture box, in place of what stands there.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn set_capture(&self, text: &str) -> Result<()> {
        self.set_setting(CAPTURE, Some(text).filter(|text| !text.is_empty()))
    }

    /// Sets how works are cited.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn set_citation_style(&self, style: &CitationStyle) -> Result<()> {
        let chosen = (style.chosen != CitationStyle::default().chosen).then(|| style.chosen.code());
        self.set_setting(STYLE, chosen)?;
        self.set_setting(
            OWN_STYLE,
            Some(style.own.as_str()).filter(|own| !own.is_empty()),
        )
    }

    /// Sets `key` to `value`, or forgets it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn set_setting(&self, key: &str, value: Option<&str>) -> Result<()> {
        match value {
            Some(value) => {
                Fields::of("setting")
                    .text("key", key)
                    .text("value", value)
                    .run(self.db, include_str!("put.sql"))?;
            }
            None => {
                self.db
                    .prepare_cached("delete from setting where key = :key")?
                    .execute([key])?;
            }
        }
        self.changed(Tag::Settings);
        Ok(())
    }
}
