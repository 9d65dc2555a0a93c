//! The servers of one try: the service with its token endpoint, a storage, and one that must get no request.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use super::answer::{Answer, End};
use super::fault::{Delay, Fault, Moment};
use super::pages::{Hosts, PageRequest, Pages};
use super::schedule::Schedule;
use super::subject::Kind;

/// Interval at which a waiting connection checks for the end of the try.
const LOOK: Duration = Duration::from_millis(50);

/// Counts of the servers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// Requests to the service and to the storage.
    pub(crate) requests: usize,
    /// Number of requests that change something.
    pub(crate) changes: usize,
    pub(crate) tokens: usize,
    /// Requests to the server that must not be called.
    pub(crate) foreign: usize,
    /// Requests with a token to another server than the service.
    pub(crate) leaks: usize,
    /// Number of faults.
    pub(crate) faults: usize,
    /// Whether a page had `null` for its rows, and no next page.
    pub(crate) said_none: bool,
}

/// Running servers. Dropping the value stops them.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) hosts: Hosts,
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    schedule: Schedule,
    hosts: Hosts,
    seen: Mutex<Seen>,
    rows: AtomicUsize,
    /// The first requested path is the existing one.
    path: OnceLock<String>,
    stop: AtomicBool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Service,
    Storage,
    Foreign,
}

impl Server {
    pub(crate) fn start(schedule: &Schedule) -> Result<Self, String> {
        let failed = |error: std::io::Error| format!("no free port: {error}");
        let mut listeners = Vec::new();
        for role in [Role::Service, Role::Storage, Role::Foreign] {
            let listener = TcpListener::bind("127.0.0.1:0").map_err(failed)?;
            let host = listener.local_addr().map_err(failed)?.to_string();
            listeners.push((role, listener, host));
        }
        let hosts = Hosts {
            here: listeners[0].2.clone(),
            storage: listeners[1].2.clone(),
            there: listeners[2].2.clone(),
        };
        let shared = Arc::new(Shared {
            schedule: schedule.clone(),
            hosts: hosts.clone(),
            seen: Mutex::default(),
            rows: AtomicUsize::new(schedule.rows),
            path: OnceLock::new(),
            stop: AtomicBool::new(false),
        });
        for (role, listener, _) in listeners {
            let shared = Arc::clone(&shared);
            thread::spawn(move || shared.accept(&listener, role));
        }
        Ok(Self { hosts, shared })
    }

    /// Ends the list after this many rows.
    pub(crate) fn end_after(&self, rows: usize) {
        self.shared.rows.store(rows, Ordering::Relaxed);
    }

    pub(crate) fn seen(&self) -> Seen {
        self.shared.seen().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stop.store(true, Ordering::Relaxed);
        // Wakes the threads that accept.
        for host in [&self.hosts.here, &self.hosts.storage, &self.hosts.there] {
            let _ = TcpStream::connect(host);
        }
    }
}

impl Shared {
    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn has_ended(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn accept(self: &Arc<Self>, listener: &TcpListener, role: Role) {
        for stream in listener.incoming() {
            if self.has_ended() {
                return;
            }
            if let Ok(stream) = stream {
                let shared = Arc::clone(self);
                thread::spawn(move || shared.serve(stream, role));
            }
        }
    }

    /// Answers one request after the other.
    fn serve(&self, mut stream: TcpStream, role: Role) {
        if stream.set_read_timeout(Some(LOOK)).is_err() || stream.set_nodelay(true).is_err() {
            return;
        }
        while let Some(asked) = self.next(&mut stream) {
            let answer = self.answer(role, &asked);
            if !self.send(&mut stream, &answer).unwrap_or(false) {
                return;
            }
        }
    }

    /// Reads a request without its last byte: closing a connection with an unread byte resets it.
    fn next(&self, stream: &mut TcpStream) -> Option<Request> {
        let mut bytes = vec![0; 64 * 1024];
        loop {
            if self.has_ended() {
                return None;
            }
            let there = match stream.peek(&mut bytes) {
                Ok(0) => return None,
                Ok(there) => there,
                Err(error) if is_wait(&error) => continue,
                Err(_) => return None,
            };
            if let Some(request) = Request::read(&bytes[..there]) {
                stream.read_exact(&mut bytes[..request.length - 1]).ok()?;
                return Some(request);
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn answer(&self, role: Role, request: &Request) -> Answer {
        let schedule = &self.schedule;
        let mut seen = self.seen();
        if role != Role::Service && request.has_token {
            seen.leaks += 1;
        }
        let is_token = request.asked.target.contains("/oauth2/");
        if schedule.subject.kind == Kind::Change && request.reads && !is_token {
            // The target of a change exists, and no change with a lost answer is found.
            return Answer::plain(br#"{"id":"m1","computerDnsName":"m1","value":[]}"#.to_vec());
        }
        let fault = match role {
            Role::Foreign => {
                seen.foreign += 1;
                return Answer::plain(b"{\"value\":[]}".to_vec());
            }
            _ if is_token => {
                seen.tokens += 1;
                schedule.token_fault(seen.tokens - 1)
            }
            _ => {
                seen.requests += 1;
                seen.changes += usize::from(!request.reads);
                schedule.fault(seen.requests - 1)
            }
        };
        seen.faults += usize::from(fault.is_some());
        drop(seen);
        if schedule.every.is_some() {
            // A slow pace, because a server at full speed would hide growing memory.
            thread::sleep(Duration::from_millis(5));
        }
        // The path of a link to another server, requested from this one.
        if role == Role::Service && !is_token && !self.exists(&request.asked) {
            let mut answer = Answer::plain(Vec::new());
            answer.refuse(404, Delay::None);
            return answer;
        }
        let pages = Pages {
            schedule,
            hosts: &self.hosts,
            rows: self.rows.load(Ordering::Relaxed),
        };
        let body = match role {
            _ if is_token => token(),
            Role::Storage => {
                let path = request.asked.target.split('?').next().unwrap_or_default();
                let number = path.rsplit('/').next().and_then(|at| at.parse().ok());
                pages.file(number.unwrap_or(0), fault)
            }
            _ => pages.body(&request.asked, fault),
        };
        if fault == Some(Fault::Rows("null")) && !leads_on(&body) {
            self.seen().said_none = true;
        }
        let packs = schedule.gzip && request.takes_gzip && !is_token && role == Role::Service;
        Answer {
            status: if schedule.subject.kind == Kind::Change && !is_token {
                201
            } else {
                200
            },
            packed: packs || role == Role::Storage,
            is_file: role == Role::Storage,
            chunked: schedule.chunked,
            ..Answer::plain(body)
        }
        .with(fault, &self.hosts)
    }

    fn exists(&self, asked: &PageRequest) -> bool {
        let path = asked.target.split('?').next().unwrap_or_default();
        self.path.get_or_init(|| path.to_owned()) == path
    }

    /// Writes an answer. Returns false if the connection is closed.
    fn send(&self, stream: &mut TcpStream, answer: &Answer) -> std::io::Result<bool> {
        let (head, body) = answer.bytes();
        let (part, end) = match answer.end {
            None => (body.len(), None),
            Some((end, moment)) => (moment.of(&body), Some((end, moment))),
        };
        let mut last = [0];
        if end.is_none_or(|(end, _)| end != End::Reset) {
            stream.read_exact(&mut last)?;
        }
        if end.is_none_or(|(_, moment)| moment != Moment::BeforeHeaders) {
            stream.write_all(&head)?;
            stream.write_all(&body[..part])?;
            stream.flush()?;
        }
        match end {
            None => Ok(true),
            Some((End::Reset | End::Close, _)) => {
                // The written bytes must arrive before the connection ends.
                thread::sleep(Duration::from_millis(20));
                Ok(false)
            }
            Some((End::Stall, _)) => {
                self.stall(stream, b"");
                Ok(false)
            }
            Some((End::Drip, _)) => {
                self.stall(stream, b" ");
                Ok(false)
            }
        }
    }

    /// Sends a byte now and then until the client disconnects.
    fn stall(&self, stream: &mut TcpStream, drop: &[u8]) {
        let mut byte = [0];
        while !self.has_ended() {
            match stream.peek(&mut byte) {
                Err(error) if is_wait(&error) => {}
                _ => return,
            }
            if !drop.is_empty() {
                thread::sleep(3 * LOOK);
                if stream.write_all(drop).is_err() {
                    return;
                }
            }
        }
    }
}

/// Whether a page says that another one follows.
fn leads_on(page: &[u8]) -> bool {
    let text = String::from_utf8_lossy(page);
    text.contains("nextLink\":") || text.contains("\"hasNext\":true")
}

fn is_wait(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted
    )
}

fn token() -> Vec<u8> {
    br#"{"token_type":"Bearer","expires_in":3599,"access_token":"trial"}"#.to_vec()
}

/// A parsed request.
#[derive(Debug)]
struct Request {
    asked: PageRequest,
    has_token: bool,
    reads: bool,
    takes_gzip: bool,
    /// Its bytes, body included.
    length: usize,
}

impl Request {
    /// `None` if the request is incomplete.
    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let header = |name: &str| {
            head.lines().find_map(|line| {
                let (key, value) = line.split_once(':')?;
                key.eq_ignore_ascii_case(name)
                    .then(|| value.trim().to_owned())
            })
        };
        let body = header("content-length").and_then(|length| length.parse().ok());
        let length = end + body.unwrap_or(0);
        let target = head.split(' ').nth(1)?;
        Some(Self {
            asked: PageRequest {
                target: target.to_owned(),
                body: String::from_utf8_lossy(bytes.get(end..length)?).into_owned(),
            },
            reads: head.starts_with("GET "),
            has_token: header("authorization").is_some(),
            takes_gzip: header("accept-encoding").is_some_and(|value| value.contains("gzip")),
            length,
        })
    }
}
