//! Operations and types of entities.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetEntity`] | `GET /api/v1/entities/{entity_pk}/` | `investigation.read` |
//! | [`GetEntityTree`] | `GET /api/v1/entities/{entity_pk}/retrieve_tree/` | `investigation.read` |
//! | [`ListEntities`] | `GET /api/v1/entities/` | `investigation.read` |
//! | [`QueryEntities`] | `POST /api/v1/entities/` | `investigation.read` |

mod get;
mod get_tree;
mod list;
mod model;
mod query;

use http_core::Client;

pub use get::{GET, GetEntity};
pub use get_tree::{GET_TREE, GetEntityTree};
pub use list::{LIST, ListEntities};
pub use model::{Entity, EntityAppData, EntityFilters, EntityGroup, EntityPage, GovernanceAction};
pub use query::{QUERY, QueryEntities};

/// The operations of entities; each method begins a request.
#[derive(Clone, Debug)]
pub struct Entities {
    pub(crate) client: Client,
}

impl Entities {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one user or account. See [`GetEntity`].
    pub fn get(&self, entity_pk: impl Into<String>) -> GetEntity {
        GetEntity::new(&self.client, entity_pk)
    }

    /// Get a user with its accounts, or the relatives of an account. See [`GetEntityTree`].
    pub fn get_tree(&self, entity_pk: impl Into<String>) -> GetEntityTree {
        GetEntityTree::new(&self.client, entity_pk)
    }

    /// List users and accounts, with filters in the query. See [`ListEntities`].
    pub fn list(&self) -> ListEntities {
        ListEntities::new(&self.client)
    }

    /// List users and accounts, with filters in the body. See [`QueryEntities`].
    pub fn query(&self) -> QueryEntities {
        QueryEntities::new(&self.client)
    }
}
