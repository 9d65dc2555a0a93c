//! Operations and types of discovery.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`AddAppTag`] | `POST /api/v1/discovery/discovery_app/{app_id}/add_tag/` | not documented |
//! | [`FinalizeUpload`] | `POST /api/v1/discovery/done_upload/` | `discovery.manage` |
//! | [`GenerateBlockScript`] | `GET /api/discovery_block_scripts/` | `discovery.manage` |
//! | [`InitiateUpload`] | `GET /api/v1/discovery/upload_url/` | `discovery.manage` |
//! | [`ListDiscoveryAppTags`] | `POST /api/v1/discovery/app_tags/` | not documented |
//! | [`ListDiscoveryCategories`] | `POST /api/v1/discovery/discovered_apps/categories/` | `discovery.read` |
//! | [`ListDiscoveryStreams`] | `GET /api/discovery/streams/` | `discovery.read` |
//! | [`PerformUpload`] | `PUT {upload_url}` | not documented |
//! | [`RemoveAppTag`] | `POST /api/v1/discovery/discovery_app/{app_id}/remove_tag/` | not documented |

mod add_app_tag;
mod finalize_upload;
mod generate_block_script;
mod initiate_upload;
mod list_app_tags;
mod list_categories;
mod list_streams;
mod model;
mod perform_upload;
mod remove_app_tag;

use http_core::{Bytes, Client};

pub use add_app_tag::{ADD_APP_TAG, AddAppTag};
pub use finalize_upload::{FINALIZE_UPLOAD, FinalizeUpload};
pub use generate_block_script::{GENERATE_BLOCK_SCRIPT, GenerateBlockScript};
pub use initiate_upload::{INITIATE_UPLOAD, InitiateUpload};
pub use list_app_tags::{LIST_APP_TAGS, ListDiscoveryAppTags};
pub use list_categories::{LIST_CATEGORIES, ListDiscoveryCategories};
pub use list_streams::{LIST_STREAMS, ListDiscoveryStreams};
pub use model::{
    AppTag, BlockScriptFormat, DiscoveryCategory, DiscoveryCategoryId, DiscoveryCategoryRequest,
    DiscoveryCategoryRequestSortField, DiscoveryStream, DiscoveryStreamReceiverType,
    DiscoveryStreams, DiscoveryUpload, DiscoveryUploadDone, DiscoveryUploadProvider, LogType,
    RequestSortDirection, UploadSource, UploadSourceSource,
};
pub use perform_upload::{PERFORM_UPLOAD, PerformUpload};
pub use remove_app_tag::{REMOVE_APP_TAG, RemoveAppTag};

/// The operations of discovery; each method begins a request.
#[derive(Clone, Debug)]
pub struct Discovery {
    pub(crate) client: Client,
}

impl Discovery {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Put a tag on a discovered app. See [`AddAppTag`].
    pub fn add_app_tag(&self, app_id: impl Into<String>, tag_name: impl Into<String>) -> AddAppTag {
        AddAppTag::new(&self.client, app_id, tag_name)
    }

    /// Complete the upload of a traffic log. See [`FinalizeUpload`].
    pub fn finalize_upload(
        &self,
        upload_url: impl Into<String>,
        input_stream_name: impl Into<String>,
    ) -> FinalizeUpload {
        FinalizeUpload::new(&self.client, upload_url, input_stream_name)
    }

    /// Get a block script for an appliance. See [`GenerateBlockScript`].
    pub fn generate_block_script(&self, format: u32) -> GenerateBlockScript {
        GenerateBlockScript::new(&self.client, format)
    }

    /// Get an upload URL for a traffic log. See [`InitiateUpload`].
    pub fn initiate_upload(
        &self,
        filename: impl Into<String>,
        source: impl Into<UploadSourceSource>,
    ) -> InitiateUpload {
        InitiateUpload::new(&self.client, filename, source)
    }

    /// List app tags. See [`ListDiscoveryAppTags`].
    pub fn list_app_tags(&self) -> ListDiscoveryAppTags {
        ListDiscoveryAppTags::new(&self.client)
    }

    /// List the app categories seen in a continuous report. See [`ListDiscoveryCategories`].
    pub fn list_categories(&self, stream_id: impl Into<String>) -> ListDiscoveryCategories {
        ListDiscoveryCategories::new(&self.client, stream_id)
    }

    /// List continuous reports. See [`ListDiscoveryStreams`].
    pub fn list_streams(&self) -> ListDiscoveryStreams {
        ListDiscoveryStreams::new(&self.client)
    }

    /// Upload a traffic log to its upload URL. See [`PerformUpload`].
    pub fn perform_upload(
        &self,
        upload_url: impl Into<String>,
        content: impl Into<Bytes>,
    ) -> PerformUpload {
        PerformUpload::new(&self.client, upload_url, content)
    }

    /// Take a tag off a discovered app. See [`RemoveAppTag`].
    pub fn remove_app_tag(
        &self,
        app_id: impl Into<String>,
        tag_name: impl Into<String>,
    ) -> RemoveAppTag {
        RemoveAppTag::new(&self.client, app_id, tag_name)
    }
}
