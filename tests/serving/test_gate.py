"""Who may in: one code, once; three wrong ones close; and no page from elsewhere."""

from hypothesis import given
from hypothesis import strategies as st

from backcare_tui.serving.gate import DIGITS, Answer, Gate, is_our_host, is_our_page

HOSTS = frozenset({"127.0.0.1:8722", "localhost:8722"})


def wrong(gate: Gate) -> str:
    return f"{(int(gate.code) + 1) % 10**DIGITS:06}"


def test_the_code_opens_once_and_then_only_the_cookie_does() -> None:
    gate = Gate()
    assert len(gate.code) == DIGITS
    assert not gate.knows(gate.room, gate.token)
    assert gate.enter(f" {gate.code[:3]} {gate.code[3:]} ") is Answer.RIGHT
    assert gate.knows(gate.room, gate.token)
    assert not any(gate.knows(gate.room, token) for token in (None, "", gate.code, gate.token[:-1]))
    assert not any(gate.knows(room, gate.token) for room in ("", gate.code, gate.room[:-1]))
    assert gate.enter(gate.code) is Answer.USED


def test_three_wrong_codes_close_it_for_the_right_one_too() -> None:
    gate = Gate()
    assert [gate.enter(wrong(gate)) for _ in range(3)] == [
        Answer.WRONG,
        Answer.WRONG,
        Answer.CLOSED,
    ]
    assert gate.enter(gate.code) is Answer.CLOSED
    assert not gate.is_used


def test_once_it_is_used_wrong_codes_close_nothing() -> None:
    gate = Gate()
    gate.enter(gate.code)
    assert {gate.enter(wrong(gate)) for _ in range(9)} == {Answer.USED}
    assert gate.left == 3


@given(st.text())
def test_whatever_is_typed_is_wrong_unless_it_is_the_code(typed: str) -> None:
    gate = Gate()
    gate.code = "not typed by chance"
    assert gate.enter(typed) is Answer.WRONG


def test_a_name_that_was_bent_to_this_address_is_not_ours() -> None:
    assert all(is_our_host(host, HOSTS) for host in ("127.0.0.1:8722", "LocalHost:8722"))
    others = (
        None,
        "",
        "localhost",
        "localhost:80",
        "evil.example:8722",
        "127.0.0.1:8722.evil.example",
    )
    assert not any(is_our_host(host, HOSTS) for host in others)


def test_only_a_page_of_the_same_address_is_ours() -> None:
    assert is_our_page("http://localhost:8722", "localhost:8722")
    others = (
        None,
        "null",
        "http://localhost:3000",
        "https://localhost:8722",
        "http://127.0.0.1:8722",
    )
    assert not any(is_our_page(origin, "localhost:8722") for origin in others)
