//! Questions to the person at the terminal. Texts of a service in them are escaped.

use std::io::{self, IsTerminal, Write};

use output::{escape_lines, hanging};

use super::settings::terminal_width;
use super::{Console, show};
use crate::exit::Exit;
use crate::failure::{Failure, Result};

impl Console {
    /// Whether a question can be asked: standard input and standard error are both a terminal.
    pub fn can_ask(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Asks a question. Only `y` and `yes` confirm; an empty line and the end of the input do not.
    pub fn ask(&mut self, question: &str) -> Result<bool> {
        let answer = self.answer(&format!("{question} [y/N] "))?;
        Ok(matches!(answer.to_ascii_lowercase().as_str(), "y" | "yes"))
    }

    /// Asks for a text, such as the name of a device, in any case. Anything else does not confirm.
    pub fn ask_for(&mut self, question: &str, text: &str) -> Result<bool> {
        let answer = self.answer(&format!("{question} Type {text} to go on: "))?;
        Ok(answer.eq_ignore_ascii_case(text.trim()))
    }

    /// Asks for a line of text, without blanks at its ends. `None` at the end of the input.
    ///
    /// # Errors
    /// If standard input or standard error fails.
    pub fn ask_line(&mut self, question: &str) -> Result<Option<String>> {
        let line = self.line_after(question)?;
        Ok((!line.is_empty()).then(|| line.trim().to_owned()))
    }

    /// Asks for one of these words, by its number or by itself in any case, until it is one of them. An empty line is the empty
    /// word; `None` at the end of the input, where nothing was decided.
    ///
    /// # Errors
    /// As [`ask_line`](Self::ask_line).
    pub fn choose<'a>(&mut self, what: &str, words: &[&'a str]) -> Result<Option<&'a str>> {
        let numbered = (1..).zip(words);
        let numbered: Vec<_> = numbered
            .map(|(number, word)| format!("{number} {word}"))
            .collect();
        let question = format!("{what}: {}: ", numbered.join(", "));
        while let Some(typed) = self.ask_line(&question)? {
            if typed.is_empty() {
                return Ok(Some(""));
            }
            if let Some(word) = chosen(words, &typed) {
                return Ok(Some(word));
            }
            show(&format!("`{typed}` is none of these"));
        }
        Ok(None)
    }

    /// The answer to a question, without blanks at its ends. Empty at the end of the input.
    fn answer(&mut self, question: &str) -> Result<String> {
        Ok(self.line_after(question)?.trim().to_owned())
    }

    /// The line that a person types after the question, with its end. Empty at the end of the input.
    fn line_after(&mut self, question: &str) -> Result<String> {
        // The question contains names from the service.
        let question = hanging(&escape_lines(question), terminal_width());
        self.progress.clear();
        let mut answer = String::new();
        let read = crate::signals::blocking_question(|| {
            write!(self.err, "{question}")?;
            self.err.flush()?;
            io::stdin().read_line(&mut answer)
        });
        read.map_err(|error| Failure::machine("the answer cannot be read", &error))?;
        Ok(answer)
    }
}

/// The word that is meant by its number, counted from 1, or by itself.
fn chosen<'a>(words: &[&'a str], typed: &str) -> Option<&'a str> {
    let number = typed.parse::<usize>().ok();
    let by_number = number.and_then(|number| words.get(number.checked_sub(1)?));
    let by_word = || words.iter().find(|word| word.eq_ignore_ascii_case(typed));
    by_number.or_else(by_word).copied()
}

/// Prompts for a secret without echo.
pub fn ask_secret(question: &str) -> Result<auth_core::SecretString> {
    let text = crate::signals::blocking_at_terminal(|| rpassword::prompt_password(question));
    let text = text.map_err(|error| match error.kind() {
        // Without echo the terminal passes Ctrl-C as a character.
        io::ErrorKind::Interrupted => Failure::silent(Exit::Interrupted),
        _ => Failure::machine("the secret cannot be read", &error),
    })?;
    Ok(auth_core::SecretString::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_chosen_by_its_number_or_itself() {
        let words = ["truePositive", "falsePositive"];
        assert_eq!(chosen(&words, "2"), Some("falsePositive"));
        assert_eq!(chosen(&words, "TRUEPOSITIVE"), Some("truePositive"));
        assert_eq!(chosen(&words, "0").or(chosen(&words, "3")), None);
    }
}
