"""Pages made from the code say what the code says."""

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
assert spec and spec.loader
generate = importlib.util.module_from_spec(spec)
spec.loader.exec_module(generate)


@pytest.mark.parametrize("name", sorted(generate.PAGES))
def test_a_generated_page_has_not_drifted(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == generate.PAGES[name](), "run `make docs`"


def test_every_refusal_has_a_code_of_its_own_and_says_the_same_in_both_languages() -> None:
    refusals = generate.refusals()
    codes = [refusal.code() for refusal in refusals]
    assert sorted(set(codes)) == sorted(codes)
    for refusal in refusals:
        assert refusal.__doc__ and "\n" not in refusal.__doc__, refusal
        assert "zh" in vars(refusal), refusal
        assert placeholders(refusal.zh) == placeholders(refusal.__doc__), refusal


def placeholders(text: str) -> set[str]:
    return set(generate.re.findall(r"\{(\w+)\}", text))
