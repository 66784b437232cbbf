"""The pages of the manual, as they are shipped: plain Markdown."""

import re
from functools import cache
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parents[1] / "manual"
ORDER = (
    "keys",
    "day",
    "on-the-mat",
    "care",
    "advice",
    "findings",
    "your-data",
    "reminders",
    "backups",
    "two-devices",
    "browser",
    "locked",
    "coming-from",
    "installing",
    "shell",
    "others",
    "diary-file",
    "command-line",
    "proof",
)
"""The pages that are read most come first; one that is not named here stands at the end."""


PART = 120
"""Lines of a part, where its sections can be parted so."""


class ManualText(msgspec.Struct, frozen=True):
    """A page."""

    id: str
    """Its file without the ending: `two-devices`."""
    title: str
    text: str
    """The whole of it, its title first."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Its text in parts of whole sections, each short enough to be shown at once; the title is left out."""
        first, *rest = re.split(r"^(?=###? )", self.text.partition("\n")[2], flags=re.MULTILINE)
        found = [first]
        for section in rest:
            if (found[-1] + section).count("\n") > PART:
                found.append(section)
            else:
                found[-1] += section
        return tuple(found)

    def part_of(self, heading: str) -> int:
        """The number of the part with a heading, from 0; the first where there is none."""
        for number, part in enumerate(self.parts):
            if heading in map(slug, re.findall(r"^#+ (.*)$", part, flags=re.MULTILINE)):
                return number
        return 0

    @property
    def lead(self) -> str:
        """Its first sentence, without marks."""
        paragraph = self.text.split("\n\n")[1].replace("\n", " ").replace("`", "")
        return f"{paragraph.split('. ')[0].rstrip('.')}."


def slug(heading: str) -> str:
    """What a link calls a heading.

    >>> slug("Back to a `backup`")
    'back-to-a-backup'
    """
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


@cache
def manual_pages() -> tuple[ManualText, ...]:
    """All of them.

    >>> [page.title for page in manual_pages()][:2]
    ['The keys', 'A day and a week']
    """
    files = sorted(FOLDER.glob("*.md"), key=lambda file: (_place(file.stem), file.stem))
    texts = ((file.stem, file.read_text("utf-8")) for file in files)
    return tuple(ManualText(id_, text.partition("\n")[0].lstrip("# "), text) for id_, text in texts)


def _place(id_: str) -> int:
    return ORDER.index(id_) if id_ in ORDER else len(ORDER)


def page_linked(href: str) -> tuple[str, str] | None:
    """The page and the heading in it that a link of the manual names; None where it leads outside.

    >>> page_linked("locked.md#what-it-costs")
    ('locked', 'what-it-costs')
    >>> page_linked("https://age-encryption.org") is None
    True
    """
    file, _, heading = href.partition("#")
    known = {f"{page.id}.md": page.id for page in manual_pages()}
    if not file and heading:
        return "", heading
    return (known[file], heading) if file in known else None
