use super::*;
use aftershift_domain::minutes::parse_entry;
use chrono_tz::Europe::London;
use proptest::prelude::*;

fn file(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/exchange");
    std::fs::read_to_string(format!("{folder}/{name}")).unwrap()
}

fn period(from: &str, to: &str) -> Period {
    Period {
        from: from.parse().unwrap(),
        to: to.parse().unwrap(),
    }
}

fn spring() -> Period {
    period("2026-03-01", "2026-05-31")
}

fn read_in(text: &str, period: Period) -> Read {
    read(text, London, period).unwrap()
}

/// A proposal on one line.
fn line(proposal: &Proposal) -> String {
    let it = &proposal.activity;
    let time = |time: Option<chrono::NaiveTime>| {
        time.map_or("–".into(), |t| t.format("%H:%M").to_string())
    };
    format!(
        "{} | {} {}-{} {} | {}",
        proposal.row,
        it.done_on,
        time(it.started_at),
        time(it.ended_at),
        it.duration.map_or("–".into(), |length| length.to_string()),
        it.title,
    )
}

fn lines(read: &Read) -> Vec<String> {
    read.proposals.iter().map(line).collect()
}

fn problems(read: &Read) -> Vec<String> {
    read.problems
        .iter()
        .map(|it| format!("{}: {}", it.row, it.reason))
        .collect()
}

/// A calendar of one event with these lines.
fn event(inner: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:x\nSUMMARY:It\n{inner}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

/// The days and times of that event in the spring.
fn times(inner: &str) -> Vec<String> {
    let read = read_in(&event(inner), spring());
    assert_eq!(problems(&read), [""; 0]);
    let short = |proposal: &Proposal| {
        let line = line(proposal);
        line.split(" | ").nth(1).unwrap_or_default().to_owned()
    };
    read.proposals.iter().map(short).collect()
}

#[test]
fn an_outlook_calendar_is_read_with_its_exceptions() {
    let read = read_in(&file("teams.ics"), spring());
    assert_eq!(
        lines(&read),
        [
            "36 | 2026-03-03 14:00-15:00 1 h | Tutorial with Sam",
            "36 | 2026-03-10 14:00-15:00 1 h | Tutorial with Sam",
            "36 | 2026-03-24 14:00-15:00 1 h | Tutorial with Sam",
            "73 | 2026-03-30 08:30-09:30 1 h | Call with the partner hospital",
            "65 | 2026-04-07 14:00-14:45 45 min | Ward round in the other building",
            "48 | 2026-04-08 10:00-11:30 1 h 30 | Tutorial with Sam (moved)",
            "65 | 2026-04-14 14:00-14:45 45 min | Ward round in the other building",
            "36 | 2026-04-21 14:00-15:00 1 h | Tutorial with Sam",
            "65 | 2026-04-21 14:00-14:45 45 min | Ward round in the other building",
            "36 | 2026-04-28 14:00-15:00 1 h | Tutorial with Sam",
            "36 | 2026-05-05 14:00-15:00 1 h | Tutorial with Sam",
        ],
        "the last one is at the very moment at which the series ends"
    );
    assert_eq!(problems(&read), [""; 0]);
    let first = &read.proposals[0].activity;
    assert_eq!(first.what_was_done, "Bring your log.\nPassword , none.");
    assert_eq!(first.place, aftershift_domain::activity::Place::Online);
}

#[test]
fn daylight_saving_and_series_without_end_are_right() {
    let read = read_in(&file("college.ics"), period("2026-03-20", "2026-04-20"));
    assert_eq!(
        lines(&read),
        [
            "26 | 2026-03-24 09:00-10:30 1 h 30 | Lecture in the college's own zone",
            "19 | 2026-03-27 22:00-06:00 8 h | Night shift",
            "19 | 2026-03-28 22:00-06:00 8 h | Night shift",
            "19 | 2026-03-29 22:00-06:00 8 h | Night shift",
            "26 | 2026-03-31 09:00-10:30 1 h 30 | Lecture in the college's own zone",
            "39 | 2026-04-02 17:00-18:00 1 h | Reading group",
            "33 | 2026-04-06 –-– – | Study block",
            "33 | 2026-04-07 –-– – | Study block",
            "26 | 2026-04-07 09:00-10:30 1 h 30 | Lecture in the college's own zone",
            "33 | 2026-04-08 –-– – | Study block",
            "39 | 2026-04-09 17:30-18:30 1 h | Reading group",
            "54 | 2026-04-10 09:30-10:30 1 h | Webinar from abroad",
            "60 | 2026-04-11 12:00-– – | Nobody knows how long",
            "47 | 2026-04-13 13:00-14:00 1 h | Skills forum",
            "26 | 2026-04-14 09:00-10:30 1 h 30 | Lecture in the college's own zone",
            "39 | 2026-04-16 17:00-17:30 30 min | Reading group",
        ]
    );
    assert_eq!((problems(&read), read.left_out), (Vec::new(), 1));
}

#[test]
fn an_event_that_cannot_be_read_is_named_by_its_line() {
    let read = read_in(&file("broken.ics"), spring());
    assert_eq!(
        problems(&read),
        [
            "4: “No beginning” has no beginning.",
            "8: Its time is in the zone “Atlantis/Harbour”, which is not known: choose a named zone in the calendar.",
            "14: “Odd rule” repeats by a rule that cannot be read: correct it in the calendar.",
            "21: “Backwards” ends before it begins.",
            "27: “Tick”: It repeats more often than can be listed: shorten the series in the calendar.",
            "34: It has a date that no calendar has: correct it in the calendar.",
            "40: “On placement” lasts 61 whole days: log the days on which you learned.",
            "46: “Conference” lasts more than 24 hours: split it by day in the calendar.",
        ]
    );
    assert_eq!(
        lines(&read),
        ["52 | 2026-04-02 09:00-10:00 1 h | This one is sound"]
    );
}

#[test]
fn what_is_no_calendar_or_is_cut_off_is_refused_as_a_whole() {
    let whole = file("college.ics");
    let cut = &whole[..whole.len() - 200];
    for (text, expected) in [
        ("Date,What\n", Unreadable::NotACalendar),
        (cut, Unreadable::CutOff),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", Unreadable::NoEvents),
        (
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR",
            Unreadable::CutOff,
        ),
    ] {
        assert_eq!(read(text, London, spring()), Err(expected), "{text}");
    }
}

#[test]
fn an_hour_that_is_left_out_or_comes_twice_is_reckoned_as_the_standard_says() {
    // 29 March 2026 has no 01:30 in London, 25 October 2026 has two.
    assert_eq!(
        times(
            "DTSTART;TZID=Europe/London:20260329T013000\nDTEND;TZID=Europe/London:20260329T030000"
        ),
        ["2026-03-29 02:30-03:00 30 min"]
    );
    let text = event(
        "DTSTART;TZID=Europe/London:20261025T013000\nDTEND;TZID=Europe/London:20261025T030000",
    );
    let read = read_in(&text, period("2026-10-01", "2026-10-31"));
    assert_eq!(lines(&read), ["3 | 2026-10-25 01:30-03:00 1 h 30 | It"]);
}

#[test]
fn times_give_the_length_that_they_would_give_where_they_are_typed() {
    // In the night in which the clocks go forward, whatever clock the calendar writes them by.
    for night in [
        "DTSTART;TZID=Europe/London:20260328T220000\nDTEND;TZID=Europe/London:20260329T060000",
        "DTSTART:20260328T220000Z\nDTEND:20260329T050000Z",
        "DTSTART;TZID=Europe/Paris:20260328T230000\nDTEND;TZID=Europe/London:20260329T060000",
    ] {
        assert_eq!(times(night), ["2026-03-28 22:00-06:00 8 h"], "{night}");
    }
    assert_eq!(
        times("DTSTART:20260328T220000Z\nDTEND:20260329T060000Z"),
        ["2026-03-28 22:00-07:00 9 h"]
    );
}

#[test]
fn a_length_that_the_calendar_says_stays_as_one_that_is_typed_does() {
    assert_eq!(
        times("DTSTART;TZID=Europe/London:20260328T220000\nDURATION:PT8H"),
        ["2026-03-28 22:00-07:00 8 h"]
    );
}

#[test]
fn times_between_which_the_clock_went_back_are_no_beginning_and_end() {
    // 01:30 in summer time, and 01:15 or 01:30 in winter time, which is later.
    let autumn = |end: &str| {
        let text = event(&format!("DTSTART:20261025T003000Z\nDTEND:20261025T{end}Z"));
        lines(&read_in(&text, period("2026-10-01", "2026-10-31")))
    };
    assert_eq!(autumn("011500"), ["3 | 2026-10-25 01:30-– 45 min | It"]);
    assert_eq!(autumn("013000"), ["3 | 2026-10-25 01:30-– 1 h | It"]);
    assert_eq!(autumn("024500"), ["3 | 2026-10-25 01:30-02:45 1 h 15 | It"]);
}

#[test]
fn the_end_of_a_series_is_told_on_the_clock_of_its_own_zone() {
    // 13:00 in universal time is 14:00 in a British summer: the last one belongs to the series.
    let rule = |until: &str| {
        times(&format!(
            "DTSTART;TZID=Europe/London:20260512T140000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL={until}"
        ))
        .len()
    };
    assert_eq!(rule("20260526T130000Z"), 3);
    assert_eq!(rule("20260526T125959Z"), 2);
    assert_eq!(rule("20260526"), 3, "a day alone means all of it");
    assert_eq!(rule("20260526T140000"), 3);
}

#[test]
fn exceptions_are_found_by_moment_and_by_day() {
    let series =
        "DTSTART;TZID=Europe/London:20260504T090000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\n";
    for exception in [
        "EXDATE:20260505T080000Z",
        "EXDATE;TZID=Europe/London:20260505T090000",
        "EXDATE;VALUE=DATE:20260505",
        "EXDATE;TZID=Europe/Paris:20260505T100000",
    ] {
        let days: Vec<_> = times(&format!("{series}{exception}"))
            .iter()
            .map(|line| line[8..10].to_owned())
            .collect();
        assert_eq!(days, ["04", "06", "07"], "{exception}");
    }
}

#[test]
fn a_change_for_this_and_all_later_ones_moves_them() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nSUMMARY:Old\nDTSTART:20260504T090000\nDURATION:PT1H\n\
                RRULE:FREQ=DAILY;COUNT=4\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\nSUMMARY:New\n\
                RECURRENCE-ID;RANGE=THISANDFUTURE:20260506T090000\nDTSTART:20260506T110000\nDURATION:PT2H\n\
                END:VEVENT\nEND:VCALENDAR\n";
    assert_eq!(
        lines(&read_in(text, spring())),
        [
            "2 | 2026-05-04 09:00-10:00 1 h | Old",
            "2 | 2026-05-05 09:00-10:00 1 h | Old",
            "9 | 2026-05-06 11:00-13:00 2 h | New",
            "9 | 2026-05-07 11:00-13:00 2 h | New",
        ]
    );
}

#[test]
fn an_event_that_was_exported_twice_counts_as_it_is_now() {
    let version = |sequence: u32, hour: u32| {
        format!(
            "BEGIN:VEVENT\nUID:x\nSUMMARY:It\nSEQUENCE:{sequence}\nDTSTART:20260504T{hour:02}0000\nEND:VEVENT\n"
        )
    };
    let text = format!(
        "BEGIN:VCALENDAR\n{}{}END:VCALENDAR\n",
        version(2, 10),
        version(1, 9)
    );
    assert_eq!(
        lines(&read_in(&text, spring())),
        ["2 | 2026-05-04 10:00-– – | It"]
    );
}

#[test]
fn cancelled_events_are_left_out_and_counted() {
    let one = event("DTSTART:20260504T090000\nSTATUS:CANCELLED");
    let read_one = read_in(&one, spring());
    assert_eq!((read_one.proposals.len(), read_one.left_out), (0, 1));
    let all = one
        .replace("STATUS:CANCELLED", "")
        .replace("VERSION:2.0", "METHOD:CANCEL");
    let read_all = read_in(&all, spring());
    assert_eq!((read_all.proposals.len(), read_all.left_out), (0, 1));
}

#[test]
fn an_endless_daily_series_of_many_years_stops_at_the_period() {
    let begun = "DTSTART:19990101T090000\nDTEND:19990101T100000\nRRULE:FREQ=DAILY";
    assert_eq!(times(begun).len(), 92);
    let far = read(&event(begun), London, period("2026-01-01", "2199-12-31"));
    assert_eq!(
        far.map(|read| read.problems.len()),
        Ok(1),
        "more than can be listed"
    );
    let two = event("DTSTART:20260101T090000\nRRULE:FREQ=HOURLY").replace("END:VCALENDAR", "")
        + "BEGIN:VEVENT\nDTSTART:20260101T090000\nRRULE:FREQ=HOURLY\nEND:VEVENT\nEND:VCALENDAR";
    let many = read(&two, London, period("2026-01-01", "2027-12-31"));
    assert_eq!(many, Err(Unreadable::TooManyEvents));
}

#[test]
fn folded_lines_and_texts_with_marks_are_whole() {
    let text = event("DTSTART:20260504T090000\nDESCRIPTION:One\\, two\\; thr\n ee\\nfour")
        .replace("SUMMARY:It", "SUMMARY:A\r\n  week of it");
    let read = read_in(&text, spring());
    assert_eq!(read.proposals[0].activity.title, "A week of it");
    assert_eq!(
        read.proposals[0].activity.what_was_done,
        "One, two; three\nfour"
    );
}

/// From the first night to the last of three years, with six on which clocks change.
fn any_night() -> impl Strategy<Value = NaiveDate> {
    let first: NaiveDate = "2025-01-01".parse().unwrap();
    let changes = ["2025-03-29", "2025-10-25", "2026-03-28", "2026-10-24"];
    prop_oneof![
        (0_u64..1095).prop_map(move |days| first + chrono::Days::new(days)),
        proptest::sample::select(changes.to_vec()).prop_map(|night| night.parse().unwrap()),
    ]
}

proptest! {
    /// The same shift has the same length on every day of the year, typed or brought in.
    #[test]
    fn days_on_which_clocks_change_neither_lose_nor_gain_minutes(
        night in any_night(), from in 3_u32 * 60..1440, until in 3_u32 * 60..1440, early in any::<bool>(),
    ) {
        prop_assume!(from != until);
        // No time that is left out or comes twice: those are told by tests of their own.
        let (from, until) = if early { (from.max(until), from.min(until)) } else { (from, until) };
        let clock = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        let next_day = if until < from { " the next day" } else { "" };
        let typed = format!("{} to {}{next_day}", clock(from), clock(until));
        let typed = parse_entry(&typed).unwrap().remove(0);
        let ends = if until < from { night.succ_opt().unwrap() } else { night };
        let written = |day: NaiveDate, minute: u32| {
            format!("{}T{}00", day.format("%Y%m%d"), clock(minute).replace(':', ""))
        };
        let text = event(&format!(
            "DTSTART;TZID=Europe/London:{}\nDTEND;TZID=Europe/London:{}",
            written(night, from),
            written(ends, until)
        ));
        let read = read(&text, London, Period { from: night, to: night }).unwrap();
        let brought_in = &read.proposals[0].activity;
        prop_assert_eq!(brought_in.duration, Some(typed.minutes));
        prop_assert_eq!(brought_in.started_at, typed.started_at);
        prop_assert_eq!(brought_in.ended_at, typed.ended_at);
    }

    #[test]
    fn no_calendar_panics(
        lines in proptest::collection::vec(
            "(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE|DURATION|UID|SUMMARY)(;VALUE=DATE|;TZID=Europe/London|;TZID=x)?:(20[0-9]{2}[01][0-9][0-3][0-9](T[0-2][0-9][0-5][0-9]00Z?)?|-?P[0-9]{1,9}[DW]|PT[0-9]{1,9}[HM]|x)",
            0..12,
        ),
        rule in "RRULE:FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY)(;(COUNT|INTERVAL|BYMONTH|BYMONTHDAY|BYSETPOS|BYYEARDAY|BYWEEKNO)=-?[0-9]{1,5}|;BYDAY=-?[0-9]{0,2}(MO|SU)|;UNTIL=20[0-9]{2}0101){0,3}",
    ) {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\n{}\n{rule}\nEND:VEVENT\nEND:VCALENDAR\n", lines.join("\n"));
        if let Ok(read) = read(&text, London, spring()) {
            for proposal in &read.proposals {
                let day = proposal.activity.done_on;
                prop_assert!((spring().from..=spring().to).contains(&day), "{} is outside", day);
            }
        }
    }

    #[test]
    fn no_text_panics(text in "(BEGIN:|END:)?(VCALENDAR|VEVENT|[a-zA-Z;:=\n\r ]{0,20}){0,8}") {
        let _ = read(&format!("BEGIN:VCALENDAR\n{text}\nEND:VCALENDAR"), London, spring());
    }
}
