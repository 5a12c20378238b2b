//! The portfolio as a whole: what it is called, everything in it, and how that is put back.

use crate::column::Columns;
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::transaction::{Reader, Tag, Writer};
use aftershift_domain::id::EvidenceId;
use aftershift_domain::portfolio::Portfolio;
use chrono::NaiveDate;
use rusqlite::Connection;
use std::collections::BTreeMap;

const PUT: &str = include_str!("put.sql");

/// Gives a new portfolio its identity.
pub(crate) fn found(db: &Connection, uid: &str) -> Result<()> {
    Fields::of("portfolio")
        .text("uid", uid)
        .with("as_of", &None::<NaiveDate>)
        .run(db, PUT)?;
    Ok(())
}

impl Reader<'_> {
    /// The file's own identity, kept by copies and exports.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn uid(&self) -> Result<String> {
        Ok(self.identity()?.0)
    }

    /// The fixed date that stands for today in a sample.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn as_of(&self) -> Result<Option<NaiveDate>> {
        Ok(self.identity()?.1)
    }

    fn identity(&self) -> Result<(String, Option<NaiveDate>)> {
        let mut statement = self.db.prepare_cached(include_str!("whole.sql"))?;
        Ok(statement.query_one([], |row| Ok((row.column("uid")?, row.column("as_of")?)))?)
    }

    /// Whether nothing has been put into the portfolio yet, not even half a sentence. Settings do not
    /// count.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn is_empty(&self) -> Result<bool> {
        let mut statement = self.db.prepare_cached(include_str!("holds_nothing.sql"))?;
        Ok(statement.query_one([], |row| row.get("unused"))?)
    }

    /// Everything in the portfolio, the bin included, in the order in which it was recorded. The
    /// bytes of evidence files are read [one by one](Reader::evidence_bytes).
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn portfolio(&self) -> Result<Portfolio> {
        let (uid, as_of) = self.identity()?;
        Ok(Portfolio {
            uid,
            as_of,
            learner: self.learner()?,
            programme: self.programme()?,
            activities: self.all_activities()?,
            activity_revisions: self.all_activity_revisions()?,
            confirmations: self.all_confirmations()?,
            recurrences: self.all_recurrences()?,
            recurrence_answers: self.all_recurrence_answers()?,
            reflections: self.all_reflections()?,
            revisions: self.all_revisions()?,
            theory: self.all_theory()?,
            theory_links: self.all_theory_links()?,
            activity_links: self.all_activity_links()?,
            standards: self.standards()?,
            criteria: self.all_criteria()?,
            criterion_links: self.all_criterion_links()?,
            evidence: self.all_evidence()?,
            evidence_links: self.all_evidence_links()?,
            opportunities: self.all_opportunities()?,
            actions: self.all_actions()?,
            feedback: self.all_feedback()?,
            models: self.all_own_models()?,
            citation_style: self.citation_style()?,
            capture: self.capture()?,
            unfinished: self.all_unfinished()?,
        })
    }
}

impl Writer<'_> {
    /// Fixes the date that stands for today, or lets it go.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn set_as_of(&self, as_of: Option<NaiveDate>) -> Result<()> {
        let uid = self.uid()?;
        self.put_identity(&uid, as_of)
    }

    fn put_identity(&self, uid: &str, as_of: Option<NaiveDate>) -> Result<()> {
        Fields::of("portfolio")
            .text("uid", uid)
            .with("as_of", &as_of)
            .run(self.db, PUT)?;
        self.changed(Tag::Portfolio);
        Ok(())
    }

    /// Fills an empty portfolio with everything in `portfolio`, as it is: revision numbers, instants
    /// and order included. `attachments` has the bytes of each evidence file. An empty `uid` leaves
    /// the file the identity it has.
    ///
    /// # Errors
    /// [`Error::NotEmpty`] if there is something in it already; [`Error::NoSuch`] if the bytes of a
    /// file are missing; [`Error::Refused`] if something refers to what is not there, or an id is used
    /// twice.
    pub fn restore(
        &self,
        portfolio: &Portfolio,
        attachments: &BTreeMap<EvidenceId, Vec<u8>>,
    ) -> Result<()> {
        if !self.is_empty()? {
            return Err(Error::NotEmpty);
        }
        let uid = if portfolio.uid.is_empty() {
            self.uid()?
        } else {
            portfolio.uid.clone()
        };
        self.put_identity(&uid, portfolio.as_of)?;
        self.save_learner(&portfolio.learner)?;
        self.save_programme(&portfolio.programme)?;
        self.add(portfolio, attachments)?;
        self.set_citation_style(&portfolio.citation_style)?;
        self.set_capture(&portfolio.capture)?;
        for unfinished in &portfolio.unfinished {
            self.save_unfinished(unfinished)?;
        }
        Ok(())
    }

    /// Adds the members of all lists in `portfolio` but the forms that were not sent off. None may be there already.
    ///
    /// # Errors
    /// As for [`restore`](Self::restore).
    pub fn add(
        &self,
        portfolio: &Portfolio,
        attachments: &BTreeMap<EvidenceId, Vec<u8>>,
    ) -> Result<()> {
        self.each(&portfolio.activities, |it| {
            (it.id.as_str(), self.save_activity(it))
        })?;
        for revision in &portfolio.activity_revisions {
            self.keep_activity_revision(revision)?;
        }
        self.each(&portfolio.confirmations, |it| {
            (it.id.as_str(), self.save_confirmation(it))
        })?;
        self.each(&portfolio.recurrences, |it| {
            (it.id.as_str(), self.save_recurrence(it))
        })?;
        for answer in &portfolio.recurrence_answers {
            self.answer_recurrence(answer)?;
        }
        self.each(&portfolio.reflections, |it| {
            (it.id.as_str(), self.put_reflection(it))
        })?;
        for revision in &portfolio.revisions {
            self.keep_revision(revision)?;
        }
        // Works refer to their files.
        self.each(&portfolio.evidence, |it| {
            let added = match attachments.get(&it.id) {
                Some(bytes) => self.restore_evidence(it, bytes),
                None => Err(Error::NoSuch {
                    kind: "attachment",
                    id: it.id.to_string(),
                }),
            };
            (it.id.as_str(), added)
        })?;
        self.each(&portfolio.theory, |it| {
            (it.id.as_str(), self.save_theory(it))
        })?;
        self.each(&portfolio.theory_links, |it| {
            (it.id.as_str(), self.save_theory_link(it))
        })?;
        for link in &portfolio.activity_links {
            self.link_activity(&link.reflection_id, &link.activity_id)?;
        }
        self.each(&portfolio.standards, |it| {
            (it.id.as_str(), self.save_standard(it))
        })?;
        self.each(&portfolio.criteria, |it| {
            (it.id.as_str(), self.save_criterion(it))
        })?;
        for link in &portfolio.evidence_links {
            self.link_evidence(&link.activity_id, &link.evidence_id)?;
        }
        self.each(&portfolio.criterion_links, |it| {
            (it.id.as_str(), self.save_criterion_link(it))
        })?;
        self.each(&portfolio.opportunities, |it| {
            (it.id.as_str(), self.save_opportunity(it))
        })?;
        self.each(&portfolio.actions, |it| {
            (it.id.as_str(), self.save_action(it))
        })?;
        self.each(&portfolio.feedback, |it| {
            (it.id.as_str(), self.save_feedback(it))
        })?;
        self.each(&portfolio.models, |it| {
            (it.id.as_str(), self.save_own_model(it))
        })?;
        Ok(())
    }

    /// Runs `put` for each of `items`. Saving replaces what has the same id, so an id that is used
    /// twice would lose the first of them: it is refused here.
    fn each<'i, T>(
        &self,
        items: &'i [T],
        put: impl Fn(&'i T) -> (&'i str, Result<()>),
    ) -> Result<()> {
        let mut seen = std::collections::BTreeSet::new();
        for item in items {
            let (id, outcome) = put(item);
            outcome?;
            if !seen.insert(id) {
                return Err(Error::Refused(format!("the id {id} is used twice")));
            }
        }
        Ok(())
    }
}
