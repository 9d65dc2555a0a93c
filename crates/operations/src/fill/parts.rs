//! Splits a change with more items than one call takes.
//!
//! The services limit the items of a call, such as 500 devices for a tag. Each part is a call of its own: one may fail
//! after others have succeeded, so callers report the parts one by one.

use http_core::{AnswerKind, Error, Request, Result, Value};

/// The calls that a change takes: one, or as many as its items need. Answers that are single objects cannot be joined,
/// so too many items for such a change are an error.
pub(super) fn of(request: Request) -> Result<Vec<Request>> {
    let operation = request.operation();
    let goes_together = matches!(
        operation.answer.kind,
        AnswerKind::Empty | AnswerKind::Collection { .. }
    );
    let Some(batch) = operation.action.batch.filter(|batch| batch.most > 0) else {
        return Ok(vec![request]);
    };
    let items = request.body_value(batch.input).and_then(Value::as_array);
    let Some(items) = items.filter(|items| items.len() > batch.most).cloned() else {
        return Ok(vec![request]);
    };
    if goes_together {
        let with = |part: &[Value]| request.clone().set(batch.input, part.to_vec());
        return Ok(items.chunks(batch.most).map(with).collect());
    }
    let message = format!(
        "`{}` takes {} items at most, not {}",
        batch.input,
        batch.most,
        items.len()
    );
    Err(Error::usage(message)
        .with_operation(operation)
        .with_hint(SEVERAL))
}

/// The hint if items cannot be split: each answer is an object of its own, and items may refer to others of the same
/// call.
const SEVERAL: &str =
    "send them in several calls, those that depend on each other in one; nothing was sent";

#[cfg(test)]
mod tests {
    use http_core::{BodyKind, Kind, Operation, Param};

    use super::*;

    static PARAMS: [Param; 2] = [Param::body("ids").kind(Kind::List), Param::body("tag")];
    static TAG: Operation = Operation::post("t.tag", "/tag")
        .body(BodyKind::Json)
        .inputs(&PARAMS)
        .batch("ids", 2);
    static BATCH: Operation = Operation::post("t.batch", "/batch")
        .body(BodyKind::Json)
        .inputs(&PARAMS)
        .batch("ids", 2)
        .answer(AnswerKind::Object);

    #[test]
    fn items_are_dealt_out_and_the_rest_is_in_every_call() {
        let request = |operation, ids: &[&str]| {
            let ids: Vec<Value> = ids.iter().map(|id| Value::from(*id)).collect();
            Request::new(operation).set("ids", ids).set("tag", "x")
        };
        let parts = of(request(&TAG, &["a", "b", "c"])).unwrap();
        let sizes: Vec<_> = parts
            .iter()
            .map(|part| part.body_value("ids").unwrap().as_array().unwrap().len())
            .collect();
        assert_eq!(sizes, [2, 1]);
        assert!(
            parts
                .iter()
                .all(|part| part.check().is_ok() && part.body_value("tag").is_some())
        );
        assert_eq!(of(request(&TAG, &["a", "b"])).unwrap().len(), 1);
        let refused = of(request(&BATCH, &["a", "b", "c"])).unwrap_err();
        let said = refused.to_string();
        assert!(
            said.contains("`ids` takes 2 items at most, not 3"),
            "{said}"
        );
    }
}
