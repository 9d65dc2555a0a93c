//! What a call writes to `tracing`: a span, and one event at its end.
//!
//! Names follow the OpenTelemetry conventions for HTTP clients, so that an exporter needs no mapping.
//! Neither holds a body, a header or a query value that is not known to be harmless; see
//! [`redact`](crate::redact).

use http::response::Parts;

use super::Call;
use crate::error::{Error, Result};
use crate::response::request_id;
use crate::transport::body::Body;

impl Call<'_> {
    /// The span of the call. Fields about the answer are recorded by [`report`](Self::report).
    pub(super) fn span(&self) -> tracing::Span {
        tracing::info_span!(
            "call",
            otel.name = self.operation.id,
            otel.kind = "client",
            http.request.method = self.operation.http.method.as_str(),
            server.address = self.request.uri().host(),
            tenant = &*self.pipeline.budget_owner.tenant,
            attempts = tracing::field::Empty,
            http.response.status_code = tracing::field::Empty,
            request_id = tracing::field::Empty,
            error.type = tracing::field::Empty,
        )
    }

    /// Writes one event per call at level `info`: operation, URL, status or failure, attempts, time.
    pub(super) fn report(&self, outcome: &Result<(Parts, Body)>) {
        let status = match outcome {
            Ok((head, _)) => Some(head.status),
            Err(error) => error.status(),
        };
        let failure = outcome.as_ref().err().map(Error::kind);
        let request_id = match outcome {
            Ok((head, _)) => request_id(&head.headers),
            Err(error) => error.request_id().map(str::to_owned),
        };
        let status = status.map(|status| status.as_u16());
        let span = tracing::Span::current();
        span.record("attempts", self.sent);
        span.record("http.response.status_code", status);
        span.record("request_id", request_id.as_deref());
        span.record("error.type", failure.map(tracing::field::debug));
        let elapsed = self.attempts.elapsed().as_millis();
        tracing::info!(
            operation = self.operation.id,
            method = self.operation.http.method.as_str(),
            url = self.redacted_url,
            status,
            failure = failure.map(tracing::field::debug),
            attempts = self.sent,
            elapsed_ms = u64::try_from(elapsed).unwrap_or(u64::MAX),
            request_id,
            "call"
        );
    }
}
