//! The `defender` command.
//!
//! The program is in the library, so that a third party's program and the tests run the same code.

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::App::built_in().run()
}
