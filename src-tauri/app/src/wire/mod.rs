//! What is asked and answered over the contract. Domain values cross as they are; the types here say
//! what a screen asks for and what it shows together.

mod activity;
mod audit;
mod exchange;
mod export;
mod file;
mod hours;
mod library;
mod recurrence;
mod reflection;
mod theory;
mod timer;
mod unfinished;

pub use activity::*;
pub use audit::*;
pub use exchange::*;
pub use export::*;
pub use file::*;
pub use hours::*;
pub use library::*;
pub use recurrence::*;
pub use reflection::*;
pub use theory::*;
pub use timer::*;
pub use unfinished::*;

pub use aftershift_domain::activity::{Activity, Recurrence};
pub use aftershift_domain::evidence::{Evidence, EvidenceLink};
pub use aftershift_domain::programme::Programme;
pub use aftershift_domain::reflection::{ActivityLink, OwnModel};
pub use aftershift_domain::theory::map::TheoryMap;
pub use aftershift_domain::theory::{Theory, TheoryLink};
pub use aftershift_domain::unfinished::{Form, TypedField, Unfinished};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Declares types of the contract: serialised in camel case, unknown fields refused, known to the
/// TypeScript writer.
macro_rules! wire {
    ($($(#[$meta:meta])* $kind:ident $name:ident { $($body:tt)* })+) => {$(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        $(#[$meta])*
        pub $kind $name { $($body)* }
    )+};
}
pub(crate) use wire;

/// A request without particulars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(type = "Record<string, never>")
)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

wire! {
    /// It was done; there is nothing more to say.
    struct Done {}

    /// It is in the file.
    struct Saved {
        /// When the file acknowledged it.
        pub saved_at: DateTime<Utc>,
    }
}
