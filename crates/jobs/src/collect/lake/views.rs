//! Views over the tables of a lake, as SQL for an engine.
//!
//! | view | of | shows |
//! | --- | --- | --- |
//! | `mde_alerts`, … | each table | all versions of all records |
//! | `mde_alerts_latest`, … | each table whose records have a key | the newest version of each record |
//! | | each table of an export by files | the newest export of each tenant |
//! | `open_incidents` | incidents | those that nobody has resolved, the newest first |
//! | `alert_timeline` | alerts of all services | time, tenant, service, severity, status, title |
//! | `device_vulnerabilities` | devices and vulnerabilities | what is open on which device |
//! | `collect_lag` | `_runs` | the last run of each stream of each tenant, and how far it was behind |
//!
//! A view whose tables are not there is left out.

use std::fmt::Write as _;

use super::super::stream::Stream;

/// An engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Dialect {
    /// DuckDB, with its extension `delta`.
    DuckDb,
    /// ClickHouse.
    ClickHouse,
    /// Spark, with its package of Delta.
    Spark,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::DuckDb, Self::ClickHouse, Self::Spark];

    /// The word by which a person names it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DuckDb => "duckdb",
            Self::ClickHouse => "clickhouse",
            Self::Spark => "spark",
        }
    }

    /// A table of a lake, as the engine reads it. ClickHouse has a function for each kind of store.
    fn table(self, address: &str, name: &str) -> String {
        let place = format!("{address}/{name}");
        let text = place.replace('\'', "''");
        match self {
            Self::DuckDb => format!("delta_scan('{text}')"),
            Self::ClickHouse if place.starts_with('/') => format!("deltaLakeLocal('{text}')"),
            Self::ClickHouse => match text.split_once("://") {
                // ClickHouse has no address for Azure: the account and its key are in a named collection.
                Some(("az", blob)) => {
                    let (container, path) = blob.split_once('/').unwrap_or((blob, ""));
                    format!(
                        "deltaLakeAzure({COLLECTION}, container = '{container}', blob_path = '{path}')"
                    )
                }
                // Its reader of logs takes `gs://` for a bucket of Amazon.
                Some(("gs", object)) => {
                    format!("deltaLake('https://storage.googleapis.com/{object}')")
                }
                _ => format!("deltaLake('{text}')"),
            },
            Self::Spark => format!("delta.`{}`", place.replace('`', "``")),
        }
    }

    fn quoted(self, name: &str) -> String {
        match self {
            Self::Spark => format!("`{}`", name.replace('`', "``")),
            _ => format!("\"{}\"", name.replace('"', "\"\"")),
        }
    }
}

/// The named collection in which ClickHouse has the account of an Azure store.
const COLLECTION: &str = "defender_lake";

/// A view that is made of others: its name, the tables of which one must be there, and the select for each of them.
struct Made {
    name: &'static str,
    of: &'static [(&'static str, &'static str)],
    order: &'static str,
}

/// The order that puts the newest version of a record first. Versions are times as text, and the services leave a fraction of zero out:
/// `10:00:00Z` is before `10:00:00.5Z`, but `Z` comes after a point.
const NEWEST: &str = "replace(_version, 'Z', '') DESC, _fetched_at DESC";

/// Selects name columns without quotes, so they are the same for every engine.
const MADE: &[Made] = &[
    Made {
        name: "open_incidents",
        of: &[
            (
                "graph.incidents",
                "SELECT _tenant, 'graph' AS service, id, displayName AS title, severity, status, assignedTo, \
                 createdDateTime AS created, lastUpdateDateTime AS updated FROM graph_incidents_latest \
                 WHERE lower(status) NOT IN ('resolved', 'redirected')",
            ),
            (
                "xdr.incidents",
                "SELECT _tenant, 'xdr' AS service, CAST(incidentId AS VARCHAR(64)) AS id, incidentName AS title, severity, status, \
                 assignedTo, createdTime AS created, lastUpdateTime AS updated FROM xdr_incidents_latest \
                 WHERE lower(status) NOT IN ('resolved', 'redirected')",
            ),
        ],
        order: "updated DESC",
    },
    Made {
        name: "alert_timeline",
        of: &[
            (
                "graph.alerts",
                "SELECT createdDateTime AS created, _tenant, 'graph' AS service, id, severity, status, title, incidentId AS incident \
                 FROM graph_alerts_latest",
            ),
            (
                "mde.alerts",
                "SELECT alertCreationTime AS created, _tenant, 'mde' AS service, id, severity, status, title, \
                 CAST(incidentId AS VARCHAR(64)) AS incident FROM mde_alerts_latest",
            ),
        ],
        order: "created DESC",
    },
    Made {
        name: "device_vulnerabilities",
        of: &[(
            "mde.assessments.export_software_vulnerabilities",
            "SELECT v._tenant AS _tenant, v.deviceId AS device, v.deviceName AS name, v.cveId AS cve, \
             v.vulnerabilitySeverityLevel AS severity, v.softwareName AS software, v.softwareVersion AS version \
             FROM mde_assessments_export_software_vulnerabilities_latest AS v",
        )],
        order: "severity, cve, device",
    },
    Made {
        name: "collect_lag",
        of: &[(
            "_runs",
            "SELECT _tenant, stream, started, lag_seconds, rows_written, lost, is_degraded, \"end\", message FROM (SELECT *, \
             row_number() OVER (PARTITION BY _tenant, stream ORDER BY started DESC) AS _rank FROM runs) AS numbered WHERE _rank = 1",
        )],
        order: "lag_seconds DESC",
    },
];

/// The views over the tables of a lake, as statements that end with `;`.
///
/// `address` is that of the lake, a folder as its whole path. `tables` are the names of its tables, and `streams` the streams whose keys
/// tell records apart.
///
/// The statements hold no key: an engine has its own settings for an object store. ClickHouse reads Azure with the named collection
/// `defender_lake`, which has the account and its key, and an S3 store that is not Amazon's by its `http://` or `https://` address,
/// followed by the bucket.
///
/// ```
/// use jobs::collect::lake::{Dialect, views};
///
/// let sql = views("/srv/lake", &["mde.alerts".to_owned()], &[], Dialect::DuckDb);
/// assert_eq!(
///     sql,
///     "CREATE OR REPLACE VIEW \"mde_alerts\" AS\n  SELECT * FROM delta_scan('/srv/lake/mde.alerts');\n"
/// );
/// ```
pub fn views(address: &str, tables: &[String], streams: &[Stream], dialect: Dialect) -> String {
    let mut sql = String::new();
    let mut view = |name: &str, select: &str| {
        // Writing to a text cannot fail.
        let _ = writeln!(
            sql,
            "CREATE OR REPLACE VIEW {} AS\n  {select};",
            dialect.quoted(name)
        );
    };
    let mut latest = Vec::new();
    for table in tables {
        let name = name_of(table);
        view(
            &name,
            &format!("SELECT * FROM {}", dialect.table(address, table)),
        );
        let stream = streams.iter().find(|stream| stream.name() == table);
        if let Some(select) = stream.and_then(|stream| newest(stream, &name, dialect)) {
            view(&format!("{name}_latest"), &select);
            latest.push(table.as_str());
        }
    }
    for made in MADE {
        let has = |table: &str| match made.of.iter().any(|(_, select)| select.contains("_latest")) {
            true => latest.contains(&table),
            false => tables.iter().any(|known| known == table),
        };
        let selects: Vec<&str> = made
            .of
            .iter()
            .filter(|(table, _)| has(table))
            .map(|(_, select)| *select)
            .collect();
        if !selects.is_empty() {
            let all = selects.join(" UNION ALL ");
            let all = match dialect {
                Dialect::Spark => all.replace('"', "`").replace("VARCHAR(64)", "STRING"),
                Dialect::ClickHouse => all.replace("AS VARCHAR(64)", "AS Nullable(String)"),
                Dialect::DuckDb => all,
            };
            view(
                made.name,
                &format!("SELECT * FROM ({all}) AS made ORDER BY {}", made.order),
            );
        }
    }
    sql
}

/// Selects what is true now from all versions of a stream's records, in a view of this name. `None` for records without a key.
///
/// A record that an export has no more is gone, so the newest export counts and not the newest row of a record.
fn newest(stream: &Stream, name: &str, dialect: Dialect) -> Option<String> {
    let from = dialect.quoted(name);
    if stream.is_export() {
        return Some(format!(
            "SELECT * FROM {from} WHERE (_tenant, _version) IN (SELECT _tenant, max(_version) FROM {from} GROUP BY _tenant)"
        ));
    }
    let key = stream.key().iter();
    let key: Vec<String> = key.map(|name| dialect.quoted(name)).collect();
    let key = (!key.is_empty()).then(|| key.join(", "))?;
    Some(format!(
        "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY _tenant, {key} ORDER BY {NEWEST}) AS _rank FROM {from}) AS numbered \
         WHERE _rank = 1"
    ))
}

/// The name of the view over a table: `_runs` is `runs`.
fn name_of(table: &str) -> String {
    table.trim_start_matches('_').replace(['.', '-'], "_")
}
