//! Addresses of tenants, as people copy them from a portal.

use url::Url;

/// Reads the address of a tenant, such as that of its Cloud Apps portal. The scheme may be missing (`https` is
/// assumed), and the path `/api` is removed, because the portal shows its API address with it.
///
/// ```
/// use auth_core::services::tenant_address;
///
/// let address = tenant_address("contoso.us2.portal.cloudappsecurity.com/api")?;
/// assert_eq!(address.as_str(), "https://contoso.us2.portal.cloudappsecurity.com/");
/// assert!(tenant_address("ftp://contoso.example").is_err());
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
/// A message that quotes the text, for an invalid URL and a scheme other than `http` and `https`.
pub fn tenant_address(text: &str) -> Result<Url, String> {
    let text = text.trim();
    let whole = if text.contains("://") {
        text.to_owned()
    } else {
        format!("https://{text}")
    };
    let mut url = Url::parse(&whole).map_err(|error| format!("invalid URL `{text}`: {error}"))?;
    if !matches!(url.scheme(), "https" | "http") {
        return Err(format!("not the address of a portal: `{text}`"));
    }
    // The portal shows its API address with a path that every operation has already.
    if matches!(url.path(), "/api" | "/api/") {
        url.set_path("/");
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_as_the_portal_shows_it() {
        for text in [
            "contoso.us2.portal.cloudappsecurity.com",
            "contoso.us2.portal.cloudappsecurity.com/api/",
            " https://contoso.us2.portal.cloudappsecurity.com/api",
        ] {
            let url = tenant_address(text).unwrap();
            assert_eq!(
                url.as_str(),
                "https://contoso.us2.portal.cloudappsecurity.com/",
                "{text}"
            );
        }
        for text in ["", "ftp://contoso.example", "two words"] {
            assert!(tenant_address(text).is_err(), "{text}");
        }
    }
}
