//! `TrainingAssignedTo`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TrainingAssignedTo {
        None = "none",
        AllUsers = "allUsers",
        ClickedPayload = "clickedPayload",
        Compromised = "compromised",
        ReportedPhish = "reportedPhish",
        ReadButNotClicked = "readButNotClicked",
        DidNothing = "didNothing",
        UnknownFutureValue = "unknownFutureValue",
    }
}
