"""What is recorded: the entries, their values and times, and what keeps them.

The diary is one TinyDB file. Each table holds the documents of one record of `records`: `pain`,
`sleep`, `session`, `visit`, `meal`, `feeling` and `activity` day by day; `course`, `plan`, `person`, `routine`
and `exercise` (of one's own) around them; `week_plan` and `week_answer`, the week of one's own; of the care `agreement` (the shared plan), `question` (for an appointment), `ability` (how
well one's own activities go), `belief` (what one fears of moving), `check` (a red-flag check or a check-up), `signs` (of inflammation),
`dismissal` (advice put away); of one's own trials `trial` and `trial_day`; and `setting`.
`meta` is one document with the number of the file's form, and `undo` and `redo` the steps that can be taken
back. Every document has an `id` and says when it was `updated`; in the place of a removed one
stays a mark (`id`, `updated`, `removed`) for 180 days. What is not known is absent. What
follows from the entries, such as time asleep, is `derived` and never stored.
"""
