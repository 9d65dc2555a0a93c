//! mdca-api
