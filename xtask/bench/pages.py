"""Pages of made-up rows in the shape and size of the service's own, packed once and kept on disk.

A page is stored as its JSON text without the end, deflated up to a byte boundary, with the length and checksum of that
text. The server packs the end (the next link, which names its port) and puts it behind: the client sees one gzip
member, and nothing is packed twice.
"""

import json
import random
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

PAGE_ROWS = 10_000
HUNT_ROWS = 100_000
DEVICE_ROWS = 100
LEVEL = 6
GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"

PLATFORMS = ["Windows10", "Windows11", "WindowsServer2019", "WindowsServer2022", "Ubuntu", "macOS"]
LEVELS = ["None", "Low", "Medium", "High"]
HEALTH = ["Active", "Active", "Active", "Inactive", "ImpairedCommunication", "NoSensorData"]
PROGRAMS = ["powershell.exe", "cmd.exe", "rundll32.exe", "mshta.exe", "winword.exe", "svchost.exe", "wscript.exe"]
TECHNIQUES = ["T1059", "T1059.001", "T1105", "T1547.001", "T1003", "T1566.001", "T1027", "T1055"]
SOFTWARE = ["microsoft/windows_11", "microsoft/office", "google/chrome", "mozilla/firefox", "oracle/jre", "adobe/acrobat_reader_dc", "7-zip/7-zip"]
EXPLOITS = ["NoExploit", "NoExploit", "NoExploit", "ExploitIsPublic", "ExploitIsVerified", "ExploitIsInKit"]
CATEGORIES = ["Execution", "Malware", "Persistence", "DefenseEvasion", "CredentialAccess", "LateralMovement"]
CONTEXTS = {"vulnerabilities": "Collection(microsoft.windowsDefenderATP.api.AssetVulnerability)"}


@dataclass(frozen=True)
class Page:
    """A packed page without its end."""

    packed: bytes
    length: int
    checksum: int

    def with_end(self, end: bytes) -> bytes:
        """The whole page as one gzip member."""
        packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        tail = packer.compress(end) + packer.flush()
        checksum = zlib.crc32(end, self.checksum)
        length = (self.length + len(end)) & 0xFFFFFFFF
        return GZIP_HEADER + self.packed + tail + struct.pack("<II", checksum, length)


def pages(folder: Path, kind: str, rows: int) -> list[Page]:
    """The pages of the first `rows` rows of a kind; those that are missing on disk are made. Hunts have one."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    size = HUNT_ROWS if kind == "hunt" else PAGE_ROWS
    for first in range(0, rows, size):
        count = min(size, rows - first)
        path = folder / f"{kind}-{first}-{count}.page"
        if not path.exists():
            fresh = path.with_suffix(".part")
            fresh.write_bytes(make(kind, first, count))
            fresh.rename(path)
        stored = path.read_bytes()
        length, checksum = struct.unpack_from("<II", stored)
        found.append(Page(stored[8:], length, checksum))
    return found


def make(kind: str, first: int, count: int) -> bytes:
    """A page as it lies on disk. The same numbers always make the same rows."""
    row = {"machines": machine, "alerts": alert, "hunt": process, "vulnerabilities": vulnerability}[kind]
    texts = []
    for index in range(first, first + count):
        texts.append(json.dumps(row(random.Random(index), index), separators=(",", ":")))
    if kind == "hunt":
        schema = json.dumps([{"name": name, "type": column_type(value)} for name, value in process(random.Random(0), 0).items()])
        text = f'{{"schema":{schema},"results":[{",".join(texts)}'.encode()
    else:
        context = f"https://api.security.microsoft.com/api/$metadata#{CONTEXTS.get(kind, kind.capitalize())}"
        text = f'{{"@odata.context":"{context}","value":[{",".join(texts)}'.encode()
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(text) + packer.flush(zlib.Z_FULL_FLUSH)
    return struct.pack("<II", len(text), zlib.crc32(text)) + packed


def machine(chance: random.Random, index: int) -> dict:
    """A device."""
    address = f"10.{chance.randrange(256)}.{chance.randrange(256)}.{chance.randrange(256)}"
    return {
        "id": digits(chance, 40),
        "mergedIntoMachineId": None,
        "isPotentialDuplication": False,
        "isExcluded": False,
        "exclusionReason": None,
        "computerDnsName": f"host-{index:07}.corp.contoso.com",
        "firstSeen": instant(chance),
        "lastSeen": instant(chance),
        "osPlatform": chance.choice(PLATFORMS),
        "osVersion": None,
        "osProcessor": "x64",
        "version": chance.choice(["1809", "21H2", "22H2", "23H2", "24H2"]),
        "lastIpAddress": address,
        "lastExternalIpAddress": f"203.0.113.{chance.randrange(256)}",
        "agentVersion": f"10.{chance.randrange(8000, 8900)}.{chance.randrange(30000)}.{chance.randrange(2000)}",
        "osBuild": chance.choice([17763, 19045, 20348, 22631, 26100]),
        "healthStatus": chance.choice(HEALTH),
        "deviceValue": "Normal",
        "rbacGroupId": chance.randrange(60),
        "rbacGroupName": f"Region {chance.randrange(20)} workstations",
        "riskScore": chance.choice(LEVELS),
        "exposureLevel": chance.choice(LEVELS),
        "isAadJoined": True,
        "aadDeviceId": identifier(chance),
        "machineTags": [f"site-{chance.randrange(400)}", "finance"] if chance.random() < 0.3 else [],
        "onboardingStatus": "Onboarded",
        "osArchitecture": "64-bit",
        "managedBy": "Intune",
        "managedByStatus": "Success",
        "ipAddresses": [
            interface(chance, address, "Ethernet"),
            interface(chance, f"fe80::{digits(chance, 4)}:{digits(chance, 4)}:{digits(chance, 4)}", "Ethernet"),
        ],
        "vmMetadata": None,
    }


def interface(chance: random.Random, address: str, kind: str) -> dict:
    """A network interface of a device."""
    return {
        "ipAddress": address,
        "macAddress": digits(chance, 12).upper(),
        "type": kind,
        "operationalStatus": "Up",
    }


def alert(chance: random.Random, index: int) -> dict:
    """An alert with its evidence."""
    created = instant(chance)
    host = f"host-{chance.randrange(100_000):07}.corp.contoso.com"
    program = chance.choice(PROGRAMS)
    return {
        "id": f"da{chance.randrange(10**17, 10**18)}_{chance.randrange(-(2**31), 2**31)}",
        "incidentId": 100_000 + index // 3,
        "investigationId": chance.randrange(10_000) if chance.random() < 0.4 else None,
        "assignedTo": f"analyst{chance.randrange(40)}@contoso.com" if chance.random() < 0.5 else None,
        "severity": chance.choice(["Informational", "Low", "Medium", "High"]),
        "status": chance.choice(["New", "InProgress", "Resolved"]),
        "classification": None,
        "determination": None,
        "investigationState": chance.choice(["UnsupportedAlertType", "Queued", "Running", "Benign"]),
        "detectionSource": "WindowsDefenderAtp",
        "detectorId": identifier(chance),
        "category": chance.choice(CATEGORIES),
        "threatFamilyName": None,
        "title": f"Suspicious behavior by {program} was observed",
        "description": f"A known tool or technique was used to gather information on this device.\n\n{program} ran \"encoded\" text.",
        "alertCreationTime": created,
        "firstEventTime": created,
        "lastEventTime": instant(chance),
        "lastUpdateTime": instant(chance),
        "resolvedTime": None,
        "machineId": digits(chance, 40),
        "computerDnsName": host,
        "rbacGroupName": f"Region {chance.randrange(20)} workstations",
        "aadTenantId": "b3c1b5fc-828c-45fa-a1e1-10d74f6d6e9c",
        "threatName": None,
        "mitreTechniques": chance.sample(TECHNIQUES, 3),
        "relatedUser": {"userName": f"user{chance.randrange(50_000)}", "domainName": "CONTOSO"},
        "loggedOnUsers": [{"accountName": f"user{chance.randrange(50_000)}", "domainName": "CONTOSO"}],
        "comments": [
            {"comment": "looked at", "createdBy": f"analyst{chance.randrange(40)}@contoso.com", "createdTime": created}
        ],
        "evidence": [evidence(chance, kind) for kind in ("User", "Process", "File", "Process")],
    }


def vulnerability(chance: random.Random, index: int) -> dict:
    """A known vulnerability of a piece of software on a device. The rows of a device follow one another, as the service sends them."""
    number, place = divmod(index, DEVICE_ROWS)
    device = random.Random(number)
    identity, build = digits(device, 40), f"10.0.{device.randrange(17_000, 27_000)}"
    vendor, software = SOFTWARE[place % len(SOFTWARE)].split("/")
    version = f"{build}.{device.randrange(9000)}"
    cve = f"CVE-{chance.randrange(2018, 2027)}-{chance.randrange(1000, 50_000)}"
    update = str(5_000_000 + chance.randrange(60_000))
    folder = f"C:\\Program Files\\{vendor.capitalize()}\\{software}\\Application\\{version}"
    hive = f"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{software}"
    return {
        "id": f"{identity}_{vendor}_{software}_{version}_{cve}",
        "deviceId": identity,
        "rbacGroupId": number % 60,
        "rbacGroupName": f"Region {number % 20} workstations",
        "deviceName": f"host-{number:07}.corp.contoso.com",
        "osPlatform": device.choice(PLATFORMS),
        "osVersion": build,
        "osArchitecture": "x64",
        "softwareVendor": vendor,
        "softwareName": software,
        "softwareVersion": version,
        "cveId": cve,
        "cvssScore": chance.randrange(10, 100) / 10,
        "vulnerabilitySeverityLevel": chance.choice(["Low", "Medium", "High", "Critical"]),
        "recommendedSecurityUpdate": f"KB{update}",
        "recommendedSecurityUpdateId": update,
        "recommendedSecurityUpdateUrl": f"https://catalog.update.microsoft.com/v7/site/Search.aspx?q=KB{update}",
        "diskPaths": [f"{folder}\\{software}.exe", f"{folder}\\{software}_elevation_service.exe"],
        "registryPaths": [hive] if chance.random() < 0.5 else [],
        "lastSeenTimestamp": second(chance),
        "firstSeenTimestamp": second(chance),
        "exploitabilityLevel": chance.choice(EXPLOITS),
        "recommendationReference": f"va-_-{vendor}-_-{software}",
        "securityUpdateAvailable": chance.random() < 0.9,
        "cveMitigationStatus": None,
    }


def process(chance: random.Random, index: int) -> dict:
    """A row of a hunt over processes."""
    program, parent = chance.choice(PROGRAMS), chance.choice(PROGRAMS)
    folder = "C:\\Windows\\System32\\WindowsPowerShell\\v1.0"
    return {
        "Timestamp": instant(chance),
        "DeviceId": digits(chance, 40),
        "DeviceName": f"host-{chance.randrange(100_000):07}.corp.contoso.com",
        "ActionType": "ProcessCreated",
        "FileName": program,
        "FolderPath": f"{folder}\\{program}",
        "SHA1": digits(chance, 40),
        "SHA256": digits(chance, 64),
        "ProcessId": chance.randrange(65536),
        "ProcessCommandLine": f'"{program}" -NoProfile -EncodedCommand {digits(chance, chance.randrange(40, 160))}',
        "ProcessIntegrityLevel": chance.choice(["Low", "Medium", "High", "System"]),
        "AccountDomain": "contoso",
        "AccountName": f"user{chance.randrange(50_000)}",
        "AccountSid": f"S-1-5-21-{chance.randrange(2**31)}-{chance.randrange(2**31)}-1104",
        "LogonId": chance.randrange(10**9),
        "InitiatingProcessFileName": parent,
        "InitiatingProcessFolderPath": f"c:\\windows\\system32\\{parent}",
        "InitiatingProcessCommandLine": f'"{parent}" /c {digits(chance, 24)}',
        "InitiatingProcessId": chance.randrange(65536),
        "InitiatingProcessParentFileName": None,
        "IsInitiatingProcessRemoteSession": 0,
        "ReportId": index,
        "AdditionalFields": json.dumps({"InitiatingProcess": parent, "Signed": True}),
    }


def column_type(value: object) -> str:
    """The service's name for the type of a column with such a value."""
    return {int: "Int64", float: "Double"}.get(type(value), "String")


def evidence(chance: random.Random, kind: str) -> dict:
    """One piece of an alert's evidence: all members are there, most of them null."""
    user, process, file = kind == "User", kind == "Process", kind in ("Process", "File")
    program = chance.choice(PROGRAMS)
    encoded = digits(chance, chance.randrange(40, 160))
    command = f'"{program}" -NoProfile -EncodedCommand {encoded} C:\\Users\\Public\\{digits(chance, 8)}.tmp'
    return {
        "entityType": kind,
        "evidenceCreationTime": instant(chance),
        "sha1": digits(chance, 40) if file else None,
        "sha256": digits(chance, 64) if file else None,
        "fileName": program if file else None,
        "filePath": "C:\\Windows\\System32\\WindowsPowerShell\\v1.0" if file else None,
        "processId": chance.randrange(65536) if process else None,
        "processCommandLine": command if process else None,
        "processCreationTime": instant(chance) if process else None,
        "parentProcessId": chance.randrange(65536) if process else None,
        "parentProcessCreationTime": instant(chance) if process else None,
        "parentProcessFileName": chance.choice(PROGRAMS) if process else None,
        "parentProcessFilePath": "\\Device\\HarddiskVolume3\\Windows\\System32" if process else None,
        "ipAddress": None,
        "url": None,
        "registryKey": None,
        "registryHive": None,
        "registryValueType": None,
        "registryValue": None,
        "registryValueName": None,
        "accountName": f"user{chance.randrange(50_000)}" if user else None,
        "domainName": "CONTOSO" if user else None,
        "userSid": f"S-1-5-21-{chance.randrange(2**31)}-{chance.randrange(2**31)}-1104" if user else None,
        "aadUserId": identifier(chance) if user else None,
        "userPrincipalName": f"user{chance.randrange(50_000)}@contoso.com" if user else None,
        "detectionStatus": "Detected" if file else None,
    }


def instant(chance: random.Random) -> str:
    """A point in time with seven decimals, as the service writes it."""
    day, second = chance.randrange(28) + 1, chance.randrange(86400)
    clock = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
    return f"2026-{chance.randrange(12) + 1:02}-{day:02}T{clock}.{chance.randrange(10**7):07}Z"


def second(chance: random.Random) -> str:
    """A point in time as exports of vulnerabilities have it: whole seconds, without a zone."""
    return instant(chance)[:19].replace("T", " ")


def identifier(chance: random.Random) -> str:
    """A GUID."""
    text = digits(chance, 32)
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def digits(chance: random.Random, count: int) -> str:
    """Hexadecimal digits."""
    return f"{chance.getrandbits(4 * count):0{count}x}"
