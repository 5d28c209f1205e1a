"""What must last: facts and their revisions, questions asked, feedback, settings, curation. SQLite or PostgreSQL."""
