"""The hunting drivers of msticpy against the emulator, as `cargo xtask peers` runs them."""

import pandas

import vendor
from msticpy_provider import VERSIONS, connected

DRIVERS = ["MDE", "M365D", "M365DGraph"]
COLUMNS = ["Timestamp", "DeviceName", "DeviceId"]


def hunts(environment):
    def run():
        provider = connected(environment)
        rows = provider.exec_query(f"DeviceInfo | project {', '.join(COLUMNS)} | take 5")
        assert isinstance(rows, pandas.DataFrame), rows
        assert len(rows) == 5 and rows["DeviceName"].notna().all()
        assert list(rows.columns) == COLUMNS, list(rows.columns)
        counted = provider.exec_query("DeviceInfo | summarize Devices = dcount(DeviceId) by OSPlatform")
        assert set(counted.columns) == {"OSPlatform", "Devices"} and len(counted) > 1

    return run


def refuses_a_table(environment):
    def run():
        try:
            connected(environment).exec_query("NoSuchTable | take 1")
        except Exception as error:  # each version of the driver has its own
            assert "NoSuchTable" in str(error) or "400" in str(error), error
        else:
            raise AssertionError("a table that does not exist was read")

    return run


def wrong_secret():
    try:
        connected("M365D", "wrong")
    except Exception as error:  # the driver wraps what it is told
        assert "AADSTS7000215" in str(error) or "invalid_client" in str(error) or "401" in str(error), error
    else:
        raise AssertionError("a wrong secret was taken")


CASES = [(f"msticpy {one}: a hunt, columns in the order asked for", hunts(one)) for one in DRIVERS]
CASES += [(f"msticpy {one}: an unknown table is refused", refuses_a_table(one)) for one in DRIVERS]
CASES += [("msticpy: a wrong secret is refused", wrong_secret)]

vendor.run(CASES, VERSIONS)
