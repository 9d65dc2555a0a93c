//! The records and words of this group, one a file.

mod app_tag;
mod block_script_format;
mod discovery_category;
mod discovery_category_id;
mod discovery_category_request;
mod discovery_category_request_sort_field;
mod discovery_stream;
mod discovery_stream_receiver_type;
mod discovery_streams;
mod discovery_upload;
mod discovery_upload_done;
mod discovery_upload_provider;
mod log_type;
mod request_sort_direction;
mod upload_source;
mod upload_source_source;

pub use app_tag::AppTag;
pub use block_script_format::BlockScriptFormat;
pub use discovery_category::DiscoveryCategory;
pub use discovery_category_id::DiscoveryCategoryId;
pub use discovery_category_request::DiscoveryCategoryRequest;
pub use discovery_category_request_sort_field::DiscoveryCategoryRequestSortField;
pub use discovery_stream::DiscoveryStream;
pub use discovery_stream_receiver_type::DiscoveryStreamReceiverType;
pub use discovery_streams::DiscoveryStreams;
pub use discovery_upload::DiscoveryUpload;
pub use discovery_upload_done::DiscoveryUploadDone;
pub use discovery_upload_provider::DiscoveryUploadProvider;
pub use log_type::LogType;
pub use request_sort_direction::RequestSortDirection;
pub use upload_source::UploadSource;
pub use upload_source_source::UploadSourceSource;
