use super::*;
use crate::hunting::library;

fn review(query: &str) -> QueryReview {
    let reviewer = Reviewer {
        text: query,
        offset: 0,
        query,
        tables: kql::tables(query),
    };
    let mut review = reviewer.names(&of_language(&HuntingSchema::documented()));
    reviewer.deprecated(&mut review);
    reviewer.times("2026-11-29T00:00:00Z".parse().unwrap(), &mut review);
    review
}

#[test]
fn a_name_that_is_wrong_is_named_with_its_place_and_the_nearest_one() {
    for (query, line, column, message, suggestion) in [
        (
            "DeviceProcesEvents | take 1",
            1,
            1,
            "unknown table `DeviceProcesEvents`",
            Some("DeviceProcessEvents"),
        ),
        (
            "DeviceProcessEvents\n| where FileNmae == 'x'",
            2,
            9,
            "unknown column `FileNmae`",
            Some("FileName"),
        ),
        (
            "DeviceInfo | extend x = tostrng(DeviceId)",
            1,
            25,
            "unknown function `tostrng`",
            Some("tostring"),
        ),
        (
            "DeviceInfo | summarize n = dcout(DeviceId)",
            1,
            28,
            "unknown function `dcout`",
            Some("dcount"),
        ),
        (
            "EmailEvents | where PhishFilterVerdict == 'Phish'",
            1,
            21,
            "unknown column `PhishFilterVerdict`",
            Some("ThreatTypes"),
        ),
        (
            "AppFileEvents | take 1",
            1,
            1,
            "table `AppFileEvents` is gone",
            Some("CloudAppEvents"),
        ),
        (
            "DeviceInfo | project Nothing",
            1,
            22,
            "unknown column `Nothing`",
            None,
        ),
        (
            "DeviceInfo | wehre DeviceId == ''",
            1,
            14,
            "unknown operator `wehre`",
            Some("where"),
        ),
    ] {
        let review = review(query);
        let [error] = review.errors.as_slice() else {
            panic!("{query}: {review:?}");
        };
        assert_eq!((error.line, error.column), (line, column), "{query}");
        assert_eq!(error.message, message, "{query}");
        assert_eq!(error.suggestion.as_deref(), suggestion, "{query}");
    }
}

#[test]
fn a_finding_shows_the_line_with_carets_below_the_name() {
    let review = review("DeviceInfo\n| where DeviceNmae == 'x'");
    assert_eq!(
        review.errors[0].to_string(),
        "unknown column `DeviceNmae` (line 2, column 9); did you mean `DeviceName`?\n\
         | where DeviceNmae == 'x'\n        ^^^^^^^^^^"
    );
}

#[test]
fn what_the_tenant_may_have_is_a_note_and_no_error() {
    for (query, noted) in [
        ("SigninLogs | where TimeGenerated > ago(1d)", true),
        ("DeviceCustomFileEvents | where Anything == 1", true),
        ("Contoso_CL | where Anything_s == 'x'", false),
        ("_Im_Dns(starttime=ago(1d)) | take 1", false),
        ("DeviceInfo | invoke MySavedFunction('x')", true),
        (
            "DeviceInfo | where TimeGenerated > ago(1d) and _ItemId == ''",
            false,
        ),
        (
            "AssignedIPAddresses('x') | project DeviceName, IPAddress",
            false,
        ),
        ("DeviceInfo | invoke SeenBy() | project Anything", false),
        ("DeviceInfo | frobnicate Anything", false),
        ("DeviceInfo | where (", false),
        ("search 'x' | where Anything == 1", false),
        ("union Device*, Email* | where Anything == 1", false),
        ("union * | where Anything == 1", false),
    ] {
        let review = review(query);
        assert_eq!(review.errors, [], "{query}");
        assert_eq!(
            !review.notes.is_empty(),
            noted,
            "{query}: {:?}",
            review.notes
        );
    }
}

#[test]
fn times_out_of_reach_and_deprecated_tables_are_noted() {
    for (query, notes) in [
        (
            "DeviceInfo | where Timestamp > ago(90d) or Timestamp > ago(90d)",
            1,
        ),
        (
            "DeviceInfo | where Timestamp between (datetime(2026-01-01) .. ago(1d))",
            1,
        ),
        (
            "DeviceInfo | where Timestamp > ago(30d) and Timestamp < datetime(2026-11-28)",
            0,
        ),
        ("Contoso_CL | where TimeGenerated > ago(90d)", 0),
        ("AADSignInEventsBeta | take 1", 1),
    ] {
        let review = review(query);
        assert_eq!(
            (review.errors.len(), review.notes.len()),
            (0, notes),
            "{query}: {review:?}"
        );
    }
}

#[test]
fn the_ready_hunts_have_no_finding() {
    for hunt in library::all() {
        let bound = hunt
            .parameters
            .iter()
            .map(|one| format!("let {} = '';\n", one.name));
        let query = bound.collect::<String>() + &hunt.query;
        assert_eq!(review(&query), QueryReview::default(), "{}", hunt.name);
    }
}

/// One query for each form of the language that queries in the wild use.
const FORMS: &[&str] = &[
    r#"let lookback = 7d;
let names = dynamic(["a.exe","b.exe"]);
DeviceProcessEvents | where Timestamp > ago(lookback) | where FileName in~ (names) | project-reorder Timestamp, DeviceName, *"#,
    r#"let Bad = externaldata(Indicator: string, Kind: string) [@"https://example.test/a.csv"] with (format="csv", ignoreFirstRecord=true);
DeviceNetworkEvents | where RemoteUrl has_any (Bad) | summarize count(), make_set(DeviceName, 10) by RemoteUrl, bin(Timestamp, 1h) | sort by count_ desc"#,
    r#"let Bad = materialize(externaldata(Hash: string)[@"https://example.test/b"] with (format=txt) | where Hash !startswith "#" | distinct Hash);
union DeviceFileEvents, DeviceProcessEvents, DeviceImageLoadEvents
| where SHA256 in (Bad) or InitiatingProcessSHA256 in (Bad)
| summarize arg_max(Timestamp, *) by DeviceId, SHA256
| extend x = strcat(DeviceName, FileName)"#,
    r#"let f = (d: string, t: datetime = datetime(null)) { DeviceInfo | where DeviceId == d and Timestamp > t };
f("x") | project DeviceId, OSPlatform"#,
    r#"let T = datatable(A: string, B: int) ["x", 1, "y", 2];
T | join kind=leftouter (DeviceInfo | summarize arg_max(Timestamp, *) by DeviceName) on $left.A == $right.DeviceName | project A, B, DeviceName, OSPlatform"#,
    r#"let last = toscalar(DeviceInfo | summarize max(Timestamp));
DeviceInfo | where Timestamp == last | count"#,
    r#"DeviceEvents | where ActionType == "UsbDriveMounted" | extend P = parse_json(AdditionalFields) | extend DriveLetter = tostring(P.DriveLetter), S = tostring(parse_json(AdditionalFields).SerialNumber) | summarize make_set(DriveLetter) by DeviceId, S | where array_length(set_DriveLetter) > 1"#,
    r#"CloudAppEvents | where ActionType == "MailItemsAccessed" | extend Raw = parse_json(RawEventData) | extend AppId = tostring(RawEventData.ClientAppId), X = RawEventData["A"]["b"], Y = ActivityObjects[0].Name | mv-expand Item = Raw.Folders to typeof(dynamic) | extend Path = tostring(Item.Path) | summarize by Path, AppId"#,
    r#"IdentityInfo | mv-expand AssignedRoles | summarize dcount(AccountUpn) by tostring(AssignedRoles) | where dcount_AccountUpn > 3"#,
    r#"DeviceProcessEvents | where ProcessCommandLine matches regex @"(?i)[a-z]:\temp" | extend F = extract(@"(\w+)\.exe", 1, ProcessCommandLine, typeof(string)) | parse ProcessCommandLine with * "-u " User " -p" Rest | project F, User, Rest"#,
    r#"DeviceLogonEvents | summarize Failed = countif(ActionType == "LogonFailed"), Ok = countif(ActionType == "LogonSuccess") by DeviceName, AccountName | extend Rate = Failed * 1.0 / (Failed + Ok) | top 10 by Rate desc"#,
    r#"DeviceFileEvents | where ActionType == "FileCreated" | invoke FileProfile("SHA1", 1000) | where GlobalPrevalence < 100 and isnotempty(Signer) | project SHA1, GlobalPrevalence, ThreatName"#,
    r#"DeviceNetworkEvents | evaluate ipv4_lookup(Net, RemoteIP, network) | take 1"#,
    r#"AlertInfo | join kind=inner AlertEvidence on AlertId | project Timestamp, Timestamp1, AlertId, AlertId1, Title, EntityType | project-away Timestamp1"#,
    r#"EmailEvents | where ThreatTypes has "Phish" | join kind=inner (UrlClickEvents | where ActionType == "ClickAllowed") on NetworkMessageId | summarize Clicks = count() by AccountUpn, Url"#,
    r#"DeviceInfo | evaluate bag_unpack(parse_json(AdditionalFields)) | where Foo == 1"#,
    r#"DeviceInfo | summarize count() by OSPlatform | evaluate pivot(OSPlatform) | project Windows10"#,
    r#"DeviceTvmSoftwareVulnerabilities | lookup kind=leftouter DeviceTvmSoftwareVulnerabilitiesKB on CveId | where IsExploitAvailable == 1 and CvssScore >= 9 | summarize Devices = dcount(DeviceId) by CveId, VulnerabilitySeverityLevel"#,
    r#"DeviceLogonEvents | make-series Logons = count() default=0 on Timestamp from ago(14d) to now() step 1d by AccountName | extend (anomalies, score, baseline) = series_decompose_anomalies(Logons, 1.5) | mv-expand Timestamp to typeof(datetime), anomalies to typeof(long) | where anomalies > 0"#,
    r#"union isfuzzy=true withsource=Source Device*, (SigninLogs | where TimeGenerated > ago(1d)) | where Timestamp > ago(1d) | summarize count() by Source"#,
    r#"search in (DeviceProcessEvents, DeviceFileEvents) "mimikatz" | take 10"#,
    r#"find in (DeviceProcessEvents, DeviceNetworkEvents) where DeviceName == "x" project Timestamp, DeviceName"#,
    r#"DeviceProcessEvents | sort by DeviceId asc, Timestamp asc | serialize | extend P = prev(FileName), N = next(FileName), R = row_number() | where P == "cmd.exe""#,
    r#"DeviceProcessEvents | partition hint.strategy=native by DeviceId (top 1 by Timestamp) | project DeviceId"#,
    r#"DeviceProcessEvents | sort by Timestamp asc | scan declare (Step: long = 0) with (step s1: FileName == "a.exe" => Step = 1; step s2: FileName == "b.exe" => Step = s1.Step + 1;) | project Step, DeviceId"#,
    r#"DeviceProcessEvents | mv-apply A = split(ProcessCommandLine, " ") to typeof(string) on (where A has "x" | summarize Parts = make_list(A)) | project Parts"#,
    r#"DeviceProcessEvents | top-nested 3 of DeviceName by count(), top-nested 2 of FileName by count() | project DeviceName, FileName, aggregated_DeviceName"#,
    r#"declare query_parameters(d: string = "x"); DeviceInfo | where DeviceId == d"#,
    r#"DeviceNetworkEvents | where RemoteIPType == "Public" | extend G = geo_info_from_ip_address(RemoteIP) | extend C = tostring(G.country) | summarize count() by C | render piechart"#,
    r#"DeviceNetworkEvents | where not(ipv4_is_private(RemoteIP)) and RemotePort between (1 .. 1024) | where Timestamp between (datetime(2026-11-20) .. now()) | distinct DeviceName, RemoteIP"#,
    r#"DeviceProcessEvents | project-rename Cmd = ProcessCommandLine | where Cmd contains "x" | project-keep Cmd, D* | getschema"#,
    r#"DeviceInfo | extend M = column_ifexists("MissingColumn", "") | where M == """#,
    r#"print x = 1, y = strcat("a", "b") | extend z = x + 1"#,
    r#"range d from ago(7d) to now() step 1d | extend k = 1 | join kind=fullouter (DeviceInfo | extend k = 1) on k | project d, DeviceName"#,
    r#"let Excl = DeviceInfo | where OSPlatform == "x" | project DeviceId; DeviceProcessEvents | where DeviceId !in (Excl) | where DeviceId in ((DeviceInfo | project DeviceId)) | summarize (First, Name) = arg_min(Timestamp, FileName), any(SHA1), makeset(DeviceId) by AccountName | project First, Name, any_SHA1, set_DeviceId"#,
    r#"DeviceInfo | as hint.materialized=true X | where DeviceId == "" | union (X | take 1)"#,
    r#"DeviceProcessEvents | where ProcessCommandLine has_all ("a","b") | extend h = hash_sha256(ProcessCommandLine), t = translate("abc", "xyz", FileName), u = to_utf8(FileName), g = gzip_compress_to_base64_string(FileName), b = binary_all_and(1)"#,
    r#"ExposureGraphEdges | make-graph SourceNodeId --> TargetNodeId with ExposureGraphNodes on NodeId | graph-match (a)-[e]->(b) where a.NodeLabel == "user" project a.NodeName, b.NodeName"#,
    r#"DeviceEvents | extend Fields = todynamic(AdditionalFields) | extend A = Fields.["x y"], B = Fields.a.b[0].c | where isnotempty(A)"#,
    r#"DeviceInfo | where Timestamp > startofday(ago(1d)) | summarize hint.shufflekey=DeviceId stdev(1), percentiles(todouble(OSBuild), 5, 95), percentile(todouble(OSBuild), 50), variance(1), hll(DeviceId), tdigest(1), make_bag(pack("a",1)), take_any(DeviceName), count_distinct(DeviceId), make_list_if(DeviceId, true), sumif(1,true), dcountif(DeviceId, true) by OSPlatform | project percentile_OSBuild_5"#,
];

#[test]
fn the_forms_of_the_language_have_no_error() {
    for query in FORMS {
        assert_eq!(review(query).errors, [], "{query}");
    }
}
