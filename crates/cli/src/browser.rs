//! Opening an address in the browser of the person at this machine.

use std::process::{Command, Stdio};

/// Starts the browser and goes on. A machine without one is no failure: the address is printed as well.
pub(crate) fn open(address: &str) {
    let commands = open::commands(address);
    // Some launchers last as long as the browser does, so nobody waits for them.
    std::thread::spawn(move || commands.into_iter().any(launched));
}

fn launched(mut command: Command) -> bool {
    auth_core::without_any_secrets(&mut command);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    // Ctrl-C is meant for this program.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    // Other launchers than those of Linux and macOS fail although they have opened something.
    let is_told = cfg!(unix);
    command
        .status()
        .is_ok_and(|status| status.success() || !is_told)
}
