//! Checks that a successful answer is what the operation documents.
//!
//! The sign-in page of a proxy comes with status 200. Taken for the answer to a change, it would report a
//! device as isolated. So a body must be JSON where JSON is documented, and an object where a record is.
//!
//! Text inside strings is mended rather than rejected: command lines and file names in security data hold
//! control characters, bytes that are not UTF-8 and halves of surrogate pairs. A change that is answered
//! with something else may have been carried out, and its error says so.

use bytes::Bytes;
use http::StatusCode;
use http::response::Parts;

use super::other_text::{cure_of, kind_of};
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::operation::AnswerKind;
use crate::request::Request;
use crate::response::request_id;
use crate::response::syntax::{Checker, Flaw, mend};

/// An answer that passed the check.
pub(crate) struct Checked {
    pub(crate) body: Bytes,
    /// Whether the text was mended.
    pub(crate) mended: bool,
}

/// Checks the body of a 2xx against [`AnswerKind`].
///
/// Files are not checked. Where no body is documented, other text is dropped, but a page or an object is
/// checked like any answer: an object may report a failure.
///
/// # Errors
/// `Decode` for an answer that the operation cannot have given, with `may_have_acted` for a change.
pub(crate) fn check(request: &Request, head: &Parts, body: Bytes) -> Result<Checked> {
    let as_it_is = |body| Checked {
        body,
        mended: false,
    };
    let operation = request.operation();
    let refuse = |what: String| {
        let error = Error::decode(what)
            .with_operation(operation)
            .with_request_id(request_id(&head.headers));
        match (operation.is_read(), request.is_idempotent()) {
            (false, false) => error.with_unknown_outcome(),
            (false, true) => error
                .with_possible_effect()
                .with_hint("the service may have acted; sending this again does no harm"),
            (true, _) => error,
        }
    };
    let text = without_mark(&body);
    if text.is_empty() {
        let wants_record = !matches!(operation.answer.kind, AnswerKind::Empty | AnswerKind::File);
        // These statuses allow an empty body (RFC 9110, section 15.3).
        let says_nothing = matches!(
            head.status,
            StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT | StatusCode::ACCEPTED
        );
        if wants_record && !says_nothing {
            return Err(refuse("the answer has no body".to_owned()));
        }
        return Ok(as_it_is(body));
    }
    match operation.answer.kind {
        AnswerKind::File => return Ok(as_it_is(body)),
        // No body is documented: plain text such as "OK" is dropped.
        AnswerKind::Empty if !text.starts_with(b"<") && !text.starts_with(b"{") => {
            return Ok(as_it_is(Bytes::new()));
        }
        _ => {}
    }
    let not_json = || {
        let kind = kind_of(text);
        let error = refuse(format!("the answer is not JSON but {kind}"));
        match cure_of(kind) {
            // Of a change it matters more whether it was made.
            Some(cure) if operation.is_read() => error.with_hint(cure),
            _ => error,
        }
    };
    let mut checker = Checker::new(&whole());
    let checked = match checker.check(text) {
        Ok(()) => as_it_is(body.clone()),
        Err(flaw) if flaw.is_mendable() => {
            let mended = mend(text);
            checker.check(&mended).map_err(|_| not_json())?;
            Checked {
                body: mended.into(),
                mended: true,
            }
        }
        Err(Flaw::Limit(limit)) => return Err(refuse(format!("the answer is {limit}"))),
        Err(_) => return Err(not_json()),
    };
    let is_record = matches!(
        operation.answer.kind,
        AnswerKind::Entity | AnswerKind::Object | AnswerKind::Files { .. }
    );
    if is_record && !matches!(without_mark(&checked.body).first(), Some(b'{' | b'[')) {
        return Err(refuse(
            "the answer is a single value where an object is documented".to_owned(),
        ));
    }
    Ok(checked)
}

/// Limits for a body in memory. Its length was checked while it was read.
fn whole() -> Limits {
    Limits::default()
        .with_cell(usize::MAX)
        .with_depth(MOST_DEPTH)
}

/// Maximum nesting. No decoder reads deeper, and the checker's memory grows with it.
const MOST_DEPTH: usize = 10_000;

/// The body without a byte order mark and without white space around it.
fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf")
        .unwrap_or(body)
        .trim_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;
    use crate::operation::Operation;
    use crate::testing::script::{Script, Step};

    static GET: Operation = Operation::get("t.things.get", "/t").answer(AnswerKind::Entity);
    static COUNT: Operation = Operation::get("t.things.count", "/c").answer(AnswerKind::Scalar);
    static ISOLATE: Operation =
        Operation::post("t.things.isolate", "/i").answer(AnswerKind::Entity);
    static DELETE: Operation = Operation::delete("t.things.delete", "/d");

    const PAGE: &str = "<!DOCTYPE html>\n<html><title>Sign in</title></html>";

    async fn send(operation: &'static Operation, step: impl Into<Step>) -> Result<(String, u64)> {
        let (_, client) = Script::with_client([step.into()]);
        let answer = client.send_response(Request::new(operation)).await?;
        Ok((
            String::from_utf8(answer.body().to_vec()).unwrap(),
            u64::from(client.mended().is_some()),
        ))
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_is_no_answer_to_anything() {
        for operation in [&GET, &COUNT, &ISOLATE, &DELETE] {
            let error = send(operation, PAGE).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Decode, "{error}");
            assert!(error.message().contains("a page of HTML"), "{error}");
            assert!(!error.to_string().contains("Sign in"), "{error}");
            assert!(!error.is_retryable());
            let hint = error.hint().unwrap_or_default();
            let acts = operation.id == ISOLATE.id || operation.id == DELETE.id;
            assert_eq!(hint.contains("may have acted"), acts, "{hint}");
            assert_eq!(error.may_have_acted(), acts);
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_no_json_or_no_record_is_refused() {
        for (body, said) in [
            ("OK", "other text"),
            ("{'a':1}", "only begins like it"),
            ("{\"a\":1}{\"a\":2}", "only begins like it"),
            ("{\"a\":", "only begins like it"),
            ("\u{fe}", "other text"),
            ("\"ok\"", "a single value"),
            ("null", "a single value"),
            (" ", "no body"),
        ] {
            let error = send(&GET, body).await.unwrap_err();
            assert!(error.message().contains(said), "{body}: {error}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_change_that_is_answered_with_nothing_may_have_been_made() {
        let error = send(&ISOLATE, "").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert!(error.may_have_acted() && !error.is_retryable(), "{error}");
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_documented_passes_as_it_came() {
        for (operation, body) in [
            (&GET, "\u{feff}{\"a\": 1.50}\n"),
            (&ISOLATE, "{}"),
            (&COUNT, "7"),
            (&COUNT, "\"text\""),
            (&DELETE, ""),
            (&DELETE, "{\"a\":1}"),
        ] {
            let (text, mended) = send(operation, body).await.unwrap();
            assert_eq!((text.as_str(), mended), (body, 0));
        }
        assert_eq!(send(&GET, Step::new(204, "")).await.unwrap().0, "");
        assert_eq!(send(&ISOLATE, Step::new(202, "")).await.unwrap().0, "");
        assert_eq!(send(&DELETE, "deleted").await.unwrap().0, "");
    }

    #[tokio::test(start_paused = true)]
    async fn text_that_json_does_not_allow_is_mended_and_counted() {
        for (body, mended) in [
            (
                &b"{\"a\":\"x\x1by\xff\"}"[..],
                "{\"a\":\"x\\u001by\u{fffd}\"}",
            ),
            (br#"{"a":"\ud800"}"#, r#"{"a":"\ufffd"}"#),
        ] {
            assert_eq!(
                send(&GET, Step::bytes(body)).await.unwrap(),
                (mended.to_owned(), 1)
            );
        }
    }
}
