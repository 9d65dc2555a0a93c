//! Credentials of an application, and what it proves itself with.

#[cfg(feature = "certificate")]
pub(crate) mod certificate;
pub(crate) mod client_assertion;
#[cfg(feature = "certificate")]
pub(crate) mod client_certificate;
pub(crate) mod client_credentials;
pub(crate) mod client_secret;
pub(crate) mod on_behalf_of;
pub(crate) mod proof;
pub(crate) mod secret_file;
pub(crate) mod service_clock;
