//! Manual pages, made from the same commands as the help.
//!
//! `clap_mangen` writes name, synopsis, description and options. The sections that a help text ends with, such as examples and
//! permissions, become sections of their own here, with their line breaks: examples are pasted.

use std::fs;
use std::io;
use std::path::Path;

use auth_core::http_core::atomic_file::{self, Access};
use clap::{Arg, ArgAction, Command};
use clap_mangen::Man;
use operations::Catalog;
use operations::words::{parts, word};
use roff::{Roff, roman};
use terminal::program;

use crate::options::file;

/// Section 1 of the manual: commands of users.
pub const SECTION: &str = "1";

/// What the command is for, in one line.
pub const ABOUT: &str = "Print the manual page of a command, or write the pages of all";

/// The command that prints and writes pages.
pub fn command() -> Command {
    Command::new("man")
        .about(ABOUT)
        .after_help(format!(
            "Examples:\n  {} | man -l -\n  {}\n  man {}-mde-alerts-list",
            program::call("man mde alerts list"),
            program::call("man --write ~/.local/share/man"),
            program::name()
        ))
        .arg(
            Arg::new("words")
                .value_name("WORDS")
                .action(ArgAction::Append)
                .num_args(0..)
                .help("The words of a command, such as `mde alerts list` [default: the program]"),
        )
        .arg(
            file("write", "DIR").conflicts_with("words").help(
                "Write the pages of all commands below this folder of manual pages, into man1",
            ),
        )
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page {
    /// Program and words with hyphens, such as `defender-mde-alerts-list`: what `man` is asked for.
    pub name: String,
    /// The source in roff. The same for every run of one build.
    pub text: String,
}

impl Page {
    /// The page of the command that the words name, below the first command of `tree`. Without words it is that of the program.
    /// `None` if the tree has no such command.
    ///
    /// ```
    /// use clap::Command;
    /// use commands::man::Page;
    ///
    /// let list = Command::new("list").about("List rules").after_help("Examples:\n  x rules list -n 3");
    /// let tree = Command::new("x").subcommand(Command::new("rules").subcommand(list));
    /// let page = Page::of(tree, &["rules", "list"], "0.1.0").unwrap();
    /// assert_eq!(page.name, "x-rules-list");
    /// assert!(page.text.contains(".SH EXAMPLES"));
    /// assert!(page.text.contains("x rules list \\-n 3"));
    /// ```
    pub fn of(mut tree: Command, words: &[&str], version: &str) -> Option<Self> {
        let program = tree.get_name().to_owned();
        tree.build();
        let mut command = &tree;
        for word in words {
            command = command.find_subcommand(word)?;
        }
        let name = command
            .get_display_name()
            .unwrap_or(command.get_name())
            .to_owned();
        let after = command
            .get_after_long_help()
            .or(command.get_after_help())
            .map(ToString::to_string);
        let man = Man::new(command.clone())
            .section(SECTION)
            .title(name.to_uppercase())
            .source(format!("{program} {version}"))
            .manual(format!("{program} manual"));
        let text = written(&man, command, &after.unwrap_or_default()).ok()?;
        Some(Self { name, text })
    }

    /// The file below a folder of manual pages, such as `man1/defender-mde-alerts-list.1`.
    pub fn file(&self) -> String {
        format!("man{SECTION}/{}.{SECTION}", self.name)
    }

    /// Writes the page below a folder of manual pages, whose folders are made. A page of the same name is replaced.
    ///
    /// # Errors
    /// The failure of the machine.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let place = folder.join(self.file());
        fs::create_dir_all(place.parent().unwrap_or(folder))?;
        atomic_file::replace(&place, self.text.as_bytes(), Access::Shared)
    }
}

/// The words of all commands of a program: none for itself, then products, groups and operations, then its own commands.
pub fn all_words(catalog: &Catalog, verbs: impl Iterator<Item = Command>) -> Vec<Vec<String>> {
    let mut commands: Vec<Vec<String>> = vec![Vec::new()];
    for product in catalog.products() {
        commands.push(vec![word(product)]);
        for group in catalog.groups(product) {
            commands.push(vec![word(product), word(group)]);
        }
    }
    let operations = catalog.operations();
    commands.extend(operations.map(|row| parts(row.id).map(word).to_vec()));
    for verb in verbs {
        add(&mut commands, &[], &verb);
    }
    commands
}

/// Adds a command and those below it.
fn add(commands: &mut Vec<Vec<String>>, above: &[String], command: &Command) {
    let words = [above, &[command.get_name().to_owned()]].concat();
    for inner in command.get_subcommands() {
        add(commands, &words, inner);
    }
    commands.push(words);
}

/// The page with the sections of the help's end.
fn written(man: &Man, command: &Command, after: &str) -> io::Result<String> {
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    if command
        .get_arguments()
        .any(|argument| !argument.is_hide_set())
    {
        man.render_options_section(&mut page)?;
    }
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    sections(after).to_writer(&mut page)?;
    String::from_utf8(page).map_err(io::Error::other)
}

/// Longest line that keeps its break. Longer ones are prose, which `man` wraps.
const LONGEST: usize = 100;

/// A line that ends with a colon and is not indented begins a section. Indented lines keep their breaks.
fn sections(text: &str) -> Roff {
    let mut roff = Roff::new();
    let mut is_verbatim = false;
    for line in text.lines() {
        let keeps = line.starts_with(' ') && line.len() <= LONGEST;
        if is_verbatim != keeps && !line.is_empty() {
            roff.control(if keeps { "nf" } else { "fi" }, []);
            is_verbatim = keeps;
        }
        match line.trim() {
            "" => roff.control("PP", []),
            title if !line.starts_with(' ') && title.ends_with(':') => {
                roff.control("SH", [heading(title).as_str()])
            }
            text => roff.text([roman(text)]),
        };
    }
    if is_verbatim {
        roff.control("fi", []);
    }
    roff
}

/// The title of a section in capitals. What stands in brackets keeps its letters: it may be a command.
fn heading(title: &str) -> String {
    let title = title.trim_end_matches(':');
    let at = title.find('(').unwrap_or(title.len());
    title[..at].to_uppercase() + &title[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_help_becomes_sections() {
        let text = "Examples:\n  x list\n  x list -n 3\n\nNotes (`x -h`):\nOnce a day.";
        assert_eq!(
            sections(text).to_roff(),
            ".SH EXAMPLES\n.nf\nx list\nx list \\-n 3\n.PP\n.fi\n.SH \"NOTES (`x -h`)\"\nOnce a day.\n"
        );
        let long = format!("Notes:\n  {}", "word ".repeat(30));
        assert!(!sections(&long).to_roff().contains(".nf"));
    }

    #[test]
    fn a_command_that_is_not_there_has_no_page() {
        assert_eq!(Page::of(Command::new("x"), &["rules"], "1"), None);
    }
}
