//! Choices for a document under a name: those that come with the program, and those that a person keeps.
//!
//! What comes with the program is data, in [`BUILT_IN`]: who it is for, and what is chosen for them. The portfolio mapped to the
//! criteria of a standard, for the end-point assessment, will be one more row.

use crate::app::App;
use crate::convert::{invalid, not_found};
use crate::failure::Failure;
use crate::wire::{
    Audience, CarriedData, ExportOptions, ExportProfile, ExportProfileRef, ExportProfiles,
    KeepExportProfile, Nothing, Sheet,
};
use aftershift_domain::id::{ReflectionId, TheoryId};
use aftershift_store::Reader;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Where the person's own stand in the portfolio's settings.
const KEY: &str = "export_profiles";

/// Room for a name.
const LONGEST_NAME: usize = 60;

/// A row of what comes with the program.
struct BuiltIn {
    id: &'static str,
    name: &'static str,
    about: &'static str,
    audience: Audience,
    hours: bool,
    reflections: bool,
    /// Whether everything that could travel inside does: only what is handed in as the whole.
    data: CarriedData,
}

const BUILT_IN: [BuiltIn; 4] = [
    BuiltIn {
        id: "provider",
        name: "Provider evidence pack",
        about: "Everything that your training provider assesses: hours, log, accounts and theory.",
        audience: Audience::Provider,
        hours: true,
        reflections: true,
        data: CarriedData::Everything,
    },
    BuiltIn {
        id: "reflections",
        name: "Reflection set",
        about: "One account or many for a tutor, with the theory they draw on and days as months.",
        audience: Audience::Reflections,
        hours: false,
        reflections: true,
        data: CarriedData::Printed,
    },
    BuiltIn {
        id: "hours",
        name: "Hours statement",
        about: "The off-the-job hours, how they are worked out, and the log with what others confirmed.",
        audience: Audience::Hours,
        hours: true,
        reflections: false,
        data: CarriedData::Printed,
    },
    BuiltIn {
        id: "review",
        name: "Progress-review pack",
        about: "Where you stand, and what is new and different since the last review.",
        audience: Audience::Review,
        hours: true,
        reflections: true,
        data: CarriedData::Printed,
    },
];

impl BuiltIn {
    fn options(&self) -> ExportOptions {
        ExportOptions {
            hours: self.hours,
            reflections: self.reflections,
            drafts: false,
            coarse_dates: true,
            from: None,
            to: None,
            ragged_right: false,
            large_print: false,
            data: self.data,
            sign: false,
            audience: self.audience,
            recipient: String::new(),
            title: String::new(),
            module: String::new(),
            theory_id: None,
            reflection_ids: Vec::new(),
            by_module: false,
            paper: Sheet::A4,
            since: None,
        }
    }

    fn profile(&self) -> ExportProfile {
        ExportProfile {
            id: self.id.into(),
            name: self.name.into(),
            about: self.about.into(),
            own: false,
            options: self.options(),
        }
    }
}

/// One of the person's own, as it is kept. A choice that another version of the program does not know is nobody's loss, and
/// one that it lacks is the usual one.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    name: String,
    options: Map<String, Value>,
}

impl Kept {
    fn options(&self) -> ExportOptions {
        let usual = usual_options(Audience::Provider);
        let Ok(Value::Object(mut whole)) = serde_json::to_value(&usual) else {
            return usual;
        };
        for (choice, value) in &self.options {
            // Each is tried alone, so that one that is not understood costs itself.
            let mut tried = whole.clone();
            tried.insert(choice.clone(), value.clone());
            if serde_json::from_value::<ExportOptions>(Value::Object(tried.clone())).is_ok() {
                whole = tried;
            }
        }
        serde_json::from_value(Value::Object(whole)).unwrap_or(usual)
    }
}

/// The choices of a document for `audience` before anybody changes one.
#[must_use]
pub fn usual_options(audience: Audience) -> ExportOptions {
    let found = BUILT_IN.iter().find(|row| row.audience == audience);
    found.unwrap_or(&BUILT_IN[0]).options()
}

fn kept(db: &Reader<'_>) -> Result<Vec<Kept>, Failure> {
    let text = db.setting(KEY)?.unwrap_or_default();
    Ok(serde_json::from_str(&text).unwrap_or_default())
}

fn all(kept: Vec<Kept>) -> ExportProfiles {
    let own = kept.into_iter().map(|it| ExportProfile {
        id: format!("own:{}", it.name),
        options: it.options(),
        name: it.name,
        about: String::new(),
        own: true,
    });
    let built_in = BUILT_IN.iter().map(BuiltIn::profile);
    ExportProfiles {
        profiles: built_in.chain(own).collect(),
    }
}

fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

impl App {
    /// Choices under a name: those that come with the program, and the person's own.
    ///
    /// # Errors
    /// If nothing is open or it cannot be read.
    pub fn export_profiles(&self, _: Nothing) -> Result<ExportProfiles, Failure> {
        Ok(all(self.read(|db, _| kept(db))?))
    }

    /// Keeps choices under a name, in the place of the person's own of that name.
    ///
    /// # Errors
    /// If the name is empty, too long or that of one that comes with the program; or it cannot be written.
    pub fn keep_export_profile(
        &self,
        request: KeepExportProfile,
    ) -> Result<ExportProfiles, Failure> {
        let name = request.name.trim().to_owned();
        if name.is_empty() {
            return Err(invalid("name", "Give these choices a name."));
        }
        if name.chars().count() > LONGEST_NAME {
            return Err(invalid(
                "name",
                format!("Choose a name of at most {LONGEST_NAME} letters."),
            ));
        }
        let taken = BUILT_IN
            .iter()
            .any(|row| same(row.name, &name) || same(row.id, &name));
        if taken {
            return Err(invalid(
                "name",
                "A document that comes with Aftershift has this name: choose another.",
            ));
        }
        let options = match serde_json::to_value(&request.options) {
            Ok(Value::Object(options)) => options,
            _ => Map::new(),
        };
        self.change_profiles(|kept| {
            kept.retain(|it| !same(&it.name, &name));
            kept.push(Kept { name, options });
            Ok(())
        })
    }

    /// Gives up choices that the person kept.
    ///
    /// # Errors
    /// If there are none of this id, or it cannot be written.
    pub fn remove_export_profile(
        &self,
        request: ExportProfileRef,
    ) -> Result<ExportProfiles, Failure> {
        self.change_profiles(|kept| {
            let before = kept.len();
            kept.retain(|it| format!("own:{}", it.name) != request.id);
            if kept.len() == before {
                return Err(not_found("export_profile"));
            }
            Ok(())
        })
    }

    fn change_profiles(
        &self,
        change: impl FnOnce(&mut Vec<Kept>) -> Result<(), Failure>,
    ) -> Result<ExportProfiles, Failure> {
        self.write(|db, _| {
            let mut kept = kept(db)?;
            change(&mut kept)?;
            let text =
                serde_json::to_string(&kept).map_err(|error| invalid("", error.to_string()))?;
            db.set_setting(
                KEY,
                Some(&text).filter(|_| !kept.is_empty()).map(String::as_str),
            )?;
            Ok(all(kept))
        })
    }

    /// The work that is cited by this key.
    ///
    /// # Errors
    /// If there is none.
    pub fn work_of_key(&self, key: &str) -> Result<TheoryId, Failure> {
        let all = self.read(|db, _| Ok(db.all_theory()?))?;
        let mut found = all.into_iter().filter(|it| it.deleted_at.is_none());
        let found = found.find(|it| it.cite_key == key.trim_start_matches('@'));
        found
            .map(|it| it.id)
            .ok_or_else(|| invalid("theory", format!("No work has the key “{key}”.")))
    }

    /// The accounts of these titles.
    ///
    /// # Errors
    /// If a title is that of none.
    pub fn accounts_titled(&self, titles: &[String]) -> Result<Vec<ReflectionId>, Failure> {
        let all = self.read(|db, _| Ok(db.portfolio()?.reflections))?;
        let mut found = Vec::new();
        for title in titles {
            let these = all.iter().filter(|it| it.deleted_at.is_none());
            let these = these.filter(|it| same(it.title.trim(), title.trim()));
            let before = found.len();
            found.extend(these.map(|it| it.id.clone()));
            if found.len() == before {
                return Err(invalid(
                    "account",
                    format!("No account is called “{title}”."),
                ));
            }
        }
        Ok(found)
    }

    /// The choices under this name or id, whatever letters are capitals.
    ///
    /// # Errors
    /// If there are none, with the names that there are.
    pub fn profile_named(&self, name: &str) -> Result<ExportOptions, Failure> {
        let profiles = self.export_profiles(Nothing {})?.profiles;
        let found = profiles
            .iter()
            .find(|it| same(&it.name, name) || same(&it.id, name));
        found.map(|it| it.options.clone()).ok_or_else(|| {
            let names = profiles
                .iter()
                .map(|it| if it.own { &it.name } else { &it.id });
            let names: Vec<&str> = names.map(String::as_str).collect();
            invalid(
                "profile",
                format!(
                    "There is no profile “{name}”. There are: {}.",
                    names.join(", ")
                ),
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::open_world;

    #[test]
    fn choices_of_another_version_keep_what_is_understood() {
        let world = open_world();
        let text = r#"[{"name":"Old","options":{"audience":"hours","largePrint":true,"paper":"a3","glitter":1}}]"#;
        world
            .app
            .write(|db, _| Ok(db.set_setting(KEY, Some(text))?))
            .unwrap();
        let all = world.app.export_profiles(Nothing {}).unwrap().profiles;
        let old = all.last().unwrap();
        assert_eq!(old.name, "Old");
        assert_eq!(old.options.audience, Audience::Hours);
        assert!(old.options.large_print && old.options.paper == Sheet::A4);
        let kept = KeepExportProfile {
            name: "New".into(),
            options: usual_options(Audience::Review),
        };
        world.app.keep_export_profile(kept).unwrap();
        let text = world
            .app
            .read(|db, _| Ok(db.setting(KEY)?))
            .unwrap()
            .unwrap();
        assert!(
            text.contains("glitter"),
            "nothing is lost that a newer one wrote: {text}"
        );
    }
}
