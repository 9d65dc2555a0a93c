//! Words of other tools, with the commands and options that have their meaning here.
//!
//! A person who comes from another command line types `whoami` and `--format`. Suggestions by spelling lead such a person astray, so
//! these words are listed. A program shows only those entries whose command or option it has.

/// First words that people try, with the commands that do it.
pub const COMMANDS: &[(&str, &[&str])] = &[
    ("login", &["auth login"]),
    ("signin", &["auth login"]),
    ("sign-in", &["auth login"]),
    ("connect", &["auth login"]),
    ("logout", &["auth logout"]),
    ("whoami", &["auth status"]),
    ("status", &["auth status"]),
    ("token", &["auth token"]),
    ("account", &["auth status", "profile list"]),
    ("config", &["profile list", "profile set"]),
    ("configure", &["profile set", "auth login"]),
    ("settings", &["profile list"]),
    ("tenant", &["profile list"]),
    ("init", &["auth login"]),
    ("version", &["--version"]),
    ("act", &["mde machines", "search isolate a device"]),
    ("action", &["mde machines", "mde machine-actions"]),
    ("actions", &["mde machine-actions list", "mde machines"]),
    ("isolate", &["mde machines isolate"]),
    ("query", &["hunt"]),
    ("kql", &["hunt"]),
    ("run", &["hunt", "live-response run-script"]),
    ("run-script", &["live-response run-script"]),
    ("get-file", &["live-response get-file"]),
    ("put-file", &["live-response put-file"]),
    ("collect-package", &["live-response collect-package"]),
    ("find", &["search"]),
    ("explain", &["search"]),
    ("list", &["operations", "search list"]),
    ("ls", &["operations", "search list"]),
    ("commands", &["operations"]),
    ("show", &["operations", "search show"]),
    ("get", &["operations", "api GET"]),
    ("raw", &["api"]),
    ("rest", &["api"]),
    ("request", &["api"]),
    ("curl", &["api"]),
    ("emulator", &["sandbox up"]),
    ("mock", &["sandbox up"]),
    ("serve", &["sandbox up"]),
    ("check", &["auth doctor", "doctor"]),
    ("test", &["auth doctor", "doctor"]),
    ("completions", &["completion"]),
    ("scopes", &["permissions"]),
    ("roles", &["permissions"]),
];

/// Options of other tools, with those of this program. The first one that the command has is suggested.
const OPTIONS: &[(&str, &[&str])] = &[
    ("format", &["output"]),
    ("json", &["output"]),
    ("csv", &["output"]),
    ("out", &["output", "download"]),
    ("top", &["limit"]),
    ("max", &["limit"]),
    ("max-items", &["limit"]),
    ("count", &["limit"]),
    ("first", &["limit"]),
    ("fields", &["columns"]),
    ("select", &["columns"]),
    ("query", &["jq", "filter", "columns"]),
    ("where", &["filter"]),
    ("sort", &["sort", "orderby", "sort-field"]),
    ("sort-by", &["sort", "orderby", "sort-field"]),
    ("order-by", &["sort", "orderby", "sort-field"]),
    ("since", &["since", "start-time", "since-time", "filter"]),
    ("from", &["since", "start-time", "filter"]),
    ("after", &["since", "start-time", "filter"]),
    ("until", &["until", "end-time", "filter"]),
    ("to", &["until", "end-time", "filter"]),
    ("force", &["yes"]),
    ("assume-yes", &["yes"]),
    ("confirm", &["yes"]),
    ("whatif", &["dry-run"]),
    ("debug", &["verbose"]),
    ("trace", &["verbose"]),
    ("silent", &["quiet"]),
    ("no-color", &["color"]),
    ("tenant-id", &["tenant"]),
    ("subscription", &["profile", "tenant"]),
    ("ca-bundle", &["ca-file"]),
    ("cacert", &["ca-file"]),
    ("message", &["comment"]),
    ("reason", &["comment"]),
    ("note", &["comment"]),
    ("data", &["body"]),
    ("input", &["body"]),
];

/// The commands, without the program, that do what a first word of another tool says. Empty for other words.
///
/// ```
/// use operations::words::commands_like;
///
/// assert_eq!(commands_like("whoami"), ["auth status"]);
/// assert!(commands_like("zebra").is_empty());
/// ```
pub fn commands_like(word: &str) -> &'static [&'static str] {
    let found = COMMANDS.iter().find(|(known, _)| *known == word);
    found.map_or(&[], |(_, commands)| *commands)
}

/// The options, without dashes, that mean the same as an option of another tool, the best first. Empty for other options.
///
/// ```
/// use operations::words::options_like;
///
/// assert_eq!(options_like("format"), ["output"]);
/// ```
pub fn options_like(name: &str) -> &'static [&'static str] {
    let found = OPTIONS.iter().find(|(known, _)| *known == name);
    found.map_or(&[], |(_, names)| *names)
}
