//! The forms that queries in the wild use, each with its result.

use super::*;

/// Checks queries and their rows.
pub(super) fn all(cases: &[(&str, Value)]) {
    for (query, expected) in cases {
        assert_eq!(&rows(query), expected, "{query}");
        let known = crate::columns(query, &Small::new().0);
        let found = ask(query).unwrap().columns;
        // The check and the evaluator agree, unless only the data shows the columns.
        assert_eq!(known.unwrap_or_else(|| found.clone()), found, "{query}");
    }
}

#[test]
fn let_binds_scalars_lists_tables_and_functions() {
    all(&[
        (
            "let n = 3; T | where Size == n | project Size",
            json!([[3]]),
        ),
        (
            "let names = dynamic(['Gamma', 'x']); T | where Name in (names) | count",
            json!([[1]]),
        ),
        (
            "let names = dynamic(['gamma']); T | where Name has_any (names) | count",
            json!([[2]]),
        ),
        (
            "let names = dynamic([\"beta\", \"alpha\"]); T | where Name has_all (names) | count",
            json!([[1]]),
        ),
        (
            "let Big = T | where Size > 3; Big | project Name",
            json!([["Gamma"]]),
        ),
        (
            "let Big = (T | where Size > 3); U | where Name in (Big) | count",
            json!([[2]]),
        ),
        (
            "let Owners = U | distinct Name; T | where Name in~ (Owners) | project Size",
            json!([[9]]),
        ),
        (
            "let Rows = materialize(T | where On); Rows | union Rows | count",
            json!([[4]]),
        ),
        (
            "let top = toscalar(T | summarize max(Size)); T | where Size == top | project Name",
            json!([["Gamma"]]),
        ),
        (
            "let add = (a:long, b:long = 10) { a + b }; print x = add(1), y = add(1, 2)",
            json!([[11, 3]]),
        ),
        (
            "let big = (limit:long) { T | where Size > limit }; big(3) | count",
            json!([[1]]),
        ),
        (
            "let first = (rows:(Name:string)) { rows | take 1 }; T | invoke first() | count",
            json!([[1]]),
        ),
        (
            "let all = view () { T | project Name }; all() | count",
            json!([[3]]),
        ),
        (
            "let twice = (a:long) { let b = a * 2; b }; T | where Size == 3 | project twice(Size) + twice(1)",
            json!([[8]]),
        ),
        // Without parameters the name is a call.
        ("let few = () { T | take 2 }; few | count", json!([[2]])),
        (
            "let least = () { 3 }; T | where Size > least | project Size + least + least()",
            json!([[15]]),
        ),
        (
            "let L = datatable(K:string, V:long)['a', 1, 'b', 2]; L | where V > 1 | project K",
            json!([["b"]]),
        ),
        (
            "declare query_parameters(who:string = 'Gamma'); T | where Name == who | count",
            json!([[1]]),
        ),
        ("set notruncation; T | count // of all\n", json!([[3]])),
        ("T | as X | union X | count", json!([[6]])),
    ]);
}

#[test]
fn tables_are_united() {
    all(&[
        ("union T, U | count", json!([[6]])),
        (
            "T | union U | where isnotempty(Owner) | count",
            json!([[3]]),
        ),
        (
            "union isfuzzy=true T, Missing, (U | take 1) | count",
            json!([[4]]),
        ),
        (
            "union withsource=Source T, U | summarize count() by Source",
            json!([["T", 3], ["U", 3]]),
        ),
        (
            "union kind=inner T, U | project-keep * | getschema | project ColumnName",
            json!([["Name"], ["Size"]]),
        ),
        ("union * | count", json!([[6]])),
        // A view has a name like a table; other functions are not found by a wildcard.
        (
            "let T1 = view () { T | take 1 }; let T2 = () { T }; union withsource=Source T* | summarize count() by Source",
            json!([["T", 3], ["T1", 1]]),
        ),
        (
            "let T1 = view () { union T* | take 2 }; T1 | count",
            json!([[2]]),
        ),
        (
            "let A = print x = 1; let B = print x = 'a'; union A, B | getschema | project ColumnName",
            json!([["x_long"], ["x_string"]]),
        ),
    ]);
}

#[test]
fn tables_are_joined_in_each_way() {
    let left = "let L = datatable(K:string, A:long)['a', 1, 'a', 2, 'b', 3]; let R = datatable(K:string, B:long)['a', 10, 'c', 30]; ";
    for (kind, expected) in [
        ("", json!([["a", 1, "a", 10]])),
        ("kind=innerunique", json!([["a", 1, "a", 10]])),
        ("kind=inner", json!([["a", 1, "a", 10], ["a", 2, "a", 10]])),
        (
            "kind = leftouter",
            json!([["a", 1, "a", 10], ["a", 2, "a", 10], ["b", 3, "", null]]),
        ),
        (
            "kind=rightouter",
            json!([["a", 1, "a", 10], ["a", 2, "a", 10], ["", null, "c", 30]]),
        ),
        (
            "kind=fullouter",
            json!([
                ["a", 1, "a", 10],
                ["a", 2, "a", 10],
                ["b", 3, "", null],
                ["", null, "c", 30]
            ]),
        ),
        ("kind=leftsemi", json!([["a", 1], ["a", 2]])),
        ("kind=leftanti", json!([["b", 3]])),
        ("kind=anti", json!([["b", 3]])),
        ("kind=rightsemi", json!([["a", 10]])),
        ("kind=rightanti hint.strategy=broadcast", json!([["c", 30]])),
    ] {
        assert_eq!(
            rows(&format!("{left} L | join {kind} R on K")),
            expected,
            "{kind}"
        );
    }
    all(&[
        (
            "T | join kind=inner (U) on $left.Name == $right.Name | project Owner",
            json!([["ann"], ["bob"]]),
        ),
        ("T | join kind=inner U on Name, Size | count", json!([[0]])),
        (
            "T | lookup U on Name | where Size == 9 | project Owner, Size1",
            json!([["ann", 1], ["bob", 2]]),
        ),
        (
            "T | lookup kind=inner (U | where Size == 1) on Name | project Name, Owner",
            json!([["Gamma", "ann"]]),
        ),
    ]);
}

#[test]
fn columns_are_picked_renamed_and_ordered() {
    for (query, expected) in [
        ("T | project-away *i*", "Name, Tags, On"),
        (
            "T | join kind=inner U on Name | project-away *1",
            "Name, Size, Timestamp, Tags, On, Owner",
        ),
        ("T | project-away T*, Size", "Name, On"),
        ("T | project-keep On, Na*", "Name, On"),
        (
            "T | project-rename Label = Name, Bytes = Size",
            "Label, Bytes, Timestamp, Tags, On",
        ),
        (
            "T | project-reorder On, T*",
            "On, Timestamp, Tags, Name, Size",
        ),
        (
            "T | project-reorder * asc",
            "Name, On, Size, Tags, Timestamp",
        ),
        (
            "T | project ['a b'] = Name, Size + 1, tostring(Size)",
            "a b, Column2, Size",
        ),
        (
            "T | extend Size2 = Size, tostring(Tags[0])",
            "Name, Size, Timestamp, Tags, On, Size2, Tags_0",
        ),
        ("T | distinct *", "Name, Size, Timestamp, Tags, On"),
        (
            "T | summarize count(), countif(On), make_set(Name, 5), dcount(Size) by On, Hour = bin(Timestamp, 1h)",
            "On, Hour, count_, countif_, set_Name, dcount_Size",
        ),
        (
            "T | summarize arg_max(Timestamp, *) by Name",
            "Name, Timestamp, Size, Tags, On",
        ),
        (
            "T | summarize (When, What) = arg_min(Timestamp, Name)",
            "When, What",
        ),
        (
            "T | summarize argmax(Size, Name) by On",
            "On, max_Size, max_Size_Name",
        ),
        (
            "T | summarize take_any(Name), any(Size), percentiles(Size, 50, 99.9)",
            "Name, any_Size, percentile_Size_50, percentile_Size_99_9",
        ),
        (
            "T | invoke FileProfile('SHA1', 100)",
            "Name, Size, Timestamp, Tags, On, GlobalPrevalence",
        ),
        ("print 1, x = 2", "print_0, x"),
        ("T | search 'x'", "$table, Name, Size, Timestamp, Tags, On"),
        (
            "find in (T, U) where Name == 'Gamma' project Name, Size",
            "source_, Name, Size",
        ),
    ] {
        assert_eq!(columns(query).join(", "), expected, "{query}");
    }
}

#[test]
fn groups_have_every_aggregate() {
    all(&[
        ("T | summarize by On", json!([[true], [false]])),
        (
            "T | summarize n = count() by On | where n > 1 | project n",
            json!([[2]]),
        ),
        (
            "T | summarize makeset(Name) | project array_length(set_Name)",
            json!([[3]]),
        ),
        (
            "T | summarize make_list(Size), make_set_if(Size, Size > 3), count_distinct(On)",
            json!([["[3,9]", "[9]", 2]]),
        ),
        (
            "T | summarize sumif(Size, On), dcountif(Name, On), maxif(Size, On), avg(Size)",
            json!([[3, 2, 3, 6.0]]),
        ),
        (
            "T | summarize total = sum(Size) * 2, iff(count() > 2, 'many', 'few')",
            json!([[24, "many"]]),
        ),
        (
            "T | summarize array_length(make_set(Name)), tostring(max(Size))",
            json!([[3, "9"]]),
        ),
        (
            "T | summarize percentile(Size, 50), percentiles(Size, 1, 99)",
            json!([[3, 3, 9]]),
        ),
        (
            "T | summarize round(stdev(Size), 2), variance(Size), stdevp(Size)",
            json!([[4.24, 18.0, 3.0]]),
        ),
        (
            "T | summarize make_bag(pack(Name, Size)) | project array_length(bag_keys(bag_))",
            json!([[3]]),
        ),
        (
            "T | summarize arg_max(Size, Name), arg_min(Size, On)",
            json!([[9, "Gamma", 3, true]]),
        ),
        (
            "T | summarize arg_max(Timestamp, tolower(Name), Size) by On | where On | project Size",
            json!([[null]]),
        ),
        ("T | summarize take_any(Name) | count", json!([[1]])),
        (
            "T | make-series n = count() default = 0 on Timestamp from datetime(2026-01-04) to datetime(2026-01-07) step 1d | project n",
            json!([["[0,2,0]"]]),
        ),
        (
            "T | top-nested 1 of On by count(), top-nested 1 of Name by max(Size) | project Name",
            json!([["alpha | beta"]]),
        ),
        (
            "T | evaluate pivot(On, count(), Size) | getschema | project ColumnName",
            json!([["Size"], ["false"], ["true"]]),
        ),
    ]);
}

#[test]
fn dynamic_values_are_read_and_expanded() {
    let source = r#"let D = print J = '{"a": {"b": [1, 2]}, "c d": "x", "n": null}', L = dynamic([1, 2]), O = dynamic({"k": "v", "m": 5});"#;
    for (rest, expected) in [
        ("D | project parse_json(J).a.b[0]", json!([[1]])),
        ("D | project tostring(parse_json(J)['c d'])", json!([["x"]])),
        (
            "D | extend P = parse_json(J) | project P.a.b[-1], isnull(P.n), tostring(P.z)",
            json!([[2, true, ""]]),
        ),
        ("D | project J.a.b", json!([["[1,2]"]])),
        ("D | project toint(O.m) + 1, O.k == 'v'", json!([[6, true]])),
        ("D | mv-expand L | project toint(L)", json!([[1], [2]])),
        (
            "D | mv-expand L to typeof(long) | project L",
            json!([[1], [2]]),
        ),
        (
            "D | mvexpand V = parse_json(J).a.b to typeof(int) limit 1 | project V",
            json!([[1]]),
        ),
        (
            "D | mv-expand with_itemindex=I L | project I",
            json!([[0], [1]]),
        ),
        (
            "D | mv-apply L to typeof(long) on (where L > 1 | summarize s = sum(L)) | project s",
            json!([[2]]),
        ),
        ("D | mv-expand kind=array O | count", json!([[2]])),
        (
            "D | evaluate bag_unpack(O) | project k, m",
            json!([["v", 5]]),
        ),
        (
            "D | project array_length(L), array_concat(L, dynamic([3])), array_slice(L, 1, 1), array_index_of(L, 2)",
            json!([[2, "[1,2,3]", "[2]", 1]]),
        ),
        (
            "D | project set_difference(L, dynamic([1])), set_union(L, L), jaccard_index(L, L)",
            json!([["[2]", "[1,2]", 1.0]]),
        ),
        (
            "D | project strcat_array(L, '-'), extractjson('$.a.b[1]', J, typeof(long)), pack_array(1, 'x')",
            json!([["1-2", 2, "[1,\"x\"]"]]),
        ),
        (
            "D | project column_ifexists('L', 0), column_ifexists('Q', 7)",
            json!([["[1,2]", 7]]),
        ),
        (
            "D | project todynamic(J).a.b, parsejson(J).a.b[0], gettype(L), bag_keys(O)",
            json!([["[1,2]", 1, "array", "[\"k\",\"m\"]"]]),
        ),
    ] {
        assert_eq!(rows(&format!("{source} {rest}")), expected, "{rest}");
    }
}

#[test]
fn texts_are_searched_and_parsed() {
    all(&[
        (r#"print extract(@"(\d+)-(\d+)", 2, "a 12-34"), extract("x(y)?", 1, "x"), extract("[0-9]+", 0, "a7", typeof(long))"#, json!([["34", "", 7]])),
        (r#"print extract_all(@"(\d)", "1a2"), extract_all(@"(\w)(\d)", dynamic([2]), "a1b2")"#, json!([["[\"1\",\"2\"]", "[\"1\",\"2\"]"]])),
        (r#"T | where Name matches regex @"^[Gg]amma$" | count"#, json!([[1]])),
        (r#"T | where Name matches regex "(?i)GAMMA" | count"#, json!([[2]])),
        (r#"print s = "user=ann id=7;" | parse s with * "user=" who " id=" id:long ";" | project who, id"#, json!([["ann", 7]])),
        (r#"print s = "none" | parse s with "user=" who | project who"#, json!([[""]])),
        (r#"print s = "none" | parse-where s with "user=" who | count"#, json!([[0]])),
        (r#"print s = "a1b" | parse kind=regex s with @"\w" n:long "b" | project n"#, json!([[1]])),
        ("T | where Name hasprefix 'gam' and Name !hassuffix 'exe' and Name !contains 'x' | count", json!([[1]])),
        ("T | where Name has_cs 'Gamma' or Name startswith_cs 'a' | count", json!([[2]])),
        ("T | filter Name !startswith 'g' and Name !~ 'x' and Name <> 'y' | count", json!([[1]])),
        ("T | where Name !in~ ('GAMMA') and Name !has 'alpha' | project Name", json!([["gamma.exe"]])),
        ("print split('a,b', ','), split('a,b', ',', 1), tostring(split('a,b', ',')[0])", json!([["[\"a\",\"b\"]", "[\"b\"]", "a"]])),
        ("print replace('a+', 'x', 'baab'), replace_string('aab', 'a', 'c'), replace_regex('a1', @'(\\w)(\\d)', @'\\2\\1')".replace("\\\\", "\\").as_str(), json!([["bxb", "ccb", "1a"]])),
        ("print substring('hello', 1, 3), substring('hello', -2), indexof('hello', 'l'), countof('aaa', 'aa'), strlen('é')", json!([["ell", "lo", 2, 2, 1]])),
        ("print trim(@'\\s+', '  a '), trim_start('x', 'xa'), trim_end('x', 'ax'), toupper('a'), reverse('ab')".replace("\\\\", "\\").as_str(), json!([["a", "a", "a", "A", "ba"]])),
        ("print base64_decode_tostring('aGk='), base64_encode_tostring('hi'), url_decode('a%20b'), url_encode('a b')", json!([["hi", "aGk=", "a b", "a+b"]])),
        ("print parse_url('https://u:p@h.example:8/p?q=1#f').Host, tostring(parse_url('https://h/p?q=1')['Query Parameters']['q'])", json!([["h.example", "1"]])),
        ("print parse_csv('a,\"b,c\"')[1], parse_path('C:\\\\x\\\\y.exe').Filename, parse_command_line('a \"b c\"', 'windows')[1]", json!([["b,c", "y.exe", "b c"]])),
        ("print strcat('a', 1, true), strcat_delim('-', 'a', 'b'), isempty(''), isnotempty('a'), coalesce('', 'b')", json!([["a1true", "a-b", true, true, "b"]])),
        ("T | search 'beta' | project Size", json!([[3]])),
        ("T | where * has 'beta' | project Size", json!([[3]])),
        ("search in (T, U) Name:'Gamma' and Size > 1 | count", json!([[2]])),
        ("find in (T, U) where Size == 3 project Name | count", json!([[2]])),
        ("print h'secret', 'a' 'b', @'c:\\', ```x\ny```".replace("\\\\", "\\").as_str(), json!([["secret", "ab", "c:\\", "x\ny"]])),
    ]);
}

#[test]
fn times_and_numbers_are_calculated() {
    all(&[
        (
            "print startofday(now()), endofday(datetime(2026-01-01)), startofweek(now()), startofmonth(now()), startofyear(now())",
            json!([[
                "2026-01-06T00:00:00.0000000Z",
                "2026-01-01T23:59:59.9999999Z",
                "2026-01-04T00:00:00.0000000Z",
                "2026-01-01T00:00:00.0000000Z",
                "2026-01-01T00:00:00.0000000Z"
            ]]),
        ),
        (
            "print datetime_diff('day', datetime(2026-01-03), datetime(2026-01-01 23:00)), datetime_diff('month', datetime(2026-03-01), datetime(2025-12-31)), datetime_add('month', 1, datetime(2026-01-31))",
            json!([[2, 3, "2026-02-28T00:00:00.0000000Z"]]),
        ),
        (
            "print format_datetime(datetime(2026-01-02 03:04:05), 'yyyy-MM-dd HH:mm:ss'), format_timespan(1h + 5s, 'hh:mm:ss'), hourofday(datetime(2026-01-01 05:00))",
            json!([["2026-01-02 03:04:05", "01:00:05", 5]]),
        ),
        (
            "print todatetime('2026-01-02'), totimespan('1.02:00:00'), toint('7'), tolong('0x10'), todouble('1.5'), tobool('true'), toint('x')",
            json!([[
                "2026-01-02T00:00:00.0000000Z",
                "1.02:00:00",
                7,
                16,
                1.5,
                true,
                null
            ]]),
        ),
        (
            "print 7 / 2, 7.0 / 2, 7 % 4, -7 % 4, abs(-2), round(2.345, 2), ceiling(1.2), 2h / 1h, 1h * 2",
            json!([[3, 3.5, 3, 1, 2, 2.35, 2.0, 2.0, "02:00:00"]]),
        ),
        (
            "print iff(1 > 2, 'a', 'b'), iif(true, 1, 2), case(false, 1, true, 2, 3), max_of(1, 3), min_of(1, 3), not(true)",
            json!([["b", 1, 2, 3, 1, false]]),
        ),
    ]);
}

#[test]
fn rows_see_their_neighbours() {
    all(&[
        (
            "print ipv4_is_private('10.1.2.3'), ipv4_is_in_range('10.1.2.3', '10.0.0.0/8'), ipv4_compare('1.1.1.1', '1.1.1.2'), has_ipv4('a 1.2.3.4 b', '1.2.3.4')",
            json!([[true, true, -1, true]]),
        ),
        ("range x from 1 to 5 step 2", json!([[1], [3], [5]])),
        (
            "range d from datetime(2026-01-01) to datetime(2026-01-02) step 12h | count",
            json!([[3]]),
        ),
        (
            "T | sort by Size desc nulls last | serialize n = row_number(), before = prev(Size), after = next(Size, 1, 0) | project n, before, after",
            json!([[1, null, 3], [2, 9, null], [3, 3, 0]]),
        ),
        (
            "T | order by Timestamp asc | extend s = row_cumsum(Size) | project s",
            json!([[3], [12], [12]]),
        ),
        (
            "T | where Timestamp between (datetime(2026-01-05) .. now()) | count",
            json!([[2]]),
        ),
        (
            "T | where Timestamp > ago(2d) | summarize min(Timestamp) by bin(Timestamp, 7d) | count",
            json!([[1]]),
        ),
        (
            "T | where On == 1 | render piechart with (title='x')",
            json!([
                [
                    "alpha | beta",
                    3,
                    "2026-01-01T00:10:00.0000000Z",
                    "[\"x\"]",
                    true
                ],
                [
                    "gamma.exe",
                    null,
                    "2026-01-05T00:50:00.0000000Z",
                    null,
                    true
                ]
            ]),
        ),
        (
            "T | where not(isnull(Size)) and isnotnull(Size) | sample 1 | count",
            json!([[1]]),
        ),
        (
            "print binary_shift_left(1, 3), binary_xor(5, 1), tohex(255), pow(2, 3), unixtime_seconds_todatetime(0)",
            json!([[8, 4, "ff", 8.0, "1970-01-01T00:00:00.0000000Z"]]),
        ),
        (
            "print geo_info_from_ip_address('10.0.0.1').country, strlen(tostring(new_guid())), rand() <= 1",
            json!([[null, 36, true]]),
        ),
    ]);
}
