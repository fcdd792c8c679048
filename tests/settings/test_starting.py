"""What an operator set is understood or the start is refused, with every fault numbered and no secret repeated."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from integrity_archive import settings as module
from integrity_archive.errors import Fatal
from integrity_archive.settings import Settings, load, settings, use

SECRET = "postgresql://archive:h0rse@db/archive"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("IA_") or name.endswith("DATABASE_URL"):
            monkeypatch.delenv(name)


@pytest.fixture
def undone() -> Iterator[None]:
    before = list(module.chosen)
    yield
    module.chosen[:] = before


def refused() -> list[str]:
    with pytest.raises(Fatal) as stopped:
        load()
    return str(stopped.value).splitlines()[1:]


def test_without_any_setting_the_defaults_count():
    assert load() == Settings()
    assert (load().profile, load().home, load().database_url) == ("demo", Path("var/demo"), None)


def test_what_the_environment_says_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("IA_PROFILE", "test")
    monkeypatch.setenv("IA_SESSION_IDLE", "600")
    monkeypatch.setenv("IA_MASTER_KEY_FILE", "/etc/archive/master.key")
    monkeypatch.setenv("DATABASE_URL", SECRET)
    found = load()

    assert (found.profile, found.session_idle) == ("test", 600)
    assert (found.master_key_file, found.database_url) == (Path("/etc/archive/master.key"), SECRET)


def test_every_fault_is_numbered_and_all_are_told_at_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("IA_DATABASE_POOL", "1")
    monkeypatch.setenv("IA_LOG_LEVEL", "loud")
    monkeypatch.setenv("IA_HOEM", "/srv")
    faults = refused()

    said = zip(faults, ("1. IA_HOEM:", "2. IA_DATABASE_POOL:", "3. IA_LOG_LEVEL:"), strict=True)
    assert [fault for fault, start in said if not fault.strip().startswith(start)] == []


@pytest.mark.parametrize(("slip", "meant"), [("IA_HOEM", "IA_HOME"), ("IA_MASTER_KEY", "IA_MASTER_KEY_FILE")])
def test_a_slip_of_the_pen_is_told_what_was_probably_meant(monkeypatch: pytest.MonkeyPatch, slip: str, meant: str):
    monkeypatch.setenv(slip, "x")

    [fault] = refused()
    assert slip in fault and f"({meant}?)" in fault


def test_a_name_like_no_other_is_unknown_and_nothing_is_guessed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("IA_ZZZZZZZZ", "x")

    [fault] = refused()
    assert fault.endswith("unknown setting")


def test_names_of_others_are_nobodys_business(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("IAN", "x")
    monkeypatch.setenv("PGPASSWORD", "x")

    assert load() == Settings()


@pytest.mark.parametrize("name", ["IA_SESSION_IDLE", "IA_PROFILE", "IA_SEAL_SUITE", "IA_TESTING", "IA_UPLOAD_LIMIT"])
def test_a_refusal_to_start_repeats_no_value(monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setenv(name, SECRET)
    monkeypatch.setenv("IA_UNKNOWN", SECRET)

    assert "h0rse" not in "".join(refused())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("IA_SESSION_IDLE", "59"),
        ("IA_SESSION_ABSOLUTE", "299"),
        ("IA_SIGN_IN_FAILURES", "0"),
        ("IA_SIGN_IN_LOCK", "0"),
        ("IA_DATABASE_POOL", "101"),
        ("IA_UPLOAD_LIMIT", "1023"),
        ("IA_WORKER_POLL", "0"),
        ("IA_EXCHANGE_TIMEOUT", "0"),
    ],
)
def test_a_number_that_would_break_the_service_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    monkeypatch.setenv(name, value)

    assert len(refused()) == 1


def test_settings_are_read_once_and_do_not_change(monkeypatch: pytest.MonkeyPatch, undone: None):
    module.chosen.clear()
    first = settings()
    monkeypatch.setenv("IA_PROFILE", "production")

    assert settings() is first and first.profile == "demo"
    with pytest.raises(ValidationError):
        first.profile = "production"


def test_what_a_process_sets_itself_stands_above_its_environment(monkeypatch: pytest.MonkeyPatch, undone: None):
    monkeypatch.setenv("IA_PROFILE", "production")
    monkeypatch.setenv("IA_SESSION_IDLE", "600")

    use(profile="test")
    assert (settings().profile, settings().session_idle) == ("test", 600)


def test_a_real_service_starts_with_nothing_of_the_demo(monkeypatch):
    monkeypatch.setenv("IA_PROFILE", "production")

    with pytest.raises(Fatal) as stopped:
        load()

    for name in (
        "DATABASE_URL",
        "IA_MASTER_KEY_FILE",
        "IA_REPORT_KEY_FILE",
        "IA_REPORT_CERTIFICATE_FILE",
        "IA_PUBLIC_URL",
    ):
        assert name in str(stopped.value)


def test_a_list_that_is_none_is_a_fault_like_any_other(monkeypatch):
    monkeypatch.setenv("IA_FALLBACK_FONTS", "/fonts/one.ttf")
    monkeypatch.setenv("IA_SESSION_IDLE", "1")

    assert [fault.split(":")[0] for fault in refused()] == ["  1. IA_SESSION_IDLE", "  2. IA_FALLBACK_FONTS"]


def test_what_a_process_sets_itself_is_judged_with_its_environment(monkeypatch, undone: None):
    monkeypatch.setenv("IA_SESSION_IDLE", "x")
    monkeypatch.setenv("IA_HOEM", "/srv")

    with pytest.raises(Fatal, match=r"(?s)1\. IA_HOEM.*2\. IA_SESSION_IDLE"):
        use(profile="test")
