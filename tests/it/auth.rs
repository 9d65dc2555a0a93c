//! Ways of signing in, each against the emulated identity service.

mod conformance;
mod refusals;
