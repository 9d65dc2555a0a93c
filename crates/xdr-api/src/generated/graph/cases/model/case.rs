//! `Case`.

use crate::graph::cases::ExposureCase;
use crate::graph::cases::GenericCase;
use crate::graph::cases::IncidentCase;

http_core::family! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-case.md`.
    pub enum Case {
        Generic(GenericCase) = "#microsoft.graph.security.caseManagement.genericCase",
        Exposure(ExposureCase) = "#microsoft.graph.security.caseManagement.exposureCase",
        Incident(IncidentCase) = "#microsoft.graph.security.caseManagement.incidentCase",
    }
}
