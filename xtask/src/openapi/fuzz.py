"""Runs schemathesis on one document against a running emulator.

    fuzz.py DOCUMENT SEED EXAMPLES

Each host family of the document is one run, because each has an address of its own. The copy that is handed over is
stricter than the document: the words that are known of an answer's member are the only ones, since the emulator makes up
no others, and times that have to lie in a window are drawn from it.
"""

import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import requests

METHODS = {"get", "post", "put", "patch", "delete"}

# What is asked of records whose members are not known.
FALLBACKS = {"odata-filter": ["id eq 'a'"], "odata-orderby": ["id"]}


def strict(value):
    """The copy of a part of the document."""
    if isinstance(value, list):
        return [strict(item) for item in value]
    if not isinstance(value, dict):
        return value
    copy = {name: strict(inner) for name, inner in value.items()}
    if copy.pop("x-defender-family", False):
        base, *derived = copy["anyOf"]
        copy["anyOf"] = [base, *({"allOf": [one, {"required": ["@odata.type"]}]} for one in derived)]
    words = copy.pop("x-extensible-enum", None)
    if words:
        is_nullable = isinstance(copy.get("type"), list)
        # Some services write an empty text where there is no word.
        copy["enum"] = words + [""] * (words[0] != "" and isinstance(words[0], str)) + [None] * is_nullable
    if copy.pop("x-defender-until", False):
        copy["format"] = "defender-future"
    days = copy.pop("x-defender-within-days", None)
    if days:
        copy["format"] = f"defender-within-{days}"
    return copy


def resolved(document, schema):
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def row_members(document, operation):
    """The members of the records of a list, by name."""
    for status, answer in operation["responses"].items():
        if not status.startswith("2"):
            continue
        schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
        schema = resolved(document, schema)
        for rows in schema.get("properties", {}).values():
            if rows.get("type") == "array":
                schema = resolved(document, rows["items"])
        # Of a family, the members that all its types have.
        while "anyOf" in schema:
            schema = resolved(document, schema["anyOf"][-1])
        return schema.get("properties", {})
    return {}


def literal(schema):
    """A value of a member as a filter writes it; None for what no filter compares."""
    kinds = schema.get("type")
    kind = kinds[0] if isinstance(kinds, list) else kinds
    if kind == "string":
        if schema.get("format") == "date-time":
            return "2026-01-01T00:00:00Z"
        if schema.get("format") == "uuid":
            return "11111111-2222-4333-8444-555555555555"
        return "'" + (schema.get("x-extensible-enum") or ["a"])[0] + "'"
    return {"integer": "1", "number": "1", "boolean": "true"}.get(kind)


def name_conditions(document):
    """Gives the text inputs of OData the values that callers write, so that not every text is refused."""
    for _, _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            schema = parameter.get("schema", {})
            members = row_members(document, operation)
            names = [name for name in operation.get("x-defender-filterable") or members if name in members]
            # An annotation is no property, so nothing filters by it.
            names = [name for name in names if not name.startswith("@")]
            kept = {name: literal(members[name]) for name in names if literal(members[name])}
            if parameter.get("name") in ("$select", "$expand") and "enum" in schema.get("items", {}):
                # A service ignores what is empty in them, so that is no mistake to be refused.
                schema["items"]["enum"] = schema["items"]["enum"] + [""]
            if schema.get("format") == "odata-filter":
                choices = [f"{name} eq {value}" for name, value in kept.items()]
                choices = choices or [example for example in [parameter.get("example")] if example]
            elif schema.get("format") == "odata-orderby":
                choices = [name + order for name in kept for order in ("", " desc")]
            elif schema.get("format") == "odata-skiptoken":
                choices = [base64.urlsafe_b64encode(f"at:{row}".encode()).decode().rstrip("=") for row in range(3)]
            else:
                continue
            schema["format"] = "choice:" + "|".join(choices or FALLBACKS.get(schema["format"], [""]))


def settings(document):
    """The settings of the run, by operation.

    An operation whose page names a 400 for requests of the right form may answer it: the state of a record, or the text of
    a query, is not in a schema. And beta has what v1.0 has, so a path of both answers to the methods of both.
    """
    text = ""
    for path, _, operation in operations(document):
        checks = ""
        if any(error.get("status") == 400 for error in operation.get("x-defender-errors", [])):
            checks += "[operations.checks.positive_data_acceptance]\n"
            checks += 'expected-statuses = ["2xx", "400", "401", "403", "404", "409", "429"]\n'
        if "multipart/form-data" in operation.get("requestBody", {}).get("content", {}):
            # A number in a form is text like any other.
            checks += "[operations.checks.negative_data_rejection]\nenabled = false\n"
        if path.startswith("/beta/") and path.replace("/beta/", "/v1.0/", 1) in document["paths"]:
            checks += "[operations.checks.unsupported_method]\nenabled = false\n"
            checks += "[operations.checks.allow_header_conformance]\nenabled = false\n"
        if checks:
            text += f"[[operations]]\ninclude-operation-id = {json.dumps(operation['operationId'])}\n{checks}"
    return text


def operations(document):
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in METHODS:
                yield path, method, operation


def family(operation):
    """The host family, by the name of the security scheme."""
    names = [name for one in operation["security"] for name in one]
    return next((name.removesuffix("_token") for name in names if name.endswith("_token")), None)


def of_family(document, host):
    """The document with the operations of one host family."""
    copy = json.loads(json.dumps(document))
    for path, method, operation in list(operations(copy)):
        if family(operation) != host:
            del copy["paths"][path][method]
    copy["paths"] = {path: item for path, item in copy["paths"].items() if METHODS & item.keys()}
    return copy


def token(host, scopes):
    answer = requests.post(
        f"{os.environ['AZURE_AUTHORITY_HOST'].rstrip('/')}/{os.environ['AZURE_TENANT_ID']}/oauth2/v2.0/token",
        data={
            "grant_type": "client_credentials",
            "client_id": os.environ["AZURE_CLIENT_ID"],
            "client_secret": os.environ["AZURE_CLIENT_SECRET"],
            "scope": next(iter(scopes)),
        },
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["access_token"]


def run(document, host, seed, examples):
    scheme = document["components"]["securitySchemes"][f"{host}_application"]
    address = os.environ["DEFENDER_ENDPOINT_" + host.split("_")[0].upper()]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "strict.json")
        copy = of_family(document, host)
        name_conditions(copy)
        path.write_text(json.dumps(strict(copy)))
        pathlib.Path(folder, "schemathesis.toml").write_text(settings(copy))
        bearer = token(host, scheme["flows"]["clientCredentials"]["scopes"])
        command = [
            str(pathlib.Path(sys.executable).with_name("schemathesis")),
            "run", str(path), "--url", address, "--header", f"Authorization: Bearer {bearer}",
            "--max-examples", examples, "--seed", seed, "--continue-on-failure", "--no-color",
            "--suppress-health-check", "all", "--generation-database", "none",
            *sys.argv[4:],
        ]
        hooks = {"DOCUMENT": str(path), "SCHEMATHESIS_HOOKS": "formats", "PYTHONPATH": str(pathlib.Path(__file__).parent)}
        return subprocess.run(command, env={**os.environ, **hooks}, cwd=folder).returncode


def main():
    name, seed, examples = sys.argv[1:4]
    document = json.loads(pathlib.Path(name).read_text())
    hosts = {family(operation) for _, _, operation in operations(document)} - {None}
    return max(run(document, host, seed, examples) for host in sorted(hosts))


if __name__ == "__main__":
    sys.exit(main())
