"""What was studied of late coffee and alcohol, with the sources."""

from backcare_tui.insight.diet.late_drinks import Late

STUDIED: dict[Late, str] = {
    "coffee": (
        "Studied: 400 mg of caffeine, about four cups, cut sleep even when taken 6 hours before bed. "
        "Drake C et al., Caffeine effects on sleep taken 0, 3, or 6 hours before going to bed, "
        "Journal of Clinical Sleep Medicine 9(11):1195-1200, 2013."
    ),
    "alcohol": (
        "Studied: one falls asleep sooner, and the second half of the night is more broken. "
        "Ebrahim IO et al., Alcohol and sleep I: effects on normal sleep, "
        "Alcoholism: Clinical and Experimental Research, 2013. The 4 hours are a choice of backcare."
    ),
}
