"""The words of the scales: severity, mood, quality of sleep, pressure."""

from backcare_tui.library.taxonomy import WordKind, words
from backcare_tui.library.taxonomy_data import Band, taxonomy


def severity_band(severity: int) -> Band:
    """The band that a severity of 0 to 10 lies in.

    For labels and colors only: no set of cut-offs is agreed. 1-3, 4-6, 7-10 is the common split; Boonstra 2014 and
    2016 (2,854 people with chronic musculoskeletal pain) found others. The help text follows the idea of the NHS
    description of mild, moderate and severe back pain.

    Raises:
        ValueError: The severity is not 0 to 10.
    """
    for band in taxonomy().severity_bands:
        if band.first <= severity <= band.last:
            return band
    raise ValueError(f"severity is {severity}; it must be 0 to 10")


def severity_word(severity: int) -> str:
    """`none`, `mild`, `moderate` or `severe`, for a severity of 0 to 10.

    Raises:
        ValueError: The severity is not 0 to 10.
    """
    return severity_band(severity).name


def scale_word(kind: WordKind, score: int) -> str:
    """The word of a list that is a scale, in lower case, such as `firm` for pressure 3.

    Raises:
        ValueError: The scale has no such score.
    """
    scale = {word.score: word.name.lower() for word in words(kind) if word.score is not None}
    if score in scale:
        return scale[score]
    raise ValueError(f"{kind.replace('_', ' ')} is {score}; it must be 1 to {len(scale)}")


def mood_word(mood: int) -> str:
    """`very low` (1) to `very good` (5)."""
    return scale_word("moods", mood)


def sleep_quality_word(quality: int) -> str:
    """`very poor` (1) to `very good` (5), as in the Consensus Sleep Diary (Carney 2012)."""
    return scale_word("sleep_qualities", quality)


def pressure_word(pressure: int) -> str:
    """`light` (1), `medium`, `firm` or `deep` (4)."""
    return scale_word("pressures", pressure)
