//! The source of a tenant's records: its plan, and the facts made from it.

use std::sync::OnceLock;

use super::estate::Estate;
use super::plan::Plan;

/// Makes the records of one tenant. Shared by all stores of the tenant.
#[derive(Debug)]
pub(crate) struct Seeder {
    plan: Plan,
    /// Made on first use: an emulator that only issues tokens needs none.
    estate: OnceLock<Estate>,
}

impl Seeder {
    pub(crate) fn new(plan: Plan) -> Seeder {
        Seeder {
            plan,
            estate: OnceLock::new(),
        }
    }

    pub(crate) fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The facts that the records of all products are written from.
    pub(crate) fn estate(&self) -> &Estate {
        self.estate.get_or_init(|| Estate::new(&self.plan))
    }
}
