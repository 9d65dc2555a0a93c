//! The binary as a process with its own environment.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use sandbox::{Builder, Sandbox};
use tokio::io::AsyncWriteExt;
use tokio::process::{Child, Command};

/// Values that differ between runs: ports, request ids, times of the emulator's clock.
pub(crate) const FILTERS: &[(&str, &str)] = &[
    (r"(127\.0\.0\.1|localhost):\d+", "$1:PORT"),
    (
        r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        "GUID",
    ),
    (r"\d+ of \d+ operations", "N of M operations"),
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", "TIME"),
];

/// A command line that is yet to run.
pub(crate) struct Program(Command);

/// The result of a command line.
pub(crate) struct Outcome {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Program {
    /// `defender` with these words, without the caller's variables.
    pub(crate) fn new(words: &[&str]) -> Self {
        Self::of(&binary(), words)
    }

    /// Another program built with the same library.
    pub(crate) fn of(binary: &Path, words: &[&str]) -> Self {
        let mut command = Command::new(binary);
        command
            .args(words)
            .env_clear()
            // Neither the settings nor the keyring of the user who runs the tests.
            .env("DEFENDER_CONFIG_DIR", "/no such folder")
            .env("DEFENDER_STORE", "file")
            .stdin(Stdio::null())
            .kill_on_drop(true);
        Self(command)
    }

    /// The same, with words split at blanks.
    pub(crate) fn line(line: &str) -> Self {
        Self::new(&line.split(' ').collect::<Vec<_>>())
    }

    /// Uses a running emulator.
    pub(crate) fn at(mut self, sandbox: &Sandbox) -> Self {
        self.0.envs(sandbox.environment());
        self
    }

    /// Uses a running emulator, without its credential.
    pub(crate) fn reaching(mut self, sandbox: &Sandbox) -> Self {
        let variables = sandbox.environment().into_iter();
        self.0
            .envs(variables.filter(|(name, _)| !name.starts_with("AZURE_")));
        self
    }

    /// Keeps settings and sign-ins in this folder.
    pub(crate) fn home(self, folder: &Path) -> Self {
        self.env("DEFENDER_CONFIG_DIR", folder.to_str().unwrap())
    }

    /// Sets the working directory.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.0.current_dir(folder);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.0.env(name, value);
        self
    }

    /// The binary, its arguments and its whole environment.
    pub(crate) fn parts(&self) -> (String, Vec<String>, BTreeMap<String, String>) {
        let command = self.0.as_std();
        let text = |text: &OsStr| text.to_str().unwrap().to_owned();
        let variables = command.get_envs();
        let variables = variables.filter_map(|(name, value)| Some((text(name), text(value?))));
        let arguments = command.get_args().map(text).collect();
        (text(command.get_program()), arguments, variables.collect())
    }

    /// Adds an argument that may not be UTF-8.
    pub(crate) fn arg(mut self, argument: &OsStr) -> Self {
        self.0.arg(argument);
        self
    }

    /// Sets a variable whose value may not be UTF-8.
    pub(crate) fn env_os(mut self, name: &str, value: &OsStr) -> Self {
        self.0.env(name, value);
        self
    }

    /// Runs it to its end.
    pub(crate) async fn run(mut self) -> Outcome {
        self.0.output().await.unwrap().into()
    }

    /// Runs it to its end with this standard input.
    pub(crate) async fn run_with(mut self, input: impl AsRef<[u8]>) -> Outcome {
        self.0.stdin(Stdio::piped());
        let mut child = self.spawn();
        let mut stdin = child.stdin.take().unwrap();
        // The program may end without reading its input.
        if let Err(error) = stdin.write_all(input.as_ref()).await {
            assert_eq!(error.kind(), std::io::ErrorKind::BrokenPipe, "{error}");
        }
        drop(stdin);
        child.wait_with_output().await.unwrap().into()
    }

    /// Starts it, both streams open.
    pub(crate) fn spawn(mut self) -> Child {
        let command = self.0.stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    }
}

impl Outcome {
    /// Standard output as JSON; there must be some.
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// The lines of standard output.
    pub(crate) fn lines(&self) -> Vec<&str> {
        self.stdout.lines().collect()
    }
}

impl From<Output> for Outcome {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code.unwrap_or(-1);
        write!(f, "exit {code}\n-- stdout\n{}", self.stdout)?;
        write!(f, "-- stderr\n{}", self.stderr)
    }
}

/// An emulator whose records are the same in every run: its clock starts on a fixed day.
pub(crate) fn fixed() -> Builder {
    Sandbox::builder().now("2026-03-02T10:00:00Z".parse().unwrap())
}

/// What a command would send, as JSON.
pub(super) async fn dry(words: &[&str]) -> Outcome {
    Program::new(&[words, &["--dry-run", "-o", "json"]].concat())
        .run()
        .await
}

/// The binary beside the tests' own; `cargo xtask test` builds it first.
pub(crate) fn binary() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let name = format!("defender{}", std::env::consts::EXE_SUFFIX);
    let found = own
        .ancestors()
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file());
    found.expect("build the command line first, as docs/testing.md says")
}

/// Runs Python with these arguments. `task` is its standard input.
pub(crate) async fn python(arguments: &[&str], task: &serde_json::Value) -> Output {
    let mut python = Command::new("python3")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut stdin = python.stdin.take().unwrap();
    stdin.write_all(task.to_string().as_bytes()).await.unwrap();
    drop(stdin);
    python.wait_with_output().await.unwrap()
}
