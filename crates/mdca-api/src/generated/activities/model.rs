//! The records and words of this group, one a file.

mod activity;
mod activity_actor;
mod activity_device;
mod activity_event_object;
mod activity_feedback;
mod activity_filters;
mod activity_location;
mod activity_main_info;
mod activity_operating_system;
mod activity_page;
mod activity_result;
mod activity_user;
mod activity_user_agent;
mod activity_user_agent_device_type;
mod entity_pk;
mod sort_field;

pub use activity::Activity;
pub use activity_actor::ActivityActor;
pub use activity_device::ActivityDevice;
pub use activity_event_object::ActivityEventObject;
pub use activity_feedback::ActivityFeedback;
pub use activity_filters::ActivityFilters;
pub use activity_location::ActivityLocation;
pub use activity_main_info::ActivityMainInfo;
pub use activity_operating_system::ActivityOperatingSystem;
pub use activity_page::ActivityPage;
pub use activity_result::ActivityResult;
pub use activity_user::ActivityUser;
pub use activity_user_agent::ActivityUserAgent;
pub use activity_user_agent_device_type::ActivityUserAgentDeviceType;
pub use entity_pk::EntityPk;
pub use sort_field::SortField;
