"""What the HTML report shows: view models, templates, style and script."""
