//! `EntityDefinitionInput`.

use crate::graph::alerts::EntityDefinitionInputEntityType;
use crate::graph::alerts::EntityDefinitionInputRole;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct EntityDefinitionInput {
        pub entity_type: Option<EntityDefinitionInputEntityType> = "entityType",
        pub entity_identifier: Option<String> = "entityIdentifier",
        pub identifier_value: Option<String> = "identifierValue",
        pub role: Option<EntityDefinitionInputRole> = "role",
    }
}
