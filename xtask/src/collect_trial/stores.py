"""Where tables are kept: the local disk, an S3 server (moto), an Azure Blob server (azurite), and moto as Google Cloud Storage.

Each store knows its address for the program, which leads through a proxy, and the way for readers, which does not. What an engine has
to be told before it reads a view is in `duckdb_secret`, `chdb_config` and `chdb_collection`.
"""

import json
import os
import pathlib

from processes import free_port, plain_environment, start, stop, wait_for_port
from proxy import Proxy, answer, careless

# The account that azurite is delivered with. Its key is published by Microsoft and opens nothing else.
ACCOUNT = "devstoreaccount1"
KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="

# moto takes any key.
S3_KEY = "trial"
S3_REGION = "us-east-1"
BUCKET = "lake"


class Local:
    """A folder."""

    name = "local"
    proxy = None

    def __init__(self, folder, tools, seed):
        self.folder = pathlib.Path(folder)
        self.uri = f"file://{self.folder}"
        self.environment = {}

    def table(self, stream):
        """The address of a table for `deltalake`."""
        return str(self.folder / stream)

    options = {}
    duckdb_secret = chdb_config = chdb_collection = ""

    def duckdb(self, stream):
        return f"delta_scan('{self.table(stream)}')"

    def at_home(self, statements):
        return statements

    def chdb(self, stream):
        return f"deltaLakeLocal('{self.table(stream)}')"

    def names(self, stream):
        """The files of a table."""
        folder = self.folder / stream
        return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]

    def close(self):
        pass


class S3:
    """moto's server. It checks preconditions of writes, as S3 does."""

    name = "s3"
    scheme = "s3"
    # The kind of a secret of DuckDB.
    secret = "s3"
    conflict = answer(
        409, "Conflict", {"Content-Type": "application/xml"},
        '<?xml version="1.0" encoding="UTF-8"?><Error><Code>ConditionalRequestConflict</Code><Message>The conditional request '
        "cannot succeed due to a conflicting operation against this resource.</Message></Error>",
    )

    def __init__(self, folder, tools, seed):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        self.log = open(self.folder / "moto.log", "wb")
        program = pathlib.Path(tools) / "python/bin/moto_server"
        self.server = start(
            [program, "-H", "127.0.0.1", "-p", self.port],
            stdout=self.log, stderr=self.log, env=plain_environment(),
        )
        wait_for_port(self.port, self.server)
        self.proxy = Proxy(self.port, careless(self.conflict), seed, self.translate)
        self.uri = f"{self.scheme}://{BUCKET}/collected"
        self.environment = self.settings(self.proxy.port)
        self.client().create_bucket(Bucket=BUCKET)

    def settings(self, port):
        """The variables that lead to a port."""
        return {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
            "AWS_ALLOW_HTTP": "true",
            "AWS_REGION": S3_REGION,
            "AWS_ACCESS_KEY_ID": S3_KEY,
            "AWS_SECRET_ACCESS_KEY": S3_KEY,
        }

    def translate(self, request):
        """A request of the program, as moto takes it."""
        return request

    def client(self):
        import boto3

        return boto3.client(
            "s3", endpoint_url=f"http://127.0.0.1:{self.port}", region_name=S3_REGION,
            aws_access_key_id=S3_KEY, aws_secret_access_key=S3_KEY,
        )

    def table(self, stream):
        return f"{self.uri}/{stream}"

    @property
    def options(self):
        return self.settings(self.port)

    chdb_collection = ""

    @property
    def duckdb_secret(self):
        return (
            f"CREATE SECRET (TYPE {self.secret}, KEY_ID '{S3_KEY}', SECRET '{S3_KEY}', REGION '{S3_REGION}', "
            f"ENDPOINT '127.0.0.1:{self.port}', USE_SSL false, URL_STYLE 'path')"
        )

    @property
    def chdb_config(self):
        """Keys by the beginning of an address."""
        return (
            f"<s3><lake><endpoint>http://127.0.0.1:{self.port}/{BUCKET}/</endpoint><access_key_id>{S3_KEY}</access_key_id>"
            f"<secret_access_key>{S3_KEY}</secret_access_key></lake></s3>"
        )

    def at_home(self, statements):
        """Views as they are printed, for an engine that cannot reach the internet."""
        return statements

    def duckdb(self, stream):
        return f"delta_scan('{self.table(stream)}')"

    def chdb(self, stream):
        return f"deltaLake('http://127.0.0.1:{self.port}/{BUCKET}/collected/{stream}/', '{S3_KEY}', '{S3_KEY}')"

    def names(self, stream):
        prefix = f"collected/{stream}/"
        pages = self.client().get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=prefix)
        return [row["Key"].removeprefix(prefix) for page in pages for row in page.get("Contents", [])]

    def close(self):
        stop(self.server)
        self.log.close()


class Google(S3):
    """moto behind a proxy that takes Google's XML API, which is S3's but for a few headers.

    No emulator of PyPI or npm serves the calls that the program makes: `gcp-storage-emulator` has no lists and no deletes of that API
    and overwrites in spite of the precondition, and `fake-gcs-server` does not have its header either. moto refuses with the status
    and the code of Google's answers. DuckDB and ClickHouse read Google's store by the API of S3, so they read moto without a proxy;
    `deltalake` has one of its own, in which nothing goes wrong.
    """

    name = "google"
    scheme = "gs"
    secret = "gcs"
    conflict = answer(
        412, "Precondition Failed", {"Content-Type": "application/xml"},
        '<?xml version="1.0" encoding="UTF-8"?><Error><Code>PreconditionFailed</Code>'
        "<Message>At least one of the pre-conditions you specified did not hold.</Message></Error>",
    )

    def __init__(self, folder, tools, seed):
        super().__init__(folder, tools, seed)
        self.calm = Proxy(self.port, self.proxy.judge, seed, self.translate)

    @property
    def options(self):
        return self.settings(self.calm.port)

    def settings(self, port):
        """A key file that says that nothing is signed, and where the store is."""
        key = {
            "gcs_base_url": f"http://127.0.0.1:{port}", "disable_oauth": True, "client_email": "", "private_key": "",
            "private_key_id": "",
        }
        file = self.folder / f"key-{port}.json"
        file.write_text(json.dumps(key))
        return {"GOOGLE_SERVICE_ACCOUNT": str(file), "GOOGLE_ALLOW_HTTP": "true"}

    def at_home(self, statements):
        return statements.replace("https://storage.googleapis.com/", f"http://127.0.0.1:{self.port}/")

    def translate(self, request):
        headers = dict(request.headers)
        if headers.pop("x-goog-if-generation-match", None) == "0":
            headers["if-none-match"] = "*"
        # moto refuses an empty token.
        headers["authorization"] = "Bearer token"
        return request.rewritten(headers)


class Azure:
    """azurite, which needs a newer Node.js than systems have."""

    name = "azure"

    def __init__(self, folder, tools, seed):
        folder = pathlib.Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        self.port = free_port()
        programs = pathlib.Path(tools) / "node/node_modules/.bin"
        self.log = open(folder / "azurite.log", "wb")
        self.server = start(
            [
                programs / "node", os.path.realpath(programs / "azurite-blob"), "--location", folder / "blobs", "--blobHost",
                "127.0.0.1", "--blobPort", self.port, "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            ],
            stdout=self.log, stderr=self.log, env=plain_environment(),
        )
        wait_for_port(self.port, self.server)
        conflict = answer(
            409, "Conflict", {"Content-Type": "application/xml", "x-ms-error-code": "BlobAlreadyExists"},
            '<?xml version="1.0" encoding="utf-8"?><Error><Code>BlobAlreadyExists</Code>'
            "<Message>The specified blob already exists.</Message></Error>",
        )
        self.proxy = Proxy(self.port, careless(conflict), seed)
        self.uri = f"az://{BUCKET}/collected"
        self.environment = {
            "AZURE_STORAGE_ACCOUNT_NAME": ACCOUNT,
            "AZURE_STORAGE_ACCOUNT_KEY": KEY,
            "AZURE_STORAGE_ENDPOINT": f"http://127.0.0.1:{self.proxy.port}/{ACCOUNT}",
            "AZURE_ALLOW_HTTP": "true",
        }
        # DuckDB's extension looks for this account at port 10000, unless it is told.
        os.environ["AZURITE_BLOB_STORAGE_URL"] = f"http://127.0.0.1:{self.port}"
        self.service().create_container(BUCKET)

    @property
    def connection(self):
        return (
            f"DefaultEndpointsProtocol=http;AccountName={ACCOUNT};AccountKey={KEY};"
            f"BlobEndpoint=http://127.0.0.1:{self.port}/{ACCOUNT};"
        )

    def service(self):
        from azure.storage.blob import BlobServiceClient

        return BlobServiceClient.from_connection_string(self.connection)

    def table(self, stream):
        return f"{self.uri}/{stream}"

    @property
    def options(self):
        return self.environment | {"AZURE_STORAGE_ENDPOINT": f"http://127.0.0.1:{self.port}/{ACCOUNT}"}

    chdb_config = ""

    @property
    def duckdb_secret(self):
        return f"CREATE SECRET (TYPE azure, CONNECTION_STRING '{self.connection}')"

    @property
    def chdb_collection(self):
        return f"CREATE NAMED COLLECTION defender_lake AS connection_string = '{self.connection}'"

    def at_home(self, statements):
        return statements

    def duckdb(self, stream):
        return f"delta_scan('{self.table(stream)}')"

    def chdb(self, stream):
        return f"deltaLakeAzure('{self.connection}', '{BUCKET}', 'collected/{stream}/')"

    def names(self, stream):
        prefix = f"collected/{stream}/"
        blobs = self.service().get_container_client(BUCKET).list_blobs(name_starts_with=prefix)
        return [blob.name.removeprefix(prefix) for blob in blobs]

    def close(self):
        stop(self.server)
        self.log.close()


STORES = {store.name: store for store in (Local, S3, Azure, Google)}
