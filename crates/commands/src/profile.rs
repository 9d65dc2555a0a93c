//! `profile`: the commands that list and change the profiles of `config.toml`.
//!
//! The file is changed under its lock, and comments and order of the user stay. It never holds a secret. `remove` also removes the
//! stored sign-in, and asks first.
//!
//! `list` and `show` read; `set`, `use` and `remove` write, and print the result as an object. `--dry-run` prints the object and the
//! files instead.

use auth_core::settings::profiles::{Config, Folders, Selected, Sessions, check_name};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

use crate::keys::{KEYS, without_profile};
use crate::setup::existing as in_file;
use crate::tree::branch;
use terminal::{Console, Failure, Result, program};

/// The group of commands.
pub fn command() -> Command {
    branch(Command::new("profile"))
        .subcommand(Command::new("list").about("List the profiles"))
        .subcommand(Command::new("show").about("Show the settings of a profile").arg(name().required(false)))
        .subcommand(
            Command::new("set")
                .about("Change settings of a profile, or create it")
                .long_about(
                    format!(
                        "Change settings of a profile, or create it: `{}`. An empty value removes a setting.",
                        program::call(
                            "profile set contoso tenant=contoso.com portal=contoso.us2.portal.cloudappsecurity.com"
                        )
                    ),
                )
                .arg(name())
                .arg(
                    Arg::new("settings")
                        .value_name("KEY=VALUE")
                        .required(true)
                        .action(ArgAction::Append)
                        .num_args(1..),
                ),
        )
        .subcommand(
            Command::new("use")
                .about("Make a profile the default one")
                .arg(name()),
        )
        .subcommand(
            Command::new("remove")
                .about("Remove a profile and its stored sign-in")
                .arg(name()),
        )
}

/// The name of a profile; without it the one in use is meant, where that can be.
fn name() -> Arg {
    Arg::new("name").value_name("NAME").required(true)
}

/// Runs a command of the group. Commands that change the file are refused with `--sandbox`, which uses no profile.
pub fn run(verb: &str, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let folders = Folders::of_process()?;
    let config = Config::read(folders.config_file(), KEYS)?;
    let named = matches.try_get_one::<String>("name").ok().flatten();
    let name = named.map(String::as_str);
    match (verb, name) {
        ("show", name) => {
            let option = matches.get_one::<String>("profile").map(String::as_str);
            show(&config, name.or(option), console)
        }
        ("set" | "use" | "remove", _) if matches.get_flag("sandbox") => Err(Failure::usage(
            "profiles cannot be changed with --sandbox, which uses none",
        )
        .with_hint("leave --sandbox out")),
        ("set", Some(name)) => set(&folders, name, matches, console),
        ("use", Some(name)) => make_default(&folders, name, matches, console),
        ("remove", Some(name)) => remove(&folders, name, matches, console),
        _ => list(&config, matches, console),
    }
}

/// Prints one record for each profile; `used` marks the one that a command without `-p` would use.
fn list(config: &Config, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    let option = matches.get_one::<String>("profile");
    let chosen = selected(config, option.map(String::as_str))?;
    let chosen = chosen.map(|selected| selected.profile.name);
    let mut rows = Vec::new();
    for name in config.names() {
        let profile = config.profile(&name)?.unwrap_or_default();
        let value = |key| profile.values.get(key);
        rows.push(json!({
            "name": name, "used": chosen.as_deref() == Some(&name), "tenant": value("tenant"),
            "cloud": value("cloud"), "method": value("method"), "client_id": value("client_id"),
        }));
    }
    console.print_values(matches.get_one("limit").copied(), rows.into_iter())
}

/// Prints the settings of a profile, as they are in the file.
fn show(config: &Config, name: Option<&str>, console: &mut Console) -> Result<()> {
    let Some(selected) = selected(config, name)? else {
        return Err(Failure::usage("no profile is chosen").with_hint("give its name"));
    };
    let profile = in_file(selected, config)?.profile;
    console.value(&profile.to_json())
}

/// Changes or creates a profile, and prints its settings. `--dry-run` checks the settings too.
fn set(folders: &Folders, name: &str, matches: &ArgMatches, console: &mut Console) -> Result<()> {
    if matches.get_flag("dry-run") {
        let mut config = Config::read(folders.config_file(), KEYS)?;
        apply(&mut config, name, matches)?;
        let profile = config.profile(name)?.unwrap_or_default();
        let more = json!({"profile": profile.to_json()});
        return console.would("write a profile", &[config.path()], more);
    }
    let config =
        terminal::signals::online(Config::change(folders.config_file(), KEYS, |config| {
            apply(config, name, matches)
        }))?;
    let profile = config.profile(name)?.unwrap_or_default();
    console.note(&format!("wrote {}", config.path().display()));
    console.value(&profile.to_json())
}

/// Sets the settings of the command line. Fails for an unknown setting, with a similar one, and for an invalid value.
fn apply(config: &mut Config, name: &str, matches: &ArgMatches) -> Result<()> {
    for setting in matches.get_many::<String>("settings").unwrap_or_default() {
        let (key, value) = setting.split_once('=').ok_or_else(|| {
            Failure::usage(format!("unknown setting `{setting}`")).with_hint("write KEY=VALUE")
        })?;
        config.set(name, key.trim(), value.trim())?;
    }
    Ok(())
}

/// Makes a profile the default. It must exist.
fn make_default(
    folders: &Folders,
    name: &str,
    matches: &ArgMatches,
    console: &mut Console,
) -> Result<()> {
    let more = json!({"default_profile": name});
    if matches.get_flag("dry-run") {
        let config = Config::read(folders.config_file(), KEYS)?;
        existing(&config, name)?;
        let what = "change the default profile";
        return console.would(what, &[config.path()], more);
    }
    terminal::signals::online(Config::change(folders.config_file(), KEYS, |config| {
        existing(config, name)?;
        config.set_default(name);
        Ok(())
    }))?;
    console.value(&more)
}

/// Removes the stored sign-in first, then the profile: if the second step fails, no secret is left behind without a
/// name.
fn remove(
    folders: &Folders,
    name: &str,
    matches: &ArgMatches,
    console: &mut Console,
) -> Result<()> {
    let config = Config::read(folders.config_file(), KEYS)?;
    existing(&config, name)?;
    let sessions = Sessions::open(folders.sessions(), &without_profile())?;
    if matches.get_flag("dry-run") {
        let kept = sessions.path(name);
        let mut writes = vec![config.path()];
        writes.extend(sessions.has(name).then_some(&*kept));
        let what = "remove a profile and its stored sign-in";
        return console.would(what, &writes, json!({"profile": name}));
    }
    let what = match sessions.has(name) {
        true => format!("remove profile {name} and its stored sign-in"),
        false => format!("remove profile {name}"),
    };
    console.confirm(matches.get_flag("yes"), &what)?;
    let signed_out = terminal::signals::online(async {
        let signed_out = sessions.remove(name).await?;
        Config::change(folders.config_file(), KEYS, |config| {
            config.remove(name);
            Ok::<(), Failure>(())
        })
        .await?;
        Ok(signed_out)
    })?;
    console.value(&json!({"removed": name, "signed_out": signed_out}))
}

/// Fails if the file does not have the profile, with the names that are similar.
fn existing(config: &Config, name: &str) -> Result<()> {
    match selected(config, Some(name))? {
        Some(selected) => in_file(selected, config).map(drop),
        None => Ok(()),
    }
}

/// The profile of that name, or else the one that `DEFENDER_PROFILE` or the file chooses.
fn selected(config: &Config, name: Option<&str>) -> Result<Option<Selected>> {
    if let Some(name) = name {
        check_name(name)?;
    }
    let variable = without_profile().get("DEFENDER_PROFILE");
    Ok(Selected::of(config, name, variable.as_deref())?)
}

/// The profiles of `config.toml`. None if it cannot be read: a TAB prints no error.
pub fn names() -> Vec<(String, String)> {
    let config = Folders::of_process()
        .ok()
        .and_then(|folders| Config::read(folders.config_file(), KEYS).ok());
    let names = config.map(|config| config.names()).unwrap_or_default();
    names
        .into_iter()
        .map(|name| (name, String::new()))
        .collect()
}
