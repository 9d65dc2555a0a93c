"""Engines of others that read a table.

None shares code with the program. deltalake, DuckDB and ClickHouse read the log with delta_kernel, each in its own release, so the
fourth is ClickHouse with the reader that it had before. A reader returns the rows as a list, so that the judge sees those that come
twice.
"""

import importlib.util
import json

COLUMNS = ("_tenant", "id", "_version")


def delta_rs(store, stream, columns=COLUMNS):
    """PyPI `deltalake`."""
    import deltalake

    table = deltalake.DeltaTable(store.table(stream), storage_options=dict(store.options))
    found = table.to_pyarrow_table(columns=list(columns))
    return list(zip(*(found.column(name).to_pylist() for name in columns)))


def connect_duckdb(store):
    import duckdb
    import duckdb_extensions

    connection = duckdb.connect()
    # `LOAD` would download.
    for name in ("httpfs", "azure", "delta"):
        if importlib.util.find_spec(f"duckdb_extension_{name}"):
            duckdb_extensions.import_extension(name, con=connection)
    if store.duckdb_secret:
        connection.execute(store.duckdb_secret)
    return connection


def duckdb(store, stream, columns=COLUMNS):
    """PyPI `duckdb` with its extension `delta`."""
    connection = connect_duckdb(store)
    names = ", ".join(f'"{name}"' for name in columns)
    return connection.execute(f"SELECT {names} FROM {store.duckdb(stream)}").fetchall()


def chdb(store, stream, columns=COLUMNS, settings=""):
    """PyPI `chdb`, which is ClickHouse. It reads local tables below the current folder only."""
    names = ", ".join(f"`{name}`" for name in columns)
    rows = query_chdb(f"SELECT {names} FROM {store.chdb(stream)} {settings}")
    return [tuple(row) for row in rows]


def chdb_own(store, stream, columns=COLUMNS):
    """The same with ClickHouse's own reader of logs."""
    return chdb(store, stream, columns, "SETTINGS allow_delta_kernel_rs = 0")


def query_chdb(query):
    import chdb as engine

    text = str(engine.query(query, "JSONCompactEachRow"))
    return [json.loads(line) for line in text.splitlines() if line.strip()]


ENGINES = {"deltalake": delta_rs, "duckdb": duckdb, "chdb": chdb, "chdb, own log reader": chdb_own}


def installed():
    """The engines that are there, by name."""
    return {name: read for name, read in ENGINES.items() if importlib.util.find_spec(name.split(",")[0])}
