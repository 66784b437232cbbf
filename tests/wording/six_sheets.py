"""Six usual sheets, as a person types them from the paper that a therapist gave."""

SIX_SHEETS = {
    "back": """# Back, Dr Lee
McGill curl up 3 x 5, hold 8 s "neck long"
side bridge on knees 3 x 8 s each side
bird dog 3 x 5 each side, hold 8 s
cat cow 8 reps
bridge 2 x 10, rest 30 s
walk 15 min
""",
    "sciatica": """# Sciatica
prone lying 2 min
prone on elbows 3 x 30 s
prone press up 10 "stop if leg hurts"
leg nerve slider, lying 2 x 10 left
pelvic tilts 10 x 5 s
walk 10 min
""",
    "neck": """# Neck
chin tucks 10, hold 5 s "gentle"
neck side tilt 2 x 20 s each side
shoulder blade squeeze 2 x 10, hold 5 s
shoulder rolls 10
upper trap stretch (like neck side tilt) 3 x 20 s
doorway chest stretch 3 x 20 s
""",
    "hip": """# Hip
clamshells 3 x 12 each side
side lying leg raise 2 x 10 right
hip flexor lunge 2 x 30 s each side
figure four 2 x 25 s each side
bridge 3 x 10, hold 3 s
monster walk (like standing hip abduction) 2 x 10
""",
    "pelvic": """# After the birth
belly breathing 3 min
pelvic tilt 2 x 10 "breathe out"
heel slides 2 x 8 each side
bird dog leg only 6 each side
pelvic floor squeeze (like nothing, checked) 10 x 5 s
side lying rest 2 min
""",
    "balance": """# Steady
sit to stand 2 x 8, rest 1 min
heel raises 2 x 12 "hold the counter"
tandem stance 3 x 12 s each side
one leg stance 3 x 10 s each side
standing march 1 min
step up 2 x 8 each side
""",
}
KEYS_A_MINUTE = 25 * 5
"""Of who types slowly: 25 words of five letters."""
