"""What is said of a lock: before it, and of what it leaves open. The shell and the page say the same."""

CANNOT_BE_UNDONE = (
    "This locks the diary with a passphrase. Without the passphrase and without the recovery sheet "
    "nobody can open it again, nor can those who make backcare: all that is in it would be lost."
)
STAYS_PLAIN = (
    "Locked are the diary, its backups, and the copies that backcare put beside it. Not locked are "
    "reports, exports and pages, those there are and those to come; what a terminal keeps of its "
    "lines; other backups of this machine; and what a disk, an SSD above all, still holds of the "
    "files as they were."
)
OPENS_IT = "It is opened by the passphrase: backcare asks for it, once each time that it is opened."
LOGS_ON = "`backcare log` needs no passphrase: it puts the entry into a locked inbox until then."
KEY_FROM_BEFORE = "There is a key from before, and it is used again, with its passphrase."
FORGOTTEN = (
    "Where the passphrase is forgotten, the secret key of the recovery sheet opens it: type that in the "
    "place of the passphrase."
)
BACK_TO_PLAIN = (
    "This puts the diary back in plain text: whoever can read the file can read everything."
)
CHANGED = "The passphrase is changed. Copies of the old key still open with the old one."
KEYRING_FORGOT = "The keyring has forgotten the key; the passphrase is asked for."
