<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="nl">
<context>
    <name>AdviceStrip</name>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>Even niet in de rij</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AsideRow</name>
    <message>
        <source>Gereed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is terug</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>Terug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hal maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Blank</name>
    <message>
        <source>Druk op een toets om verder te gaan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scherm is leeg</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseTillPanel</name>
    <message>
        <source>Opmerking bij het verschil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hoe komt dat?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X-rapport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bonnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met pas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later te betalen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beginbedrag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moet in de kas zijn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tel de kas: hoeveel stuks van elk?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aantal van %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geteld %1 · verschil %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De telling verschilt. Tel nog eens, of schrijf erbij hoe dat komt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hierna staat deze kasdag vast. Druk nog een keer op Enter om af te sluiten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Control</name>
    <message>
        <source>Er is geen printer gekozen. Er is niets geprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verder na parkeren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er wacht nu niemand die u kunt helpen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De strook wordt geprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het X-rapport wordt geprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De kopie wordt geprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het open bedrag is ontvangen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is geparkeerd. Met Ctrl+H gaat u verder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in de maak. Met Ctrl+G meldt u dat het gereed is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wordt met voorrang weer geroepen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is doorverwezen. Uw notitie gaat mee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De laatste stap is teruggedraaid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het gesprek met %1 is klaar. De afspraak staat genoteerd.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ControlWindow</name>
    <message>
        <source>Balie: de regie van de demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De dag is gestopt: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een echte dag, nagespeeld in een oefenhal. De bezoekers komen van: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snelheid van de klok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dezelfde dag, twee keer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie speelt de balies?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De computer speelt alle balies. Neem er een over en roep zelf op.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie %1 overnemen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie %1 teruggeven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De klok staat stil.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × zo snel als echt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (sneller lukt niet op deze computer)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>doorverwezen vanaf een andere plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notitie: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geroepen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opnieuw geroepen (%1 keer in totaal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gesprek begonnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nummer gekregen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aangemeld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gezegd: bijna meteen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gezegd: wachttijd %1 tot %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geparkeerd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in de maak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ook: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bijna meteen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hoogstens %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tot %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pauze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gesloten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bij de aanmeldzuil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bij de ontvangst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min te laat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min over tijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afspraak %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gemeld %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geroepen %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wachtte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wacht %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sinds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rond eerst %1 af.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is nu geen verbinding met de hal. Zodra die terug is, kunt u verder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze balie heeft geen printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst wie er aan deze balie zit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze balie is gesloten. Open de balie eerst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze balie heeft pauze. Hervat eerst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze balie is al open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is nu niemand aan uw balie. Roep eerst de volgende.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start eerst het gesprek met F10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het gesprek is al begonnen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er wacht niemand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is niemand geparkeerd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is niets in de maak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is niets om ongedaan te maken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opnieuw geroepen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gestart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niet verschenen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>klaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doorverwezen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tweede vraag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongedaan maken: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit gesprek is vertrouwelijk en bij uw balie kan men meeluisteren. Geef een reden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit gesprek hoort op een ander soort plek. Geef een reden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit nummer is naar een andere balie verwezen. Geef een reden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit nummer is voor een bepaalde collega. Geef een reden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uw balie is niet geschikt voor een rolstoel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit onderwerp staat niet bij uw bekwaamheden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is dan niet verschenen en gaat van de lijst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gaat dan terug in de wachtrij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is niet verschenen. Wie binnen %2 min terugkomt, houdt zijn plek.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 staat weer in de wachtrij. De eerste %2 min wordt dit nummer niet aangeboden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in gesprek · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geroepen · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1e keer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belofte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>komt terug om %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>Medewerker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weer open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medewerker: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geroepen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>helpt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle medewerkers zitten al aan een balie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie gaat er zitten?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongedaan maken: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <source>Balie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Wijzigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wijzigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meekijken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meekijken met %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 verwijderen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ verwijderen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet verwijderen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 niet verwijderen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ja, %1 verwijderen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sinds %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>%1 sinds %2 · station %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toont %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>uit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verbinden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gereed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bezig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hulp nodig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geen antwoord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fout ingesteld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het papier is bijna op. Leg een nieuwe rol klaar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het papier is op. Leg een nieuwe rol in de printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De klep staat open. Sluit de klep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het mes zit vast. Haal het papier bij het mes weg. De printer probeert het zelf opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het mes zit nog vast. Haal het papier bij het mes weg en zet de printer uit en weer aan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er zit nog een bon in de printer. Haal hem eruit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier zit een andere printer dan in station.toml staat: {detail}. Wissel de kabels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De printer meldt een storing. Zet de printer uit en weer aan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De printer staat niet aan de lijn. Druk op de knop Online of Feed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het apparaat antwoordt niet. Kijk of het aan staat en of de kabel vastzit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het apparaat praat onverstaanbaar. Zoek de snelheid: balie devices test {detail} --scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie mag deze poort niet openen. Zet de gebruiker in de groep {detail} en meld u opnieuw aan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een ander programma gebruikt deze poort. Sluit dat programma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het apparaat is niet gevonden. Sluit de kabel aan, of controleer de poort in station.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De verbinding is weg. Steek de kabel weer in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De poort gaat meteen weer dicht. Verwijder brltty van deze computer, of probeer een andere kabel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het apparaat neemt niets meer aan. Zet het uit en weer aan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie begreep dit apparaat niet en begint opnieuw. Gebeurt het vaker? Stuur de uitvoer van &apos;balie devices monitor --export&apos; naar de leverancier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen antwoord van het display bij {detail}. Kijk of het aan staat; de andere werken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het apparaat meldt een storing aan zichzelf. Bel de leverancier als het niet overgaat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} heeft deze lijn al. Sluit dat station, of haal de lijn uit station.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er zijn twee gelijke adapters. Zet de USB-plaats in station.toml: balie devices setup noemt ze.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze adapter kan de RS-485-lijn niet omkeren. Zet rs485 = &quot;auto&quot; in station.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het nummer van de rol is vandaag nog niet gezet. Typ: balie devices roll {detail} NUMMER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie draait niet meer op {detail}. Start daar &apos;balie devices&apos; opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De lijn wacht op een draad die de kabel misschien niet heeft. Zet flow = &quot;none&quot; in station.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De toner is bijna op. Leg een nieuwe klaar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De toner is op. Doe een nieuwe in de printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er zit papier vast. Haal het papier uit de printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De printer is niet te bereiken. Kijk of hij aan staat en of het netwerk werkt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De wachtrij van deze printer staat stil. Zet hem weer aan bij de printers van het systeem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De wachtrij van deze printer neemt niets aan. Zet hem open bij de printers van het systeem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het systeem kent deze printer niet. Controleer de naam achter system: in station.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het printsysteem (CUPS) antwoordt niet. Start deze computer opnieuw als het zo blijft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De schijf is vol. Maak ruimte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie mag niet in dit bestand schrijven. Geef de gebruiker rechten op de map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De map van dit bestand is er niet. Maak de map, of controleer de poort in station.toml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het systeem kon dit niet printen. Kijk bij de printers van het systeem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het systeem neemt dit niet aan. Kijk of deze printer PDF kan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iemand haalde dit uit de wachtrij van het systeem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit stond te lang in de wachtrij van het systeem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het systeem weet niet meer van deze opdracht. Kijk of het papier er ligt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze printer zegt nooit of het gelukt is. Kijk of het papier er ligt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie stopte tijdens het printen. Kijk of het papier er ligt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dit apparaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knippert het display, of staat er een nummer op?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kwam er een bon uit de printer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Druk nu op een knop van de nummerautomaat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Houd nu een code voor de scanner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>op een RS-485-adapter zitten vaak displays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aan zo&apos;n poort zit ook wel eens een bonprinter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aan zo&apos;n poort zit ook wel eens een nummerautomaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aan zo&apos;n poort zit ook wel eens een scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dit is een printer met een eigen USB-kabel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dit is vaak een bonprinter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epson maakt bonprinters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epson maakt klantdisplays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star maakt bonprinters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand Held Products maakt scanners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datalogic maakt scanners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opticon maakt scanners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honeywell maakt scanners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom maakt bonprinters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deze CH340 zit vaak op een USB-relais</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deze CH340 zit vaak in een nummerautomaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>een Arduino is vaak een nummerautomaat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Bonprinter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display of lamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummerautomaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print nummers en kassabonnen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toont boven een balie wie er aan de beurt is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezoekers nemen hier een nummer met een knop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leest de code van een afspraak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicesButton</name>
    <message>
        <source>Apparaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apparaten: %1 met een melding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apparaten in orde</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>Lampje: buiten gebruik</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lampje uit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De laatste bon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papier op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kabel los</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bonprinter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 geprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummerautomaat bij de deur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Displays boven de balies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Apparaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testcode voor de scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typt uw scanner in dit venster? Scan deze code: Balie zegt of het klopt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apparaten aan deze computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen station heeft hier apparaten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicesWindow</name>
    <message>
        <source>Balie · apparaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is opgeslagen. Balie neemt het apparaat binnen enkele tellen in gebruik.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan niet opslaan: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is verwijderd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is opgeslagen. Start nu de apparaten. Dan werkt het ook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De apparaten kunnen niet starten: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De apparaten starten…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Station ‘%1’ op %2 gebruikt deze lijn nu. Stop daar ‘balie devices’. Dan gaat de proef vanzelf verder. U kunt ook opslaan zonder proef.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DispenserPage</name>
    <message>
        <source>Soort contact: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarvoor is elke knop?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Druk op een knop van de nummerautomaat: Balie kiest dan de regel van die knop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knoppen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoek een product of soort contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarvoor deze knop is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niet gebruikt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knop %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De hal is nu niet bereikbaar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet gebruikt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knop %1 is ingedrukt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DisplayPage</name>
    <message>
        <source>Balie van display %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adres van display %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Display %1 verwijderen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boven welke balie hangt het?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adres op de lijn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog een display op deze lijn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit model heeft geen adres. Aan deze lijn kan maar één display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een balie staat twee keer in de lijst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hangen er meer aan deze lijn? Geef elk display zijn balie en zijn adres. Het adres staat in het display zelf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elk display heeft een eigen adres nodig.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>Op andere computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze hal staat al op een server. Start op elke computer het venster dat u daar nodig hebt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nu staat uw hal in een bestand op deze computer. Werken er meer computers in één hal? Zet de hal dan op een PostgreSQL-server (versie 15 of nieuwer).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op elke computer:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vraag uw beheerder om een lege database op de server, en om een gebruiker ervoor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bewaar de inrichting van deze hal:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maak de hal op de server:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geef die hal uw inrichting:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start op elke computer het venster dat u daar nodig hebt:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiëren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opdracht %1 kopiëren</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exchanges</name>
    <message>
        <source>Tijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Richting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leesbaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ naar apparaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← ontvangen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>Gegevens van het bezoek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gesloten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pauze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vrij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hierna: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen verbinding met de hal. U ziet de stand van %1. Roepen kan straks weer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FinishPanel</name>
    <message>
        <source>Uitkomst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moet terugkomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afgehandeld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papieren niet compleet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collega niet aanwezig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verkeerde plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daarna print u wat er ontbreekt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>wachten %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volgende %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niemand wacht op deze balie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notitie %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geparkeerd %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in de maak %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Elke regel hier is een regel op het papier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam van de gemeente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soort contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datum en tijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwachte wachttijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoeveel mensen voor u</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waar u wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat u klaarhoudt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR-code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De taal van de bezoeker, met de Nederlandse regel erbij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alleen de taal van de bezoeker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alleen Nederlands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uw eigen tekst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op het nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onder de naam van de gemeente (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onderaan (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Given</name>
    <message>
        <source>Noem het nummer, of schrijf het op.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De bon komt uit de printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraak %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Op voorgrond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit venster blijft boven andere vensters (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ook de wachtrij en het verloop tonen (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pauze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hervatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sluiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Iemand anders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Dagrapport printen (Ctrl+D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dagrapport printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verbonden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verbinden…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geen verbinding · stand van %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Host</name>
    <message>
        <source>op verzoek van de ontvangst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2 is vrij: daarheen roepen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar %1 roepen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2 openen met %3?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 openen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 openen met %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan %1 (%2) ook iemand voor “%3” helpen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laat de eerste vrije plek %1 roepen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 nu eerst roepen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 en er komt geen plek vrij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraak %1 (%2) is te laat: wacht %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraak %1 (%2) wacht %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraak %1 (%2) komt in het nauw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon %1 is niet geprint. Noem het nummer aan de bezoeker, of print opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opnieuw printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ligt bon %1 in printer %2? Balie kreeg geen antwoord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nee, opnieuw printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een strook is niet geprint. Kijk bij de printer en print opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kwam de strook uit printer %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een kassabon is niet geprint. Kijk bij de printer en print opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kwam de kassabon uit printer %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie stuurde iets naar printer %1 en kreeg geen antwoord. Is het geprint?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er moet nog iets uit printer %1, maar die werkt niet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer %1 werkt niet. De bonnen komen nu uit printer %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon %1 wacht op printer %2, maar die werkt niet. Hier printen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bekijken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · al ingecheckt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inchecken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alleen met afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niet bij ons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nummer geven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>te laat · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afspraak %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was er niet, weer vanaf %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>op tijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niet gekomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over tijd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is er</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geroepen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Komt terug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>om %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In de maak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet verschenen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even weg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sinds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ma di wo do vr za zo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jan feb mrt apr mei jun jul aug sep okt nov dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 u %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minuut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 minuten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dan komt naar verwachting 1 afspraak meer op tijd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>,</source>
        <comment>decimal point</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dan komen naar verwachting %1 afspraken meer op tijd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vrij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pauze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>komt terug om %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wacht sinds %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geroepen naar %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aan %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in de maak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even weg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niet verschenen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>klaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geen balie open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zo aan de beurt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niemand wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>langste %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afspraken op tijd %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>oproep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tweede oproep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin van het gesprek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doorverwijzing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extra vraag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>met afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niet hier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nu niet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niet meer vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nu niemand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kan niet hier. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kan alleen met een afspraak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De hal geeft nu geen nummers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit lukt niet meer voor sluitingstijd. Maak een afspraak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie dit kan, heeft nu pauze. Zeg dat erbij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nu is er niemand die dit kan doen. Maak een afspraak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nu is er niemand die dit kan doen. Zeg dat erbij.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De wachttijd is nu niet bekend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kan nu niet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kan nu niet. Weer %2 vanaf %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belofte</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostActions</name>
    <message>
        <source>%1 komt om %2 terug. De strook wordt geprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De strook wordt geprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het dagrapport wordt geprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Genoteerd: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is naar huis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wacht weer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is gereed en wordt opnieuw geroepen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon %1 komt opnieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 heeft pauze.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is weer open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is dicht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De laatste stap bij %1 is ongedaan gemaakt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostWindow</name>
    <message>
        <source>Balie · ontvangst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoek afspraak, nummer of product   F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snel contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inchecken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bevestiging van deze afspraak printen (Shift+F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bevestiging printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen afspraken meer vandaag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er wacht niemand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kamer 00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verbinden met de hal…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het advies is weggelegd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niemand komt in het nauw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen verbinding met de hal. U ziet de laatste stand, tot het weer lukt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het venster met apparaten staat al open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit venster kan niet open: %1. Probeer het nog eens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze code is niet gevonden. Zoek op tijd of nummer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummer bekijken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gedaan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Nieuw nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rolstoel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummer geven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat ontbreekt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aantal personen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>persoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>personen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heeft de bezoeker dit bij zich?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwijzing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Balie openen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hervatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opnieuw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet verschenen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doorverwijzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Meer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klaar met een andere uitkomst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Even parkeren…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verder &amp;gaan met geparkeerde bezoeker…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In de &amp;maak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Gereed: opnieuw laten roepen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tweede vraag erbij…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een bepaald nummer &amp;kiezen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Papieren: ingenomen of ontbreekt…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ver&amp;wijsstrook printen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Betalen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;onnen: kopie, terug, innen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ka&amp;s van vandaag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bij klaar de &amp;uitkomst vragen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Andere uitkomst (Shift+F11)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindPage</name>
    <message>
        <source>Wat voor hal hebt u?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies wat het meest lijkt. Balies en ruimten past u later aan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eén balie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ontvangen en helpen doet u op dezelfde plek, in één venster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drie balies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een ontvangst, een balie om te staan en twee met een deur.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tien plekken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoals in Haarlem: vier sta-balies, drie gesloten balies, twee kamers en een groepskamer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat voor apparaat is het?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarschijnlijk: %1, want %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Misschien: %1, want %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies welk apparaat aan de kabel zit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LaterPage</name>
    <message>
        <source>Later vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe laat komt de bezoeker terug?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strook printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De bezoeker houdt de plek en wordt vóór %1 niet geroepen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies een tijd die nog komt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Dit bestand kan Balie niet lezen. Controleer of het er nog is, en of u het mag openen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In dit bestand staat geen afbeelding die Balie kent. Kies een PNG, JPG of SVG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze afbeelding blijft te groot voor een bon. Kies een eenvoudiger logo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze afbeelding is omgezet: kleiner, en in grijs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayoutWindow</name>
    <message>
        <source>Papier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mijn versie houden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die versie laten zien</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proef printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo opslaan in de printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opslaan ongedaan maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niet opslaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 heeft het papier veranderd. U ziet nu die versie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 heeft intussen ook het papier veranderd. Welke versie blijft?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papier van %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er klopt nog iets niet. Kijk bij het veld met de rode tekst.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ongedaan gemaakt. Versie %1 geldt weer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opgeslagen als versie %1. Elk nieuw nummer ziet er nu zo uit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De proef gaat naar de printer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De proef is geprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>U hebt nog niet opgeslagen. Sluit het venster nog eens als u niet wilt opslaan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Apparaat toevoegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apparaten starten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apparaten aan deze computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De hal is nu niet bereikbaar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bestand: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In station.toml klopt iets niet. Balie laat het bestand zoals het is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie gebruikt deze apparaten nu niet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie gebruikt deze apparaten. Een wijziging geldt meteen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie gebruikt nog de vorige versie van het bestand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluit een printer, display, nummerautomaat of scanner aan en voeg het apparaat toe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lijn %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er hangt nog niets aan deze computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Logo kiezen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo verwijderen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> mm breed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breedte van het logo in millimeter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aan het begin van de regel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In het midden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plaats van het logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afbeeldingen (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, %1 kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geen logo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Sluit melding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Modellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snelheid van de lijn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gewone snelheid van dit model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welk model is de %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welk model %1 is het?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staat uw model er niet bij? Kies wat erop lijkt en probeer het.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  ·  voorgesteld</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonitorPage</name>
    <message>
        <source>Terug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiëren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opslaan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De laatste 500 berichten. Gegevens van personen zijn onleesbaar gemaakt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meekijken met ‘%1’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie leest wat er over de lijn ging…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over deze lijn ging nog niets. Balie ziet hier alles zodra de apparaten draaien.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 regels gekopieerd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opslaan als bestand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan niet opslaan: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opgeslagen in %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>Gemeente %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe heet uw gemeente?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De naam staat op het nummer, op het wachtscherm en op de aanmeldzuil.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam van de gemeente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bijvoorbeeld Waterrijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alleen de naam, zonder het woord gemeente ervoor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zo staat het straks op het nummer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe heet het apparaat?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De hal kent de printer onder deze naam. De ontvangst ziet de naam als er iets mis is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De ontvangst ziet deze naam als er iets mis is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‘%1’ is er al. Kies een andere naam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoals: bonprinter bij de ingang.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenTillPanel</name>
    <message>
        <source>Beginbedrag in de kas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bijvoorbeeld 150,00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit wordt kasdag %1. Tel het wisselgeld en vul het bedrag in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vul het beginbedrag in, zoals 150,00.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Hoe is het gesprek geëindigd?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even parkeren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parkeren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tweede vraag erbij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een bepaald nummer roepen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roepen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat is gereed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met wie gaat u verder?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gereed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verder gaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nu nergens anders open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doorverwijzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Betalen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon %1 is gemaakt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bon %1 is gemaakt, niet geprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Wisselgeld: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bonnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uitvoeren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kas openen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kas van vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afsluiten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De kas is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kasdag %1 is afgesloten. Verschil: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uiterlijk %1 om %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>afspreken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 neemt contact op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papieren van %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strook printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwijsstrook</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>Het nummer komt uit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Na het scannen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geen papier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>de nummerautomaat zelf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printer ‘%1’</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>een rol waar de nummers al op staan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message>
        <source>Ingenomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ontbreekt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papieren van de checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bijvoorbeeld: huurcontract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ander document (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opmerking op de strook (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>geen naam, geen nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ingenomen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ontbreekt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies met pijltjes en spatie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst welke papieren op de strook komen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParkPanel</name>
    <message>
        <source>Waarop wacht de bezoeker? (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bijvoorbeeld: pasfoto maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 houdt de plek in de rij. Uw balie is dan vrij. Met Ctrl+H gaat u samen verder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayPanel</name>
    <message>
        <source>Zoek een tarief</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tarieven</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reden van vrijstelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waarom hoeft dit niet betaald?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bedrag met de pas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bijvoorbeeld 50,00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code van de pinbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staat op de bon van het pinapparaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contant gekregen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leeg is: gepast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vrij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vrijgesteld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totaal %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er zijn nog geen tarieven van %1. Vraag de beheerder de tabel in te lezen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit bedrag past niet bij het totaal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De kas is nog niet open. Open de kas met Ctrl+F6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wisselgeld: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst wat er betaald wordt, met + of Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geef de reden: vrijstelling of kosteloos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vul de code van de pinbon in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PortPage</name>
    <message>
        <source>Op welke poort zit het apparaat?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steek de kabel in deze computer. De poort komt dan vanzelf in de lijst, als nieuw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poorten van deze computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of typ een andere poort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoals socket://10.0.0.7:4001, rfc2217://10.0.0.7:4001 of /dev/ttyS0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie kijkt welke poorten er zijn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier zit ‘%1’ al op.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zo kan het wel: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er is nog geen poort gevonden. Steek de kabel in deze computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seriële poort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hier zit ‘%1’ al op</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nieuw</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Nummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kassabon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welk papier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taal van de bezoeker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoals ontworpen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welke printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voorbeeld van het papier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voorbeeld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies een printer om te zien hoe die het print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes. Op een trage lijn (9600 baud) duurt dat %2 seconden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProductPicker</name>
    <message>
        <source>Paspoort, verhuizen, ID…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarvoor komt de bezoeker?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niets gevonden. Probeer een ander woord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Producten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog iets? Typ het hier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 verwijderen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickPage</name>
    <message>
        <source>Snel contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De weg wijzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openingstijden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraak maken of wijzigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formulier of folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand van een aanvraag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hulp bij de website of DigiD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwezen naar een ander loket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Melding of klacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iets anders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarover ging de vraag? Druk op het cijfer: klaar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vandaag %1 keer snel geholpen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptsPanel</name>
    <message>
        <source>Zoek op bonnummer of volgnummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bonnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Innen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reden, voor bon en logboek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waarom geld terug?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met pas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code van de pinbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>staat op de bon van het pinapparaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terugbetaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correctie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nog %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 van %2 × %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er zijn nog geen bonnen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print de bon nog eens op A4, met KOPIE erop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print de bon nog eens, met KOPIE erop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terug van bon %1: %2. Klopt er iets niet op de bon? Dan maakt de beheerder een correctie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog te betalen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op deze bon staat niets meer open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Van deze bon is niets meer over om terug te geven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst wat er terug gaat, met Meer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geef eerst een reden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferPanel</name>
    <message>
        <source>Product, of typ waarheen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarheen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opmerking op de strook (mag leeg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bijvoorbeeld: neem de brief mee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>komt zo op de strook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typ waar de bezoeker terecht kan.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SameDayWindow</name>
    <message>
        <source>Balie: dezelfde dag, twee keer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bezoekers op één dag in een wijkkantoor in Warschau. Links: elke afdeling met eigen balies en een eigen rij, zoals het was. Rechts: dezelfde bezoekers en evenveel open balies, verdeeld naar soort contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dezelfde dag, twee keer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie er wacht, per rij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat medewerkers kunnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per afdeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar soort contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoals het op die dag ging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speel de dag af</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Het moment van de dag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per afdeling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>naar soort contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoeveel mensen er wachten, door de dag heen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mensen die wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachten, in minuten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gemiddeld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9 van de 10 binnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>langste rij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per afdeling, gemeten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per afdeling, nagespeeld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 wacht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wachten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ieder alleen het eigen werk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ieder leert één zaak erbij</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ieder leert alle zaken van dat soort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uitgebreid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afhalen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertrouwelijk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met alleen het eigen werk verandert er niets: een vrije balie mag de ander niet helpen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 → %3 minuten)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wel langer wachten: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemeten: %1, Stad Warschau, wijkkantoor Praga-Południe. Nagespeeld: het gemiddelde van %2 keer, met gespreksduren die uit het verslag zijn geschat.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Krijgt de bezoeker het nummer op papier?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie de code van de afspraak scant, is aangemeld. Het nummer kan daarna uit een printer komen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreenWindow</name>
    <message>
        <source>Wachtscherm</source>
        <translation>Warteschirm</translation>
    </message>
    <message>
        <source>Stand van %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Geluid uit</source>
        <translation>Ton aus</translation>
    </message>
    <message>
        <source>Ook opgeroepen</source>
        <translation>Ebenfalls aufgerufen</translation>
    </message>
    <message>
        <source>Nu aan de beurt</source>
        <translation>Jetzt an der Reihe</translation>
    </message>
    <message>
        <source>Laatst opgeroepen</source>
        <translation>Zuletzt aufgerufen</translation>
    </message>
    <message>
        <source>Welkom</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Verbinden met de hal…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
    <message>
        <source>Uw nummer verschijnt hier als u aan de beurt bent.</source>
        <translation>Ihre Nummer erscheint hier, wenn Sie an der Reihe sind.</translation>
    </message>
    <message>
        <source>Wachttijd nu</source>
        <translation>Wartezeit jetzt</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Niets gevonden. Probeer een ander woord, een tijd of een nummer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecondPanel</name>
    <message>
        <source>Waarvoor nog meer? Zoek een product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst een product.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Wachtenden voor deze balie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter: dit nummer roepen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er wacht niemand die u kunt helpen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verloop van dit bezoek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachten voor deze balie: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verloop van %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemeente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soort hal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controleren</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartWindow</name>
    <message>
        <source>Open wat u op deze computer nodig hebt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat open staat, blijft open als u dit venster sluit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Op andere computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apparaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoe nummers en kassabonnen eruitzien: logo, tekst en regels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ontvangst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummers geven, afspraken aanmelden, zien wie er wacht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachtscherm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voor de bezoekers: wie er aan de beurt is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aanmeldzuil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bezoekers nemen zelf een nummer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medewerker aan %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vraag wie er zit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dit venster kan niet open: %1. Probeer het nog eens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Openen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 openen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Bezoekers kiezen uit %1 talen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 producten met uitleg, om zo te gebruiken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zo wordt uw hal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Klopt dit? Dan maakt Balie de hal op deze computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gemeente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Producten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bestand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Is terug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later vandaag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gereed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opnieuw printen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar huis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is terug en wacht weer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze bezoeker is klaar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspraak %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notitie: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gezegd: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TicketPanel</name>
    <message>
        <source>Nummer, bijvoorbeeld A 012</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wachtende nummers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reden, voor het logboek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waarom gaat dit nummer voor?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst een nummer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geef een reden. Die komt in het logboek.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Waarheen? Soort contact, balie of product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarheen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notitie voor uw collega</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wat is al gevraagd, wat moet nog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarom nog een keer doorverwijzen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reden, voor het logboek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toch verwijzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doorverwijzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Al een keer doorverwezen. Spreek liever af wie wanneer belt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wacht tot %2 roept. Nummer, aankomsttijd en notitie blijven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Niets gevonden. Zoek op een ander woord.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wacht %3tot %2 roept: %4. Nummer, aankomsttijd en notitie blijven.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let op: nu kan niemand anders dit doen. %1 wacht tot dat wel zo is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kies eerst waarheen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geef een reden voor de tweede doorverwijzing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afspreken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialPrinter</name>
    <message>
        <source>Het is niet zeker of de proef is geprint. Kijk bij de printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie vindt printer %1 niet: niet in de hal en niet in %2 op deze computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Uw hal kan nu niet open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TryPage</name>
    <message>
        <source>Ja</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat gaat er over de lijn?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Werkt ‘%1’?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kijk naar het display. Balie laat het even knipperen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er komt geen nummer uit: dit is een proef.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat u scant wordt niet bewaard: dit is een proef.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De lijn is open en het apparaat is klaar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nu proberen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ga bij de printer staan. Balie print een testpagina.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De lijn is open. Balie vraagt of het apparaat klaar is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De lijn is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De lijn is open. Het apparaat is bezig…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De lijn is niet open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie opent de lijn…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nog een keer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ontvangen. Het werkt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kijk of de printer aan staat en papier heeft. Werkt het dan nog niet? Ga terug en kies een ander model of een andere snelheid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kijk of het display aan staat en of het adres klopt. Werkt het dan nog niet? Ga terug en kies een ander model of een andere snelheid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>niet gebruikt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knop %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 van %2 tekens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mooi. Sla het apparaat nu op.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er ging nog niets over de lijn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welke plek is dit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie zit hier?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie openen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goedendag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Goed dat u er bent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balie laat bezoekers van uw gemeentehuis weten wie er aan de beurt is, en waar. In drie korte stappen staat uw hal klaar. Alles kan later anders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In welke taal werkt u?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Een bezoeker neemt een nummer, of meldt zich met een afspraak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De ontvangst ziet wie er wacht, hoe lang, en wie er te laat dreigt te worden geholpen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aan de balie roept u met één toets de volgende bezoeker op.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Terug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kan niet opslaan: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opslaan zonder proef</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aansluiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Soort apparaat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knoppen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Papier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proberen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>nl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 persoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 personen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolstoel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hulp nodig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rustige plek</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tolk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nederlands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabisch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oekraïens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sta-balie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snelbalie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gesloten balie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spreekkamer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>groepsspreekkamer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leeskamer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tafel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receptie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Bring</name>
    <message>
        <source>Neem mee: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Note</name>
    <message>
        <source>Notitie: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Report</name>
    <message>
        <source>Er ging iets mis in Balie zelf. U kunt doorgaan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zaaknummer %1. Geef dit door aan de beheerder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kopiëren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doorgaan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Why</name>
    <message>
        <source>&amp;Waarom deze?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waarom deze?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>Terug</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ik wil iemand spreken</source>
        <translation>Ich möchte mit jemandem sprechen</translation>
    </message>
    <message>
        <source>Lager</source>
        <translation>Tiefer</translation>
    </message>
    <message>
        <source>Groter</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Voorlezen</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Alleen met afspraak</source>
        <translation>Nur mit Termin</translation>
    </message>
    <message>
        <source>Niet hier</source>
        <translation>Nicht hier</translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Waarvoor komt u?</source>
        <translation>Was möchten Sie erledigen?</translation>
    </message>
    <message>
        <source>Andere onderwerpen</source>
        <translation>Andere Themen</translation>
    </message>
    <message>
        <source>Waar gaat het over?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>Kies</source>
        <translation>Bitte wählen</translation>
    </message>
    <message>
        <source>Typ een woord, zoals paspoort</source>
        <translation>Geben Sie ein Wort ein, zum Beispiel Reisepass</translation>
    </message>
    <message>
        <source>Wij vinden dit niet. Probeer een ander woord, of kies: Ik wil iemand spreken.</source>
        <translation>Das finden wir nicht. Versuchen Sie ein anderes Wort oder wählen Sie: Ich möchte mit jemandem sprechen.</translation>
    </message>
    <message>
        <source>Scan of typ uw code</source>
        <translation>Scannen oder tippen Sie Ihren Code</translation>
    </message>
    <message>
        <source>Uw code</source>
        <translation>Ihr Code</translation>
    </message>
    <message>
        <source>De code staat in de bevestiging van uw afspraak.</source>
        <translation>Der Code steht in Ihrer Terminbestätigung.</translation>
    </message>
    <message>
        <source>Er zijn meer afspraken om die tijd. Typ daarom uw code.</source>
        <translation>Um diese Uhrzeit gibt es mehrere Termine. Bitte geben Sie Ihren Code ein.</translation>
    </message>
    <message>
        <source>Aanmelden</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Ik weet mijn code niet</source>
        <translation>Ich weiß meinen Code nicht</translation>
    </message>
    <message>
        <source>Hoe laat is uw afspraak?</source>
        <translation>Um wie viel Uhr ist Ihr Termin?</translation>
    </message>
    <message>
        <source>Klopt dit?</source>
        <translation>Stimmt das?</translation>
    </message>
    <message>
        <source>U hebt een afspraak om %1.</source>
        <translation>Sie haben einen Termin um %1.</translation>
    </message>
    <message>
        <source>Ja, aanmelden</source>
        <translation>Ja, anmelden</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Naar het begin</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Opnieuw proberen</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Ga naar de receptie</source>
        <translation>Bitte gehen Sie zum Empfang</translation>
    </message>
    <message>
        <source>Even geduld, alstublieft</source>
        <translation>Einen Moment, bitte</translation>
    </message>
    <message>
        <source>Dit scherm werkt zo weer. Hebt u haast? Ga dan naar de receptie.</source>
        <translation>Dieser Bildschirm funktioniert gleich wieder. Haben Sie es eilig? Dann gehen Sie bitte zum Empfang.</translation>
    </message>
    <message>
        <source>Dit lukte nog niet</source>
        <translation>Das hat noch nicht geklappt</translation>
    </message>
    <message>
        <source>Probeer het nog een keer, of ga naar de receptie.</source>
        <translation>Bitte versuchen Sie es noch einmal oder gehen Sie zum Empfang.</translation>
    </message>
    <message>
        <source>Voor medewerkers: typ de servicecode</source>
        <translation>Für Mitarbeitende: Servicecode eingeben</translation>
    </message>
    <message>
        <source>Servicecode</source>
        <translation>Servicecode</translation>
    </message>
    <message>
        <source>Afsluiten</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Uw nummer</source>
        <translation>Ihre Nummer</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Neem plaats en let op het scherm. Wij roepen uw nummer.</source>
        <translation>Bitte nehmen Sie Platz und achten Sie auf den Bildschirm. Wir rufen Ihre Nummer auf.</translation>
    </message>
    <message>
        <source>Dit scherm gaat vanzelf terug naar het begin.</source>
        <translation>Dieser Bildschirm geht von selbst zum Anfang zurück.</translation>
    </message>
    <message>
        <source>Uw bon komt uit een andere printer: %1.</source>
        <translation>Ihr Zettel kommt aus einem anderen Drucker: %1.</translation>
    </message>
    <message>
        <source>Schrijf dit nummer op of maak een foto. Er komt geen papier.</source>
        <translation>Schreiben Sie diese Nummer auf oder machen Sie ein Foto. Es kommt kein Papier.</translation>
    </message>
    <message>
        <source>Neem uw bon mee.</source>
        <translation>Bitte nehmen Sie Ihren Zettel mit.</translation>
    </message>
    <message>
        <source>Uw bon wordt geprint.</source>
        <translation>Ihr Zettel wird gedruckt.</translation>
    </message>
    <message>
        <source>Hebt u dit bij u?</source>
        <translation>Haben Sie das dabei?</translation>
    </message>
    <message>
        <source>Vraag bij de receptie wanneer het wel kan.</source>
        <translation>Fragen Sie am Empfang, wann es möglich ist.</translation>
    </message>
    <message>
        <source>Maak een afspraak op onze website, of vraag het bij de receptie.</source>
        <translation>Vereinbaren Sie einen Termin auf unserer Website oder fragen Sie am Empfang.</translation>
    </message>
    <message>
        <source>Toch een nummer nemen</source>
        <translation>Trotzdem eine Nummer ziehen</translation>
    </message>
    <message>
        <source>Nummer nemen</source>
        <translation>Nummer ziehen</translation>
    </message>
    <message>
        <source>Ik gebruik een rolstoel</source>
        <translation>Ich benutze einen Rollstuhl</translation>
    </message>
    <message>
        <source>Welkom</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Raak een vak aan.</source>
        <translation>Tippen Sie auf ein Feld.</translation>
    </message>
    <message>
        <source>Meld u bij de receptie</source>
        <translation>Bitte melden Sie sich am Empfang</translation>
    </message>
    <message>
        <source>Daar krijgt u een nummer of helpen wij u meteen.</source>
        <translation>Dort bekommen Sie eine Nummer oder wir helfen Ihnen sofort.</translation>
    </message>
    <message>
        <source>U kunt nu geen nummer nemen</source>
        <translation>Sie können jetzt keine Nummer ziehen</translation>
    </message>
    <message>
        <source>Hebt u een vraag? Ga naar de receptie.</source>
        <translation>Haben Sie eine Frage? Gehen Sie bitte zum Empfang.</translation>
    </message>
    <message>
        <source>Ik heb een afspraak</source>
        <translation>Ich habe einen Termin</translation>
    </message>
    <message>
        <source>Meld u aan met uw code</source>
        <translation>Melden Sie sich mit Ihrem Code an</translation>
    </message>
    <message>
        <source>Ik heb geen afspraak</source>
        <translation>Ich habe keinen Termin</translation>
    </message>
    <message>
        <source>Kies waarvoor u komt</source>
        <translation>Wählen Sie Ihr Anliegen</translation>
    </message>
    <message>
        <source>Ja, ik ga verder</source>
        <translation>Ja, ich mache weiter</translation>
    </message>
    <message>
        <source>Nee, opnieuw beginnen</source>
        <translation>Nein, neu beginnen</translation>
    </message>
    <message>
        <source>Anders begint dit scherm opnieuw over: %1 s</source>
        <translation>Sonst beginnt dieser Bildschirm neu in: %1 s</translation>
    </message>
    <message>
        <source>Bent u er nog?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Wissen</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Spatie</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>Streepje</source>
        <translation>Bindestrich</translation>
    </message>
    <message>
        <source>Wij gaan vandaag open om %1.</source>
        <translation>Wir öffnen heute um %1.</translation>
    </message>
    <message>
        <source>Wij zijn weer open: %1, vanaf %2.</source>
        <translation>Wir haben wieder geöffnet: %1, ab %2.</translation>
    </message>
    <message>
        <source>Nu kan niemand u hiermee helpen.</source>
        <translation>Im Moment kann Ihnen niemand dabei helfen.</translation>
    </message>
    <message>
        <source>Duur van het gesprek: %1</source>
        <translation>Dauer des Gesprächs: %1</translation>
    </message>
    <message>
        <source>Ga naar de receptie. Daar helpen wij u verder.</source>
        <translation>Bitte gehen Sie zum Empfang. Dort helfen wir Ihnen weiter.</translation>
    </message>
    <message>
        <source>U bent al aangemeld</source>
        <translation>Sie sind schon angemeldet</translation>
    </message>
    <message>
        <source>Neem plaats en let op het scherm. Bent u uw nummer kwijt? Ga naar de receptie.</source>
        <translation>Bitte nehmen Sie Platz und achten Sie auf den Bildschirm. Haben Sie Ihre Nummer verloren? Gehen Sie zum Empfang.</translation>
    </message>
    <message>
        <source>Deze afspraak is afgezegd</source>
        <translation>Dieser Termin wurde abgesagt</translation>
    </message>
    <message>
        <source>U bent nog te vroeg</source>
        <translation>Sie sind noch zu früh</translation>
    </message>
    <message>
        <source>Wij vinden deze code niet</source>
        <translation>Wir finden diesen Code nicht</translation>
    </message>
    <message>
        <source>Kijk goed naar uw code en typ hem opnieuw, of ga naar de receptie.</source>
        <translation>Prüfen Sie Ihren Code und geben Sie ihn noch einmal ein, oder gehen Sie zum Empfang.</translation>
    </message>
    <message>
        <source>Uw afspraak is niet vandaag</source>
        <translation>Ihr Termin ist nicht heute</translation>
    </message>
    <message>
        <source>U kunt nu geen nummer meer nemen</source>
        <translation>Sie können jetzt keine Nummer mehr ziehen</translation>
    </message>
    <message>
        <source>Ga naar de receptie als u vragen hebt.</source>
        <translation>Gehen Sie zum Empfang, wenn Sie Fragen haben.</translation>
    </message>
    <message>
        <source>Hiervoor hebt u een afspraak nodig</source>
        <translation>Dafür brauchen Sie einen Termin</translation>
    </message>
    <message>
        <source>Hiervoor kunt u hier niet terecht</source>
        <translation>Das können Sie hier nicht erledigen</translation>
    </message>
    <message>
        <source>Dit lukt nu niet</source>
        <translation>Das geht jetzt nicht</translation>
    </message>
    <message>
        <source>U kunt zich aanmelden vanaf %1. Kom dan terug, of ga naar de receptie.</source>
        <translation>Sie können sich ab %1 anmelden. Kommen Sie dann wieder oder gehen Sie zum Empfang.</translation>
    </message>
    <message>
        <source>De datum van uw afspraak: %1. Hebt u een vraag? Ga naar de receptie.</source>
        <translation>Das Datum Ihres Termins: %1. Haben Sie eine Frage? Gehen Sie bitte zum Empfang.</translation>
    </message>
    <message>
        <source>Bij de receptie helpt een medewerker u verder.</source>
        <translation>Am Empfang hilft Ihnen eine Mitarbeiterin oder ein Mitarbeiter weiter.</translation>
    </message>
    <message>
        <source>Nu niet</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Vandaag niet meer</source>
        <translation>Heute nicht mehr</translation>
    </message>
    <message>
        <source>U kunt hiervoor weer terecht: %1, vanaf %2.</source>
        <translation>Dafür können Sie wieder kommen: %1, ab %2.</translation>
    </message>
    <message>
        <source>Hiervoor kunt u nu geen nummer nemen</source>
        <translation>Dafür können Sie jetzt keine Nummer ziehen</translation>
    </message>
    <message>
        <source>Hiervoor komt u vandaag niet meer aan de beurt</source>
        <translation>Dafür kommen Sie heute nicht mehr an die Reihe</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Verbinden met de hal…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>screen</name>
    <message>
        <source>bijna meteen</source>
        <translation>fast sofort</translation>
    </message>
    <message>
        <source>meer dan een uur</source>
        <translation>mehr als eine Stunde</translation>
    </message>
    <message>
        <source>hooguit %1 minuten</source>
        <translation>höchstens %1 Minuten</translation>
    </message>
    <message>
        <source>%1 tot %2 minuten</source>
        <translation>%1 bis %2 Minuten</translation>
    </message>
    <message>
        <source>nu niet</source>
        <translation>jetzt nicht</translation>
    </message>
    <message>
        <source>Er is nog geen balie open.</source>
        <translation>Es ist noch kein Schalter geöffnet.</translation>
    </message>
    <message>
        <source>De balies gaan open om %1 uur.</source>
        <translation>Die Schalter öffnen um %1 Uhr.</translation>
    </message>
    <message>
        <source>Er is nu geen balie open.</source>
        <translation>Zurzeit ist kein Schalter geöffnet.</translation>
    </message>
    <message>
        <source>De balies zijn vandaag gesloten.</source>
        <translation>Die Schalter sind heute geschlossen.</translation>
    </message>
    <message>
        <source>Vandaag lukte dat %1 van de %2 keer.</source>
        <translation>Heute gelang das %1 von %2 Mal.</translation>
    </message>
    <message>
        <source>Wordt uw nummer geroepen?</source>
        <translation>Wird Ihre Nummer aufgerufen?</translation>
    </message>
    <message>
        <source>Ga dan naar de balie of de kamer die erbij staat.</source>
        <translation>Dann gehen Sie zu dem Schalter oder Raum, der dabei steht.</translation>
    </message>
    <message>
        <source>Gemeente %1</source>
        <translation>Gemeinde %1</translation>
    </message>
</context>
</TS>
