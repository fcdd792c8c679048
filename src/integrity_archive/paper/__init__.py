"""Fonts, layout, seal and signature of anything printed."""
