//! Who may do what: API keys with scopes, and the access tokens of v4.
//!
//! <https://docs.fire.rest/en/authentication>, <https://docs.fire.rest/en/api-reference/login>

use std::collections::HashMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;

use super::{Refusal, Reply, body, text};
use crate::clock::SECOND;
use crate::context::{Call, Context};
use crate::credentials::Credentials;
use crate::http::Answer;
use crate::journal::sha256;
use crate::platform::Platform;

/// Access tokens with the Unix milliseconds at which they end.
#[derive(Default)]
pub(super) struct Tokens(HashMap<String, i64>);

impl Tokens {
    /// `POST /api/authentication/login`
    pub(super) fn login(&mut self, call: &Call<'_>, context: &Context<'_>) -> Reply {
        key(call, context, false)?;
        channel(call)?;
        let known = Credentials::of(Platform::Fire);
        let body = body(call)?;
        if text(&body, "grant_type")? != "client_credentials" {
            return Err(Refusal::Invalid("grant_type must be client_credentials".to_owned()));
        }
        let (id, secret) = (text(&body, "client_id")?, text(&body, "client_secret")?);
        if (id, secret) != (known.get("client_id"), known.get("client_secret")) {
            return Err(Refusal::LoginWrong);
        }
        let seconds = i64::try_from(context.settings.fire.token_seconds).unwrap_or(i64::MAX);
        let ends = context.now.saturating_add(seconds.saturating_mul(SECOND));
        let part = |text: String| URL_SAFE_NO_PAD.encode(text);
        let token = [
            part(json!({ "alg": "none", "typ": "JWT" }).to_string()),
            part(json!({ "exp": ends.div_euclid(SECOND), "jti": self.0.len() }).to_string()),
            part(sha256(&self.0.len().to_be_bytes())),
        ]
        .join(".");
        self.0.insert(token.clone(), ends);
        Ok(Answer::json(201, &json!({ "accessToken": token })))
    }

    /// The four headers of v4.
    pub(super) fn check(&self, call: &Call<'_>, context: &Context<'_>) -> Result<(), Refusal> {
        key(call, context, false)?;
        channel(call)?;
        let header = call.head.header("authorization").and_then(|value| value.strip_prefix("Bearer "));
        let token = header.ok_or(Refusal::TokenMissing)?;
        match self.0.get(token) {
            None => Err(Refusal::TokenMissing),
            Some(&ends) if ends <= context.now => Err(Refusal::TokenExpired),
            Some(_) => Ok(()),
        }
    }
}

/// The key of `/api/v1`, with this scope.
pub(super) fn allow(call: &Call<'_>, context: &Context<'_>, scope: &'static str) -> Result<(), Refusal> {
    // The inbound webhooks and the adapters take the key as a bearer token too.
    let alias = call.path.starts_with("/api/v1/webhooks/") || call.path.starts_with("/api/v1/adapters/");
    key(call, context, alias)?;
    let scopes = &context.settings.fire.scopes;
    if scopes.iter().any(|known| known == scope) { Ok(()) } else { Err(Refusal::ScopeMissing(scope)) }
}

/// The query's `accountId` and `vendorId`; `required` where they must be there.
pub(super) fn tenant(call: &Call<'_>, required: bool) -> Result<(), Refusal> {
    let known = Credentials::of(Platform::Fire);
    match call.query("accountId") {
        Some(account) if account == known.get("account") || account == known.get("account_id") => {}
        None if !required => {}
        None => return Err(Refusal::Invalid("accountId is required".to_owned())),
        Some(_) => return Err(Refusal::TenantWrong("API key is not authorized for the requested account")),
    }
    match call.query("vendorId") {
        Some(vendor) if vendor == known.get("vendor") => Ok(()),
        None if !required => Ok(()),
        None => Err(Refusal::Invalid("vendorId is required".to_owned())),
        Some(_) => Err(Refusal::TenantWrong("API key is not authorized for the requested vendor")),
    }
}

fn key(call: &Call<'_>, context: &Context<'_>, alias: bool) -> Result<(), Refusal> {
    let bearer = call.head.header("authorization").and_then(|value| value.strip_prefix("Bearer "));
    let given = call.head.header("x-api-key").or(bearer.filter(|_| alias)).ok_or(Refusal::KeyMissing)?;
    let good =
        given == Credentials::of(Platform::Fire).get("api_key") && !context.settings.fire.common.revoked;
    if good { Ok(()) } else { Err(Refusal::KeyWrong) }
}

fn channel(call: &Call<'_>) -> Result<(), Refusal> {
    if call.head.header("x-client-channel") != Some("integration") {
        return Err(Refusal::Invalid("x-client-channel must be integration".to_owned()));
    }
    match call.head.header("account") {
        Some(account) if account == Credentials::of(Platform::Fire).get("account") => Ok(()),
        Some(_) => Err(Refusal::TenantWrong("API key is not authorized for the requested account")),
        None => Err(Refusal::Invalid("account is required".to_owned())),
    }
}
