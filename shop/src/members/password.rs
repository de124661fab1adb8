//! Hashing passwords: slow on purpose, so off the async threads and bounded in number.

use super::NewPassword;
use crate::parts::Slots;
use crate::{Fault, Outcome};
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const SALT_BYTES: usize = 16;
/// Longer than any password we take: nobody hashes a megabyte for a guess.
const GUESS_BYTES_MAX: usize = 512;
/// Somebody who waits longer than this for a free core is told to come back.
const WAIT_MAX: Duration = Duration::from_secs(5);
const RETRY_AFTER_S: u32 = 5;

/// What is checked when nobody has the e-mail address, so that the answer takes as long: a hash
/// with the parameters above, of a password that was thrown away.
const NOBODYS_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2VvbmNoYWstbm9ib2R5\
                            $AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Hashes and checks passwords, as many at once as there are cores: memory stays bounded at
/// cores × 19 MiB.
pub struct Passwords {
    slots: Slots,
    computed: AtomicU64,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { slots: Slots::for_each_core(WAIT_MAX, RETRY_AFTER_S), computed: AtomicU64::new(0) }
    }
}

impl Passwords {
    /// The PHC string to keep of a password.
    pub async fn hash(&self, password: &NewPassword, salt: [u8; SALT_BYTES]) -> Outcome<String> {
        let password = password.expose().to_owned();
        self.compute(move |argon2| {
            let hash = argon2.hash_password_with_salt(password.as_bytes(), &salt);
            hash.map(|hash: PasswordHash| hash.to_string()).map_err(|error| error.to_string())
        })
        .await
    }

    /// Whether the password belongs to the hash. Without a hash it is `false`, after as long.
    pub async fn check(&self, password: &str, hash: Option<&str>) -> Outcome<bool> {
        if password.len() > GUESS_BYTES_MAX {
            return Ok(false);
        }
        let password = password.to_owned();
        let known = hash.is_some();
        let hash = hash.unwrap_or(NOBODYS_HASH).to_owned();
        let fits = self.compute(move |argon2| {
            let hash = PasswordHash::new(&hash).map_err(|error| error.to_string())?;
            Ok(argon2.verify_password(password.as_bytes(), &hash).is_ok())
        });
        let fits = fits.await?;
        Ok(fits && known)
    }

    /// How many hashes were computed: as many for an address that nobody has.
    pub fn computed(&self) -> u64 {
        self.computed.load(Ordering::Relaxed)
    }

    async fn compute<T: Send + 'static>(
        &self,
        work: impl FnOnce(Argon2<'static>) -> Result<T, String> + Send + 'static,
    ) -> Outcome<T> {
        let computed = self.slots.run(move || argon2().and_then(work)).await?;
        self.computed.fetch_add(1, Ordering::Relaxed);
        computed.map_err(Fault::Broken)
    }
}

fn argon2() -> Result<Argon2<'static>, String> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| error.to_string())?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_says_how_it_was_made_and_fits_one_password() {
        let passwords = Passwords::default();
        let password = NewPassword::parse("correct horse", &[]).expect("a good password");
        let hash = passwords.hash(&password, [7; 16]).await.expect("a hash");
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(passwords.check("correct horse", Some(&hash)).await.expect("a check"));
        assert!(!passwords.check("correct horsf", Some(&hash)).await.expect("a check"));
    }

    #[tokio::test]
    async fn nobody_has_no_password() {
        let passwords = Passwords::default();
        assert!(!passwords.check("anything", None).await.expect("a check"));
    }
}
