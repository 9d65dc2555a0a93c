//! Names on the wire as names in Rust.

/// The words of a name, in lower case: `lastUpdateDateTimeUtc` → last, update, date, time, utc.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let chars: Vec<char> = name.chars().collect();
    let mut fresh = true;
    for (index, char) in chars.iter().enumerate() {
        if !char.is_ascii_alphanumeric() {
            fresh = true;
            continue;
        }
        let before = index.checked_sub(1).map(|at| chars[at]);
        let after = chars.get(index + 1);
        let hump = char.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase()
                    || before.is_ascii_digit()
                    || after.is_some_and(char::is_ascii_lowercase) && before.is_ascii_uppercase()
            });
        if fresh || hump {
            words.push(String::new());
        }
        fresh = false;
        if let Some(word) = words.last_mut() {
            word.push(char.to_ascii_lowercase());
        }
    }
    words
}

/// `AlertComment`, `alert-comment` → `alert_comment`, fit to be an identifier.
pub(super) fn snake(name: &str) -> String {
    identifier(&words(name).join("_"))
}

/// `alert_comment` → `AlertComment`.
pub(super) fn pascal(name: &str) -> String {
    let joined: String = words(name)
        .iter()
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| {
                first.to_ascii_uppercase().to_string() + chars.as_str()
            })
        })
        .collect();
    if joined.starts_with(|c: char| c.is_ascii_digit()) {
        format!("Value{joined}")
    } else {
        joined
    }
}

/// `list_files` → `LIST_FILES`.
pub(super) fn constant(name: &str) -> String {
    words(name).join("_").to_ascii_uppercase()
}

/// `machines` → `machine`.
pub(super) fn singular(name: &str) -> String {
    if let Some(stem) = name.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["sses", "xes"] {
        if name.ends_with(ending) {
            return name[..name.len() - 2].to_owned();
        }
    }
    match name.strip_suffix('s') {
        Some(stem) if !name.ends_with("ss") => stem.to_owned(),
        _ => name.to_owned(),
    }
}

/// A builder's name: verb and noun, or the verb's own words where they name their object.
pub(super) fn builder(group: &str, verb: &str, is_list: bool) -> String {
    let (one, many) = (pascal(&singular(group)), pascal(group));
    let (first, rest) = verb.split_once('_').unwrap_or((verb, ""));
    let noun = if is_list { &many } else { &one };
    match (first, rest) {
        ("batch", _) => format!("{}{many}", pascal(verb)),
        (_, "") => format!("{}{noun}", pascal(first)),
        (_, rest) if rest.starts_with("by_") => format!("{}{noun}{}", pascal(first), pascal(rest)),
        ("list" | "get" | "count", rest) => format!("{}{one}{}", pascal(first), pascal(rest)),
        _ => pascal(verb),
    }
}

/// Keywords need a raw identifier.
pub(super) fn identifier(name: &str) -> String {
    const KEYWORDS: &[&str] = &[
        "as", "async", "await", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
        "enum", "extern", "false", "final", "fn", "for", "if", "impl", "in", "let", "loop",
        "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
        "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "use", "virtual",
        "where", "while", "yield", "gen",
    ];
    if KEYWORDS.contains(&name) {
        return format!("r#{name}");
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        format!("value_{name}")
    } else {
        name.to_owned()
    }
}

/// A field's name in Rust: `@odata.type` → `odata_type`, `_id` → `id_`, so that it stands beside `id`.
pub(super) fn field(name: &str) -> String {
    if let Some(rest) = name.strip_prefix('_') {
        return format!("{}_", words(rest).join("_"));
    }
    snake(name)
}

/// The part of a type's name behind the last dot or hash.
pub(super) fn last_part(name: &str) -> &str {
    name.rsplit(['.', '#']).next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_by_humps() {
        assert_eq!(snake("lastUpdateDateTimeUtc"), "last_update_date_time_utc");
        assert_eq!(snake("senderIP"), "sender_ip");
        assert_eq!(snake("IPAddress"), "ip_address");
        assert_eq!(snake("osVersion2Name"), "os_version2_name");
        assert_eq!(snake("type"), "r#type");
        assert_eq!(field("@odata.type"), "odata_type");
        assert_eq!(field("_id"), "id_");
    }

    #[test]
    fn nouns_lose_their_plural() {
        for (plural, one) in [
            ("machines", "machine"),
            ("vulnerabilities", "vulnerability"),
            ("baselines", "baseline"),
            ("cases", "case"),
            ("ip_addresses", "ip_address"),
            ("ips", "ip"),
            ("device_health", "device_health"),
        ] {
            assert_eq!(singular(plural), one);
        }
    }
}
