//! `DeviceBaselineComplianceAssessmentKB` of advanced hunting.

use crate::hunting::DocumentedTable;

pub(super) const TABLE: DocumentedTable = DocumentedTable {
    name: "DeviceBaselineComplianceAssessmentKB",
    help: "The settings of security baselines, explained.",
    status: "preview",
    replaced_by: "",
    former: "",
    columns: "\
ConfigurationId string
ConfigurationName string
ConfigurationDescription string
ConfigurationRationale string
ConfigurationCategory string
BenchmarkProfileLevels dynamic
CCEReference string
RemediationOptions string
ConfigurationBenchmark string
ConfigurationBenchmarkVersion string
Source dynamic
RecommendedValue dynamic",
};
