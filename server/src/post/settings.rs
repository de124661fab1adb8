//! What can be set of letters.

use super::PostOffice;
use crate::config::or_default;
use http::uri::Authority;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;

const MAIL_DIR: &str = ".local/mail";
const MAIL_FROM: &str = "선착 <no-reply@seonchak.kr>";
/// Somebody who types their address wrong a few times, and a household of such.
const LETTERS_PER_HOUR: u32 = 20;

/// How letters go out.
#[derive(Clone, Debug)]
pub struct LetterSettings {
    /// Where to.
    pub place: PostPlace,
    /// From whom: `선착 <no-reply@seonchak.kr>`.
    pub from: String,
    /// Where the shop is on the web, for the links in them: `https://shop.kr`. Never what a request
    /// says: anybody may write a `Host`.
    pub origin: String,
    /// Letters asked for from one address in an hour; `None` is as many as they like.
    pub per_hour: Option<NonZeroU32>,
}

/// Where letters go.
#[derive(Clone, PartialEq, Eq)]
pub enum PostPlace {
    /// A mail server: `smtps://user:password@host:465`, `smtp://host:25`.
    Smtp(String),
    /// A file for each in a folder, for working on the shop.
    Folder(PathBuf),
}

impl std::fmt::Debug for PostPlace {
    /// The address of a mail server may hold a password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Smtp(_) => f.write_str("Smtp(…)"),
            Self::Folder(folder) => f.debug_tuple("Folder").field(folder).finish(),
        }
    }
}

impl LetterSettings {
    /// A mail server if one is named, else a folder. Behind https the shop's address must be said:
    /// the links in letters lead there. Else it is where the server listens.
    ///
    /// # Errors
    /// A setting that is wrong, by its name.
    pub fn read(listens_at: SocketAddr, https: bool) -> Result<Self, String> {
        const ORIGIN: &str = "SEONCHAK_ORIGIN";
        let smtp = or_default("SEONCHAK_SMTP_URL", String::new())?;
        let place = if smtp.is_empty() {
            PostPlace::Folder(or_default("SEONCHAK_MAIL_DIR", PathBuf::from(MAIL_DIR))?)
        } else {
            PostPlace::Smtp(smtp)
        };
        let origin = match or_default(ORIGIN, String::new())?.trim_end_matches('/') {
            "" if https => {
                return Err(format!("{ORIGIN}: needed with SEONCHAK_HTTPS, for links in letters"));
            }
            "" => format!("http://{listens_at}"),
            origin if is_origin(origin, https) => origin.to_owned(),
            // Else cookies would go over http as well.
            origin if is_origin(origin, true) => {
                return Err(format!("{ORIGIN}: {origin:?} needs SEONCHAK_HTTPS=yes"));
            }
            origin => return Err(format!("{ORIGIN}: {origin:?} is not like https://shop.kr")),
        };
        let settings = Self {
            place,
            from: or_default("SEONCHAK_MAIL_FROM", MAIL_FROM.to_owned())?,
            origin,
            per_hour: NonZeroU32::new(or_default("SEONCHAK_LETTERS_PER_HOUR", LETTERS_PER_HOUR)?),
        };
        PostOffice::new(&settings).map(|_| settings)
    }
}

/// A scheme, a host, perhaps a port, and nothing else.
fn is_origin(text: &str, https: bool) -> bool {
    let scheme = if https { "https://" } else { "http://" };
    let host = text.strip_prefix(scheme).and_then(|host| host.parse::<Authority>().ok());
    host.is_some_and(|host| !host.host().is_empty() && !host.as_str().contains('@'))
}
