"""The emulator, and what it has had: each version of each record, by the posts of the trial and by the answers of its API."""

import base64
import copy
import datetime
import json
import re
import urllib.parse
import urllib.request

from processes import plain_environment, start, stop
from proxy import Proxy, throttled

# Ends the list of variables that the emulator prints.
LAST = "DEFENDER_MDCA_API_TOKEN"

STREAM = "mde.alerts"

# Records of 1 MiB that does not pack. Files of more than 8 MiB are written to a store in parts.
LARGE_RECORDS = 12
PART = 8 << 20


class Emulator:
    """An emulator of many tenants, behind a proxy that refuses some requests for a second."""

    def __init__(self, binary, tenants, seed, log):
        self.log = open(log, "wb")
        words = [binary, "sandbox", "up", "--tenants", tenants, "--devices", 3, "--no-limits", "--sandbox-seed", seed]
        self.process = start(words, stdout=-1, stderr=self.log, env=plain_environment())
        self.variables = {}
        while LAST not in self.variables:
            line = self.process.stdout.readline().decode()
            if not line:
                raise SystemExit("the emulator ended before it was up")
            found = re.match(r"export (\w+)='(.*)'$", line.strip())
            if found:
                self.variables[found[1]] = found[2]
        self.tenants_file = self.variables["DEFENDER_TENANTS_FILE"]
        with open(self.tenants_file, encoding="utf-8") as file:
            self.tenants = re.findall(r'^id = "(.*)"$', file.read(), re.MULTILINE)
        port = urllib.parse.urlsplit(self.variables["DEFENDER_ENDPOINT_MDE"]).port
        self.proxy = Proxy(port, throttled(0.15), seed)
        self.environment = self.variables | {"DEFENDER_ENDPOINT_MDE": f"http://127.0.0.1:{self.proxy.port}"}
        self.tokens = {}

    def post(self, tenant, records):
        """Makes records part of the list of a tenant, as they are."""
        address = f"{self.variables['DEFENDER_ENDPOINT_LOGIN']}/__sandbox/tenants/{tenant}/{STREAM.replace('.', '/')}"
        call(address, json.dumps(records).encode())

    def records(self, tenant):
        """The records that a client of the service reads, page by page."""
        here = self.variables["DEFENDER_ENDPOINT_MDE"]
        address, found = f"{here}/api/alerts", []
        while address:
            page = call(address, token=self._token(tenant))
            found += page["value"]
            address = page.get("@odata.nextLink")
        return found

    def _token(self, tenant):
        if tenant not in self.tokens:
            form = {
                "grant_type": "client_credentials",
                "client_id": self.variables["AZURE_CLIENT_ID"],
                "client_secret": self.variables["AZURE_CLIENT_SECRET"],
                "scope": "https://api.securitycenter.microsoft.com/.default",
            }
            address = f"{self.variables['DEFENDER_ENDPOINT_LOGIN']}/{tenant}/oauth2/v2.0/token"
            self.tokens[tenant] = call(address, urllib.parse.urlencode(form).encode())["access_token"]
        return self.tokens[tenant]

    def close(self):
        stop(self.process)
        self.log.close()


def call(address, body=None, token=None):
    request = urllib.request.Request(address, data=body)
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


class Oracle:
    """Every version of every record that the emulator has had, and the records that are posted."""

    def __init__(self, emulator, chances):
        self.emulator = emulator
        self.chances = chances
        self.numbers = 0
        self.kinds = {"new": 0, "late": 0, "equal": 0, "update": 0, "update by 100 ns": 0, "large": 0}
        # By tenant and id: the record as it is now, and the versions it has had.
        self.now, self.had = {}, {}
        for tenant in emulator.tenants:
            for record in emulator.records(tenant):
                self._keep(tenant, record)
        self.samples = {tenant: record for (tenant, _), record in self.now.items()}
        self.newest = {}

    def _keep(self, tenant, record):
        place = (tenant, record["id"])
        self.now[place] = record
        self.had.setdefault(place, []).append(record["lastUpdateTime"])

    @property
    def expected(self):
        """Tenant, id and version of all that the emulator has had."""
        return [(*place, version) for place, versions in self.had.items() for version in versions]

    @property
    def latest(self):
        """Tenant, id and version of each record as it is now."""
        return [(*place, record["lastUpdateTime"]) for place, record in self.now.items()]

    def post(self, committed):
        """Posts a record: a new one, a late one, one of the time of another, or a new version of one that is committed.

        A version that is replaced before it was committed may rightly be missing. So that the sets are equal in the end, only what
        is committed gets a new version.
        """
        tenant = self.chances.choice(self.emulator.tenants)
        drawn = self.chances.random()
        if drawn < 0.3:
            place = self._committed_of(tenant, committed)
            if place is not None:
                self._update(place)
                return
        record = copy.deepcopy(self.samples[tenant])
        self.numbers += 1
        record["id"] = f"trial-{self.numbers}"
        moment = now()
        if drawn > 0.8:
            moment -= datetime.timedelta(seconds=self.chances.uniform(0, 600))
            self.kinds["late"] += 1
        elif drawn > 0.65 and tenant in self.newest:
            moment = self.newest[tenant]
            self.kinds["equal"] += 1
        else:
            self.newest[tenant] = moment
            self.kinds["new"] += 1
        time = wire(moment, 0)
        if self.chances.random() < 0.2:
            # The services leave a fraction of zero out.
            time = f"{time[:19]}Z"
        record["lastUpdateTime"] = record["alertCreationTime"] = time
        self._send(tenant, record)

    def post_large(self):
        """Posts records of a tenant that make one large file."""
        tenant = self.chances.choice(self.emulator.tenants)
        for number in range(LARGE_RECORDS):
            record = copy.deepcopy(self.samples[tenant])
            record["id"] = f"large-{number}"
            record["description"] = base64.b64encode(self.chances.randbytes(1 << 20)).decode()
            record["lastUpdateTime"] = record["alertCreationTime"] = wire(now(), 0)
            self.kinds["large"] += 1
            self._send(tenant, record)

    def _committed_of(self, tenant, committed):
        places = [
            place
            for place, record in self.now.items()
            if place[0] == tenant and (*place, record["lastUpdateTime"]) in committed
        ]
        posted = [place for place in places if place[1].startswith("trial-")]
        if posted and self.chances.random() < 0.7:
            places = posted
        return self.chances.choice(places) if places else None

    def _update(self, place):
        """A new version: now, or a tenth of a microsecond after the version before, which a column of microseconds cannot tell."""
        record = copy.deepcopy(self.now[place])
        text = record["lastUpdateTime"].removesuffix("Z")
        digits = text if "." in text else f"{text}.0000000"
        is_recent = place[1].startswith("trial-") and digits[-1] < "9"
        if is_recent and self.chances.random() < 0.4 and now() - moment_of(text) < datetime.timedelta(minutes=5):
            record["lastUpdateTime"] = f"{digits[:-1]}{int(digits[-1]) + 1}Z"
            self.kinds["update by 100 ns"] += 1
        else:
            record["lastUpdateTime"] = wire(now(), self.chances.randrange(10))
            self.kinds["update"] += 1
        self._send(place[0], record)

    def _send(self, tenant, record):
        self.emulator.post(tenant, record)
        self._keep(tenant, record)

    def wrong_emulator(self):
        """What the API of the emulator has at the end and the trial does not know, or the other way round."""
        found = {
            (tenant, record["id"], record["lastUpdateTime"])
            for tenant in self.emulator.tenants
            for record in self.emulator.records(tenant)
        }
        return found ^ set(self.latest)


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def wire(moment, tenth):
    """A time as the service writes it, with seven digits."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f") + f"{tenth}Z"


def moment_of(text):
    """The second of a time of the service."""
    return datetime.datetime.strptime(text[:19], "%Y-%m-%dT%H:%M:%S").replace(tzinfo=datetime.timezone.utc)
