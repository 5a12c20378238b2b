//! How long ten thousand entries take: totals and charts, all checks of the log, and one entry more.
//!
//! The sample's entries, over and over on other days, so that words, times and kinds are those of a real
//! log and much of it is nearly the same.

use aftershift_app::wire::{Nothing, SaveActivity};
use aftershift_app::{App, Clock, Places, sample};
use aftershift_domain::activity::Activity;
use aftershift_domain::audit::Log;
use aftershift_domain::hours::{by_category, by_month, requirement};
use aftershift_domain::id::ActivityId;
use aftershift_domain::portfolio::Portfolio;
use aftershift_domain::programme::Programme;
use aftershift_domain::progress::{calendar, progress, split};
use aftershift_store::Store;
use chrono::{DateTime, Days, FixedOffset, NaiveDate, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use std::collections::BTreeMap;

const ENTRIES: usize = 10_000;

fn now() -> DateTime<Utc> {
    "2026-11-19T14:03:00Z"
        .parse()
        .expect("a moment of this file")
}

/// The sample's programme and [`ENTRIES`] entries like the sample's.
fn log() -> (Programme, Vec<Activity>) {
    let (sample, _) = sample::sample().expect("the sample is sound");
    let first = sample.programme.original_start.expect("it has a start");
    let entries = (0..ENTRIES)
        .map(|n| {
            let like = &sample.activities[n % sample.activities.len()];
            let days = Days::new(u64::try_from(n * 7 % 650).expect("a few days"));
            Activity {
                id: ActivityId::new(format!("e{n}")).expect("an id"),
                title: format!("{} {n}", like.title),
                done_on: first.checked_add_days(days).expect("a day"),
                ..like.clone()
            }
        })
        .collect();
    (sample.programme, entries)
}

/// An entry in the middle that claims time: the checks look at no other.
fn claimed(entries: &[Activity]) -> &Activity {
    let mut later = entries[ENTRIES / 2..].iter();
    let found = later.find(|entry| entry.off_the_job.is_some());
    found.expect("an entry claims time")
}

fn rules(criterion: &mut Criterion) {
    let (programme, entries) = log();
    let today: NaiveDate = now().date_naive();
    criterion.bench_function("totals and charts of 10,000 entries", |bench| {
        bench.iter(|| {
            let required = requirement(&programme).expect("a figure");
            let found = progress(&programme, required, &entries, today).expect("a pace");
            let kinds = by_category(&entries, Some(&programme), today);
            let months = by_month(&entries, Some(&programme), today);
            let months_shown = calendar(&programme, &entries, today);
            (split(&kinds, found.totals), months, months_shown)
        });
    });
    criterion.bench_function("all checks of 10,000 entries, from nothing", |bench| {
        bench.iter(|| Log::new(&programme, &entries, today).audit());
    });
    let mut checked = Log::new(&programme, &entries, today);
    let mut turn = 0;
    criterion.bench_function("one entry of 10,000 changed", |bench| {
        bench.iter(|| {
            turn += 1;
            let mut changed = entries[turn * 31 % ENTRIES].clone();
            changed.what_was_learned += " Once more.";
            checked.put(&changed);
        });
    });
    criterion.bench_function("all checks of 10,000 entries in words", |bench| {
        bench.iter(|| checked.audit());
    });
    criterion.bench_function("one entry checked among 10,000 as it is typed", |bench| {
        bench.iter(|| checked.remarks(claimed(&entries)));
    });
}

fn use_cases(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("long.aftershift");
    let (programme, activities) = log();
    let portfolio = Portfolio {
        programme,
        activities,
        ..Portfolio::default()
    };
    let mut store = Store::create(&path).expect("a file");
    store
        .write(|db| db.restore(&portfolio, &BTreeMap::new()))
        .expect("it is filled");
    store.close().expect("it closes");
    let utc = FixedOffset::east_opt(0).expect("an offset of nothing");
    let places = Places::under(folder.path().join("places"));
    let app = App::new(places, Clock::Fixed(now(), utc));
    app.open_file(&path).expect("it opens");

    let mut group = criterion.benchmark_group("a file of 10,000 entries");
    group.sample_size(10);
    group.bench_function("the Hours room", |bench| {
        bench.iter(|| app.hours_room(Nothing {}).expect("the room"));
    });
    group.bench_function("the audit check, opened again", |bench| {
        bench.iter(|| app.audit(Nothing {}).expect("checks"));
    });
    let it = claimed(&portfolio.activities).clone();
    group.bench_function("an entry checked as it is typed", |bench| {
        bench.iter(|| {
            app.check_entry(SaveActivity::from(it.clone()))
                .expect("remarks")
        });
    });
    group.finish();
}

criterion_group!(benches, rules, use_cases);
criterion_main!(benches);
