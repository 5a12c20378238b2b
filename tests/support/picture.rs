//! Pictures of pages, and how alike two of them are.

use crate::reference;
use std::path::Path;
use std::process::Command;

/// A picture in shades of grey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    shades: Vec<u8>,
}

/// The side of the squares in which two pictures are compared, in points of the picture.
const SQUARE: usize = 12;

/// How far the mean shade of a square may be from the other's, of 255. The smoothing of letters differs
/// between versions of poppler by less; words that moved, came or went differ by more. Words that changed in
/// their place are seen in the text.
const TOLERANCE: u32 = 14;

impl Picture {
    /// Draws a page of a PDF.
    #[track_caller]
    #[must_use]
    pub fn of_page(pdf: &Path, page: u32, dots_per_inch: u32) -> Self {
        let (page, dots) = (page.to_string(), dots_per_inch.to_string());
        let drawn = Command::new("pdftoppm")
            .args(["-png", "-gray", "-f", &page, "-l", &page, "-r", &dots])
            .arg(pdf)
            .output()
            .expect("pdftoppm is needed for this test");
        assert!(
            drawn.status.success(),
            "{}",
            String::from_utf8_lossy(&drawn.stderr)
        );
        Self::read(&drawn.stdout)
    }

    /// A picture of so many shades of grey, row by row.
    #[must_use]
    pub fn of_shades(width: usize, height: usize, shades: Vec<u8>) -> Self {
        assert_eq!(shades.len(), width * height);
        Self {
            width,
            height,
            shades,
        }
    }

    /// Reads a PNG that holds nothing but shades of grey.
    #[track_caller]
    #[must_use]
    pub fn read(png: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info().expect("it is a PNG");
        let mut shades = vec![0; reader.output_buffer_size().expect("it fits into memory")];
        let frame = reader.next_frame(&mut shades).expect("it is whole");
        shades.truncate(frame.buffer_size());
        // Grey is written as three equal parts by some versions of poppler.
        let parts = frame.color_type.samples();
        let shades = shades.chunks(parts).map(|point| point[0]).collect();
        Self {
            width: frame.width as usize,
            height: frame.height as usize,
            shades,
        }
    }

    /// The picture as a PNG that is as small as sixteen shades make it.
    #[must_use]
    pub fn png(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let (width, height) = (self.width as u32, self.height as u32);
        let mut encoder = png::Encoder::new(&mut out, width, height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Four);
        encoder.set_compression(png::Compression::High);
        let mut rows = Vec::new();
        for row in self.shades.chunks(self.width) {
            rows.extend(row.chunks(2).map(|two| {
                let low = two.get(1).copied().unwrap_or(255);
                (four_bits(two[0]) << 4) | four_bits(low)
            }));
        }
        let mut writer = encoder.write_header().expect("a PNG can be begun");
        writer
            .write_image_data(&rows)
            .expect("a PNG can be written");
        writer.finish().expect("a PNG can be ended");
        out
    }

    /// The places where the other picture looks different: the corner of each square in which the mean
    /// shade is another.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<(usize, usize)> {
        self.differences_above(other, TOLERANCE)
    }

    /// The same for squares whose mean shades are further apart than `tolerance`, of 255.
    #[must_use]
    pub fn differences_above(&self, other: &Self, tolerance: u32) -> Vec<(usize, usize)> {
        if (self.width, self.height) != (other.width, other.height) {
            return vec![(self.width, self.height)];
        }
        let mut found = Vec::new();
        // Each overlaps the next by half, so that nothing that changed is divided between four of them.
        for top in (0..self.height).step_by(SQUARE / 2) {
            for left in (0..self.width).step_by(SQUARE / 2) {
                if self.mean(left, top).abs_diff(other.mean(left, top)) > tolerance {
                    found.push((left, top));
                }
            }
        }
        found
    }

    fn mean(&self, left: usize, top: usize) -> u32 {
        let (mut sum, mut count) = (0_u32, 0_u32);
        for y in top..(top + SQUARE).min(self.height) {
            for x in left..(left + SQUARE).min(self.width) {
                sum += u32::from(self.shades[y * self.width + x]);
                count += 1;
            }
        }
        sum / count.max(1)
    }

    /// Asserts that it looks like the one kept at `path`, or keeps it when updating.
    #[track_caller]
    pub fn check(&self, path: &Path) {
        if reference::updating() {
            let png = self.png();
            assert!(
                png.len() < 40 * 1024,
                "{} would be {} bytes",
                path.display(),
                png.len()
            );
            reference::write(path, &png);
            return;
        }
        let kept = std::fs::read(path)
            .unwrap_or_else(|error| panic!("{} is missing: {error}", path.display()));
        let differences = Self::read(&kept).differences(self);
        if !differences.is_empty() {
            let now = std::env::temp_dir().join(path.file_name().unwrap_or_default());
            reference::write(&now, &self.png());
            panic!(
                "{} looks different at {differences:?}; it is now {}. If that is right, run \
                 `UPDATE=1 cargo test -p aftershift-tests portfolio_pdf`.",
                path.display(),
                now.display(),
            );
        }
    }
}

fn four_bits(shade: u8) -> u8 {
    ((u16::from(shade) * 15 + 127) / 255) as u8
}
