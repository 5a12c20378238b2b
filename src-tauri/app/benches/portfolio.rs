//! How long people wait: a portfolio of 2,000 reflections of 600 words, opened, listed, written in and
//! searched, and 200 of them made into a PDF; and a timesheet of 10,000 rows brought in, taken back and written out.

use aftershift_app::export::usual_options;
use aftershift_app::wire::{
    AcceptImport, AcceptedProposal, Audience, CarriedData, ExportOptions, ListReflections, LogForm,
    Nothing, ReflectionRef, SaveReflection, SearchFor,
};
use aftershift_app::{App, Clock, Places};
use aftershift_domain::id::{ActivityId, ReflectionId, TheoryId, TheoryLinkId};
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::reflection::{ActivityLink, Reflection, ReflectionState, StageText, model};
use aftershift_domain::theory::{TheoryLink, TheoryRelation};
use aftershift_store::Store;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, TimeDelta, Utc};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

const WORDS: &[&str] = &[
    "resident",
    "ward",
    "handover",
    "wound",
    "dressing",
    "the",
    "and",
    "I",
    "asked",
    "because",
    "before",
    "noticed",
    "pressure",
    "area",
    "mentor",
    "explained",
    "felt",
    "unsure",
    "then",
    "together",
    "we",
    "checked",
    "chart",
    "breathing",
    "slower",
    "calm",
    "family",
    "evening",
    "learned",
    "theory",
    "novice",
    "pattern",
    "whole",
    "next",
    "time",
    "plan",
    "hoist",
    "moved",
    "gently",
    "pain",
    "score",
    "recorded",
    "a",
    "of",
    "to",
    "in",
    "with",
    "was",
    "had",
    "it",
];

/// How many rarer words there are beside the common ones.
const RARER: usize = 3000;

/// A word that only some texts have: the higher its rank, the fewer.
fn rarer(rank: usize) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "cor", "di", "fen", "gra", "lo", "mi", "nur", "pel", "ro", "sta", "ti", "ul", "ven",
        "wi", "zed",
    ];
    let of = |n: usize| SYLLABLES[n % SYLLABLES.len()];
    format!("{}{}{}", of(rank), of(rank / 16), of(rank / 256))
}

/// Numbers that look random and are the same on every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }

    /// Six words of ten are common; of the others, low ranks come up more often than high ones.
    fn word(&mut self) -> String {
        if self.next(10) < 6 {
            return WORDS[self.next(WORDS.len())].to_owned();
        }
        rarer(self.next(RARER) * self.next(RARER) / RARER)
    }

    fn text(&mut self, words: usize) -> String {
        let mut text = String::new();
        for n in 1..=words {
            text.push_str(&self.word());
            text.push_str(match n {
                n if n == words => ".",
                n if n % 60 == 0 => ".\n\n",
                n if n % 15 == 0 => ". ",
                _ => " ",
            });
        }
        text
    }
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date of this file")
}

fn now() -> DateTime<Utc> {
    "2026-03-12T14:03:00Z"
        .parse()
        .expect("a moment of this file")
}

/// A portfolio with so many reflections of 600 words, each linked to theory and to an activity.
fn portfolio(reflections: usize) -> Portfolio {
    let mut numbers = Numbers(42);
    let gibbs = model("gibbs").expect("a model of the domain");
    let (sample, _) = aftershift_app::sample::sample().expect("the sample is sound");
    let mut portfolio = Portfolio {
        theory: sample.theory,
        activities: sample.activities,
        learner: sample.learner,
        programme: sample.programme,
        ..Portfolio::default()
    };
    for n in 0..reflections {
        let id = ReflectionId::new(format!("r{n}")).expect("an id");
        let stages: Vec<StageText> = gibbs
            .stages
            .iter()
            .map(|stage| StageText {
                key: stage.key.into(),
                heading: stage.name.into(),
                text: numbers.text(100),
            })
            .collect();
        let begun = now() - TimeDelta::minutes((reflections - n) as i64);
        portfolio.reflections.push(Reflection {
            id: id.clone(),
            title: numbers.text(5),
            happened_on: date("2024-09-02").checked_add_days(Days::new(n as u64 % 550)),
            model: gibbs.id.into(),
            stages,
            state: ReflectionState::Finished,
            module: String::new(),
            revision: 1,
            created_at: begun,
            changed_at: begun,
            deleted_at: None,
        });
        let theory: &TheoryId = &portfolio.theory[n % portfolio.theory.len()].id;
        portfolio.theory_links.push(TheoryLink {
            id: TheoryLinkId::new(format!("l{n}")).expect("an id"),
            reflection_id: id.clone(),
            theory_id: theory.clone(),
            relation: TheoryRelation::Illustrates,
            rationale: numbers.text(20),
            passage: String::new(),
            deleted_at: None,
        });
        let activity: &ActivityId = &portfolio.activities[n % portfolio.activities.len()].id;
        portfolio.activity_links.push(ActivityLink {
            reflection_id: id,
            activity_id: activity.clone(),
        });
    }
    portfolio
}

fn written(folder: &Path, reflections: usize) -> PathBuf {
    let path = folder.join(format!("{reflections}.aftershift"));
    let mut store = Store::create(&path).expect("a portfolio can be made");
    let portfolio = portfolio(reflections);
    store
        .write(|db| db.restore(&portfolio, &BTreeMap::new()))
        .expect("it can be filled");
    store.close().expect("it can be closed");
    path
}

fn app(folder: &Path) -> App {
    let utc = FixedOffset::east_opt(0).expect("an offset of nothing");
    App::new(
        Places::under(folder.join("places")),
        Clock::Fixed(now(), utc),
    )
}

fn waiting(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let large = written(folder.path(), 2000);
    let app = app(folder.path());
    // The daily copy is made once a day, not at every opening.
    app.open_file(&large).expect("it opens");
    app.close();

    criterion.bench_function("open a portfolio of 2,000 reflections", |bench| {
        bench.iter_batched(
            || app.close(),
            |()| app.open_file(&large).expect("it opens"),
            BatchSize::PerIteration,
        );
    });

    app.open_file(&large).expect("it opens");
    let page = |text: &str| ListReflections {
        text: text.into(),
        state: None,
        model: None,
        theory_id: None,
        activity_id: None,
        from: None,
        to: None,
        offset: 0,
        limit: 50,
    };
    criterion.bench_function("list a page of 50 among 2,000", |bench| {
        bench.iter(|| app.list_reflections(page("")).expect("it lists"));
    });
    // Words as people look for them, which some of the accounts have, and the worst case beside them.
    let some = format!("{} {}", rarer(300), &rarer(500)[..5]);
    let every = "pressure dress";
    criterion.bench_function("list a page that is searched for", |bench| {
        bench.iter(|| app.list_reflections(page(&some)).expect("it lists"));
    });
    for (which, text) in [("some have", some.as_str()), ("all have", every)] {
        let found = |text: &str| {
            app.search(SearchFor { text: text.into() })
                .expect("it searches")
        };
        assert!(!found(text).hits.is_empty(), "there is something to find");
        criterion.bench_function(&format!("search for two words that {which}"), |bench| {
            bench.iter(|| found(text));
        });
    }
    criterion.bench_function("show Today among 2,000", |bench| {
        bench.iter(|| app.today(Nothing {}).expect("it shows"));
    });

    let id = ReflectionId::new("r1000").expect("an id");
    let view = app
        .reflection(ReflectionRef { id })
        .expect("it is there")
        .reflection;
    let mut typed = 0;
    criterion.bench_function("save a reflection of 600 words", |bench| {
        bench.iter(|| {
            typed += 1;
            let mut stages = view.stages.clone();
            stages[0].text = format!("{} {typed}", stages[0].text);
            app.save_reflection(SaveReflection {
                id: view.id.clone(),
                title: view.title.clone(),
                happened_on: view.happened_on,
                model: view.model.clone(),
                stages,
                state: view.state,
                module: view.module.clone(),
            })
            .expect("it saves")
        });
    });
    app.close();
}

fn handing_in(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = written(folder.path(), 200);
    let app = app(folder.path());
    app.open_file(&path).expect("it opens");
    let options = ExportOptions {
        hours: true,
        reflections: true,
        drafts: true,
        coarse_dates: true,
        from: None,
        to: None,
        ragged_right: false,
        large_print: false,
        data: CarriedData::Printed,
        ..usual_options(Audience::Provider)
    };
    let target = folder.path().join("out.pdf");
    let never = AtomicBool::new(false);
    let mut group = criterion.benchmark_group("export");
    group.sample_size(10);
    group.bench_function("200 reflections of 600 words to PDF", |bench| {
        bench.iter(|| {
            app.export_pdf(&target, &options, &|_| (), &never, true)
                .expect("it exports")
        });
    });
    group.bench_function("look at what deserves a look first", |bench| {
        bench.iter(|| app.check_export(options.clone()).expect("it checks"));
    });
    group.finish();
}

/// A timesheet of 10,000 rows over two years, as a spreadsheet saves it.
fn timesheet() -> String {
    let mut numbers = Numbers(7);
    let mut text = String::from("Date,Start,End,Activity,What was done\r\n");
    for row in 0..10_000 {
        let day = date("2024-09-02") + Days::new(row / 14);
        let from = 7 + row % 14;
        let done = numbers.text(12);
        text.push_str(&format!(
            "{},{from:02}:00,{from:02}:45,{} {row},\"{done}\"\r\n",
            day.format("%d/%m/%Y"),
            numbers.word()
        ));
    }
    text
}

fn bringing_in(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let app = app(folder.path());
    app.create_file(&folder.path().join("log.aftershift"))
        .expect("it can be made");
    let sheet = folder.path().join("sheet.csv");
    std::fs::write(&sheet, timesheet()).expect("it can be written");
    let mut group = criterion.benchmark_group("exchange");
    group.sample_size(10);
    group.bench_function("10,000 rows of CSV to proposals", |bench| {
        bench.iter(|| app.read_import(&sheet).expect("it is read"));
    });
    group.bench_function("look through 10,000 proposals", |bench| {
        bench.iter(|| app.pending_import(Nothing {}).expect("it waits"));
    });
    group.bench_function("agree to 10,000 proposals and take them back", |bench| {
        bench.iter_batched(
            || app.read_import(&sheet).expect("it is read"),
            |waiting| {
                let entry = |index| AcceptedProposal {
                    index,
                    category: None,
                    claim: false,
                };
                app.accept_import(AcceptImport {
                    id: waiting.id,
                    entries: (0..10_000).map(entry).collect(),
                })
                .expect("it is kept");
                app.undo(Nothing {}).expect("it is taken back")
            },
            BatchSize::PerIteration,
        );
    });
    let waiting = app.read_import(&sheet).expect("it is read");
    let entry = |index| AcceptedProposal {
        index,
        category: None,
        claim: true,
    };
    app.accept_import(AcceptImport {
        id: waiting.id,
        entries: (0..10_000).map(entry).collect(),
    })
    .expect("it is kept");
    let target = folder.path().join("out");
    for (form, name) in [(LogForm::Csv, "CSV"), (LogForm::Xlsx, "XLSX")] {
        group.bench_function(format!("10,000 entries to {name}"), |bench| {
            bench.iter(|| app.export_log(form, &target, true).expect("it is written"));
        });
    }
    group.finish();
}

criterion_group!(benches, waiting, handing_in, bringing_in);
criterion_main!(benches);
