//! Completions of a shell: the script, and the answer to it.
//!
//! The script is small: at each TAB it runs this program with the words typed so far. The words before the cursor name the branch of
//! commands that is built, so an answer takes a few milliseconds. Nothing is sent, and no secret is read.
//!
//! Words of commands, options and known values are completed from the tree. A program adds the values that only the machine knows
//! with [`values`].
//!
//! Shells: bash, elvish, fish, nushell, PowerShell, zsh.

use std::ffi::{OsStr, OsString};
use std::io::Write as _;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
pub use clap_complete::engine::CompletionCandidate;
use clap_complete::engine::{ArgValueCompleter, PathCompleter, ValueCompleter};
use clap_complete::env::Shells;

use terminal::program;
use terminal::{Failure, Result};

/// Set by the scripts to the name of the shell. The program completes a command line then instead of running it.
const VARIABLE: &str = "DEFENDER_COMPLETE";

/// The shells, in the order of the help.
const SHELLS: [&str; 6] = ["bash", "elvish", "fish", "nushell", "powershell", "zsh"];

/// What the command is for, in one line.
pub const ABOUT: &str = "Print a script that completes commands in a shell";

/// The command that prints the script.
pub fn command() -> Command {
    Command::new("completion")
        .about(ABOUT)
        .long_about(
            "Print a script that completes commands in a shell: words, options, known values, profiles, hunts and columns. The \
             script asks this program at each TAB; nothing is sent.",
        )
        .after_help(format!(
            "Install:\n  \
             bash        echo 'source <({name} completion bash)' >> ~/.bashrc\n  \
             zsh         echo 'source <({name} completion zsh)' >> ~/.zshrc\n  \
             fish        {name} completion fish > ~/.config/fish/completions/{name}.fish\n  \
             nushell     {name} completion nushell | save -f ($nu.default-config-dir | path join autoload {name}.nu)\n  \
             powershell  {name} completion powershell >> $PROFILE\n  \
             elvish      {name} completion elvish >> ~/.config/elvish/rc.elv",
            name = program::name()
        ))
        .arg(
            Arg::new("shell")
                .value_name("SHELL")
                .required(true)
                .value_parser(PossibleValuesParser::new(SHELLS)),
        )
}

/// The script of the shell that was typed as the argument of [`command`].
///
/// # Errors
/// If the script cannot be made, which no shell of the command's words causes.
pub fn script(matches: &ArgMatches) -> Result<Vec<u8>> {
    let name = program::name();
    let shell = matches
        .get_one::<String>("shell")
        .map_or("bash", String::as_str);
    if shell == "nushell" {
        return Ok(nushell(name).into_bytes());
    }
    let mut script = Vec::new();
    if shell == "bash" {
        // Hunts are named by `@` and tags of tenants by `tag:`, at both of which bash would begin a new word.
        script.extend_from_slice(b"COMP_WORDBREAKS=${COMP_WORDBREAKS//[@:]/}\n");
    }
    let shells = Shells::builtins();
    let adapter = shells.completer(shell);
    let adapter = adapter.ok_or_else(|| Failure::usage(format!("unknown shell `{shell}`")))?;
    adapter
        .write_registration(VARIABLE, name, name, name, &mut script)
        .map_err(|error| Failure::machine("the script cannot be written", &error))?;
    Ok(script)
}

/// Completes the command line behind `--`, if a script asks for it. `None`: the command runs as usual.
///
/// `tree` makes the commands for the words before the cursor; the word at the cursor is incomplete.
pub fn answer(
    arguments: &[OsString],
    tree: impl FnOnce(Vec<OsString>) -> Command,
) -> Option<ExitCode> {
    let shell = std::env::var(VARIABLE).ok()?;
    let words = arguments.get(2..).filter(|_| arguments[1] == "--")?;
    let shells = Shells::builtins();
    let adapter = shells.completer(&shell)?;
    let cursor = std::env::var("_CLAP_COMPLETE_INDEX").ok();
    let cursor = cursor.and_then(|text| text.parse().ok());
    let cursor: usize = cursor.unwrap_or_else(|| words.len().saturating_sub(1));
    let before = words.get(..cursor).unwrap_or(words);
    let mut tree = tree(before.to_vec());
    let folder = std::env::current_dir().ok();
    let mut out = std::io::stdout().lock();
    let written = adapter.write_complete(&mut tree, words.to_vec(), folder.as_deref(), &mut out);
    let flushed = written.and_then(|()| out.flush());
    Some(flushed.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS))
}

/// An argument with candidates that are looked up when they are needed: each a value with its meaning, which may be empty.
pub fn values(
    argument: Arg,
    known: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
) -> Arg {
    looked_up(argument, move |current| beginning_with(current, known()))
}

/// An argument whose candidates depend on the text at the cursor in a way of their own.
pub fn looked_up(
    argument: Arg,
    candidates: impl Fn(&OsStr) -> Vec<CompletionCandidate> + Send + Sync + 'static,
) -> Arg {
    argument.add(ArgValueCompleter::new(candidates))
}

/// The files that begin with the text at the cursor.
pub fn files(current: &OsStr) -> Vec<CompletionCandidate> {
    PathCompleter::file().complete(current)
}

/// The values, each with its meaning, that begin with the text at the cursor.
pub fn beginning_with(current: &OsStr, known: Vec<(String, String)>) -> Vec<CompletionCandidate> {
    let current = current.to_string_lossy();
    let found = known
        .into_iter()
        .filter(|(value, _)| value.starts_with(&*current));
    found
        .map(|(value, meaning)| {
            CompletionCandidate::new(value).help((!meaning.is_empty()).then(|| meaning.into()))
        })
        .collect()
}

/// The script of nushell, whose commands of others are completed by one function. The function that was set before goes on to
/// complete the others.
fn nushell(name: &str) -> String {
    format!(
        "# Completions of {name} for nushell.\n\
         let previous_completer = $env.config?.completions?.external?.completer?\n\
         $env.config.completions.external.enable = true\n\
         $env.config.completions.external.completer = {{|spans|\n    \
         if ($spans | first) == \"{name}\" {{\n        \
         with-env {{ {VARIABLE}: \"fish\" }} {{ ^{name} -- ...$spans }}\n        \
         | lines | each {{|line| $line | split row --number 2 \"\\t\" | {{value: $in.0, description: ($in.1? | default \"\")}} }}\n    \
         }} else if $previous_completer != null {{\n        \
         do $previous_completer $spans\n    \
         }}\n\
         }}\n"
    )
}
