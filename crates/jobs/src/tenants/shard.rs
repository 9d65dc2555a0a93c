//! The part of the tenants that one of several machines works on.
//!
//! No machine knows of the others, and none has a list of who works where. Each computes for every tenant which shard wants it most
//! (rendezvous hashing), and all come to the same result. Lists of tenants that differ between the machines, such as one that is older,
//! disagree only about the tenants in which they differ.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::digest::{SHA256, digest};

use super::Tenant;

/// Most shards: a hash is computed for each shard and tenant.
const MOST: u32 = 4096;

/// One of `N` parts of the tenants, written `I/N`. `I` counts from 0.
///
/// A tenant belongs to the shard with the greatest weight, the lowest of equal ones. The weight is the first eight bytes, big end
/// first, of the SHA-256 of `ID/I` in ASCII: the id of the tenant in lower case, a slash, and the number of the shard. It is the same
/// on every machine and in every version. Where `N` grows by one, the tenants of the new shard move and no others: one of `N + 1`.
///
/// ```
/// use jobs::{Shard, Tenant};
///
/// let shards: Vec<Shard> = ["0/2", "1/2"].iter().map(|text| text.parse()).collect::<Result<_, _>>()?;
/// let tenant = Tenant::new("52eaad04-13a2-4a2f-9ce8-93a294fadf36")?;
/// assert_ne!(shards[0].has(&tenant.id), shards[1].has(&tenant.id));
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    index: u32,
    count: u32,
}

impl Shard {
    /// Whether the tenant with this id belongs to the shard.
    pub fn has(&self, id: &str) -> bool {
        let id = id.to_ascii_lowercase();
        // The last of equal maxima is chosen, so the lowest shard comes last.
        let owner = (0..self.count)
            .rev()
            .max_by_key(|index| weight(&id, *index));
        owner == Some(self.index)
    }

    /// The tenants that belong to the shard, in their order.
    pub fn of(&self, mut tenants: Vec<Tenant>) -> Vec<Tenant> {
        tenants.retain(|tenant| self.has(&tenant.id));
        tenants
    }
}

/// How much a shard wants a tenant.
fn weight(id: &str, index: u32) -> u64 {
    let hash = digest(&SHA256, format!("{id}/{index}").as_bytes());
    let bytes = hash.as_ref().iter().take(size_of::<u64>());
    bytes.fold(0, |weight, byte| weight << 8 | u64::from(*byte))
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("expected I/N, such as 0/4 for the first of four, not `{text}`");
        let (index, count) = text.split_once('/').ok_or_else(wrong)?;
        let number = |text: &str| match text.bytes().all(|byte| byte.is_ascii_digit()) {
            true => text.parse::<u32>().map_err(|_| wrong()),
            false => Err(wrong()),
        };
        let (index, count) = (number(index)?, number(count)?);
        if count > MOST {
            return Err(format!("there are at most {MOST} shards, not {count}"));
        }
        match index < count {
            true => Ok(Self { index, count }),
            false => Err(format!(
                "I counts from 0 and is less than N, unlike in `{text}`"
            )),
        }
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids() -> Vec<String> {
        (0..1000)
            .map(|number| format!("aaaaaaaa-0000-0000-0000-{number:012}"))
            .collect()
    }

    fn owner(id: &str, count: u32) -> u32 {
        let owns = |index: &u32| {
            Shard {
                index: *index,
                count,
            }
            .has(id)
        };
        let owners: Vec<u32> = (0..count).filter(owns).collect();
        assert_eq!(owners.len(), 1, "{id} has one owner");
        owners[0]
    }

    /// The numbers come from another implementation: `hashlib` of Python.
    #[test]
    fn the_owner_is_the_same_in_every_version() {
        let expected = [1, 2, 1, 0, 0, 3, 0, 1, 2, 0, 3, 1];
        let ids = ids();
        let owners: Vec<u32> = ids.iter().take(12).map(|id| owner(id, 4)).collect();
        assert_eq!(owners, expected);
        let upper = "52EAAD04-13A2-4A2F-9CE8-93A294FADF36";
        assert_eq!(owner(upper, 16), owner(&upper.to_ascii_lowercase(), 16));
    }

    #[test]
    fn a_further_shard_takes_its_part_and_moves_no_other_tenant() {
        let ids = ids();
        let moved: Vec<_> = ids
            .iter()
            .filter(|id| owner(id, 4) != owner(id, 5))
            .collect();
        assert!(moved.iter().all(|id| owner(id, 5) == 4));
        assert!((150..=250).contains(&moved.len()), "{}", moved.len());
    }

    #[test]
    fn what_is_no_shard_is_refused() {
        assert_eq!("3/4".parse(), Ok(Shard { index: 3, count: 4 }));
        for text in [
            "", "1", "4/4", "-1/4", "+1/4", "0/0", "a/b", "0/5000", "1/2/3", " 0/1",
        ] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
