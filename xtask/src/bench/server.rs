//! The server with the pages.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use super::tools::Tools;

/// A list on a port of its own.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// `machines`, `alerts`, `hunt` or `vulnerabilities`.
    pub(super) kind: &'static str,
    pub(super) rows: u64,
    /// Speed of the line. Default: unlimited.
    pub(super) bytes_per_second: Option<u64>,
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.rows)?;
        match self.bytes_per_second {
            Some(rate) => write!(f, ":{rate}"),
            None => Ok(()),
        }
    }
}

/// Where a list is served.
#[derive(Clone, Copy, Debug)]
pub(super) struct Served {
    pub(super) list: List,
    port: u64,
    pub(super) pages: u64,
    /// Bytes on the line, and unpacked.
    pub(super) packed: u64,
    pub(super) plain: u64,
}

impl Served {
    pub(super) fn base(&self) -> String {
        format!("https://localhost:{}", self.port)
    }

    /// The addresses of all pages, for a client that follows no links.
    pub(super) fn addresses(&self) -> impl Iterator<Item = String> {
        let page_rows = self.list.rows / self.pages;
        let (base, kind) = (self.base(), self.list.kind);
        (0..self.pages).map(move |page| format!("{base}/api/{kind}?$skip={}", page * page_rows))
    }
}

/// The running server. Dropping the value stops it.
#[derive(Debug)]
pub(super) struct Server {
    process: Child,
    pub(super) lists: Vec<Served>,
    /// The authority that the clients have to trust.
    pub(super) authority: PathBuf,
}

impl Server {
    /// Starts it and waits until it listens. Creates missing pages first, which takes minutes.
    pub(super) fn start(tools: &Tools, lists: &[List]) -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("cannot start the server: {error}");
        // The server ends with its standard input, even if this program is killed.
        let mut process = Command::new(&tools.python)
            .arg(tools.script("server.py"))
            .arg(&tools.folder)
            .args(lists.iter().map(List::to_string))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let output = process.stdout.take();
        let mut server = Self {
            process,
            lists: Vec::new(),
            authority: tools.folder.join("ca.pem"),
        };
        let mut line = String::new();
        if let Some(output) = output {
            BufReader::new(output)
                .read_line(&mut line)
                .map_err(failed)?;
        }
        server.lists = served(lists, &line)?;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The server's facts, in the order of the lists.
fn served(lists: &[List], line: &str) -> Result<Vec<Served>, String> {
    let wrong = || {
        format!(
            "the server did not say where it listens but `{}`",
            line.trim()
        )
    };
    let said: Vec<Value> = serde_json::from_str(line).map_err(|_| wrong())?;
    let number = |value: &Value, name: &str| value[name].as_u64().ok_or_else(wrong);
    let served = lists.iter().zip(&said).map(|(&list, value)| {
        Ok(Served {
            list,
            port: number(value, "port")?,
            pages: number(value, "pages")?,
            packed: number(value, "packed")?,
            plain: number(value, "plain")?,
        })
    });
    served.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: List = List {
        kind: "alerts",
        rows: 20_000,
        bytes_per_second: Some(6_000_000),
    };

    #[test]
    fn a_list_is_told_as_the_server_reads_it() {
        assert_eq!(LIST.to_string(), "alerts:20000:6000000");
        let fast = List {
            bytes_per_second: None,
            ..LIST
        };
        assert_eq!(fast.to_string(), "alerts:20000");
    }

    #[test]
    fn pages_are_addressed_one_by_one() {
        let line = r#"[{"port": 8443, "pages": 2, "packed": 30, "plain": 200}]"#;
        let served = served(&[LIST], line).unwrap();
        assert_eq!(
            served[0].addresses().collect::<Vec<_>>(),
            [
                "https://localhost:8443/api/alerts?$skip=0",
                "https://localhost:8443/api/alerts?$skip=10000"
            ]
        );
    }

    #[test]
    fn a_server_that_failed_is_quoted() {
        let message = served(&[LIST], "Traceback\n").unwrap_err();
        assert!(message.ends_with("`Traceback`"), "{message}");
    }
}
