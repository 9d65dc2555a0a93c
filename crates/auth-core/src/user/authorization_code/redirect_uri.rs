//! The registered redirect URI.

use url::Url;

use crate::error::{Error, ErrorKind, Result};

/// `http://localhost`, or the host name, port and path of the registration.
///
/// The path is kept as written, because the identity service compares it letter by letter: a URI
/// without a path differs from one that ends in a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RedirectUri {
    host: &'static str,
    port: Option<u16>,
    path: String,
}

impl Default for RedirectUri {
    fn default() -> Self {
        Self {
            host: "localhost",
            port: None,
            path: String::new(),
        }
    }
}

impl RedirectUri {
    /// Parses a redirect URI of this machine.
    ///
    /// # Errors
    /// `Configuration` for another host or scheme, and for a query, a fragment or credentials.
    pub(super) fn parse(text: &str) -> Result<Self> {
        let read = || {
            let url = Url::parse(text).ok()?;
            let host = match url.host_str()? {
                "localhost" => "localhost",
                "127.0.0.1" => "127.0.0.1",
                _ => return None,
            };
            let is_plain = url.scheme() == "http"
                && url.username().is_empty()
                && url.password().is_none()
                && url.query().is_none()
                && url.fragment().is_none();
            let (_, rest) = text.split_once("://")?;
            let path = rest.find('/').map_or("", |at| &rest[at..]);
            // Refuse a path that the URL parser, and so a browser, would change.
            let is_kept = path.is_empty() || path == url.path();
            (is_plain && is_kept).then(|| Self {
                host,
                port: url.port(),
                path: path.to_owned(),
            })
        };
        read().ok_or_else(|| {
            Error::new(
                ErrorKind::Configuration,
                "the redirect URI is not http to this machine",
            )
            .with_hint("register http://localhost, or give the URI exactly as it was registered")
        })
    }

    /// The port to listen at; 0 for any free one.
    pub(super) fn port(&self) -> u16 {
        self.port.unwrap_or(0)
    }

    /// The path that the browser requests.
    pub(super) fn path(&self) -> &str {
        match self.path.as_str() {
            "" => "/",
            path => path,
        }
    }

    /// The URI with the port of the listener, as it is sent.
    pub(super) fn at(&self, port: u16) -> String {
        format!("http://{}:{port}{}", self.host, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_kept_as_it_was_registered() {
        for (text, sent, path) in [
            ("http://localhost", "http://localhost:8400", "/"),
            ("http://localhost/", "http://localhost:8400/", "/"),
            (
                "http://127.0.0.1/Auth/in",
                "http://127.0.0.1:8400/Auth/in",
                "/Auth/in",
            ),
            ("http://localhost:5000/a", "http://localhost:8400/a", "/a"),
        ] {
            let read = RedirectUri::parse(text).unwrap();
            assert_eq!((read.at(8400).as_str(), read.path()), (sent, path));
        }
        assert_eq!(
            RedirectUri::parse("http://localhost").unwrap(),
            RedirectUri::default()
        );
        assert_eq!(
            RedirectUri::parse("http://localhost:5000").unwrap().port(),
            5000
        );
    }

    #[test]
    fn only_this_machine_can_be_sent_back_to() {
        for text in [
            "",
            "localhost",
            "https://localhost",
            "http://0.0.0.0",
            "http://[::1]",
            "http://example.com",
            "http://localhost.example.com/",
            "http://user@localhost/",
            "http://localhost/?a",
            "http://localhost/#a",
            "http://localhost/a b",
            "http://localhost/../a",
        ] {
            let error = RedirectUri::parse(text).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration, "{text}");
        }
    }
}
