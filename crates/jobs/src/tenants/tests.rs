//! Tenants files in their three forms, and expressions.

use super::*;

const A: &str = "aaaaaaaa-0000-0000-0000-000000000001";
const B: &str = "bbbbbbbb-0000-0000-0000-000000000002";
const C: &str = "cccccccc-0000-0000-0000-000000000003";

fn parse(name: &str, text: &str) -> Result<TenantFile, String> {
    TenantFile::parse(Path::new(name), text).map_err(|error| error.to_string())
}

fn three() -> TenantFile {
    let text =
        format!("id,name,tags\n{A},Contoso,prod;emea\n{B},Johnson & Johnson,prod;test\n{C},,\n");
    parse("t.csv", &text).unwrap()
}

fn chosen(expression: &str) -> Result<Vec<String>, String> {
    let selection = Selection::parse(expression).map_err(|error| error.to_string())?;
    let other = parse("o.csv", &format!("id,name,tags\n{C},Other,prod\n")).unwrap();
    let read = |path: Option<&Path>| {
        Ok(if path.is_some() {
            other.clone()
        } else {
            three()
        })
    };
    let chosen = selection.resolve(read).map_err(|error| error.to_string())?;
    Ok(chosen
        .tenants
        .into_iter()
        .map(|one| one.id[..1].to_owned())
        .collect())
}

#[test]
fn the_three_forms_say_the_same() {
    let toml = format!(
        "# ours\n[[tenant]]\nid = \"{A}\"\nname = \"Contoso\"\ntags = [\"prod\", \"emea\"]\ncloud = \"gcc\"\n\
         portal = \"contoso.us2.portal.cloudappsecurity.com\"\nprofile = \"p\"\nnotes = \"n\"\n"
    );
    let csv = format!(
        "Id,name,tags,cloud,portal,profile,notes\n{A},Contoso,prod; emea,gcc,\
         https://contoso.us2.portal.cloudappsecurity.com/api,p,n\n"
    );
    let ndjson = format!(
        "{{\"id\":\"{A}\",\"name\":\"Contoso\",\"tags\":[\"prod\",\"emea\"],\"cloud\":\"gcc\",\
         \"portal\":\"contoso.us2.portal.cloudappsecurity.com\",\"profile\":\"p\",\"notes\":\"n\"}}\n\n"
    );
    let tenants = |name: &str, text: &str| parse(name, text).unwrap().tenants;
    let expected = tenants("t.toml", &toml);
    assert_eq!(expected[0].cloud, Some(Cloud::Gcc));
    assert_eq!(expected[0].tags, ["prod", "emea"]);
    for (name, text) in [
        ("t.csv", &csv),
        ("t.ndjson", &ndjson),
        (
            "t.csv",
            &csv.replace("prod; emea", "\"[\"\"prod\"\",\"\"emea\"\"]\""),
        ),
        ("t", &toml),
        ("t", &csv),
        ("t", &ndjson),
    ] {
        assert_eq!(tenants(name, text), expected, "{name}");
    }
    assert_eq!(tenants("t.toml", &TenantFile::to_toml(&expected)), expected);
}

#[test]
fn a_wrong_file_names_the_line() {
    for (name, text, expected) in [
        (
            "t.toml",
            format!("[[tenant]]\nid = \"{A}\"\n[[tenant]]\nid = 7\n"),
            "t.toml:4: `id` is neither a text",
        ),
        (
            "t.toml",
            "[[tenant]]\nname = \"x\"\n".to_owned(),
            "t.toml:1: a tenant needs an `id`",
        ),
        ("t.toml", "[[tenant]]\nid = \n".to_owned(), "t.toml:2: "),
        (
            "t.toml",
            "\n[tenants]\nid = \"x\"\n".to_owned(),
            "t.toml:2: expected `[[tenant]]`, not `tenants`",
        ),
        (
            "t.csv",
            format!("id,name\n{A},x\n{B},X\n"),
            "t.csv:3: `X` is in line 2 already",
        ),
        (
            "t.csv",
            format!("id,name\n{A}\n"),
            "t.csv:2: 1 fields, and the line of names has 2",
        ),
        (
            "t.csv",
            "name\nx\n".to_owned(),
            "t.csv:1: the first line names the columns",
        ),
        (
            "t.csv",
            "id\ncontoso.com\n".to_owned(),
            "t.csv:2: `id` is the GUID of the tenant, not `contoso.com`",
        ),
        (
            "t.csv",
            format!("id,tags\n{A},a b\n"),
            "t.csv:2: `a b` cannot be selected",
        ),
        (
            "t.csv",
            format!("id,cloud\n{A},mars\n"),
            "t.csv:2: `cloud`: ",
        ),
        (
            "t.csv",
            format!("id,portal\n{A},ftp://x\n"),
            "t.csv:2: `portal`: ",
        ),
        (
            "t.ndjson",
            format!("{{\"id\":\"{A}\"}}\n[]\n"),
            "t.ndjson:2: each line is one JSON object",
        ),
    ] {
        let error = parse(name, &text).unwrap_err();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn unknown_members_are_reported_once() {
    let file = parse("t.csv", &format!("id,owner\n{A},x\n{B},y\n")).unwrap();
    assert_eq!(file.ignored, ["owner"]);
    assert_eq!(file.tenants.len(), 2);
}

#[test]
fn a_name_that_is_taken_becomes_a_note() {
    let tenant = |id: &str| Tenant::new(id).unwrap().with_name("Contoso");
    let text = TenantFile::to_toml(&[tenant(A), tenant(B)]);
    let file = parse("t.toml", &text).unwrap();
    assert_eq!(file.tenants[1].name, None);
    assert_eq!(file.tenants[1].notes.as_deref(), Some("Contoso"));
}

#[test]
fn expressions_choose() {
    for (expression, expected) in [
        ("all", "abc"),
        ("contoso", "a"),
        ("Johnson & Johnson", "b"),
        (C, "c"),
        ("tag:prod", "ab"),
        ("tag:prod&!tag:test", "a"),
        ("!tag:prod", "c"),
        ("all&!contoso", "bc"),
        ("tag:test, contoso", "ba"),
        ("@o.csv", "c"),
        ("@o.csv&tag:prod,tag:emea", "ca"),
        ("all,@o.csv", "abc"),
    ] {
        assert_eq!(
            chosen(expression).unwrap().concat(),
            expected,
            "{expression}"
        );
    }
}

#[test]
fn what_chooses_nothing_is_an_error() {
    for (expression, expected) in [
        ("", "a part is empty"),
        ("a,,b", "a part is empty"),
        ("tag:", "a part is empty"),
        ("@", "expected one file after `@`"),
        (
            "tag:prd",
            "no tenant of t.csv has the tag `prd`; it has emea, prod, test",
        ),
        ("fabrikam", "no tenant of t.csv is called `fabrikam`"),
        ("tag:emea&tag:test", "no tenant meets the expression"),
    ] {
        let error = chosen(expression).unwrap_err();
        assert!(error.contains(expected), "{expression}: {error}");
    }
}
