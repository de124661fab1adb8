//! Requests, written before anything is measured.

use crate::http::{Address, FormRequest, write_form};

/// One after the other in one piece of memory.
#[derive(Clone, Debug, Default)]
pub struct Requests {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Requests {
    /// One form in the name of each of these sessions.
    pub fn forms(
        address: &Address,
        path: &str,
        form: &str,
        sessions: impl IntoIterator<Item = impl AsRef<str>>,
    ) -> Self {
        let mut requests = Self::default();
        for session in sessions {
            let request = FormRequest { path, session: session.as_ref(), form };
            write_form(&mut requests.bytes, address.host(), request);
            requests.ends.push(requests.bytes.len());
        }
        requests
    }

    /// The nth.
    pub fn get(&self, n: usize) -> Option<&[u8]> {
        let end = *self.ends.get(n)?;
        let start = n.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.bytes[start..end])
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }
}
