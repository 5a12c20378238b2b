//! Pictures that are far finer than paper shows, made as fine as it shows.

use super::{DAMAGED, TOO_LARGE};
use image::{ImageBuffer, Luma, LumaA, Pixel, Rgb, Rgba, imageops};

/// A page of A4 at 300 dots to the inch, the resolution that printers ask for: 210 by 297 mm.
const PAPER: (u32, u32) = (2480, 3508);

/// A picture is left as it is until it is this many times as fine: a photograph loses a little whenever it is compressed anew.
const FAR: u32 = 2;

/// The dots of a picture, row by row, with so many bytes for each.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dots {
    pub(super) size: (u32, u32),
    /// 1 grey, 2 grey and transparency, 3 colour, 4 colour and transparency.
    pub(super) bytes_each: u8,
    pub(super) bytes: Vec<u8>,
}

/// The size to which a picture of `size` is scaled, if it is far finer than paper shows.
pub(super) fn wanted(size: (u32, u32)) -> Option<(u32, u32)> {
    let (width, height) = size;
    // The picture may lie across the page.
    let paper = if width > height {
        (PAPER.1, PAPER.0)
    } else {
        PAPER
    };
    if width <= FAR * paper.0 && height <= FAR * paper.1 {
        return None;
    }
    let (width, height) = (u64::from(width), u64::from(height));
    let (most_wide, most_high) = (u64::from(paper.0), u64::from(paper.1));
    let by_width = (most_wide, (height * most_wide / width).max(1));
    let by_height = ((width * most_high / height).max(1), most_high);
    let (width, height) = if by_width.1 <= most_high {
        by_width
    } else {
        by_height
    };
    // Neither is more than the paper has, which is a small number.
    Some((width as u32, height as u32))
}

/// The picture at another, smaller size: each dot is the mean of those that it stands for.
///
/// Where a picture is transparent its colour counts as much as elsewhere. At the edge of what is transparent the mean of two
/// colours may so be seen, no wider than a dot of a printer.
pub(super) fn scaled(dots: Dots, size: (u32, u32)) -> Result<Dots, &'static str> {
    let bytes_each = dots.bytes_each;
    let bytes = match bytes_each {
        1 => means::<Luma<u8>>(dots, size),
        2 => means::<LumaA<u8>>(dots, size),
        3 => means::<Rgb<u8>>(dots, size),
        4 => means::<Rgba<u8>>(dots, size),
        _ => return Err(TOO_LARGE),
    }?;
    Ok(Dots {
        size,
        bytes_each,
        bytes,
    })
}

fn means<P>(dots: Dots, (width, height): (u32, u32)) -> Result<Vec<u8>, &'static str>
where
    P: Pixel<Subpixel = u8> + 'static,
{
    let whole: ImageBuffer<P, Vec<u8>> =
        ImageBuffer::from_raw(dots.size.0, dots.size.1, dots.bytes).ok_or(DAMAGED)?;
    Ok(imageops::thumbnail(&whole, width, height).into_raw())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_telephone_takes_stays_as_it_is() {
        for size in [
            (1, 1),
            (4032, 3024),
            (3024, 4032),
            (4960, 7016),
            (7016, 4960),
        ] {
            assert_eq!(wanted(size), None, "{size:?}");
        }
    }

    #[test]
    fn what_is_far_finer_fits_a_page_and_keeps_its_shape() {
        assert_eq!(wanted((8064, 6048)), Some((3306, 2480)));
        assert_eq!(wanted((6048, 8064)), Some((2480, 3306)));
        assert_eq!(wanted((4961, 7016)), Some((2480, 3507)));
        assert_eq!(wanted((60_000, 2)), Some((3508, 1)), "never to nothing");
        assert_eq!(wanted((1, 60_000)), Some((1, 3508)));
    }

    #[test]
    fn each_dot_is_the_mean_of_those_that_it_stands_for() {
        for bytes_each in 1..=4_u8 {
            let each = usize::from(bytes_each);
            let row = [
                vec![0; each],
                vec![100; each],
                vec![40; each],
                vec![60; each],
            ]
            .concat();
            let dots = Dots {
                size: (4, 2),
                bytes_each,
                bytes: [row.clone(), row].concat(),
            };
            let small = scaled(dots, (2, 1)).unwrap();
            assert_eq!(small.bytes, vec![50; 2 * each]);
            assert_eq!(small.size, (2, 1));
        }
    }
}
