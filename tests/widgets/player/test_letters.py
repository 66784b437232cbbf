"""Large letters: whole words, in as many lines as there is room for."""

from backcare_tui.library.exercises import exercises
from backcare_tui.widgets.body.silhouette import glyph
from backcare_tui.widgets.player.letters import FONT, ROWS, draw_words, width_of
from tests.for_each import for_each

WORDS = sorted({words for each in exercises() for words in (each.name, *each.cues)})


def test_a_word_is_four_lines_high_and_as_wide_as_it_says() -> None:
    drawn = draw_words("Hip", 20, ROWS)
    assert len(drawn) == ROWS
    assert max(map(len, drawn)) == (width_of("Hip") + 1) // 2


def test_what_is_too_wide_goes_on_in_the_next_line() -> None:
    narrow = (width_of("Breathe") + 1) // 2
    assert len(draw_words("Breathe out", narrow, 2 * ROWS)) == 2 * ROWS
    assert not draw_words("Breathe out", narrow, ROWS)
    assert not draw_words("Breathe out", narrow - 1, 9 * ROWS)


def test_a_sign_without_a_letter_leaves_words_as_they_are() -> None:
    assert not draw_words("Übung", 80, ROWS)
    assert not draw_words(" ", 80, ROWS)


@for_each("words", WORDS)
def test_every_name_and_cue_of_the_library_has_its_letters(words: str) -> None:
    assert not set(words) - FONT.keys() - {" "}


@for_each("words", WORDS)
def test_every_name_and_cue_fits_in_two_lines_of_a_hundred_columns(words: str) -> None:
    assert draw_words(words, 94, 2 * ROWS)


def test_letters_are_twice_as_large_where_they_fit_and_the_same_shape() -> None:
    usual, huge = draw_words("Sit tall", 60, 8), draw_words("Sit tall", 60, 8, is_huge=True)
    assert len(huge) == 2 * len(usual) == 8
    full = {glyph(bits): bits.bit_count() for bits in range(16)}
    assert "".join(huge).count("█") == sum(full[sign] for line in usual for sign in line)
    assert draw_words("Sit tall", 20, 8, is_huge=True) == draw_words("Sit tall", 20, 8)
