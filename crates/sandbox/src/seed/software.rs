//! Software: products, their vulnerabilities, and where they are installed.
//!
//! Each product has an older version with five vulnerabilities and a newer one without. A
//! quarter of the installations is the older one. Names and versions are real,
//! vulnerabilities are invented.

use fastrand::Rng;
use jiff::Timestamp;

use super::devices::{Device, fraction};
use super::plan::Plan;
use crate::clock::earlier;

/// A software product.
#[derive(Clone, Debug)]
pub(crate) struct Product {
    pub(crate) vendor: &'static str,
    pub(crate) name: &'static str,
    /// 0 for the older version, 1 for the newer one.
    pub(crate) versions: [&'static str; 2],
    /// `windows`, `linux` or `any`.
    runs_on: &'static str,
}

impl Product {
    /// The id that Defender for Endpoint uses: `vendor-_-name`.
    pub(crate) fn id(&self) -> String {
        format!("{}-_-{}", self.vendor, self.name)
    }
}

/// A vulnerability of the older version of a product.
#[derive(Clone, Debug)]
pub(crate) struct Weakness {
    pub(crate) cve: String,
    /// Index of the product.
    pub(crate) product: usize,
    /// Follows from the score.
    pub(crate) severity: &'static str,
    /// CVSS score.
    pub(crate) score: f64,
    /// 5 to 300 days before the base.
    pub(crate) published: Timestamp,
    /// Whether an exploit is public.
    pub(crate) has_exploit: bool,
    /// Number of the update that fixes it.
    pub(crate) kb: String,
}

/// A product on a device, by their indexes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Installation {
    pub(crate) device: usize,
    pub(crate) product: usize,
    /// 0 is the older, weak version.
    pub(crate) version: usize,
    pub(crate) first_seen: Timestamp,
}

/// Vendor, name, versions, platform.
const PRODUCTS: [(&str, &str, [&str; 2], &str); 14] = [
    (
        "microsoft",
        "edge",
        ["136.0.3240.50", "138.0.3351.65"],
        "windows",
    ),
    (
        "microsoft",
        "office",
        ["16.0.17328.20162", "16.0.18925.20158"],
        "windows",
    ),
    (
        "microsoft",
        "windows_11",
        ["10.0.26100.3775", "10.0.26100.4652"],
        "windows",
    ),
    (
        "microsoft",
        "teams",
        ["24335.206.3315.1951", "25163.3611.3774.6315"],
        "windows",
    ),
    (
        "google",
        "chrome",
        ["135.0.7049.95", "138.0.7204.101"],
        "any",
    ),
    ("mozilla", "firefox", ["137.0.2", "140.0.4"], "any"),
    (
        "adobe",
        "acrobat_reader_dc",
        ["24.5.20421.0", "25.1.20566.0"],
        "windows",
    ),
    ("7-zip", "7-zip", ["23.1.0.0", "24.9.0.0"], "windows"),
    ("oracle", "jre", ["8.0.4110.9", "8.0.4510.10"], "any"),
    ("openssl", "openssl", ["3.0.2", "3.0.17"], "linux"),
    ("python", "python", ["3.11.4", "3.13.5"], "any"),
    ("git-scm", "git", ["2.45.0", "2.50.1"], "any"),
    ("putty", "putty", ["0.78.0.0", "0.83.0.0"], "windows"),
    (
        "videolan",
        "vlc_media_player",
        ["3.0.18.0", "3.0.21.0"],
        "any",
    ),
];

/// All products.
pub(super) fn products() -> Vec<Product> {
    PRODUCTS
        .into_iter()
        .map(|(vendor, name, versions, runs_on)| Product {
            vendor,
            name,
            versions,
            runs_on,
        })
        .collect()
}

/// Five vulnerabilities for each product.
pub(super) fn weaknesses(plan: &Plan, products: &[Product], rng: &mut Rng) -> Vec<Weakness> {
    (0..products.len() * 5)
        .map(|number| {
            let score = f64::from(rng.u16(20..100)) / 10.0;
            Weakness {
                cve: format!("CVE-2026-{}", 20_000 + number * 37),
                product: number % products.len(),
                severity: match score {
                    score if score >= 9.0 => "Critical",
                    score if score >= 7.0 => "High",
                    score if score >= 4.0 => "Medium",
                    _ => "Low",
                },
                score,
                published: fraction(earlier(plan.base, rng.i64(5 * 86_400..300 * 86_400)), rng),
                has_exploit: rng.u8(..5) == 0,
                kb: format!("50{}", 30_000 + number * 11),
            }
        })
        .collect()
}

/// Products on devices. The first five are on every device whose platform fits, others on a
/// third.
pub(super) fn installations(
    devices: &[Device],
    products: &[Product],
    rng: &mut Rng,
) -> Vec<Installation> {
    let mut all = Vec::new();
    for (device, facts) in devices.iter().enumerate() {
        for (product, software) in products.iter().enumerate() {
            let fits = match software.runs_on {
                "windows" => facts.is_windows(),
                "linux" => facts.build.is_none(),
                _ => true,
            };
            // Operating systems and browsers are nearly everywhere, tools are not.
            let common = product < 5;
            if fits && (common || rng.u8(..3) == 0) {
                let version = usize::from(rng.u8(..4) != 0);
                all.push(Installation {
                    device,
                    product,
                    version,
                    first_seen: facts.first_seen,
                });
            }
        }
    }
    all
}
