//! A work under construction, as the fields of a citation file fill it.

use aftershift_domain::id::TheoryId;
use aftershift_domain::problem::LONGEST_LINE;
use aftershift_domain::theory::{Author, Reference, Theory, TheoryKind, key};
use chrono::{DateTime, NaiveDate};

/// What an entry has said so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    it: Reference,
    key: String,
    remarks: Vec<String>,
    left_out: Vec<String>,
}

/// A field of a work that is one line of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Title,
    Container,
    ContainerShort,
    Edition,
    Volume,
    Issue,
    Pages,
    Publisher,
    Place,
    Url,
}

/// Text on one line, without blanks at its ends.
pub(super) fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// An identifier without the address or the word that often stands in front of it.
fn without_address(doi: &str) -> &str {
    let doi = doi.trim();
    // Small letters of ASCII only: places in the copy are places in the text.
    let small = doi.to_ascii_lowercase();
    for front in [
        "https://doi.org/",
        "http://doi.org/",
        "https://dx.doi.org/",
        "http://dx.doi.org/",
        "https://www.doi.org/",
        "doi.org/",
        "dx.doi.org/",
        "doi:",
        "doi ",
    ] {
        if small.starts_with(front) {
            return doi.get(front.len()..).unwrap_or_default().trim();
        }
    }
    doi
}

/// The first three numbers of a date that begins with its year: `2020-05-03`, `2020/5/3/`, `2020-05-03T10:00`.
pub(super) fn day(written: &str) -> Option<NaiveDate> {
    let mut numbers = written
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let year = numbers
        .next()
        .filter(|year| year.len() == 4)?
        .parse()
        .ok()?;
    let (month, day) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The year of a date as files write it: `1988`, `1988-05-03`, `1988/05//`. Anything else is printed as it is.
pub(super) fn year(written: &str) -> String {
    let written = tidy(written);
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let (first, rest) = written.split_at(digits);
    let is_date = |mut rest: std::str::Bytes<'_>| {
        rest.all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b':' | b'T' | b'Z' | b'.'))
    };
    let of_a_date = digits == 4 && rest.starts_with(['-', '/']) && is_date(rest.bytes());
    if of_a_date { first.to_owned() } else { written }
}

impl Draft {
    pub(super) fn new(kind: TheoryKind) -> Self {
        Self {
            it: Reference {
                kind,
                ..Reference::default()
            },
            ..Self::default()
        }
    }

    pub(super) fn kind(&self) -> TheoryKind {
        self.it.kind
    }

    pub(super) fn set_kind(&mut self, kind: TheoryKind) {
        self.it.kind = kind;
    }

    /// The key as the file has it.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    pub(super) fn set_key(&mut self, written: &str) {
        self.key = tidy(written);
        self.it.cite_key = key::nearest(&self.key);
        if self.it.cite_key != self.key && !self.it.cite_key.is_empty() {
            self.remark(format!(
                "Its key “{}” becomes “{}”, for keys have no such signs here.",
                self.key, self.it.cite_key
            ));
        }
    }

    /// Says something of what was made of the entry.
    pub(super) fn remark(&mut self, sentence: impl Into<String>) {
        self.remarks.push(sentence.into());
    }

    /// Notes that what the file calls `name` has no place in a work.
    pub(super) fn leave_out(&mut self, name: impl Into<String>) {
        self.left_out.push(name.into());
    }

    fn line(&mut self, field: Line) -> &mut String {
        match field {
            Line::Title => &mut self.it.title,
            Line::Container => &mut self.it.container,
            Line::ContainerShort => &mut self.it.container_short,
            Line::Edition => &mut self.it.edition,
            Line::Volume => &mut self.it.volume,
            Line::Issue => &mut self.it.issue,
            Line::Pages => &mut self.it.pages,
            Line::Publisher => &mut self.it.publisher,
            Line::Place => &mut self.it.place,
            Line::Url => &mut self.it.url,
        }
    }

    pub(super) fn has(&mut self, field: Line) -> bool {
        !self.line(field).is_empty()
    }

    /// Fills a field unless something stands in it; what then has no place is noted as `name`.
    pub(super) fn set(&mut self, field: Line, text: &str, name: &str) {
        let text = tidy(text);
        let line = self.line(field);
        if line.is_empty() {
            *line = text;
        } else if !text.is_empty() && *line != text {
            self.leave_out(name);
        }
    }

    /// Puts a subtitle after a title.
    pub(super) fn add_subtitle(&mut self, field: Line, subtitle: &str) {
        let subtitle = tidy(subtitle);
        let line = self.line(field);
        if subtitle.is_empty() || line.is_empty() {
            line.push_str(&subtitle);
        } else if line.ends_with([':', '?', '!', '.']) {
            *line = format!("{line} {subtitle}");
        } else {
            *line = format!("{line}: {subtitle}");
        }
    }

    pub(super) fn set_year(&mut self, written: &str) {
        if self.it.year.is_empty() {
            self.it.year = year(written);
        }
    }

    pub(super) fn has_year(&self) -> bool {
        !self.it.year.is_empty()
    }

    pub(super) fn set_doi(&mut self, written: &str, name: &str) {
        let doi = without_address(written);
        if self.it.doi.is_empty() {
            self.it.doi = tidy(doi);
        } else if self.it.doi != doi {
            self.leave_out(name);
        }
    }

    /// Takes the day on which an address was read; what is no whole day is noted as `name`.
    pub(super) fn set_accessed(&mut self, date: Option<NaiveDate>, name: &str) {
        let sensible = date.filter(|date| aftershift_domain::day::is_sensible(*date));
        if sensible.is_some() {
            self.it.accessed_on = sensible;
        } else {
            self.leave_out(name);
        }
    }

    /// Adds labels; one that is none, or too long for one, is noted as `name`.
    pub(super) fn add_tags<'a>(&mut self, tags: impl Iterator<Item = &'a str>, name: &str) {
        for tag in tags.map(tidy).filter(|tag| !tag.is_empty()) {
            if tag.chars().count() > LONGEST_LINE {
                self.leave_out(name);
            } else if !self.it.tags.contains(&tag) {
                self.it.tags.push(tag);
            }
        }
    }

    /// Takes who wrote it. Organisations stand in their own field where no people are named, and with them
    /// otherwise.
    pub(super) fn set_authors(&mut self, names: Vec<Name>) {
        if names.iter().all(Name::is_organisation) {
            let names: Vec<String> = names.into_iter().map(|name| name.author().family).collect();
            self.it.corporate_author = match names.as_slice() {
                [front @ .., last] if !front.is_empty() => {
                    format!("{} and {last}", front.join(", "))
                }
                _ => names.concat(),
            };
        } else {
            self.it.authors = names.into_iter().map(Name::author).collect();
        }
    }

    pub(super) fn set_editors(&mut self, names: Vec<Name>) {
        self.it.editors = names.into_iter().map(Name::author).collect();
    }

    /// The work, what is to be said of it, and what of it has no place; or why it cannot be one.
    pub(super) fn finished(mut self) -> Result<(Reference, Vec<String>, Vec<String>), String> {
        if self.it.title.is_empty() {
            return Err("It has no title.".into());
        }
        if self.it.doi.is_empty() {
            let doi = without_address(&self.it.url);
            if doi != self.it.url.trim() && doi.starts_with("10.") {
                self.it.doi = doi.to_owned();
            }
        }
        let id = TheoryId::new("draft").map_err(|error| error.to_string())?;
        let work = self.it.clone().over(Theory::blank(id, DateTime::default()));
        match work.problems().0.into_iter().next() {
            None => Ok((self.it, self.remarks, self.left_out)),
            Some(problem) => Err(format!("{}: {}", said(&problem.field), problem.reason)),
        }
    }
}

/// What people call a field.
fn said(field: &str) -> &'static str {
    match field.split(['[', '.']).next().unwrap_or_default() {
        "citeKey" => "Key",
        "title" => "Title",
        "authors" | "corporateAuthor" => "Authors",
        "editors" => "Editors",
        "year" => "Year",
        "container" | "containerShort" => "Journal or book",
        "edition" => "Edition",
        "volume" => "Volume",
        "issue" => "Issue",
        "pages" => "Pages",
        "publisher" => "Publisher",
        "place" => "Place",
        "doi" => "DOI",
        "url" => "Address",
        "accessedOn" => "Day of access",
        _ => "Labels",
    }
}

/// Somebody who wrote or edited a work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Name {
    /// A person.
    Person(Author),
    /// An organisation.
    Organisation(String),
}

impl Name {
    /// A person by the parts of the name: a particle and a suffix go with the family, as they are printed.
    /// Nothing if there is no name in them.
    pub(super) fn person(particle: &str, family: &str, suffix: &str, given: &str) -> Option<Self> {
        let whole = tidy(&format!("{particle} {family} {suffix}"));
        let given = tidy(given);
        let author = match (whole.is_empty(), given.is_empty()) {
            (true, true) => return None,
            (true, false) => Author {
                family: given,
                given: String::new(),
            },
            (false, _) => Author {
                family: whole,
                given,
            },
        };
        Some(Self::Person(author))
    }

    /// An organisation; nothing if its name is empty.
    pub(super) fn organisation(name: &str) -> Option<Self> {
        let name = tidy(name);
        (!name.is_empty()).then_some(Self::Organisation(name))
    }

    fn is_organisation(&self) -> bool {
        matches!(self, Self::Organisation(_))
    }

    fn author(self) -> Author {
        match self {
            Self::Person(author) => author,
            Self::Organisation(family) => Author {
                family,
                given: String::new(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_lose_the_address_and_keep_their_letters() {
        for written in [
            "10.1046/J.1365",
            " https://doi.org/10.1046/J.1365 ",
            "DOI: 10.1046/J.1365",
            "http://dx.doi.org/10.1046/J.1365",
        ] {
            assert_eq!(without_address(written), "10.1046/J.1365");
        }
        assert_eq!(without_address("doi"), "doi");
    }

    #[test]
    fn years_are_taken_out_of_dates_and_kept_as_printed_otherwise() {
        for (written, expected) in [
            ("1988", "1988"),
            ("1988-05-03", "1988"),
            ("1988/05/03/", "1988"),
            ("1988///", "1988"),
            ("1988/1990", "1988"),
            ("n.d.", "n.d."),
            ("c. 1988", "c. 1988"),
            ("1988 [1901]", "1988 [1901]"),
            ("in  press", "in press"),
            ("", ""),
        ] {
            assert_eq!(year(written), expected, "{written}");
        }
    }

    #[test]
    fn keys_keep_the_signs_that_keys_may_have_and_a_change_is_said() {
        for (written, key, remarks) in [
            ("gibbs1988", "gibbs1988", 0),
            ("DBLP:conf/x/y.", "DBLP:conf/x/y", 1),
            ("gibbs 1988", "gibbs-1988", 1),
            ("“…”", "", 0),
        ] {
            let mut draft = Draft::new(TheoryKind::Book);
            draft.set_key(written);
            assert_eq!(
                (draft.it.cite_key.as_str(), draft.remarks.len()),
                (key, remarks)
            );
        }
    }

    #[test]
    fn particles_and_suffixes_stand_with_the_family() {
        let Some(Name::Person(author)) = Name::person("van der", "Berg", "Jr.", "J.") else {
            panic!("no person");
        };
        assert_eq!(author.family, "van der Berg Jr.");
        assert_eq!(Name::person(" ", "", "", ""), None);
    }
}
