"""The place of massage and other care: courses, visits, people."""
