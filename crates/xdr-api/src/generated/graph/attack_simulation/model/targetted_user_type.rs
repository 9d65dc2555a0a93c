//! `TargettedUserType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TargettedUserType {
        Unknown = "unknown",
        Clicked = "clicked",
        Compromised = "compromised",
        AllUsers = "allUsers",
        UnknownFutureValue = "unknownFutureValue",
    }
}
