//! Changes of more items than one call takes.

use auth_core::http_core::{Answer, Request, Value};

/// The calls that a change takes: one, or as many as its items need. Answers that are objects do not go together, so such
/// a change stays one call and is refused by its own check.
pub(super) fn of(request: Request) -> Vec<Request> {
    let row = request.operation();
    let goes_together = matches!(row.answer, Answer::Empty | Answer::Collection { .. });
    match row.batch {
        Some(batch) if goes_together && batch.most > 0 => {
            let items = request.body_value(batch.input).and_then(Value::as_array);
            let items = items.filter(|items| items.len() > batch.most).cloned();
            let with = |part: &[Value]| request.clone().set(batch.input, part.to_vec());
            items.map_or_else(
                || vec![request.clone()],
                |items| items.chunks(batch.most).map(with).collect(),
            )
        }
        _ => vec![request],
    }
}

#[cfg(test)]
mod tests {
    use auth_core::http_core::{BodyKind, Kind, Operation, Param};

    use super::*;

    static PARAMS: [Param; 2] = [Param::body("ids").kind(Kind::List), Param::body("tag")];
    static TAG: Operation = Operation::post("t.tag", "/tag")
        .body(BodyKind::Json)
        .params(&PARAMS)
        .batch("ids", 2);
    static BATCH: Operation = Operation::post("t.batch", "/batch")
        .body(BodyKind::Json)
        .params(&PARAMS)
        .batch("ids", 2)
        .answer(Answer::Object);

    #[test]
    fn items_are_dealt_out_and_the_rest_is_in_every_call() {
        let request = |row, ids: &[&str]| {
            let ids: Vec<Value> = ids.iter().map(|id| Value::from(*id)).collect();
            Request::new(row).set("ids", ids).set("tag", "x")
        };
        let parts = of(request(&TAG, &["a", "b", "c"]));
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
        assert_eq!(of(request(&TAG, &["a", "b"])).len(), 1);
        let whole = of(request(&BATCH, &["a", "b", "c"]));
        assert!(whole.len() == 1 && whole[0].check().is_err());
    }
}
