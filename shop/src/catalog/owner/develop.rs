//! From what somebody sent to the files of a picture. What comes out was drawn anew from the
//! pixels: no metadata, no tail behind the picture, no script.

use crate::Problem;
use crate::catalog::{PICTURE_SIZES_PX, picture_file};
use bytes::Bytes;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use std::io::Cursor;

/// The largest side, in pixels: phones take pictures of 8,160 by 6,120.
pub(super) const SIDE_PX_MAX: u32 = 8_192;
/// The memory of the largest picture, four bytes a pixel.
const DECODED_BYTES_MAX: u64 = SIDE_PX_MAX as u64 * SIDE_PX_MAX as u64 * 4;
/// Above this a picture is first made smaller by plain averages, which needs no memory.
const FINE_SIDE_PX_MAX: u32 = 2 * 1_600;
/// Of 100: no difference to the eye at half the bytes of 95.
const WEBP_QUALITY: f32 = 82.0;
/// Hexadecimal digits of the hash: 128 bits.
const NAME_CHARS: usize = 32;

/// A picture that may be kept: its name and its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Developed {
    /// The hash of all its files.
    pub name: String,
    /// Each file's name and content, the smallest first.
    pub files: Vec<(String, Bytes)>,
}

/// Makes the files of a picture in JPEG, PNG or WebP; says what is wrong with anything else.
pub(super) fn develop(sent: &[u8]) -> Result<Developed, Problem> {
    let image = decode(sent)?;
    let has_alpha = image.color().has_alpha();
    let mut smaller = if image.width().max(image.height()) > FINE_SIDE_PX_MAX {
        image.thumbnail(FINE_SIDE_PX_MAX, FINE_SIDE_PX_MAX)
    } else {
        image
    };
    let mut encoded = Vec::with_capacity(PICTURE_SIZES_PX.len());
    for px in PICTURE_SIZES_PX.into_iter().rev() {
        if smaller.width().max(smaller.height()) > px {
            smaller = smaller.resize(px, px, FilterType::Lanczos3);
        }
        encoded.push((px, webp(&smaller, has_alpha)?));
    }
    let mut hash = blake3::Hasher::new();
    for (_, bytes) in &encoded {
        hash.update(bytes);
    }
    let name = hash.finalize().to_hex()[..NAME_CHARS].to_owned();
    let smallest_first = encoded.into_iter().rev();
    let files = smallest_first.map(|(px, bytes)| (picture_file(&name, px), bytes)).collect();
    Ok(Developed { name, files })
}

/// The whole picture, the right way up.
fn decode(sent: &[u8]) -> Result<DynamicImage, Problem> {
    let format = image::guess_format(sent).map_err(|_| Problem::NotAPicture)?;
    if !matches!(format, ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP) {
        return Err(Problem::NotAPicture);
    }
    if format == ImageFormat::Jpeg && !jpeg_has_end(sent) {
        return Err(Problem::DamagedPicture);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_PX_MAX);
    limits.max_image_height = Some(SIDE_PX_MAX);
    limits.max_alloc = Some(DECODED_BYTES_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(sent), format);
    reader.limits(limits);
    // The header only: what is too large is refused before anything is decoded.
    let mut decoder = reader.into_decoder().map_err(problem)?;
    if decoder.total_bytes() > DECODED_BYTES_MAX {
        return Err(TOO_LARGE);
    }
    // A picture whose metadata is damaged is upright as far as anybody knows.
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(problem)?;
    image.apply_orientation(orientation);
    Ok(image)
}

const TOO_LARGE: Problem = Problem::PictureTooLarge { max_px: SIDE_PX_MAX };

fn problem(error: ImageError) -> Problem {
    match error {
        ImageError::Limits(_) => TOO_LARGE,
        _ => Problem::DamagedPicture,
    }
}

/// Whether a JPEG goes on to its end. Its decoder forgives one that does not, and paints the
/// rest grey.
fn jpeg_has_end(sent: &[u8]) -> bool {
    const START: u8 = 0xd8;
    const END: u8 = 0xd9;
    let mut at = 0;
    while let (Some(&first), Some(&marker)) = (sent.get(at), sent.get(at + 1)) {
        at += match (first, marker) {
            (0xff, END) => return true,
            // Fill, an escaped byte of a scan, a restart within it, the start.
            (0xff, 0xff) => 1,
            (0xff, 0x00 | 0x01 | 0xd0..=0xd7 | START) => 2,
            // A segment tells its length.
            (0xff, _) => match (sent.get(at + 2), sent.get(at + 3)) {
                (Some(&high), Some(&low)) => 2 + usize::from(u16::from_be_bytes([high, low])),
                _ => return false,
            },
            // Within a scan.
            _ => 1,
        };
    }
    false
}

fn webp(image: &DynamicImage, has_alpha: bool) -> Result<Bytes, Problem> {
    let (width, height) = (image.width(), image.height());
    let encoded = if has_alpha {
        webp::Encoder::from_rgba(&image.to_rgba8(), width, height)
            .encode_simple(false, WEBP_QUALITY)
    } else {
        webp::Encoder::from_rgb(&image.to_rgb8(), width, height).encode_simple(false, WEBP_QUALITY)
    };
    encoded.map(|bytes| Bytes::copy_from_slice(&bytes)).map_err(|_| Problem::DamagedPicture)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage};

    fn picture(width: u32, height: u32) -> DynamicImage {
        RgbImage::from_fn(width, height, |x, y| Rgb([x as u8, y as u8, (x * y) as u8])).into()
    }

    fn sent(format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture(120, 80).write_to(&mut bytes, format).expect("a picture");
        bytes.into_inner()
    }

    fn size(developed: &Developed, index: usize) -> (u32, u32) {
        let image = image::load_from_memory(&developed.files[index].1).expect("a picture");
        (image.width(), image.height())
    }

    #[test]
    fn a_small_picture_is_not_made_larger() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let developed = develop(&sent(format)).expect("a good picture");
            assert_eq!([0, 1, 2].map(|i| size(&developed, i)), [(120, 80); 3], "{format:?}");
        }
    }

    #[test]
    fn the_same_picture_has_the_same_name() {
        let twice = [0; 2].map(|_| develop(&sent(ImageFormat::Png)).expect("a good picture"));
        assert_eq!(twice[0], twice[1]);
        assert_eq!(twice[0].name.len(), NAME_CHARS);
    }

    #[test]
    fn half_a_picture_is_none() {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let sent = sent(format);
            for end in [sent.len() / 2, sent.len() * 3 / 4, 40] {
                let refused = develop(&sent[..end]).expect_err("half a picture");
                assert_eq!(refused, Problem::DamagedPicture, "{format:?} up to {end}");
            }
        }
    }

    #[test]
    fn what_only_looks_like_a_picture_is_refused() {
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>";
        for sent in [&b""[..], svg, b"GIF89a\x01\x00\x01\x00", b"BM......", b"%PDF-1.7"] {
            assert_eq!(develop(sent), Err(Problem::NotAPicture));
        }
        assert_eq!(develop(b"\xff\xd8\xff\xe0<html>"), Err(Problem::DamagedPicture));
    }

    #[test]
    fn a_header_of_many_pixels_is_refused_before_decoding() {
        let mut png = sent(ImageFormat::Png);
        png[16..20].copy_from_slice(&50_000_u32.to_be_bytes());
        png[20..24].copy_from_slice(&50_000_u32.to_be_bytes());
        let crc = crc32(&png[12..29]);
        png[29..33].copy_from_slice(&crc.to_be_bytes());
        assert_eq!(develop(&png), Err(TOO_LARGE));
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 }
            })
        })
    }
}
