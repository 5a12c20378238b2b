//! What was acknowledged stays, whatever happens to the program or the disk.
//!
//! Most of this needs a process that can be killed or starved: it is this program again, running one test of
//! this module, told by a variable which part it plays.

use aftershift_app::{DamagedPlace, Failure};
use aftershift_tests::request::{activity, all_activities, export, reflection, saving, with};
use aftershift_tests::{World, again};
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// What begins a line that the other process says to this one.
const SAYS: &str = "said: ";

/// A process that plays a part.
struct Other {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Other {
    fn start(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// The next thing it says; nothing once it is gone.
    fn hear(&mut self) -> Option<String> {
        let lines = self.lines.by_ref().map_while(Result::ok);
        lines
            .filter_map(|line| line.split_once(SAYS).map(|(_, said)| said.to_owned()))
            .next()
    }

    /// Ends it at once, without a chance to tidy up, and gives back what it had said by then.
    fn kill(mut self) -> Vec<String> {
        // On Unix this is SIGKILL.
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        std::iter::from_fn(|| self.hear()).collect()
    }
}

fn say(what: impl std::fmt::Display) {
    let mut out = std::io::stdout().lock();
    // One write for one line: it is either said or not.
    out.write_all(format!("{SAYS}{what}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

/// Waits until this process is ended by the other one.
fn stay() {
    let _ = std::io::stdin().read_line(&mut String::new());
}

/// The program in the folders of `folder`, with its portfolio open.
fn program(folder: &Path) -> Result<World, Failure> {
    let world = World::under(folder);
    world.app.open_file(&portfolio(folder))?;
    Ok(world)
}

fn portfolio(folder: &Path) -> PathBuf {
    folder.join("mine.aftershift")
}

/// Makes the portfolio of `folder` and an account in it, and answers the account's id.
fn begin(folder: &Path) -> String {
    let world = World::under(folder);
    world.app.create_file(&portfolio(folder)).unwrap();
    let begun = world.ask("create_reflection", reflection("0", "free"));
    world.app.close();
    begun["reflectionId"].as_str().unwrap().to_owned()
}

/// The text of the save with that number: long enough to fill several pages of the file.
fn text_of(number: u32) -> String {
    format!("This is what I had written by save {number}. ").repeat(200)
}

/// Saves the account for the `number`th time, and every fifth time an activity too.
fn save(world: &World, id: &str, number: u32) -> Result<(), Value> {
    let ask =
        |command: &str, request: Value| world.refused_or_done(command, request).map_or(Ok(()), Err);
    let view = world.ask("reflection", json!({ "id": id }));
    let stages = json!([{ "key": "text", "heading": "", "text": text_of(number) }]);
    ask(
        "save_reflection",
        with(
            saving(&view),
            json!({ "title": number.to_string(), "stages": stages }),
        ),
    )?;
    if number.is_multiple_of(5) {
        ask(
            "save_activity",
            activity(&format!("Activity {number}"), "2026-03-10"),
        )?;
    }
    Ok(())
}

/// What of the first `acknowledged` saves is not in the portfolio; nothing if all is.
fn lost(world: &World, id: &str, acknowledged: u32) -> Option<String> {
    let damage = world.app.check().unwrap();
    if !damage.is_empty() {
        return Some(format!("{damage:?}"));
    }
    let view = world.ask("reflection", json!({ "id": id }));
    let found: u32 = view["reflection"]["title"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    if found < acknowledged {
        return Some(format!(
            "save {acknowledged} was acknowledged, and save {found} is there"
        ));
    }
    if found > 0 && view["stages"][0]["text"] != text_of(found) {
        return Some(format!("the text of save {found} is another"));
    }
    let log = with(all_activities(), json!({ "text": "Activity" }));
    let log = world.ask("list_activities", log).to_string();
    let mut titles = (1..=acknowledged / 5).map(|number| format!("\"Activity {}\"", number * 5));
    titles
        .find(|title| !log.contains(title))
        .map(|title| format!("{title} is gone"))
}

/// The part of the process that saves until it is killed.
fn save_for_ever(folder: &Path, id: &str) {
    let world = program(folder).unwrap();
    let view = world.ask("reflection", json!({ "id": id }));
    let last: u32 = view["reflection"]["title"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap();
    // The last one again: it may have been stopped between its two parts.
    for number in last.max(1).. {
        save(&world, id, number).unwrap();
        say(number);
    }
}

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    const NAME: &str = "faults::what_was_acknowledged_survives_a_kill_at_any_moment";
    if let Some(part) = again::part() {
        let (id, folder) = part.split_once(' ').unwrap();
        return save_for_ever(Path::new(folder), id);
    }
    let folder = tempfile::tempdir().unwrap();
    let id = begin(folder.path());
    let mut acknowledged = 0;
    for round in 0..24_u32 {
        let part = format!("{id} {}", folder.path().display());
        let mut other = Other::start(again::command(NAME, part));
        for _ in 0..round % 4 + 2 {
            acknowledged = other
                .hear()
                .expect("it goes on until it is killed")
                .parse()
                .unwrap();
        }
        // A save takes some milliseconds. From one round to the next the blow falls at another moment of it.
        let moment = Duration::from_micros(u64::from(round * 7919 % 24) * 500);
        let heard = Instant::now();
        while heard.elapsed() < moment {
            std::hint::spin_loop();
        }
        if let Some(last) = other.kill().last() {
            acknowledged = last.parse().unwrap();
        }
        let world =
            program(folder.path()).unwrap_or_else(|failure| panic!("round {round}: {failure:?}"));
        assert_eq!(lost(&world, &id, acknowledged), None, "round {round}");
        world.app.close();
    }
    assert!(acknowledged > 40, "only {acknowledged} saves were made");
    let beside: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    assert!(
        beside
            .iter()
            .all(|name| !name.to_string_lossy().ends_with("-journal")),
        "{beside:?}"
    );
}

/// The same look, at a program that acknowledges too early: it must see that something was lost.
#[test]
fn a_save_that_was_acknowledged_too_early_is_missed() {
    const NAME: &str = "faults::a_save_that_was_acknowledged_too_early_is_missed";
    if let Some(part) = again::part() {
        let (id, folder) = part.split_once(' ').unwrap();
        let db = rusqlite::Connection::open(portfolio(Path::new(folder))).unwrap();
        // Everything is handed to the system, and only the last word of SQLite is missing.
        db.execute_batch("pragma cache_size = 1; begin immediate")
            .unwrap();
        db.execute(
            "update reflection set title = '1' where reflection_id = ?1",
            [id],
        )
        .unwrap();
        db.execute("update reflection_stage set text = ?1", [text_of(1)])
            .unwrap();
        say(1);
        return stay();
    }
    let folder = tempfile::tempdir().unwrap();
    let id = begin(folder.path());
    let part = format!("{id} {}", folder.path().display());
    let mut other = Other::start(again::command(NAME, part));
    let acknowledged = other.hear().unwrap().parse().unwrap();
    other.kill();
    let world = program(folder.path()).unwrap();
    let lost = lost(&world, &id, acknowledged);
    assert_eq!(
        lost.as_deref(),
        Some("save 1 was acknowledged, and save 0 is there")
    );
    assert_eq!(
        world.app.check().unwrap(),
        [],
        "what was half written was taken back"
    );
}

#[test]
fn a_portfolio_that_is_open_elsewhere_is_refused_at_once_and_free_after_a_kill() {
    const NAME: &str =
        "faults::a_portfolio_that_is_open_elsewhere_is_refused_at_once_and_free_after_a_kill";
    if let Some(folder) = again::part() {
        let world = program(Path::new(&folder)).unwrap();
        say("open");
        stay();
        return drop(world);
    }
    let folder = tempfile::tempdir().unwrap();
    let id = begin(folder.path());
    let before = fs::read(portfolio(folder.path())).unwrap();
    let mut other = Other::start(again::command(NAME, folder.path()));
    assert_eq!(other.hear().as_deref(), Some("open"));

    let asked = Instant::now();
    let refused = program(folder.path()).map(drop).unwrap_err();
    let path = portfolio(folder.path()).display().to_string();
    assert_eq!(refused, Failure::Locked { path });
    assert!(
        asked.elapsed() < Duration::from_secs(1),
        "{:?}",
        asked.elapsed()
    );
    assert!(fs::read(portfolio(folder.path())).unwrap() == before);

    other.kill();
    let world = program(folder.path()).expect("nobody has to clear a lock away");
    assert_eq!(lost(&world, &id, 0), None);
}

/// Saves until the system refuses to take more, and gives back the number of the last acknowledged save.
fn save_until_refused(world: &World, id: &str, expected: impl Fn(&Value) -> bool) -> u32 {
    for number in 1..1_000 {
        if let Err(failure) = save(world, id, number) {
            assert!(expected(&failure), "{failure}");
            return number - 1;
        }
        // An account is replaced when it is saved. What is added makes the file grow.
        let long = json!({ "whatWasDone": text_of(number).repeat(4) });
        let padding = with(activity(&format!("Padding {number}"), "2026-03-09"), long);
        if let Some(failure) = world.refused_or_done("save_activity", padding) {
            assert!(expected(&failure), "{failure}");
            return number;
        }
    }
    panic!("there was always room")
}

/// Leaves no room at all on the disk of `folder`.
#[cfg(unix)]
fn fill_up(file: &Path) {
    let mut file = fs::File::create(file).unwrap();
    while file.write_all(&[7; 512]).is_ok() {}
}

/// On a small disk: fills it, looks whether all is there, makes room, and goes on.
#[cfg(unix)]
fn on_a_small_disk(folder: &Path) {
    let filler = folder.join("holiday.mov");
    fs::write(&filler, vec![7; 600_000]).unwrap();
    let id = begin(folder);
    let world = program(folder).unwrap();
    let last = save_until_refused(&world, &id, |failure| {
        *failure == json!({ "code": "diskFull" })
    });
    assert!(last > 3, "{last}");
    assert_eq!(lost(&world, &id, last), None, "with a full disk");

    // Nothing else is left half written either.
    let rest = folder.join("rest.mov");
    fill_up(&rest);
    let options = serde_json::from_value(export()).unwrap();
    let never = std::sync::atomic::AtomicBool::new(false);
    let pdf = folder.join("out.pdf");
    let outcome = world.app.export_pdf(&pdf, &options, &|_| (), &never, false);
    assert_eq!(outcome, Err(Failure::DiskFull));
    assert_eq!(
        world.app.export_json(&folder.join("out.json"), false),
        Err(Failure::DiskFull)
    );
    assert_eq!(
        world.app.save_copy(&folder.join("copy.aftershift")),
        Err(Failure::DiskFull)
    );
    let names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("out") || name.contains("copy") || name.contains(".part"))
        .collect();
    assert_eq!(names, Vec::<String>::new());

    fs::remove_file(&rest).unwrap();
    fs::remove_file(&filler).unwrap();
    save(&world, &id, last + 1).expect("the same program saves again, unasked");
    world.app.close();
    let world = program(folder).unwrap();
    assert_eq!(lost(&world, &id, last + 1), None, "after there was room");
    say("held");
}

/// Runs `command` and asserts that the part it plays was played to the end.
#[cfg(unix)]
#[track_caller]
fn plays(mut command: Command) {
    let done = command.output().unwrap();
    let (said, wrong) = (
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr),
    );
    assert!(
        done.status.success() && said.contains(&format!("{SAYS}held")),
        "{said}{wrong}"
    );
}

/// The words that run a program where `folder` is a disk of two megabytes that goes with the program, if this
/// system lets us have one.
#[cfg(target_os = "linux")]
fn small_disk(folder: &Path) -> Option<Vec<String>> {
    let mount = "mount -t tmpfs -o size=2m small \"$1\" && shift && exec \"$@\"";
    let ways = [
        vec!["--mount"],
        vec!["--user", "--map-root-user", "--mount"],
    ];
    ways.into_iter().find_map(|way| {
        let mut words: Vec<String> = way.into_iter().map(str::to_owned).collect();
        words.extend(["sh", "-c", mount, "sh"].map(str::to_owned));
        words.push(folder.display().to_string());
        let tried = Command::new("unshare").args(&words).arg("true").output();
        tried
            .is_ok_and(|tried| tried.status.success())
            .then_some(words)
    })
}

/// A disk of two megabytes where the system lets us have one. Where it does not, a file that may not grow
/// stands for it, as in the test after this one.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_takes_nothing_and_saving_goes_on_when_there_is_room() {
    const NAME: &str = "faults::a_full_disk_takes_nothing_and_saving_goes_on_when_there_is_room";
    if let Some(folder) = again::part() {
        return on_a_small_disk(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    match small_disk(folder.path()) {
        Some(words) => {
            let suite = again::command(NAME, folder.path());
            let mut command = Command::new("unshare");
            command
                .args(words)
                .arg(suite.get_program())
                .args(suite.get_args());
            command.envs(
                suite
                    .get_envs()
                    .filter_map(|(name, value)| Some((name, value?))),
            );
            plays(command);
            assert!(
                fs::read_dir(folder.path()).unwrap().next().is_none(),
                "the disk was another"
            );
        }
        None => with_a_file_that_may_not_grow(
            "faults::a_file_that_may_not_grow_takes_nothing_and_saving_goes_on_when_it_may",
        ),
    }
}

#[cfg(unix)]
fn with_a_file_that_may_not_grow(name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let id = begin(folder.path());
    let suite = again::command(name, format!("{id} {}", folder.path().display()));
    let mut command = Command::new("sh");
    // The limit counts in blocks of 512 bytes. Without the trap the system would end the process instead of
    // refusing to write.
    command.args(["-c", "trap '' XFSZ; ulimit -f 2000; exec \"$@\"", "sh"]);
    command.arg(suite.get_program()).args(suite.get_args());
    command.envs(
        suite
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    let mut other = Other::start(command);
    let acknowledged: u32 = other
        .hear()
        .expect("it was refused in the end")
        .parse()
        .unwrap();
    assert_eq!(other.hear().as_deref(), Some("held"));
    other.kill();
    let world = program(folder.path()).unwrap();
    assert_eq!(lost(&world, &id, acknowledged), None);
    save(&world, &id, acknowledged + 1).unwrap();
    assert_eq!(lost(&world.reopened(), &id, acknowledged + 1), None);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow_takes_nothing_and_saving_goes_on_when_it_may() {
    const NAME: &str =
        "faults::a_file_that_may_not_grow_takes_nothing_and_saving_goes_on_when_it_may";
    let Some(part) = again::part() else {
        return with_a_file_that_may_not_grow(NAME);
    };
    let (id, folder) = part.split_once(' ').unwrap();
    let world = program(Path::new(folder)).unwrap();
    let told = |failure: &Value| failure["code"] == "file" || failure["code"] == "diskFull";
    let last = save_until_refused(&world, id, told);
    say(last);
    assert_eq!(lost(&world, id, last), None);
    say("held");
}

/// A closed portfolio with the text of `save`s in it, and its account's id.
fn with_text(folder: &Path) -> String {
    let id = begin(folder);
    let world = program(folder).unwrap();
    for number in 1..=5 {
        save(&world, &id, number).unwrap();
    }
    world.app.close();
    id
}

/// Changes every occurrence of `from` in the file by one bit.
fn flip(path: &Path, from: &[u8]) -> usize {
    let mut bytes = fs::read(path).unwrap();
    let places: Vec<_> = (0..bytes.len() - from.len())
        .filter(|&at| bytes[at..].starts_with(from))
        .collect();
    for at in &places {
        bytes[*at] ^= 1;
    }
    fs::write(path, bytes).unwrap();
    places.len()
}

#[test]
fn one_bit_of_a_text_that_changed_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let id = with_text(folder.path());
    let world = program(folder.path()).unwrap();
    assert_eq!(world.app.check().unwrap(), []);
    world.app.close();
    assert!(flip(&portfolio(folder.path()), b"Activity 5") > 0);
    let world = program(folder.path()).unwrap();
    let damage = world.app.check().unwrap();
    let rows: Vec<_> = damage
        .iter()
        .filter(|one| one.place == DamagedPlace::Row)
        .collect();
    assert_eq!(rows.len(), 1, "{damage:#?}");
    assert_eq!(rows[0].table, "activity");
    let log = world.ask("list_activities", all_activities());
    let named = rows[0].id.as_deref().unwrap();
    assert_eq!(log["rows"][0]["activity"]["id"], named, "the very entry");
    let view = world.ask("reflection", json!({ "id": id }));
    assert_eq!(
        view["stages"][0]["text"],
        text_of(5),
        "the rest can still be read"
    );
}

#[test]
fn a_damaged_portfolio_is_not_copied_over_good_copies() {
    let folder = tempfile::tempdir().unwrap();
    with_text(folder.path());
    let world = World::under(folder.path());
    world.app.open_file(&portfolio(folder.path())).unwrap();
    let copies = world.ask("backups", json!({}))["rows"].clone();
    assert!(!copies.as_array().unwrap().is_empty());
    world.app.close();
    assert!(flip(&portfolio(folder.path()), b"Activity 5") > 0);

    let later = world.days_on(1);
    let status = later.app.open_file(&portfolio(folder.path())).unwrap();
    assert!(
        status.notice.contains("not as it was written"),
        "{:?}",
        status.notice
    );
    assert_eq!(
        later.ask("backups", json!({}))["rows"],
        copies,
        "the good ones stay, and no other"
    );
    let newest = &copies[0];
    later.ask("restore_backup", json!({ "id": newest["id"] }));
    assert_eq!(
        later.app.check().unwrap(),
        [],
        "and lead back to a sound portfolio"
    );
}

/// A way for a file to stop being a portfolio.
type Ruin = fn(&mut Vec<u8>);

/// What disks, sticks and synchronised folders do to files.
const RUINS: &[(&str, Ruin)] = &[
    ("nothing is left of it", |bytes| bytes.clear()),
    ("its beginning was never written", |bytes| {
        bytes[..4096].fill(0);
    }),
    ("all of it was never written", |bytes| bytes.fill(0)),
    ("half of it is missing", |bytes| {
        bytes.truncate(bytes.len() / 2 / 4096 * 4096);
    }),
    ("another file has its name", |bytes| {
        *bytes = b"Dear diary,\r\n".repeat(1_000);
    }),
    ("all but its first page is noise", |bytes| {
        let mut noise = 7_u8;
        for byte in &mut bytes[4096..] {
            noise = noise.wrapping_mul(31).wrapping_add(11);
            *byte = noise;
        }
    }),
];

/// A portfolio with a text, closed, with a verified copy of all of it. Gives its account's id.
fn with_copy(folder: &Path) -> String {
    let id = with_text(folder);
    let world = program(folder).unwrap();
    world.ask("make_backup", json!({}));
    world.app.close();
    id
}

/// Ruins the file at `path` and gives back what is there now.
fn ruin(path: &Path, how: Ruin) -> Vec<u8> {
    let mut bytes = fs::read(path).unwrap();
    how(&mut bytes);
    fs::write(path, &bytes).unwrap();
    bytes
}

/// The portfolios in a folder that hold exactly these bytes.
fn with_bytes(folder: &Path, bytes: &[u8]) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|it| it == "aftershift")
        })
        .filter(|entry| fs::read(entry.path()).unwrap() == bytes)
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_portfolio_too_damaged_to_open_is_brought_back_from_its_copies() {
    for (what, how) in RUINS {
        let folder = tempfile::tempdir().unwrap();
        let id = with_copy(folder.path());
        let path = portfolio(folder.path());
        let ruined = ruin(&path, *how);

        let world = World::under(folder.path());
        let failure = world.app.open_file(&path).unwrap_err();
        assert!(
            matches!(
                failure,
                Failure::Damaged { .. } | Failure::NotAPortfolio { .. }
            ),
            "{what}: {failure:?}"
        );
        let rescue = world.ask("rescue", json!({}));
        assert_eq!(rescue["name"], "mine", "{what}");
        let copies = rescue["copies"].as_array().unwrap();
        let asked = copies
            .iter()
            .find(|copy| copy["reason"] == "asked")
            .unwrap();
        assert_eq!(asked["holds"]["reflections"], 1, "{what}: {rescue}");
        assert_eq!(asked["holds"]["activities"], 1, "{what}: {rescue}");
        assert!(
            fs::read(&path).unwrap() == ruined,
            "{what}: looking changes nothing"
        );

        let status = world.ask("rescue_portfolio", json!({ "id": asked["id"] }));
        assert_eq!(status["name"], "mine", "{what}");
        assert_eq!(lost(&world, &id, 5), None, "{what}");
        assert_eq!(
            with_bytes(folder.path(), &ruined),
            ["mine before restoring.aftershift"],
            "{what}: the damaged file is kept"
        );
        assert_eq!(
            world.ask("backups", json!({}))["rows"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|row| row["id"] == asked["id"])
                .count(),
            1,
            "{what}: the copy stays"
        );
        assert_eq!(
            world.ask("rescue", json!({})),
            Value::Null,
            "{what}: there is nothing left to rescue"
        );
        assert_eq!(
            lost(&world.reopened(), &id, 5),
            None,
            "{what}, and reopened"
        );
    }
}

#[test]
fn a_copy_that_is_damaged_too_is_named_and_takes_the_place_of_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let id = with_copy(folder.path());
    let path = portfolio(folder.path());
    let ruined = ruin(&path, |bytes| bytes.fill(0));
    for file in copies_under(&folder.path().join("places/Backups")) {
        if file.to_string_lossy().contains("Asked for") {
            ruin(&file, |bytes| bytes[4096..].fill(7));
        }
    }
    let world = World::under(folder.path());
    world.app.open_file(&path).unwrap_err();
    let copies = world.ask("rescue", json!({}))["copies"].clone();
    let of = |reason: &str| {
        let copies = copies.as_array().unwrap();
        copies.iter().find(|copy| copy["reason"] == reason).unwrap()
    };
    assert_eq!(of("asked")["holds"], Value::Null, "{copies}");
    let refused = world.refused_or_done("rescue_portfolio", json!({ "id": of("asked")["id"] }));
    assert_eq!(refused.unwrap()["code"], "damaged");
    assert!(fs::read(&path).unwrap() == ruined, "nothing was changed");
    assert_eq!(with_bytes(folder.path(), &ruined), ["mine.aftershift"]);

    world.ask("rescue_portfolio", json!({ "id": of("daily")["id"] }));
    assert_eq!(lost(&world, &id, 0), None, "the older one is sound");
}

/// The portfolios in a folder and those below it.
fn copies_under(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                copies_under(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

#[test]
fn only_the_copies_of_the_portfolio_itself_are_offered() {
    let folder = tempfile::tempdir().unwrap();
    with_copy(folder.path());
    // Another portfolio of the same name, on a stick.
    let stick = folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let world = World::under(folder.path());
    let other = stick.join("mine.aftershift");
    world.app.create_file(&other).unwrap();
    world.ask("create_reflection", reflection("Another", "free"));
    world.ask("make_backup", json!({}));
    world.app.close();

    ruin(&other, |bytes| bytes.fill(0));
    let world = World::under(folder.path());
    world.app.open_file(&other).unwrap_err();
    let copies = world.ask("rescue", json!({}))["copies"].clone();
    let copies = copies.as_array().unwrap();
    assert!(!copies.is_empty());
    for copy in copies {
        assert_eq!(
            copy["holds"]["activities"], 0,
            "the other one has none: {copy}"
        );
    }

    // A file that was never open here may still be known by its name: it was renamed or came back from a stick.
    let moved = folder.path().join("elsewhere");
    fs::create_dir(&moved).unwrap();
    fs::write(moved.join("mine.aftershift"), [0; 5_000]).unwrap();
    world
        .app
        .open_file(&moved.join("mine.aftershift"))
        .unwrap_err();
    let by_name = world.ask("rescue", json!({}))["copies"].clone();
    assert!(
        by_name.as_array().unwrap().len() > copies.len(),
        "both have copies of that name: {by_name}"
    );
}

#[test]
fn a_portfolio_that_is_open_stays_open_when_another_is_too_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let id = with_copy(folder.path());
    let other = folder.path().join("other.aftershift");
    fs::copy(portfolio(folder.path()), &other).unwrap();
    for (what, how) in RUINS {
        let world = program(folder.path()).unwrap();
        fs::copy(&other, folder.path().join("ruined.aftershift")).unwrap();
        ruin(&folder.path().join("ruined.aftershift"), *how);
        let failure = world
            .app
            .open_file(&folder.path().join("ruined.aftershift"))
            .unwrap_err();
        assert_ne!(failure, Failure::NothingOpen, "{what}");
        assert_eq!(lost(&world, &id, 5), None, "{what}");
        assert_eq!(
            world.ask("portfolio_status", json!({}))["name"],
            "mine",
            "{what}"
        );
        world.app.close();
    }
}
