//! The colour space of the document: sRGB, described in a few hundred bytes.

/// Writes an ICC profile (version 4.3) of sRGB: three primaries, one white and one curve.
///
/// The numbers are those of IEC 61966-2-1, adapted to the D50 white that profiles are written in.
pub(super) fn srgb() -> Vec<u8> {
    let text = |words: &str| {
        let mut tag = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenGB".to_vec();
        let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        tag.extend((utf16.len() as u32).to_be_bytes());
        tag.extend(28_u32.to_be_bytes());
        tag.extend(utf16);
        tag
    };
    let xyz = |x: i32, y: i32, z: i32| {
        let mut tag = b"XYZ \0\0\0\0".to_vec();
        [x, y, z]
            .iter()
            .for_each(|value| tag.extend(value.to_be_bytes()));
        tag
    };
    // Function type 3: Y = (aX + b)^g above d, cX below. All in 1/65536.
    let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
    for value in [157_286, 62_119, 3_417, 5_072, 2_651_i32] {
        curve.extend(value.to_be_bytes());
    }
    let mut adaptation = b"sf32\0\0\0\0".to_vec();
    let bradford = [
        68_674, 1_502, -3_290, 1_939, 64_912, -1_117, -605, 988, 49_262_i32,
    ];
    bradford
        .iter()
        .for_each(|value| adaptation.extend(value.to_be_bytes()));

    let tags: [(&[u8; 4], Vec<u8>); 10] = [
        (b"desc", text("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        (b"wtpt", xyz(63_190, 65_536, 54_061)),
        (b"chad", adaptation),
        (b"rXYZ", xyz(28_578, 14_581, 912)),
        (b"gXYZ", xyz(25_240, 46_981, 6_362)),
        (b"bXYZ", xyz(9_376, 3_972, 46_788)),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = (tags.len() as u32).to_be_bytes().to_vec();
    let mut data = Vec::new();
    let start = 128 + 4 + tags.len() * 12;
    for (name, bytes) in tags {
        table.extend_from_slice(name);
        table.extend(((start + data.len()) as u32).to_be_bytes());
        table.extend((bytes.len() as u32).to_be_bytes());
        data.extend_from_slice(&bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = Vec::with_capacity(start + data.len());
    profile.extend(((start + data.len()) as u32).to_be_bytes());
    profile.extend_from_slice(b"\0\0\0\0\x04\x30\0\0mntrRGB XYZ ");
    // A fixed date: the day the profile was written down, not the day of the document.
    for part in [2026_u16, 11, 1, 0, 0, 0] {
        profile.extend(part.to_be_bytes());
    }
    profile.extend_from_slice(b"acsp");
    profile.resize(68, 0);
    for value in [63_190_i32, 65_536, 54_061] {
        profile.extend(value.to_be_bytes());
    }
    profile.resize(128, 0);
    profile.extend(table);
    profile.extend(data);
    profile
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_profile_is_as_long_as_it_says() {
        let profile = super::srgb();
        assert_eq!(profile[..4], (profile.len() as u32).to_be_bytes());
        assert_eq!(&profile[36..40], b"acsp");
        assert!(profile.len() < 700, "{}", profile.len());
    }
}
