//! References as they are printed, in the Harvard style that *Cite Them Right* describes.

use super::{Author, Theory, TheoryKind};
use crate::day;
use serde::{Deserialize, Serialize};

/// A stretch of a reference in one face.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they are set in italics.
    pub italic: bool,
    /// The address that they lead to, if they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// The entry of a reference list: `Gibbs, G. (1988) Learning by doing. Oxford: Further Education Unit.`
/// Titles stay as they were typed; what is not known is left out.
#[must_use]
pub fn harvard(work: &Theory) -> Vec<Run> {
    let mut line = Line::default();
    let titled_first = head(work, &mut line);
    match work.kind {
        TheoryKind::Article => article(work, titled_first, &mut line),
        TheoryKind::Chapter => chapter(work, titled_first, &mut line),
        TheoryKind::Lecture => lecture(work, titled_first, &mut line),
        TheoryKind::Book | TheoryKind::Report | TheoryKind::WebPage | TheoryKind::Other => {
            whole(work, titled_first, &mut line);
        }
    }
    address(work, &mut line);
    line.runs
}

/// The citation in a sentence: `(Rolfe, Freshwater and Jasper, 2001)`.
#[must_use]
pub fn in_text(work: &Theory) -> Vec<Run> {
    let mut line = Line::default();
    line.plain("(");
    if named_authors(work).next().is_some() {
        let families = named_authors(work).map(|author| author.family.trim().to_owned());
        names(&families.collect::<Vec<_>>(), &mut line);
    } else if work.corporate_author.trim().is_empty() {
        line.italic(work.title.trim());
    } else {
        line.plain(work.corporate_author.trim());
    }
    line.plain(&format!(", {})", printed_year(work)));
    line.runs
}

/// Runs without their faces.
#[must_use]
pub fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// What a reference list is sorted by: author, then year, then title, without regard to capitals.
#[must_use]
pub fn sort_key(work: &Theory) -> (String, String, String) {
    let authors: Vec<String> = named_authors(work).map(listed).collect();
    let first = match (authors.is_empty(), work.corporate_author.trim()) {
        (false, _) => authors.join(" "),
        (true, "") => work.title.clone(),
        (true, corporate) => corporate.to_owned(),
    };
    (
        first.to_lowercase(),
        printed_year(work),
        work.title.to_lowercase(),
    )
}

/// A reference under construction.
#[derive(Default)]
struct Line {
    runs: Vec<Run>,
}

impl Line {
    fn push(&mut self, text: &str, italic: bool) {
        match self.runs.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.italic == italic && last.address.is_none() => {
                last.text.push_str(text);
            }
            _ => self.runs.push(Run {
                text: text.to_owned(),
                italic,
                address: None,
            }),
        }
    }

    /// Words that lead to an address of the web.
    fn address(&mut self, address: &str) {
        self.runs.push(Run {
            text: address.to_owned(),
            italic: false,
            address: Some(address.to_owned()),
        });
    }

    fn plain(&mut self, text: &str) {
        self.push(text, false);
    }

    fn italic(&mut self, text: &str) {
        self.push(text, true);
    }

    /// A full stop, unless the sentence has ended already.
    fn stop(&mut self) {
        let ended = |run: &Run| run.text.trim_end_matches('’').ends_with(['.', '?', '!']);
        if !self.runs.last().is_some_and(ended) {
            self.plain(".");
        }
    }
}

pub(super) fn named_authors(work: &Theory) -> impl Iterator<Item = &Author> {
    work.authors
        .iter()
        .filter(|author| !author.family.trim().is_empty())
}

/// Author and year; the title stands for an author who is not named, and then `true` is returned.
fn head(work: &Theory, line: &mut Line) -> bool {
    let authors: Vec<String> = named_authors(work).map(listed).collect();
    let titled = authors.is_empty() && work.corporate_author.trim().is_empty();
    if titled {
        line.italic(work.title.trim());
    } else if authors.is_empty() {
        line.plain(work.corporate_author.trim());
    } else {
        names(&authors, line);
    }
    line.plain(&format!(" ({})", printed_year(work)));
    titled
}

/// The year as it is printed; where none is known, the words that say so.
#[must_use]
pub fn printed_year(work: &Theory) -> String {
    let year = work.year.trim();
    if year.is_empty() {
        "no date".to_owned()
    } else {
        year.to_owned()
    }
}

/// Up to three names, or the first and “et al.”
fn names(names: &[String], line: &mut Line) {
    match names {
        [] => {}
        [one] => line.plain(one),
        [first @ .., last] if names.len() <= 3 => {
            line.plain(&format!("{} and {last}", first.join(", ")));
        }
        [first, ..] => {
            line.plain(&format!("{first} "));
            line.italic("et al.");
        }
    }
}

/// `Atkins, S.`
fn listed(author: &Author) -> String {
    let family = author.family.trim();
    let initials = initials(&author.given);
    if initials.is_empty() {
        family.to_owned()
    } else {
        format!("{family}, {initials}")
    }
}

/// `Sue` and `S` become `S.`; `David A.` and `D. A.` become `D.A.`; `Jean-Paul` becomes `J.-P.`
fn initials(given: &str) -> String {
    let mut initials = String::new();
    for part in given
        .split(|c: char| c.is_whitespace() || c == '.')
        .filter(|p| !p.is_empty())
    {
        for (nth, name) in part.split('-').filter(|name| !name.is_empty()).enumerate() {
            if nth > 0 {
                initials.push('-');
            }
            initials.extend(name.chars().next().map(|c| c.to_uppercase().to_string()));
            initials.push('.');
        }
    }
    initials
}

fn whole(work: &Theory, titled_first: bool, line: &mut Line) {
    if !titled_first {
        line.plain(" ");
        line.italic(work.title.trim());
    }
    line.stop();
    edition(work, line);
    let imprint = imprint(work);
    if !imprint.is_empty() {
        line.plain(&format!(" {imprint}"));
        line.stop();
    }
}

fn article(work: &Theory, titled_first: bool, line: &mut Line) {
    if !titled_first {
        line.plain(&format!(" ‘{}’", work.title.trim()));
    }
    if !work.container.trim().is_empty() {
        line.plain(", ");
        line.italic(work.container.trim());
    }
    let issue = if work.issue.trim().is_empty() {
        String::new()
    } else {
        format!("({})", work.issue.trim())
    };
    let volume = format!("{}{issue}", work.volume.trim());
    for part in [volume, pages(&work.pages)]
        .iter()
        .filter(|part| !part.is_empty())
    {
        line.plain(&format!(", {part}"));
    }
    line.stop();
}

fn chapter(work: &Theory, titled_first: bool, line: &mut Line) {
    if !titled_first {
        line.plain(&format!(" ‘{}’", work.title.trim()));
    }
    if !work.container.trim().is_empty() {
        line.plain(", in ");
        let editors: Vec<String> = work
            .editors
            .iter()
            .filter(|editor| !editor.family.trim().is_empty())
            .map(listed)
            .collect();
        if !editors.is_empty() {
            names(&editors, line);
            line.plain(if editors.len() == 1 {
                " (ed.) "
            } else {
                " (eds) "
            });
        }
        line.italic(work.container.trim());
    }
    line.stop();
    edition(work, line);
    let parts = [imprint(work), pages(&work.pages)];
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|p| !p.is_empty())
        .collect();
    if !parts.is_empty() {
        line.plain(&format!(" {}", parts.join(", ")));
        line.stop();
    }
}

fn lecture(work: &Theory, titled_first: bool, line: &mut Line) {
    if !titled_first {
        line.plain(&format!(" ‘{}’", work.title.trim()));
    }
    line.plain(" [Lecture]");
    if !work.container.trim().is_empty() {
        line.plain(", ");
        line.italic(work.container.trim());
    }
    line.stop();
    let imprint = imprint(work);
    if !imprint.is_empty() {
        line.plain(&format!(" {imprint}"));
        line.stop();
    }
}

/// ` 2nd edn.`; a first edition is not named.
fn edition(work: &Theory, line: &mut Line) {
    let written = work.edition.trim();
    let written = ["edition", "edn.", "edn", "ed.", "ed"]
        .iter()
        .find_map(|word| written.strip_suffix(word))
        .unwrap_or(written)
        .trim();
    let ordinal = match written.parse::<u32>() {
        Ok(1) => return,
        Ok(number) => format!("{number}{}", suffix(number)),
        Err(_) if written.is_empty() || written == "1st" => return,
        Err(_) => written.to_owned(),
    };
    line.plain(&format!(" {ordinal} edn."));
}

fn suffix(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// `Oxford: Further Education Unit`, or either by itself.
fn imprint(work: &Theory) -> String {
    let parts = [work.place.trim(), work.publisher.trim()];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(": ")
}

/// `pp. 49–50`, `p. 7`, or an article number as it is.
fn pages(written: &str) -> String {
    let written = written.trim();
    let bare = ["pp.", "pp", "p."]
        .iter()
        .find_map(|p| written.strip_prefix(p))
        .unwrap_or(written);
    let pages = bare
        .trim()
        .replace(" - ", "-")
        .replace(['-', '\u{2212}', '\u{2014}'], "–");
    let number = pages.starts_with(|c: char| c.is_ascii_digit());
    match (number, pages.contains(['–', ','])) {
        (false, _) => pages,
        (true, true) => format!("pp. {pages}"),
        (true, false) => format!("p. {pages}"),
    }
}

fn address(work: &Theory, line: &mut Line) {
    let doi = work
        .doi
        .trim()
        .trim_start_matches("https://doi.org/")
        .trim_start_matches("doi:")
        .trim();
    let url = work.url.trim();
    if !doi.is_empty() {
        line.plain(" Available at: ");
        line.address(&format!("https://doi.org/{doi}"));
        line.plain(".");
    } else if !url.is_empty() {
        line.plain(" Available at: ");
        // Whatever else was typed is printed, and leads nowhere.
        if url.starts_with("https://") || url.starts_with("http://") {
            line.address(url);
        } else {
            line.plain(url);
        }
        match work.accessed_on {
            Some(date) => line.plain(&format!(" (Accessed: {}).", day::full(date))),
            None => line.plain("."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::tests::work;

    fn author(family: &str, given: &str) -> Author {
        Author {
            family: family.into(),
            given: given.into(),
        }
    }

    #[track_caller]
    fn check(work: &Theory, reference: &str, cited: &str) {
        let marked = |runs: &[Run]| -> String {
            let face = |run: &Run| {
                if run.italic {
                    format!("*{}*", run.text)
                } else {
                    run.text.clone()
                }
            };
            runs.iter().map(face).collect()
        };
        assert_eq!(marked(&harvard(work)), reference);
        assert_eq!(marked(&in_text(work)), cited);
    }

    #[test]
    fn a_book_has_place_and_publisher() {
        let gibbs = Theory {
            authors: vec![author("Gibbs", "Graham")],
            year: "1988".into(),
            title: "Learning by doing: a guide to teaching and learning methods".into(),
            place: "Oxford".into(),
            publisher: "Further Education Unit, Oxford Polytechnic".into(),
            ..work("gibbs")
        };
        check(
            &gibbs,
            "Gibbs, G. (1988) *Learning by doing: a guide to teaching and learning methods*. Oxford: \
             Further Education Unit, Oxford Polytechnic.",
            "(Gibbs, 1988)",
        );
        let second = Theory {
            edition: "2".into(),
            place: String::new(),
            ..gibbs
        };
        assert!(plain(&harvard(&second)).contains("methods. 2nd edn. Further Education Unit"));
    }

    #[test]
    fn an_article_has_volume_issue_and_pages_with_an_en_dash() {
        let atkins = Theory {
            kind: TheoryKind::Article,
            authors: vec![author("Atkins", "S"), author("Murphy", "K.")],
            year: "1993".into(),
            title: "Reflection: a review of the literature".into(),
            container: "Journal of Advanced Nursing".into(),
            volume: "18".into(),
            issue: "8".into(),
            pages: "1188-1192".into(),
            ..work("atkins")
        };
        check(
            &atkins,
            "Atkins, S. and Murphy, K. (1993) ‘Reflection: a review of the literature’, *Journal of \
             Advanced Nursing*, 18(8), pp. 1188–1192.",
            "(Atkins and Murphy, 1993)",
        );
        let electronic = Theory {
            pages: "e1234".into(),
            doi: "doi:10.1000/182".into(),
            ..atkins
        };
        let shown = plain(&harvard(&electronic));
        assert!(
            shown.ends_with("18(8), e1234. Available at: https://doi.org/10.1000/182."),
            "{shown}"
        );
    }

    #[test]
    fn three_authors_are_named_and_four_are_not() {
        let mut rolfe = Theory {
            authors: vec![
                author("Rolfe", "G."),
                author("Freshwater", "D."),
                author("Jasper", "M."),
            ],
            year: "2001".into(),
            title: "Critical reflection".into(),
            ..work("rolfe")
        };
        check(
            &rolfe,
            "Rolfe, G., Freshwater, D. and Jasper, M. (2001) *Critical reflection*.",
            "(Rolfe, Freshwater and Jasper, 2001)",
        );
        rolfe.authors.push(author("Watson", "Jean-Ann B."));
        check(
            &rolfe,
            "Rolfe, G. *et al.* (2001) *Critical reflection*.",
            "(Rolfe *et al.*, 2001)",
        );
    }

    #[test]
    fn a_chapter_names_the_book_and_its_editors() {
        let chapter = Theory {
            kind: TheoryKind::Chapter,
            authors: vec![author("Boud", "David")],
            year: "1985".into(),
            title: "Promoting reflection?".into(),
            container: "Reflection".into(),
            editors: vec![author("Boud", "D."), author("Keogh", "R.")],
            place: "London".into(),
            publisher: "Kogan Page".into(),
            pages: "18-40".into(),
            ..work("boud")
        };
        check(
            &chapter,
            "Boud, D. (1985) ‘Promoting reflection?’, in Boud, D. and Keogh, R. (eds) *Reflection*. \
             London: Kogan Page, pp. 18–40.",
            "(Boud, 1985)",
        );
    }

    #[test]
    fn only_an_address_of_the_web_leads_there() {
        let leads = |work: Theory| -> Vec<String> {
            let runs = harvard(&work).into_iter();
            runs.filter_map(|run| run.address).collect()
        };
        let url = |url: &str| Theory {
            url: url.into(),
            ..work("t")
        };
        let doi = Theory {
            doi: "https://doi.org/10.1000/182".into(),
            ..work("t")
        };
        assert_eq!(leads(doi), ["https://doi.org/10.1000/182"]);
        assert_eq!(leads(url("https://a.example/b")), ["https://a.example/b"]);
        assert_eq!(leads(url("javascript:alert(1)")), [""; 0]);
    }

    #[test]
    fn a_web_page_says_where_and_when_it_was_read() {
        let code = Theory {
            kind: TheoryKind::WebPage,
            corporate_author: "Nursing and Midwifery Council".into(),
            year: "2018".into(),
            title: "The Code".into(),
            url: "https://www.nmc.org.uk/standards/code/".into(),
            accessed_on: "2026-03-05".parse().ok(),
            ..work("nmc")
        };
        check(
            &code,
            "Nursing and Midwifery Council (2018) *The Code*. Available at: \
             https://www.nmc.org.uk/standards/code/ (Accessed: 5 March 2026).",
            "(Nursing and Midwifery Council, 2018)",
        );
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        check(
            &work("t"),
            "*Untitled notes* (no date).",
            "(*Untitled notes*, no date)",
        );
        let lecture = Theory {
            kind: TheoryKind::Lecture,
            authors: vec![author("Okafor", "")],
            year: "2026".into(),
            title: "Fluid balance".into(),
            container: "Adult nursing 2".into(),
            ..work("t")
        };
        check(
            &lecture,
            "Okafor (2026) ‘Fluid balance’ [Lecture], *Adult nursing 2*.",
            "(Okafor, 2026)",
        );
    }

    #[test]
    fn references_are_sorted_by_author_and_year() {
        let of = |family: &str, year: &str| Theory {
            authors: vec![author(family, "A.")],
            year: year.into(),
            ..work("t")
        };
        assert!(sort_key(&of("benner", "1984")) < sort_key(&of("Gibbs", "1974")));
        assert!(sort_key(&of("Gibbs", "1974")) < sort_key(&of("Gibbs", "1988")));
    }
}
