"""Who is who in a report: mentions of one person made one, with titles, affiliation, country."""

from pipeline.record.people.countries import CountryOf
from pipeline.record.people.posts import Posts, load_posts
from pipeline.record.people.roll import Person, people, person_rows

__all__ = ["CountryOf", "Person", "Posts", "load_posts", "people", "person_rows"]
