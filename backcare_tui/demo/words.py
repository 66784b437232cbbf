"""What the person of the made-up diary does, eats and says."""

from backcare_tui.diary.values import MealKind

MEALS: tuple[tuple[MealKind, int, float, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        "breakfast",
        7 * 60 + 40,
        0.5,
        (
            ("oatmeal with blueberries and walnuts", ("whole-grains", "berries", "nuts-seeds")),
            ("yogurt, apple, a few almonds", ("yogurt-plain", "fruit", "nuts-seeds")),
            ("two eggs on rye", ("eggs", "whole-grains")),
            ("croissant on the way", ("white-bread",)),
        ),
    ),
    (
        "lunch",
        12 * 60 + 30,
        0.6,
        (
            ("lentil soup from the pot", ("legumes", "vegetables", "home-cooked")),
            ("big salad with chickpeas", ("leafy-greens", "legumes", "olive-oil")),
            ("chicken wrap at the desk", ("poultry", "white-bread")),
            ("burger and fries with the team", ("fast-food", "red-meat", "fried")),
        ),
    ),
    (
        "dinner",
        18 * 60 + 50,
        0.75,
        (
            ("salmon, potatoes, green beans", ("oily-fish", "vegetables", "home-cooked")),
            ("bean chili, enough for two days", ("legumes", "vegetables", "home-cooked")),
            ("pasta with tomatoes and spinach", ("vegetables", "leafy-greens", "olive-oil")),
            ("frozen pizza, too tired to cook", ("ultra-processed", "dairy")),
            ("roast chicken at Mom's", ("poultry", "vegetables", "home-cooked")),
        ),
    ),
)
NOTES = (
    "Long day of calls, got up twice at most.",
    "Walked to the store and back. Easier than last week.",
    "Stiff until the shower, then fine.",
    "Carried the laundry up in two trips, like Marcus said.",
    "Drove to my sister's. Stopped halfway to stretch.",
    "Forgot about my back for a whole hour.",
    "Rain all day, and I feel it.",
)
FLARE_NOTES = (
    "Bent down for a sock and it grabbed. Could not stand straight.",
    "Down the back of the left leg to the calf. Slept on the floor for a while.",
    "Worked lying down. Heat helps for an hour.",
    "A bit less sharp. Walked around the block, slowly.",
    "Fed up. But the leg is better.",
)
DRINKS_AT = {"water": (9 * 60 + 30, 13 * 60, 16 * 60 + 30), "coffee": (8 * 60 + 20, 10 * 60 + 40)}
