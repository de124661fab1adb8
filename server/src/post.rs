//! The way out for letters: a mail server, or a folder where nobody has one.

mod settings;

pub use settings::{LetterSettings, PostPlace};

use app::letters::{Written, written};
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::Error;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use shop::letters::{Letter, Post, Undelivered};
use std::io;
use std::path::PathBuf;
use std::time::Duration;
use tokio::fs;

/// Shorter than the shortest pause between two tries of a letter: nobody else tries meanwhile.
const TRY_FOR: Duration = Duration::from_secs(30);

/// The shop's mail.
pub struct PostOffice {
    way: Way,
    from: Mailbox,
    origin: String,
}

enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

impl PostOffice {
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// A setting that is wrong, by its name.
    pub fn new(settings: &LetterSettings) -> Result<Self, String> {
        let from = settings
            .from
            .parse()
            .map_err(|error| format!("SEONCHAK_MAIL_FROM: {:?}: {error}", settings.from))?;
        let way = match &settings.place {
            // The address may hold a password: what it is, is not said.
            PostPlace::Smtp(url) => Way::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
                    .map_err(|error| format!("SEONCHAK_SMTP_URL: {error}"))?
                    .timeout(Some(TRY_FOR))
                    .build(),
            ),
            PostPlace::Folder(folder) => Way::Folder(folder.clone()),
        };
        Ok(Self { way, from, origin: settings.origin.clone() })
    }

    /// The letter as a mail server takes it. Its id is always the same, so that a mailbox may know
    /// one that comes twice.
    fn message(&self, letter: &Letter) -> Result<Message, Undelivered> {
        let never = |error: &dyn std::fmt::Display| Undelivered::Never(error.to_string());
        let to: Address = letter.to.parse().map_err(|error| never(&error))?;
        let Written { subject, text, html } = written(letter, &self.origin);
        Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(Some(letter.name.clone()), to))
            .subject(subject)
            .message_id(Some(format!("<letter-{}@{}>", letter.id, self.from.email.domain())))
            .multipart(MultiPart::alternative_plain_html(text, html))
            .map_err(|error| never(&error))
    }
}

impl Post for PostOffice {
    async fn deliver(&self, letter: &Letter) -> Result<(), Undelivered> {
        let message = self.message(letter)?;
        match &self.way {
            Way::Smtp(smtp) => match tokio::time::timeout(TRY_FOR, smtp.send(message)).await {
                Ok(sent) => sent.map(drop).map_err(|error| undelivered(&error)),
                Err(_) => Err(Undelivered::Later("the mail server takes too long".into())),
            },
            Way::Folder(folder) => keep(folder, letter.id, &message)
                .await
                .map_err(|error| Undelivered::Later(error.to_string())),
        }
    }
}

/// A mail server that refuses a letter for good says so; all else may be better by and by. Its words
/// are not kept, since they repeat the address: the status says as much.
fn undelivered(error: &Error) -> Undelivered {
    let cause = match error.status() {
        Some(status) => format!("it answered {status}"),
        None if error.is_response() => "its answer is none".to_owned(),
        None => error.to_string(),
    };
    if error.is_permanent() { Undelivered::Never(cause) } else { Undelivered::Later(cause) }
}

/// Writes a file that is whole or not there, for its owner only.
async fn keep(folder: &PathBuf, id: u64, message: &Message) -> io::Result<()> {
    fs::create_dir_all(folder).await?;
    let (written, kept) =
        (folder.join(format!("{id:08}.part")), folder.join(format!("{id:08}.eml")));
    let mut options = fs::OpenOptions::new();
    let mut file =
        options.write(true).create(true).truncate(true).mode(0o600).open(&written).await?;
    tokio::io::AsyncWriteExt::write_all(&mut file, &message.formatted()).await?;
    file.sync_all().await?;
    fs::rename(written, kept).await
}
