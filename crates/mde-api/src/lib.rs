//! mde-api
