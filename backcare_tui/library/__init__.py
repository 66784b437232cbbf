"""What ships with the program: words, exercises and routines, foods, medicines, regions, sources, the manual."""
