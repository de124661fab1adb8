#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| seonchak_fuzz::hold("forwarded_for", input));
