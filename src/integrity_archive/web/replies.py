"""Answers that are files: always to be saved, never to be shown inside the site."""

from starlette.responses import Response

from integrity_archive.bodies import to_save


def attachment(name: str, media_type: str, data: bytes) -> Response:
    """A download."""
    return Response(data, media_type=media_type, headers=to_save(name))
