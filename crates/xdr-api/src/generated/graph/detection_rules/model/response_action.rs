//! `ResponseAction`.

use crate::graph::detection_rules::AllowFileResponseAction;
use crate::graph::detection_rules::BlockFileResponseAction;
use crate::graph::detection_rules::CollectInvestigationPackageResponseAction;
use crate::graph::detection_rules::DisableUserResponseAction;
use crate::graph::detection_rules::ForceUserPasswordResetResponseAction;
use crate::graph::detection_rules::HardDeleteResponseAction;
use crate::graph::detection_rules::InitiateInvestigationResponseAction;
use crate::graph::detection_rules::IsolateDeviceResponseAction;
use crate::graph::detection_rules::MarkUserAsCompromisedResponseAction;
use crate::graph::detection_rules::MoveToDeletedItemsResponseAction;
use crate::graph::detection_rules::MoveToInboxResponseAction;
use crate::graph::detection_rules::MoveToJunkResponseAction;
use crate::graph::detection_rules::RestrictAppExecutionResponseAction;
use crate::graph::detection_rules::RunAntivirusScanResponseAction;
use crate::graph::detection_rules::SoftDeleteResponseAction;
use crate::graph::detection_rules::StopAndQuarantineFileResponseAction;

http_core::family! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub enum ResponseAction {
        AllowFileResponse(AllowFileResponseAction) = "#microsoft.graph.security.allowFileResponseAction",
        BlockFileResponse(BlockFileResponseAction) = "#microsoft.graph.security.blockFileResponseAction",
        CollectInvestigationPackageResponse(CollectInvestigationPackageResponseAction) = "#microsoft.graph.security.collectInvestigationPackageResponseAction",
        DisableUserResponse(DisableUserResponseAction) = "#microsoft.graph.security.disableUserResponseAction",
        ForceUserPasswordResetResponse(ForceUserPasswordResetResponseAction) = "#microsoft.graph.security.forceUserPasswordResetResponseAction",
        HardDeleteResponse(HardDeleteResponseAction) = "#microsoft.graph.security.hardDeleteResponseAction",
        InitiateInvestigationResponse(InitiateInvestigationResponseAction) = "#microsoft.graph.security.initiateInvestigationResponseAction",
        IsolateDeviceResponse(IsolateDeviceResponseAction) = "#microsoft.graph.security.isolateDeviceResponseAction",
        MarkUserAsCompromisedResponse(MarkUserAsCompromisedResponseAction) = "#microsoft.graph.security.markUserAsCompromisedResponseAction",
        MoveToDeletedItemsResponse(MoveToDeletedItemsResponseAction) = "#microsoft.graph.security.moveToDeletedItemsResponseAction",
        MoveToInboxResponse(MoveToInboxResponseAction) = "#microsoft.graph.security.moveToInboxResponseAction",
        MoveToJunkResponse(MoveToJunkResponseAction) = "#microsoft.graph.security.moveToJunkResponseAction",
        RestrictAppExecutionResponse(RestrictAppExecutionResponseAction) = "#microsoft.graph.security.restrictAppExecutionResponseAction",
        RunAntivirusScanResponse(RunAntivirusScanResponseAction) = "#microsoft.graph.security.runAntivirusScanResponseAction",
        SoftDeleteResponse(SoftDeleteResponseAction) = "#microsoft.graph.security.softDeleteResponseAction",
        StopAndQuarantineFileResponse(StopAndQuarantineFileResponseAction) = "#microsoft.graph.security.stopAndQuarantineFileResponseAction",
    }
}
