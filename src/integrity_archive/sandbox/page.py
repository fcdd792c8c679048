"""A page that shows what the platform holds: numbers, states and receipts, no personal data."""

from html import escape

from starlette.responses import HTMLResponse

from integrity_archive.sandbox.holdings import Holdings

SHOWN = 200
STYLE = """
:root{color-scheme:light;--ink:#1d2733;--soft:#5d6b7a;--line:#dfe5ec;--accent:#0f5c8c}
*{box-sizing:border-box}
body{margin:0;font:15px/1.55 system-ui,"Noto Sans SC","Microsoft YaHei",sans-serif;color:var(--ink);background:#f4f6f9}
header{background:var(--accent);color:#fff;padding:1.4rem 1.5rem}
h1{margin:0;font-size:1.25rem;font-weight:600}
header p{margin:.2rem 0 0;opacity:.85;font-size:.9rem}
main{max-width:84rem;margin:1.5rem auto;padding:0 1.5rem}
h2{font-size:1rem;margin:2rem 0 .6rem}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.75rem;margin:0}
dl div{background:#fff;border:1px solid var(--line);border-radius:6px;padding:.75rem 1rem}
dt{color:var(--soft);font-size:.85rem}
dd{margin:0;font-size:1.5rem;font-weight:600;font-variant-numeric:tabular-nums}
.wide{overflow-x:auto;background:#fff;border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:.45rem .65rem;white-space:nowrap;border-bottom:1px solid var(--line)}
th{color:var(--soft);font-weight:500;background:#fafbfc}
tr:last-child td{border-bottom:0}
.ACCEPTED{color:#17693a}.REJECTED{color:#a32020}.PENDING{color:#8a5a00}
"""
OPERATIONS = {"A": "新增", "U": "变更", "W": "撤回"}


def page(holdings: Holdings, edition: str) -> HTMLResponse:
    """The latest entries and receipts first."""
    rejected = sum(event.get("status") == "REJECTED" for event in holdings.events)
    figures = {
        "批次": len(holdings.batches),
        "在册条目": sum(standing.last.op != "W" for standing in holdings.entries.values()),
        "已撤回": sum(standing.last.op == "W" for standing in holdings.entries.values()),
        "核验中": len(holdings.unresolved),
        "退回": rejected,
    }
    boxes = "".join(f"<div><dt>{name}</dt><dd>{number}</dd></div>" for name, number in figures.items())
    entries = [
        [
            number,
            standing.catalogue_item,
            standing.record_type,
            str(state.seq),
            OPERATIONS[state.op],
            clock_time(state.at),
        ]
        for number, standing in reversed(holdings.entries.items())
        if (state := standing.last)
    ][:SHOWN]
    return HTMLResponse(
        f"""<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>模拟省平台</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>{STYLE}</style></head>
<body><header><h1>省信用信息共享平台（模拟）</h1>
<p>PPG/1.0 · 目录 {escape(edition)} · 仅供演示与测试，不是真实平台</p></header>
<main><dl>{boxes}</dl>
<h2>条目</h2>{table(["条目号", "目录项", "信息类型", "序号", "操作", "接收时间"], entries)}
<h2>回执与通知</h2>{table(["编号", "条目号", "批次号", "序号", "状态", "原因", "时间"], events(holdings))}
</main></body></html>"""
    )


def events(holdings: Holdings) -> list[list[str]]:
    """The rows of the feed, latest first."""
    rows = []
    for event in holdings.events[: -SHOWN - 1 : -1]:
        if event["type"] == "NOTICE":
            rows.append(
                [
                    event["notice_no"],
                    event["entry_no"],
                    "",
                    "",
                    event["status"],
                    event["reason"] or "",
                    clock_time(event["at"]),
                ]
            )
            continue
        reasons = "；".join(f"{error['code']} {error['message']}" for error in event["errors"])
        rows.append(
            [
                event["receipt_no"],
                event["entry_no"],
                event["batch_no"],
                str(event["seq"]),
                event["status"],
                "重复报送" if event["duplicate"] else reasons,
                clock_time(event["at"]),
            ]
        )
    return rows


def table(heads: list[str], rows: list[list[str]]) -> str:
    """An HTML table; states get their colour by name."""
    head = "".join(f"<th>{name}</th>" for name in heads)
    body = "".join("<tr>" + "".join(f"<td{mark(cell)}>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    empty = f'<tr><td colspan="{len(heads)}">暂无</td></tr>'
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{body or empty}</tbody></table></div>'


def mark(cell: str) -> str:
    return f' class="{cell}"' if cell in ("ACCEPTED", "REJECTED", "PENDING") else ""


def clock_time(at: str) -> str:
    """The contract's timestamp as people read it; all are UTC+08:00."""
    return at[:19].replace("T", " ")
