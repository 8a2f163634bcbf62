"""One detector a file: each looks at the view and says what Article 20 hides. Keep lists come first."""
