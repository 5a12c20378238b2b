//! What a text is about, as a set of numbers that can be compared quickly.

/// Words of a text that are looked at: nobody tells two entries apart after several hundred.
const MOST_WORDS: usize = 400;

/// The smallest numbers of a text under which it is filed.
const FILED: usize = 4;

/// The pairs of neighbouring words of a text, each as a number.
///
/// Two texts are alike in so far as they share pairs. The numbers are as good as random, so the smallest of
/// a text are a fair sample of its pairs: two texts that share four fifths of all pairs have one of their
/// four smallest in common but for about one time in six hundred. That is how texts which may be alike are
/// found without comparing each with every other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    /// In ascending order, each once.
    pairs: Vec<u64>,
    count: usize,
}

impl Words {
    /// The words of these texts, one after the other; case and signs do not matter.
    pub(super) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut pairs = Vec::new();
        let (mut before, mut count) = (None, 0);
        let words = texts
            .into_iter()
            .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
            .filter(|word| !word.is_empty());
        for word in words.take(MOST_WORDS) {
            let number = number(word);
            if let Some(before) = before {
                pairs.push(mixed(before, number));
            }
            before = Some(number);
            count += 1;
        }
        // A single word has no neighbour and is filed by itself.
        if let (Some(only), true) = (before, pairs.is_empty()) {
            pairs.push(mixed(only, only));
        }
        pairs.sort_unstable();
        pairs.dedup();
        Self { pairs, count }
    }

    /// How many words there are.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The numbers under which it is filed.
    pub(super) fn filed(&self) -> &[u64] {
        &self.pairs[..self.pairs.len().min(FILED)]
    }

    /// Whether at least four fifths of all pairs of the two are pairs of both.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let (few, many) = (
            self.pairs.len().min(other.pairs.len()),
            self.pairs.len().max(other.pairs.len()),
        );
        // Not even if all of the smaller set were in the larger.
        if few == 0 || few * 5 < many * 4 {
            return false;
        }
        let (mut a, mut b, mut both) = (0, 0, 0);
        while let (Some(left), Some(right)) = (self.pairs.get(a), other.pairs.get(b)) {
            both += usize::from(left == right);
            a += usize::from(left <= right);
            b += usize::from(right <= left);
        }
        both * 5 >= (few + many - both) * 4
    }
}

/// A word as a number (FNV-1a), the same in every run and on every machine.
fn number(word: &str) -> u64 {
    word.chars()
        .flat_map(char::to_lowercase)
        .fold(0xcbf2_9ce4_8422_2325, |hash, c| {
            (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3)
        })
}

/// A pair of numbers as one, with every bit depending on every other (the finish of SplitMix64).
fn mixed(first: u64, second: u64) -> u64 {
    let mut x = first.rotate_left(1).wrapping_add(second);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> Words {
        Words::of([text])
    }

    #[test]
    fn case_and_signs_do_not_matter_and_order_does() {
        assert_eq!(
            words("Wound care: a LECTURE"),
            words("wound care, a lecture.")
        );
        assert_ne!(words("care of wounds"), words("wounds of care"));
        assert_eq!(
            Words::of(["wound care", "a lecture"]),
            words("wound care a lecture")
        );
        assert_eq!(words(" … ").count(), 0);
    }

    #[test]
    fn one_word_changed_in_a_long_text_is_still_alike() {
        let text = "Practised taking blood pressure by hand on six colleagues and compared the readings \
                    with those of the machine until they agreed within two points each time";
        let changed = text.replace("six", "five");
        assert!(words(text).is_like(&words(&changed)));
        let other = "Watched the discharge coordinator arrange a bed at the community hospital and wrote \
                     down whom she rang and in which order";
        assert!(!words(text).is_like(&words(other)));
        assert!(!words("").is_like(&words("")), "nothing is like nothing");
    }

    proptest! {
        #[test]
        fn being_alike_goes_both_ways(a in "[ab ]{0,40}", b in "[ab ]{0,40}") {
            let (a, b) = (words(&a), words(&b));
            prop_assert_eq!(a.is_like(&b), b.is_like(&a));
            prop_assert_eq!(a.is_like(&a), a.count() > 0);
            prop_assert!(a.filed().len() <= FILED);
        }
    }
}
