//! Forms of options: a value, a path, a switch.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ValueHint, value_parser};

/// An option with a value. The value is text unless the caller sets a parser.
pub fn valued(name: &'static str, value_name: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value_name)
}

/// An option whose value is a path, which may be any bytes.
pub fn file(name: &'static str, value_name: &'static str) -> Arg {
    valued(name, value_name)
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
}

/// A switch.
pub fn flag(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue)
}

/// A switch that also takes `=true` and `=false`, for a switch that may be on by default.
pub fn optional_bool(name: &'static str) -> Arg {
    valued(name, "true|false")
        .num_args(0..=1)
        .require_equals(true)
        .default_missing_value("true")
        .value_parser(value_parser!(bool))
}
