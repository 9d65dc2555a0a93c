//! Operations and types of case attachments.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateCaseAttachment`] | `POST /beta/security/caseManagement/cases/{case_id}/attachments` | `CaseManagement.ReadWrite.All` |
//! | [`GetCaseAttachment`] | `GET /beta/security/caseManagement/cases/{case_id}/attachments/{attachment_id}` | `CaseManagement.Read.All` |
//! | [`GetCaseAttachmentContent`] | `GET /beta/security/caseManagement/cases/{case_id}/attachments/{attachment_id}/content` | `CaseManagement.Read.All` |
//! | [`ListCaseAttachments`] | `GET /beta/security/caseManagement/cases/{case_id}/attachments` | `CaseManagement.Read.All` |
//! | [`UpdateCaseAttachment`] | `PATCH /beta/security/caseManagement/cases/{case_id}/attachments/{attachment_id}` | `CaseManagement.ReadWrite.All` |
//! | [`UploadContent`] | `PUT /beta/security/caseManagement/cases/{case_id}/attachments/{attachment_id}/content` | `CaseManagement.ReadWrite.All` |

mod create;
mod get;
mod get_content;
mod list;
mod model;
mod update;
mod upload_content;

use http_core::{Bytes, Client, Id};

use crate::graph::cases::Case;

pub use create::{CREATE, CreateCaseAttachment};
pub use get::{GET, GetCaseAttachment};
pub use get_content::{GET_CONTENT, GetCaseAttachmentContent};
pub use list::{LIST, ListCaseAttachments};
pub use model::{
    CaseAttachment, CaseAttachmentOrigin, CaseAttachmentOriginType, CaseAttachmentScanResult,
};
pub use update::{UPDATE, UpdateCaseAttachment};
pub use upload_content::{UPLOAD_CONTENT, UploadContent};

/// The operations of case attachments; each method begins a request.
#[derive(Clone, Debug)]
pub struct CaseAttachments {
    pub(crate) client: Client,
}

impl CaseAttachments {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Announce an attachment of a case. See [`CreateCaseAttachment`].
    pub fn create(
        &self,
        case_id: impl Into<Id<Case>>,
        display_name: impl Into<String>,
        scan_result: impl Into<CaseAttachmentScanResult>,
    ) -> CreateCaseAttachment {
        CreateCaseAttachment::new(&self.client, case_id, display_name, scan_result)
    }

    /// Get one attachment of a case. See [`GetCaseAttachment`].
    pub fn get(
        &self,
        case_id: impl Into<Id<Case>>,
        attachment_id: impl Into<Id<CaseAttachment>>,
    ) -> GetCaseAttachment {
        GetCaseAttachment::new(&self.client, case_id, attachment_id)
    }

    /// Download an attachment of a case. See [`GetCaseAttachmentContent`].
    pub fn get_content(
        &self,
        case_id: impl Into<Id<Case>>,
        attachment_id: impl Into<Id<CaseAttachment>>,
    ) -> GetCaseAttachmentContent {
        GetCaseAttachmentContent::new(&self.client, case_id, attachment_id)
    }

    /// List the attachments of a case. See [`ListCaseAttachments`].
    pub fn list(&self, case_id: impl Into<Id<Case>>) -> ListCaseAttachments {
        ListCaseAttachments::new(&self.client, case_id)
    }

    /// Change name or description of an attachment. See [`UpdateCaseAttachment`].
    pub fn update(
        &self,
        case_id: impl Into<Id<Case>>,
        attachment_id: impl Into<Id<CaseAttachment>>,
    ) -> UpdateCaseAttachment {
        UpdateCaseAttachment::new(&self.client, case_id, attachment_id)
    }

    /// Upload content of an attachment of a case. See [`UploadContent`].
    pub fn upload_content(
        &self,
        case_id: impl Into<Id<Case>>,
        attachment_id: impl Into<Id<CaseAttachment>>,
        content_range: impl Into<String>,
        content: impl Into<Bytes>,
    ) -> UploadContent {
        UploadContent::new(&self.client, case_id, attachment_id, content_range, content)
    }
}
