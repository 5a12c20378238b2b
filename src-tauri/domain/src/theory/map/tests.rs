use super::*;
use crate::day;
use proptest::prelude::*;

fn account(id: &str, day: &str) -> Account {
    Account {
        id: ReflectionId::new(id).unwrap(),
        title: format!("Account {id}"),
        day: day::parse(day).unwrap(),
    }
}

fn work(id: &str, module: &str, authors: &[&str]) -> Work {
    Work {
        id: TheoryId::new(id).unwrap(),
        label: format!("{id} (1984)"),
        module: module.to_owned(),
        authors: authors.iter().map(|author| (*author).to_owned()).collect(),
    }
}

fn practice(id: &str) -> Practice {
    Practice {
        id: ActivityId::new(id).unwrap(),
        title: format!("Activity {id}"),
        day: day::parse("2026-01-05").unwrap(),
    }
}

fn pair(account: &str, work: &str) -> (ReflectionId, TheoryId) {
    (
        ReflectionId::new(account).unwrap(),
        TheoryId::new(work).unwrap(),
    )
}

fn about(account: &str, activity: &str) -> (ReflectionId, ActivityId) {
    (
        ReflectionId::new(account).unwrap(),
        ActivityId::new(activity).unwrap(),
    )
}

fn drawn(study: &Study) -> Option<TheoryMap> {
    map(study, Called::Accounts)
}

/// Three works in two modules, three accounts, one of them without theory.
fn study() -> Study {
    Study {
        works: vec![
            work("benner", "Foundations", &["Benner, P."]),
            work("carper", "", &["Carper, B."]),
            work("novice", "Foundations", &["benner, p.", "Sutphen, M."]),
            work("gibbs", "Reflection", &["Gibbs, G."]),
        ],
        accounts: vec![
            account("r2", "2026-03-02"),
            account("r1", "2026-01-20"),
            account("r3", "2026-03-30"),
        ],
        activities: vec![practice("a1"), practice("a2"), practice("a3")],
        drawn_on: vec![
            pair("r1", "benner"),
            pair("r2", "benner"),
            pair("r2", "benner"),
            pair("r2", "novice"),
            pair("r2", "carper"),
        ],
        about: vec![about("r1", "a1"), about("r3", "a1"), about("r3", "a2")],
    }
}

#[test]
fn it_says_what_never_met_and_who_lacks_theory() {
    let map = drawn(&study()).unwrap();
    assert_eq!(
        map.title,
        "1 of 4 works has never met practice; 1 of 3 accounts draws on no theory"
    );
    assert_eq!(
        map.description,
        "Map of practice and theory. 1 of 4 works has never met practice; 1 of 3 accounts draws on no theory. \
         From January 2026 to March 2026. Used most: benner (1984), in 2 accounts."
    );
    let unapplied: Vec<&str> = map.unapplied().map(|row| row.id.as_str()).collect();
    assert_eq!(unapplied, ["gibbs"]);
    assert_eq!((map.works, map.accounts, map.with_theory), (4, 3, 2));
}

#[test]
fn rows_stand_by_module_with_their_accounts_in_their_months() {
    let map = drawn(&study()).unwrap();
    let names: Vec<&str> = map
        .modules
        .iter()
        .map(|module| module.name.as_str())
        .collect();
    assert_eq!(names, ["Foundations", "Reflection", ""]);
    let benner = &map.modules[0].rows[0];
    assert_eq!(benner.accounts, 2);
    let cells: Vec<(u32, &str)> = benner
        .cells
        .iter()
        .map(|cell| (cell.period, cell.accounts[0].id.as_str()))
        .collect();
    assert_eq!(cells, [(0, "r1"), (2, "r2")]);
    assert_eq!(map.bare[0].accounts[0].id.as_str(), "r3");
    assert_eq!(
        map.table.rows[1],
        [
            "novice (1984)",
            "Foundations",
            "1",
            "March 2026",
            "March 2026"
        ]
    );
    assert_eq!(map.table.rows[2][3], "Never");
}

#[test]
fn a_module_counts_an_account_once_and_is_unused_when_all_its_works_are() {
    let map = drawn(&study()).unwrap();
    assert_eq!(map.modules[0].accounts, 2);
    let unused: Vec<&str> = map
        .unused_modules()
        .map(|module| module.name.as_str())
        .collect();
    assert_eq!(unused, ["Reflection"]);
}

#[test]
fn an_activity_has_theory_if_any_of_its_accounts_has() {
    let map = drawn(&study()).unwrap();
    let bare: Vec<(&str, &str)> = map
        .bare_activities
        .iter()
        .map(|one| (one.activity.id.as_str(), one.account.as_str()))
        .collect();
    assert_eq!(bare, [("a2", "r3")]);
    assert_eq!(map.unwritten, 1);
    assert_eq!(map.latest_unwritten[0].id.as_str(), "a3");
}

#[test]
fn an_author_counts_each_account_once_however_many_works() {
    let map = drawn(&study()).unwrap();
    let authors: Vec<(&str, u32)> = map
        .authors
        .iter()
        .map(|author| (author.author.as_str(), author.accounts))
        .collect();
    assert_eq!(
        authors,
        [("Benner, P.", 2), ("Carper, B.", 1), ("Sutphen, M.", 1)]
    );
}

#[test]
fn either_side_may_be_missing() {
    assert_eq!(map(&Study::default(), Called::Accounts), None);
    let only_works = Study {
        works: study().works,
        ..Study::default()
    };
    let found = drawn(&only_works).unwrap();
    assert_eq!(
        found.title,
        "There is no account yet to meet 4 works of theory"
    );
    assert_eq!(found.periods, []);
    let only_accounts = Study {
        accounts: study().accounts,
        ..Study::default()
    };
    assert_eq!(
        drawn(&only_accounts).unwrap().title,
        "There is no work of theory yet for 3 accounts"
    );
}

#[test]
fn a_gap_that_closes_is_gone_from_the_finding() {
    let mut closed = study();
    closed.drawn_on.push(pair("r3", "gibbs"));
    assert_eq!(
        drawn(&closed).unwrap().title,
        "Every work of theory has met practice, and every account draws on theory"
    );
}

proptest! {
    #[test]
    fn every_account_is_explained_or_bare_and_every_link_has_a_place(
        days in prop::collection::vec(0u32..4_000, 1..30),
        links in prop::collection::vec((0usize..40, 0usize..8), 0..60),
    ) {
        let first = day::parse("2020-01-01").unwrap();
        let study = Study {
            works: (0..6).map(|n| work(&format!("w{n}"), if n % 2 == 0 { "M" } else { "" }, &["A"])).collect(),
            accounts: days.iter().enumerate().map(|(n, days)| Account {
                id: ReflectionId::new(format!("r{n}")).unwrap(),
                title: String::new(),
                day: first + chrono::Days::new(u64::from(*days)),
            }).collect(),
            drawn_on: links.iter().map(|(r, w)| pair(&format!("r{r}"), &format!("w{w}"))).collect(),
            ..Study::default()
        };
        let map = drawn(&study).unwrap();
        let bare: usize = map.bare.iter().map(|cell| cell.accounts.len()).sum();
        prop_assert_eq!(bare + map.with_theory as usize, study.accounts.len());
        let wanted: BTreeSet<_> = study.drawn_on.iter()
            .filter(|(r, w)| study.accounts.iter().any(|a| a.id == *r) && study.works.iter().any(|one| one.id == *w))
            .collect();
        let rows = || map.modules.iter().flat_map(|module| &module.rows);
        let placed: usize = rows().flat_map(|row| &row.cells).map(|cell| cell.accounts.len()).sum();
        prop_assert_eq!(placed, wanted.len());
        for cell in rows().flat_map(|row| &row.cells).chain(&map.bare) {
            let from = map.periods[cell.period as usize].from;
            let next = map.periods.get(cell.period as usize + 1).map(|period| period.from);
            for account in &cell.accounts {
                prop_assert!(account.day >= from && next.is_none_or(|next| account.day < next));
            }
        }
    }
}

#[test]
fn on_screen_accounts_are_called_reflections() {
    let map = map(&study(), Called::Reflections).unwrap();
    assert_eq!(
        map.title,
        "1 of 4 works has never met practice; 1 of 3 reflections draws on no theory"
    );
    assert_eq!(map.table.headings[2], "Reflections");
    assert!(!map.description.contains("account"), "{}", map.description);
}

#[test]
fn of_several_accounts_without_theory_the_latest_is_where_it_is_linked() {
    let mut twice = study();
    twice.drawn_on.clear();
    twice.about = vec![about("r3", "a1"), about("r1", "a1"), about("r2", "a1")];
    let map = drawn(&twice).unwrap();
    assert_eq!(map.bare_activities[0].account.as_str(), "r3");
}
