"""What is advised and what is safe: rules, advice, care, the agenda. Every rule names its source."""
