"""The public catalogue: every type with its ground and remedies, and what is not verified said plainly."""

import html
import re

from integrity_archive.actors import SYSTEM
from integrity_archive.catalogue import actions, edition
from integrity_archive.web.catalogue import unverified

from ..building import NOW
from ..catalogue.amended import NEW, next_edition
from .browser import Browser

[LAW] = edition.shipped()


def text_of(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


async def test_anybody_reads_every_type_with_its_legal_ground(anybody: Browser) -> None:
    answer = await anybody.see("catalogue:current")

    assert answer.status_code == 200 and "<script" not in answer.text
    for kind in LAW.record_types:
        assert f'id="{kind.code}"' in answer.text
        assert all(html.escape(basis.text) in answer.text for basis in kind.legal_basis), kind.code


async def test_what_was_not_compared_with_the_law_is_marked_and_counted(anybody: Browser) -> None:
    shown = await anybody.see("catalogue:current", query={"family": "EXS"})
    kinds = [kind for kind in LAW.record_types if kind.family == "EXS"]
    rows = sum(unverified(kind.model_dump(mode="json")) for kind in kinds)
    items = [item for item in LAW.items if any(item.holds(kind.code) for kind in kinds)]
    rows += sum(unverified(item.model_dump(mode="json")) for item in items)
    rows += sum(unverified(LAW.steps[step].model_dump()) for kind in kinds for step in kind.required_steps)
    titles = sum(1 for kind in kinds if unverified(kind.model_dump(mode="json")))

    assert f"{unverified(LAW.model_dump(mode='json'))}处" in shown.text
    assert rows and shown.text.count("待核实") == rows + titles + 1


async def test_one_family_is_picked_and_shown_open(anybody: Browser) -> None:
    answer = await anybody.see("catalogue:current", query={"family": "LOA"})

    assert re.search(r'<details class="act" id="SN-LOA-01" +open', answer.text)
    assert "SN-EXF-0605" not in answer.text
    assert '<option value="LOA" selected>' in answer.text
    assert "SN-EXF-0605" in (await anybody.see("catalogue:current", query={"family": "NONE"})).text


async def test_remedies_terms_and_the_way_back_stand_there_in_both_languages(anybody: Browser) -> None:
    chinese = text_of((await anybody.see("catalogue:current", query={"family": "EXS"})).text)
    english = text_of((await anybody.see("catalogue:current", query={"family": "EXS", "lang": "en"})).text)

    assert "向学校学生申诉处理委员会提出申诉 送达后10日内" in chinese
    assert "告知书送达后5日内可以陈述" in chinese
    assert "Within 10 days of service" in english and "A signed pledge" in english
    assert "Until the sanction ends: at least 6 months, at most 12 months from the decision" in english


async def test_each_edition_has_its_own_address_and_one_not_in_force_says_so(anybody: Browser) -> None:
    await actions.adopt(next_edition(since="2030-01-01"), by=SYSTEM, now=NOW)

    coming = await anybody.see("catalogue:show", code=NEW)
    current = await anybody.see("catalogue:current")

    assert "这不是现行目录" in coming.text and "这不是现行目录" not in current.text
    assert anybody.url("catalogue:show", code=NEW) in current.text
    assert (await anybody.see("catalogue:show", code="SX-1999")).status_code == 404
