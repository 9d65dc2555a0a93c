//! What a builder ends in: the methods that send its request.

use serde_json::Value;

use super::action;
use super::table::{Operation, Product};

/// What a builder ends in.
pub(super) enum Answer {
    /// Rows of a type.
    Rows(String),
    /// One value of a type.
    One(String),
    /// A single value of a primitive type.
    Scalar(&'static str),
    /// The signed address of a file.
    Link,
    /// An object with the signed addresses of files, and the type of their rows.
    Files(String, String),
    /// A file.
    File,
    /// Nothing.
    Empty,
    /// Nothing but the address of the action, whose records are of a type.
    Located(String),
}

impl Answer {
    pub(super) fn of(product: &Product, operation: &Operation) -> Self {
        let entity = operation.answer("entity");
        let entity = if entity.is_empty() {
            "Value".to_owned()
        } else {
            entity
        };
        let shown = action::shown_by(product, operation);
        match operation.answer("kind").as_str() {
            "collection" => Self::Rows(entity),
            "entity" | "object" => Self::One(entity),
            "scalar" if operation.answer("type") == "int64" => Self::Scalar("i64"),
            "scalar" => Self::Scalar("String"),
            "link" => Self::Link,
            "files" => Self::Files(entity, operation.answer("row")),
            "file" => Self::File,
            _ => shown.map_or(Self::Empty, |by| Self::Located(by.answer("entity"))),
        }
    }

    pub(super) fn ends(&self, operation: &Operation) -> String {
        let client = if operation.text("host") == "absolute_url" {
            "self.client.anonymous()"
        } else {
            "self.client"
        };
        let send = |what: &str, answer: &str, call: &str| send(client, what, answer, call);
        match self {
            Self::Rows(item) if has_verdicts(operation) => {
                outcome(&format!("Vec<{item}>"), "send_outcome_rows")
            }
            Self::One(item) if has_verdicts(operation) => outcome(item, "send_outcome"),
            Self::Rows(item) => list_ends(client, item),
            Self::One(item) => {
                let sent = send("Sends the request and decodes the answer.", item, "send");
                if action::is_followed(operation) {
                    sent + &begin_ends(item, &operation.value["action"])
                } else if operation.id.ends_with("hunting.run") {
                    sent + TABLE_END
                } else {
                    sent
                }
            }
            Self::Link => link_ends(),
            Self::Files(item, of_file) => {
                let sent = send(
                    "Sends the request and decodes the answer: addresses that are secrets while they last.",
                    item,
                    "send",
                );
                sent + &files_ends(of_file)
            }
            Self::Scalar(item) => send(
                "Sends the request and gives the single value of the answer.",
                item,
                "send_scalar",
            ),
            Self::File => send(
                "Sends the request and gives the answer with its body as it came.",
                "Response",
                "send_response",
            ),
            Self::Empty => send(NOTHING, "()", "send_empty"),
            Self::Located(item) => {
                let sent = send(NOTHING, "()", "send_empty");
                sent + &begin_ends(item, &operation.value["action"])
            }
        }
    }
}

const NOTHING: &str = "Sends the request; the answer holds nothing.";

/// The method that sends the request and takes the answer as one.
fn send(client: &str, what: &str, answer: &str, call: &str) -> String {
    format!(
        "/// {what}\n///\n/// # Errors\n/// See [`ErrorKind`](http_core::ErrorKind).\n\
         pub async fn send(self) -> Result<{answer}> {{\n{client}.{call}(self.request).await\n}}\n"
    )
}

/// The streams of a list: what they give, their method and type, and the call that makes one of the rows.
const STREAMS: [(&str, &str, &str, &str); 3] = [
    ("All pages, one at a time.", "pages", "Pager", "into_pager"),
    (
        "All items, one at a time, decoded as they are taken.",
        "items",
        "Items",
        "into_items",
    ),
    (
        "All items as their own bytes.",
        "raw_items",
        "RawItems",
        "into_raw_items",
    ),
];

/// The ends of a builder whose answer is a list.
fn list_ends(client: &str, item: &str) -> String {
    let page = format!("Page<{item}>");
    let mut ends = RESUME.to_owned();
    ends += &send(
        client,
        "Sends the request and decodes the first page.",
        &page,
        "page",
    );
    for (doc, name, stream, call) in STREAMS {
        ends += &format!(
            "\n/// {doc}\npub fn {name}(self) -> {stream}<{item}> {{\n{client}.rows(self.request).{call}()\n}}\n"
        );
    }
    ends + &format!(
        "\n/// All rows in batches, as their own bytes: the fastest way to pass a list on.\n\
         pub fn rows(self) -> Rows {{\n{client}.rows(self.request)\n}}\n"
    )
}

/// The way of a list's builder to begin elsewhere than on the first page.
const RESUME: &str = "/// Begins where another reading of the list stopped: on the page after the continuation's.\n\
     pub fn resume(mut self, continuation: &Continuation) -> Self {\n\
     self.request = self.request.resume(continuation);\nself\n}\n\n";

/// Whether an answer of success may say that a part failed.
pub(super) fn has_verdicts(operation: &Operation) -> bool {
    !operation.value["verdicts"].is_null()
}

/// The end of a builder of a change whose items can fail one by one.
fn outcome(answer: &str, call: &str) -> String {
    format!(
        "/// Sends the request and decodes the answer; what failed stands beside it.\n///\n/// # Errors\n\
         /// See [`ErrorKind`](http_core::ErrorKind). Items that failed are no error of this call.\n\
         pub async fn send(self) -> Result<Outcome<{answer}>> {{\nself.client.{call}(self.request).await\n}}\n"
    )
}

/// The end of a builder whose answer is an object with a list of any length.
const TABLE_END: &str = "\n/// The rows of the answer as their own bytes, handed on while it arrives, in constant memory.\n\
     pub fn rows(self) -> TableRows {\nself.client.table_rows(self.request, \"results\")\n}\n";

/// The ends of a builder that starts an action.
fn begin_ends(item: &str, spec: &Value) -> String {
    let begun = begin(item, !spec.is_null());
    match spec["reusable"] {
        Value::Bool(false) => begun + &begin_when_free(item),
        _ => begun,
    }
}

/// The end of a builder that starts an action.
fn begin(item: &str, is_found_again: bool) -> String {
    let once = if is_found_again {
        "Starts the action, or returns the same one of the target that is open already. The request is sent once at \
         most;\n/// where its outcome is unknown, the action is looked for."
    } else {
        "Starts the action."
    };
    format!(
        "\n/// {once}\n/// [`wait`](Started::wait) follows it to its end.\n///\n/// # Errors\n\
         /// See [`Client::begin`](http_core::Client::begin).\n\
         pub async fn begin(self) -> Result<Started<{item}>> {{\nself.client.begin(self.request).await\n}}\n"
    )
}

/// The end of a builder that starts an action on a target that takes one at a time.
fn begin_when_free(item: &str) -> String {
    format!(
        "\n/// Starts the action as soon as its target is free: it takes one at a time and refuses the others. Tries for as \
         long as `within`;\n/// [`Duration::MAX`](std::time::Duration::MAX) is no limit.\n///\n/// # Errors\n\
         /// See [`Client::begin_when_free`](http_core::Client::begin_when_free).\n\
         pub async fn begin_when_free(self, within: std::time::Duration) -> Result<Started<{item}>> {{\n\
         self.client.begin_when_free(self.request, within).await\n}}\n"
    )
}

/// The ends of a builder whose answer is a file's address.
fn link_ends() -> String {
    "/// Sends the request and gives the address: a secret while it lasts.\n///\n/// # Errors\n\
     /// See [`ErrorKind`](http_core::ErrorKind).\n\
     pub async fn send(self) -> Result<String> {\nself.client.linked(self.request).link().await\n}\n\n\
     /// The file itself, to be read as it comes or saved to disk.\n\
     pub fn file(self) -> Linked {\nself.client.linked(self.request)\n}\n"
        .to_owned()
}

/// The ends of a builder whose answer names files with rows.
fn files_ends(item: &str) -> String {
    format!(
        "\n/// The rows of all files as their own bytes, with what is known of the snapshot.\n\
         pub fn rows(self) -> FileRows {{\nself.client.file_rows(self.request)\n}}\n\
         \n/// The rows of all files, decoded as they are taken.\n\
         pub fn items(self) -> Items<{item}> {{\nself.rows().into_items()\n}}\n\
         \n/// The rows of all files as their own bytes, for records of a type.\n\
         pub fn raw_items(self) -> RawItems<{item}> {{\nself.rows().into_raw_items()\n}}\n"
    )
}
