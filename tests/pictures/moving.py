"""Several drawn screens as one picture that moves by itself, for as long as it is looked at.

What stands in all of them is drawn once; all else in groups, each seen in the frames that have it. It asks for no script, so
it also moves where a page shows it as an image, and stands still where the person asks their system for less motion.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

ID = re.compile(r"terminal-\d+")
STYLE = re.compile(r"^\.screen-(r\d+) (\{.*\})$", re.MULTILINE)
SHAPE = re.compile(r"<rect [^>]*/>|<path [^>]*/>|<text [^>]*>[^<]*</text>")
SCREEN = '<g transform="translate(9, 41)" clip-path="url(#screen-clip-terminal)">\n'

Shown = tuple[int, ...]
"""The frames in which something is seen."""


def moving(frames: Sequence[str], each_s: float) -> str:
    """One picture of many.

    Args:
        frames: As `drawn` gives them, all of one size.
        each_s: How long each is seen.
    """
    styles: dict[str, str] = {}
    grounds: dict[str, list[int]] = {}
    marks: dict[str, list[int]] = {}
    for number, frame in enumerate(frames):
        _, screen = _parted(frame)
        renamed = _renamed(screen, dict(STYLE.findall(ID.sub("screen", frame))), styles)
        for shape in SHAPE.findall(renamed):
            layer = grounds if shape.startswith("<rect") else marks
            layer.setdefault(shape, []).append(number)
    layers = _grouped(grounds), _grouped(marks)
    times = sorted({shown for layer in layers for shown in layer if len(shown) < len(frames)})
    names = {shown: f"t{at}" for at, shown in enumerate(times)}
    head, _ = _parted(frames[0])
    looks = [f".{name} {style}" for style, name in styles.items()]
    rules = "\n".join([*looks, *_timed(names, len(frames), each_s)])
    under, over = (_layer(layer, names) for layer in layers)
    body = f'{under}\n<g class="screen-matrix">\n{over}\n</g>'
    head = STYLE.sub("", head).replace("</style>", f"{rules}\n</style>")
    whole = f"{head}{SCREEN}{body}\n</g>\n</svg>\n"
    return re.sub(r"\n+", "\n", whole)


def _parted(frame: str) -> tuple[str, str]:
    """What stands around the screen, and what is on it."""
    head, _, screen = ID.sub("screen", frame).partition(SCREEN)
    return head, screen


def _renamed(screen: str, own: dict[str, str], styles: dict[str, str]) -> str:
    """Each style by one name in all frames; they are numbered as they come in each."""

    def named(found: re.Match[str]) -> str:
        return styles.setdefault(own[found[1]], f"s{len(styles)}")

    return re.sub(r"screen-(r\d+)", named, screen)


def _grouped(layer: dict[str, list[int]]) -> dict[Shown, list[str]]:
    groups: defaultdict[Shown, list[str]] = defaultdict(list)
    for shape, shown in layer.items():
        groups[tuple(shown)].append(shape)
    return groups


def _layer(groups: dict[Shown, list[str]], names: dict[Shown, str]) -> str:
    """What is always seen first, under what comes and goes."""
    in_order = sorted(groups.items(), key=lambda group: (group[0] in names, group[0]))
    return "\n".join(_group(shown, shapes, names) for shown, shapes in in_order)


def _group(shown: Shown, shapes: Iterable[str], names: dict[Shown, str]) -> str:
    if shown not in names:
        return f"<g>{''.join(shapes)}</g>"
    at_first = "" if 0 in shown else ' visibility="hidden"'
    return f'<g class="t {names[shown]}"{at_first}>{"".join(shapes)}</g>'


def _timed(names: dict[Shown, str], count: int, each_s: float) -> Iterable[str]:
    """The rules that show each group in its frames."""
    yield f".t {{ animation: {count * each_s:g}s step-end infinite }}"
    for shown, name in names.items():
        turns = [at for at in range(count) if at == 0 or (at in shown) != (at - 1 in shown)]
        steps = "".join(
            f"{100 * at / count:.4g}%{{visibility:{'visible' if at in shown else 'hidden'}}}"
            for at in turns
        )
        yield f".{name} {{ animation-name: {name} }} @keyframes {name} {{{steps}}}"
    yield "@media (prefers-reduced-motion: reduce) { .t { animation: none } }"
