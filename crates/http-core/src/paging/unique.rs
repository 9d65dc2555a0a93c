//! Rows of a list whose pages shift while it is read, each handed on once.

use std::collections::HashSet;

use super::peek::Members;
use crate::operation::Operation;
use crate::rows::RowBatch;

/// The keys that were read.
#[derive(Debug)]
pub(super) struct Unique {
    members: Members,
    read: HashSet<String>,
}

impl Unique {
    /// `None` where the row does not say how its records are told apart.
    pub(super) fn of(operation: &'static Operation) -> Option<Self> {
        let key = operation.unique_by;
        (!key.is_empty()).then(|| Self {
            members: Members { key, time: "" },
            read: HashSet::new(),
        })
    }

    pub(super) fn admit(&mut self, batch: &mut RowBatch) {
        batch.retain(|row| match self.members.of(row).key {
            Some(key) => self.read.insert(key),
            None => true,
        });
    }
}
