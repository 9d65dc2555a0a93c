//! Masks proofs in texts of others, which may repeat the request.

use percent_encoding::percent_decode_str;
use secrecy::ExposeSecret;

use super::grant::Proofs;

/// Fields that are sent as proofs but are not secret. Their values occur in legitimate messages.
const OPEN: &[&str] = &[
    "client_assertion_type",
    "redirect_uri",
    "requested_token_use",
    "username",
];

/// Length of a part of a proof that gives it away.
const PIECE: usize = 12;

/// Replaces the proofs in a text. A text that repeats a proof in another encoding (percent-encoded,
/// HTML), or a part of one, is hidden completely.
pub(super) fn without_proofs(text: &str, proofs: &Proofs) -> String {
    let mut shown = text.to_owned();
    for (_, proof) in proofs {
        let proof = proof.expose_secret();
        if !proof.is_empty() {
            shown = shown.replace(proof, "***");
        }
    }
    let shown = http_core::redacted(&shown);
    let plain = plain(&shown);
    let secret = proofs.iter().filter(|(name, _)| !OPEN.contains(name));
    let mut secret = secret.map(|(_, proof)| self::plain(proof.expose_secret()));
    match secret.any(|proof| repeats(&plain, &proof)) {
        true => "***".to_owned(),
        false => shown,
    }
}

/// Whether a normalized text contains a proof or a good part of it.
fn repeats(text: &str, proof: &str) -> bool {
    let letters: Vec<_> = proof.chars().collect();
    let mut pieces = letters.chunks_exact(PIECE.min(letters.len()).max(1));
    letters.len() >= 4 && pieces.any(|piece| text.contains(&piece.iter().collect::<String>()))
}

/// Normalizes a text: decodes it until nothing changes, and drops blanks and escapes.
fn plain(text: &str) -> String {
    let mut plain = text.to_owned();
    // Three levels: a form inside a URL inside a form.
    for _ in 0..3 {
        plain = percent_decode_str(&plain).decode_utf8_lossy().into_owned();
        for (written, meant) in [
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&quot;", "\""),
            ("&#34;", "\""),
            ("&#39;", "'"),
            ("&#x27;", "'"),
            ("&#43;", "+"),
            ("&#x2b;", "+"),
            ("&#x2B;", "+"),
            ("&#x3D;", "="),
            ("&#61;", "="),
            ("&#x2F;", "/"),
            ("&#47;", "/"),
            ("&amp;", "&"),
        ] {
            plain = plain.replace(written, meant);
        }
    }
    // A form encodes a blank as `+`, and `+` as `%2B`: ignore both.
    plain.retain(|letter| !letter.is_whitespace() && letter != '+' && letter != '\\');
    plain
}

#[cfg(test)]
mod tests {
    use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

    use super::*;

    const SECRET: &str = "c4n~ry/+= &<\"secret";

    fn shown(text: &str) -> String {
        let proofs = vec![
            ("client_secret", SECRET.into()),
            ("username", "ana@contoso.example".into()),
        ];
        without_proofs(text, &proofs)
    }

    #[test]
    fn a_proof_is_hidden_in_whatever_way_it_is_repeated() {
        let once = utf8_percent_encode(SECRET, NON_ALPHANUMERIC).to_string();
        let twice = utf8_percent_encode(&once, NON_ALPHANUMERIC).to_string();
        let form: String = url::form_urlencoded::byte_serialize(SECRET.as_bytes()).collect();
        let html = SECRET
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;");
        let json = serde_json::Value::from(SECRET).to_string();
        let lower = once.to_ascii_lowercase();
        for written in [SECRET, &once, &twice, &form, &html, &json, &lower] {
            let shown = shown(&format!("no login for x={written} here"));
            assert!(shown.contains("***"), "{shown}");
            assert!(
                !shown.contains("c4n") && !shown.contains("secret"),
                "{shown}"
            );
        }
        assert_eq!(shown("it begins with c4n~ry/+= &<\"se"), "***");
    }

    #[test]
    fn other_words_stay() {
        assert_eq!(shown("Sign in to Contoso"), "Sign in to Contoso");
        assert_eq!(shown(""), "");
    }
}
