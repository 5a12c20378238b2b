//! Enumerations whose members have a stable code, written to files and the database, and a label
//! that a person reads.

/// The text is not one of the codes of the enumeration it was read for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{found}” is not one of {expected}")]
pub struct UnknownCode {
    /// What was found.
    pub found: String,
    /// The codes that would have been understood, separated by commas.
    pub expected: String,
}

/// Declares an enumeration with a stable `code` and a `label` for each member.
///
/// One table gives the type, the two directions of the code, its serialised form and the list of all
/// members, so that none of them can fall out of step.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$member_meta:meta])* $member:ident = $code:literal, $label:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub enum $name {
            $($(#[$member_meta])* #[serde(rename = $code)] $member,)+
        }

        impl $name {
            /// Every member, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$member,)+];

            /// The code that is written to files and the database. It never changes.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$member => $code,)+ }
            }

            /// What a person reads.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $(Self::$member => $label,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::code::UnknownCode;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($code => Ok(Self::$member),)+
                    _ => Err($crate::code::UnknownCode {
                        found: text.to_owned(),
                        expected: [$($code,)+].join(", "),
                    }),
                }
            }
        }
    };
}
pub(crate) use coded;
