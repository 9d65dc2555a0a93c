//! The address of a tenant's Defender for Cloud Apps portal, as people copy it.

use auth_core::http_core::Url;

/// The address that a person gives: with a scheme or without, and with the path that the portal shows or without.
pub(crate) fn address(text: &str) -> Result<Url, String> {
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
    // The portal shows its API address with the path that every call has already.
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
            let url = address(text).unwrap();
            assert_eq!(
                url.as_str(),
                "https://contoso.us2.portal.cloudappsecurity.com/",
                "{text}"
            );
        }
        for text in ["", "ftp://contoso.example", "two words"] {
            assert!(address(text).is_err(), "{text}");
        }
    }
}
