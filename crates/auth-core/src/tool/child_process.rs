//! Keeps secrets in environment variables from child processes.

use std::process::Command;

/// Variables with a secret for this program.
const SECRETS: [&str; 4] = [
    "AZURE_CLIENT_SECRET",
    "AZURE_CLIENT_CERTIFICATE_PASSWORD",
    "AZURE_PASSWORD",
    "DEFENDER_STORE_KEY",
];

/// Prefixes and suffixes of more of them, one variable per service.
const TOKENS: [(&str, &str); 2] = [("DEFENDER_ACCESS_TOKEN_", ""), ("DEFENDER_", "_API_TOKEN")];

/// Variables with which a platform authenticates its jobs and apps. Tools that sign in as the
/// platform's identity need them.
const OF_PLATFORMS: [&str; 5] = [
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "ACTIONS_RUNTIME_TOKEN",
    "IDENTITY_HEADER",
    "MSI_SECRET",
    "SYSTEM_ACCESSTOKEN",
];

/// Removes variables with secrets of this program from the environment of a child process: client
/// secrets, passwords, tokens and the key of the store.
///
/// Secrets of the platform (`SYSTEM_ACCESSTOKEN`, `IDENTITY_HEADER`) stay, because tools such as
/// the Azure CLI sign in with them. Use [`without_any_secrets`] for programs that need none.
///
/// ```
/// let mut command = std::process::Command::new("az");
/// auth_core::without_secrets(&mut command);
/// ```
pub fn without_secrets(command: &mut Command) {
    remove(command, is_secret);
}

/// Removes what [`without_secrets`] removes and the secrets of the platform: for programs such as a
/// browser.
///
/// ```
/// let mut command = std::process::Command::new("xdg-open");
/// auth_core::without_any_secrets(&mut command);
/// ```
pub fn without_any_secrets(command: &mut Command) {
    remove(command, |name| {
        is_secret(name) || OF_PLATFORMS.contains(&name)
    });
}

/// Removes the variables of this process that match, by their names in upper case.
fn remove(command: &mut Command, is_meant: impl Fn(&str) -> bool) {
    for (name, _) in std::env::vars_os() {
        // Names are case-insensitive on Windows.
        let plain = name.to_string_lossy().to_ascii_uppercase();
        if is_meant(&plain) {
            command.env_remove(&name);
        }
    }
}

/// Whether a variable holds a secret for this program.
fn is_secret(name: &str) -> bool {
    let is_token = |(begin, end): (&str, &str)| name.starts_with(begin) && name.ends_with(end);
    SECRETS.contains(&name) || TOKENS.into_iter().any(is_token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_told_by_their_names() {
        for name in SECRETS.into_iter().chain([
            "DEFENDER_ACCESS_TOKEN_MDE",
            "DEFENDER_ACCESS_TOKEN_OF_A_NEW_PRODUCT",
            "DEFENDER_MDCA_API_TOKEN",
        ]) {
            assert!(is_secret(name), "{name}");
        }
        for name in [
            "PATH",
            "AZURE_TENANT_ID",
            "AZURE_CLIENT_SECRET_FILE",
            "DEFENDER_CLIENT_SECRET_FILE",
            "DEFENDER_CONFIG_DIR",
            "SYSTEM_ACCESSTOKEN",
        ] {
            assert!(!is_secret(name), "{name}");
        }
    }
}
