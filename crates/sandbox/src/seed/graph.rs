use crate::store::Store;
use serde_json::Value;
pub(super) fn rows(_store: &Store, _entity: &str) -> Option<Vec<Value>> {
    None
}
