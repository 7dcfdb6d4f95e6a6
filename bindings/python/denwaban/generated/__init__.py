"""What denwaban_tools writes."""
