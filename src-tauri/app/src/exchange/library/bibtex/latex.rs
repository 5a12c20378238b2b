//! LaTeX of real libraries, made ready for a reader that knows its accents, and text made ready for LaTeX.

/// Commands that only say how their words look; the words stay.
const LOOKS: [&str; 27] = [
    "emph",
    "textit",
    "textbf",
    "textsc",
    "textrm",
    "textsf",
    "texttt",
    "textsl",
    "textup",
    "textmd",
    "textnormal",
    "textsuperscript",
    "textsubscript",
    "mbox",
    "hbox",
    "url",
    "nolinkurl",
    "enquote",
    "uppercase",
    "MakeUppercase",
    "em",
    "it",
    "bf",
    "sc",
    "rm",
    "tt",
    "itshape",
];

/// Commands that stand for a character.
const LETTERS: [(&str, &str); 62] = [
    ("aa", "å"),
    ("AA", "Å"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("o", "ø"),
    ("O", "Ø"),
    ("l", "ł"),
    ("L", "Ł"),
    ("ss", "ß"),
    ("dh", "ð"),
    ("DH", "Ð"),
    ("dj", "đ"),
    ("DJ", "Đ"),
    ("th", "þ"),
    ("TH", "Þ"),
    ("ng", "ŋ"),
    ("NG", "Ŋ"),
    ("pounds", "£"),
    ("textsterling", "£"),
    ("euro", "€"),
    ("texteuro", "€"),
    ("ldots", "…"),
    ("dots", "…"),
    ("textendash", "–"),
    ("textemdash", "—"),
    ("textregistered", "®"),
    ("texttrademark", "™"),
    ("textdegree", "°"),
    ("degree", "°"),
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("epsilon", "ε"),
    ("zeta", "ζ"),
    ("eta", "η"),
    ("theta", "θ"),
    ("kappa", "κ"),
    ("lambda", "λ"),
    ("mu", "μ"),
    ("nu", "ν"),
    ("xi", "ξ"),
    ("pi", "π"),
    ("rho", "ρ"),
    ("sigma", "σ"),
    ("tau", "τ"),
    ("phi", "φ"),
    ("chi", "χ"),
    ("psi", "ψ"),
    ("omega", "ω"),
    ("Gamma", "Γ"),
    ("Delta", "Δ"),
    ("Omega", "Ω"),
    ("pm", "±"),
    ("times", "×"),
    ("geq", "≥"),
    ("leq", "≤"),
    ("rightarrow", "→"),
    ("sim", "~"),
    ("cdot", "·"),
];

/// What follows a command that has no argument: `{}` or blanks end its name and are not printed.
fn after_name(rest: &str) -> &str {
    rest.strip_prefix("{}").unwrap_or_else(|| rest.trim_start())
}

/// A value as it stands in a file, without what the reader of accents stumbles over: commands for looks and for
/// letters, ties, line breaks, quotation marks, and accents on a letter without its dot.
pub(super) fn prepared(value: &str) -> String {
    // A dollar sign alone is money.
    let math = unescaped(value, '$').is_multiple_of(2);
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        rest = match c {
            '\\' => command(after, &mut out),
            '~' => {
                out.push(' ');
                after
            }
            '$' if !math => {
                out.push_str("\\$");
                after
            }
            '`' if after.starts_with('`') => {
                out.push('“');
                after.get(1..).unwrap_or_default()
            }
            '\'' if after.starts_with('\'') => {
                out.push('”');
                after.get(1..).unwrap_or_default()
            }
            c => {
                out.push(c);
                after
            }
        };
    }
    out
}

fn unescaped(text: &str, sign: char) -> usize {
    let mut escaped = false;
    let mut count = 0;
    for c in text.chars() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        escaped = c == '\\';
        count += usize::from(c == sign);
    }
    count
}

/// Writes what a command stands for; what it does not know it leaves as it is. `after` follows the backslash.
fn command<'a>(after: &'a str, out: &mut String) -> &'a str {
    let Some(first) = after.chars().next() else {
        return "";
    };
    let rest = after.get(first.len_utf8()..).unwrap_or_default();
    if first.is_ascii_alphabetic() {
        let length = after
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(after.len());
        let (name, rest) = after.split_at(length);
        if let Some((_, letter)) = LETTERS.iter().find(|(known, _)| *known == name) {
            out.push_str(letter);
            return after_name(rest);
        }
        if LOOKS.contains(&name) {
            return rest.trim_start();
        }
        if let ("u" | "v" | "H" | "c" | "d" | "b" | "r" | "k" | "t", Some(rest)) =
            (name, dotless(rest, out, name))
        {
            return rest;
        }
        out.push('\\');
        out.push_str(name);
        return rest;
    }
    match first {
        '\\' => {
            out.push(' ');
            rest
        }
        ' ' | ',' | ';' | ':' | '\n' | '\t' | '\r' => {
            out.push(' ');
            rest
        }
        '/' | '!' | '@' => rest,
        '\'' | '`' | '^' | '"' | '~' | '=' | '.' => {
            if let Some(rest) = dotless(rest, out, after.get(..1).unwrap_or_default()) {
                return rest;
            }
            out.push('\\');
            out.push(first);
            rest
        }
        other => {
            out.push('\\');
            out.push(other);
            rest
        }
    }
}

/// An accent on `\i` or `\j` without braces: the braces are put in.
fn dotless<'a>(rest: &'a str, out: &mut String, accent: &str) -> Option<&'a str> {
    let letter = rest.trim_start().strip_prefix('\\')?;
    let (name, after) = letter.split_at_checked(1)?;
    let ends = !after.starts_with(|c: char| c.is_ascii_alphabetic());
    if !matches!(name, "i" | "j") || !ends {
        return None;
    }
    out.push_str(&format!("\\{accent}{{{name}}}"));
    Some(after_name(after))
}

/// What stands between dollar signs, as far as it can be read without them.
pub(super) fn math(formula: &str) -> String {
    formula
        .chars()
        .filter(|c| !matches!(c, '{' | '}' | '^' | '_' | '\\'))
        .collect()
}

/// Text as LaTeX, in UTF-8: only what means something to LaTeX is written otherwise.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            // Two of them would be another sign.
            '-' | '\'' | '`' if before == c => {
                out.push_str("{}");
                out.push(c);
            }
            c => out.push(c),
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_reader_of_accents_does_not_know_is_made_ready() {
        for (value, expected) in [
            (r"S\o{}ren S\o ren {\o}", "Søren Søren {ø}"),
            (
                r"\emph{Learning} {\em by} \textsc{doing}",
                "{Learning} {by} {doing}",
            ),
            (
                r"Mart\'\i nez Mart{\'\i}nez",
                r"Mart\'{i}nez Mart{\'{i}}nez",
            ),
            (r"G\'erard \v{S}", r"G\'erard \v{S}"),
            ("van~der~Berg", "van der Berg"),
            ("``so'' it's", "“so” it's"),
            ("US$ 5", r"US\$ 5"),
            (r"$\beta$-blockers", "$β$-blockers"),
            (r"a \& b\\c", r"a \& b c"),
            (r"50\%\,C", r"50\% C"),
            ("end\\", "end"),
            (r"\unknown{x}", r"\unknown{x}"),
        ] {
            assert_eq!(prepared(value), expected, "{value}");
        }
    }
}
