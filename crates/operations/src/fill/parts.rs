//! Changes of more items than one call takes.

use http_core::{Answer, Error, Param, Request, Result, Value};

/// The calls that a change takes: one, or as many as its items need. Answers that are objects do not go together, so too
/// many items for such a change are refused.
pub(super) fn of(request: Request) -> Result<Vec<Request>> {
    let row = request.operation();
    let goes_together = matches!(row.answer, Answer::Empty | Answer::Collection { .. });
    let items = row
        .params
        .iter()
        .find_map(|param| too_many(param, &request));
    match items {
        Some((param, items)) if goes_together => {
            let with = |part: &[Value]| request.clone().set(param.name, part.to_vec());
            Ok(items.chunks(param.most_items).map(with).collect())
        }
        Some((param, items)) => Err(Error::usage(format!(
            "`{}` takes {} items at most, not {}",
            param.name,
            param.most_items,
            items.len()
        ))
        .with_operation(row)
        .with_hint(SEVERAL)),
        None => Ok(vec![request]),
    }
}

/// Each answer is an object of its own, and a request may depend on others of the same call only.
const SEVERAL: &str =
    "send them in several calls, those that depend on each other in one; nothing was sent";

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
