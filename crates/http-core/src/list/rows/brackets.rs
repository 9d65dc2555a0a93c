//! Brackets of JSON text that stand outside strings, found 64 bytes at a time.

use wide::u8x64;

/// How many bytes are looked at together: one bit each in a word.
const BLOCK: usize = 64;

/// Every second position, the first one not.
const ODD: u64 = 0xAAAA_AAAA_AAAA_AAAA;

/// An array or object that is being read: how deep the text stands in it, and what the last block left open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Nesting {
    depth: u32,
    /// All ones within a string, else zero.
    in_string: u64,
    /// One where a backslash applies to the byte that comes next, else zero.
    escaped: u64,
}

impl Nesting {
    /// Reads on, and tells where behind the bracket that closes the value the text goes on; `None` where it is not there
    /// yet. The first byte ever read is the opening bracket.
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

    /// The same for one block, of which so many bytes are text and the others zero.
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

    /// The bytes that a backslash applies to: those behind an odd number of them. After simdjson.
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

/// Where a byte stands, the first position in the lowest bit.
fn positions(bytes: u8x64, byte: u8) -> u64 {
    bytes.simd_eq(u8x64::splat(byte)).to_bitmask()
}

/// Each bit the parity of itself and all below it: of quotes, what lies between an opening and its closing one.
fn prefix_xor(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}
