//! Names the type of an answer that is not JSON, without quoting it.
//!
//! The first bytes are enough to tell a proxy's page from a wrong encoding, which have different cures.

/// The description of text that begins like JSON and is not.
pub(crate) const SOMETHING_ELSE: &str = "text that only begins like it";

/// The description of a page for a browser.
const PAGE: &str = "a page of HTML, as a proxy or a sign-in page sends it";

/// What to do about an answer that is not JSON, by its description.
pub(crate) fn cure_of(description: &str) -> Option<&'static str> {
    (description == PAGE).then_some(
        "something in front of the service has answered: check the address, the proxy (HTTPS_PROXY) and the network, or \
         try again later",
    )
}

/// Describes text that is not JSON by its first bytes. Quotes nothing: it may be customer data.
pub(crate) fn kind_of(text: &[u8]) -> &'static str {
    let start = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let start = &start[..start.len().min(256)];
    let lower = start.trim_ascii_start().to_ascii_lowercase();
    match start {
        [] => "nothing",
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, ..] => "text in UTF-16 or UTF-32",
        [_, 0, ..] => "text in UTF-16 or UTF-32",
        [0x1f, 0x8b, ..] => "packed (gzip) without saying so",
        _ if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") => PAGE,
        _ if lower.starts_with(b"<") => "markup",
        _ if lower.starts_with(b"{") || lower.starts_with(b"[") => SOMETHING_ELSE,
        _ => "other text",
    }
}
