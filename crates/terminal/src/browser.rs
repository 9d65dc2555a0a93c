//! Opens an address in the browser on this machine.
//!
//! The browser gets no secret from the environment of this process. It runs in its own process group, so Ctrl-C ends the command
//! and not the browser.

use std::process::{Command, Stdio};

/// Starts the browser and returns at once. Reports no failure: the caller prints the address as well.
pub fn open(address: &str) {
    let commands = open::commands(address);
    // Some launchers run as long as the browser, so no one waits for them.
    std::thread::spawn(move || commands.into_iter().any(launched));
}

/// Runs one of the launchers of the platform. `false`: try the next.
fn launched(mut command: Command) -> bool {
    auth_core::without_any_secrets(&mut command);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    // On Windows a launcher may report a failure although it has opened the address.
    let has_status = cfg!(unix);
    command
        .status()
        .is_ok_and(|status| status.success() || !has_status)
}
