//! The name and the purpose of the program, for help and for the commands that messages suggest.
//!
//! They are global, because errors of every module suggest commands. The value is set once, before anything is printed.
//!
//! A third party's program has its own name, so no message contains `defender` as a command.

use std::fmt::Display;
use std::sync::OnceLock;

/// Set by [`set`].
static PROGRAM: OnceLock<Program> = OnceLock::new();

/// A program as its help presents it.
#[derive(Clone, Copy, Debug)]
pub struct Program {
    /// The name of its file, as a user types it.
    pub name: &'static str,
    /// The purpose, in one line without a full stop.
    pub about: &'static str,
    /// Its version, for `--version` and manual pages.
    pub version: &'static str,
}

impl Program {
    /// The command with every product.
    pub const DEFENDER: Self = Self {
        name: "defender",
        about: "The Microsoft Defender APIs on the command line",
        version: env!("CARGO_PKG_VERSION"),
    };
}

/// Sets the program. A second call has no effect.
pub fn set(program: Program) {
    PROGRAM.get_or_init(|| program);
}

/// The program. In tests, which do not set one, `defender`.
fn this() -> Program {
    PROGRAM.get().copied().unwrap_or(Program::DEFENDER)
}

/// The name of the program.
pub fn name() -> &'static str {
    this().name
}

/// The purpose of the program.
pub fn about() -> &'static str {
    this().about
}

/// The version of the program.
pub fn version() -> &'static str {
    this().version
}

/// A command of this program as a user types it.
pub fn call(words: impl Display) -> String {
    format!("{} {words}", name())
}

/// The profile that `-p` named, for the commands that messages suggest.
static PROFILE: OnceLock<String> = OnceLock::new();

/// Says which profile the command line chose. A second call has no effect.
pub fn use_profile(name: &str) {
    PROFILE.get_or_init(|| name.to_owned());
}

/// The command that signs in, with more options or none, for the profile that the command line chose.
pub fn sign_in(options: &str) -> String {
    let profile = PROFILE.get().map(|name| format!(" -p {name}"));
    let gap = if options.is_empty() { "" } else { " " };
    call(format!(
        "auth login{gap}{options}{}",
        profile.unwrap_or_default()
    ))
}

/// The section `Examples` of a help text.
pub fn examples(lines: &[&str]) -> String {
    let lines: Vec<_> = lines
        .iter()
        .map(|line| format!("\n  {}", call(line)))
        .collect();
    format!("Examples:{}", lines.concat())
}
