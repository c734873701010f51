"""Who may be helped where: the nature of the contact decides, then competence and needs."""

from __future__ import annotations

from datetime import datetime

from balie_app.queue.rules.hall import Clerk, ContactType, Counter, HallConfig, Privacy
from balie_app.queue.rules.visit import Contact

WHEELCHAIR = "wheelchair"


def competent(clerk: Clerk, contact: Contact) -> bool:
    """Whether the clerk can do this: everything, this kind of contact, or each of its products."""
    known = clerk.competences
    if "*" in known or contact.contact_type in known:
        return True
    return bool(contact.products) and all(product in known for product in contact.products)


def obstacle(
    contact: Contact, needs: tuple[str, ...], counter: Counter, clerk: Clerk | None, config: HallConfig
) -> str | None:
    """Why this contact may not be called to this counter, as a refusal code; None when it may.

    The order is that of what a clerk can do something about: place first, then person.
    """
    kind = config.contact_type_by_code[contact.contact_type]
    if contact.only_counter is not None:
        if contact.only_counter != counter.number:
            return "for-another-counter"
    elif counter.type not in kind.counter_types:
        return "wrong-counter-type"
    if needs_privacy(kind) and not counter.private:
        return "counter-not-private"
    if WHEELCHAIR in needs and not counter.accessible:
        return "counter-not-accessible"
    return _clerk_obstacle(contact, clerk)


def _clerk_obstacle(contact: Contact, clerk: Clerk | None) -> str | None:
    if contact.only_clerk is not None and (clerk is None or clerk.code != contact.only_clerk):
        return "for-another-clerk"
    return None if clerk is not None and competent(clerk, contact) else "not-competent"


def needs_privacy(kind: ContactType) -> bool:
    """Whether the conversation must not be overheard."""
    return kind.privacy is Privacy.PRIVATE


def offered(contact: Contact, now: datetime) -> bool:
    """Whether the contact may be offered yet (not just after "not there")."""
    return contact.not_before is None or contact.not_before <= now
