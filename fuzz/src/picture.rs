//! Files that are said to be pictures.

use bytes::Bytes;
use shop::catalog::owner::Darkroom;

/// Larger ones only take longer.
const SENT_BYTES_MAX: usize = 64 * 1024;

/// What becomes of a file is a picture drawn anew, or a problem; no decoder panics.
pub fn picture(input: &[u8]) {
    if input.len() > SENT_BYTES_MAX {
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let sent = Bytes::copy_from_slice(input);
    let developed = runtime.expect("a runtime").block_on(Darkroom::default().develop(sent));
    if let Ok(developed) = developed.expect("nobody else develops") {
        assert!(
            developed.name.len() == 32 && developed.name.bytes().all(|b| b.is_ascii_hexdigit())
        );
        for (name, file) in &developed.files {
            assert!(name.starts_with(&developed.name) && name.ends_with(".webp"), "{name}");
            assert!(file.starts_with(b"RIFF"));
        }
    }
}
