"""What needs a person: findings, damage, conflicts between letters, and what a person settles."""
