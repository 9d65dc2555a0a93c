"""Values of the formats that the documents name: what a caller of the services writes, at random.

Loaded by schemathesis (SCHEMATHESIS_HOOKS). Without it, a filter would be any text, and the emulator would be right to
refuse nearly all of them.
"""

import datetime
import os
import pathlib
import re

import schemathesis
from hypothesis import strategies as st


def times(least, most):
    """Times between two offsets from now, in hours."""

    def written(hours):
        at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours)
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")

    return st.integers(least, most).map(written)


def register():
    schemathesis.openapi.format("defender-future", times(48, 60))
    for days in (14, 28, 29, 30):
        schemathesis.openapi.format(f"defender-within-{days}", times(1 - 24 * days, -1))
    schemathesis.openapi.format("ip", st.ip_addresses(v=4).map(str))
    # One of the texts that the name of the format lists.
    document = pathlib.Path(os.environ["DOCUMENT"]).read_text()
    for name in set(re.findall(r'"format": "(choice:[^"]*)"', document)):
        schemathesis.openapi.format(name, st.sampled_from(name.removeprefix("choice:").split("|")))
    names = st.sampled_from(["contoso.com", "mail.example.com", "updates.example.net", "a.example"])
    schemathesis.openapi.format("domain", names)


register()
