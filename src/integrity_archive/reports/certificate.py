"""The certificate of effect as a signed paper: why this entry was allowed to take effect. What it says is pure."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from integrity_archive.accounts.models import Organisation
from integrity_archive.accounts.queries import account_names
from integrity_archive.actors import Actor
from integrity_archive.catalogue import edition, policy
from integrity_archive.catalogue.record_types import Edition, RecordType, Step
from integrity_archive.catalogue.words import FINALITY, SEVERITIES
from integrity_archive.entries import queries
from integrity_archive.entries.queries import Proven
from integrity_archive.entries.words import DECISION_ROUTES, METHODS, PROOFS
from integrity_archive.errors import NotFound
from integrity_archive.paper import fonts
from integrity_archive.paper.document import Column, Document, KeyValues, Letterhead, Paragraph, Section, Table
from integrity_archive.paper.layout import render
from integrity_archive.people import queries as people
from integrity_archive.reports.actions import signatory
from integrity_archive.settings import settings

SIGNED_BECAUSE = "条目生效凭据"
CODE = 16  # so many digits of the hash stand in the foot; the whole of it stands in the text
SHORT = 12  # and so many where one document is named beside others
USE = (
    "本凭据载明条目生效当日系统据以判断的全部事实，存证后不再改动；各项材料以其SHA-256散列值为准。",
    "当事人认为送达没有发生，或者日期、方式与事实不符的，可以向记录单位提出异议；异议成立的，期限重新起算，条目恢复为未生效。",
)


@dataclass(frozen=True)
class Named:
    """What the certificate says by id or code, in words."""

    organisation: str
    person: str
    officers: Mapping[str, str]
    law: Edition
    kind: RecordType
    printed_at: datetime
    address: str


async def pdf(entry_id: UUID, *, by: Actor, now: datetime) -> tuple[str, bytes]:
    """The youngest certificate of an entry, for its office and for the person: file name and signed paper.

    Raises `NotFound` for a stranger, and for an entry that never took effect.
    """
    view = await queries.view(entry_id, by=by, now=now)
    if view.certificate is None:
        raise NotFound()
    law = edition.load(view.entry.edition)
    organisation = await Organisation.get(id=view.entry.organisation_id)
    officers = await account_names({UUID(id) for id in officers_of(view.certificate.facts)})
    named = Named(
        organisation=organisation.name,
        person=(await people.names([view.entry.person_id]))[view.entry.person_id],
        officers={str(id): name for id, name in officers.items()},
        law=law,
        kind=law.record_type(view.entry.record_type),
        printed_at=now,
        address=str(settings().public_url),
    )
    return f"生效凭据-{view.entry.number}.pdf", await asyncio.to_thread(printed, view.certificate, named)


def printed(proven: Proven, named: Named) -> bytes:
    """Draw and sign; takes a core for a while, so never in the event loop."""
    drawn = render(document(proven, named), fonts.load(settings().fallback_fonts))
    return signatory(named.printed_at).sign(drawn, reason=SIGNED_BECAUSE, at=named.printed_at)


def document(proven: Proven, named: Named) -> Document:
    """The paper, section by section as the gate asks."""
    facts, decision = proven.facts, proven.facts["decision"]
    rule = [("终局规则", FINALITY[decision["finality_rule"]])] if decision["finality_rule"] else []
    if named.kind.finality and named.kind.finality.basis:
        rule.append(("终局规则的依据", named.kind.finality.basis.cited))
    return Document(
        letterhead=Letterhead(named.organisation, number=facts["entry"]),
        title="条目生效凭据",
        number=facts["entry"],
        issued_at=proven.at,
        sections=(
            Section("条目", (KeyValues(pairs(entry(facts, named))),)),
            Section("决定", (KeyValues(pairs(decided(facts, named)), columns=1),)),
            Section("认定的事实与证明材料", (found(facts, named), attached(facts, named))),
            Section("送达", (served(facts, named),)) if facts["notice"] else Section("同意", (consent(facts),)),
            Section(
                "救济与终局",
                (KeyValues(pairs([*remedies(facts), *rule, ("终局日", decision["final_on"])]), columns=1),),
            ),
            Section("生效", (KeyValues(pairs(effect(proven, named)), columns=1),)),
            Section("说明", tuple(Paragraph(text, quiet=True) for text in USE)),
        ),
        verify_url=named.address,
        verify_code=proven.sha256[:CODE].upper(),
        verify_hint="核验码是凭据内容SHA-256散列值的前十六位，与条目页面所示一致的即为本条目的凭据。请自行打开本系统网址登录核对。",
        qr=False,
        watermark=f"{named.organisation} {facts['effect_on']}",
        footer="本件为电子签章文件，签名可用PDF阅读器验证。",
    )


def entry(facts: dict[str, Any], named: Named) -> Iterator[tuple[str, str | None]]:
    yield "当事人", named.person
    yield "信息类型", named.kind.name.zh
    yield "类型代码", facts["record_type"]
    yield "目录版本", facts["edition"]
    yield "修复政策版本", policy_cited(facts["policy"])
    yield "等级", SEVERITIES[facts["severity"]] if facts["severity"] else None
    basis = facts["serious_basis"]
    yield "严重失信情形", named.law.serious_bases[basis].zh if basis else None
    yield "重点监管", "、".join(named.law.key_supervision[tag].zh for tag in facts["key_supervision"])


def policy_cited(code: str) -> str:
    """The version of the policy; what nobody has compared with its text yet says so."""
    found = next((one for one in policy.policies() if one.code == code), None)
    return f"{code}（待核实）" if found and found.to_verify else code


def step_cited(step: Step) -> str:
    return f"{step.zh}（{step.legal_basis.cited}）" if step.legal_basis else step.zh


def decided(facts: dict[str, Any], named: Named) -> Iterator[tuple[str, str | None]]:
    decision = facts["decision"]
    yield "文书", decision["document_title"]
    yield "文号", decision["document_no"]
    yield "决定机关", f"{decision['authority']}（{decision['authority_uscc']}）"
    body = decision.get("deciding_body")
    yield "决定机关类别", named.law.body_kinds[body].zh if body else "未登记"
    yield "作出日期", decision["decided_on"]
    yield "处理内容", decision["sanction_text"]
    yield "已履行的程序", "；".join(step_cited(named.law.steps[step]) for step in facts["steps_taken"])
    yield "行为时已成年", f"行为日期{facts['adult']['on']}，已满{facts['adult']['from_age']}周岁"


def found(facts: dict[str, Any], named: Named) -> Table:
    """Each finding beside the documents that it rests on."""
    rows = tuple(
        (one["text"], "；".join(f"{evidence(it['kind'], named)}（{it['sha256'][:SHORT]}）" for it in one["evidence"]))
        for one in facts["findings"]
    )
    return Table((Column("认定的事实", 1.2), Column("所依据的材料", 1)), rows, empty="守信信息，无须列明")


def attached(facts: dict[str, Any], named: Named) -> Table:
    """Every document with its hash."""
    rows = tuple((evidence(one["kind"], named), one["file_name"], one["sha256"]) for one in facts["documents"])
    return Table((Column("材料", 1), Column("文件名", 1), Column("SHA-256", 2.2)), rows)


def evidence(kind: str, named: Named) -> str:
    return PROOFS[kind] if kind in PROOFS else named.law.evidence_kinds[kind].zh


def served(facts: dict[str, Any], named: Named) -> Table:
    """The two services, each on its own clock."""
    columns = (
        Column("文书", 0.7),
        Column("送达", 1.4),
        Column("登记", 1),
        Column("凭证", 1.1),
        Column("查看凭证的复核人", 1),
    )
    return Table(
        columns,
        tuple(
            (
                f"{title}（{DECISION_ROUTES[way]}）" if way else title,
                f"{service['served_on']} {METHODS[service['method']] if service['method'] else ''}",
                f"{service['recorded_on'] or '—'}{'（事后登记）' if service['recorded_later'] else ''}",
                (service["proof"] or "—")[:SHORT],
                named.officers.get(service["sighted_by"] or "", "无须另行查看"),
            )
            for title, way, service in (
                ("决定书", facts["decision"]["route"], facts["decision"]),
                ("告知书", None, facts["notice"]),
            )
        ),
    )


def consent(facts: dict[str, Any]) -> KeyValues:
    return KeyValues((("本人书面同意", facts["consented_on"] or "该类型无须同意"),), columns=1)


def remedies(facts: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    """What the person could do against the decision, whether he was told, and until when."""
    decision, statement = facts["decision"], facts["statement"]
    if not decision["finality_rule"]:
        return
    yield "救济途径", "；".join(f"{one['name']}（{one['to']}）" for one in decision["remedies"])
    yield "文书是否告知", "已告知" if decision["remedies_told"] else "未告知，按法定最长期限计算"
    yield "得知救济途径", decision["remedy_known_on"]
    yield "救济终结", decision["remedy_concluded_on"]
    yield "救济期至", decision["remedy_until"]
    yield "本人陈述", statement["given_on"] or f"未陈述，陈述期至{statement['window_until']}已满"


def effect(proven: Proven, named: Named) -> Iterator[tuple[str, str | None]]:
    officers = proven.facts["officers"]
    yield "生效日", proven.facts["effect_on"]
    yield "经办人", named.officers.get(officers["clerk"], "—")
    yield "复核人", named.officers.get(officers["reviewer"], "—")
    yield "凭据散列值", proven.sha256


def officers_of(facts: dict[str, Any]) -> set[str]:
    """The ids of every officer that the certificate names."""
    sighted = [(facts[part] or {}).get("sighted_by") for part in ("decision", "notice")]
    return {id for id in (*facts["officers"].values(), *sighted) if id}


def pairs(said: Iterator[tuple[str, str | None]] | list[tuple[str, str | None]]) -> tuple[tuple[str, str], ...]:
    """What there is to say, without what there is not."""
    return tuple((label, text) for label, text in said if text)
