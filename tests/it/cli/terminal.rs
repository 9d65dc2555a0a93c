//! The binary at a terminal: output and Ctrl-C. Python opens the terminal.

use std::collections::BTreeMap;
use std::process::Stdio;

use serde_json::{Value, json};
use tokio::io::AsyncWriteExt;

use super::program::Program;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/it/cli/terminal.py");

/// A command line that is yet to run at a terminal, and what a person does meanwhile.
pub(crate) struct Terminal {
    task: Value,
}

/// The output on the terminal and the pipes.
#[derive(Debug)]
pub(crate) struct Shown {
    pub(crate) code: Option<i64>,
    pub(crate) seconds: f64,
    pub(crate) echo: bool,
    pub(crate) terminal: Vec<u8>,
    pub(crate) stdout: Vec<u8>,
}

impl Terminal {
    /// All three streams are the terminal.
    pub(crate) fn of(program: &Program) -> Self {
        let (path, arguments, variables) = program.parts();
        let task = json!({
            "program": path, "arguments": arguments, "environment": variables,
            "stdin": "terminal", "stdout": "terminal", "stderr": "terminal", "script": [], "columns": 400,
        });
        Self { task }
    }

    /// A shell instead of the binary.
    pub(crate) fn shell(arguments: &[String], variables: &BTreeMap<String, String>) -> Self {
        let task = json!({
            "program": "/bin/sh", "arguments": arguments, "environment": variables,
            "stdin": "terminal", "stdout": "terminal", "stderr": "terminal", "script": [], "columns": 400,
        });
        Self { task }
    }

    /// Sets the width of the terminal, in columns. Default: 400.
    pub(crate) fn columns(mut self, columns: u16) -> Self {
        self.task["columns"] = columns.into();
        self
    }

    /// Replaces a stream by a pipe.
    pub(crate) fn piped(mut self, stream: &str) -> Self {
        self.task[stream] = "pipe".into();
        self
    }

    fn step(mut self, word: &str, value: impl Into<Value>) -> Self {
        let steps = self.task["script"].as_array_mut().unwrap();
        steps.push(json!({ word: value.into() }));
        self
    }

    /// Waits for this output.
    pub(crate) fn wait(self, text: &str) -> Self {
        self.step("wait", text)
    }

    /// Waits until the terminal's echo is off.
    pub(crate) fn hidden(self) -> Self {
        self.step("hidden", true)
    }

    /// Types.
    pub(crate) fn send(self, text: &str) -> Self {
        self.step("send", text)
    }

    /// Writes to standard input (a pipe) and waits until it was read.
    pub(crate) fn feed(self, bytes: &[u8]) -> Self {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        self.step("feed", hex)
    }

    /// Ends standard input, a pipe.
    pub(crate) fn close(self) -> Self {
        self.step("close", true)
    }

    /// Waits until a named pipe is read, and keeps it open.
    pub(crate) fn fifo(self, path: &str) -> Self {
        self.step("fifo", path)
    }

    pub(crate) fn signal(self, name: &str) -> Self {
        self.step("signal", name)
    }

    pub(crate) async fn run(self) -> Shown {
        let mut python = tokio::process::Command::new("python3")
            .arg(SCRIPT)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let mut stdin = python.stdin.take().unwrap();
        stdin
            .write_all(self.task.to_string().as_bytes())
            .await
            .unwrap();
        drop(stdin);
        let output = python.wait_with_output().await.unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}: {}", self.task);
        let shown: Value = serde_json::from_slice(&output.stdout).unwrap();
        Shown {
            code: shown["code"].as_i64(),
            seconds: shown["seconds"].as_f64().unwrap(),
            echo: shown["echo"].as_bool().unwrap(),
            terminal: bytes(&shown["terminal"]),
            stdout: bytes(&shown["stdout"]),
        }
    }
}

impl Shown {
    /// The text on the terminal. None of it moves the cursor, so this is the screen.
    pub(crate) fn screen(&self) -> String {
        String::from_utf8(self.terminal.clone())
            .unwrap()
            .replace("\r\n", "\n")
    }
}

fn bytes(hex: &Value) -> Vec<u8> {
    let digits = hex.as_str().unwrap().as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.map(byte).collect()
}
