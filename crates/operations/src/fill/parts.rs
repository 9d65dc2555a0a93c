//! Changes of more items than one call takes.

use http_core::{Answer, Param, Request, Value};

/// The calls that a change takes: one, or as many as its items need. Answers that are objects do not go together, so such
/// a change stays one call and is refused by its own check.
pub(super) fn of(request: Request) -> Vec<Request> {
    let row = request.operation();
    let goes_together = matches!(row.answer, Answer::Empty | Answer::Collection { .. });
    let items = row
        .params
        .iter()
        .find_map(|param| too_many(param, &request));
    match items {
        Some((param, items)) if goes_together => {
            let with = |part: &[Value]| request.clone().set(param.name, part.to_vec());
            items.chunks(param.most_items).map(with).collect()
        }
        _ => vec![request],
    }
}

fn too_many(param: &'static Param, request: &Request) -> Option<(&'static Param, Vec<Value>)> {
    let items = request.body_value(param.name)?.as_array()?;
    let most = param.most_items;
    (most > 0 && items.len() > most).then(|| (param, items.clone()))
}

#[cfg(test)]
mod tests {
    use http_core::{BodyKind, Kind, Operation};

    use super::*;

    static PARAMS: [Param; 2] = [
        Param::body("ids").kind(Kind::List).most_items(2),
        Param::body("tag"),
    ];
    static TAG: Operation = Operation::post("t.tag", "/tag")
        .body(BodyKind::Json)
        .params(&PARAMS);
    static BATCH: Operation = Operation::post("t.batch", "/batch")
        .body(BodyKind::Json)
        .params(&PARAMS)
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
