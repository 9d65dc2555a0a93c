//! The budgets of tenants that are visited again and again.
//!
//! They grow with the number of tenants and not with the number of visits: a budget holds the calls of its window only.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use http_core::Throttle;

use crate::tenants::Tenant;

/// The budgets of each tenant, kept from one run to the next: the calls of the last one count against the limits of a service.
/// Clones share them.
#[derive(Clone, Debug, Default)]
pub struct Throttles(Arc<Mutex<HashMap<String, Throttle>>>);

impl Throttles {
    /// The budgets of a tenant. The first call makes them.
    pub fn of(&self, tenant: &Tenant) -> Throttle {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match kept.get(&tenant.id) {
            Some(throttle) => throttle.clone(),
            None => {
                let throttle = Throttle::new();
                kept.insert(tenant.id.clone(), throttle.clone());
                throttle
            }
        }
    }
}
