"""Papers as files: HTML, PDF with its fonts, Markdown, plain text, drawings."""
