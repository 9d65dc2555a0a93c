//! Faults of a server.

use super::bytes::http_date;
use super::random::Random;
use super::subject::Kind;

/// One fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The connection breaks.
    Reset(Moment),
    /// The connection ends normally.
    Close(Moment),
    /// Nothing more is sent, and the connection stays open.
    Stall(Moment),
    /// A blank now and then, endlessly.
    Drip,
    /// A compressed body that is invalid or truncated.
    Gzip(Gzip),
    Status(u16, Delay),
    /// 401 with a claims challenge.
    Claims,
    Redirect(u16),
    /// A body that is not a page, with status 200.
    Body(&'static str),
    /// Raw bytes inside the text of a row.
    Text(&'static [u8]),
    /// The rows of the previous page.
    Repeat,
    /// The rows of the page in reverse order.
    Reverse,
    /// A wrong next link.
    Link(Link),
    /// A wrong value in place of the rows.
    Rows(&'static str),
    /// Pages without rows, each with a link to the next.
    Empty,
}

/// When a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    BeforeHeaders,
    AfterHeaders,
    InRow,
    /// Before the last chunk of a chunked body.
    BeforeEnd,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gzip {
    Cut,
    NoTrailer,
    WrongSum,
    Plain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// To its own page.
    Itself,
    /// To another server, in one of several forms.
    Foreign(usize),
    /// Missing on a full page although there are more rows.
    Missing,
    /// Bytes that are not text.
    NoText(&'static str),
    /// An empty value in another form, on the last page.
    Nothing(&'static str),
}

/// The value of `Retry-After`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delay {
    None,
    Text(&'static str),
    /// A date, this many seconds from now.
    Date(i64),
}

impl Delay {
    pub(crate) fn header(self) -> String {
        match self {
            Self::None => String::new(),
            Self::Text(text) => format!("retry-after: {text}\r\n"),
            Self::Date(seconds) => format!("retry-after: {}\r\n", http_date(seconds)),
        }
    }

    /// Whether a client should wait this long.
    fn is_short(self) -> bool {
        match self {
            Self::None => true,
            Self::Text(text) => !["99999999999999999999", "86400"].contains(&text),
            Self::Date(seconds) => seconds < 10,
        }
    }
}

const DELAYS: [Delay; 12] = [
    Delay::None,
    Delay::Text("0"),
    Delay::Text("0"),
    Delay::Text("1"),
    Delay::Text("0.1"),
    Delay::Text("-5"),
    Delay::Text("soon"),
    Delay::Text("99999999999999999999"),
    Delay::Text("86400"),
    Delay::Date(-3600),
    Delay::Date(1),
    Delay::Date(2_300_000_000),
];

const STATUSES: [u16; 6] = [429, 429, 503, 500, 502, 504];

/// Bodies with status 200 that are not a page.
const BODIES: [&str; 12] = [
    "<!DOCTYPE html><html><title>Sign in to the proxy\u{1b}]0;pwned\u{7}</title></html>",
    "",
    "null",
    "3",
    "\"value\"",
    "[",
    "{\"value\":",
    "{\"value\":[,]}",
    "{\"value\":[{",
    "{\"value\":[NaN]}",
    "{\"value\":[nulltrue]}",
    "{\"value\":[{\"a\":[1}]}]}",
];

const TEXTS: [&[u8]; 6] = [
    b"\x1b[2J",
    b"\x00",
    b"\xff\xfe",
    b"\n",
    b"\xc3",
    b"\\u001b[2J",
];

const ROWS: [&str; 5] = ["null", "", "{}", "\"none\"", "7"];

/// A fault of a page, at random.
pub(crate) fn of_page(random: &mut Random) -> Fault {
    const MOMENTS: [Moment; 4] = [
        Moment::BeforeHeaders,
        Moment::AfterHeaders,
        Moment::InRow,
        Moment::BeforeEnd,
    ];
    match random.below(100) {
        0..12 => Fault::Reset(random.pick(&MOMENTS)),
        12..20 => Fault::Close(random.pick(&MOMENTS)),
        20..25 => Fault::Stall(random.pick(&MOMENTS)),
        25..27 => Fault::Drip,
        27..32 => {
            Fault::Gzip(random.pick(&[Gzip::Cut, Gzip::NoTrailer, Gzip::WrongSum, Gzip::Plain]))
        }
        32..52 => Fault::Status(random.pick(&STATUSES), random.pick(&DELAYS)),
        52..58 => Fault::Status(random.pick(&[401, 403, 404, 400]), Delay::None),
        58..60 => Fault::Claims,
        60..62 => Fault::Redirect(random.pick(&[301, 302, 303, 307, 308])),
        62..68 => Fault::Body(random.pick(&BODIES)),
        68..75 => Fault::Text(random.pick(&TEXTS)),
        75..80 => Fault::Repeat,
        80..82 => Fault::Reverse,
        82..95 => Fault::Link(link(random)),
        95..99 => Fault::Rows(random.pick(&ROWS)),
        _ => Fault::Empty,
    }
}

fn link(random: &mut Random) -> Link {
    match random.below(10) {
        0..3 => Link::Itself,
        3..6 => Link::Foreign(random.below(FOREIGN.len())),
        6 => Link::Missing,
        7 => Link::NoText(random.pick(&["7", "true", "{}", "[\"x\"]"])),
        _ => Link::Nothing(random.pick(&["null", "\"\""])),
    }
}

/// Forms of an address of another server: `HERE` is the right one's host and port, `THERE` the other's.
pub(crate) const FOREIGN: [&str; 9] = [
    "http://THERE/api/x",
    "//THERE/api/x",
    "http://HERE@THERE/api/x",
    "http:\\\\\\\\THERE\\\\api",
    "\\t//THERE/api/x",
    "http://THERE#@HERE/",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "http://THERE./api/x",
];

/// A fault of the token endpoint, at random.
pub(crate) fn of_token(random: &mut Random) -> Fault {
    match random.below(10) {
        0 => Fault::Reset(Moment::BeforeHeaders),
        1 => Fault::Stall(Moment::BeforeHeaders),
        2 => Fault::Close(Moment::InRow),
        3..7 => Fault::Status(random.pick(&STATUSES), random.pick(&DELAYS)),
        7 => Fault::Redirect(302),
        _ => Fault::Body(random.pick(&BODIES)),
    }
}

/// Faults between a change and its answer that leave its outcome unknown.
pub(crate) fn ambiguous(random: &mut Random) -> Fault {
    match random.below(10) {
        0 => Fault::Reset(Moment::BeforeHeaders),
        1 => Fault::Reset(Moment::AfterHeaders),
        2 => Fault::Close(Moment::BeforeHeaders),
        3 => Fault::Close(Moment::InRow),
        4 => Fault::Stall(Moment::BeforeHeaders),
        5 => Fault::Body(BODIES[0]),
        6 => Fault::Body("[1}"),
        _ => Fault::Status(random.pick(&[500, 502, 504]), Delay::None),
    }
}

/// Transient faults: one retry is enough.
pub(crate) const PASSING: [Fault; 7] = [
    Fault::Reset(Moment::BeforeHeaders),
    Fault::Status(503, Delay::Text("0")),
    Fault::Status(500, Delay::None),
    Fault::Close(Moment::BeforeHeaders),
    Fault::Status(429, Delay::Text("1")),
    Fault::Status(502, Delay::None),
    Fault::Status(504, Delay::None),
];

impl Fault {
    /// Whether requesting the same page again is enough, because none of its rows was sent.
    pub(crate) fn is_passing(self) -> bool {
        match self {
            Self::Reset(moment) | Self::Close(moment) => moment == Moment::BeforeHeaders,
            Self::Status(status, delay) => STATUSES.contains(&status) && delay.is_short(),
            _ => false,
        }
    }

    /// Whether a list with this kind of paging is complete in spite of the fault.
    pub(crate) fn is_harmless(self, kind: Kind) -> bool {
        match self {
            // Such a list requests an order and relies on it.
            Self::Reverse => kind != Kind::Boundary,
            Self::Link(link) => matches!(link, Link::Nothing(_)),
            _ => false,
        }
    }

    /// Whether the server asks for time. A client may then wait for minutes.
    pub(crate) fn asks_for_time(self) -> bool {
        matches!(self, Self::Status(429 | 503, _))
    }

    /// Whether a file with this fault on each request is unavailable, which takes time to find out.
    pub(crate) fn keeps_a_file_away(self) -> bool {
        match self {
            Self::Reset(_) | Self::Close(_) | Self::Stall(_) | Self::Drip => true,
            Self::Status(status, _) => STATUSES.contains(&status),
            _ => false,
        }
    }

    /// Whether rows may arrive in another order.
    pub(crate) fn reorders(self) -> bool {
        self == Self::Reverse
    }
}
