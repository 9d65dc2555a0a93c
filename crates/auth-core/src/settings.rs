//! A credential chosen by settings.

pub(crate) mod chain;
pub(crate) mod environment;
