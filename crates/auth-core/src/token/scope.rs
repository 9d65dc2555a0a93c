//! Scopes: `<API>/<permission>`, or `<API>/.default` for all permissions that were granted.

/// The API of a scope: `https://graph.microsoft.com` of `https://graph.microsoft.com/.default`.
pub(crate) fn resource(scope: &str) -> Option<&str> {
    scope
        .strip_suffix("/.default")
        .filter(|resource| !resource.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_api_whose_name_ends_in_a_slash_keeps_it() {
        let double = "https://management.azure.com//.default";
        assert_eq!(resource(double), Some("https://management.azure.com/"));
        assert_eq!(resource("User.Read"), None);
    }
}
