import pytest

from tests.for_each import for_each


def test_every_one_that_fails_is_named_with_its_error() -> None:
    @for_each("number", range(1, 9))
    @for_each(("low", "high"), [(0, 6), (2, 9)], ids=lambda ends: f"{ends[0]} to {ends[1]}")
    def test(number: int, low: int, high: int) -> None:
        assert low <= number <= high

    with pytest.raises(ExceptionGroup, match=r"^not for 1, 7, 8$") as told:
        test()
    first, second, _ = told.value.exceptions
    assert "not for 2 to 9" in str(first)
    assert "not for 0 to 6" in str(second)


def test_what_holds_for_nothing_is_no_test() -> None:
    with pytest.raises(AssertionError):
        for_each("number", [])


@for_each("letter", "ab")
def test_what_else_a_test_asks_for_is_given(letter: str, tmp_path: object) -> None:
    assert letter in "ab"
    assert tmp_path
