//! How the program looks and behaves on this computer.

use crate::app::App;
use crate::failure::Failure;
use crate::files;
use crate::wire::{Nothing, Settings};

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: "system".into(),
            high_contrast: false,
            typeface: "serif".into(),
            text_size: 100,
            letter_spacing: 0,
            word_spacing: 0,
            line_height: 160,
            page_tint: "none".into(),
            reduced_motion: false,
            plain_editor: false,
            daily_copy: true,
        }
    }
}

/// `settings` with every value brought within what the window can show.
fn clamped(settings: Settings) -> Settings {
    let usual = Settings::default();
    let one_of = |value: String, possible: &[&str], usual: String| {
        if possible.contains(&value.as_str()) {
            value
        } else {
            usual
        }
    };
    Settings {
        theme: one_of(settings.theme, &["system", "light", "dark"], usual.theme),
        typeface: one_of(
            settings.typeface,
            &["serif", "sans", "atkinson", "opendyslexic"],
            usual.typeface,
        ),
        text_size: settings.text_size.clamp(80, 200),
        letter_spacing: settings.letter_spacing.min(20),
        word_spacing: settings.word_spacing.min(50),
        line_height: settings.line_height.clamp(130, 240),
        page_tint: one_of(
            settings.page_tint,
            &["none", "cream", "blue", "green", "rose"],
            usual.page_tint,
        ),
        ..settings
    }
}

impl App {
    /// How the program looks and behaves on this computer.
    ///
    /// # Errors
    /// None: where there are no settings, or damaged ones, the usual ones hold.
    pub fn settings(&self, _: Nothing) -> Result<Settings, Failure> {
        Ok(files::read_own(&self.places().settings()).map_or_else(Settings::default, clamped))
    }

    /// Keeps the settings, each brought within what is possible.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn save_settings(&self, settings: Settings) -> Result<Settings, Failure> {
        let settings = clamped(settings);
        files::write_own(&self.places().settings(), &settings)?;
        Ok(settings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::world;

    #[test]
    fn settings_are_remembered_within_what_is_possible() {
        let world = world();
        assert_eq!(world.app.settings(Nothing {}).unwrap(), Settings::default());
        let asked = Settings {
            theme: "neon".into(),
            typeface: "atkinson".into(),
            text_size: 5000,
            ..Settings::default()
        };
        let kept = world.app.save_settings(asked).unwrap();
        assert_eq!((kept.theme.as_str(), kept.text_size), ("system", 200));
        assert_eq!(kept.typeface, "atkinson");
        assert_eq!(world.app.settings(Nothing {}).unwrap(), kept);
    }

    #[test]
    fn damaged_settings_give_the_usual_ones_and_are_kept_aside() {
        let world = world();
        let path = world.app.places().settings();
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, "{\"theme\": 3}").unwrap();
        assert_eq!(world.app.settings(Nothing {}).unwrap(), Settings::default());
        assert!(path.with_extension("damaged.json").exists());
    }
}
