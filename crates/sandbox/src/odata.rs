//! OData query options of lists: `$filter`, `$orderby`, `$top`, `$skip`, `$select`, `$expand`,
//! `$count`, `$search`.
//!
//! The emulator has a parser of its own: the SDK builds filters, so a shared parser would accept
//! the same mistakes.
//!
//! Source: OData 4.01 URL conventions, `exposed-apis-odata-samples.md` of Defender for Endpoint,
//! `query-parameters.md` of Graph. Not supported: arithmetic, date functions, `has`, `concat` and
//! other functions that no documented sample uses, `$apply`, `$compute`. An unsupported function is
//! refused with the message of the services.

mod evaluate;
mod filter;
mod lexer;
mod options;

#[cfg(test)]
pub(crate) use filter::parse;
pub(crate) use lexer::date;
pub(crate) use options::{Options, Page, skip_token, with_dollar};
