//! The `defender` command line: arguments in, a call of the SDK, output out.
//!
//! No operation has code of its own here. A command exists because a product's table has an operation; its words, arguments,
//! help and examples are read from the operation. A command that takes more than one call is a verb (`verbs`).
//!
//! | step | where |
//! | --- | --- |
//! | words to an operation, an operation to a command, arguments to a request | crates `commands` and `operations` |
//! | options, variables and profile to settings | `commands::setup`, `auth_core::settings` |
//! | settings to credential and client | `context` |
//! | request to records or one object | `session`, `invoke` |
//! | records and objects to text, failures to exit codes | crates `output` and `terminal` |
//!
//! # Contracts
//!
//! - Standard output carries data only. Notes, warnings, questions and errors go to standard error.
//! - The exit code of a command is one of `terminal::Exit`, whatever the operation.
//! - A read never asks. A change asks once, at a terminal only, unless `--yes` is given; without a terminal it is refused.
//! - `--dry-run` prints the request or the files, and sends and writes nothing.
//! - No token and no secret is printed, except by `auth token`, by `--links` (signed addresses), and by `sandbox up` (the
//!   emulator's own secrets).
//! - Text of a service is escaped before it reaches a terminal.
//!
//! # A third party's program
//!
//! A program with commands of its own is one line. With [`App::tables`] it has an emulator too:
//!
//! ```no_run
//! # const OPERATIONS: &[&auth_core::http_core::Operation] = &[];
//! # fn endpoint(_: &str, _: auth_core::Cloud) -> Option<auth_core::Endpoint> { None }
//! fn main() -> std::process::ExitCode {
//!     cli::App::new("defender-x").product(cli::Product::new(OPERATIONS, endpoint)).run()
//! }
//! ```

mod action;
mod app;
mod complete;
mod context;
mod invoke;
mod line;
mod services;
mod session;
mod tenants;
mod verbs;

use operations::words;

pub use app::App;
pub use auth_core::services::Product;
pub use sandbox::GuestProduct;
