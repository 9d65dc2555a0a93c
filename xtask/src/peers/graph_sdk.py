"""Microsoft's Graph SDK for Python against the emulator, as `cargo xtask peers` runs it."""

import asyncio
import importlib.metadata

import vendor

vendor.answer()

from azure.identity.aio import ClientSecretCredential
from kiota_abstractions.base_request_configuration import RequestConfiguration
from kiota_abstractions.method import Method
from kiota_abstractions.request_information import RequestInformation
from msgraph import GraphServiceClient
from msgraph.generated.models.o_data_errors.o_data_error import ODataError
from msgraph.generated.models.security.alert import Alert
from msgraph.generated.models.security.alert_comment import AlertComment
from msgraph.generated.models.security.alert_severity import AlertSeverity
from msgraph.generated.models.security.alert_status import AlertStatus
from msgraph.generated.models.security.incident import Incident
from msgraph.generated.models.security.incident_status import IncidentStatus
from msgraph.generated.security.alerts_v2.alerts_v2_request_builder import Alerts_v2RequestBuilder
from msgraph.generated.security.incidents.incidents_request_builder import IncidentsRequestBuilder
from msgraph.generated.security.microsoft_graph_security_run_hunting_query.run_hunting_query_post_request_body import (
    RunHuntingQueryPostRequestBody,
)
from msgraph_core.tasks.page_iterator import PageIterator

COMMENT = "#microsoft.graph.security.alertComment"


def alerts(**options):
    parameters = Alerts_v2RequestBuilder.Alerts_v2RequestBuilderGetQueryParameters(**options)
    return RequestConfiguration(query_parameters=parameters)


def incidents(**options):
    parameters = IncidentsRequestBuilder.IncidentsRequestBuilderGetQueryParameters(**options)
    return RequestConfiguration(query_parameters=parameters)


async def every(graph, page):
    """The records of a page and of all that follow, by the SDK's own iterator."""
    found = []
    iterator = PageIterator(page, graph.request_adapter)
    await iterator.iterate(lambda one: found.append(one) is None)
    return found


async def first_alert(graph):
    page = await graph.security.alerts_v2.get(alerts(top=1))
    return page.value[0]


async def lists_alerts(graph):
    page = await graph.security.alerts_v2.get(alerts(filter="severity eq 'high'", top=5))
    assert 0 < len(page.value) <= 5, len(page.value)
    assert all(one.severity is AlertSeverity.High for one in page.value)
    evidence = [one for alert in page.value for one in alert.evidence]
    # The base type would mean that `@odata.type` names no type of the SDK.
    assert evidence and all(type(one).__name__ != "AlertEvidence" for one in evidence)
    assert all(one.created_date_time.tzinfo for one in evidence)


async def pages_alerts(graph):
    page = await graph.security.alerts_v2.get(alerts(top=50))
    assert page.odata_next_link.startswith("https://graph.microsoft.com/v1.0/"), page.odata_next_link
    found = await every(graph, page)
    assert len(found) > 100, len(found)
    assert len({one.id for one in found}) == len(found)


async def selects_members(graph):
    page = await graph.security.alerts_v2.get(alerts(select=["id", "title"], top=3))
    assert all(one.title and one.severity is None for one in page.value)


async def updates_an_alert(graph):
    alert = await first_alert(graph)
    item = graph.security.alerts_v2.by_alert_id(alert.id)
    await item.patch(Alert(status=AlertStatus.InProgress, assigned_to="analyst@contoso.example"))
    read = await item.get()
    assert (read.status, read.assigned_to) == (AlertStatus.InProgress, "analyst@contoso.example")
    assert read.title == alert.title


async def comment(graph, path, identifier):
    """Posts one comment. The SDK has no builder for incidents, and that for alerts sends a list, where the page has one."""
    request = RequestInformation(Method.POST, "{+baseurl}/security/{path}/{id}/comments")
    request.path_parameters = {"baseurl": "https://graph.microsoft.com/v1.0", "path": path, "id": identifier}
    body = AlertComment(comment="by the SDK", odata_type=COMMENT)
    request.set_content_from_parsable(graph.request_adapter, "application/json", body)
    await graph.request_adapter.send_no_response_content_async(request, {"XXX": ODataError})


async def comments_on_an_alert(graph):
    alert = await first_alert(graph)
    await comment(graph, "alerts_v2", alert.id)
    read = await graph.security.alerts_v2.by_alert_id(alert.id).get()
    assert "by the SDK" in [one.comment for one in read.comments]


async def reads_incidents_with_alerts(graph):
    page = await graph.security.incidents.get(incidents(expand=["alerts"], top=10))
    assert len(page.value) == 10
    assert all(one.alerts for one in page.value), "expanded"
    found = await every(graph, await graph.security.incidents.get(incidents(top=20)))
    assert len(found) > 20 and len({one.id for one in found}) == len(found), len(found)


async def updates_and_comments_on_an_incident(graph):
    page = await graph.security.incidents.get(incidents(filter="status eq 'active'", top=1))
    incident = page.value[0]
    item = graph.security.incidents.by_incident_id(incident.id)
    await item.patch(Incident(status=IncidentStatus.Resolved, custom_tags=["peers"]))
    await comment(graph, "incidents", incident.id)
    read = await item.get()
    assert (read.status, read.custom_tags) == (IncidentStatus.Resolved, ["peers"]), read
    assert "by the SDK" in [one.comment for one in read.comments]


async def hunts(graph):
    query = "DeviceInfo | project Timestamp, DeviceName, DeviceId | take 3"
    body = RunHuntingQueryPostRequestBody(query=query)
    answer = await graph.security.microsoft_graph_security_run_hunting_query.post(body)
    assert [one.name for one in answer.schema] == ["Timestamp", "DeviceName", "DeviceId"]
    assert len(answer.results) == 3
    for row in answer.results:
        assert list(row.additional_data) == ["Timestamp", "DeviceName", "DeviceId"], row.additional_data


async def reads_secure_scores(graph):
    page = await graph.security.secure_scores.get()
    score = page.value[0]
    assert score.max_score >= score.current_score > 0
    assert (await graph.security.secure_scores.by_secure_score_id(score.id).get()).id == score.id
    profiles = await every(graph, await graph.security.secure_score_control_profiles.get())
    assert profiles and len({one.id for one in profiles}) == len(profiles)


async def says_what_is_wrong(graph):
    try:
        await graph.security.alerts_v2.by_alert_id("nobody").get()
    except ODataError as error:
        assert error.response_status_code == 404 and error.error.code, error
    else:
        raise AssertionError("an alert that does not exist was found")


def case(body):
    """One client a case: its connections belong to the loop that made them."""

    async def alone():
        async with ClientSecretCredential(vendor.TENANT, vendor.CLIENT, vendor.SECRET) as credential:
            await body(GraphServiceClient(credential))

    return lambda: asyncio.run(alone())


CASES = [
    ("msgraph-sdk: alerts, with evidence of the types it knows", case(lists_alerts)),
    ("msgraph-sdk: the page iterator reads every alert once", case(pages_alerts)),
    ("msgraph-sdk: selected members", case(selects_members)),
    ("msgraph-sdk: an alert is updated", case(updates_an_alert)),
    ("msgraph-sdk: a comment on an alert", case(comments_on_an_alert)),
    ("msgraph-sdk: incidents with their alerts, over pages", case(reads_incidents_with_alerts)),
    ("msgraph-sdk: an incident is resolved and commented on", case(updates_and_comments_on_an_incident)),
    ("msgraph-sdk: a hunt, rows in the order of the columns", case(hunts)),
    ("msgraph-sdk: secure scores and their controls", case(reads_secure_scores)),
    ("msgraph-sdk: an unknown alert is its error", case(says_what_is_wrong)),
]

vendor.run(CASES, f"msgraph-sdk {importlib.metadata.version('msgraph-sdk')}")
