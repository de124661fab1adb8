//! What an ID token is to us: OpenID Connect's own types, and since when it is good.

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreErrorResponseType, CoreGenderClaim, CoreJsonWebKey,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreRevocableToken,
    CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, Client, EmptyExtraTokenFields, IdTokenClaims, IdTokenFields,
    StandardErrorResponse, StandardTokenResponse,
};
use serde::{Deserialize, Serialize};
use shop::Moment;

const MS_PER_S: i64 = 1_000;

/// What the library does not read by itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NotBefore {
    /// Seconds since 1970.
    nbf: Option<i64>,
}

impl AdditionalClaims for NotBefore {}

impl NotBefore {
    /// Whether the token is good at a moment.
    pub fn is_over(&self, now: Moment) -> bool {
        self.nbf.is_none_or(|nbf| nbf.saturating_mul(MS_PER_S) <= now.ms())
    }
}

/// What a token says of somebody.
pub type Claims = IdTokenClaims<NotBefore, CoreGenderClaim>;

type Tokens = StandardTokenResponse<
    IdTokenFields<
        NotBefore,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

/// Who asks for tokens; which addresses it knows the library keeps in the last six.
pub type Speaker<Auth, Device, Introspection, Revocation, Token, UserInfo> = Client<
    NotBefore,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    Auth,
    Device,
    Introspection,
    Revocation,
    Token,
    UserInfo,
>;
