"""The desk."""

from integrity_archive.actors import Permission
from integrity_archive.api.endpoint import Call, Endpoint
from integrity_archive.tasks import queries


async def desk(call: Call) -> list[queries.TaskRow]:
    return await queries.desk(call.by)


ENDPOINTS = (Endpoint("GET", "/tasks", desk, Permission.TASK_SEE, "待办", "the desk", output=list[queries.TaskRow]),)
