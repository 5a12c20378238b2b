//! A text cut into words and the marks between them, which every scanner walks along.

/// A run of ASCII letters and digits, or one other character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// As it is written.
    pub(super) text: &'a str,
    /// Where it begins, in bytes.
    pub(super) start: usize,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is a word or a number and not a mark.
    pub(super) fn is_word(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphanumeric())
    }

    /// Its value, if it is a number of at most `most` digits.
    pub(super) fn number(&self, most: usize) -> Option<u32> {
        let digits = self.text.len() <= most && self.text.bytes().all(|b| b.is_ascii_digit());
        if digits { self.text.parse().ok() } else { None }
    }

    /// Whether it is this word, in any case.
    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }
}

/// A text and its tokens.
pub(super) struct Text<'a> {
    pub(super) source: &'a str,
    pub(super) tokens: Vec<Token<'a>>,
}

impl<'a> Text<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let mut tokens = Vec::new();
        let mut word = None;
        for (at, c) in source.char_indices() {
            if c.is_alphanumeric() {
                word.get_or_insert(at);
                continue;
            }
            if let Some(start) = word.take() {
                tokens.push(Token {
                    text: &source[start..at],
                    start,
                });
            }
            tokens.push(Token {
                text: &source[at..at + c.len_utf8()],
                start: at,
            });
        }
        if let Some(start) = word {
            tokens.push(Token {
                text: &source[start..],
                start,
            });
        }
        Self { source, tokens }
    }

    /// The token at `at`, if there is one.
    pub(super) fn get(&self, at: usize) -> Option<&Token<'a>> {
        self.tokens.get(at)
    }

    /// The place of the first token at or after `at` that is no space, and at most `most` spaces further.
    pub(super) fn after_spaces(&self, at: usize, most: usize) -> usize {
        let spaces = self
            .tokens
            .iter()
            .skip(at)
            .take(most)
            .take_while(|t| is_space(t))
            .count();
        at + spaces
    }
}

/// Whether a token is one space, also one that does not break.
pub(super) fn is_space(token: &Token<'_>) -> bool {
    token.text.chars().all(char::is_whitespace)
}

/// Whether a token may stand between groups of digits.
pub(super) fn is_gap(token: &Token<'_>) -> bool {
    is_space(token) && token.text != "\n"
        || matches!(token.text, "-" | "\u{2010}" | "\u{2011}" | "\u{2013}")
}
