//! The program under trial, as a process.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::pages::Hosts;
use super::schedule::Schedule;

/// Options of every run: short waits.
const OPTIONS: [&str; 4] = ["--timeout", "4s", "--rate-limit", "off"];

/// Time limit of a run.
pub(crate) const LONGEST: Duration = Duration::from_secs(75);

/// Time limit of a run whose server asks for more and more time: long enough to detect hammering.
const WATCHED: Duration = Duration::from_secs(20);

/// The result of a run.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// `None` if a signal ended it.
    pub(crate) code: Option<i32>,
    pub(crate) stdout: Vec<u8>,
    pub(crate) stderr: String,
    pub(crate) time: Duration,
    /// Peak memory in bytes; zero if unknown.
    pub(crate) memory: u64,
    /// Whether it was stopped at the time limit.
    pub(crate) hung: bool,
    /// Whether it was stopped during an allowed wait.
    pub(crate) waits: bool,
}

/// The program with the addresses of the trial's servers and nothing of the caller's environment.
pub(crate) fn command(binary: &Path, hosts: &Hosts) -> Command {
    let here = format!("http://{}", hosts.here);
    let mut command = Command::new(binary);
    command
        .env_clear()
        .env("DEFENDER_CONFIG_DIR", "/no such folder")
        .env("DEFENDER_STORE", "file")
        .env("AZURE_TENANT_ID", "11111111-1111-1111-1111-111111111111")
        .env("AZURE_CLIENT_ID", "22222222-2222-2222-2222-222222222222")
        .env("AZURE_CLIENT_SECRET", "trial")
        .env("AZURE_AUTHORITY_HOST", &here)
        .env("DEFENDER_ENDPOINT_LOGIN", &here)
        .env("DEFENDER_ENDPOINT_MDE", &here)
        .env("DEFENDER_ENDPOINT_XDR", &here)
        .env("DEFENDER_ENDPOINT_GRAPH", &here)
        .env("DEFENDER_ENDPOINT_MDCA", &here)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// Runs the command of a schedule to its end.
pub(crate) fn run(binary: &Path, schedule: &Schedule, hosts: &Hosts) -> Result<Outcome, String> {
    let failed = |error: std::io::Error| format!("cannot run {}: {error}", binary.display());
    let begun = Instant::now();
    let mut child = command(binary, hosts)
        .args(schedule.subject.words)
        .args(OPTIONS)
        .args(["-o", if schedule.array { "json" } else { "ndjson" }])
        .spawn()
        .map_err(failed)?;
    let stdout = reader(child.stdout.take());
    let stderr = reader(child.stderr.take());
    let (mut memory, mut ended) = (0, false);
    let waits = schedule.may_wait_on();
    let longest = if waits { WATCHED } else { LONGEST };
    let status = loop {
        memory = memory.max(peak_memory(&child));
        if let Some(status) = child.try_wait().map_err(failed)? {
            break status;
        }
        if begun.elapsed() > longest {
            ended = true;
            // It may have ended meanwhile.
            let _ = child.kill();
        }
        thread::sleep(Duration::from_millis(15));
    };
    let joined = |thread: thread::JoinHandle<Vec<u8>>| {
        thread
            .join()
            .map_err(|_| "a reader of the output died".to_owned())
    };
    Ok(Outcome {
        code: status.code(),
        stdout: joined(stdout)?,
        stderr: String::from_utf8_lossy(&joined(stderr)?).into_owned(),
        time: begun.elapsed(),
        memory,
        hung: ended && !waits,
        waits: ended && waits,
    })
}

fn reader(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // Keeps the output before a failure.
            let _ = stream.read_to_end(&mut bytes);
        }
        bytes
    })
}

/// The peak memory of a process so far, if the system reports it.
fn peak_memory(child: &Child) -> u64 {
    memory(child.id(), "VmHWM:")
}

/// A number of kilobytes from the system's account of a process, in bytes.
pub(crate) fn memory(process: u32, name: &str) -> u64 {
    let Ok(text) = std::fs::read_to_string(format!("/proc/{process}/status")) else {
        return 0;
    };
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
    number.unwrap_or(0) * 1024
}
