//! The `defender` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::App::built_in().run()
}
