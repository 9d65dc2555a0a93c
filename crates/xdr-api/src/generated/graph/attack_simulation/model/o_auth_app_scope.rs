//! `OAuthAppScope`.

http_core::open_enum! {
    /// An open set of words.
    pub enum OAuthAppScope {
        Unknown = "unknown",
        ReadCalendar = "readCalendar",
        ReadContact = "readContact",
        ReadMail = "readMail",
        ReadAllChat = "readAllChat",
        ReadAllFile = "readAllFile",
        ReadAndWriteMail = "readAndWriteMail",
        SendMail = "sendMail",
        UnknownFutureValue = "unknownFutureValue",
    }
}
