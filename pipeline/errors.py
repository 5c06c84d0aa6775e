"""What a user can mend; the command line shows the message as its last line and ends with 2."""


class UserError(Exception):
    """Wrong usage, configuration, lexicon, or gold; one line that says what would be right."""
