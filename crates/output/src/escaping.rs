//! A writer for the log of libraries.

use std::io::{self, Write};

use crate::escape_lines;

/// Escapes control characters in what is written, except for line breaks. For logs: a library may log text of a service, and a
/// terminal would act on it.
///
/// Each write is escaped on its own, so a character must not be split between two.
#[derive(Debug)]
pub struct Escaping<W>(pub W);

impl<W: Write> Write for Escaping<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        self.0.write_all(escape_lines(&text).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_log_cannot_act_on_a_terminal() {
        let mut lines = Escaping(Vec::new());
        lines
            .write_all("a\u{1b}]0;b\u{7}\u{9b}c\n".as_bytes())
            .unwrap();
        assert_eq!(lines.0, b"a\\u{1b}]0;b\\u{7}\\u{9b}c\n");
    }
}
