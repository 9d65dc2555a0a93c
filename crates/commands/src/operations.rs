//! `operations`: the command that prints the operations as records or as OpenAPI documents.

use clap::{Arg, Command};

use crate::options::valued;

/// Words filter and a search ranks, so only one of them may be given.
pub fn command() -> Command {
    Command::new("operations")
        .arg(
            Arg::new("words")
                .value_name("WORD")
                .num_args(0..=3)
                .help("Only operations whose command begins with these words"),
        )
        .arg(valued("search", "TEXT").conflicts_with("words").help(
            "Only operations that fit a description, best first: 'installed software of a device'",
        ))
        .args(documents())
}

/// The options of the documents. They exclude the words and the search, which choose records and not documents.
fn documents() -> [Arg; 2] {
    [
        valued("openapi", "PRODUCT")
            .num_args(0..=1)
            .conflicts_with_all(["words", "search"])
            .help("Print the OpenAPI document of a product, or a list of the documents of all"),
        valued("openapi-version", "VERSION")
            .value_parser(["3.1", "3.0"])
            .default_value("3.1")
            .help("Version of OpenAPI: 3.0 means 3.0.3, for generators that do not read 3.1"),
    ]
}
