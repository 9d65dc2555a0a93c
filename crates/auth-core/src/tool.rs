//! Credentials of the tools that a developer has signed in to.

#[cfg(feature = "developer")]
pub(crate) mod azure_cli;
#[cfg(feature = "developer")]
pub(crate) mod azure_developer_cli;
pub(crate) mod child_process;
#[cfg(feature = "developer")]
pub(crate) mod developer_tool;
