"""Answers that are files: always to be saved, never to be shown inside the site."""

from urllib.parse import quote

from starlette.responses import Response


def attachment(name: str, media_type: str, data: bytes) -> Response:
    """A download. The name goes as RFC 8187 says, so that Chinese names survive."""
    return Response(
        data,
        media_type=media_type,
        headers={
            "content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
            "cache-control": "no-store",
        },
    )
