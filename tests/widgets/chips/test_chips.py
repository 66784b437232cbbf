from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.binding import Binding

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.chips.chips import Chip, Chips
from backcare_tui.widgets.chips.flow import FlowPiece, flow, laid_out, matching
from backcare_tui.widgets.chips.pieces import MARKS

LONG = tuple(Chip(name, name) for name in ("a long word", "another word", "third word"))
WORDS = tuple(Chip(name, name) for name in ("sitting", "stress", "cold", "cold wind", "garden"))


class Choosing(App[None]):
    BINDINGS = [Binding("c,s,4", "note('letter')"), Binding("escape", "note('escape')")]

    def __init__(self, chips: Chips) -> None:
        super().__init__()
        self.chips = chips
        self.seen: list[dict[str, str]] = []
        self.fired: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield self.chips

    def action_note(self, what: str) -> None:
        self.fired.append(what)

    def on_chips_changed(self, event: Chips.Changed) -> None:
        assert event.control is self.chips
        assert event.chosen == tuple(event.states)
        self.seen.append(dict(event.states))

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.chips.render().plain.split("\n")]


def pieces(names: list[str]) -> list[FlowPiece]:
    return [FlowPiece("chip", f"={at}", name) for at, name in enumerate(names)]


NAMES = st.lists(st.text("aZ é漢", min_size=1, max_size=12), max_size=20)


@given(NAMES, st.integers(1, 60))
def test_words_never_overlap_nor_leave_the_width(names: list[str], width: int) -> None:
    placed = flow(pieces(names), width)
    assert all(piece.x + piece.width <= width for piece in placed)
    for before, after in pairwise(placed):
        assert (after.y, after.x) > (before.y, before.x)
        assert after.y > before.y or after.x >= before.x + before.width + 2


@given(NAMES, st.integers(12, 60), st.sets(st.integers(0, 19)))
def test_hidden_words_are_counted_and_chosen_ones_never_hidden(
    names: list[str], width: int, held: set[int]
) -> None:
    keys = frozenset(f"={at}" for at in held)
    placed = laid_out(tuple(pieces(names)), (FlowPiece("entry", "+", "+"),), keys, width, 3)
    shown = {piece.key for piece in placed if piece.kind == "chip"}
    more = [piece.text for piece in placed if piece.kind == "more"]
    assert keys & {f"={at}" for at in range(len(names))} <= shown
    assert more == ([f"… {len(names) - len(shown)} more"] if len(shown) < len(names) else [])
    assert placed[-1].kind == "entry"


def test_what_begins_with_the_typed_text_comes_first() -> None:
    assert [chip.id for chip in matching(WORDS, "s")] == ["sitting", "stress"]
    assert [chip.id for chip in matching(WORDS, "D")] == ["cold", "cold wind", "garden"]
    assert [chip.id for chip in matching(WORDS, "W")] == ["cold wind"]
    assert matching(WORDS, "") == WORDS


async def test_arrows_and_space_choose_and_let_go() -> None:
    app = Choosing(Chips(WORDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "space", "right", "enter")
        assert app.lines == ["○ sitting  ● stress  ● cold  ○ cold wind  ○ garden  + type a word"]
        await pilot.press("left", "space")
        assert app.chips.chosen == ("cold",)
    assert app.seen == [{"stress": ""}, {"stress": "", "cold": ""}, {"cold": ""}]


async def test_up_and_down_go_to_the_nearest_word_of_the_next_line() -> None:
    app = Choosing(Chips(WORDS))
    async with app.run_test(size=(30, 24)) as pilot:
        assert app.lines[:2] == ["○ sitting  ○ stress  ○ cold", "○ cold wind  ○ garden"]
        await pilot.press("right", "down", "space", "up", "up", "space")
    assert app.chips.chosen == ("garden", "stress")


async def test_typing_finds_a_word_and_no_letter_reaches_the_app() -> None:
    app = Choosing(Chips(WORDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "o")
        assert app.lines == ["○ cold  ○ cold wind  + co▏"]
        await pilot.press("right", "enter")
    assert app.fired == []
    assert app.chips.chosen == ("cold wind",)
    assert app.chips.typed == ""


async def test_words_not_known_yet_become_chips_of_their_own() -> None:
    app = Choosing(Chips(WORDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"4 new", "space", "space", *"shoesx", "backspace", "enter")
        assert app.seen == [{"4 new shoes": ""}]
        assert "● 4 new shoes" in app.lines[0]
        await pilot.press("enter")
        assert app.chips.chosen == ()
    assert app.fired == []


async def test_a_known_word_typed_in_full_is_not_added_twice() -> None:
    app = Choosing(Chips((Chip("c1", "Cold"), Chip("c2", "Cold wind"))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"cold", "right", "right", "enter")
    assert app.chips.chosen == ("c1",)


async def test_escape_clears_what_was_typed_and_only_then_leaves() -> None:
    app = Choosing(Chips(WORDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "escape")
        assert (app.chips.typed, app.fired) == ("", [])
        await pilot.press("escape")
        assert app.fired == ["escape"]


async def test_a_click_chooses_and_a_later_one_lets_go_where_a_double_one_is_meant_once() -> None:
    app = Choosing(Chips(WORDS, label="Set off by"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(Chips, offset=(16 + 12, 0), times=2)
        await pilot.click(Chips, offset=(16 + 24, 0))
        await pilot.click(Chips, offset=(3, 0))
        await pilot.click(Chips, offset=(16 + 12, 0))
        assert app.lines[0].startswith("▌Set off by     ○ sitting")
    assert [tuple(each) for each in app.seen] == [("stress",), ("stress", "cold"), ("cold",)]


async def test_relief_goes_round_its_states_each_with_a_mark() -> None:
    app = Choosing(Chips((Chip("heat", "heat"),), states=("helped", "a little", "no")))
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for _ in range(4):
            await pilot.press("space")
            seen.append(app.lines[0][:6])
        assert seen == [f"{mark} heat" for mark in (*MARKS, "○")]
        assert app.lines[0].endswith(f"✓ helped  ~ a little  {MARKS[2]} no")
    assert [each.get("heat") for each in app.seen] == ["helped", "a little", "no", None]


async def test_what_does_not_fit_waits_behind_a_chip_that_opens() -> None:
    many = tuple(Chip(str(number), f"word{number:02}") for number in range(40))
    app = Choosing(Chips(many, chosen=("39",), max_rows=2))
    async with app.run_test(size=(40, 24)) as pilot:
        assert app.chips.size.height == 2
        assert "● word39  … 35 more" in " ".join(app.lines)
        await pilot.press(*["right"] * 5, "enter")
        await pilot.pause()
        assert app.chips.size.height == len(app.lines) > 8
        assert "more" not in " ".join(app.lines)
    assert app.seen == []


async def test_a_form_stays_put_while_a_word_is_typed() -> None:
    app = Choosing(Chips(WORDS))
    async with app.run_test(size=(30, 24)) as pilot:
        height = app.chips.size.height
        await pilot.press("w")
        await pilot.pause()
        assert app.chips.size.height == height


async def test_markup_and_control_characters_in_a_word_are_shown_harmless() -> None:
    app = Choosing(Chips((Chip("a", "[/] \x1b[2J"),)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.lines[0].startswith("○ [/] \ufffd[2J")


def test_chosen_words_that_do_not_fit_do_not_bring_the_others_with_them() -> None:
    chips = Chips((*LONG, *WORDS), chosen=tuple(chip.id for chip in LONG), max_rows=2)
    shown = [piece.key for piece in chips.pieces(16) if piece.kind == "chip"]
    assert shown == ["=a long word", "=another word", "=third word"]


async def test_a_word_typed_and_left_becomes_a_chip_at_once() -> None:
    app = Choosing(Chips(WORDS))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"new shoes")
        app.set_focus(None)
        await pilot.pause()
        assert app.seen == [{"new shoes": ""}]
        assert "● new shoes" in "\n".join(app.lines)


async def test_a_closed_list_takes_its_own_words_and_keeps_another_in_sight() -> None:
    app = Choosing(Chips(WORDS, is_closed=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "type a word" not in "\n".join(app.lines)
        await pilot.press(*"gar", "enter")
        assert app.chips.chosen == ("garden",)
        await pilot.press(*"shoes", "enter")
        app.set_focus(None)
        await pilot.pause()
        assert (app.chips.chosen, app.chips.unknown) == (("garden",), ("shoes",))
        assert "shoes▏ is none of these" in "\n".join(app.lines)
