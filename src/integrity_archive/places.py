"""Where the folders stand that are not Python: `templates` and `migrations`."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def root_folder(name: str) -> Path:
    """The folder `name` of the checkout if we run from one, else the copy inside the installed package.

    The checkout comes first because an editable install copies such folders once, and the copy goes stale.
    """
    checkout = PACKAGE.parent.parent
    inside = PACKAGE.parent.name == "src" and (checkout / "pyproject.toml").is_file()
    return (checkout if inside else PACKAGE) / name
