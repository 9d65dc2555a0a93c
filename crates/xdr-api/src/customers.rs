//! The customers who have given this tenant, a partner's, delegated admin privileges.

use std::collections::HashMap;

use http_core::Result;

use crate::graph::delegated_admin_relationships::{
    DelegatedAdminRelationshipStatus, DelegatedAdminRelationships,
};

/// A customer of a partner, from one relationship or several.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Customer {
    /// Directory id of the customer's tenant.
    pub tenant_id: String,
    /// Name of the customer, as the relationship has it.
    pub name: Option<String>,
    /// Whether a relationship is active, so that users of the partner have access now.
    pub is_active: bool,
}

impl DelegatedAdminRelationships {
    /// The customers of all relationships, each once, in the order of the list. Relationships that no customer has approved
    /// yet are skipped.
    ///
    /// ```
    /// # use xdr_api::{Client, Result};
    /// # async fn run(client: Client) -> Result<()> {
    /// let customers = client.graph().delegated_admin_relationships().customers().await?;
    /// for customer in customers.iter().filter(|customer| customer.is_active) {
    ///     println!("{} {:?}", customer.tenant_id, customer.name);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Returns the errors of `graph.delegated_admin_relationships.list`.
    pub async fn customers(&self) -> Result<Vec<Customer>> {
        let mut items = self.list().items();
        let mut customers: Vec<Customer> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        while let Some(item) = items.next_item().await {
            let relationship = item?;
            let is_active = relationship.status == Some(DelegatedAdminRelationshipStatus::Active);
            let Some(customer) = relationship.customer else {
                continue;
            };
            let Some(tenant_id) = customer.tenant_id.filter(|id| !id.is_empty()) else {
                continue;
            };
            let place = *places
                .entry(tenant_id.to_ascii_lowercase())
                .or_insert(customers.len());
            match customers.get_mut(place) {
                Some(known) => known.is_active |= is_active,
                None => customers.push(Customer {
                    tenant_id,
                    name: customer.display_name,
                    is_active,
                }),
            }
        }
        Ok(customers)
    }
}
