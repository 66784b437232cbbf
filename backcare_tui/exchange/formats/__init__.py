"""One module for each format that comes in or goes out, and what several of them need."""
