"""The views that the program prints for two engines, run in both: they must have equal results."""

import json
import subprocess

from kills import compare
from processes import plain_environment
from readers import connect_duckdb, installed


# The view that shows each record as it is now.
LATEST = "mde_alerts_latest"


def printed(plan, trial, dialect):
    """The statements for a dialect."""
    words = [plan.binary, "lake", "views", trial.place.uri, "--dialect", dialect]
    environment = plain_environment(**trial.place.environment)
    done = subprocess.run([str(word) for word in words], env=environment, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(f"`lake views --dialect {dialect}` ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


def in_duckdb(statements):
    """The views in DuckDB: a function that runs a query, the names, and the quote of names."""
    connection = connect_duckdb()
    connection.execute(statements)
    rows = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1").fetchall()
    return lambda query: connection.execute(query).fetchall(), [row[0] for row in rows]


def in_chdb(statements):
    """The views in ClickHouse."""
    from chdb import session

    engine = session.Session()
    for statement in statements.split(";\n"):
        if statement.strip():
            engine.query(statement)

    def rows(query):
        text = str(engine.query(query, "JSONCompactEachRow"))
        return [tuple(json.loads(line)) for line in text.splitlines() if line.strip()]

    return rows, sorted(row[0] for row in rows("SHOW TABLES"))


def summary(rows, columns, view):
    """Number of rows, and of each column how many values there are and how many different ones."""
    parts = ["count(*)"] + [f'count("{name}"), count(DISTINCT "{name}")' for name in columns]
    return [int(value) for value in rows(f'SELECT {", ".join(parts)} FROM "{view}"')[0]]


def run(plan, trial):
    """Returns what is wrong, and a line of what happened."""
    try:
        engines = {"DuckDB": in_duckdb(printed(plan, trial, "duckdb"))}
        if "chdb" in installed():
            engines["ClickHouse"] = in_chdb(printed(plan, trial, "clickhouse"))
    except Exception as error:
        return [f"views: {error}"], "views: failed"
    wrong = []
    for engine, (rows, names) in engines.items():
        if LATEST not in names:
            wrong.append(f"views: {engine} has no {LATEST}, but {names}")
            continue
        latest = rows(f'SELECT _tenant, id, _version FROM "{LATEST}"')
        wrong += compare(f"views: {LATEST} in {engine}", latest, trial.oracle.latest)
    if len(engines) == 1:
        return wrong, "views: in DuckDB alone, chdb is not installed"
    seen, counts = differences(*engines.values())
    return wrong + seen, f"views: {counts}"


def differences(left, right):
    """What two engines see differently, and the number of rows of each view."""
    (left, names), (right, others) = left, right
    wrong = [] if names == others else [f"views: DuckDB has {names}, ClickHouse has {others}"]
    counts = {}
    for view in sorted(set(names) & set(others)):
        columns = sorted(row[0] for row in left(f'DESCRIBE "{view}"'))
        theirs = sorted(row[0] for row in right(f'DESCRIBE TABLE "{view}"'))
        if columns != theirs:
            wrong.append(f"views: columns of {view}: {columns} and {theirs}")
            continue
        here, there = summary(left, columns, view), summary(right, columns, view)
        counts[view] = here[0]
        if here != there:
            wrong.append(f"views: {view}: {here} in DuckDB and {there} in ClickHouse, columns {columns}")
    return wrong, counts
