//! The command line of a call that is given as data.

use http_core::{Operation, Value};

use super::CommandLine;
use super::ways::{PAGE_SIZE, Way};
use crate::inputs::input;
use crate::invocation::Invocation;
use crate::words;

impl CommandLine {
    /// The words of the command line that makes this call: the program, the words of the command, then each input that is set.
    /// Inputs that the operation does not have are left out. [`shown`](super::shown) joins the words.
    ///
    /// ```
    /// use http_core::{BodyKind, Operation, Param};
    /// use operations::Invocation;
    /// use operations::command_line::{CommandLine, shown};
    ///
    /// static UPDATE: Operation = Operation::patch("x.alerts.update", "/api/alerts/{alert_id}")
    ///     .body(BodyKind::Json)
    ///     .inputs(&[Param::path("alert_id"), Param::body("assignedTo")]);
    ///
    /// let call = Invocation::new(UPDATE.id).with("assignedTo", "ann lee").with("alert_id", "a1");
    /// let line = CommandLine::new("x", &[]).of_call(&UPDATE, &call);
    /// assert_eq!(shown(&line), "x x alerts update a1 --assigned-to 'ann lee'");
    /// ```
    pub fn of_call(&self, operation: &'static Operation, call: &Invocation) -> Vec<String> {
        let mut line = vec![self.program.to_owned()];
        line.extend(words::parts(operation.id).map(words::word));
        let mut options = Vec::new();
        for (param, way) in self.ways(operation) {
            let mut given = call.inputs.iter();
            let given = given.find(|(name, _)| {
                input(operation, name).is_some_and(|known| known.name == param.name)
            });
            let Some(value) = given.map(|(_, value)| text(value)) else {
                continue;
            };
            let name = match way {
                Way::Position => {
                    line.push(value);
                    continue;
                }
                Way::PageSize => PAGE_SIZE.to_owned(),
                Way::Option(name) => name,
            };
            // The value would be read as an option.
            match value.starts_with('-') {
                true => options.push(format!("--{name}={value}")),
                false => options.extend([format!("--{name}"), value]),
            }
        }
        line.extend(options);
        line
    }
}

/// A value as a person types it.
fn text(value: &Value) -> String {
    let text = value.as_str().map(str::to_owned);
    text.unwrap_or_else(|| value.to_string())
}

#[cfg(test)]
mod tests {
    use http_core::{BodyKind, Param};

    use super::*;
    use crate::command_line::shown;

    #[test]
    fn a_text_that_looks_like_an_option_or_acts_in_a_shell_stays_a_text() {
        static COMMENT: Operation = Operation::post("t.alerts.comment", "/alerts/{id}/comments")
            .body(BodyKind::Json)
            .inputs(&[Param::path("id"), Param::body("comment")]);
        let line = |text: &str| {
            let call = Invocation::new(COMMENT.id)
                .with("id", 7)
                .with("comment", text);
            shown(&CommandLine::new("t", &[]).of_call(&COMMENT, &call))
        };
        assert_eq!(line("-7"), "t t alerts comment 7 --comment=-7");
        assert_eq!(line("a; rm"), "t t alerts comment 7 --comment 'a; rm'");
        assert_eq!(
            line("it's `x`"),
            "t t alerts comment 7 --comment \"it's \\`x\\`\""
        );
    }
}
