"""Appeals over the interface: opened with what proves them, concluded with the outside body's decision."""

from integrity_archive import clock
from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.api.uploads import upload
from integrity_archive.remedies import actions, queries
from integrity_archive.remedies.kinds import DocumentKind
from integrity_archive.remedies.redaction import Original
from integrity_archive.remedies.views import AppealView


async def open_appeal(call: Call) -> AppealView:
    proof = actions.Handed(DocumentKind.APPEAL_FILED, *(await upload(call, DocumentKind.APPEAL_FILED)))
    made = await actions.open_appeal(call.path["entry"], call.input, [proof], by=call.by, now=clock.now())
    return await queries.appeal(made.id, by=call.by)


async def appeal(call: Call) -> AppealView:
    return await queries.appeal(call.path["appeal"], by=call.by)


async def conclude(call: Call) -> AppealView:
    decision = actions.Handed(DocumentKind.APPEAL_OUTCOME, *(await upload(call, DocumentKind.APPEAL_OUTCOME)))
    await actions.conclude_appeal(call.path["appeal"], call.input, [decision], by=call.by, now=clock.now())
    return await appeal(call)


async def redact(call: Call) -> AppealView:
    """The copy of a paper of the outside body that the person sees in its place."""
    of, copy = call.input.document, await upload(call, "file")
    await actions.redact_paper(call.path["appeal"], of, *copy, by=call.by, now=clock.now())
    return await appeal(call)


OUT, ONE, FILED = AppealView, "/appeals/{appeal:uuid}", (DocumentKind.APPEAL_FILED.value,)
ENDPOINTS = (
    Endpoint(
        "POST", "/entries/{entry:uuid}/appeals", open_appeal, Permission.REMEDY_FILE, "登记申诉、复议或诉讼",
        "record an appeal", input=actions.Appealing, output=OUT, status=201, creates=True, again=appeal,
        made="appeal", files=FILED,
    ),
    Endpoint("GET", ONE, appeal, Permission.REMEDY_SEE, "查看申诉、复议或诉讼", "an appeal", output=OUT),
    Endpoint(
        "POST", f"{ONE}/conclusion", conclude, Permission.REMEDY_DECIDE, "登记结果", "record its outcome",
        input=actions.Concluding, output=OUT, creates=True, again=appeal, files=(DocumentKind.APPEAL_OUTCOME.value,),
    ),
    Endpoint(
        "POST", f"{ONE}/redacted", redact, Permission.REMEDY_FILE, "添加遮盖副本", "attach a redacted copy",
        input=Original, output=OUT, creates=True, again=appeal, files=("file",),
    ),
    Endpoint(
        "POST", "/own/entries/{entry:uuid}/appeals", open_appeal, Permission.OWN_FILE, "登记本人的申诉、复议或诉讼",
        "record one's own appeal", input=actions.Appealing, output=OUT, status=201, creates=True, again=appeal,
        made="appeal", files=FILED,
    ),
    Endpoint("GET", f"/own{ONE}", appeal, Permission.OWN_FILE, "查看本人的申诉", "one's own appeal", output=OUT),
)  # fmt: skip
