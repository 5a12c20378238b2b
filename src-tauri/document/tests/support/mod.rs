//! A document that holds every construct, for tests and for looking at.
#![allow(dead_code)] // Each user takes the parts it needs.

use aftershift_document::markdown::{Alignment, Picture};
use aftershift_document::outline::{
    Block, Column, Cover, Document, Figure, Heading, Image, List, Paragraph, ParagraphStyle, Part,
    Row, Signature, Table, Text,
};
use aftershift_document::plot::{Axis, Band, Line, LineStyle, Marker, Plot, Tick};
use chrono::{TimeZone, Utc};
use std::collections::HashMap;

/// A document with these parts.
pub fn document(parts: Vec<Part>) -> Document {
    Document {
        title: "Portfolio of learning".into(),
        author: "Rowan Ashdown".into(),
        subject: "Reflections and off-the-job training".into(),
        keywords: vec!["apprenticeship".into(), "reflection".into()],
        language: "en-GB".into(),
        created_at: Utc.with_ymd_and_hms(2026, 11, 20, 9, 30, 0).unwrap(),
        parts,
        attachments: Vec::new(),
        fingerprint: None,
    }
}

/// A document of one Markdown text.
pub fn written(markdown: &str) -> Document {
    document(vec![Part::new("Text").with(Block::markdown(markdown, 1))])
}

/// A text with every construct of Markdown.
pub const MARKDOWN: &str = r#"# A long night on the ward

The shift began at *half past seven* and by nine **two people** had been moved. I was working in the office area, affixing the efficient fluid chart, when the first difficulty appeared; I remember thinking that nothing in the handover had prepared me for it, and that the conversation I had been putting off all week could not be put off any longer. `NEWS2` was **_five_** and rising, ~~not three~~.

## What I noticed

A second paragraph follows the first, long enough to need several lines, so that justification, hyphenation and the spaces between words can be judged. Responsibility for communicating deterioration lies with whoever notices it; institutional arrangements notwithstanding, escalation is an obligation, and a conversation about uncertainty is not an admission of incompetence. See [the Code](https://www.nmc.org.uk/standards/code/) and a very long address, https://www.example.org/a/very/long/path/that/has/to/be/divided/somewhere/because/it/does/not/fit/on/one/line?with=query&and=more, before going on.[^1]

- A first point
- A second point that is long enough to run over the end of the line and so to show how the second line of an item is set under the first
  1. A numbered point inside it
  2. Another
     - and a third level
       - and a fourth
- [x] Spoke to the practice supervisor
- [ ] Ask for the chart to be reviewed

1. One

   A second paragraph in the first item.

2. Two

> A quotation, set in with a bar beside it. It is long enough to need more than one line, as quotations mostly are.
>
> > And one inside it.

```
let total = minutes.iter().sum::<u32>();   // aligned
if total > 187 * 60 { println!("a line of code that is much too long for the width of the page and has to be divided somewhere"); }
```

| Time | Reading | What I did, and why I thought that it was the right thing to do at the time |
|------|--------:|:---:|
| 21:10 | 3 | Recorded and told the nurse in charge |
| 21:40 | 5 | Called the outreach team, because two of the signs were new and the person looked worse than the numbers |

---

#### A small heading

![A hand-drawn chart of the night's readings](attachment:chart)

![A photograph that is lost](attachment:lost)

Names: Siân Ó Néill, Łukasz Žižek, Đorđe, Αθηνά, Київ. Arabic: السلام عليكم ورحمة الله inside a sentence. Hebrew: שלום עולם. Chinese: 你好，世界。 Emoji: 😀 and 🩺.

[^1]: A footnote, with a little more to say about it.
"#;

/// A chart like that of the hours.
pub fn plot() -> Plot {
    let tick = |at: f64, label: &str| Tick {
        at,
        label: label.into(),
    };
    Plot {
        title: "12 hours behind an even pace".into(),
        description: "A line chart. Claimed hours rise to 226 by 20 November 2026, 12 hours below \
                      an even pace, with a break in learning from May to July 2026."
            .into(),
        across: Axis {
            from: 0.0,
            to: 24.0,
            ticks: vec![
                tick(0.0, "Sep 2025"),
                tick(6.0, "Mar 2026"),
                tick(12.0, "Sep 2026"),
                tick(18.0, "Mar 2027"),
                tick(24.0, "Sep 2027"),
            ],
        },
        up: Axis {
            from: 0.0,
            to: 400.0,
            ticks: vec![
                tick(0.0, "0 h"),
                tick(100.0, "100 h"),
                tick(200.0, "200 h"),
                tick(300.0, "300 h"),
                tick(400.0, "400 h"),
            ],
        },
        lines: vec![
            Line {
                label: "Claimed".into(),
                style: LineStyle::Solid,
                points: vec![
                    (0.0, 0.0),
                    (2.0, 30.0),
                    (4.0, 72.0),
                    (8.0, 140.0),
                    (11.0, 140.0),
                    (13.0, 190.0),
                    (14.6, 226.0),
                ],
            },
            Line {
                label: "Even pace".into(),
                style: LineStyle::Dashed,
                points: vec![(0.0, 0.0), (8.0, 150.0), (11.0, 150.0), (24.0, 390.0)],
            },
            Line {
                label: "Minimum".into(),
                style: LineStyle::Dotted,
                points: vec![(0.0, 390.0), (24.0, 390.0)],
            },
        ],
        bands: vec![Band {
            from: 8.0,
            to: 11.0,
            label: "Break".into(),
        }],
        marker: Some(Marker {
            at: 14.6,
            label: "20 Nov 2026".into(),
        }),
    }
}

/// A table of many rows, some of them long.
pub fn long_table(rows: usize) -> Table {
    let mut table = Table {
        summary: "Activities with their off-the-job time".into(),
        columns: vec![
            Column::words("No.", 9),
            Column::words("Date", 17),
            Column::words("What was learned", 60),
            Column::figures("Off-the-job", 17),
        ],
        rows: Vec::new(),
        close: false,
    };
    for number in 1..=rows {
        let mut words = format!("Activity {number}: watched and then led a medicines round.");
        if number % 7 == 0 {
            words += " Talked through the reasons for each check with the practice supervisor, \
                      and wrote down what I would have missed on my own; went back over the local \
                      policy afterwards and compared it with what had been taught.";
        }
        table.rows.push(
            Row::new([
                Text::from(format!("A{number}")),
                Text::from(format!("{} March 2026", number % 28 + 1)),
                Text::from(words),
                Text::from(format!("{} h {:02} min", number % 7, number * 5 % 60)),
            ])
            .anchored(format!("activity-{number}")),
        );
    }
    let total = ["", "", "In all", "301 h 15 min"].map(Text::from);
    table.rows.push(Row::new(total).total());
    table
}

/// Everything at once.
pub fn everything() -> Document {
    let cover = Part::bare().with(Block::Cover(Cover {
        kind: "Portfolio of learning".into(),
        title: "Rowan Ashdown".into(),
        subtitle: "Nursing associate (NMC 2018), level 5".into(),
        details: [
            ("Provider", "University of the Marches"),
            ("Employer", "Teme Valley Community Trust"),
            ("Period", "1 September 2025 to 31 August 2027"),
            ("As of", "20 November 2026"),
        ]
        .map(|(label, value)| (label.into(), value.into()))
        .to_vec(),
        closing: "Made with Aftershift on 20 November 2026. People and places are not named."
            .into(),
        brief: false,
    }));
    let contents = Part::new("Contents")
        .with(Block::subheading(1, "Contents"))
        .with(Block::Contents { deepest: 2 });
    let mut hours = Part::new("Off-the-job hours")
        .with(Block::heading(1, "Off-the-job hours", "hours"))
        .with(Block::lead(
            Text::new()
                .plain("226 hours are claimed of 390, which is ")
                .bold("12 hours behind")
                .plain(" an even pace; the log begins on ")
                .page_of("log")
                .plain("."),
        ))
        .with(Block::Figure(Figure {
            image: Image::Plot(plot()),
            caption: "Hours claimed against an even pace, by month.".into(),
        }));
    hours.push(Block::Definitions(vec![
        (
            "Minimum".into(),
            "390 h, the figure in the training plan".into(),
        ),
        (
            "Claimed so far".into(),
            Text::new().bold("226 h 30 min").quiet(" in 74 activities"),
        ),
        ("Confirmed".into(), "180 h".into()),
    ]));
    hours.push(Block::Note {
        title: "How the minimum is found".into(),
        blocks: vec![
            Block::paragraph(
                "52 weeks less 5.6 weeks of leave are 46.4 weeks; at 30 hours a week, \
                              the cap for starts from 1 August 2022, 20 per cent are 278.4 hours.",
            ),
            Block::List(List::bullets(["One rule".into(), "Another rule".into()])),
        ],
    });
    hours.push(Block::heading(2, "The log", "log"));
    hours.push(Block::Table(long_table(60)));
    let text = Part::new("Reflections")
        .with(Block::heading(1, "Reflections", "reflections"))
        .with(Block::Heading(Heading {
            level: 2,
            text: "Escalating a deteriorating patient when nobody seemed worried".into(),
            anchor: Some("r1".into()),
            number: Some("R1".into()),
            listed: true,
        }))
        .with(Block::remark("Gibbs (1988) · 3 March 2026 · 612 words"))
        .with(Block::markdown(MARKDOWN, 3));
    let mut references =
        Part::new("References").with(Block::heading(1, "References", "references"));
    for _ in 0..3 {
        references.push(Block::Paragraph(Paragraph {
            text: Text::new()
                .plain("Gibbs, G. (1988) ")
                .italic("Learning by doing: a guide to teaching and learning methods")
                .plain(". Oxford: Further Education Unit, Oxford Polytechnic. Applied in ")
                .link("R1", "r1")
                .plain(", ")
                .page_of("r1")
                .plain("."),
            style: ParagraphStyle::Hanging,
        }));
    }
    let signing = Part::new("Declaration")
        .with(Block::heading(1, "Declaration", "declaration"))
        .with(Block::paragraph("This is my own work."))
        .with(Block::Signatures(vec![
            Signature {
                role: "Apprentice".into(),
                name: "Rowan Ashdown".into(),
            },
            Signature {
                role: "For the employer".into(),
                name: String::new(),
            },
        ]))
        .with(Block::heading(2, "Feedback", "feedback"))
        .with(Block::WritingLines { least: 6, most: 12 });
    document(vec![cover, contents, hours, text, references, signing])
}

/// A wide table, whose columns find their own widths.
pub fn wide_table(columns: usize) -> Table {
    Table {
        summary: String::new(),
        columns: (0..columns)
            .map(|number| Column {
                heading: format!("Column {number}").into(),
                share: 0,
                alignment: Alignment::Start,
            })
            .collect(),
        rows: (0..3)
            .map(|row| Row::new((0..columns).map(|column| format!("v{row}-{column}").into())))
            .collect(),
        close: false,
    }
}

/// The pictures of the texts above.
pub fn pictures() -> HashMap<String, Vec<u8>> {
    HashMap::from([("chart".to_owned(), png(320, 200))])
}

/// A picture in which something can be seen, transparent at one side.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().expect("memory takes it");
    let mut dots = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let on = (x / 20 + y / 20) % 2 == 0;
            dots.extend([if on { 10 } else { 200 }, 106, 104, (255 * x / width) as u8]);
        }
    }
    writer.write_image_data(&dots).expect("memory takes it");
    writer.finish().expect("memory takes it");
    file
}

/// The picture in a file used by the specimen.
pub fn picture(id: &str) -> Picture {
    Picture {
        id: id.into(),
        description: "A chart".into(),
    }
}

/// Accounts of some 600 words each, with the constructs of real ones.
pub fn accounts(count: usize) -> Document {
    // Words of a fixed sequence, so that every run measures the same thing.
    let vocabulary: Vec<&str> = MARKDOWN
        .split_whitespace()
        // Direction marks that a reader adds around right-to-left words have tests of their own.
        .filter(|word| {
            word.chars()
                .all(|c| c < '\u{500}' && c.is_alphabetic() || c == ',' || c == '.')
        })
        .collect();
    let mut state = 1_u64;
    let mut next = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        vocabulary[(state >> 33) as usize % vocabulary.len()]
    };
    let mut part = Part::new("Reflections").with(Block::heading(1, "Reflections", "reflections"));
    for number in 1..=count {
        part.push(Block::PageBreak);
        part.push(Block::Heading(Heading {
            level: 2,
            text: format!("Account number {number}").into(),
            anchor: Some(format!("R{number}")),
            number: Some(format!("R{number}")),
            listed: true,
        }));
        let mut text = String::new();
        for paragraph in 0..8 {
            if paragraph % 2 == 0 {
                text += &format!("## Stage {paragraph}\n\n");
            }
            for word in 0..72 {
                text += next();
                text += if word % 17 == 5 { " *and* " } else { " " };
            }
            text += "\n\n";
        }
        text += "- first\n- second\n\n> and said so\n";
        part.push(Block::markdown(text, 3));
    }
    let contents = Part::new("Contents").with(Block::Contents { deepest: 2 });
    document(vec![contents, part])
}
