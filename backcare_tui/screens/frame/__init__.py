"""What all screens stand on: the desk, places, pages, forms, dialogs, lists of entries, help."""
