"""The family's log in one SQLite file, its backups and recovery, and the settings file."""
