//! The cases: lists, a slow line, and short processes.

use std::path::Path;

use super::measure::{Cost, Program, in_turns};
use super::server::{List, Served, Server};
use super::tools::{Programs, Tools, is_there};
use crate::out;

const TENANT: &str = "contoso.onmicrosoft.com";
const CLIENT: &str = "11111111-2222-3333-4444-555555555555";

/// Lists at full speed. The last one is left out by `--quick`.
const LISTS: [List; 3] = [
    fast("machines", 100_000),
    fast("alerts", 100_000),
    fast("machines", 1_000_000),
];

/// A hunt with an answer of the maximum size.
const HUNT: List = fast("hunt", 100_000);

/// A list on a line of 6 MB/s.
const SLOW: List = List {
    bytes_per_second: Some(6_000_000),
    ..fast("machines", 100_000)
};

/// A list that is one small answer.
const SHORT: List = fast("machines", 5);

/// Python takes most of a minute for this many rows, so three rounds must do.
const MANY: u64 = 1_000_000;

/// Number of runs of a short process.
const STARTS: u32 = 40;

const fn fast(kind: &'static str, rows: u64) -> List {
    List {
        kind,
        rows,
        bytes_per_second: None,
    }
}

/// A server with all lists.
#[derive(Debug)]
pub(super) struct Bench<'a> {
    tools: &'a Tools,
    programs: &'a Programs,
    server: Server,
    rounds: u32,
}

/// The results.
#[derive(Debug)]
pub(super) struct Results {
    pub(super) lists: Vec<ListCosts>,
    pub(super) hunt: HuntCosts,
    pub(super) slow: SlowCosts,
    pub(super) start: StartCosts,
}

/// One list, read by each.
#[derive(Debug)]
pub(super) struct ListCosts {
    pub(super) served: Served,
    pub(super) curl: Cost,
    pub(super) python: Cost,
    pub(super) defender: Cost,
    pub(super) items: Cost,
}

/// The hunt, by each.
#[derive(Debug)]
pub(super) struct HuntCosts {
    pub(super) served: Served,
    pub(super) curl: Cost,
    pub(super) python: Cost,
    pub(super) defender: Cost,
    /// By the operation of Defender for Endpoint.
    pub(super) older: Cost,
}

/// The list on the slow line.
#[derive(Debug)]
pub(super) struct SlowCosts {
    pub(super) served: Served,
    pub(super) curl: Cost,
    pub(super) defender: Cost,
}

/// Processes that do little.
#[derive(Debug)]
pub(super) struct StartCosts {
    pub(super) python: Cost,
    pub(super) defender: Cost,
    /// Instructions, if valgrind is installed.
    pub(super) instructions: Option<u64>,
    pub(super) nothing: Cost,
    pub(super) version: Cost,
}

impl<'a> Bench<'a> {
    pub(super) fn start(
        tools: &'a Tools,
        programs: &'a Programs,
        quick: bool,
    ) -> Result<Self, String> {
        let lists = if quick { &LISTS[..2] } else { &LISTS[..] };
        out::note("==> server (pages that are missing are made first)");
        Ok(Self {
            tools,
            programs,
            server: Server::start(tools, &[&[SLOW, SHORT, HUNT], lists].concat())?,
            rounds: if quick { 2 } else { 9 },
        })
    }

    pub(super) fn results(&self) -> Result<Results, String> {
        let [slow, short, hunt, lists @ ..] = &self.server.lists[..] else {
            return Err("the server does not serve the lists it was told of".to_owned());
        };
        Ok(Results {
            hunt: self.hunt(*hunt)?,
            slow: self.slow(*slow)?,
            start: self.first_moments(short)?,
            lists: lists
                .iter()
                .map(|served| self.list(*served))
                .collect::<Result<_, _>>()?,
        })
    }

    fn list(&self, served: Served) -> Result<ListCosts, String> {
        out::note(&format!("==> {}", served.list));
        let items = self.rows(&served, &["--decode"]);
        let programs = [
            self.curl(&served),
            self.python(&served),
            self.defender(&served, &["-o", "ndjson"]),
            items,
        ];
        let rounds = match served.list.rows {
            MANY.. => self.rounds.min(3),
            _ => self.rounds,
        };
        let [curl, python, defender, items] = in_turns(self.tools, rounds, &programs)?;
        Ok(ListCosts {
            served,
            curl,
            python,
            defender,
            items,
        })
    }

    fn hunt(&self, served: Served) -> Result<HuntCosts, String> {
        out::note(&format!("==> {}", served.list));
        // Exit code 3 reports an answer of the greatest allowed length.
        let programs = [
            self.curl(&served),
            self.python(&served),
            self.command(
                &served,
                &["hunt", "-e", "DeviceProcessEvents"],
                &["-o", "ndjson"],
            )
            .ending_with(3),
            self.command(
                &served,
                &["mde", "advanced-hunting", "run", "--query", "T"],
                &["-o", "ndjson"],
            )
            .ending_with(3),
        ];
        let [curl, python, defender, older] = in_turns(self.tools, self.rounds, &programs)?;
        Ok(HuntCosts {
            served,
            curl,
            python,
            defender,
            older,
        })
    }

    fn slow(&self, served: Served) -> Result<SlowCosts, String> {
        out::note(&format!("==> {}", served.list));
        let programs = [
            self.curl(&served),
            self.defender(&served, &["-o", "ndjson"]).read(),
        ];
        let [curl, defender] = in_turns(self.tools, self.rounds.min(3), &programs)?;
        if defender.lines != served.list.rows {
            return Err(format!(
                "defender printed {} rows of {}",
                defender.lines, served.list
            ));
        }
        Ok(SlowCosts {
            served,
            curl,
            defender,
        })
    }

    fn first_moments(&self, served: &Served) -> Result<StartCosts, String> {
        out::note("==> first moments");
        let five = self.defender(served, &["--limit", "5"]);
        let calls = [self.python(served), five.clone()];
        let [python, defender] = in_turns(self.tools, STARTS / 4, &calls)?;
        let version = Program::new([self.defender_path(), "--version".to_owned()]);
        let starts = [Program::new(["true"]), version];
        let [nothing, version] = in_turns(self.tools, STARTS, &starts)?;
        let instructions = if is_there("valgrind") {
            Some(five.instructions()?)
        } else {
            out::note("valgrind is not installed, no instructions are counted");
            None
        };
        Ok(StartCosts {
            python,
            defender,
            instructions,
            nothing,
            version,
        })
    }

    /// The minimum cost of the pages: received, decrypted, decompressed and dropped.
    fn curl(&self, served: &Served) -> Program {
        let mut words = ["curl", "--silent", "--fail", "--compressed", "--cacert"]
            .map(str::to_owned)
            .to_vec();
        words.push(self.authority());
        for address in served.addresses() {
            words.extend(["--output".to_owned(), "/dev/null".to_owned(), address]);
        }
        Program::new(words)
    }

    fn python(&self, served: &Served) -> Program {
        python(
            self.tools,
            &self.server,
            served,
            "client.py",
            served.list.kind,
        )
    }

    fn defender(&self, served: &Served, more: &[&str]) -> Program {
        self.command(served, &["mde", served.list.kind, "list"], more)
    }

    fn command(&self, served: &Served, command: &[&str], more: &[&str]) -> Program {
        let words = [command, more].concat();
        defender(&self.programs.defender, &self.server, served, &words)
    }

    fn rows(&self, served: &Served, more: &[&str]) -> Program {
        let mut words = vec![
            self.programs.rows.display().to_string(),
            served.list.kind.to_owned(),
        ];
        words.extend(more.iter().map(|word| (*word).to_owned()));
        Program::new(words)
            .with("DEFENDER_ENDPOINT_MDE", served.base())
            .with("DEFENDER_ACCESS_TOKEN_MDE", "token")
            .with("DEFENDER_CA_FILE", self.authority())
    }

    fn defender_path(&self) -> String {
        self.programs.defender.display().to_string()
    }

    fn authority(&self) -> String {
        self.server.authority.display().to_string()
    }
}

/// A script that reads a list.
pub(super) fn python(
    tools: &Tools,
    server: &Server,
    served: &Served,
    script: &str,
    argument: &str,
) -> Program {
    Program::new([
        tools.python.display().to_string(),
        tools.script(script),
        served.base(),
        argument.to_owned(),
    ])
    .with("DEFENDER_CA_FILE", server.authority.display().to_string())
}

/// A command of this project that reads a list.
pub(super) fn defender(
    program: &Path,
    server: &Server,
    served: &Served,
    words: &[&str],
) -> Program {
    let program = program.display().to_string();
    let words = [
        &[program.as_str()],
        words,
        &["--rate-limit", "off", "--quiet"],
    ]
    .concat();
    Program::new(words)
        .with("AZURE_TENANT_ID", TENANT)
        .with("AZURE_CLIENT_ID", CLIENT)
        .with("AZURE_CLIENT_SECRET", "secret")
        .with("DEFENDER_ENDPOINT_LOGIN", served.base())
        .with("DEFENDER_ENDPOINT_MDE", served.base())
        .with("DEFENDER_ENDPOINT_GRAPH", served.base())
        .with("DEFENDER_CA_FILE", server.authority.display().to_string())
}
