//! People of the organization: accounts of a domain that is synchronized with Entra ID.

use fastrand::Rng;

use super::words;
use crate::random::guid;
use crate::values::upper_first;

/// A person with one account.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// Account name without domain.
    pub(crate) account: String,
    /// NetBIOS name of the domain.
    pub(crate) domain: &'static str,
    /// Security identifier.
    pub(crate) sid: String,
    /// User principal name, which is also the mail address.
    pub(crate) upn: String,
    pub(crate) display_name: String,
    /// Object id in Entra ID.
    pub(crate) object_id: String,
    pub(crate) is_admin: bool,
}

/// Makes people with distinct accounts. Every 29th is an administrator.
pub(super) fn people(count: usize, rng: &mut Rng) -> Vec<Person> {
    (0..count)
        .map(|number| {
            let given = words::GIVEN[number % words::GIVEN.len()];
            let family = words::FAMILY[number / words::GIVEN.len() % words::FAMILY.len()];
            let round = number / (words::GIVEN.len() * words::FAMILY.len());
            let account = if round == 0 {
                format!("{given}.{family}")
            } else {
                format!("{given}.{family}{round}")
            };
            Person {
                upn: format!("{account}@contoso.com"),
                display_name: format!("{} {}", upper_first(given), upper_first(family)),
                account,
                domain: "CONTOSO",
                sid: format!(
                    "S-1-5-21-{}-{}-{}-{}",
                    rng.u32(1..),
                    rng.u32(1..),
                    rng.u32(1..),
                    1100 + number
                ),
                object_id: guid(rng),
                is_admin: number % 29 == 0,
            }
        })
        .collect()
}
