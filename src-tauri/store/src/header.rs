//! The first hundred bytes of a file, read before SQLite may touch it.

use crate::error::{Error, Foreign, Result};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// Stands in every portfolio as SQLite's `application_id`: the letters `AFSH`.
pub const APPLICATION_ID: u32 = u32::from_be_bytes(*b"AFSH");

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What a file says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header {
    /// Format of the portfolio: the number of migrations that made it.
    pub version: u32,
}

/// Reads the header of the portfolio at `path`.
///
/// The caller must hold the claim on the file: closing a file that this process also has open through
/// SQLite would drop SQLite's locks on it.
///
/// # Errors
/// If it is missing, a folder, unreadable, or not a portfolio.
pub(crate) fn header(path: &Path) -> Result<Header> {
    let mut bytes = [0; 100];
    let mut file = File::open(path).map_err(|e| Error::io("read", path, e))?;
    match file.read_exact(&mut bytes) {
        Ok(()) => {}
        Err(e) if e.kind() == ErrorKind::UnexpectedEof => {
            let found = if bytes[0] == 0 {
                Foreign::Empty
            } else {
                Foreign::OtherKind
            };
            return Err(Error::NotAPortfolio {
                path: path.into(),
                found,
            });
        }
        Err(e) => return Err(Error::io("read", path, e)),
    }
    parse(&bytes).map_err(|found| Error::NotAPortfolio {
        path: path.into(),
        found,
    })
}

fn parse(bytes: &[u8; 100]) -> Result<Header, Foreign> {
    let number =
        |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    if &bytes[..16] != MAGIC {
        return Err(Foreign::OtherKind);
    }
    if number(68) != APPLICATION_ID {
        return Err(Foreign::OtherProgram);
    }
    Ok(Header {
        version: number(60),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(version: u32, application: u32) -> [u8; 100] {
        let mut bytes = [0; 100];
        bytes[..16].copy_from_slice(MAGIC);
        bytes[60..64].copy_from_slice(&version.to_be_bytes());
        bytes[68..72].copy_from_slice(&application.to_be_bytes());
        bytes
    }

    #[test]
    fn a_portfolio_is_known_by_its_application() {
        assert_eq!(parse(&bytes(3, APPLICATION_ID)), Ok(Header { version: 3 }));
        assert_eq!(parse(&bytes(3, 0)), Err(Foreign::OtherProgram));
    }

    #[test]
    fn text_is_not_a_database() {
        assert_eq!(parse(&[b'a'; 100]), Err(Foreign::OtherKind));
    }
}
