"""Text messages by an HTTP port: `POST {"id", "to", "text"}`; the receiver knows a repetition by its `id`.

202 or 200: taken. 429 and 5xx: later. Any other answer: this number gets none.
"""

import aiohttp

from integrity_archive.errors import Fatal, Retry
from integrity_archive.letters.channel import Hint, Undeliverable
from integrity_archive.letters.kinds import Channel
from integrity_archive.settings import settings

TAKEN = (200, 202)
TOO_MANY = 429


class Texts:
    """The operator's message service."""

    channel = Channel.TEXT

    async def send(self, hint: Hint) -> None:
        given = settings()
        assert given.text_url
        body = {"id": str(hint.id), "to": hint.to, "text": hint.text}
        limit = aiohttp.ClientTimeout(total=given.letters_timeout)
        try:
            async with (
                aiohttp.ClientSession(timeout=limit, trust_env=False) as line,
                line.post(given.text_url, json=body, headers=authority(), allow_redirects=False) as answer,
            ):
                status = answer.status
        except (aiohttp.ClientError, OSError, TimeoutError) as wrong:
            raise Retry(type(wrong).__name__) from None
        if status == TOO_MANY or status >= 500:
            raise Retry(str(status))
        if status not in TAKEN:
            raise Undeliverable()


def authority() -> dict[str, str]:
    """The bearer token, where one is set; raises `Fatal`."""
    file = settings().text_token_file
    if file is None:
        return {}
    try:
        return {"Authorization": f"Bearer {file.read_text().strip()}"}
    except OSError as wrong:
        raise Fatal(f"无法读取短信令牌文件 / cannot read the token file of the message service {file}") from wrong
