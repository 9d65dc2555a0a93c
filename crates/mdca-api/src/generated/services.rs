//! Addresses, audiences and ids of permissions of the services.

use auth_core::Cloud;
use auth_core::services::{Api, ApiAddress, Permission};

pub(crate) const MDCA_PORTAL: Api = Api::new(&[
    ApiAddress::new(
        Cloud::Worldwide,
        "",
        &["05a65629-4c1b-48c1-a78b-804c4abdd4af"],
    ),
    ApiAddress::new(Cloud::Gcc, "", &["05a65629-4c1b-48c1-a78b-804c4abdd4af"]),
    ApiAddress::new(
        Cloud::GccHigh,
        "",
        &["05a65629-4c1b-48c1-a78b-804c4abdd4af"],
    ),
    ApiAddress::new(Cloud::Dod, "", &["05a65629-4c1b-48c1-a78b-804c4abdd4af"]),
])
.with_permissions(&[
    Permission::role("discovery.manage", "f6e78c1a-b9c7-42d3-b067-220689a7a2e9"),
    Permission::scope("discovery.manage", "f6e78c1a-b9c7-42d3-b067-220689a7a2e9"),
    Permission::role("discovery.read", "e9aa7b67-ea0d-435b-ab36-592cd9b23d61"),
    Permission::scope("discovery.read", "e9aa7b67-ea0d-435b-ab36-592cd9b23d61"),
    Permission::role(
        "investigation.manage",
        "a832eaa3-0cfc-4a2b-9af1-27c5b092dd40",
    ),
    Permission::scope(
        "investigation.manage",
        "a832eaa3-0cfc-4a2b-9af1-27c5b092dd40",
    ),
    Permission::role("investigation.read", "83bc8d83-2679-44ef-b813-d5f556fc4474"),
    Permission::scope("investigation.read", "83bc8d83-2679-44ef-b813-d5f556fc4474"),
    Permission::role("settings.manage", "cb792285-1541-416c-a581-d8ede4ebc219"),
    Permission::scope("settings.manage", "cb792285-1541-416c-a581-d8ede4ebc219"),
    Permission::role("settings.read", "8e41f311-31d5-43aa-bb79-8fd4e14a8745"),
    Permission::scope("settings.read", "8e41f311-31d5-43aa-bb79-8fd4e14a8745"),
]);

pub(crate) const GRAPH: Api = Api::new(&[
    ApiAddress::new(
        Cloud::Worldwide,
        "https://graph.microsoft.com",
        &[
            "https://graph.microsoft.com",
            "00000003-0000-0000-c000-000000000000",
        ],
    ),
    ApiAddress::new(
        Cloud::Gcc,
        "https://graph.microsoft.com",
        &[
            "https://graph.microsoft.com",
            "00000003-0000-0000-c000-000000000000",
        ],
    ),
    ApiAddress::new(
        Cloud::GccHigh,
        "https://graph.microsoft.us",
        &[
            "https://graph.microsoft.us",
            "00000003-0000-0000-c000-000000000000",
        ],
    ),
    ApiAddress::new(
        Cloud::Dod,
        "https://dod-graph.microsoft.us",
        &[
            "https://dod-graph.microsoft.us",
            "00000003-0000-0000-c000-000000000000",
        ],
    ),
    ApiAddress::new(
        Cloud::China,
        "https://microsoftgraph.chinacloudapi.cn",
        &[
            "https://microsoftgraph.chinacloudapi.cn",
            "00000003-0000-0000-c000-000000000000",
        ],
    ),
])
.with_permissions(&[
    Permission::role(
        "CloudApp-Discovery.Read.All",
        "64a59178-dad3-4673-89db-84fdcd622fec",
    ),
    Permission::scope(
        "CloudApp-Discovery.Read.All",
        "ad46d60e-1027-4b75-af88-7c14ccf43a19",
    ),
]);
