//! Operations and types of threat intelligence.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ArticleGet`] | `GET /v1.0/security/threatIntelligence/articles/{article_id}` | `ThreatIntelligence.Read.All` |
//! | [`ArticleIndicatorGet`] | `GET /v1.0/security/threatIntelligence/articleIndicators/{article_indicator_id}` | `ThreatIntelligence.Read.All` |
//! | [`ArticleListIndicators`] | `GET /v1.0/security/threatIntelligence/articles/{article_id}/indicators` | `ThreatIntelligence.Read.All` |
//! | [`ArticlesList`] | `GET /v1.0/security/threatIntelligence/articles` | `ThreatIntelligence.Read.All` |
//! | [`HostComponentGet`] | `GET /v1.0/security/threatIntelligence/hostComponents/{host_component_id}` | `ThreatIntelligence.Read.All` |
//! | [`HostCookieGet`] | `GET /v1.0/security/threatIntelligence/hostCookies/{host_cookie_id}` | `ThreatIntelligence.Read.All` |
//! | [`HostGet`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}` | `ThreatIntelligence.Read.All` |
//! | [`HostGetReputation`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/reputation` | `ThreatIntelligence.Read.All` |
//! | [`HostGetWhois`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/whois` | `ThreatIntelligence.Read.All` |
//! | [`HostListChildHostPairs`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/childHostPairs` | `ThreatIntelligence.Read.All` |
//! | [`HostListComponents`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/components` | `ThreatIntelligence.Read.All` |
//! | [`HostListCookies`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/cookies` | `ThreatIntelligence.Read.All` |
//! | [`HostListHostPairs`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/hostPairs` | `ThreatIntelligence.Read.All` |
//! | [`HostListParentHostPairs`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/parentHostPairs` | `ThreatIntelligence.Read.All` |
//! | [`HostListPassiveDns`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/passiveDns` | `ThreatIntelligence.Read.All` |
//! | [`HostListPassiveDnsReverse`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/passiveDnsReverse` | `ThreatIntelligence.Read.All` |
//! | [`HostListPorts`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/ports` | `ThreatIntelligence.Read.All` |
//! | [`HostListSslCertificates`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/sslCertificates` | `ThreatIntelligence.Read.All` |
//! | [`HostListSubdomains`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/subdomains` | `ThreatIntelligence.Read.All` |
//! | [`HostListTrackers`] | `GET /v1.0/security/threatIntelligence/hosts/{host_id}/trackers` | `ThreatIntelligence.Read.All` |
//! | [`HostPairGet`] | `GET /v1.0/security/threatIntelligence/hostPairs/{host_pair_id}` | `ThreatIntelligence.Read.All` |
//! | [`HostPortGet`] | `GET /v1.0/security/threatIntelligence/hostPorts/{host_port_id}` | `ThreatIntelligence.Read.All` |
//! | [`HostSslCertificateGet`] | `GET /v1.0/security/threatIntelligence/hostSslCertificates/{host_ssl_certificate_id}` | `ThreatIntelligence.Read.All` |
//! | [`HostTrackerGet`] | `GET /v1.0/security/threatIntelligence/hostTrackers/{host_tracker_id}` | `ThreatIntelligence.Read.All` |
//! | [`IntelProfileGet`] | `GET /v1.0/security/threatIntelligence/intelProfiles/{intel_profile_id}` | `ThreatIntelligence.Read.All` |
//! | [`IntelProfileIndicatorGet`] | `GET /v1.0/security/threatIntelligence/intelligenceProfileIndicators/{indicator_id}` | `ThreatIntelligence.Read.All` |
//! | [`IntelProfileListIndicators`] | `GET /v1.0/security/threatIntelligence/intelProfiles/{intel_profile_id}/indicators` | `ThreatIntelligence.Read.All` |
//! | [`IntelProfilesList`] | `GET /v1.0/security/threatIntelligence/intelProfiles` | `ThreatIntelligence.Read.All` |
//! | [`PassiveDnsRecordGet`] | `GET /v1.0/security/threatIntelligence/passiveDnsRecords/{passive_dns_record_id}` | `ThreatIntelligence.Read.All` |
//! | [`SslCertificateGet`] | `GET /v1.0/security/threatIntelligence/sslCertificates/{ssl_certificate_id}` | `ThreatIntelligence.Read.All` |
//! | [`SslCertificateListRelatedHosts`] | `GET /v1.0/security/threatIntelligence/sslCertificates/{ssl_certificate_id}/relatedHosts` | `ThreatIntelligence.Read.All` |
//! | [`SslCertificatesList`] | `GET /v1.0/security/threatIntelligence/sslCertificates` | `ThreatIntelligence.Read.All` |
//! | [`SubdomainGet`] | `GET /v1.0/security/threatIntelligence/subdomains/{subdomain_id}` | `ThreatIntelligence.Read.All` |
//! | [`VulnerabilityComponentGet`] | `GET /v1.0/security/threatIntelligence/vulnerabilities/{vulnerability_id}/components/{component_id}` | `ThreatIntelligence.Read.All` |
//! | [`VulnerabilityGet`] | `GET /v1.0/security/threatIntelligence/vulnerabilities/{vulnerability_id}` | `ThreatIntelligence.Read.All` |
//! | [`VulnerabilityListComponents`] | `GET /v1.0/security/threatIntelligence/vulnerabilities/{vulnerability_id}/components` | `ThreatIntelligence.Read.All` |
//! | [`WhoisHistoryRecordGet`] | `GET /v1.0/security/threatIntelligence/whoisHistoryRecords/{whois_history_record_id}` | `ThreatIntelligence.Read.All` |
//! | [`WhoisRecordGet`] | `GET /v1.0/security/threatIntelligence/whoisRecords/{whois_record_id}` | `ThreatIntelligence.Read.All` |
//! | [`WhoisRecordListHistory`] | `GET /v1.0/security/threatIntelligence/whoisRecords/{whois_record_id}/history` | `ThreatIntelligence.Read.All` |
//! | [`WhoisRecordsList`] | `GET /v1.0/security/threatIntelligence/whoisRecords` | `ThreatIntelligence.Read.All` |

mod article_get;
mod article_indicator_get;
mod article_list_indicators;
mod articles_list;
mod host_component_get;
mod host_cookie_get;
mod host_get;
mod host_get_reputation;
mod host_get_whois;
mod host_list_child_host_pairs;
mod host_list_components;
mod host_list_cookies;
mod host_list_host_pairs;
mod host_list_parent_host_pairs;
mod host_list_passive_dns;
mod host_list_passive_dns_reverse;
mod host_list_ports;
mod host_list_ssl_certificates;
mod host_list_subdomains;
mod host_list_trackers;
mod host_pair_get;
mod host_port_get;
mod host_ssl_certificate_get;
mod host_tracker_get;
mod intel_profile_get;
mod intel_profile_indicator_get;
mod intel_profile_list_indicators;
mod intel_profiles_list;
mod model;
mod passive_dns_record_get;
mod ssl_certificate_get;
mod ssl_certificate_list_related_hosts;
mod ssl_certificates_list;
mod subdomain_get;
mod vulnerability_component_get;
mod vulnerability_get;
mod vulnerability_list_components;
mod whois_history_record_get;
mod whois_record_get;
mod whois_record_list_history;
mod whois_records_list;

use http_core::{Client, Id};

pub use article_get::{ARTICLE_GET, ArticleGet};
pub use article_indicator_get::{ARTICLE_INDICATOR_GET, ArticleIndicatorGet};
pub use article_list_indicators::{ARTICLE_LIST_INDICATORS, ArticleListIndicators};
pub use articles_list::{ARTICLES_LIST, ArticlesList};
pub use host_component_get::{HOST_COMPONENT_GET, HostComponentGet};
pub use host_cookie_get::{HOST_COOKIE_GET, HostCookieGet};
pub use host_get::{HOST_GET, HostGet};
pub use host_get_reputation::{HOST_GET_REPUTATION, HostGetReputation};
pub use host_get_whois::{HOST_GET_WHOIS, HostGetWhois};
pub use host_list_child_host_pairs::{HOST_LIST_CHILD_HOST_PAIRS, HostListChildHostPairs};
pub use host_list_components::{HOST_LIST_COMPONENTS, HostListComponents};
pub use host_list_cookies::{HOST_LIST_COOKIES, HostListCookies};
pub use host_list_host_pairs::{HOST_LIST_HOST_PAIRS, HostListHostPairs};
pub use host_list_parent_host_pairs::{HOST_LIST_PARENT_HOST_PAIRS, HostListParentHostPairs};
pub use host_list_passive_dns::{HOST_LIST_PASSIVE_DNS, HostListPassiveDns};
pub use host_list_passive_dns_reverse::{HOST_LIST_PASSIVE_DNS_REVERSE, HostListPassiveDnsReverse};
pub use host_list_ports::{HOST_LIST_PORTS, HostListPorts};
pub use host_list_ssl_certificates::{HOST_LIST_SSL_CERTIFICATES, HostListSslCertificates};
pub use host_list_subdomains::{HOST_LIST_SUBDOMAINS, HostListSubdomains};
pub use host_list_trackers::{HOST_LIST_TRACKERS, HostListTrackers};
pub use host_pair_get::{HOST_PAIR_GET, HostPairGet};
pub use host_port_get::{HOST_PORT_GET, HostPortGet};
pub use host_ssl_certificate_get::{HOST_SSL_CERTIFICATE_GET, HostSslCertificateGet};
pub use host_tracker_get::{HOST_TRACKER_GET, HostTrackerGet};
pub use intel_profile_get::{INTEL_PROFILE_GET, IntelProfileGet};
pub use intel_profile_indicator_get::{INTEL_PROFILE_INDICATOR_GET, IntelProfileIndicatorGet};
pub use intel_profile_list_indicators::{
    INTEL_PROFILE_LIST_INDICATORS, IntelProfileListIndicators,
};
pub use intel_profiles_list::{INTEL_PROFILES_LIST, IntelProfilesList};
pub use model::{
    Article, ArticleIndicator, Artifact, AutonomousSystem, CvssSummary, CvssSummarySeverity,
    FormattedContent, FormattedContentFormat, Host, HostComponent, HostCookie, HostPair, HostPort,
    HostPortBanner, HostPortComponent, HostPortProtocol, HostPortStatus, HostReputation,
    HostReputationClassification, HostReputationRule, HostReputationRuleSeverity,
    HostSslCertificate, HostSslCertificatePort, HostTracker, Hostname, Hyperlink, IndicatorSource,
    IntelligenceProfile, IntelligenceProfileCountryOrRegionOfOrigin, IntelligenceProfileIndicator,
    IntelligenceProfileKind, IpAddress, PassiveDnsRecord, PhysicalAddress, SslCertificate,
    SslCertificateEntity, Subdomain, UnclassifiedArtifact, Vulnerability, VulnerabilityComponent,
    WhoisContact, WhoisHistoryRecord, WhoisNameserver, WhoisRecord,
};
pub use passive_dns_record_get::{PASSIVE_DNS_RECORD_GET, PassiveDnsRecordGet};
pub use ssl_certificate_get::{SSL_CERTIFICATE_GET, SslCertificateGet};
pub use ssl_certificate_list_related_hosts::{
    SSL_CERTIFICATE_LIST_RELATED_HOSTS, SslCertificateListRelatedHosts,
};
pub use ssl_certificates_list::{SSL_CERTIFICATES_LIST, SslCertificatesList};
pub use subdomain_get::{SUBDOMAIN_GET, SubdomainGet};
pub use vulnerability_component_get::{VULNERABILITY_COMPONENT_GET, VulnerabilityComponentGet};
pub use vulnerability_get::{VULNERABILITY_GET, VulnerabilityGet};
pub use vulnerability_list_components::{
    VULNERABILITY_LIST_COMPONENTS, VulnerabilityListComponents,
};
pub use whois_history_record_get::{WHOIS_HISTORY_RECORD_GET, WhoisHistoryRecordGet};
pub use whois_record_get::{WHOIS_RECORD_GET, WhoisRecordGet};
pub use whois_record_list_history::{WHOIS_RECORD_LIST_HISTORY, WhoisRecordListHistory};
pub use whois_records_list::{WHOIS_RECORDS_LIST, WhoisRecordsList};

/// The operations of threat intelligence; each method begins a request.
#[derive(Clone, Debug)]
pub struct ThreatIntelligence {
    pub(crate) client: Client,
}

impl ThreatIntelligence {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one article. See [`ArticleGet`].
    pub fn article_get(&self, article_id: impl Into<Id<Article>>) -> ArticleGet {
        ArticleGet::new(&self.client, article_id)
    }

    /// Get one indicator of an article. See [`ArticleIndicatorGet`].
    pub fn article_indicator_get(
        &self,
        article_indicator_id: impl Into<Id<ArticleIndicator>>,
    ) -> ArticleIndicatorGet {
        ArticleIndicatorGet::new(&self.client, article_indicator_id)
    }

    /// List the indicators of an article. See [`ArticleListIndicators`].
    pub fn article_list_indicators(
        &self,
        article_id: impl Into<Id<Article>>,
    ) -> ArticleListIndicators {
        ArticleListIndicators::new(&self.client, article_id)
    }

    /// List articles. See [`ArticlesList`].
    pub fn articles_list(&self) -> ArticlesList {
        ArticlesList::new(&self.client)
    }

    /// Get one component of a host. See [`HostComponentGet`].
    pub fn host_component_get(
        &self,
        host_component_id: impl Into<Id<HostComponent>>,
    ) -> HostComponentGet {
        HostComponentGet::new(&self.client, host_component_id)
    }

    /// Get one cookie of a host. See [`HostCookieGet`].
    pub fn host_cookie_get(&self, host_cookie_id: impl Into<Id<HostCookie>>) -> HostCookieGet {
        HostCookieGet::new(&self.client, host_cookie_id)
    }

    /// Get a host by name or address. See [`HostGet`].
    pub fn host_get(&self, host_id: impl Into<Id<Host>>) -> HostGet {
        HostGet::new(&self.client, host_id)
    }

    /// Get the reputation of a host. See [`HostGetReputation`].
    pub fn host_get_reputation(&self, host_id: impl Into<Id<Host>>) -> HostGetReputation {
        HostGetReputation::new(&self.client, host_id)
    }

    /// Get the current whois record of a host. See [`HostGetWhois`].
    pub fn host_get_whois(&self, host_id: impl Into<Id<Host>>) -> HostGetWhois {
        HostGetWhois::new(&self.client, host_id)
    }

    /// List the host pairs in which a host is the child. See [`HostListChildHostPairs`].
    pub fn host_list_child_host_pairs(
        &self,
        host_id: impl Into<Id<Host>>,
    ) -> HostListChildHostPairs {
        HostListChildHostPairs::new(&self.client, host_id)
    }

    /// List the components of a host. See [`HostListComponents`].
    pub fn host_list_components(&self, host_id: impl Into<Id<Host>>) -> HostListComponents {
        HostListComponents::new(&self.client, host_id)
    }

    /// List the cookies of a host. See [`HostListCookies`].
    pub fn host_list_cookies(&self, host_id: impl Into<Id<Host>>) -> HostListCookies {
        HostListCookies::new(&self.client, host_id)
    }

    /// List the host pairs of a host. See [`HostListHostPairs`].
    pub fn host_list_host_pairs(&self, host_id: impl Into<Id<Host>>) -> HostListHostPairs {
        HostListHostPairs::new(&self.client, host_id)
    }

    /// List the host pairs in which a host is the parent. See [`HostListParentHostPairs`].
    pub fn host_list_parent_host_pairs(
        &self,
        host_id: impl Into<Id<Host>>,
    ) -> HostListParentHostPairs {
        HostListParentHostPairs::new(&self.client, host_id)
    }

    /// List the passive DNS records of a host. See [`HostListPassiveDns`].
    pub fn host_list_passive_dns(&self, host_id: impl Into<Id<Host>>) -> HostListPassiveDns {
        HostListPassiveDns::new(&self.client, host_id)
    }

    /// List the reverse passive DNS records of a host. See [`HostListPassiveDnsReverse`].
    pub fn host_list_passive_dns_reverse(
        &self,
        host_id: impl Into<Id<Host>>,
    ) -> HostListPassiveDnsReverse {
        HostListPassiveDnsReverse::new(&self.client, host_id)
    }

    /// List the ports of a host. See [`HostListPorts`].
    pub fn host_list_ports(&self, host_id: impl Into<Id<Host>>) -> HostListPorts {
        HostListPorts::new(&self.client, host_id)
    }

    /// List the SSL certificates of a host. See [`HostListSslCertificates`].
    pub fn host_list_ssl_certificates(
        &self,
        host_id: impl Into<Id<Host>>,
    ) -> HostListSslCertificates {
        HostListSslCertificates::new(&self.client, host_id)
    }

    /// List the subdomains of a host. See [`HostListSubdomains`].
    pub fn host_list_subdomains(&self, host_id: impl Into<Id<Host>>) -> HostListSubdomains {
        HostListSubdomains::new(&self.client, host_id)
    }

    /// List the trackers of a host. See [`HostListTrackers`].
    pub fn host_list_trackers(&self, host_id: impl Into<Id<Host>>) -> HostListTrackers {
        HostListTrackers::new(&self.client, host_id)
    }

    /// Get one host pair. See [`HostPairGet`].
    pub fn host_pair_get(&self, host_pair_id: impl Into<Id<HostPair>>) -> HostPairGet {
        HostPairGet::new(&self.client, host_pair_id)
    }

    /// Get one port of a host. See [`HostPortGet`].
    pub fn host_port_get(&self, host_port_id: impl Into<Id<HostPort>>) -> HostPortGet {
        HostPortGet::new(&self.client, host_port_id)
    }

    /// Get one SSL certificate of a host. See [`HostSslCertificateGet`].
    pub fn host_ssl_certificate_get(
        &self,
        host_ssl_certificate_id: impl Into<Id<HostSslCertificate>>,
    ) -> HostSslCertificateGet {
        HostSslCertificateGet::new(&self.client, host_ssl_certificate_id)
    }

    /// Get one tracker of a host. See [`HostTrackerGet`].
    pub fn host_tracker_get(&self, host_tracker_id: impl Into<Id<HostTracker>>) -> HostTrackerGet {
        HostTrackerGet::new(&self.client, host_tracker_id)
    }

    /// Get one profile. See [`IntelProfileGet`].
    pub fn intel_profile_get(
        &self,
        intel_profile_id: impl Into<Id<IntelligenceProfile>>,
    ) -> IntelProfileGet {
        IntelProfileGet::new(&self.client, intel_profile_id)
    }

    /// Get one indicator of a profile. See [`IntelProfileIndicatorGet`].
    pub fn intel_profile_indicator_get(
        &self,
        indicator_id: impl Into<Id<IntelligenceProfileIndicator>>,
    ) -> IntelProfileIndicatorGet {
        IntelProfileIndicatorGet::new(&self.client, indicator_id)
    }

    /// List the indicators of a profile. See [`IntelProfileListIndicators`].
    pub fn intel_profile_list_indicators(
        &self,
        intel_profile_id: impl Into<Id<IntelligenceProfile>>,
    ) -> IntelProfileListIndicators {
        IntelProfileListIndicators::new(&self.client, intel_profile_id)
    }

    /// List actor and tool profiles. See [`IntelProfilesList`].
    pub fn intel_profiles_list(&self) -> IntelProfilesList {
        IntelProfilesList::new(&self.client)
    }

    /// Get one passive DNS record. See [`PassiveDnsRecordGet`].
    pub fn passive_dns_record_get(
        &self,
        passive_dns_record_id: impl Into<Id<PassiveDnsRecord>>,
    ) -> PassiveDnsRecordGet {
        PassiveDnsRecordGet::new(&self.client, passive_dns_record_id)
    }

    /// Get one SSL certificate. See [`SslCertificateGet`].
    pub fn ssl_certificate_get(
        &self,
        ssl_certificate_id: impl Into<Id<SslCertificate>>,
    ) -> SslCertificateGet {
        SslCertificateGet::new(&self.client, ssl_certificate_id)
    }

    /// List the hosts of an SSL certificate. See [`SslCertificateListRelatedHosts`].
    pub fn ssl_certificate_list_related_hosts(
        &self,
        ssl_certificate_id: impl Into<Id<SslCertificate>>,
    ) -> SslCertificateListRelatedHosts {
        SslCertificateListRelatedHosts::new(&self.client, ssl_certificate_id)
    }

    /// List SSL certificates. See [`SslCertificatesList`].
    pub fn ssl_certificates_list(&self) -> SslCertificatesList {
        SslCertificatesList::new(&self.client)
    }

    /// Get one subdomain. See [`SubdomainGet`].
    pub fn subdomain_get(&self, subdomain_id: impl Into<Id<Subdomain>>) -> SubdomainGet {
        SubdomainGet::new(&self.client, subdomain_id)
    }

    /// Get one component of a vulnerability. See [`VulnerabilityComponentGet`].
    pub fn vulnerability_component_get(
        &self,
        vulnerability_id: impl Into<Id<Vulnerability>>,
        component_id: impl Into<Id<VulnerabilityComponent>>,
    ) -> VulnerabilityComponentGet {
        VulnerabilityComponentGet::new(&self.client, vulnerability_id, component_id)
    }

    /// Get one vulnerability. See [`VulnerabilityGet`].
    pub fn vulnerability_get(
        &self,
        vulnerability_id: impl Into<Id<Vulnerability>>,
    ) -> VulnerabilityGet {
        VulnerabilityGet::new(&self.client, vulnerability_id)
    }

    /// List the components of a vulnerability. See [`VulnerabilityListComponents`].
    pub fn vulnerability_list_components(
        &self,
        vulnerability_id: impl Into<Id<Vulnerability>>,
    ) -> VulnerabilityListComponents {
        VulnerabilityListComponents::new(&self.client, vulnerability_id)
    }

    /// Get one whois history record. See [`WhoisHistoryRecordGet`].
    pub fn whois_history_record_get(
        &self,
        whois_history_record_id: impl Into<Id<WhoisHistoryRecord>>,
    ) -> WhoisHistoryRecordGet {
        WhoisHistoryRecordGet::new(&self.client, whois_history_record_id)
    }

    /// Get one whois record. See [`WhoisRecordGet`].
    pub fn whois_record_get(&self, whois_record_id: impl Into<Id<WhoisRecord>>) -> WhoisRecordGet {
        WhoisRecordGet::new(&self.client, whois_record_id)
    }

    /// List the history of a whois record. See [`WhoisRecordListHistory`].
    pub fn whois_record_list_history(
        &self,
        whois_record_id: impl Into<Id<WhoisRecord>>,
    ) -> WhoisRecordListHistory {
        WhoisRecordListHistory::new(&self.client, whois_record_id)
    }

    /// List whois records. See [`WhoisRecordsList`].
    pub fn whois_records_list(&self) -> WhoisRecordsList {
        WhoisRecordsList::new(&self.client)
    }
}
