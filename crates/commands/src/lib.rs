//! Operations as commands: a `clap` command is made from an operation, and requests are made from what was typed.
//!
//! | step | module |
//! | --- | --- |
//! | words among raw arguments, before commands exist | [`argv`], [`typed`] |
//! | an operation to a command with its help | [`tree`], [`spelling`] |
//! | options of every command; with variables and profile they are settings | [`globals`], [`setup`], [`keys`] |
//! | parsed arguments to requests | [`inputs`], [`path_call`] |
//! | place and streams of a collection, request of an export, tenants of `--tenants` | [`collect`], [`export`], [`tenants`] |
//! | `--version` | [`version`] |
//! | commands by their purpose, and those whose schema is printed | [`search`], [`schema`] |
//! | commands of a program about itself | [`auth`], [`doctor`], [`limits`], [`operations`], [`permissions`], [`profile`], [`sandbox`] |
//! | completions of a shell, manual pages | [`completion`], [`man`] |
//! | what may be meant by an unknown word or option | [`suggest`] |
//! | programs that an unknown first word runs | [`external`] |
//! | forms of options, for commands of a program's own | [`options`] |
//!
//! The crate knows no product and sends nothing. The catalog of operations is handed in, so that a program of others has the
//! same words and options for its own operations.

mod arguments;
pub mod argv;
pub mod auth;
pub mod collect;
pub mod completion;
pub mod doctor;
pub mod export;
pub mod external;
pub mod globals;
mod help;
pub mod inputs;
pub mod keys;
pub mod lake;
pub mod limits;
pub mod man;
pub mod operations;
pub mod options;
pub mod path_call;
pub mod permissions;
pub mod profile;
pub mod sandbox;
pub mod schema;
pub mod search;
pub mod setup;
pub mod spelling;
pub mod suggest;
pub mod tenants;
pub mod tree;
pub mod typed;
pub mod version;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
