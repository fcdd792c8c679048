"""A visitor's browser against the real application: keeps cookies, and sends forms with the token of the page."""

import re
from typing import Any

import httpx2
from starlette.applications import Starlette

TOKEN = re.compile(r'name="_token" value="([0-9a-f]+)"')
Files = dict[str, tuple[str, bytes, str]]


class Browser:
    """One visitor. `url` is built by route name, as templates do."""

    def __init__(self, app: Starlette, base: str = "http://127.0.0.1:8000") -> None:
        self.app = app
        # a fault of ours must come out as the page a visitor would get
        transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
        self.client = httpx2.AsyncClient(transport=transport, base_url=base)

    def url(self, route: str, **params: Any) -> str:
        return str(self.app.url_path_for(route, **params))

    async def see(self, route: str, *, query: dict[str, str] | None = None, **params: Any) -> httpx2.Response:
        return await self.client.get(self.url(route, **params), params=query)

    async def token(self) -> str:
        """The token of any page that holds a form: the one to sign in, or the button to sign out."""
        page = await self.client.get(self.url("sign_in:form"), follow_redirects=True)
        found = TOKEN.search(page.text)
        assert found
        return found[1]

    async def send(
        self, route: str, form: dict[str, Any] | None = None, *, files: Files | None = None, **params: Any
    ) -> httpx2.Response:
        """Send a form as its page would."""
        body = {"_token": await self.token()} | (form or {})
        return await self.client.post(self.url(route, **params), data=body, files=files)

    async def sign_in(self, login: str, password: str) -> httpx2.Response:
        return await self.send("sign_in:in", {"login": login, "password": password})
