//! Tokens: how they are acquired, what they say, how they are cached.

pub(crate) mod aadsts;
pub(crate) mod access_token;
pub(crate) mod application;
pub(crate) mod body;
pub(crate) mod cache;
pub(crate) mod claims;
pub(crate) mod claims_request;
pub(crate) mod connections;
pub(crate) mod credential;
pub(crate) mod endpoint;
pub(crate) mod scope;
pub(crate) mod static_token;
