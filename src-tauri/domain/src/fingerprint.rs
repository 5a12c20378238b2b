//! The fingerprint of what was exported.
//!
//! It is the SHA-256 of the data that a document was made from. The first hundred bits of it are printed, in
//! letters and digits that are hard to mistake for one another on paper; all of it is given once, for those who
//! compute it themselves.

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use std::fmt;

/// How many letters are printed: five bits each.
const PRINTED: usize = 20;

/// How many letters stand together.
const GROUP: usize = 5;

/// A SHA-256 as people compare it: `QZPX7-3M2AK-…`, four groups of five letters of Base32 (RFC 4648).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint that a SHA-256 is.
    #[must_use]
    pub fn of_digest(digest: [u8; 32]) -> Self {
        Self(digest)
    }

    /// The fingerprint that 64 lower-case hexadecimal digits write.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digest = HEXLOWER.decode(text.as_bytes()).ok()?;
        Some(Self(digest.try_into().ok()?))
    }

    /// All of it, as tools print a SHA-256: 64 lower-case hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> String {
        HEXLOWER.encode(&self.0)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letters = BASE32_NOPAD.encode(&self.0);
        for (place, letter) in letters.chars().take(PRINTED).enumerate() {
            if place > 0 && place % GROUP == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_letters_stand_in_groups_of_five_and_begin_the_sha_256() {
        // The SHA-256 of nothing, and its Base32 as `base32` of the GNU tools gives it.
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let digest: [u8; 32] = HEXLOWER
            .decode(empty.as_bytes())
            .unwrap()
            .try_into()
            .unwrap();
        let fingerprint = Fingerprint::of_digest(digest);
        assert_eq!(fingerprint.hex(), empty);
        assert_eq!(Fingerprint::from_hex(empty), Some(fingerprint));
        assert_eq!(Fingerprint::from_hex(&empty[2..]), None);
        assert_eq!(fingerprint.to_string(), "4OYMI-QUY7Q-OBJGX-36TEJ");
    }
}
