//! The tree as HTML, for the preview.

use super::{Alignment, Block, Citation, Inline, parse};
use aftershift_domain::theory::Run;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// Writes Markdown as HTML that holds nothing but text and the few elements of this module.
///
/// The address of a picture is `pictures` followed by its identity: the caller decides by which
/// scheme its window reads the portfolio's files. Everything a person typed is escaped here, and
/// the result goes through an allow list as well, so that a slip in one of the two is not enough.
pub fn html(markdown: &str, pictures: &str) -> String {
    write(&parse(markdown), &[], pictures)
}

/// Writes a tree in the same way, with a list of references beneath it.
pub fn write(blocks: &[Block], references: &[Vec<Run>], pictures: &str) -> String {
    let mut out = String::new();
    write_blocks(blocks, pictures, &mut out);
    if !references.is_empty() {
        out.push_str("<ul class=\"references\">\n");
        for reference in references {
            out.push_str("<li>");
            reference.iter().for_each(|run| write_run(run, &mut out));
            out.push_str("</li>\n");
        }
        out.push_str("</ul>\n");
    }
    allow_list(pictures).clean(&out).to_string()
}

fn write_run(run: &Run, out: &mut String) {
    if run.italic {
        out.push_str("<em>");
    }
    if let Some(address) = &run.address {
        out.push_str("<a href=\"");
        escape(address, out);
        out.push_str("\">");
    }
    escape(&run.text, out);
    if run.address.is_some() {
        out.push_str("</a>");
    }
    if run.italic {
        out.push_str("</em>");
    }
}

fn write_citation(citation: &Citation, out: &mut String) {
    if citation.set.is_empty() {
        escape(&citation.typed, out);
    }
    let runs = citation.set.iter().map(|piece| &piece.run);
    runs.for_each(|run| write_run(run, out));
}

static TAGS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "blockquote",
        "ul",
        "ol",
        "li",
        "pre",
        "code",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "hr",
        "em",
        "strong",
        "s",
        "a",
        "img",
        "br",
        "sup",
        "span",
        "aside",
    ]
    .into()
});

fn allow_list(pictures: &str) -> ammonia::Builder<'static> {
    let mut schemes: HashSet<&'static str> = ["http", "https", "mailto"].into();
    // The caller's own scheme; it is a constant of the program, so there are only ever a few.
    if let Some((scheme, _)) = pictures.split_once(':') {
        schemes.insert(match scheme {
            "attachment" => "attachment",
            "asset" => "asset",
            _ => "https",
        });
    }
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(TAGS.clone())
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href"])),
            ("img", HashSet::from(["src", "alt"])),
            ("ol", HashSet::from(["start"])),
            ("th", HashSet::from(["scope"])),
            ("span", HashSet::from(["role", "aria-label"])),
        ]))
        .allowed_classes(HashMap::from([
            ("span", HashSet::from(["task", "task-done"])),
            ("th", HashSet::from(["centre", "end"])),
            ("td", HashSet::from(["centre", "end"])),
            ("aside", HashSet::from(["footnote"])),
            ("ul", HashSet::from(["references"])),
        ]))
        .url_schemes(schemes)
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer"));
    builder
}

fn write_blocks(blocks: &[Block], pictures: &str, out: &mut String) {
    for block in blocks {
        write_block(block, pictures, out);
    }
}

fn write_block(block: &Block, pictures: &str, out: &mut String) {
    match block {
        Block::Heading(level, inlines) => {
            let level = (*level).clamp(1, 6);
            let _ = write!(out, "<h{level}>");
            write_inlines(inlines, pictures, out);
            let _ = writeln!(out, "</h{level}>");
        }
        Block::Paragraph(inlines) => {
            out.push_str("<p>");
            write_inlines(inlines, pictures, out);
            out.push_str("</p>\n");
        }
        Block::Quote(inner) => {
            out.push_str("<blockquote>\n");
            write_blocks(inner, pictures, out);
            out.push_str("</blockquote>\n");
        }
        Block::List(list) => {
            match list.start {
                Some(1) => out.push_str("<ol>\n"),
                Some(start) => {
                    let _ = writeln!(out, "<ol start=\"{start}\">");
                }
                None => out.push_str("<ul>\n"),
            }
            for item in &list.items {
                out.push_str("<li>");
                match item.task {
                    Some(true) => out.push_str(
                        "<span class=\"task task-done\" role=\"img\" aria-label=\"Done\">☑</span> ",
                    ),
                    Some(false) => out.push_str(
                        "<span class=\"task\" role=\"img\" aria-label=\"Not done\">☐</span> ",
                    ),
                    None => {}
                }
                match item.blocks.as_slice() {
                    [Block::Paragraph(inlines), rest @ ..] if list.tight => {
                        write_inlines(inlines, pictures, out);
                        write_blocks(rest, pictures, out);
                    }
                    blocks => write_blocks(blocks, pictures, out),
                }
                out.push_str("</li>\n");
            }
            out.push_str(if list.start.is_some() {
                "</ol>\n"
            } else {
                "</ul>\n"
            });
        }
        Block::Code(code) => {
            out.push_str("<pre><code>");
            escape(code, out);
            out.push_str("</code></pre>\n");
        }
        Block::Table(table) => {
            out.push_str("<table>\n<thead>");
            write_row(&table.head, &table.alignments, "th", pictures, out);
            out.push_str("</thead>\n<tbody>");
            for row in &table.rows {
                write_row(row, &table.alignments, "td", pictures, out);
            }
            out.push_str("</tbody>\n</table>\n");
        }
        Block::Rule => out.push_str("<hr>\n"),
        Block::Footnote(number, inner) => {
            let _ = write!(out, "<aside class=\"footnote\"><sup>{number}</sup>");
            write_blocks(inner, pictures, out);
            out.push_str("</aside>\n");
        }
    }
}

fn write_row(
    cells: &[Vec<Inline>],
    alignments: &[Alignment],
    element: &str,
    pictures: &str,
    out: &mut String,
) {
    out.push_str("<tr>");
    for (column, cell) in cells.iter().enumerate() {
        let _ = write!(out, "<{element}");
        if element == "th" {
            out.push_str(" scope=\"col\"");
        }
        match alignments.get(column) {
            Some(Alignment::Centre) => out.push_str(" class=\"centre\""),
            Some(Alignment::End) => out.push_str(" class=\"end\""),
            Some(Alignment::Start) | None => {}
        }
        out.push('>');
        write_inlines(cell, pictures, out);
        let _ = write!(out, "</{element}>");
    }
    out.push_str("</tr>\n");
}

fn write_inlines(inlines: &[Inline], pictures: &str, out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => escape(text, out),
            Inline::Code(code) => {
                out.push_str("<code>");
                escape(code, out);
                out.push_str("</code>");
            }
            Inline::Emphasis(inner) => wrap("em", inner, pictures, out),
            Inline::Strong(inner) => wrap("strong", inner, pictures, out),
            Inline::Struck(inner) => wrap("s", inner, pictures, out),
            Inline::Link(address, inner) => {
                out.push_str("<a href=\"");
                escape(address, out);
                out.push_str("\">");
                write_inlines(inner, pictures, out);
                out.push_str("</a>");
            }
            Inline::Picture(picture) => {
                out.push_str("<img src=\"");
                escape(pictures, out);
                escape(&picture.id, out);
                out.push_str("\" alt=\"");
                escape(&picture.description, out);
                out.push_str("\">");
            }
            Inline::LineBreak => out.push_str("<br>\n"),
            Inline::Note(number) => {
                let _ = write!(out, "<sup>{number}</sup>");
            }
            Inline::Citation(citation) => write_citation(citation, out),
        }
    }
}

fn wrap(element: &str, inner: &[Inline], pictures: &str, out: &mut String) {
    let _ = write!(out, "<{element}>");
    write_inlines(inner, pictures, out);
    let _ = write!(out, "</{element}>");
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(markdown: &str, written: Expect) {
        written.assert_eq(html(markdown, "attachment://localhost/").trim_end());
    }

    #[test]
    fn markup_typed_by_hand_is_shown_and_not_obeyed() {
        check(
            "<script>alert(1)</script> <img src=x onerror=y> & \"so\"",
            expect![[
                r#"<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=y&gt; &amp; "so"</p>"#
            ]],
        );
    }

    #[test]
    fn a_picture_is_read_by_the_scheme_of_the_window() {
        check(
            "![Chart of \"rest\"](attachment:a1)",
            expect![[
                r#"<p><img src="attachment://localhost/a1" alt="Chart of &quot;rest&quot;"></p>"#
            ]],
        );
    }

    #[test]
    fn links_keep_their_address_and_give_nothing_away() {
        check(
            "[NMC](https://www.nmc.org.uk/a?b=1&c=2)",
            expect![[
                r#"<p><a href="https://www.nmc.org.uk/a?b=1&amp;c=2" rel="noopener noreferrer">NMC</a></p>"#
            ]],
        );
    }

    #[test]
    fn tables_and_tasks_carry_what_a_reader_needs() {
        check(
            "| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done",
            expect![[r#"
                <table>
                <thead><tr><th scope="col">a</th><th scope="col" class="end">b</th></tr>
                </thead>
                <tbody><tr><td>1</td><td class="end">2</td></tr>
                </tbody>
                </table>
                <ul>
                <li><span class="task task-done" role="img" aria-label="Done">☑</span> done</li>
                </ul>"#]],
        );
    }
}
