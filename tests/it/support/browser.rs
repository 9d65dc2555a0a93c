//! A browser without a window: opens the emulator's page and follows redirects.

use std::io::{Read, Write};
use std::net::TcpStream;

use http_core::Url;
use sandbox::Sandbox;

/// Opens an address on its own thread. A paused clock stands still meanwhile.
pub(crate) fn open(sandbox: &Sandbox, address: &Url) {
    let (sandbox, address) = (sandbox.clone(), address.clone());
    let runtime = tokio::runtime::Handle::current();
    tokio::task::spawn_blocking(move || {
        let request = http::Request::get(address.as_str()).body(Vec::new());
        let answer = runtime.block_on(sandbox.call(request.unwrap()));
        match answer.headers().get("location") {
            Some(location) => follow(location.to_str().unwrap()),
            None => post(&String::from_utf8(answer.into_body()).unwrap()),
        }
    });
}

fn follow(location: &str) {
    let location = Url::parse(location).unwrap();
    let target = &location[url::Position::BeforePath..];
    send(&location, &format!("GET {target} HTTP/1.1\r\n"), "");
}

/// Sends the form of a page, which a script there would.
fn post(page: &str) {
    let between = |text: &str, from: &str| {
        let (_, rest) = text.split_once(from)?;
        Some(
            rest.split('"')
                .next()?
                .replace("&amp;", "&")
                .replace("&#39;", "'"),
        )
    };
    let Some(action) = between(page, "action=\"") else {
        // A page that waits for a person who never answers.
        return;
    };
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    for input in page.split("<input").skip(1) {
        let name = between(input, "name=\"").unwrap();
        form.append_pair(&name, &between(input, "value=\"").unwrap());
    }
    let action = Url::parse(&action).unwrap();
    send(
        &action,
        &format!("POST {} HTTP/1.1\r\n", action.path()),
        &form.finish(),
    );
}

fn send(address: &Url, line: &str, body: &str) {
    let port = address.port().unwrap();
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let head = format!(
        "{line}host: localhost:{port}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream
        .write_all(format!("{head}{body}").as_bytes())
        .unwrap();
    let mut page = String::new();
    stream.read_to_string(&mut page).unwrap();
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");
}
