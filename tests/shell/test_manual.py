"""The answers for programs have the keys that the manual shows."""

import json
import re
from pathlib import Path
from typing import Any

from tests.house.source import PACKAGE
from tests.shell.conftest import Shell

PAGE = PACKAGE / "manual" / "command-line.md"
GIVEN_BY_THE_DIARY = {"by_day", "areas", "tags", "counts"}
"""What has days, places and words as its keys."""


def test_an_answer_has_the_keys_that_the_page_shows(story_shell: Shell) -> None:
    for command in ("week", "trends", "advice", "check", "where"):
        answer = json.loads(story_shell.says(command, "--json"))
        assert keys(answer) == keys(shown(PAGE, command)), command


def shown(page: Path, command: str) -> Any:
    """The example under a command."""
    found = re.search(
        rf"^### `backcare {command}`$.*?```json\n(.*?)```",
        page.read_text("utf-8"),
        re.DOTALL | re.MULTILINE,
    )
    assert found, command
    return json.loads(found[1])


def keys(answer: Any, above: str = "") -> set[str]:
    """The keys of an answer, each with those above it; of a list those of its first item."""
    if isinstance(answer, list):
        return keys(answer[0], above) if answer else set()
    if not isinstance(answer, dict):
        return set()
    below = [
        keys(value, f"{above}.{key}")
        for key, value in answer.items()
        if key not in GIVEN_BY_THE_DIARY
    ]
    return {f"{above}.{key}" for key in answer}.union(*below)
