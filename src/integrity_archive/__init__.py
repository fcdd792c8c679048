"""Integrity archives of adult students and key professionals, kept with due process."""
