"""A query provider of msticpy that is connected to the emulator, for the scripts beside this one."""

import atexit
import os
import tempfile

# Read at import: without it the settings of whoever runs this would be found.
SETTINGS = tempfile.NamedTemporaryFile("w", suffix=".yaml", delete=False)
SETTINGS.write("msticpy: {}\n")
SETTINGS.close()
atexit.register(os.unlink, SETTINGS.name)
os.environ["MSTICPYCONFIG"] = SETTINGS.name

import vendor

vendor.answer()

import logging
import warnings

import msticpy
from msticpy.data import QueryProvider

# It warns of the settings it does not find, and logs each error that a case expects.
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

VERSIONS = f"msticpy {msticpy.__version__}"


def connected(environment, secret=vendor.SECRET):
    provider = QueryProvider(environment)
    provider.connect(tenant_id=vendor.TENANT, client_id=vendor.CLIENT, client_secret=secret)
    return provider
