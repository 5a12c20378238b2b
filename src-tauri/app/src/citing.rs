//! What accounts cite: they follow a work when its key changes.

use crate::app::Present;
use crate::failure::Failure;
use aftershift_domain::id::ReflectionId;
use aftershift_domain::reflection::Reflection;
use aftershift_domain::theory::key;
use aftershift_store::Writer;

/// A text that cites by another key now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recited {
    reflection: ReflectionId,
    stage: String,
    before: String,
    after: String,
}

/// What takes back that texts cite by another key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Citations {
    /// The texts, as they were and as they became.
    texts: Vec<Recited>,
    /// The keys before and after, where nothing else had the latter: then a text that was written on since can
    /// be told what it cited.
    only: Option<(String, String)>,
}

impl Citations {
    /// Of a work that alone had the key `after`, and will have `before` again.
    pub(crate) fn of_one(texts: Vec<Recited>, before: &str, after: &str) -> Self {
        Self {
            texts,
            only: Some((before.to_owned(), after.to_owned())),
        }
    }

    /// Of a work that shares the key with one that it was made one with: what was written since may mean either,
    /// so it stays.
    pub(crate) fn of_two(texts: Vec<Recited>) -> Self {
        Self { texts, only: None }
    }

    /// How many accounts they are in.
    pub(crate) fn accounts(&self) -> usize {
        let mut ids: Vec<_> = self.texts.iter().map(|it| &it.reflection).collect();
        ids.sort();
        ids.dedup();
        ids.len()
    }

    /// Cites as before. A text that says something else by now keeps what was written since. Answers with what
    /// takes this back.
    pub(crate) fn take_back(&self, db: &Writer<'_>, present: Present) -> Result<Self, Failure> {
        let mut texts = Vec::new();
        for account in db.all_reflections()? {
            let was = |stage: &str, now: &str| {
                let known = self
                    .texts
                    .iter()
                    .find(|it| it.reflection == account.id && it.stage == stage && it.after == now);
                known.map(|it| it.before.clone())
            };
            let again = |now: &str| {
                let (before, after) = self.only.as_ref()?;
                key::cited_as(now, after, before)
            };
            texts.extend(rewrite(db, &account, present, |stage, now| {
                was(stage, now).or_else(|| again(now))
            })?);
        }
        let only = self.only.clone();
        Ok(Self {
            texts,
            only: only.map(|(before, after)| (after, before)),
        })
    }
}

/// Stores an account with the texts that `changed` has for its stages, and says which they are.
fn rewrite(
    db: &Writer<'_>,
    account: &Reflection,
    present: Present,
    changed: impl Fn(&str, &str) -> Option<String>,
) -> Result<Vec<Recited>, Failure> {
    let mut texts = Vec::new();
    let mut after = account.clone();
    for stage in &mut after.stages {
        if let Some(text) = changed(&stage.key, &stage.text) {
            texts.push(Recited {
                reflection: account.id.clone(),
                stage: stage.key.clone(),
                before: std::mem::replace(&mut stage.text, text.clone()),
                after: text,
            });
        }
    }
    if !texts.is_empty() {
        after.changed_at = present.now;
        after.problems().or(())?;
        db.save_reflection(&after)?;
    }
    Ok(texts)
}

/// Cites `to` in the place of `from` in every account, those in the bin too: they come back with what they cite.
pub(crate) fn cite_as(
    db: &Writer<'_>,
    from: &str,
    to: &str,
    present: Present,
) -> Result<Vec<Recited>, Failure> {
    let mut texts = Vec::new();
    for account in db.all_reflections()? {
        texts.extend(rewrite(db, &account, present, |_, now| {
            key::cited_as(now, from, to)
        })?);
    }
    Ok(texts)
}
