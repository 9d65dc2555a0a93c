//! `ActivityEventObject`.

http_core::entity! {
    /// Activity event object.
    ///
    /// Source: `observed`.
    pub struct ActivityEventObject {
        /// Obj type. Codes not documented.
        pub obj_type: Option<i64> = "objType",
        /// Role. Codes not documented.
        pub role: Option<i64> = "role",
        /// Id. Absent on plain name/value objects.
        pub id: Option<String> = "id",
        /// Name.
        pub name: Option<String> = "name",
        /// Value.
        pub value: Option<String> = "value",
        /// Service object type.
        pub service_object_type: Option<String> = "serviceObjectType",
        /// Instance id.
        pub instance_id: Option<i64> = "instanceId",
        /// Saas id.
        pub saas_id: Option<i64> = "saasId",
        /// Resolved.
        pub resolved: Option<bool> = "resolved",
        /// Governable.
        pub governable: Option<bool> = "governable",
        /// Link. May be negative; refers to objects of the same person.
        pub link: Option<i64> = "link",
        /// Tags.
        pub tags: Vec<String> = "tags",
    }
}
