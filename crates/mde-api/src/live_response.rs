//! Live response: commands on a device, the state of each, and the results they leave.
//!
//! ```no_run
//! # use std::time::Duration;
//! # use mde_api::machines::LiveResponseCommand;
//! # use mde_api::{Client, Result};
//! # async fn run(client: Client) -> Result<()> {
//! let commands = [
//!     LiveResponseCommand::run_script("triage.ps1"),
//!     LiveResponseCommand::get_file("C:\\Windows\\Temp\\triage.zip"),
//! ];
//! let run = client.machines().run_live_response("machine-id", commands).comment("ticket 7");
//! let started = run.begin_when_free(Duration::from_secs(3600)).await?;
//! let action = started.wait(Duration::from_secs(3600)).await?.into_inner();
//! let actions = client.machine_actions();
//! for step in action.steps() {
//!     println!("{} {:?}", step.index, step.state);
//!     if step.has_result() {
//!         let result = actions.get_live_response_result(&action.id, step.index);
//!         result.file().save(format!("result-{}", step.index)).await?;
//!     }
//! }
//! # Ok(())
//! # }
//! ```

use http_core::{Error, ErrorKind, Id, Result};

use crate::lenient_json;
use crate::machine_actions::{
    LiveResponseCommandStatusCommandStatus as CommandStatus, LiveResponseScriptResult,
    MachineAction, MachineActionStatus, MachineActions,
};
use crate::machines::{LiveResponseCommand, LiveResponseCommandType, LiveResponseParam};

/// The largest result of a script that is read into memory, in bytes.
const LONGEST_RESULT: usize = 64 * 1024 * 1024;

impl LiveResponseCommand {
    /// Puts a file of the library onto the device. Leaves no result.
    pub fn put_file(file_name: impl Into<String>) -> Self {
        Self::of(
            LiveResponseCommandType::PutFile,
            [("FileName", file_name.into())],
        )
    }

    /// Runs a script of the library. The service ends it after ten minutes.
    pub fn run_script(script_name: impl Into<String>) -> Self {
        Self::of(
            LiveResponseCommandType::RunScript,
            [("ScriptName", script_name.into())],
        )
    }

    /// Runs a script of the library with arguments.
    pub fn run_script_with(script_name: impl Into<String>, arguments: impl Into<String>) -> Self {
        let params = [
            ("ScriptName", script_name.into()),
            ("Args", arguments.into()),
        ];
        Self::of(LiveResponseCommandType::RunScript, params)
    }

    /// Gets a file from the device, by its full path there.
    pub fn get_file(path: impl Into<String>) -> Self {
        Self::of(LiveResponseCommandType::GetFile, [("Path", path.into())])
    }

    /// A command with its parameters, under the names that the service expects.
    fn of<const N: usize>(kind: LiveResponseCommandType, params: [(&str, String); N]) -> Self {
        let param = |(key, value): (&str, String)| LiveResponseParam {
            key: Some(key.into()),
            value: Some(value),
            ..LiveResponseParam::default()
        };
        Self {
            r#type: Some(kind),
            params: params.into_iter().map(param).collect(),
            ..Self::default()
        }
    }
}

/// A command of a live response and its state. Made by [`MachineAction::steps`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LiveResponseStep {
    /// Position among the commands, from zero. The result is requested by this number.
    pub index: u32,
    /// The command as it was sent.
    pub command: LiveResponseCommand,
    /// The state when the action was read.
    pub state: LiveResponseStepState,
}

/// State of a command of a live response.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LiveResponseStepState {
    /// Not started, or running.
    Pending,
    /// Done; [`LiveResponseStep::has_result`] says whether it left a result.
    Completed,
    /// Failed, with the messages of the service. The commands after it are not run.
    Failed(Vec<String>),
    /// Not run, because the action ended first.
    Skipped,
    /// A state that the documents do not list.
    Other(String),
}

impl LiveResponseStep {
    /// Whether the command left a result to fetch. A `PutFile` leaves none.
    pub fn has_result(&self) -> bool {
        self.state == LiveResponseStepState::Completed
            && self.command.r#type != Some(LiveResponseCommandType::PutFile)
    }
}

impl MachineAction {
    /// The commands of a live response, in their order, each with its state. Empty for any other action. A command that
    /// was not run when the action ended is [skipped](LiveResponseStepState::Skipped).
    pub fn steps(&self) -> Vec<LiveResponseStep> {
        let over = self
            .status
            .as_ref()
            .is_some_and(MachineActionStatus::is_final);
        let steps = (0..).zip(&self.commands);
        let step = |(at, command): (u32, &crate::machine_actions::LiveResponseCommandStatus)| {
            let index = command.index.and_then(|index| u32::try_from(index).ok());
            LiveResponseStep {
                index: index.unwrap_or(at),
                command: command.command.clone().unwrap_or_default(),
                state: match &command.command_status {
                    Some(CommandStatus::Completed) => LiveResponseStepState::Completed,
                    Some(CommandStatus::Failed) => {
                        LiveResponseStepState::Failed(command.errors.clone())
                    }
                    Some(CommandStatus::Other(word)) => {
                        LiveResponseStepState::Other(word.to_string())
                    }
                    _ if over => LiveResponseStepState::Skipped,
                    _ => LiveResponseStepState::Pending,
                },
            }
        };
        steps.map(step).collect()
    }
}

impl MachineActions {
    /// The output of a script, decoded. Control characters that JSON does not allow, which results were seen with, are
    /// accepted. A result of more than 64 MiB is saved to disk with
    /// [`get_live_response_result`](Self::get_live_response_result) instead.
    ///
    /// # Errors
    /// Returns the errors of the link and of the download, and [`ErrorKind::Decode`] for a result that is not a
    /// script's, or larger than 64 MiB.
    pub async fn script_result(
        &self,
        action_id: impl Into<Id<MachineAction>>,
        index: u32,
    ) -> Result<LiveResponseScriptResult> {
        let mut file = self
            .get_live_response_result(action_id, index)
            .file()
            .open()
            .await?;
        let mut text = Vec::new();
        while let Some(chunk) = file.chunk().await {
            text.extend_from_slice(&chunk?);
            if text.len() > LONGEST_RESULT {
                let message = "the result is longer than 64 MiB";
                return Err(
                    Error::new(ErrorKind::Decode, message).with_hint("save it to disk instead")
                );
            }
        }
        lenient_json::from_slice(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_written_as_the_page_shows_them() {
        let command = LiveResponseCommand::run_script_with("minidump.ps1", "OfficeClickToRun");
        let expected = serde_json::json!({
            "type": "RunScript",
            "params": [{"key": "ScriptName", "value": "minidump.ps1"}, {"key": "Args", "value": "OfficeClickToRun"}],
        });
        assert_eq!(serde_json::to_value(command).unwrap(), expected);
    }

    #[test]
    fn what_comes_after_a_failed_command_is_skipped_once_the_action_is_over() {
        let action = |status: &str| -> MachineAction {
            serde_json::from_value(serde_json::json!({
                "id": "a", "status": status, "commands": [
                    {"index": 0, "commandStatus": "Completed", "command": {"type": "PutFile"}},
                    {"index": 1, "commandStatus": "Failed", "errors": ["no"], "command": {"type": "RunScript"}},
                    {"index": 2, "commandStatus": "Created", "command": {"type": "GetFile"}},
                ],
            }))
            .unwrap()
        };
        let states: Vec<_> = action("Failed")
            .steps()
            .into_iter()
            .map(|step| step.state)
            .collect();
        let failed = LiveResponseStepState::Failed(vec!["no".to_owned()]);
        assert_eq!(
            states,
            [
                LiveResponseStepState::Completed,
                failed,
                LiveResponseStepState::Skipped
            ]
        );
        assert_eq!(
            action("InProgress").steps()[2].state,
            LiveResponseStepState::Pending
        );
        assert!(
            !action("Failed")
                .steps()
                .iter()
                .any(LiveResponseStep::has_result)
        );
    }
}
