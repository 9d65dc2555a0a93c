//! What a handler gives back, before the shared headers are put on.

use serde_json::{Value, json};

/// The body of an answer.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    Empty,
    Json(Value),
    Bytes {
        content_type: String,
        bytes: Vec<u8>,
    },
}

/// An answer: status, headers of its own, body.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Body,
}

impl Answer {
    pub(crate) fn json(status: u16, body: Value) -> Answer {
        Answer {
            status,
            headers: Vec::new(),
            body: Body::Json(body),
        }
    }

    pub(crate) fn empty(status: u16) -> Answer {
        Answer {
            status,
            headers: Vec::new(),
            body: Body::Empty,
        }
    }

    pub(crate) fn bytes(status: u16, content_type: &str, bytes: impl Into<Vec<u8>>) -> Answer {
        let body = Body::Bytes {
            content_type: content_type.to_owned(),
            bytes: bytes.into(),
        };
        Answer {
            status,
            headers: Vec::new(),
            body,
        }
    }

    pub(crate) fn header(mut self, name: &str, value: impl Into<String>) -> Answer {
        self.headers.push((name.to_owned(), value.into()));
        self
    }
}

/// The page a gateway shows when nothing behind it answers.
pub(crate) fn gateway_page(status: u16) -> Answer {
    let page = format!(
        "<html>\r\n<head><title>{status} Bad Gateway</title></head>\r\n<body>\r\n\
         <center><h1>{status} Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
    );
    Answer::bytes(status, "text/html", page)
}

/// The error body that Defender for Endpoint and Defender XDR share.
pub(crate) fn api_error(status: u16, code: &str, message: &str, target: &str) -> Answer {
    Answer::json(
        status,
        json!({"error": {"code": code, "message": message, "target": target}}),
    )
}
