//! `FormattedContentFormat`.

http_core::open_enum! {
    /// Formatted content format. An open set of words.
    pub enum FormattedContentFormat {
        Text = "text",
        Html = "html",
        Markdown = "markdown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
