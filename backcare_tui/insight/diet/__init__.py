"""What was eaten and drunk: meals, tags, drinks late in the day, the week against a pattern."""
