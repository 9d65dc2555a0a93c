//! The cases of collecting into a lake: many rows, many tenants without news, many commits.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use super::cases::{defender, python};
use super::measure::{Cost, Program, in_turns};
use super::server::{List, Served, Server};
use super::tools::{LakePrograms, Tools};
use crate::out;
use crate::peers::Emulator;

/// The list that is exported, and the stream that is collected.
const SOURCE: &str = "mde.assessments.list_software_vulnerabilities";
const STREAM: &str = "mde.alerts";

/// The script that posts, reads and compares.
const SCRIPT: &str = "lake.py";

/// How often the programs take turns.
const ROUNDS: u32 = 2;

/// How much is done.
#[derive(Clone, Copy, Debug)]
struct Size {
    rows: u64,
    tenants: u64,
    /// Records of one of the tenants, which a state has to remember.
    remembered: u64,
    commits: u64,
}

const WHOLE: Size = Size {
    rows: 2_000_000,
    tenants: 300,
    remembered: 20_000,
    commits: 10_000,
};

const QUICK: Size = Size {
    rows: 100_000,
    tenants: 30,
    remembered: 2_000,
    commits: 1_000,
};

/// The results.
#[derive(Debug)]
pub(super) struct LakeCosts {
    pub(super) export: ExportCosts,
    pub(super) idle: IdleCosts,
    pub(super) commits: CommitCosts,
}

/// One list, written by each.
#[derive(Debug)]
pub(super) struct ExportCosts {
    pub(super) served: Served,
    pub(super) ndjson: Cost,
    pub(super) lake: Cost,
    pub(super) python: Cost,
    /// Bytes of the Parquet files.
    pub(super) ours: u64,
    pub(super) theirs: u64,
}

/// Many tenants.
#[derive(Debug)]
pub(super) struct IdleCosts {
    pub(super) tenants: u64,
    /// The pass that reads all.
    pub(super) first: Cost,
    /// A pass that finds nothing new.
    pub(super) idle: Cost,
    /// Bytes of the largest state, and the records that it remembers.
    pub(super) largest: u64,
    pub(super) remembered: u64,
    /// The most bytes of a state besides 16 for each record.
    pub(super) beyond: i64,
}

/// Many commits, and a reader.
#[derive(Debug)]
pub(super) struct CommitCosts {
    pub(super) commits: u64,
    pub(super) writer: Cost,
    /// Versions that a reader lists.
    pub(super) listed: u64,
    /// Seconds until delta-rs knows all files, and until it has read all rows.
    pub(super) open: f64,
    pub(super) read: f64,
}

/// Runs all cases.
pub(super) fn measure(
    tools: &Tools,
    programs: &LakePrograms,
    is_quick: bool,
) -> Result<LakeCosts, String> {
    let size = if is_quick { QUICK } else { WHOLE };
    let bench = LakeBench { tools, programs };
    Ok(LakeCosts {
        export: bench.export(size.rows)?,
        idle: bench.idle(size.tenants, size.remembered)?,
        commits: bench.commits(size.commits)?,
    })
}

struct LakeBench<'a> {
    tools: &'a Tools,
    programs: &'a LakePrograms,
}

impl LakeBench<'_> {
    fn export(&self, rows: u64) -> Result<ExportCosts, String> {
        let list = List {
            kind: "vulnerabilities",
            rows,
            bytes_per_second: None,
        };
        out::note(&format!(
            "==> {list} (pages that are missing are made first)"
        ));
        let server = Server::start(self.tools, &[list])?;
        let served = *server.lists.first().ok_or("the server serves no list")?;
        let (table, file) = (self.path("export"), self.path("python.parquet"));
        let export = |to: &str, more: &[&str]| {
            let words = [&["export", SOURCE, "--to", to], more].concat();
            defender(&self.programs.defender, &server, &served, &words)
        };
        let folder = table.display().to_string();
        let programs = [
            export("-", &[]),
            export(&folder, &["--format", "lake"]).into_fresh(&table),
            python(
                self.tools,
                &server,
                &served,
                "parquet.py",
                &file.display().to_string(),
            ),
        ];
        let [ndjson, lake, python] = in_turns(self.tools, ROUNDS, &programs)?;
        let written = format!("{folder}/{SOURCE}");
        let same = self.said(&["same", &written, &file.display().to_string()])?;
        if number(&same, "rows")? != rows {
            return Err(format!("{} rows were written of {list}", same["rows"]));
        }
        Ok(ExportCosts {
            served,
            ndjson,
            lake,
            python,
            ours: number(&same, "ours")?,
            theirs: number(&same, "theirs")?,
        })
    }

    fn idle(&self, tenants: u64, remembered: u64) -> Result<IdleCosts, String> {
        out::note(&format!("==> {tenants} tenants"));
        let count = tenants.to_string();
        let options = ["--tenants", &count, "--devices", "3", "--no-limits"];
        let options = options.map(std::ffi::OsStr::new);
        let emulator = Emulator::start(&self.programs.defender, &options)?;
        let variable = |name: &str| {
            let mut all = emulator.variables.iter();
            let found = all.find(|(variable, _)| variable == name);
            found
                .map(|(_, value)| value.as_str())
                .ok_or(format!("the emulator has no {name}"))
        };
        let login = variable("DEFENDER_ENDPOINT_LOGIN")?;
        let file = variable("DEFENDER_TENANTS_FILE")?;
        let tenant = first_tenant(file)?;
        self.said(&["post", login, &tenant, &remembered.to_string()])?;
        let folder = self.path("idle");
        let place = folder.display().to_string();
        let tenants_file = format!("@{file}");
        let program = self.programs.defender.display().to_string();
        let words = [
            &program,
            "collect",
            STREAM,
            "--to",
            &place,
            "--format",
            "lake",
            "--tenants",
            &tenants_file,
            "--quiet",
            "--rate-limit",
            "off",
        ];
        let mut pass = Program::new(words)
            .with(
                "DEFENDER_CONFIG_DIR",
                self.path("config").display().to_string(),
            )
            .with("DEFENDER_STORE", "file");
        for (name, value) in &emulator.variables {
            pass = pass.with(name, value);
        }
        let first = pass.clone().into_fresh(&folder).run(self.tools)?;
        let [idle] = in_turns(self.tools, ROUNDS, &[pass])?;
        let state = self.said(&["state", &format!("{place}/{STREAM}")])?;
        if number(&state, "states")? != tenants {
            return Err(format!(
                "the log has the state of {} tenants",
                state["states"]
            ));
        }
        Ok(IdleCosts {
            tenants,
            first,
            idle,
            largest: number(&state, "largest")?,
            remembered: number(&state, "remembered")?,
            beyond: state["beyond"].as_i64().ok_or("no state was measured")?,
        })
    }

    fn commits(&self, commits: u64) -> Result<CommitCosts, String> {
        out::note(&format!("==> {commits} commits"));
        let folder = self.path("commits");
        let place = folder.display().to_string();
        let program = self.programs.commits.display().to_string();
        let writer = Program::new([&program, &commits.to_string(), &place]);
        let writer = writer.into_fresh(&folder).run(self.tools)?;
        let opened = self.said(&["open", &format!("{place}/events")])?;
        if number(&opened, "rows")? != commits {
            return Err(format!("{} rows were read of {commits}", opened["rows"]));
        }
        let seconds = |name: &str| {
            opened[name]
                .as_f64()
                .ok_or(format!("no {name} was measured"))
        };
        Ok(CommitCosts {
            commits,
            writer,
            listed: number(&opened, "listed")?,
            open: seconds("open")?,
            read: seconds("read")?,
        })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.tools.folder.join("lake").join(name)
    }

    /// What the script says.
    fn said(&self, words: &[&str]) -> Result<Value, String> {
        let output = Command::new(&self.tools.python)
            .arg(self.tools.script(SCRIPT))
            .args(words)
            .output()
            .map_err(|error| format!("cannot run {SCRIPT}: {error}"))?;
        let told = String::from_utf8_lossy(&output.stderr);
        match output.status.success() {
            true => serde_json::from_slice(&output.stdout)
                .map_err(|error| format!("{SCRIPT} did not answer: {error}\n{told}")),
            false => Err(format!(
                "{SCRIPT} {} ended with {}\n{told}",
                words.join(" "),
                output.status
            )),
        }
    }
}

fn number(said: &Value, name: &str) -> Result<u64, String> {
    said[name].as_u64().ok_or(format!("no {name} was measured"))
}

/// The id of the first tenant in a tenants file.
fn first_tenant(file: &str) -> Result<String, String> {
    let text = crate::workspace::read(file.as_ref())?;
    let mut ids = text.lines().filter_map(|line| line.strip_prefix("id = \""));
    let id = ids.next().and_then(|rest| rest.strip_suffix('"'));
    id.map(str::to_owned).ok_or(format!("{file} has no tenant"))
}
