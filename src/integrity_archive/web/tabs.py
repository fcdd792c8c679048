"""The main navigation: what a visitor's permissions let him open."""

from dataclasses import dataclass

from integrity_archive.actors import Actor, Permission
from integrity_archive.language import _


@dataclass(frozen=True)
class Tab:
    """One entry of the navigation. `under`: the paths during which it is the current one."""

    name: str
    route: str
    needs: Permission
    under: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    name: str
    route: str
    current: bool


TABS = (
    Tab(_("工作台"), "desk:show", Permission.DESK_SEE, ("/desk",)),
    Tab(_("期限"), "deadlines:show", Permission.DESK_SEE, ("/deadlines",)),
    Tab(_("复核"), "entries:queue", Permission.ENTRY_REVIEW, ("/entries/queue",)),
    Tab(_("条目"), "entries:list", Permission.ENTRY_SEE, ("/entries", "/changes", "/put-away")),
    Tab(
        _("救济"),
        "remedies:desk",
        Permission.REMEDY_SEE,
        ("/remedies", "/objections", "/appeals", "/repairs", "/complaints"),
    ),
    Tab(_("旧档"), "legacy:list", Permission.ENTRY_DRAFT, ("/legacy",)),
    Tab(_("暂存"), "quarantine:list", Permission.ENTRY_SEE, ("/quarantine",)),
    Tab(_("文书送达"), "letters:desk", Permission.LETTER_SEE, ("/letters",)),
    Tab(_("人员"), "people:list", Permission.PERSON_SEE, ("/people",)),
    Tab(_("名册"), "rosters:list", Permission.ROSTER_IMPORT, ("/rosters",)),
    Tab(_("报送"), "deliveries:list", Permission.DELIVERY_SEE, ("/deliveries",)),
    Tab(_("查询"), "inquiries:form", Permission.INQUIRY_MAKE, ("/inquiries/new",)),
    Tab(_("查询登记簿"), "inquiries:register", Permission.INQUIRY_MAKE, ("/inquiries",)),
    Tab(_("信息变化"), "recipients:changed", Permission.DUTY_ACKNOWLEDGE, ("/changed",)),
    Tab(_("收到的文书"), "inbox:list", Permission.DUTY_ACKNOWLEDGE, ("/inbox",)),
    Tab(_("我的档案"), "own:show", Permission.OWN_FILE, ("/own",)),
    Tab(_("收到的文书"), "own_letters:list", Permission.OWN_FILE, ("/own/letters",)),
)


def of(visitor: Actor | None, path: str) -> list[Shown]:
    """The tabs of a visitor; the one with the longest matching path is the current one."""
    mine = [tab for tab in TABS if visitor and tab.needs in visitor.permissions]
    matches = [(len(under), tab) for tab in mine for under in tab.under if (path + "/").startswith(under + "/")]
    current = max(matches, key=lambda match: match[0])[1] if matches else None
    return [Shown(tab.name, tab.route, tab is current) for tab in mine]


def home(visitor: Actor) -> str:
    """The route a visitor sees first after signing in."""
    return next((tab.route for tab in TABS if tab.needs in visitor.permissions), "start")
