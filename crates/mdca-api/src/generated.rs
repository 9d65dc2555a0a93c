//! What the reference tables say, as Rust: see the crate's own documentation for the way in.

#![allow(
    missing_docs,
    reason = "a name that the service does not describe would only be repeated"
)]

pub mod activities;
pub mod alerts;
pub mod app_permissions;
pub(crate) mod codes;
pub mod common;
pub mod data_enrichment;
pub mod discovered_apps;
pub mod discovery;
pub mod entities;
pub mod files;
pub mod flows;
pub mod governance;
pub mod graph_discovery;
pub mod policies;
#[cfg(test)]
pub(crate) mod samples;
pub(crate) mod services;

use http_core::Operation;

/// Every operation of this crate, sorted by id.
pub const OPERATIONS: &[&Operation] = &[
    &activities::GET,
    &activities::LIST,
    &activities::QUERY,
    &activities::SCAN,
    &activities::SEND_FEEDBACK,
    &alerts::CLOSE_BENIGN,
    &alerts::CLOSE_FALSE_POSITIVE,
    &alerts::CLOSE_TRUE_POSITIVE,
    &alerts::DISMISS,
    &alerts::DISMISS_BULK,
    &alerts::GET,
    &alerts::LIST,
    &alerts::MARK_READ,
    &alerts::MARK_UNREAD,
    &alerts::QUERY,
    &alerts::RESOLVE,
    &app_permissions::QUERY,
    &data_enrichment::CREATE,
    &data_enrichment::DELETE,
    &data_enrichment::LIST,
    &data_enrichment::QUERY,
    &data_enrichment::UPDATE,
    &discovered_apps::SET_BANNED,
    &discovered_apps::SET_SANCTIONED,
    &discovery::ADD_APP_TAG,
    &discovery::FINALIZE_UPLOAD,
    &discovery::GENERATE_BLOCK_SCRIPT,
    &discovery::INITIATE_UPLOAD,
    &discovery::LIST_APP_TAGS,
    &discovery::LIST_CATEGORIES,
    &discovery::LIST_STREAMS,
    &discovery::PERFORM_UPLOAD,
    &discovery::REMOVE_APP_TAG,
    &entities::GET,
    &entities::GET_TREE,
    &entities::LIST,
    &entities::QUERY,
    &files::GET,
    &files::LIST,
    &files::QUERY,
    &flows::CREATE,
    &flows::DELETE,
    &governance::GET,
    &governance::QUERY,
    &graph_discovery::GET_APP,
    &graph_discovery::GET_APP_INFO,
    &graph_discovery::LIST_APP_DEVICES,
    &graph_discovery::LIST_APP_IP_ADDRESSES,
    &graph_discovery::LIST_APP_USERS,
    &graph_discovery::LIST_APPS,
    &graph_discovery::LIST_STREAMS,
    &policies::DISABLE,
    &policies::ENABLE,
    &policies::GET,
    &policies::QUERY,
];

impl crate::Client {
    /// The operations of activities.
    pub fn activities(&self) -> activities::Activities {
        activities::Activities::new(self.host("mdca_portal"))
    }

    /// The operations of alerts.
    pub fn alerts(&self) -> alerts::Alerts {
        alerts::Alerts::new(self.host("mdca_portal"))
    }

    /// The operations of app permissions.
    pub fn app_permissions(&self) -> app_permissions::AppPermissions {
        app_permissions::AppPermissions::new(self.host("mdca_portal"))
    }

    /// The operations of data enrichment.
    pub fn data_enrichment(&self) -> data_enrichment::DataEnrichment {
        data_enrichment::DataEnrichment::new(self.host("mdca_portal"))
    }

    /// The operations of discovered apps.
    pub fn discovered_apps(&self) -> discovered_apps::DiscoveredApps {
        discovered_apps::DiscoveredApps::new(self.host("mdca_portal"))
    }

    /// The operations of discovery.
    pub fn discovery(&self) -> discovery::Discovery {
        discovery::Discovery::new(self.host("mdca_portal"))
    }

    /// The operations of entities.
    pub fn entities(&self) -> entities::Entities {
        entities::Entities::new(self.host("mdca_portal"))
    }

    /// The operations of files.
    pub fn files(&self) -> files::Files {
        files::Files::new(self.host("mdca_portal"))
    }

    /// The operations of flows.
    pub fn flows(&self) -> flows::Flows {
        flows::Flows::new(self.host("mdca_portal"))
    }

    /// The operations of governance.
    pub fn governance(&self) -> governance::Governance {
        governance::Governance::new(self.host("mdca_portal"))
    }

    /// The operations of graph discovery.
    pub fn graph_discovery(&self) -> graph_discovery::GraphDiscovery {
        graph_discovery::GraphDiscovery::new(self.host("graph"))
    }

    /// The operations of policies.
    pub fn policies(&self) -> policies::Policies {
        policies::Policies::new(self.host("mdca_portal"))
    }
}
