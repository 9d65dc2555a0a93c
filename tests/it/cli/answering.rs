//! A local service that answers with literal bytes, and the command line's result.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use super::program::Program;

/// The answer to a request, by its number and path.
type Answers = dyn Fn(usize, &str) -> String + Send + Sync;

/// A server that ends with the test process.
pub(super) struct Answering {
    pub(super) address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Answering {
    /// `answer` gets the number of the request, from zero, and its method with path and query; it gives the whole text
    /// of the answer.
    pub(super) fn new(answer: impl Fn(usize, &str) -> String + Send + Sync + 'static) -> Self {
        Self::at_itself(move |_, number, line| answer(number, line))
    }

    /// The same for answers that name the server's own address, which is given first.
    pub(super) fn at_itself(
        answer: impl Fn(&str, usize, &str) -> String + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let own = address.clone();
        let answer = move |number: usize, line: &str| answer(&own, number, line);
        let (answer, log): (Arc<Answers>, _) = (Arc::new(answer), Arc::clone(&asked));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (answer, log) = (Arc::clone(&answer), Arc::clone(&log));
                std::thread::spawn(move || serve(stream, &*answer, &log));
            }
        });
        Self { address, asked }
    }

    /// The command line, with every service at this address.
    pub(super) fn run(&self, words: &[&str]) -> Program {
        let program = Program::new(words);
        ["MDE", "XDR", "GRAPH", "MDCA"]
            .iter()
            .fold(program, |program, product| {
                program
                    .env(&format!("DEFENDER_ENDPOINT_{product}"), &self.address)
                    .env(&format!("DEFENDER_ACCESS_TOKEN_{product}"), "canary")
            })
    }

    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// The whole text of an answer in JSON.
pub(super) fn answer(status: u16, body: &str) -> String {
    answer_with(
        status,
        &["content-type: application/json"],
        body.len(),
        body,
    )
}

/// The whole text of an answer with these lines in its head, which announces a body of `length` bytes.
pub(super) fn answer_with(status: u16, head: &[&str], length: usize, body: &str) -> String {
    let head: String = head.iter().map(|line| format!("{line}\r\n")).collect();
    format!(
        "HTTP/1.1 {status} X\r\n{head}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
}

fn serve(mut stream: std::net::TcpStream, answer: &Answers, log: &Mutex<Vec<String>>) {
    let mut text = Vec::new();
    let mut piece = [0; 4096];
    let head = loop {
        match stream.read(&mut piece) {
            Ok(count) if count > 0 => text.extend_from_slice(&piece[..count]),
            _ => return,
        }
        if let Some(end) = text.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
    };
    let first = String::from_utf8_lossy(&text[..head]).into_owned();
    let length = first.to_ascii_lowercase();
    let length = length.split("content-length: ").nth(1);
    let length = length.and_then(|rest| rest.lines().next()?.parse::<usize>().ok());
    let mut left = (head + 4 + length.unwrap_or(0)).saturating_sub(text.len());
    while left > 0 {
        match stream.read(&mut piece) {
            Ok(count) if count > 0 => left = left.saturating_sub(count),
            _ => return,
        }
    }
    let line = first.lines().next().unwrap_or_default();
    let line = line.trim_end_matches(" HTTP/1.1").to_owned();
    let number = {
        let mut log = log.lock().unwrap();
        log.push(line.clone());
        log.len() - 1
    };
    let _ = stream.write_all(answer(number, &line).as_bytes());
}
