//! Where to sign in, as people write it.

use url::Url;

use crate::error::{Error, ErrorKind, Result};
use crate::variables::Variables;

const NAME: &str = "AZURE_AUTHORITY_HOST";

/// What `AZURE_AUTHORITY_HOST` says: a host or an address, with or without a slash at its end.
pub(crate) fn authority_of(variables: &Variables) -> Result<Option<Url>> {
    variables.get(NAME).map(|text| parse(&text)).transpose()
}

fn parse(text: &str) -> Result<Url> {
    let address = match text.contains("://") {
        true => text.to_owned(),
        false => format!("https://{text}"),
    };
    let usable = |url: &Url| {
        let is_here = matches!(url.host_str(), Some("localhost" | "127.0.0.1" | "[::1]"));
        let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_here);
        let is_plain =
            url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        is_safe && is_plain && url.host_str().is_some() && url.password().is_none()
    };
    Url::parse(&address).ok().filter(usable).ok_or_else(|| {
        Error::new(
            ErrorKind::Configuration,
            format!("{NAME} names no address that can be signed in at"),
        )
        .with_hint("give a host such as login.microsoftonline.us, or its https address")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Option<Url>> {
        authority_of(&Variables::of([(NAME, text)]))
    }

    #[test]
    fn a_host_and_its_address_mean_the_same() {
        for text in [
            "login.microsoftonline.us",
            "login.microsoftonline.us/",
            "https://login.microsoftonline.us",
            " https://login.microsoftonline.us/ ",
        ] {
            let read = read(text).unwrap().unwrap();
            assert_eq!(read.as_str(), "https://login.microsoftonline.us/", "{text}");
        }
        assert_eq!(read("").unwrap(), None);
        assert_eq!(authority_of(&Variables::of([])).unwrap(), None);
    }

    #[test]
    fn http_is_for_this_machine_only() {
        assert!(read("http://127.0.0.1:8000").is_ok());
        for text in [
            "http://login.example",
            "ftp://login.example",
            "https://",
            "https://a:b@c",
            "https://a?b",
            "a b",
        ] {
            let error = read(text).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Configuration, "{text}");
            assert!(!error.to_string().contains("a:b"));
        }
    }
}
