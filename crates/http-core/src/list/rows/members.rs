//! Copies the object around a list without the list's elements.
//!
//! The members beside the rows (`@odata.nextLink`, `@odata.count`, `Schema`) can stand before and
//! after the list. They are small, so they are collected byte by byte as text, with `[]` in place
//! of the list, and parsed once at the end. The scanner only tracks depth and strings; whether the
//! text is JSON is checked when it is parsed.

/// The members beside the list, and the state of their scanner.
#[derive(Default)]
pub(super) struct Members {
    /// The text so far, with `[]` in place of the list.
    pub(super) text: Vec<u8>,
    /// Offset of the list in the text.
    pub(super) list_at: Option<usize>,
    /// Whether the name of the list is compared without case.
    pub(super) any_case: bool,
    /// Open brackets.
    depth: u32,
    in_string: bool,
    /// The next byte is escaped by a backslash.
    escaped: bool,
    /// The current string is the name of a member of the outermost object.
    in_name: bool,
    /// Offset of that name in the text.
    name_from: usize,
    /// The next string at depth 1 is a name.
    name_expected: bool,
    /// The next value is that of the list's member.
    list_next: bool,
    /// The last name was that of the list.
    name_is_list: bool,
}

/// The result of one byte.
pub(super) enum Step {
    /// Inside the object.
    On,
    /// The list has begun.
    List,
    /// The object has ended.
    End,
    /// JSON does not allow this byte here.
    Wrong,
}

impl Members {
    /// Starts with the opening bracket.
    pub(super) fn begin(&mut self) {
        self.depth = 1;
        self.name_expected = true;
        self.text.push(b'{');
    }

    /// Takes the next byte. `list` is the name of the list's member.
    ///
    /// A list that is null or not an array is copied like any other value.
    pub(super) fn step(&mut self, byte: u8, list: &[u8]) -> Step {
        if self.in_string {
            self.text.push(byte);
            self.string_byte(byte, list);
            return Step::On;
        }
        let is_blank = matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        if byte < b' ' && !is_blank {
            return Step::Wrong;
        }
        if self.list_next && !is_blank {
            self.list_next = false;
            if byte == b'[' {
                self.list_at = Some(self.text.len());
                self.text.extend_from_slice(b"[]");
                return Step::List;
            }
        }
        self.text.push(byte);
        match byte {
            b'"' => {
                self.in_string = true;
                self.in_name = self.depth == 1 && self.name_expected;
                self.name_from = self.text.len();
            }
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth -= 1;
                if self.depth == 0 {
                    return Step::End;
                }
            }
            b',' if self.depth == 1 => self.name_expected = true,
            b':' if self.depth == 1 => self.list_next = std::mem::take(&mut self.name_is_list),
            _ => {}
        }
        Step::On
    }

    /// Takes a byte inside a string. At the end of a name, notes whether it is that of the list.
    fn string_byte(&mut self, byte: u8, list: &[u8]) {
        if self.escaped {
            self.escaped = false;
        } else if byte == b'\\' {
            self.escaped = true;
        } else if byte == b'"' {
            self.in_string = false;
            if self.in_name {
                self.in_name = false;
                self.name_expected = false;
                let name = &self.text[self.name_from..self.text.len() - 1];
                // The rows of a second list of this name would be mixed with those of the first.
                let is_first = self.list_at.is_none();
                self.name_is_list = is_first
                    && if self.any_case {
                        name.eq_ignore_ascii_case(list)
                    } else {
                        name == list
                    };
            }
        }
    }
}
