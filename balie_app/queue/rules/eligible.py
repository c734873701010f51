"""Who may be helped where: the nature of the contact decides, then competence and needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from balie_app.queue.rules.hall import Clerk, ContactType, Counter, HallConfig, Privacy
from balie_app.queue.rules.visit import Contact

WHEELCHAIR = "wheelchair"


def competent(clerk: Clerk, contact: Contact, config: HallConfig) -> bool:
    """Whether the clerk can do this: everything, this kind of contact, or each of its products; up to their line."""
    known = clerk.competences
    if clerk.levels:
        return _up_to_its_line(clerk, contact, config)
    if "*" in known or contact.contact_type in known:
        return True
    return bool(contact.products) and all(product in known for product in contact.products)


def _up_to_its_line(clerk: Clerk, contact: Contact, config: HallConfig) -> bool:
    if not contact.products:
        return clerk.line_for(contact.contact_type) > 0
    lines = {slug: found.line for slug in contact.products if (found := config.product_by_slug.get(slug))}
    return all(clerk.line_for(contact.contact_type, slug) >= lines.get(slug, 1) for slug in contact.products)


def obstacle(
    contact: Contact, needs: tuple[str, ...], counter: Counter, clerk: Clerk | None, config: HallConfig
) -> str | None:
    """Why this contact may not be called to this counter, as a refusal code; None when it may."""
    return next(obstacles(contact, needs, counter, clerk, config), None)


def obstacles(
    contact: Contact, needs: tuple[str, ...], counter: Counter, clerk: Clerk | None, config: HallConfig
) -> Iterator[str]:
    """Everything that stands in the way, as refusal codes.

    Place first, then person. Privacy before the type of counter: it is what has to be confirmed.
    """
    kind = config.contact_type_by_code[contact.contact_type]
    if contact.only_counter not in {None, counter.number}:
        yield "for-another-counter"
    if needs_privacy(kind) and not counter.private:
        yield "counter-not-private"
    if contact.only_counter is None and counter.type not in kind.counter_types:
        yield "wrong-counter-type"
    if WHEELCHAIR in needs and not counter.accessible:
        yield "counter-not-accessible"
    if contact.only_clerk is not None and (clerk is None or clerk.code != contact.only_clerk):
        yield "for-another-clerk"
    if clerk is None or not competent(clerk, contact, config):
        yield "not-competent"


def needs_privacy(kind: ContactType) -> bool:
    """Whether the conversation must not be overheard."""
    return kind.privacy is Privacy.PRIVATE


def offered(contact: Contact, now: datetime) -> bool:
    """Whether the contact may be offered yet (not just after "not there", nor while the visitor is away)."""
    return contact.not_before is None or contact.not_before <= now
