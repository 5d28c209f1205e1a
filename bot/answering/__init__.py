"""Scored facts → an answer."""
