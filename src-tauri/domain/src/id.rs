//! Identities that refuse to be mixed up: an activity's id cannot be given where a reflection's is
//! asked for.

/// The text cannot be an identity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an id has 1 to 64 letters, digits, “-” or “_”")]
pub struct BadId;

/// Whether `text` may be an identity: 1 to 64 ASCII letters, digits, hyphens or underscores. The
/// narrow alphabet lets an id stand in a link (`attachment:ID`), a file name and an anchor as it is.
#[must_use]
pub fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Takes `text` as an identity.
            ///
            /// # Errors
            /// [`BadId`] if it is empty, too long or has other characters than ids may have.
            pub fn new(text: impl Into<String>) -> Result<Self, BadId> {
                let text = text.into();
                if is_id(&text) { Ok(Self(text.into_boxed_str())) } else { Err(BadId) }
            }

            /// The identity as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;
            fn try_from(text: String) -> Result<Self, BadId> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0.into()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// An [activity](crate::activity::Activity).
    ActivityId;
    /// A [reflection](crate::reflection::Reflection).
    ReflectionId;
    /// A [work of theory](crate::theory::Theory).
    TheoryId;
    /// A [link](crate::theory::TheoryLink) from a reflection to a work of theory.
    TheoryLinkId;
    /// An occupational [standard](crate::standard::Standard).
    StandardId;
    /// A [criterion](crate::standard::Criterion) of a standard.
    CriterionId;
    /// A [link](crate::standard::CriterionLink) from a piece of work to a criterion.
    CriterionLinkId;
    /// An [evidence](crate::evidence::Evidence) file.
    EvidenceId;
    /// A [confirmation](crate::activity::Confirmation) of an activity.
    ConfirmationId;
    /// Something that [comes again](crate::activity::Recurrence).
    RecurrenceId;
    /// A planned [opportunity](crate::plan::Opportunity).
    OpportunityId;
    /// An [action](crate::plan::Action) that a learner set themselves.
    ActionId;
    /// A piece of [feedback](crate::plan::Feedback).
    FeedbackId;
    /// A person's own [reflection model](crate::reflection::OwnModel).
    OwnModelId;
}
