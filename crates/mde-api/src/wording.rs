//! Error codes of the service, with their meaning and what to do, where the status is less specific.

use http_core::ErrorWording;

use crate::generated::codes;

/// A refusal reads "maximum allowed 45 per 00:01:00" and the like.
pub(crate) const WORDING: ErrorWording = ErrorWording::new(codes::MDE).with_quota_after("allowed");
