//! Recognises a page that comes again.
//!
//! A service that ignores `$skip`, or whose link leads back, returns a page that was already
//! returned. Comparing whole pages would mean holding them, so a page is reduced to two hashes
//! while it passes: one over the exact text of all rows, one over a sample of rows without white
//! space, which also recognises a page in another layout.
//!
//! Two pages are alike if their row counts and samples agree, and either the exact hashes agree or
//! the layout differs. Rows without a key that are all equal (`[{"score":7}]`) may legitimately
//! come twice, so such pages are excluded.

use bytes::Bytes;
use rapidhash::v3::rapidhash_v3;

use super::RowBatch;
use crate::list::paging::key_of;

/// The fingerprint of a page that is being read.
///
/// Every row is hashed as it is. The rows number 1, 2, 4, 8, … and the last are also hashed without
/// white space.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fingerprint {
    rows: u64,
    /// Over the exact text of all rows.
    whole: u64,
    /// Over the sampled rows without white space.
    sample: u64,
    /// Hash of the first row.
    first: u64,
    /// The last row so far.
    last: Option<Bytes>,
    /// Whether two rows differ.
    is_varied: bool,
    /// Whether the first row has a key.
    is_keyed: bool,
}

/// The fingerprint of a whole page. See [`Fingerprint`] for the members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PagePrint {
    pub(crate) rows: u64,
    whole: u64,
    sample: u64,
    first: u64,
    is_varied: bool,
    /// Whether the rows have a key: two equal ones are then the same record.
    pub(crate) is_keyed: bool,
}

impl Fingerprint {
    /// Adds the rows of a batch with their hashes. `key` is the member that the operation names as
    /// the key; may be empty.
    pub(crate) fn add(&mut self, batch: &RowBatch, key: &'static str) {
        for (row, hash) in batch.iter().zip(batch.hashes()) {
            if self.rows == 0 {
                self.first = *hash;
                self.is_keyed = key_of(row, key).is_some();
            }
            self.is_varied |= *hash != self.first;
            self.whole = mix(self.whole, *hash);
            self.rows += 1;
            if self.rows.is_power_of_two() {
                self.sample = mix(self.sample, bare_hash(row));
            }
        }
        self.last = batch
            .get(batch.len().saturating_sub(1))
            .or(self.last.take());
    }

    /// Whether the rows have a key, judged by the first.
    pub(crate) fn is_keyed(&self) -> bool {
        self.is_keyed
    }

    /// The fingerprint of the rows added so far.
    pub(crate) fn of_page(&self) -> PagePrint {
        let last = self.last.as_deref().map_or(0, bare_hash);
        PagePrint {
            rows: self.rows,
            whole: self.whole,
            sample: mix(self.sample, last),
            first: self.first,
            is_varied: self.is_varied,
            is_keyed: self.is_keyed,
        }
    }
}

impl PagePrint {
    /// Whether both pages have the same rows in the same order, apart from white space.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        self.rows == other.rows
            && self.sample == other.sample
            && (self.whole == other.whole || self.first != other.first)
    }

    /// Whether an equal page may legitimately follow: its rows have no key and are all equal.
    pub(crate) fn may_come_twice(&self) -> bool {
        !self.is_keyed && !self.is_varied
    }

    /// A hash key that is equal for pages that are alike.
    pub(crate) fn group(&self) -> (u64, u64) {
        (self.rows, self.sample)
    }
}

/// A fast hash of a row. Not secure against an attacker: two rows constructed to collide end a list
/// with an error. Stable over machines and releases, so that stored values stay comparable.
#[inline]
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    rapidhash_v3(bytes)
}

/// The hash of a chain, extended by the next hash. Depends on the order.
pub(crate) fn mix(before: u64, next: u64) -> u64 {
    hash(
        (u128::from(before) << 64 | u128::from(next))
            .to_le_bytes()
            .as_slice(),
    )
}

/// The hash of a row without white space and control characters, inside strings too.
fn bare_hash(row: &[u8]) -> u64 {
    let bare: Vec<u8> = row.iter().copied().filter(|byte| *byte > b' ').collect();
    hash(&bare)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::rows::Splitter;

    fn print(rows: &str) -> PagePrint {
        let mut splitter = Splitter::new("value").hashing();
        let mut print = Fingerprint::default();
        // In two pieces: how rows arrive makes no difference.
        let (one, two) = rows.as_bytes().split_at(rows.len() / 2);
        for piece in [one, two] {
            let batch = splitter.feed(&Bytes::copy_from_slice(piece)).unwrap();
            if !batch.is_empty() {
                print.add(&batch, "");
            }
        }
        print.of_page()
    }

    #[test]
    fn the_same_rows_are_alike_whatever_their_white_space() {
        let page = print(r#"[{"id":"a","n":1},{"id":"b","n":2},{"id":"c","n":3}]"#);
        for same in [
            r#"[{"id":"a","n":1},{"id":"b","n":2},{"id":"c","n":3}]"#,
            r#"[ {"id": "a", "n": 1} , {"id": "b", "n": 2}, {"id":"c", "n":3} ]"#,
        ] {
            assert!(page.is_like(&print(same)), "{same}");
        }
        assert!(!page.may_come_twice());
    }

    #[test]
    fn pages_that_differ_in_any_row_are_not_alike() {
        const ROWS: usize = 150;
        let row = |n: usize| format!(r#"{{"id":"{n}","text":"{}"}}"#, "x".repeat(200));
        let page = |odd: Option<usize>| {
            let rows: Vec<_> = (0..ROWS)
                .map(|n| row(if Some(n) == odd { 999 } else { n }))
                .collect();
            print(&format!("[{}]", rows.join(",")))
        };
        assert!(page(None).is_like(&page(None)));
        for n in 0..ROWS {
            assert!(!page(None).is_like(&page(Some(n))), "row {n}");
        }
        let swapped = print(r#"[{"id":"b"},{"id":"a"}]"#);
        assert!(!print(r#"[{"id":"a"},{"id":"b"}]"#).is_like(&swapped));
    }

    #[test]
    fn equal_rows_without_a_key_may_come_twice_and_records_may_not() {
        assert!(print(r#"[{"score":7}]"#).may_come_twice());
        assert!(print(r#"[{"score":7},{"score":7}]"#).may_come_twice());
        assert!(!print(r#"[{"score":7},{"score":8}]"#).may_come_twice());
        assert!(!print(r#"[{"id":"a","score":7}]"#).may_come_twice());
    }
}
