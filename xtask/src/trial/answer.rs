//! An answer, changed by a fault.

use super::bytes::gzip;
use super::fault::{Delay, Fault, Gzip, Moment};
use super::pages::Hosts;

/// An answer in preparation.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: String,
    pub(super) body: Vec<u8>,
    pub(super) packed: bool,
    pub(super) is_file: bool,
    pub(super) chunked: bool,
    pub(super) damage: Option<Gzip>,
    pub(super) end: Option<(End, Moment)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Reset,
    Close,
    Stall,
    Drip,
}

impl Moment {
    /// Number of bytes of the body that are sent.
    pub(super) fn of(self, body: &[u8]) -> usize {
        match self {
            Self::BeforeHeaders | Self::AfterHeaders => 0,
            Self::InRow => body.len() * 2 / 3,
            Self::BeforeEnd => body.len().saturating_sub(5),
        }
    }
}

impl Answer {
    pub(super) fn plain(body: Vec<u8>) -> Self {
        Self {
            status: 200,
            headers: "content-type: application/json; charset=utf-8\r\n".to_owned(),
            body,
            packed: false,
            is_file: false,
            chunked: false,
            damage: None,
            end: None,
        }
    }

    pub(super) fn with(mut self, fault: Option<Fault>, hosts: &Hosts) -> Self {
        match fault {
            Some(Fault::Reset(moment)) => self.end = Some((End::Reset, moment)),
            Some(Fault::Close(moment)) => self.end = Some((End::Close, moment)),
            Some(Fault::Stall(moment)) => self.end = Some((End::Stall, moment)),
            Some(Fault::Drip) => self.end = Some((End::Drip, Moment::AfterHeaders)),
            Some(Fault::Gzip(damage)) => {
                self.packed = true;
                self.damage = Some(damage);
            }
            Some(Fault::Status(status, delay)) => self.refuse(status, delay),
            Some(Fault::Claims) => {
                self.refuse(401, Delay::None);
                self.headers.push_str(
                    "www-authenticate: Bearer error=\"insufficient_claims\", claims=\"e30=\"\r\n",
                );
            }
            Some(Fault::Redirect(status)) => {
                self.refuse(status, Delay::None);
                self.headers
                    .push_str(&format!("location: http://{}/api/x\r\n", hosts.there));
            }
            Some(Fault::Body(text)) => {
                self.body = text.as_bytes().to_vec();
                // A compressed empty text is a valid file without rows.
                self.packed &= !(self.is_file && text.is_empty());
                if text.starts_with('<') {
                    self.headers = "content-type: text/html\r\n".to_owned();
                }
            }
            _ => {}
        }
        self
    }

    pub(super) fn refuse(&mut self, status: u16, delay: Delay) {
        self.status = status;
        self.packed = false;
        self.headers.push_str(&delay.header());
        self.body = br#"{"error":{"code":"Trial","message":"a fault of the trial"}}"#.to_vec();
    }

    /// Head and body as they are written.
    pub(super) fn bytes(&self) -> (Vec<u8>, Vec<u8>) {
        let mut body = self.body.clone();
        let mut head = format!("HTTP/1.1 {} Trial\r\n{}", self.status, self.headers);
        if self.packed {
            if self.damage != Some(Gzip::Plain) {
                body = gzip(&body);
            }
            if !self.is_file {
                head.push_str("content-encoding: gzip\r\n");
            }
            match self.damage {
                Some(Gzip::Cut) => body.truncate(body.len() / 2),
                Some(Gzip::NoTrailer) => body.truncate(body.len() - 8),
                Some(Gzip::WrongSum) => {
                    let at = body.len() - 8;
                    body[at] ^= 0xff;
                }
                _ => {}
            }
        }
        if matches!(self.end, Some((End::Drip, _))) {
            // Without a length, so that the body can be endless.
            head.push_str("connection: close\r\n");
        } else if self.chunked {
            head.push_str("transfer-encoding: chunked\r\n");
            let mut chunks = Vec::new();
            for chunk in body.chunks(100) {
                chunks.extend(format!("{:x}\r\n", chunk.len()).into_bytes());
                chunks.extend(chunk);
                chunks.extend(b"\r\n");
            }
            chunks.extend(b"0\r\n\r\n");
            body = chunks;
        } else {
            head.push_str(&format!("content-length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        (head.into_bytes(), body)
    }
}
