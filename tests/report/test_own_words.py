"""What people wrote in letters from the right stands by itself, and nothing else is marked."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.report.own_words import own, parted, unmarked
from backcare_tui.text import clean

HEBREW = "\u05d3\u05e0\u05d4"


def test_only_letters_from_the_right_are_marked() -> None:
    assert own("Dana") == "Dana"
    assert list(parted(f"With {own(HEBREW)}: 6")) == [
        ("With ", False),
        (HEBREW, True),
        (": 6", False),
    ]


@given(st.text())
def test_without_its_marks_it_is_the_safe_text_in_pieces_as_well(words: str) -> None:
    marked = own(words)
    assert unmarked(marked) == clean(words)
    assert "".join(piece for piece, _ in parted(f"a {marked} b")) == f"a {clean(words)} b"


@given(st.text(st.sampled_from([*"\u2066\u2067\u2068\u2069\u202e", *HEBREW, "x"])))
def test_nobody_can_write_the_marks_themselves(words: str) -> None:
    for piece, _ in parted(own(words)):
        assert not any(unicodedata.category(letter) == "Cf" for letter in piece)
