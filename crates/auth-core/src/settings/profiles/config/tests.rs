//! The settings file, and errors with their line.

use super::*;

static KEYS: &[Key] = &[
    Key::text("tenant", "AZURE_TENANT_ID"),
    Key::text("client_id", "AZURE_CLIENT_ID"),
    Key::METHOD,
    Key::CLOUD,
    Key::path("client_secret_file", "DEFENDER_CLIENT_SECRET_FILE"),
    Key::flag(
        "send_certificate_chain",
        "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN",
    ),
    Key::checked("portal", "DEFENDER_ENDPOINT_MDCA", |text| match text {
        "ftp" => Err("no `ftp`".to_owned()),
        _ => Ok(()),
    })
    .mistaken_for("endpoints.mdca"),
    Key::text("audiences.mde", "DEFENDER_AUDIENCE_MDE"),
    Key::address("endpoints.mde", "DEFENDER_ENDPOINT_MDE"),
    Key::address("endpoints.xdr", "DEFENDER_ENDPOINT_XDR"),
];

fn config(text: &str) -> Config {
    Config::parse("config.toml".into(), text, KEYS).unwrap()
}

#[test]
fn a_profile_is_read_with_its_tables() {
    let config = config(
        "default_profile = 'b'\n[profile.a]\ntenant = 't'\nsend_certificate_chain = true\n\
         client_secret_command = ['pass', 'show it']\nportal = 'p.example'\n[profile.a.endpoints]\nxdr = 'https://x.example'\n[profile.b]\n",
    );
    assert_eq!(config.names(), ["a", "b"]);
    assert_eq!(config.default_profile().as_deref(), Some("b"));
    let profile = config.profile("a").unwrap().unwrap();
    assert_eq!(profile.values["tenant"], "t");
    assert_eq!(profile.values["send_certificate_chain"], "true");
    assert_eq!(profile.values["portal"], "p.example");
    assert_eq!(profile.values["endpoints.xdr"], "https://x.example");
    assert_eq!(profile.client_secret_command, ["pass", "show it"]);
    assert!(config.profile("c").unwrap().is_none());
}

#[test]
fn what_cannot_be_right_is_named_with_its_profile() {
    for (text, expected) in [
        ("tennant = 't'", "unknown setting `tennant`"),
        (
            "client_secret = 'canary'",
            "secrets must not be in this file",
        ),
        (
            "method = 'magic'",
            "method: invalid value `magic`; expected one of browser",
        ),
        ("cloud = 'mars'", "unknown cloud `mars`"),
        ("tenant = 1", "tenant: expected text, found integer"),
        ("tenant = true", "tenant: expected text, found boolean"),
        ("send_certificate_chain = 1", "expected true or false"),
        (
            "audiences = 'x'",
            "audiences: expected a table, found string",
        ),
        ("audiences.mdee = 'x'", "do you mean `audiences.mde`?"),
        (
            "endpoints.mdca = 'https://x'",
            "the setting is called `portal`",
        ),
        (
            "client_sercet_file = 'x'",
            "do you mean `client_secret_file`?",
        ),
        ("client_secret_command = 'pass'", "a list of a program"),
        ("[profile.a.endpoints]\nmde = 'x'", "invalid URL"),
        ("portal = 'ftp'", "portal: no `ftp`"),
    ] {
        let failure = config(&format!("[profile.a]\n{text}"))
            .profile("a")
            .unwrap_err();
        let message = failure.message();
        assert!(message.contains(expected), "{message}");
        assert!(message.contains("profile a"), "{message}");
        assert!(!message.contains("canary"), "{message}");
    }
}

#[test]
fn what_means_nothing_at_the_top_is_named_with_what_is_meant() {
    for (text, expected) in [
        (
            "[profiles.a]\ntenant = 't'",
            "do you mean `[profile.NAME]`?",
        ),
        ("defaultprofile = 'a'", "do you mean `default_profile`?"),
        (
            "[elsewhere]",
            "there are `default_profile` and `[profile.NAME]`",
        ),
        ("default_profile = 3", "expected text, found integer"),
        (
            "profile = 'a'",
            "expected a table for each profile, found string",
        ),
        ("[[profile]]", "found array of tables"),
    ] {
        let failure = Config::parse("x".into(), text, KEYS).unwrap_err();
        assert!(
            failure.message().contains(expected),
            "{}",
            failure.message()
        );
    }
    let config = config("[profile]\na = 3");
    let failure = config.profile("a").unwrap_err();
    assert!(
        failure
            .message()
            .contains("expected a table, found integer")
    );
}

#[test]
fn every_setting_that_is_set_is_read_again_and_can_be_taken_away() {
    for key in KEYS {
        let value = match key.name {
            "method" => "az",
            "cloud" => "dod",
            "send_certificate_chain" => "true",
            "portal" => "p.example",
            name if name.starts_with("endpoints.") => "https://e.example",
            _ => "some text",
        };
        let mut config = config("# mine\n");
        config.set("a", key.name, value).unwrap();
        let text = config.document.to_string();
        let mut read = Config::parse("x".into(), &text, KEYS).unwrap();
        let values = read.profile("a").unwrap().unwrap().values;
        assert_eq!(values[key.name], value, "{text}");
        read.set("a", key.name, "").unwrap();
        let text = read.document.to_string();
        assert_eq!(text.trim_end(), "# mine\n[profile.a]", "{}", key.name);
    }
    let mut config = config("");
    config.set("a", COMMAND, r#"["pass", "show it"]"#).unwrap();
    let read = Config::parse("x".into(), &config.document.to_string(), KEYS).unwrap();
    let words = read.profile("a").unwrap().unwrap().client_secret_command;
    assert_eq!(words, ["pass", "show it"]);
    assert!(config.set("a", COMMAND, "[1]").is_err());
}

#[test]
fn the_comment_of_a_value_outlives_it() {
    let mut config = config("default_profile = 'a' # usual\n[profile.a]\ntenant = 't' # theirs\n");
    config.set("a", "tenant", "u").unwrap();
    config.set_default("b");
    let text = config.document.to_string();
    assert_eq!(
        text,
        "default_profile = \"b\" # usual\n[profile.a]\ntenant = \"u\" # theirs\n"
    );
}

#[test]
fn a_change_leaves_the_rest_as_it_was() {
    let mut config = config("# mine\n[profile.a] # the first\ntenant = 't' # theirs\n");
    config
        .set("a", "endpoints.xdr", "https://p.example")
        .unwrap();
    config.set("a", "client_id", "c").unwrap();
    config.set("b", "method", "az").unwrap();
    config.set("b", "method", "").unwrap();
    config.set_default("b");
    let text = config.document.to_string();
    for kept in [
        "# mine\n",
        "[profile.a] # the first\n",
        "tenant = 't' # theirs\n",
    ] {
        assert!(text.contains(kept), "{text}");
    }
    let read = Config::parse("x".into(), &text, KEYS).unwrap();
    assert_eq!(
        read.profile("a").unwrap().unwrap().values["endpoints.xdr"],
        "https://p.example"
    );
    assert!(read.profile("b").unwrap().unwrap().values.is_empty());
    assert!(config.remove("b") && !config.remove("b"));
    assert_eq!(config.default_profile(), None);
}
