"""The shipped edition with changes, as an operator would write the next one."""

from integrity_archive.catalogue import edition, edition_file

[SHIPPED] = edition.shipped_texts()
SAMPLE = edition_file.expanded(SHIPPED)
NEW = "SX-2027-1"


def next_edition(*changes: tuple[str, str], text: str = SHIPPED, code: str = NEW, since: str = "2026-12-01") -> str:
    """The shipped edition under another code and from another day."""
    heads = [(f'"{SAMPLE.code}"', f'"{code}"'), (f"in_force_from = {SAMPLE.in_force_from}", f"in_force_from = {since}")]
    for old, new in (*heads, *changes):
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
