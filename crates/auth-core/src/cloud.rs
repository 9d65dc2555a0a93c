//! Microsoft clouds and their authorities.

use std::fmt;
use std::str::FromStr;

use url::Url;

use crate::error::{Error, ErrorKind};

/// A Microsoft cloud. Tokens of one sign-in host are invalid at another.
///
/// | cloud | sign-in host |
/// | --- | --- |
/// | `worldwide`, `gcc` | `login.microsoftonline.com` |
/// | `gcc-high`, `dod` | `login.microsoftonline.us` |
/// | `china` | `login.partner.microsoftonline.cn` |
///
/// The hosts of APIs are in the product crates: they do not follow from the sign-in host. GCC, for
/// example, signs in at the commercial host and has APIs of its own.
///
/// ```
/// use auth_core::Cloud;
/// let cloud: Cloud = "GCC High".parse()?;
/// assert_eq!(cloud.authority().as_str(), "https://login.microsoftonline.us/");
/// # Ok::<(), auth_core::Error>(())
/// ```
///
/// Source: entra-docs, `authentication-national-cloud.md`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Cloud {
    /// The commercial cloud. Default.
    #[default]
    Worldwide,
    /// US Government Community Cloud. Signs in at the commercial host.
    Gcc,
    /// US Government Community Cloud High.
    GccHigh,
    /// US Department of Defense. Signs in at the host of GCC High.
    Dod,
    /// China, operated by 21Vianet.
    China,
}

impl Cloud {
    /// Every cloud, for lists of choices.
    pub const ALL: &[Self] = &[
        Self::Worldwide,
        Self::Gcc,
        Self::GccHigh,
        Self::Dod,
        Self::China,
    ];

    /// The name that `Display` prints and `FromStr` parses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Worldwide => "worldwide",
            Self::Gcc => "gcc",
            Self::GccHigh => "gcc-high",
            Self::Dod => "dod",
            Self::China => "china",
        }
    }

    /// The host that issues tokens.
    pub const fn authority_host(self) -> &'static str {
        match self {
            Self::Worldwide | Self::Gcc => "login.microsoftonline.com",
            Self::GccHigh | Self::Dod => "login.microsoftonline.us",
            Self::China => "login.partner.microsoftonline.cn",
        }
    }

    /// Other names of the host, which appear in older settings and in token caches.
    pub const fn authority_aliases(self) -> &'static [&'static str] {
        match self {
            Self::Worldwide | Self::Gcc => &[
                "login.windows.net",
                "login.microsoft.com",
                "sts.windows.net",
            ],
            Self::GccHigh | Self::Dod => &["login.usgovcloudapi.net"],
            Self::China => &["login.chinacloudapi.cn"],
        }
    }

    /// The base URL of the authority. Tokens are issued at `/<tenant>/oauth2/v2.0/token` below it.
    #[expect(
        clippy::expect_used,
        reason = "the hosts are the constants above; a test reads each"
    )]
    pub fn authority(self) -> Url {
        Url::parse(&format!("https://{}", self.authority_host())).expect("a host name")
    }

    /// The cloud of a sign-in host, by any of its names; [`Worldwide`](Self::Worldwide) for the
    /// host that it shares with GCC, and [`GccHigh`](Self::GccHigh) for the one shared with DoD.
    /// `None` for other hosts.
    ///
    /// ```
    /// use auth_core::Cloud;
    /// assert_eq!(Cloud::of_authority_host("login.windows.net"), Some(Cloud::Worldwide));
    /// assert_eq!(Cloud::of_authority_host("login.contoso.example"), None);
    /// ```
    pub fn of_authority_host(host: &str) -> Option<Self> {
        let is_named = |cloud: &&Self| {
            let mut names = cloud.authority_aliases().iter();
            host.eq_ignore_ascii_case(cloud.authority_host())
                || names.any(|alias| host.eq_ignore_ascii_case(alias))
        };
        Self::ALL.iter().find(is_named).copied()
    }
}

impl fmt::Display for Cloud {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Cloud {
    type Err = Error;

    /// Parses a name or a spelling that other tools use, such as `AzureUSGovernment`. Case, `-`,
    /// `_` and blanks are ignored.
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] for an unknown name; the hint lists the known ones.
    fn from_str(text: &str) -> Result<Self, Error> {
        let plain: String = text
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
            .to_ascii_lowercase();
        match plain.as_str() {
            "worldwide" | "commercial" | "public" | "global" | "azurecloud" => Ok(Self::Worldwide),
            "gcc" => Ok(Self::Gcc),
            "gcchigh" | "usgov" | "usgovernment" | "azureusgovernment" => Ok(Self::GccHigh),
            "dod" | "usdod" => Ok(Self::Dod),
            "china" | "azurechina" | "azurechinacloud" => Ok(Self::China),
            _ => {
                let known: Vec<_> = Self::ALL.iter().map(|cloud| cloud.as_str()).collect();
                Err(
                    Error::new(ErrorKind::Configuration, format!("unknown cloud `{text}`"))
                        .with_hint(format!("the clouds are {}", known.join(", "))),
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for cloud in Cloud::ALL {
            assert_eq!(cloud.to_string().parse::<Cloud>().unwrap(), *cloud);
        }
        assert_eq!("GCC High".parse::<Cloud>().unwrap(), Cloud::GccHigh);
        assert_eq!(
            "AzureUSGovernment".parse::<Cloud>().unwrap(),
            Cloud::GccHigh
        );
        let error = "mars".parse::<Cloud>().unwrap_err();
        assert!(error.hint().unwrap().contains("gcc-high"), "{error}");
    }

    #[test]
    fn gcc_signs_in_where_the_commercial_cloud_does() {
        let authority = Cloud::Gcc.authority();
        assert_eq!(authority.as_str(), "https://login.microsoftonline.com/");
        assert_eq!(authority, Cloud::Worldwide.authority());
    }

    #[test]
    fn every_authority_leads_back_to_its_cloud() {
        for cloud in Cloud::ALL {
            let host = cloud.authority();
            let back = Cloud::of_authority_host(host.host_str().unwrap()).unwrap();
            assert_eq!(back.authority_host(), cloud.authority_host());
        }
        let old = Cloud::of_authority_host("LOGIN.chinacloudapi.cn");
        assert_eq!(old, Some(Cloud::China));
        assert_eq!(Cloud::of_authority_host("login.example"), None);
    }
}
