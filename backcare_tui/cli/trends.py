"""`trends`: which way pain and sleep went, and what goes along with them."""

import datetime as dt
import math
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import columns, say, say_json
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.insight.days import days_of, known_pain, known_sleep
from backcare_tui.insight.findings.factor_sentences import say_factor
from backcare_tui.insight.findings.factors import gather_factors
from backcare_tui.insight.findings.method import WEEKS_LOOKED_AT
from backcare_tui.insight.findings.results import Finding, LastingStep, Trend
from backcare_tui.insight.findings.sentences import (
    GROUPS,
    NO_CAUSE,
    NOTHING_YET,
    TAKES,
    days_needed,
    in_order,
    say_caution,
    say_days_known,
    say_finding,
    say_needed,
    say_outcomes,
)
from backcare_tui.insight.findings.trend_sentences import say_trends, trend_verdict

FACTOR_KEYS = (
    "factor",
    "outcome",
    "lag_days",
    "effect",
    "low",
    "high",
    "unit",
    "days_with",
    "days_without",
    "verdict",
    "follows",
    "needs_with",
    "needs_without",
    "needs_days",
)


def trends(args: Namespace, path: Path, clock: Clock) -> int:
    """The trend of so many weeks up to today, and what goes along; the diary is only read."""
    from backcare_tui.insight.findings.permutation import findings_of

    repository = open_repository(path, clock)
    pain, sleep, step = _trends(repository, clock, args.weeks)
    findings = findings_of(gather_factors(repository, clock))
    if args.json:
        pain_document = _trend_document(pain) | {"step": _step_document(step)}
        factors = list(map(_finding_document, findings))
        say_json({"pain": pain_document, "sleep": _trend_document(sleep), "factors": factors})
        return 0
    say(*say_trends((pain, sleep), step, clock.today()), *_lines(findings))
    return 0


def _trends(
    repository: Repository, clock: Clock, weeks: int
) -> tuple[Trend, Trend, LastingStep | None]:
    from backcare_tui.insight.findings.step import step_of
    from backcare_tui.insight.findings.trend import trend_of

    last = clock.today()
    first = last - dt.timedelta(days=7 * weeks - 1)
    days = days_of(repository, (first, last), clock)
    pain = known_pain(days)
    return (
        trend_of("pain", pain, first, last),
        trend_of("sleep", known_sleep(days), first, last),
        step_of(pain, first, last),
    )


def _lines(findings: Sequence[Finding]) -> Iterator[str]:
    """What goes along in whole sentences, the rest in a line for each factor."""
    groups = in_order(findings)
    yield from ("", f"{GROUPS['goes-along']}, over the last {WEEKS_LOOKED_AT} weeks")
    for (finding,) in groups["goes-along"]:
        yield from filter(None, (say_finding(finding), say_caution(finding)))
    yield NO_CAUSE if groups["goes-along"] else NOTHING_YET
    if not findings:
        yield TAKES
    for verdict in ("same-day", "follows", "gone"):
        if stood := groups[verdict]:
            yield from ("", GROUPS[verdict])
            for (finding,) in stood:
                yield from filter(None, (say_finding(finding), say_caution(finding)))
    if unseen := groups["no-sign"]:
        yield from ("", GROUPS["no-sign"])
        yield from columns(
            (_name(each), say_outcomes(each), say_days_known(each)) for each in unseen
        )
    if missing := groups["too-few-days"]:
        yield from ("", GROUPS["too-few-days"])
        yield from columns((_name(each), _say_least_needed(each)) for each in missing)


def _name(group: Sequence[Finding]) -> str:
    return say_factor(group[0].factor)


def _say_least_needed(group: Sequence[Finding]) -> str:
    return say_needed(min(group, key=days_needed))


def _trend_document(trend: Trend) -> dict[str, Any]:
    return {
        "weeks": trend.weeks,
        "slope_per_week": _number(trend.slope_per_week),
        "low": _number(trend.low),
        "high": _number(trend.high),
        "days": trend.days,
        "weeks_known": trend.weeks_known,
        "verdict": trend_verdict(trend),
    }


def _step_document(step: LastingStep | None) -> dict[str, Any] | None:
    return {"since": step.since.isoformat(), "size": _number(step.size)} if step else None


def _finding_document(finding: Finding) -> dict[str, Any]:
    values = {key: getattr(finding, key) for key in FACTOR_KEYS}
    until = finding.stood_until
    return {
        **values,
        **{key: _number(values[key]) for key in ("effect", "low", "high")},
        "stood_until": until.isoformat() if until else None,
    }


def _number(number: float | None) -> float | None:
    """A figure for JSON, which has no word for what is not a number."""
    return number if number is not None and math.isfinite(number) else None


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"trends": trends}
