"""The pages in a real browser: with scripts off, on a narrow screen, by keyboard, in both languages."""
