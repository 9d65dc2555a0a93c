//! `CaseFieldDefinition`.

use crate::graph::cases::CaseDateTimeField;
use crate::graph::cases::CaseNumberField;
use crate::graph::cases::CaseOptionsField;
use crate::graph::cases::CaseStringField;

http_core::family! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-customfielddefinition.md`.
    pub enum CaseFieldDefinition {
        CaseStringField(CaseStringField) = "#microsoft.graph.security.caseManagement.stringCustomFieldDefinition",
        CaseNumberField(CaseNumberField) = "#microsoft.graph.security.caseManagement.numberCustomFieldDefinition",
        CaseDateTimeField(CaseDateTimeField) = "#microsoft.graph.security.caseManagement.dateTimeCustomFieldDefinition",
        CaseOptionsField(CaseOptionsField) = "#microsoft.graph.security.caseManagement.optionsCustomFieldDefinition",
    }
}
