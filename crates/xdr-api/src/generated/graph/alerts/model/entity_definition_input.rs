//! `EntityDefinitionInput`.

use crate::graph::alerts::EntityDefinitionInputEntityType;
use crate::graph::alerts::EntityDefinitionInputRole;

http_core::entity! {
    /// Entity definition input.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct EntityDefinitionInput {
        /// Entity type.
        pub entity_type: Option<EntityDefinitionInputEntityType> = "entityType",
        /// Entity identifier.
        pub entity_identifier: Option<String> = "entityIdentifier",
        /// Identifier value.
        pub identifier_value: Option<String> = "identifierValue",
        /// Role.
        pub role: Option<EntityDefinitionInputRole> = "role",
    }
}
