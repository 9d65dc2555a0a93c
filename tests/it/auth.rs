//! Ways of signing in, each against the emulated identity service.

mod conformance;
mod partner;
mod refusals;
mod trust;
