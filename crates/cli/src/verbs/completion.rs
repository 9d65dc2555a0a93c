//! `defender completion`: prints a script that completes commands, options and values in a shell.
//!
//! The script is small: at each TAB it runs this program, which answers from its tables, from `config.toml` and from the folder of
//! the user's hunts (`complete`). Nothing is sent.
//!
//! Shells: bash, elvish, fish, nushell, PowerShell, zsh.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};
use clap_complete::env::Shells;

use terminal::program;
use terminal::{Console, Failure, Result};

/// Set by the scripts to the name of the shell. The program completes a command line then instead of running it.
pub(crate) const VARIABLE: &str = "DEFENDER_COMPLETE";

/// The shells, in the order of the help.
const SHELLS: [&str; 6] = ["bash", "elvish", "fish", "nushell", "powershell", "zsh"];

pub(super) fn command() -> Command {
    Command::new("completion")
        .about("Print a script that completes commands in a shell")
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

/// Prints the script of a shell.
pub(super) fn run(matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let name = program::name();
    let shell = matches
        .get_one::<String>("shell")
        .map_or("bash", String::as_str);
    if shell == "nushell" {
        return console.bytes(nushell(name).as_bytes());
    }
    let mut script = Vec::new();
    if shell == "bash" {
        // A hunt is named by `@`, at which bash would begin a new word.
        script.extend_from_slice(b"COMP_WORDBREAKS=${COMP_WORDBREAKS//@/}\n");
    }
    let shells = Shells::builtins();
    let adapter = shells.completer(shell);
    let adapter = adapter.ok_or_else(|| Failure::usage(format!("unknown shell `{shell}`")))?;
    adapter
        .write_registration(VARIABLE, name, name, name, &mut script)
        .map_err(|error| Failure::machine("the script cannot be written", &error))?;
    console.bytes(&script)
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
