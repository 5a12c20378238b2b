//! Writes the contract as TypeScript. Run by a test that compares with the committed file, never as a
//! side effect of running the program.

use crate::contract::Tag;
use crate::failure::Failure;
use crate::wire::*;
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// Collects the declaration of every type that is reachable from the contract, by name.
struct Declarations<'a> {
    config: &'a Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only types that would be written to a file of their own have a name to declare.
        if T::output_path().is_none() {
            T::visit_dependencies(self);
            T::visit_generics(self);
            return;
        }
        let name = T::ident(self.config);
        if self.found.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.found
            .insert(name, format!("{docs}export {}", T::decl(self.config)));
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

macro_rules! rows {
    ($($(#[doc = $doc:literal])* $name:ident($request:ty) -> $response:ty, $effect:ident [$($tag:ident),*];)+) => {
        fn visit_all(declarations: &mut Declarations<'_>) {
            $(declarations.visit::<$request>(); declarations.visit::<$response>();)+
        }

        fn commands(config: &Config) -> String {
            let mut out = String::new();
            $(
                out.push_str(&doc_comment(&[$($doc),*], "  "));
                out.push_str(&format!(
                    "  {}: {{ request: {}; response: {} }};\n",
                    stringify!($name), <$request>::name(config), <$response>::name(config),
                ));
            )+
            out
        }

        fn effects() -> String {
            let mut out = String::new();
            $(
                let tags: &[Tag] = &[$(Tag::$tag),*];
                out.push_str(&effect(stringify!($name), stringify!($effect), tags));
            )+
            out
        }
    };
}

mod plain {
    use super::*;
    crate::with_commands!(rows);
    pub(super) fn parts(d: &mut Declarations<'_>, config: &Config) -> (String, String) {
        visit_all(d);
        (commands(config), effects())
    }
}

mod window {
    use super::*;
    crate::with_window_commands!(rows);
    pub(super) fn parts(d: &mut Declarations<'_>, config: &Config) -> (String, String) {
        visit_all(d);
        (commands(config), effects())
    }
}

/// Sets a declaration as a person would: comments of one line on one line, members indented.
fn tidy(declaration: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut comment: Option<Vec<String>> = None;
    let mut depth = 0_usize;
    for line in declaration.trim_end().lines().map(str::trim) {
        let indent = "  ".repeat(depth);
        if line == "/**" {
            comment = Some(Vec::new());
        } else if line == "*/" {
            let text = comment.take().unwrap_or_default();
            match text.as_slice() {
                [one] => lines.push(format!("{indent}/** {one} */")),
                many => {
                    lines.push(format!("{indent}/**"));
                    lines.extend(many.iter().map(|text| format!("{indent} * {text}")));
                    lines.push(format!("{indent} */"));
                }
            }
        } else if let Some(comment) = &mut comment {
            comment.push(line.trim_start_matches('*').trim().to_owned());
        } else if !line.is_empty() {
            lines.push(format!("{indent}{line}"));
            depth = (depth + line.matches('{').count()).saturating_sub(line.matches('}').count());
        }
    }
    lines.join("\n")
}

fn doc_comment(lines: &[&str], indent: &str) -> String {
    lines
        .iter()
        .map(|line| format!("{indent}/**{line} */\n"))
        .collect()
}

fn effect(name: &str, kind: &str, tags: &[Tag]) -> String {
    let tags: Vec<String> = tags
        .iter()
        .filter_map(|tag| serde_json::to_string(tag).ok())
        .collect();
    let tags = tags.join(", ");
    let (reads, changes) = if kind == "reads" {
        (tags.as_str(), "")
    } else {
        ("", tags.as_str())
    };
    format!("  {name}: {{ reads: [{reads}], changes: [{changes}] }},\n")
}

macro_rules! labels {
    ($($path:path),+ $(,)?) => {
        /// What a person reads for each code, so that the words have one home.
        fn labels() -> String {
            let config = Config::default();
            let mut out = String::new();
            $({
                use $path as Coded;
                let name = <Coded as TS>::ident(&config);
                out.push_str(&format!(
                    "/** What a person reads for each {name}, in the order in which they are offered. */\n\
                     export const label{name}: Readonly<Record<{name}, string>> = {{\n",
                ));
                for member in Coded::ALL {
                    out.push_str(&format!("  {}: {:?},\n", member.code(), member.label()));
                }
                out.push_str("};\n\n");
            })+
            out
        }
    };
}

labels! {
    aftershift_domain::progress::MonthKind,
    aftershift_domain::audit::CheckCode,
    aftershift_domain::audit::Outcome,
    aftershift_domain::activity::Category,
    aftershift_domain::activity::PaidTime,
    aftershift_domain::activity::DeliveredBy,
    aftershift_domain::activity::Place,
    aftershift_domain::activity::ActivityTag,
    aftershift_domain::activity::ConfirmationState,
    aftershift_domain::activity::ContentField,
    aftershift_domain::activity::TimerDoubt,
    aftershift_domain::evidence::EvidenceKind,
    aftershift_domain::hours::Answer,
    aftershift_domain::hours::FigureSource,
    aftershift_domain::hours::Question,
    aftershift_domain::hours::Reply,
    aftershift_domain::programme::DayStanding,
    aftershift_domain::proposal::ColumnRole,
    aftershift_domain::proposal::DateOrder,
    aftershift_domain::proposal::Delimiter,
    aftershift_domain::programme::Nation,
    aftershift_domain::programme::ProgrammeField,
    aftershift_domain::programme::ReflectionPolicy,
    aftershift_domain::programme::Weekday,
    aftershift_domain::reflection::ReflectionState,
    aftershift_domain::theory::TheoryKind,
    aftershift_domain::theory::TheoryRelation,
}

/// The whole contract as a TypeScript module.
#[must_use]
pub fn contract() -> String {
    let config = Config::default().with_large_int("number");
    let mut declarations = Declarations {
        config: &config,
        found: BTreeMap::new(),
    };
    declarations.visit::<Tag>();
    declarations.visit::<Failure>();
    let (plain_commands, plain_effects) = plain::parts(&mut declarations, &config);
    let (window_commands, window_effects) = window::parts(&mut declarations, &config);
    let mut out = String::from(
        "// Generated from the Rust contract; a test fails when it is out of date. Do not edit:\n\
         // run `UPDATE=1 cargo test -p aftershift-tests contract`.\n\n",
    );
    for declaration in declarations.found.values() {
        out.push_str(&tidy(declaration));
        out.push_str("\n\n");
    }
    out.push_str(&labels());
    out.push_str("/** Every command, with what it asks for and what it answers. */\nexport interface Commands {\n");
    out.push_str(&plain_commands);
    out.push_str(&window_commands);
    out.push_str("}\n\n/** What each answer is made of, and what each change makes stale. */\nexport const effects: { readonly [K in keyof Commands]: { readonly reads: readonly Tag[]; readonly changes: readonly Tag[] } } = {\n");
    out.push_str(&plain_effects);
    out.push_str(&window_effects);
    out.push_str("};\n");
    out
}
