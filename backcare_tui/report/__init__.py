"""The page that is handed over to a therapist or doctor."""
