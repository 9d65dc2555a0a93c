//! What a token opens, in a sentence.

use super::Coverage;
use crate::words;

impl Coverage {
    /// What the operations that cannot be called lack, in a sentence with their commands. `None` if all can be called.
    ///
    /// ```
    /// use http_core::Operation;
    /// use operations::permissions::{Caller, Coverage};
    ///
    /// static LIST: Operation = Operation::get("x.alerts.list", "/alerts").permissions(&["Alert.Read.All"], &[]);
    ///
    /// let coverage = Coverage::of([&LIST], Caller::Application, &["User.Read"]);
    /// assert_eq!(coverage.lack().as_deref(), Some("x alerts list cannot be called: Alert.Read.All is missing"));
    /// ```
    pub fn lack(&self) -> Option<String> {
        if self.closed.is_empty() {
            return None;
        }
        let commands: Vec<_> = self.closed.iter().map(|id| words::command(id)).collect();
        let missing: Vec<_> = self.missing.iter().copied().collect();
        Some(format!(
            "{} cannot be called: {} is missing",
            commands.join(", "),
            missing.join(", ")
        ))
    }
}
