"""Fact files and seals → verified knowledge."""
