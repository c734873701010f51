<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
<context>
    <name>Assistant</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Hal maken</source>
        <translation>Make the hall</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Op andere computers</source>
        <translation>On other computers</translation>
    </message>
    <message>
        <source>Deze hal staat al op een server. Start op elke computer het venster dat u daar nodig hebt.</source>
        <translation>This hall is on a server already. On each computer, start the window you need there.</translation>
    </message>
    <message>
        <source>Nu staat uw hal in een bestand op deze computer. Werken er meer computers in één hal? Zet de hal dan op een PostgreSQL-server (versie 15 of nieuwer).</source>
        <translation>Your hall is in a file on this computer now. Do several computers work in one hall? Then put the hall on a PostgreSQL server (version 15 or newer).</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Op elke computer:</source>
        <translation>On each computer:</translation>
    </message>
    <message>
        <source>Vraag uw beheerder om een lege database op de server, en om een gebruiker ervoor.</source>
        <translation>Ask your administrator for an empty database on the server, and for a user of it.</translation>
    </message>
    <message>
        <source>Bewaar de inrichting van deze hal:</source>
        <translation>Save the set-up of this hall:</translation>
    </message>
    <message>
        <source>Maak de hal op de server:</source>
        <translation>Make the hall on the server:</translation>
    </message>
    <message>
        <source>Geef die hal uw inrichting:</source>
        <translation>Give that hall your set-up:</translation>
    </message>
    <message>
        <source>Start op elke computer het venster dat u daar nodig hebt:</source>
        <translation>On each computer, start the window you need there:</translation>
    </message>
    <message>
        <source>Kopiëren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Opdracht %1 kopiëren</source>
        <translation>Copy command %1</translation>
    </message>
</context>
<context>
    <name>KindPage</name>
    <message>
        <source>Wat voor hal hebt u?</source>
        <translation>What kind of hall do you have?</translation>
    </message>
    <message>
        <source>Kies wat het meest lijkt. Balies en ruimten past u later aan.</source>
        <translation>Choose what comes closest. You can change counters and rooms later.</translation>
    </message>
    <message>
        <source>Eén balie</source>
        <translation>One desk</translation>
    </message>
    <message>
        <source>Ontvangen en helpen doet u op dezelfde plek, in één venster.</source>
        <translation>You receive and help visitors at the same place, in one window.</translation>
    </message>
    <message>
        <source>Drie balies</source>
        <translation>Three counters</translation>
    </message>
    <message>
        <source>Een ontvangst, een balie om te staan en twee met een deur.</source>
        <translation>A reception, one stand-up counter and two with a door.</translation>
    </message>
    <message>
        <source>Tien plekken</source>
        <translation>Ten places</translation>
    </message>
    <message>
        <source>Zoals in Haarlem: vier sta-balies, drie gesloten balies, twee kamers en een groepskamer.</source>
        <translation>As in Haarlem: four stand-up counters, three closed counters, two rooms and a group room.</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>Gemeente %1</source>
        <translation>Municipality of %1</translation>
    </message>
    <message>
        <source>Hoe heet uw gemeente?</source>
        <translation>What is your municipality called?</translation>
    </message>
    <message>
        <source>De naam staat op het nummer, op het wachtscherm en op de aanmeldzuil.</source>
        <translation>The name is shown on the ticket, on the waiting screen and on the kiosk.</translation>
    </message>
    <message>
        <source>Naam van de gemeente</source>
        <translation>Name of the municipality</translation>
    </message>
    <message>
        <source>bijvoorbeeld Waterrijk</source>
        <translation>for example Waterrijk</translation>
    </message>
    <message>
        <source>Alleen de naam, zonder het woord gemeente ervoor.</source>
        <translation>Only the name, without the word municipality.</translation>
    </message>
    <message>
        <source>Zo staat het straks op het nummer.</source>
        <translation>This is how it will look on the ticket.</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Gemeente</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Soort hal</source>
        <translation>Kind of hall</translation>
    </message>
    <message>
        <source>Controleren</source>
        <translation>Check</translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>Open wat u op deze computer nodig hebt.</source>
        <translation>Open what you need on this computer.</translation>
    </message>
    <message>
        <source>Wat open staat, blijft open als u dit venster sluit.</source>
        <translation>What is open stays open when you close this window.</translation>
    </message>
    <message>
        <source>Op andere computers</source>
        <translation>On other computers</translation>
    </message>
    <message>
        <source>Ontvangst</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Nummers geven, afspraken aanmelden, zien wie er wacht.</source>
        <translation>Give numbers, check in appointments, see who is waiting.</translation>
    </message>
    <message>
        <source>Wachtscherm</source>
        <translation>Waiting screen</translation>
    </message>
    <message>
        <source>Voor de bezoekers: wie er aan de beurt is.</source>
        <translation>For visitors: whose turn it is.</translation>
    </message>
    <message>
        <source>Aanmeldzuil</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>Bezoekers nemen zelf een nummer.</source>
        <translation>Visitors take a number themselves.</translation>
    </message>
    <message>
        <source>Balies</source>
        <translation>Counters</translation>
    </message>
    <message>
        <source>Medewerker aan %1</source>
        <translation>Clerk at %1</translation>
    </message>
    <message>
        <source>Vraag wie er zit</source>
        <translation>Ask who sits there</translation>
    </message>
    <message>
        <source>Dit venster kan niet open: %1. Probeer het nog eens.</source>
        <translation>This window cannot open: %1. Please try again.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>%1 openen</source>
        <translation>Open %1</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Bezoekers kiezen uit %1 talen</source>
        <translation>Visitors choose from %1 languages</translation>
    </message>
    <message>
        <source>%1 producten met uitleg, om zo te gebruiken</source>
        <translation>%1 products with an explanation, ready to use</translation>
    </message>
    <message>
        <source>Zo wordt uw hal</source>
        <translation>This will be your hall</translation>
    </message>
    <message>
        <source>Klopt dit? Dan maakt Balie de hal op deze computer.</source>
        <translation>Is this right? Then Balie makes the hall on this computer.</translation>
    </message>
    <message>
        <source>Gemeente</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Hal</source>
        <translation>Hall</translation>
    </message>
    <message>
        <source>Producten</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Talen</source>
        <translation>Languages</translation>
    </message>
    <message>
        <source>Bestand</source>
        <translation>File</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Uw hal kan nu niet open</source>
        <translation>Your hall cannot open now</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Goed dat u er bent</source>
        <translation>Good to have you here</translation>
    </message>
    <message>
        <source>Balie laat bezoekers van uw gemeentehuis weten wie er aan de beurt is, en waar. In drie korte stappen staat uw hal klaar. Alles kan later anders.</source>
        <translation>Balie tells the visitors of your town hall whose turn it is, and where. In three short steps your hall is ready. Everything can be changed later.</translation>
    </message>
    <message>
        <source>In welke taal werkt u?</source>
        <translation>Which language do you work in?</translation>
    </message>
    <message>
        <source>Een bezoeker neemt een nummer, of meldt zich met een afspraak.</source>
        <translation>A visitor takes a number, or checks in with an appointment.</translation>
    </message>
    <message>
        <source>De ontvangst ziet wie er wacht, hoe lang, en wie er te laat dreigt te worden geholpen.</source>
        <translation>The reception sees who is waiting, how long, and who may be helped too late.</translation>
    </message>
    <message>
        <source>Aan de balie roept u met één toets de volgende bezoeker op.</source>
        <translation>At the counter you call the next visitor with one key.</translation>
    </message>
</context>
</TS>
