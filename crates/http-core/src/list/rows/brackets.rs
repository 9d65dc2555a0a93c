//! Finds the bracket that closes a JSON value, 64 bytes at a time.
//!
//! Rows have hundreds of bytes and more, and only their end is needed, so a byte-by-byte scan would
//! dominate the cost of reading. Each block of 64 bytes is compared with the structural characters
//! at once, which yields bit masks; quotes and escapes are resolved with arithmetic on the masks
//! (the method of simdjson, Langdale and Lemire 2019). The state between blocks is a depth and two
//! bits, so a value may be cut anywhere.

use wide::u8x64;

/// Bytes per block: one per bit of a word.
const BLOCK: usize = 64;

/// Every second bit, without the first.
const ODD: u64 = 0xAAAA_AAAA_AAAA_AAAA;

/// An array or object that is being read: its depth, and what the last block left open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Nesting {
    /// Open brackets.
    depth: u32,
    /// All ones inside a string, otherwise zero.
    in_string: u64,
    /// One if a backslash escapes the next byte, otherwise zero.
    escaped: u64,
}

impl Nesting {
    /// Reads on and returns the offset after the bracket that closes the value. `None` if it is not
    /// in this text. The first byte ever read must be the opening bracket.
    pub(super) fn end(&mut self, text: &[u8]) -> Option<usize> {
        let (blocks, rest) = text.as_chunks::<BLOCK>();
        for (block, at) in blocks.iter().zip((0..).step_by(BLOCK)) {
            if let Some(end) = self.end_in(block, BLOCK) {
                return Some(at + end);
            }
        }
        if rest.is_empty() {
            return None;
        }
        let mut padded = [0; BLOCK];
        padded[..rest.len()].copy_from_slice(rest);
        let end = self.end_in(&padded, rest.len())?;
        Some(text.len() - rest.len() + end)
    }

    /// The same for one block with `length` bytes of text; the others are zero.
    fn end_in(&mut self, block: &[u8; BLOCK], length: usize) -> Option<usize> {
        let bytes = u8x64::new(*block);
        let quotes = positions(bytes, b'"');
        let backslashes = positions(bytes, b'\\');
        // Square and curly brackets differ in this bit alone.
        let folded = bytes | u8x64::splat(0x20);
        let (opening, closing) = (positions(folded, b'{'), positions(folded, b'}'));

        let escaped = self.escaped_in(backslashes, length);
        let strings = prefix_xor(quotes & !escaped) ^ self.in_string;
        self.in_string = 0_u64.wrapping_sub(strings >> 63);
        self.close(opening & !strings, closing & !strings)
    }

    /// Walks over the brackets outside strings, from the lowest bit, until the depth is zero.
    fn close(&mut self, opening: u64, closing: u64) -> Option<usize> {
        let mut brackets = opening | closing;
        while brackets != 0 {
            let lowest = brackets & brackets.wrapping_neg();
            if opening & lowest != 0 {
                self.depth += 1;
            } else {
                self.depth -= 1;
                if self.depth == 0 {
                    return Some(lowest.trailing_zeros() as usize + 1);
                }
            }
            brackets ^= lowest;
        }
        None
    }

    /// The bytes that a backslash escapes: those after an odd number of backslashes. After
    /// simdjson.
    fn escaped_in(&mut self, backslashes: u64, length: usize) -> u64 {
        if backslashes == 0 {
            return std::mem::take(&mut self.escaped);
        }
        let active = backslashes & !self.escaped;
        let behind = active << 1;
        let odd = (behind | ODD).wrapping_sub(active) ^ ODD;
        let escaped = odd ^ (backslashes | self.escaped);
        self.escaped = (odd & backslashes) >> (length - 1) & 1;
        escaped
    }
}

/// Positions of a byte in a block; the first byte is the lowest bit.
fn positions(bytes: u8x64, byte: u8) -> u64 {
    bytes.simd_eq(u8x64::splat(byte)).to_bitmask()
}

/// Each bit becomes the parity of itself and all lower ones. Applied to quotes, it marks the inside
/// of strings.
fn prefix_xor(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}
