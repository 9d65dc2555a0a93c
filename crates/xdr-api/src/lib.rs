//! xdr-api
