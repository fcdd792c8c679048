"""Pages, one module per noun. A handler reads the form, calls one action and answers; it decides nothing."""
