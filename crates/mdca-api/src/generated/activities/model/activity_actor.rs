//! `ActivityActor`.

http_core::entity! {
    /// Activity actor.
    ///
    /// Source: `observed`.
    pub struct ActivityActor {
        /// Id.
        pub id: Option<String> = "id",
        /// Saas id. A string here, an integer in eventObjects.
        pub saas_id: Option<String> = "saasId",
        /// Instance id. A string here.
        pub instance_id: Option<String> = "instanceId",
        /// Obj type. A string here.
        pub obj_type: Option<String> = "objType",
        /// Role. A string here.
        pub role: Option<String> = "role",
        /// Name.
        pub name: Option<String> = "name",
        /// Resolved.
        pub resolved: Option<bool> = "resolved",
        /// Governable.
        pub governable: Option<bool> = "governable",
        /// Tags.
        pub tags: Vec<String> = "tags",
    }
}
