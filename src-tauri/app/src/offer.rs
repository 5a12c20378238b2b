//! A PDF that was dropped on the window: read, said what is in it, and brought back where the person says.
//!
//! A drop is easily made by mistake, and a learner may hold the PDFs of several portfolios. So nothing is filled and
//! nothing added before they have seen whose it is and what it would do.

use crate::app::{App, State};
use crate::batch;
use crate::convert::count;
use crate::failure::Failure;
use crate::files;
use crate::inside::is_pdf;
use crate::transfer::{Read, read, size};
use crate::wire::{
    Done, Nothing, OfferStanding, PortfolioImported, PortfolioOffer, PortfolioStatus,
};
use aftershift_domain::portfolio::{Portfolio, additions};
use std::path::Path;

/// A portfolio that was read and waits to be agreed to.
#[derive(Debug)]
pub(crate) struct Offered {
    file_name: String,
    read: Read,
}

/// What is open while a PDF waits.
enum Beside {
    Nothing,
    /// A portfolio that an import may fill.
    Empty,
    Portfolio(Box<Portfolio>),
}

/// How many of the records in a portfolio are not in the bin.
fn there<T>(list: &[T], is_there: impl Fn(&T) -> bool) -> u32 {
    count(list.iter().filter(|one| is_there(one)).count())
}

impl Offered {
    fn seen_beside(&self, open: &Beside) -> PortfolioOffer {
        let portfolio = &self.read.whole.0;
        let all = size(portfolio);
        let (standing, new) = match open {
            Beside::Nothing => (OfferStanding::NothingOpen, all),
            Beside::Empty => (OfferStanding::Fills, all),
            Beside::Portfolio(known) => match size(&additions(known, portfolio.clone())) {
                0 => (OfferStanding::Known, 0),
                new => (OfferStanding::Adds, new),
            },
        };
        PortfolioOffer {
            file_name: self.file_name.clone(),
            learner: portfolio.learner.name.clone(),
            accounts: there(&portfolio.reflections, |it| it.deleted_at.is_none()),
            activities: there(&portfolio.activities, |it| it.deleted_at.is_none()),
            works: there(&portfolio.theory, |it| it.deleted_at.is_none()),
            files: there(&portfolio.evidence, |it| it.deleted_at.is_none()),
            standing,
            new: count(new),
            known: count(all - new),
        }
    }
}

fn waiting(state: &mut State) -> Result<Offered, Failure> {
    state.offered.take().ok_or_else(|| Failure::CannotImport {
        reason: "The PDF is not waiting any more: drop it on the window once more.".into(),
    })
}

impl App {
    /// Reads the portfolio inside the PDF at `path`, so that it can be offered. Nothing is changed.
    ///
    /// # Errors
    /// [`Failure::CannotImport`] if it is no PDF that can be read, or nothing travels in it.
    pub fn read_portfolio_offer(&self, path: &Path) -> Result<(), Failure> {
        if !is_pdf(&files::beginning(path)?) {
            return Err(Failure::CannotImport {
                reason: "This is not a PDF, or not all of it is there.".into(),
            });
        }
        let read = read(self.pdf_reader(), path)?;
        self.with_state(|state| {
            state.offered = Some(Offered {
                file_name: files::written(path).file_name,
                read,
            });
            Ok(())
        })
    }

    /// What the PDF that waits holds, and what bringing it back would do to what is open; nothing if none waits.
    ///
    /// # Errors
    /// If the open portfolio cannot be read.
    pub fn portfolio_offer(&self, _: Nothing) -> Result<Option<PortfolioOffer>, Failure> {
        self.with_state(|state| {
            let Some(offered) = &state.offered else {
                return Ok(None);
            };
            let beside = match &mut state.open {
                None => Beside::Nothing,
                Some(open) => open.store.read(|db| -> Result<_, Failure> {
                    Ok(if db.is_empty()? {
                        Beside::Empty
                    } else {
                        Beside::Portfolio(Box::new(db.portfolio()?))
                    })
                })?,
            };
            Ok(Some(offered.seen_beside(&beside)))
        })
    }

    /// Brings the PDF that waits back into the open portfolio: fills an empty one, adds to any other what is not there yet.
    ///
    /// # Errors
    /// If none waits, nothing is open, or it cannot be written; then it waits no longer.
    pub fn accept_portfolio_offer(&self, _: Nothing) -> Result<PortfolioImported, Failure> {
        self.with_open(|_, _| Ok(()))?;
        let Offered { file_name, read } = self.with_state(waiting)?;
        self.bring_in(read, &file_name)
    }

    /// Puts the PDF that waits away. Its own bytes are not touched.
    ///
    /// # Errors
    /// None; it answers as every command does.
    pub fn dismiss_portfolio_offer(&self, _: Nothing) -> Result<Done, Failure> {
        self.with_state(|state| {
            state.offered = None;
            Ok(Done {})
        })
    }

    /// Makes a portfolio at `path` from the PDF that waits and opens it.
    ///
    /// # Errors
    /// If none waits, or the file cannot be made. No file is left behind then, what was open stays open, and the PDF waits
    /// on.
    pub fn open_portfolio_offer_at(&self, path: &Path) -> Result<PortfolioStatus, Failure> {
        let offered = self.with_state(waiting)?;
        let made = batch::put_whole(path, false, &offered.read.whole);
        if let Err(failure) = made {
            // The person may choose another place for it.
            self.with_state(|state| {
                state.offered = Some(offered);
                Ok(())
            })?;
            return Err(failure);
        }
        self.open_file(path)
    }
}
