"""The views that the program prints for two engines, run in both: they must have equal results.

What an engine needs for a store is given as its own setting: a secret in DuckDB, a section of the configuration or a named collection in
ClickHouse. The statements have no key.
"""

import contextlib
import json
import subprocess

from kills import compare
from processes import plain_environment
from readers import connect_duckdb, installed


# The view that shows each record as it is now.
LATEST = "mde_alerts_latest"


def printed(plan, store, dialect):
    """The statements for a dialect."""
    words = [plan.binary, "lake", "views", store.uri, "--dialect", dialect]
    environment = plain_environment(**store.options)
    done = subprocess.run([str(word) for word in words], env=environment, capture_output=True, text=True, timeout=60)
    if done.returncode != 0:
        raise RuntimeError(f"`lake views --dialect {dialect}` ended with {done.returncode}: {done.stderr.strip()}")
    keys = [name for name, value in store.options.items() if name.endswith("KEY") and value in done.stdout]
    if keys:
        raise RuntimeError(f"`lake views --dialect {dialect}` prints the value of {keys}")
    return done.stdout


def in_duckdb(store, statements):
    """The views in DuckDB: a function that runs a query, and the names."""
    connection = connect_duckdb(store)
    connection.execute(statements)
    rows = connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1").fetchall()
    return lambda query: connection.execute(query).fetchall(), [row[0] for row in rows]


def in_chdb(store, statements, engine):
    """The same in ClickHouse."""
    if store.chdb_collection:
        engine.query(store.chdb_collection)
    for statement in store.at_home(statements).split(";\n"):
        if statement.strip():
            engine.query(statement)

    def rows(query):
        text = str(engine.query(query, "JSONCompactEachRow"))
        return [tuple(json.loads(line)) for line in text.splitlines() if line.strip()]

    return rows, sorted(row[0] for row in rows("SHOW TABLES"))


@contextlib.contextmanager
def session_of_chdb(store, folder):
    """ClickHouse with a configuration. It forgets all at the end."""
    from chdb import session

    file = folder / "clickhouse.xml"
    file.write_text(f"<clickhouse>{store.chdb_config}</clickhouse>")
    engine = session.Session(f":memory:?config-file={file}")
    try:
        yield engine
    finally:
        engine.close()


def summary(rows, columns, view):
    """Number of rows, and of each column how many values there are and how many different ones."""
    parts = ["count(*)"] + [f'count("{name}"), count(DISTINCT "{name}")' for name in columns]
    return [int(value) for value in rows(f'SELECT {", ".join(parts)} FROM "{view}"')[0]]


def run(plan, store, expected):
    """Returns what is wrong, and a line of what happened. `expected` are the records as they are now."""
    with contextlib.ExitStack() as open_engines:
        try:
            engines = {"DuckDB": in_duckdb(store, printed(plan, store, "duckdb"))}
            if "chdb" in installed():
                engine = open_engines.enter_context(session_of_chdb(store, plan.folder))
                engines["ClickHouse"] = in_chdb(store, printed(plan, store, "clickhouse"), engine)
        except Exception as error:
            return [f"views of {store.name}: {error}"], "views: failed"
        return judged(store, engines, expected)


def judged(store, engines, expected):
    wrong = []
    for engine, (rows, names) in engines.items():
        if LATEST not in names:
            wrong.append(f"views of {store.name}: {engine} has no {LATEST}, but {names}")
            continue
        latest = rows(f'SELECT _tenant, id, _version FROM "{LATEST}"')
        wrong += compare(f"views of {store.name}: {LATEST} in {engine}", latest, expected)
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
