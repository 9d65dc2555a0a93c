//! `FormattedContentFormat`.

http_core::open_enum! {
    /// An open set of words.
    pub enum FormattedContentFormat {
        Text = "text",
        Html = "html",
        Markdown = "markdown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
