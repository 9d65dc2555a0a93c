//! Devices: platforms, groups, health, exposure.
//!
//! Platforms have the shares of a usual company. 15 percent of the devices have been silent
//! for up to 30 days; those silent for more than a week are inactive. The first device runs
//! Windows 11 and is onboarded, so that a test can start every action on it.

use fastrand::Rng;
use jiff::Timestamp;

use super::plan::Plan;
use super::words;
use crate::clock::earlier;
use crate::random::{guid, hex};

/// A device. Words are in the spelling of Defender for Endpoint.
#[derive(Clone, Debug)]
pub(crate) struct Device {
    /// 40 hexadecimal digits.
    pub(crate) id: String,
    /// Fully qualified and unique.
    pub(crate) dns_name: String,
    pub(crate) platform: &'static str,
    /// Feature version of Windows, else version of the system.
    pub(crate) version: &'static str,
    /// `None` for Linux and iOS.
    pub(crate) build: Option<i64>,
    /// 40 to 400 days old.
    pub(crate) first_seen: Timestamp,
    /// At most 30 days old.
    pub(crate) last_seen: Timestamp,
    /// Private address, which is unique.
    pub(crate) ip: String,
    /// Public address. Several devices may share one.
    pub(crate) external_ip: String,
    /// 12 hexadecimal digits in capitals.
    pub(crate) mac: String,
    pub(crate) group_id: i64,
    /// Name of the device group. `None` for devices in no group, whose id is 0.
    pub(crate) group_name: Option<&'static str>,
    /// `Active`, `Inactive`, `ImpairedCommunication` or `NoSensorData`.
    pub(crate) health: &'static str,
    /// `None` to `High`. Not derived from alerts.
    pub(crate) risk: &'static str,
    pub(crate) exposure: &'static str,
    /// `Onboarded` or `CanBeOnboarded`.
    pub(crate) onboarding: &'static str,
    /// Value that the tenant gave the device: `Low`, `Normal` or `High`.
    pub(crate) value: &'static str,
    /// At most two, in order, without repetition.
    pub(crate) tags: Vec<String>,
    /// Device id in Entra ID.
    pub(crate) aad_id: String,
    pub(crate) managed_by: &'static str,
    pub(crate) agent_version: String,
}

/// Platform, version, build, prefix of device names, share in percent.
const PLATFORMS: [(&str, &str, Option<i64>, &str, u8); 8] = [
    ("Windows11", "24H2", Some(26100), "wks", 45),
    ("Windows10", "22H2", Some(19045), "wks", 20),
    ("WindowsServer2022", "21H2", Some(20348), "srv", 10),
    ("WindowsServer2019", "1809", Some(17763), "srv", 6),
    ("macOS", "15.5", Some(24), "mac", 9),
    ("Ubuntu", "24.4", None, "lnx", 5),
    ("RedHatEnterpriseLinux", "9.4", None, "lnx", 3),
    ("iOS", "18.5", None, "mob", 2),
];

/// Id and name of device groups.
const GROUPS: [(i64, Option<&str>); 5] = [
    (0, None),
    (11, Some("Workstations")),
    (12, Some("Servers")),
    (13, Some("EMEA")),
    (14, Some("Executives")),
];

const TAGS: [&str; 6] = [
    "pilot",
    "finance",
    "kiosk",
    "vip",
    "lab",
    "domain-controller",
];

impl Device {
    /// Whether the platform is a Windows. Several actions need one.
    pub(crate) fn is_windows(&self) -> bool {
        self.platform.starts_with("Windows")
    }

    /// The name without its domain.
    pub(crate) fn host_name(&self) -> &str {
        self.dns_name.split('.').next().unwrap_or("")
    }
}

/// The devices of a plan.
pub(super) fn devices(plan: &Plan, rng: &mut Rng) -> Vec<Device> {
    (0..plan.devices)
        .map(|number| device(plan, number, rng))
        .collect()
}

fn device(plan: &Plan, number: usize, rng: &mut Rng) -> Device {
    let drawn = platform(rng);
    // Every action is possible on the first device.
    let (platform, version, build, prefix, _) = if number == 0 { PLATFORMS[0] } else { drawn };
    // Most devices reported today; a tail has been silent for weeks.
    let silent = if rng.u8(..100) < 85 {
        rng.i64(60..86_400)
    } else {
        rng.i64(86_400..30 * 86_400)
    };
    let last_seen = fraction(earlier(plan.base, silent), rng);
    let first_seen = fraction(earlier(plan.base, rng.i64(40 * 86_400..400 * 86_400)), rng);
    let (group_id, group_name) = GROUPS[rng.usize(..GROUPS.len())];
    let noun = words::pick(rng, &words::NOUNS).to_lowercase();
    let tags = (0..rng.usize(..3))
        .map(|_| words::pick(rng, &TAGS).to_owned())
        .collect::<Vec<_>>();
    let third = u8::try_from(number / 250 % 256).unwrap_or(0);
    let fourth = number % 250 + 2;
    Device {
        id: hex(rng, 40),
        dns_name: format!("{prefix}-{noun}-{number:04}.contoso.com"),
        platform,
        version,
        build,
        first_seen,
        last_seen,
        ip: format!("10.{}.{third}.{fourth}", rng.u8(1..4)),
        external_ip: words::address(rng),
        mac: hex(rng, 12).to_uppercase(),
        group_id,
        group_name,
        health: match (silent > 7 * 86_400, rng.u8(..40)) {
            (true, _) => "Inactive",
            (false, 0) => "ImpairedCommunication",
            (false, 1) => "NoSensorData",
            (false, _) => "Active",
        },
        risk: words::pick(
            rng,
            &[
                "None",
                "None",
                "None",
                "Informational",
                "Low",
                "Medium",
                "High",
            ],
        ),
        exposure: words::pick(rng, &["None", "Low", "Low", "Medium", "High"]),
        onboarding: if rng.u8(..12) == 0 && number > 0 {
            "CanBeOnboarded"
        } else {
            "Onboarded"
        },
        value: words::pick(rng, &["Normal", "Normal", "Normal", "Low", "High"]),
        tags: dedup(tags),
        aad_id: guid(rng),
        managed_by: words::pick(rng, &["Intune", "MicrosoftDefenderForEndpoint"]),
        agent_version: format!("10.8760.{}.{}", rng.u16(20000..28000), rng.u16(1000..2000)),
    }
}

/// A platform, drawn by its share.
fn platform(rng: &mut Rng) -> (&'static str, &'static str, Option<i64>, &'static str, u8) {
    let mut draw = rng.u8(..100);
    for platform in PLATFORMS {
        if draw < platform.4 {
            return platform;
        }
        draw -= platform.4;
    }
    PLATFORMS[0]
}

fn dedup(mut tags: Vec<String>) -> Vec<String> {
    tags.sort();
    tags.dedup();
    tags
}

/// The time with a random fraction of seven decimals, as the services store times.
pub(super) fn fraction(at: Timestamp, rng: &mut Rng) -> Timestamp {
    let second = at.as_second();
    Timestamp::new(second, rng.i32(0..10_000_000) * 100).unwrap_or(at)
}
