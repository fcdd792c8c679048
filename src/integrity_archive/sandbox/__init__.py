"""A simulated province outside us: its own process, its own store, its own reading of PPG/1.0. Faults on request."""
