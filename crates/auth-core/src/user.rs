//! Credentials of users.

pub(crate) mod authorization_code;
pub(crate) mod device_code;
pub(crate) mod flow;
pub(crate) mod refresh_token;
pub(crate) mod session;
pub(crate) mod username_password;
