//! The object around a list, copied without the list's elements.

/// The members beside the list.
#[derive(Default)]
pub(super) struct Members {
    pub(super) text: Vec<u8>,
    /// Where in the text the list stood, which is left empty there.
    pub(super) list_at: Option<usize>,
    /// The list's name in whatever case.
    pub(super) any_case: bool,
    depth: u32,
    in_string: bool,
    escaped: bool,
    /// The string being read is a member's name of the outermost object.
    in_name: bool,
    name_from: usize,
    name_expected: bool,
    /// The member whose value comes next is the list.
    list_next: bool,
    name_is_list: bool,
}

/// Where a byte has led.
pub(super) enum Step {
    On,
    List,
    End,
    /// No JSON has this byte here.
    Wrong,
}

impl Members {
    /// Begins with the opening bracket.
    pub(super) fn begin(&mut self) {
        self.depth = 1;
        self.name_expected = true;
        self.text.push(b'{');
    }

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
                // A second list of the name would mix its rows with those of the first.
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
