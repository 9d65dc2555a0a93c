//! Credentials of programs whose platform vouches for them.

pub(crate) mod azure_pipelines;
pub(crate) mod external_token;
pub(crate) mod github_actions;
pub(crate) mod managed_identity;
pub(crate) mod workload_identity;
