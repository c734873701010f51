"""What each figure means; it goes wherever the figure goes."""

from __future__ import annotations

DEFINITIONS = {
    "arrived": "Bezoeken met een nummer die in deze periode begonnen.",
    "served": "Bezoeken waarvan het laatste gesprek is afgerond.",
    "left": "Bezoeken die eindigden doordat de bezoeker wegging of de dag om was.",
    "missed": "Bezoeken waarvan de bezoeker is opgeroepen en niet kwam.",
    "open": "Bezoeken die nog niet klaar zijn.",
    "conversations": "Gesprekken aan een balie die zijn afgerond. Een doorverwijzing maakt er twee van één bezoek.",
    "waiting": "Minuten wachten tot de laatste oproep, over iedereen die is opgeroepen. Tijd apart telt niet mee.",
    "within_norm": "Deel dat voor de eerste keer is opgeroepen binnen de norm die op die dag gold.",
    "appointment_bands": "Opgeroepen afspraken, per 2 minuten na de afspraak of (als die later was) de aanmelding.",
    "walking": "Minuten van de laatste oproep tot het begin van het gesprek.",
    "service": "Minuten in gesprek, zonder de tijd dat de bezoeker apart stond.",
    "set_aside": "Minuten dat een bezoek apart stond: geparkeerd, of het product werd gemaakt.",
    "wrap_up": "Nawerktijd meet Balie niet: na 'klaar' is de balie vrij.",
    "first_contact": "Afgeronde bezoeken met één gesprek, waarvoor niemand terug hoeft te komen.",
    "referrals": "Doorverwijzingen naar een ander gesprek.",
    "come_backs": "Gesprekken na afloop waarvan de bezoeker terug moet komen, met de reden.",
    "quick_contacts": "Vragen die meteen zijn beantwoord, zonder nummer.",
    "ratings": "Cijfers van bezoekers verzamelt Balie nog niet.",
    "forecast": "Hoe goed klopte wat bij het nummer is gezegd over de wachttijd tot de eerste oproep. 'inside': deel"
    " dat binnen het gezegde bereik is opgeroepen ('bijna meteen': binnen 5 minuten). 'mean_error': gemiddeld aantal"
    " minuten buiten dat bereik. 'absolute_error': gemiddeld aantal minuten van het midden ervan. 'much_later': deel"
    " dat meer dan 5 minuten langer wachtte dan is gezegd.",
}
"""By figure, in Dutch."""
