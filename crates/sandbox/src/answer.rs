//! The response of a handler, before the headers that every response of a service has.
//!
//! [`wire`](crate::wire) adds those headers and turns the body into bytes.

use serde_json::{Value, json};

/// The body of a response.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    Empty,
    /// Written compactly, with the JSON content type of the service.
    Json(Value),
    /// Sent as it is, with a content type of its own.
    Bytes {
        content_type: String,
        bytes: Vec<u8>,
    },
}

/// Status, own headers and body of a response.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Names in lower case. A name may occur more than once.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Body,
}

impl Answer {
    /// A response with a JSON body.
    pub(crate) fn json(status: u16, body: Value) -> Answer {
        Answer {
            status,
            headers: Vec::new(),
            body: Body::Json(body),
        }
    }

    /// A response without a body and without a content type.
    pub(crate) fn empty(status: u16) -> Answer {
        Answer {
            status,
            headers: Vec::new(),
            body: Body::Empty,
        }
    }

    /// A response with a body in a content type of its own.
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

    /// Adds a header; the name must be in lower case.
    pub(crate) fn header(mut self, name: &str, value: impl Into<String>) -> Answer {
        self.headers.push((name.to_owned(), value.into()));
        self
    }
}

/// The HTML page of a gateway whose service does not answer. Clients must not take it for an error
/// body of the API.
pub(crate) fn gateway_page(status: u16) -> Answer {
    let page = format!(
        "<html>\r\n<head><title>{status} Bad Gateway</title></head>\r\n<body>\r\n\
         <center><h1>{status} Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n"
    );
    Answer::bytes(status, "text/html", page)
}

/// The error body of Defender for Endpoint and Defender XDR. `target` is the request id.
///
/// Source: `common-errors.md` of Defender for Endpoint.
pub(crate) fn api_error(status: u16, code: &str, message: &str, target: &str) -> Answer {
    Answer::json(
        status,
        json!({"error": {"code": code, "message": message, "target": target}}),
    )
}
