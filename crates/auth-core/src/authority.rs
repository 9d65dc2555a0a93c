//! The authority in the environment.

use url::Url;

use crate::cloud::Cloud;
use crate::error::{Error, ErrorKind, Result};
use crate::variables::Variables;

const NAME: &str = "AZURE_AUTHORITY_HOST";

/// Sign-in hosts of newer sovereign clouds without documented Defender services.
const SOVEREIGN: [&str; 3] = [
    "login.sovcloud-identity.fr",
    "login.sovcloud-identity.de",
    "login.sovcloud-identity.sg",
];

impl Variables {
    /// The authority in `AZURE_AUTHORITY_HOST`: a host or a URL, with or without a final slash.
    /// `None` if it is not set. Credentials that read variables use it by themselves.
    ///
    /// Secrets are sent there, so it must be the host of a known cloud or this machine. Programs
    /// set any other authority with `with_authority`.
    ///
    /// ```
    /// use auth_core::Variables;
    /// # fn main() -> auth_core::Result<()> {
    /// let of = |host: &'static str| Variables::new(move |_| Some(host.to_owned()));
    /// let address = of("login.microsoftonline.us").authority_host()?;
    /// assert_eq!(address.unwrap().as_str(), "https://login.microsoftonline.us/");
    /// assert!(of("login.contoso.example").authority_host().is_err());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for another host, an invalid URL, and a URL with user name,
    /// query or fragment.
    pub fn authority_host(&self) -> Result<Option<Url>> {
        self.get(NAME).map(|text| parse(&text)).transpose()
    }
}

/// Accepts a known sign-in host or this machine, as a URL or a bare host name.
fn parse(text: &str) -> Result<Url> {
    let address = match text.contains("://") {
        true => text.to_owned(),
        false => format!("https://{text}"),
    };
    let usable = |url: &Url| {
        let host = url.host_str().unwrap_or_default();
        let is_here = matches!(host, "localhost" | "127.0.0.1" | "[::1]");
        let is_known = Cloud::of_authority_host(host).is_some() || SOVEREIGN.contains(&host);
        let is_safe = url.scheme() == "https" || (url.scheme() == "http" && is_here);
        let is_plain =
            url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        is_safe && is_plain && (is_here || is_known) && url.password().is_none()
    };
    Url::parse(&address).ok().filter(usable).ok_or_else(|| {
        Error::new(
            ErrorKind::Configuration,
            format!("{NAME} is not the address of a known cloud"),
        )
        .with_hint(
            "give a host such as login.microsoftonline.us; a program can set another authority",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Option<Url>> {
        Variables::of([(NAME, text)]).authority_host()
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
        assert_eq!(Variables::of([]).authority_host().unwrap(), None);
    }

    #[test]
    fn http_is_for_this_machine_only() {
        assert!(read("http://127.0.0.1:8000").is_ok());
        assert!(read("login.sovcloud-identity.fr").is_ok());
        for text in [
            "http://login.example",
            "https://login.example",
            "login.microsoftonline.com.evil.example",
            "https://login.microsoftonline.com@evil.example",
            "http://login.microsoftonline.com",
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
