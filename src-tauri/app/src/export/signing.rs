//! The key that a portfolio signs its PDFs with.
//!
//! It is made when the first PDF is to be signed, and kept among the settings in the portfolio's file. It never travels
//! in the open format or inside a PDF: whoever has a PDF could otherwise sign another.

use crate::app::App;
use crate::failure::Failure;
use aftershift_document::Signer;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// Where it stands in the portfolio's settings.
const KEY: &str = "signer";

/// Key and certificate as they are kept, both in Base64.
#[derive(Serialize, Deserialize)]
struct Kept {
    key: String,
    certificate: String,
}

impl App {
    /// The signer of the open portfolio, made if there is none yet.
    pub(super) fn signer(&self) -> Result<Signer, Failure> {
        self.write(|db, present| {
            // One that cannot be read any more is replaced: it could sign nothing.
            if let Some(kept) = db.setting(KEY)?.as_deref().and_then(read) {
                return Ok(kept);
            }
            let mut chance = [0; 48];
            getrandom::fill(&mut chance).map_err(|error| no_key(&error))?;
            let uid = db.uid()?;
            let short: String = uid.chars().take(8).collect();
            let name = format!("Aftershift portfolio {short}");
            let signer =
                Signer::new(&chance, &name, present.now).map_err(|error| no_key(&error))?;
            let kept = Kept {
                key: STANDARD.encode(signer.key()),
                certificate: STANDARD.encode(signer.certificate().map_err(|error| no_key(&error))?),
            };
            let text = serde_json::to_string(&kept).map_err(|error| no_key(&error))?;
            db.set_setting(KEY, Some(&text))?;
            Ok(signer)
        })
    }
}

fn read(text: &str) -> Option<Signer> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    let [key, certificate] = [kept.key, kept.certificate].map(|part| STANDARD.decode(part));
    Signer::from_parts(&key.ok()?, &certificate.ok()?).ok()
}

fn no_key(error: &dyn std::fmt::Display) -> Failure {
    Failure::CannotSign {
        reason: error.to_string(),
    }
}
