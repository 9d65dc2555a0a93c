//! A request, from a socket or from [`Sandbox::call`](crate::Sandbox::call), and form encoding.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::service::Service;

/// A received request with its whole body.
#[derive(Clone, Debug)]
pub(crate) struct Incoming {
    pub(crate) service: Service,
    pub(crate) method: String,
    /// Percent-encoded, as received.
    pub(crate) path: String,
    /// Percent-encoded, as received, without the question mark.
    pub(crate) query: String,
    /// Names in lower case. Bytes of values that are not UTF-8 are replaced.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Incoming {
    pub(crate) fn new(service: Service, request: axum::http::Request<Vec<u8>>) -> Incoming {
        let (parts, body) = request.into_parts();
        Incoming {
            service,
            method: parts.method.as_str().to_owned(),
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or("").to_owned(),
            headers: parts
                .headers
                .iter()
                .map(|(name, value)| {
                    (
                        name.as_str().to_owned(),
                        String::from_utf8_lossy(value.as_bytes()).into_owned(),
                    )
                })
                .collect(),
            body,
        }
    }

    /// The first value of a header. The name must be in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Path and query as received.
    pub(crate) fn path_and_query(&self) -> String {
        if self.query.is_empty() {
            self.path.clone()
        } else {
            format!("{}?{}", self.path, self.query)
        }
    }

    /// The decoded query options. `+` and `%20` are both blanks. The last of a repeated name wins.
    pub(crate) fn query_pairs(&self) -> BTreeMap<String, String> {
        pairs(&self.query).collect()
    }
}

/// The decoded pairs of a query or form, in their order. Empty pairs are skipped.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (String, String)> + '_ {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(name), decode(value))
        })
}

/// Decodes form encoding: `+` is a blank, `%XX` a byte.
pub(crate) fn decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}
