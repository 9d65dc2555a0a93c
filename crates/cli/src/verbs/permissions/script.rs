//! Commands of this program in a shell script: found by reading the text, without running any of it.
//!
//! Quotes, comments, continued lines, pipes, lists, substitutions and here-documents are told apart here; the words of
//! a command are taken apart by `shlex`. What only the running script knows, such as a variable, stays as it is
//! written.

/// A simple command of a script.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The line that it begins on, counted from 1.
    pub(super) line: usize,
    /// Its words from the program's name on; `None` where they cannot be told apart.
    pub(super) words: Option<Vec<String>>,
}

/// Stands in a word for what a substitution gives.
const SUBSTITUTED: &str = "$()";

/// What may stand before the program without being a command of its own.
const PREFIXES: [&str; 17] = [
    "!", "{", "if", "then", "else", "elif", "while", "until", "do", "time", "exec", "command",
    "nohup", "sudo", "env", "xargs", "timeout",
];

/// The commands of `program` in a script.
pub(super) fn commands(script: &str, program: &str) -> Vec<Found> {
    let mut reader = Reader::new(script);
    reader.read();
    let mut found: Vec<_> = reader
        .commands
        .iter()
        .filter_map(|(line, text)| named(*line, text, program))
        .collect();
    found.sort_by_key(|found| found.line);
    found
}

/// The command, where it is one of the program.
fn named(line: usize, text: &str, program: &str) -> Option<Found> {
    let is_program = |word: &str| word.rsplit('/').next() == Some(program);
    let Some(mut words) = shlex::split(text) else {
        let mentioned = text.split_whitespace().any(is_program);
        return mentioned.then_some(Found { line, words: None });
    };
    let at = words.iter().position(|word| is_program(word))?;
    let first = words[..at].iter().find(|word| !is_assignment(word));
    if first.is_some_and(|first| !PREFIXES.contains(&first.as_str())) {
        return None;
    }
    let words = words.split_off(at);
    Some(Found {
        line,
        words: Some(words),
    })
}

fn is_assignment(word: &str) -> bool {
    let name = word.split_once('=').map_or("", |(name, _)| name);
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    !name.is_empty() && name.chars().all(is_plain)
}

/// A command that is being read; several where one stands within another.
struct Open {
    line: usize,
    text: String,
    in_quotes: bool,
    /// What ends it, where it is a substitution.
    end: Option<char>,
}

impl Open {
    fn new(line: usize, end: Option<char>) -> Self {
        Self {
            line,
            text: String::new(),
            in_quotes: false,
            end,
        }
    }
}

struct Reader<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    line: usize,
    open: Vec<Open>,
    /// The words that end the here-documents which begin on the next line.
    documents: Vec<String>,
    commands: Vec<(usize, String)>,
}

impl<'a> Reader<'a> {
    fn new(script: &'a str) -> Self {
        Self {
            rest: script.chars().peekable(),
            line: 1,
            open: vec![Open::new(1, None)],
            documents: Vec::new(),
            commands: Vec::new(),
        }
    }

    fn next(&mut self) -> Option<char> {
        let next = self.rest.next();
        self.line += usize::from(next == Some('\n'));
        next
    }

    fn push(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            if open.text.trim().is_empty() {
                open.line = self.line;
            }
            open.text.push_str(text);
        }
    }

    fn in_quotes(&self) -> bool {
        self.open.last().is_some_and(|open| open.in_quotes)
    }

    fn read(&mut self) {
        while let Some(letter) = self.next() {
            match letter {
                '\\' => self.escape(),
                '\'' if !self.in_quotes() => self.single_quotes(),
                '"' => {
                    self.push("\"");
                    if let Some(open) = self.open.last_mut() {
                        open.in_quotes = !open.in_quotes;
                    }
                }
                '$' if self.rest.peek() == Some(&'(') => {
                    self.next();
                    self.begin(')');
                }
                '`' if self.open.last().is_some_and(|open| open.end == Some('`')) => self.leave(),
                '`' => self.begin('`'),
                letter if self.in_quotes() => self.push(letter.encode_utf8(&mut [0; 4])),
                letter => self.plain(letter),
            }
        }
        while let Some(open) = self.open.pop() {
            self.commands.push((open.line, open.text));
        }
    }

    /// A letter outside of all quotes.
    fn plain(&mut self, letter: char) {
        match letter {
            '#' if self.at_word_start() => {
                while self.rest.next_if(|letter| *letter != '\n').is_some() {}
            }
            '\n' => {
                self.end();
                self.skip_documents();
            }
            ')' if self.open.last().is_some_and(|open| open.end == Some(')')) => self.leave(),
            '<' if self.rest.peek() == Some(&'<') => {
                self.next();
                self.document();
            }
            '<' | '>' => self.push(" > "),
            '&' if self.follows_redirection() => {}
            '|' | '&' | ';' | '(' | ')' => self.end(),
            letter => self.push(letter.encode_utf8(&mut [0; 4])),
        }
    }

    fn at_word_start(&self) -> bool {
        let text = self.open.last().map_or("", |open| &open.text);
        text.is_empty() || text.ends_with(char::is_whitespace)
    }

    /// Whether an `&` is part of `2>&1` or `>&2`.
    fn follows_redirection(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| open.text.ends_with("> "))
    }

    /// A continued line is one line; any other letter after a backslash stands for itself.
    fn escape(&mut self) {
        match self.next() {
            Some('\n') => self.push(" "),
            Some(letter) => self.push(&format!("\\{letter}")),
            None => {}
        }
    }

    fn single_quotes(&mut self) {
        self.push("'");
        while let Some(letter) = self.next() {
            self.push(letter.encode_utf8(&mut [0; 4]));
            if letter == '\'' {
                return;
            }
        }
    }

    fn begin(&mut self, end: char) {
        self.push(SUBSTITUTED);
        self.open.push(Open::new(self.line, Some(end)));
    }

    /// The end of a substitution.
    fn leave(&mut self) {
        if let Some(open) = self.open.pop() {
            self.commands.push((open.line, open.text));
        }
    }

    /// The end of a command.
    fn end(&mut self) {
        let line = self.line;
        if let Some(open) = self.open.last_mut() {
            let text = std::mem::take(&mut open.text);
            self.commands.push((open.line, text));
            open.line = line;
        }
    }

    /// The word that ends a here-document.
    fn document(&mut self) {
        // A here-string is one word of the command.
        if self.rest.next_if_eq(&'<').is_some() {
            return self.push(" ");
        }
        self.rest.next_if_eq(&'-');
        while self
            .rest
            .next_if(|letter| " \t".contains(*letter))
            .is_some()
        {}
        let mut word = String::new();
        let is_of_word = |letter: &char| !letter.is_whitespace() && !";|&<>()".contains(*letter);
        while let Some(letter) = self.rest.next_if(is_of_word) {
            word.push(letter);
        }
        self.documents.push(word.replace(['\'', '"', '\\'], ""));
    }

    /// Passes by the lines of here-documents: they are text.
    fn skip_documents(&mut self) {
        for end in std::mem::take(&mut self.documents) {
            loop {
                let mut line = String::new();
                while let Some(letter) = self.rest.next_if(|letter| *letter != '\n') {
                    line.push(letter);
                }
                if self.next().is_none() || line.trim_start_matches('\t') == end {
                    break;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(script: &str) -> Vec<(usize, String)> {
        let all = commands(script, "defender").into_iter();
        all.map(|found| (found.line, found.words.unwrap_or_default().join(" ")))
            .collect()
    }

    #[test]
    fn commands_are_found_wherever_they_stand() {
        for (script, expected) in [
            ("defender mde alerts list", "defender mde alerts list"),
            ("A=1 B='x y' defender a b", "defender a b"),
            ("/usr/bin/defender a b", "/usr/bin/defender a b"),
            ("if defender a b; then", "defender a b"),
            ("cat ids | xargs -n 1 defender a b", "defender a b"),
            ("ids=$(defender a b)", "defender a b"),
            ("echo \"now: $(defender a \"$x\")\"", "defender a $x"),
            ("x=`defender a b`", "defender a b"),
            ("(cd /x && defender a b)", "defender a b"),
            ("sudo -u me defender a b", "defender a b"),
            ("defender a b 2>&1 | tee log", "defender a b 2 > 1"),
            (
                "defender a --filter \"x eq 'y; z'\"",
                "defender a --filter x eq 'y; z'",
            ),
            ("defender a 'it''s # here'", "defender a its # here"),
            ("jq . <<< \"$(defender a b)\"", "defender a b"),
        ] {
            let found = found(script);
            assert_eq!(found, [(1, expected.to_owned())], "{script}");
        }
    }

    #[test]
    fn what_is_no_command_is_not_taken_for_one() {
        for script in [
            "# defender mde alerts list",
            "echo defender mde alerts list",
            "echo 'defender mde alerts list'",
            "cat <<EOF\ndefender mde alerts list\nEOF\n",
            "cat <<-'END'\n\tdefender mde alerts list\n\tEND\n",
            "grep defender log",
            "mydefender a b",
        ] {
            assert_eq!(found(script), [], "{script}");
        }
    }

    #[test]
    fn lines_are_those_that_commands_begin_on() {
        let script = "#!/bin/sh\n\ndefender a \\\n  b |\n  while read -r id; do\n    defender c \"$id\" # each\n  done\ncat <<E\n1\nE\ndefender e\n";
        assert_eq!(
            found(script),
            [
                (3, "defender a b".to_owned()),
                (6, "defender c $id".to_owned()),
                (11, "defender e".to_owned())
            ]
        );
    }

    #[test]
    fn a_quote_without_end_is_told_of() {
        let all = commands("defender a 'b\n", "defender");
        assert_eq!(
            all,
            [Found {
                line: 1,
                words: None
            }]
        );
    }
}
