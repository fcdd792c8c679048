"""From an answer to a page: templates, the frame around them, redirects, and forms that come back with their faults."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from integrity_archive import clock
from integrity_archive.catalogue import words as catalogue_words
from integrity_archive.catalogue.codes import Name
from integrity_archive.errors import Refusal
from integrity_archive.inquiries.kinds import Purpose
from integrity_archive.inquiries.purposes import purpose_name
from integrity_archive.inquiries.words import RESULTS
from integrity_archive.language import Language, _, translations
from integrity_archive.letters import words as letter_words
from integrity_archive.places import root_folder
from integrity_archive.remedies import words as remedy_words
from integrity_archive.web import catalogue_names, tabs
from integrity_archive.web.field_words import FIELDS
from integrity_archive.web.forgery import form_token
from integrity_archive.web.typed import Faults, Typed, faults
from integrity_archive.web.words import WORDS

WEEKDAYS = (_("周一"), _("周二"), _("周三"), _("周四"), _("周五"), _("周六"), _("周日"))
STATIC = Path(__file__).parent / "static"
BOOTSTRAP = Path(str(files("bootstrap") / "css"))  # from the wheel bootstrap-wrapper
ASSETS = {"bootstrap.min.css": BOOTSTRAP, "theme.css": STATIC, "mark.svg": STATIC}


def page(request: Request, template: str, status: int = 200, *, here: str | None = None, **context: Any) -> Response:
    """Render a template in the visitor's language. `here`: where a switch of language leads, if not to this address."""
    environment = house(request.scope["language"])
    return HTMLResponse(environment.get_template(template).render(frame(request, here) | context), status)


def see(request: Request, route: str, **params: Any) -> Response:
    """After a change: go and look (303), so that reloading does not send the form again."""
    return RedirectResponse(request.app.url_path_for(route, **params), 303)


def again(request: Request, template: str, refusal: Refusal, form: Typed, *, here: str, **context: Any) -> Response:
    """The form once more: what was typed, each fault beside its field, and the refusal itself where it has no field."""
    language = request.scope["language"]
    found = faults(refusal, language)
    failed = None if found else said(refusal, language)
    return page(
        request,
        template,
        refusal.status,
        here=here,
        form=form,
        errors=found,
        failed=failed,
        chosen=form.chosen,
        **context,
    )


def offered(request: Request, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """The choices of a field: values and what they are called in the visitor's language."""
    speak = translations(request.scope["language"]).gettext
    return [(value, speak(name)) for value, name in names.items()]


def purposes(request: Request) -> list[tuple[str, str]]:
    """For what an archive may be asked, as choices."""
    return [(one.value, purpose_name(one, language=request.scope["language"])) for one in Purpose]


def said(refusal: Refusal, language: Language) -> str:
    """A refusal in words; the result of an inquiry by its name, not by its code."""
    result = RESULTS.get(str(refusal.facts.get("result")))
    return translations(language).gettext(result) if result else refusal.text(language)


def frame(request: Request, here: str | None = None) -> dict[str, Any]:
    """What every template may use, whoever looks."""
    user = request.user
    return {
        "user": user,
        "office": request.scope["office"],
        "tabs": tabs.of(user, request.url.path),
        "other_language": other_language(request, here),
        "url": partial(address, request),
        "form_token": partial(form_token, request),
        "form": Typed(),
        "errors": Faults(),
        "failed": None,
        "labels": FIELDS,
        "chosen": Typed().chosen,
        "today": clock.present_day(),
    }


def address(request: Request, route: str, /, **params: Any) -> str:
    """The path of a route, for templates."""
    return str(request.app.url_path_for(route, **params))


def other_language(request: Request, here: str | None) -> dict[str, str]:
    """The link that shows the same page in the other language."""
    other = "en" if request.scope["language"] == "zh" else "zh"
    path = here or request.url.path
    query = {} if here else {name: value for name, value in request.query_params.items() if name != "lang"}
    joint = "&" if "?" in path else "?"
    return {
        "address": f"{path}{joint}{urlencode(query | {'lang': other})}",
        "tag": "en" if other == "en" else "zh-CN",
        "name": "English" if other == "en" else "中文",
    }


@cache
def house(language: Language) -> Environment:
    """The templates in one language."""
    environment = Environment(
        loader=FileSystemLoader(root_folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    install: Callable[..., None] = environment.install_gettext_translations  # type: ignore[attr-defined]
    install(translations(language), newstyle=True)
    environment.globals |= {"language": language, "asset": asset}
    environment.globals |= {"words": WORDS, "remedy_words": remedy_words, "letter_words": letter_words}
    environment.filters |= {"day": day, "moment": moment, "file_kind": catalogue_names.file_kind}
    for spoken in (
        named,
        weekday,
        catalogue_names.type_name,
        catalogue_names.evidence_name,
        catalogue_names.place_name,
        catalogue_names.step_name,
        catalogue_names.body_name,
        catalogue_words.period,
        catalogue_words.months,
        catalogue_words.display_rule,
        catalogue_words.population,
        catalogue_words.domain,
        purpose_name,
    ):
        environment.filters[spoken.__name__] = partial(spoken, language=language)
    return environment


def day(value: date | None) -> str:
    return value.isoformat() if value else ""


def weekday(value: date, *, language: Language) -> str:
    return translations(language).gettext(WEEKDAYS[value.weekday()])


def moment(value: datetime | None) -> str:
    """Date and time in China, to the minute."""
    return value.astimezone(clock.SHANGHAI).strftime("%Y-%m-%d %H:%M") if value else ""


def named(value: Name, *, language: Language) -> str:
    """A name that the catalogue gives in both languages."""
    return value.text(language)


@cache
def asset(name: str) -> str:
    """The address of a static file; it changes with the content, so that a browser may keep it for ever."""
    file = ASSETS[name] / name
    return f"/static/{name}?v={hashlib.sha256(file.read_bytes()).hexdigest()[:12]}"


def place(name: str) -> Path | None:
    """Where the static file of that name lies; the names are a closed list."""
    return ASSETS[name] / name if name in ASSETS else None
