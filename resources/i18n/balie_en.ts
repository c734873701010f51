<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
<context>
    <name>AdviceStrip</name>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message>
        <source>Even niet in de rij</source>
        <translation>Not in the queue for now</translation>
    </message>
</context>
<context>
    <name>AsideRow</name>
    <message>
        <source>Gereed</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Is terug</source>
        <translation>Is back</translation>
    </message>
</context>
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
    <name>Blank</name>
    <message>
        <source>Druk op een toets om verder te gaan.</source>
        <translation>Press a key to continue.</translation>
    </message>
    <message>
        <source>Scherm is leeg</source>
        <translation>The screen is blank</translation>
    </message>
</context>
<context>
    <name>CloseTillPanel</name>
    <message>
        <source>Opmerking bij het verschil</source>
        <translation>Remark about the difference</translation>
    </message>
    <message>
        <source>hoe komt dat?</source>
        <translation>how did that happen?</translation>
    </message>
    <message>
        <source>X-rapport</source>
        <translation>X report</translation>
    </message>
    <message>
        <source>Bonnen</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Met pas</source>
        <translation>By card</translation>
    </message>
    <message>
        <source>Contant</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Later te betalen</source>
        <translation>To be paid later</translation>
    </message>
    <message>
        <source>Beginbedrag</source>
        <translation>Float</translation>
    </message>
    <message>
        <source>Moet in de kas zijn</source>
        <translation>Should be in the till</translation>
    </message>
    <message>
        <source>Tel de kas: hoeveel stuks van elk?</source>
        <translation>Count the till: how many of each?</translation>
    </message>
    <message>
        <source>Aantal van %1</source>
        <translation>Number of %1</translation>
    </message>
    <message>
        <source>Geteld %1 · verschil %2</source>
        <translation>Counted %1 · difference %2</translation>
    </message>
    <message>
        <source>De telling verschilt. Tel nog eens, of schrijf erbij hoe dat komt.</source>
        <translation>The count differs. Count again, or write down how that happened.</translation>
    </message>
    <message>
        <source>Hierna staat deze kasdag vast. Druk nog een keer op Enter om af te sluiten.</source>
        <translation>After this the till day is final. Press Enter once more to close it.</translation>
    </message>
</context>
<context>
    <name>Control</name>
    <message>
        <source>Er is geen printer gekozen. Er is niets geprint.</source>
        <translation>No printer has been chosen. Nothing was printed.</translation>
    </message>
    <message>
        <source>verder na parkeren</source>
        <translation>continued after parking</translation>
    </message>
    <message>
        <source>Er wacht nu niemand die u kunt helpen.</source>
        <translation>Nobody you can help is waiting now.</translation>
    </message>
    <message>
        <source>De strook wordt geprint.</source>
        <translation>The slip is being printed.</translation>
    </message>
    <message>
        <source>Het X-rapport wordt geprint.</source>
        <translation>The X report is being printed.</translation>
    </message>
    <message>
        <source>De kopie wordt geprint.</source>
        <translation>The copy is being printed.</translation>
    </message>
    <message>
        <source>Het open bedrag is ontvangen.</source>
        <translation>The open amount has been received.</translation>
    </message>
    <message>
        <source>%1 is geparkeerd. Met Ctrl+H gaat u verder.</source>
        <translation>%1 is parked. Press Ctrl+H to go on.</translation>
    </message>
    <message>
        <source>%1 is in de maak. Met Ctrl+G meldt u dat het gereed is.</source>
        <translation>%1 is in preparation. Press Ctrl+G when it is ready.</translation>
    </message>
    <message>
        <source>%1 wordt met voorrang weer geroepen.</source>
        <translation>%1 will be called again with priority.</translation>
    </message>
    <message>
        <source>%1 is doorverwezen. Uw notitie gaat mee.</source>
        <translation>%1 was referred. Your note goes along.</translation>
    </message>
    <message>
        <source>De laatste stap is teruggedraaid.</source>
        <translation>The last step was undone.</translation>
    </message>
    <message>
        <source>Het gesprek met %1 is klaar. De afspraak staat genoteerd.</source>
        <translation>The conversation with %1 is finished. The promise is noted.</translation>
    </message>
</context>
<context>
    <name>ControlWindow</name>
    <message>
        <source>Balie: de regie van de demo</source>
        <translation>Balie: demo control</translation>
    </message>
    <message>
        <source>De dag is gestopt: %1</source>
        <translation>The day has stopped: %1</translation>
    </message>
    <message>
        <source>Een echte dag, nagespeeld in een oefenhal. De bezoekers komen van: %1.</source>
        <translation>A real day, replayed in a rehearsal hall. The visitors come from: %1.</translation>
    </message>
    <message>
        <source>Pauze</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Snelheid van de klok</source>
        <translation>Speed of the clock</translation>
    </message>
    <message>
        <source>Dezelfde dag, twee keer</source>
        <translation>The same day, twice</translation>
    </message>
    <message>
        <source>Wie speelt de balies?</source>
        <translation>Who plays the counters?</translation>
    </message>
    <message>
        <source>De computer speelt alle balies. Neem er een over en roep zelf op.</source>
        <translation>The computer plays all counters. Take one over and call visitors yourself.</translation>
    </message>
    <message>
        <source>Balie %1, %2</source>
        <translation>Counter %1, %2</translation>
    </message>
    <message>
        <source>Balie %1 overnemen</source>
        <translation>Take over counter %1</translation>
    </message>
    <message>
        <source>Balie %1 teruggeven</source>
        <translation>Give back counter %1</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>De klok staat stil.</source>
        <translation>The clock stands still.</translation>
    </message>
    <message>
        <source>%1 × zo snel als echt</source>
        <translation>%1 × real speed</translation>
    </message>
    <message>
        <source> (sneller lukt niet op deze computer)</source>
        <translation> (this computer cannot go faster)</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>doorverwezen vanaf een andere plek</source>
        <translation>referred from another place</translation>
    </message>
    <message>
        <source>notitie: %1</source>
        <translation>note: %1</translation>
    </message>
    <message>
        <source>geroepen</source>
        <translation>called</translation>
    </message>
    <message>
        <source>opnieuw geroepen (%1 keer in totaal)</source>
        <translation>called again (%1 times in all)</translation>
    </message>
    <message>
        <source>gesprek begonnen</source>
        <translation>conversation started</translation>
    </message>
    <message>
        <source>nummer gekregen</source>
        <translation>number given</translation>
    </message>
    <message>
        <source>aangemeld</source>
        <translation>checked in</translation>
    </message>
    <message>
        <source>nog %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>gezegd: bijna meteen</source>
        <translation>told: almost at once</translation>
    </message>
    <message>
        <source>gezegd: wachttijd %1 tot %2 min</source>
        <translation>told: wait of %1 to %2 min</translation>
    </message>
    <message>
        <source>wacht</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>geparkeerd</source>
        <translation>parked</translation>
    </message>
    <message>
        <source>in de maak</source>
        <translation>in preparation</translation>
    </message>
    <message>
        <source>ook: %1 (%2)</source>
        <translation>also: %1 (%2)</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 min</translation>
    </message>
    <message>
        <source>bijna meteen</source>
        <translation>almost at once</translation>
    </message>
    <message>
        <source>hoogstens %1 min</source>
        <translation>at most %1 min</translation>
    </message>
    <message>
        <source>%1 tot %2 min</source>
        <translation>%1 to %2 min</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 or %2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>open</translation>
    </message>
    <message>
        <source>pauze</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>gesloten</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>bij de aanmeldzuil</source>
        <translation>at the kiosk</translation>
    </message>
    <message>
        <source>bij de ontvangst</source>
        <translation>at reception</translation>
    </message>
    <message>
        <source>%1 min te laat</source>
        <translation>%1 min overdue</translation>
    </message>
    <message>
        <source>%1 min over tijd</source>
        <translation>%1 min late</translation>
    </message>
    <message>
        <source>afspraak %1</source>
        <translation>appointment %1</translation>
    </message>
    <message>
        <source>gemeld %1</source>
        <translation>checked in %1</translation>
    </message>
    <message>
        <source>geroepen %1</source>
        <translation>called %1</translation>
    </message>
    <message>
        <source>wachtte %1</source>
        <translation>waited %1</translation>
    </message>
    <message>
        <source>wacht %1</source>
        <translation>waiting %1</translation>
    </message>
    <message>
        <source>sinds %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>Rond eerst %1 af.</source>
        <translation>Finish %1 first.</translation>
    </message>
    <message>
        <source>Er is nu geen verbinding met de hal. Zodra die terug is, kunt u verder.</source>
        <translation>There is no connection to the hall now. You can go on as soon as it is back.</translation>
    </message>
    <message>
        <source>Deze balie heeft geen printer.</source>
        <translation>This counter has no printer.</translation>
    </message>
    <message>
        <source>Kies eerst wie er aan deze balie zit.</source>
        <translation>First choose who sits at this counter.</translation>
    </message>
    <message>
        <source>Deze balie is gesloten. Open de balie eerst.</source>
        <translation>This counter is closed. Open it first.</translation>
    </message>
    <message>
        <source>Deze balie heeft pauze. Hervat eerst.</source>
        <translation>This counter is paused. Resume first.</translation>
    </message>
    <message>
        <source>Deze balie is al open.</source>
        <translation>This counter is open already.</translation>
    </message>
    <message>
        <source>Er is nu niemand aan uw balie. Roep eerst de volgende.</source>
        <translation>Nobody is at your counter now. Call the next visitor first.</translation>
    </message>
    <message>
        <source>Start eerst het gesprek met F10.</source>
        <translation>Start the conversation first with F10.</translation>
    </message>
    <message>
        <source>Het gesprek is al begonnen.</source>
        <translation>The conversation has already started.</translation>
    </message>
    <message>
        <source>Er wacht niemand.</source>
        <translation>Nobody is waiting.</translation>
    </message>
    <message>
        <source>Er is niemand geparkeerd.</source>
        <translation>Nobody is parked.</translation>
    </message>
    <message>
        <source>Er is niets in de maak.</source>
        <translation>Nothing is in preparation.</translation>
    </message>
    <message>
        <source>Er is niets om ongedaan te maken.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>opnieuw geroepen</source>
        <translation>called again</translation>
    </message>
    <message>
        <source>gestart</source>
        <translation>started</translation>
    </message>
    <message>
        <source>niet verschenen</source>
        <translation>no-show</translation>
    </message>
    <message>
        <source>klaar</source>
        <translation>done</translation>
    </message>
    <message>
        <source>doorverwezen</source>
        <translation>referred</translation>
    </message>
    <message>
        <source>tweede vraag</source>
        <translation>second request</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Ongedaan maken: %1</source>
        <translation>Undo: %1</translation>
    </message>
    <message>
        <source>Dit gesprek is vertrouwelijk en bij uw balie kan men meeluisteren. Geef een reden.</source>
        <translation>This conversation is confidential and people can overhear it at your counter. Give a reason.</translation>
    </message>
    <message>
        <source>Dit gesprek hoort op een ander soort plek. Geef een reden.</source>
        <translation>This conversation belongs at another kind of place. Give a reason.</translation>
    </message>
    <message>
        <source>Dit nummer is naar een andere balie verwezen. Geef een reden.</source>
        <translation>This number was referred to another counter. Give a reason.</translation>
    </message>
    <message>
        <source>Dit nummer is voor een bepaalde collega. Geef een reden.</source>
        <translation>This number is for a particular colleague. Give a reason.</translation>
    </message>
    <message>
        <source>Uw balie is niet geschikt voor een rolstoel.</source>
        <translation>Your counter is not suitable for a wheelchair.</translation>
    </message>
    <message>
        <source>Dit onderwerp staat niet bij uw bekwaamheden.</source>
        <translation>This subject is not among your skills.</translation>
    </message>
    <message>
        <source>%1 is dan niet verschenen en gaat van de lijst.</source>
        <translation>%1 then counts as a no-show and leaves the list.</translation>
    </message>
    <message>
        <source>%1 gaat dan terug in de wachtrij.</source>
        <translation>%1 then goes back to the queue.</translation>
    </message>
    <message>
        <source>%1 is niet verschenen. Wie binnen %2 min terugkomt, houdt zijn plek.</source>
        <translation>%1 is a no-show. Whoever returns within %2 min keeps their place.</translation>
    </message>
    <message>
        <source>%1 staat weer in de wachtrij. De eerste %2 min wordt dit nummer niet aangeboden.</source>
        <translation>%1 is back in the queue. This number will not be offered for %2 min.</translation>
    </message>
    <message>
        <source>in gesprek · %1</source>
        <translation>in conversation · %1</translation>
    </message>
    <message>
        <source>geroepen · %1</source>
        <translation>called · %1</translation>
    </message>
    <message>
        <source>%1e keer</source>
        <translation>call %1</translation>
    </message>
    <message>
        <source>belofte</source>
        <translation>promise</translation>
    </message>
    <message>
        <source>komt terug om %1</source>
        <translation>comes back at %1</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>Medewerker</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Weer open</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Pauze</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Medewerker: %1</source>
        <translation>Clerk: %1</translation>
    </message>
    <message>
        <source>geroepen: %1</source>
        <translation>called: %1</translation>
    </message>
    <message>
        <source>helpt %1</source>
        <translation>helping %1</translation>
    </message>
    <message>
        <source>Alle medewerkers zitten al aan een balie.</source>
        <translation>All clerks are at a counter already.</translation>
    </message>
    <message>
        <source>Wie gaat er zitten?</source>
        <translation>Who will sit here?</translation>
    </message>
    <message>
        <source>Ongedaan maken: %1</source>
        <translation>Undo: %1</translation>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <source>Balie</source>
        <translation>Counter</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Wijzigen</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>%1 wijzigen</source>
        <translation>Change %1</translation>
    </message>
    <message>
        <source>Meekijken</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>Meekijken met %1</source>
        <translation>Watch %1</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>%1 verwijderen</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>‘%1’ verwijderen?</source>
        <translation>Remove ‘%1’?</translation>
    </message>
    <message>
        <source>Niet verwijderen</source>
        <translation>Do not remove</translation>
    </message>
    <message>
        <source>%1 niet verwijderen</source>
        <translation>Do not remove %1</translation>
    </message>
    <message>
        <source>Ja, %1 verwijderen</source>
        <translation>Yes, remove %1</translation>
    </message>
    <message>
        <source>%1 sinds %2</source>
        <translation>%1 since %2</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>%1 sinds %2 · station %3</source>
        <translation>%1 since %2 · station %3</translation>
    </message>
    <message>
        <source>Toont %1</source>
        <translation>Shows %1</translation>
    </message>
</context>
<context>
    <name>DeviceWords</name>
    <message>
        <source>uit</source>
        <translation>off</translation>
    </message>
    <message>
        <source>verbinden</source>
        <translation>connecting</translation>
    </message>
    <message>
        <source>gereed</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>bezig</source>
        <translation>busy</translation>
    </message>
    <message>
        <source>let op</source>
        <translation>attention</translation>
    </message>
    <message>
        <source>hulp nodig</source>
        <translation>needs help</translation>
    </message>
    <message>
        <source>geen antwoord</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>weg</source>
        <translation>gone</translation>
    </message>
    <message>
        <source>fout ingesteld</source>
        <translation>set up wrongly</translation>
    </message>
    <message>
        <source>Het papier is bijna op. Leg een nieuwe rol klaar.</source>
        <translation>The paper is almost out. Have a new roll ready.</translation>
    </message>
    <message>
        <source>Het papier is op. Leg een nieuwe rol in de printer.</source>
        <translation>The paper is out. Put a new roll in the printer.</translation>
    </message>
    <message>
        <source>De klep staat open. Sluit de klep.</source>
        <translation>The cover is open. Close the cover.</translation>
    </message>
    <message>
        <source>Het mes zit vast. Haal het papier bij het mes weg. De printer probeert het zelf opnieuw.</source>
        <translation>The cutter is stuck. Remove the paper near the cutter. The printer tries again by itself.</translation>
    </message>
    <message>
        <source>Het mes zit nog vast. Haal het papier bij het mes weg en zet de printer uit en weer aan.</source>
        <translation>The cutter is still stuck. Remove the paper near the cutter and switch the printer off and on again.</translation>
    </message>
    <message>
        <source>Er zit nog een bon in de printer. Haal hem eruit.</source>
        <translation>There is still a ticket in the printer. Take it out.</translation>
    </message>
    <message>
        <source>Hier zit een andere printer dan in station.toml staat: {detail}. Wissel de kabels.</source>
        <translation>This is another printer than the one in station.toml: {detail}. Swap the cables.</translation>
    </message>
    <message>
        <source>De printer meldt een storing. Zet de printer uit en weer aan.</source>
        <translation>The printer reports a fault. Switch the printer off and on again.</translation>
    </message>
    <message>
        <source>De printer staat niet aan de lijn. Druk op de knop Online of Feed.</source>
        <translation>The printer is offline. Press the Online or Feed button.</translation>
    </message>
    <message>
        <source>Het apparaat antwoordt niet. Kijk of het aan staat en of de kabel vastzit.</source>
        <translation>The device does not answer. Check that it is on and that the cable is in firmly.</translation>
    </message>
    <message>
        <source>Het apparaat praat onverstaanbaar. Zoek de snelheid: balie devices test {detail} --scan.</source>
        <translation>What the device says cannot be understood. Find the speed: balie devices test {detail} --scan.</translation>
    </message>
    <message>
        <source>Balie mag deze poort niet openen. Zet de gebruiker in de groep {detail} en meld u opnieuw aan.</source>
        <translation>Balie may not open this port. Put the user in the group {detail} and log in again.</translation>
    </message>
    <message>
        <source>Een ander programma gebruikt deze poort. Sluit dat programma.</source>
        <translation>Another program is using this port. Close that program.</translation>
    </message>
    <message>
        <source>Het apparaat is niet gevonden. Sluit de kabel aan, of controleer de poort in station.toml.</source>
        <translation>The device was not found. Connect the cable, or check the port in station.toml.</translation>
    </message>
    <message>
        <source>De verbinding is weg. Steek de kabel weer in.</source>
        <translation>The connection is gone. Plug the cable in again.</translation>
    </message>
    <message>
        <source>De poort gaat meteen weer dicht. Verwijder brltty van deze computer, of probeer een andere kabel.</source>
        <translation>The port closes again at once. Remove brltty from this computer, or try another cable.</translation>
    </message>
    <message>
        <source>Het apparaat neemt niets meer aan. Zet het uit en weer aan.</source>
        <translation>The device accepts nothing any more. Switch it off and on again.</translation>
    </message>
    <message>
        <source>Balie begreep dit apparaat niet en begint opnieuw. Gebeurt het vaker? Stuur de uitvoer van &apos;balie devices monitor --export&apos; naar de leverancier.</source>
        <translation>Balie did not understand this device and starts again. Does it happen more often? Send the output of &apos;balie devices monitor --export&apos; to the supplier.</translation>
    </message>
    <message>
        <source>Geen antwoord van het display bij {detail}. Kijk of het aan staat; de andere werken.</source>
        <translation>No answer from the display at {detail}. Check that it is on; the others work.</translation>
    </message>
    <message>
        <source>Het apparaat meldt een storing aan zichzelf. Bel de leverancier als het niet overgaat.</source>
        <translation>The device reports a fault of its own. Call the supplier if it does not go away.</translation>
    </message>
    <message>
        <source>{detail} heeft deze lijn al. Sluit dat station, of haal de lijn uit station.toml.</source>
        <translation>{detail} has this line already. Close that station, or take the line out of station.toml.</translation>
    </message>
    <message>
        <source>Er zijn twee gelijke adapters. Zet de USB-plaats in station.toml: balie devices setup noemt ze.</source>
        <translation>There are two adapters that are the same. Put the USB location in station.toml: balie devices setup lists them.</translation>
    </message>
    <message>
        <source>Deze adapter kan de RS-485-lijn niet omkeren. Zet rs485 = &quot;auto&quot; in station.toml.</source>
        <translation>This adapter cannot turn the RS-485 line around. Set rs485 = &quot;auto&quot; in station.toml.</translation>
    </message>
    <message>
        <source>Het nummer van de rol is vandaag nog niet gezet. Typ: balie devices roll {detail} NUMMER.</source>
        <translation>The number of the roll has not been set today. Type: balie devices roll {detail} NUMBER.</translation>
    </message>
    <message>
        <source>Balie draait niet meer op {detail}. Start daar &apos;balie devices&apos; opnieuw.</source>
        <translation>Balie is no longer running on {detail}. Start &apos;balie devices&apos; there again.</translation>
    </message>
    <message>
        <source>De lijn wacht op een draad die de kabel misschien niet heeft. Zet flow = &quot;none&quot; in station.toml.</source>
        <translation>The line waits for a wire that the cable may not have. Set flow = &quot;none&quot; in station.toml.</translation>
    </message>
    <message>
        <source>De toner is bijna op. Leg een nieuwe klaar.</source>
        <translation>The toner is almost empty. Have a new one ready.</translation>
    </message>
    <message>
        <source>De toner is op. Doe een nieuwe in de printer.</source>
        <translation>The toner is empty. Put a new one in the printer.</translation>
    </message>
    <message>
        <source>Er zit papier vast. Haal het papier uit de printer.</source>
        <translation>Paper is stuck. Take the paper out of the printer.</translation>
    </message>
    <message>
        <source>De printer is niet te bereiken. Kijk of hij aan staat en of het netwerk werkt.</source>
        <translation>The printer cannot be reached. Check that it is on and that the network works.</translation>
    </message>
    <message>
        <source>De wachtrij van deze printer staat stil. Zet hem weer aan bij de printers van het systeem.</source>
        <translation>The queue of this printer has stopped. Start it again under the printers of the system.</translation>
    </message>
    <message>
        <source>De wachtrij van deze printer neemt niets aan. Zet hem open bij de printers van het systeem.</source>
        <translation>The queue of this printer accepts nothing. Open it under the printers of the system.</translation>
    </message>
    <message>
        <source>Het systeem kent deze printer niet. Controleer de naam achter system: in station.toml.</source>
        <translation>The system does not know this printer. Check the name after system: in station.toml.</translation>
    </message>
    <message>
        <source>Het printsysteem (CUPS) antwoordt niet. Start deze computer opnieuw als het zo blijft.</source>
        <translation>The printing system (CUPS) does not answer. Restart this computer if it stays like this.</translation>
    </message>
    <message>
        <source>De schijf is vol. Maak ruimte.</source>
        <translation>The disk is full. Make room.</translation>
    </message>
    <message>
        <source>Balie mag niet in dit bestand schrijven. Geef de gebruiker rechten op de map.</source>
        <translation>Balie may not write to this file. Give the user rights to the folder.</translation>
    </message>
    <message>
        <source>De map van dit bestand is er niet. Maak de map, of controleer de poort in station.toml.</source>
        <translation>The folder of this file does not exist. Make the folder, or check the port in station.toml.</translation>
    </message>
    <message>
        <source>Het systeem kon dit niet printen. Kijk bij de printers van het systeem.</source>
        <translation>The system could not print this. Look at the printers of the system.</translation>
    </message>
    <message>
        <source>Het systeem neemt dit niet aan. Kijk of deze printer PDF kan.</source>
        <translation>The system does not accept this. Check whether this printer can print PDF.</translation>
    </message>
    <message>
        <source>Iemand haalde dit uit de wachtrij van het systeem.</source>
        <translation>Somebody took this out of the queue of the system.</translation>
    </message>
    <message>
        <source>Dit stond te lang in de wachtrij van het systeem.</source>
        <translation>This was in the queue of the system for too long.</translation>
    </message>
    <message>
        <source>Het systeem weet niet meer van deze opdracht. Kijk of het papier er ligt.</source>
        <translation>The system no longer knows about this job. Check whether the paper is there.</translation>
    </message>
    <message>
        <source>Deze printer zegt nooit of het gelukt is. Kijk of het papier er ligt.</source>
        <translation>This printer never says whether it worked. Check whether the paper is there.</translation>
    </message>
    <message>
        <source>Balie stopte tijdens het printen. Kijk of het papier er ligt.</source>
        <translation>Balie stopped while printing. Check whether the paper is there.</translation>
    </message>
    <message>
        <source>dit apparaat</source>
        <translation>this device</translation>
    </message>
    <message>
        <source>NAAM</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Knippert het display, of staat er een nummer op?</source>
        <translation>Does the display blink, or does it show a number?</translation>
    </message>
    <message>
        <source>Kwam er een bon uit de printer?</source>
        <translation>Did a ticket come out of the printer?</translation>
    </message>
    <message>
        <source>Druk nu op een knop van de nummerautomaat.</source>
        <translation>Now press a button of the dispenser.</translation>
    </message>
    <message>
        <source>Houd nu een code voor de scanner.</source>
        <translation>Now hold a code in front of the scanner.</translation>
    </message>
    <message>
        <source>op een RS-485-adapter zitten vaak displays</source>
        <translation>an RS-485 adapter often has displays on it</translation>
    </message>
    <message>
        <source>aan zo&apos;n poort zit ook wel eens een bonprinter</source>
        <translation>such a port sometimes has a ticket printer on it</translation>
    </message>
    <message>
        <source>aan zo&apos;n poort zit ook wel eens een nummerautomaat</source>
        <translation>such a port sometimes has a ticket dispenser on it</translation>
    </message>
    <message>
        <source>aan zo&apos;n poort zit ook wel eens een scanner</source>
        <translation>such a port sometimes has a scanner on it</translation>
    </message>
    <message>
        <source>dit is een printer met een eigen USB-kabel</source>
        <translation>this is a printer with a USB cable of its own</translation>
    </message>
    <message>
        <source>dit is vaak een bonprinter</source>
        <translation>this is often a ticket printer</translation>
    </message>
    <message>
        <source>Epson maakt bonprinters</source>
        <translation>Epson makes ticket printers</translation>
    </message>
    <message>
        <source>Epson maakt klantdisplays</source>
        <translation>Epson makes customer displays</translation>
    </message>
    <message>
        <source>Star maakt bonprinters</source>
        <translation>Star makes ticket printers</translation>
    </message>
    <message>
        <source>Hand Held Products maakt scanners</source>
        <translation>Hand Held Products makes scanners</translation>
    </message>
    <message>
        <source>Datalogic maakt scanners</source>
        <translation>Datalogic makes scanners</translation>
    </message>
    <message>
        <source>Opticon maakt scanners</source>
        <translation>Opticon makes scanners</translation>
    </message>
    <message>
        <source>Honeywell maakt scanners</source>
        <translation>Honeywell makes scanners</translation>
    </message>
    <message>
        <source>Custom maakt bonprinters</source>
        <translation>Custom makes ticket printers</translation>
    </message>
    <message>
        <source>deze CH340 zit vaak op een USB-relais</source>
        <translation>this CH340 is often on a USB relay</translation>
    </message>
    <message>
        <source>deze CH340 zit vaak in een nummerautomaat</source>
        <translation>this CH340 is often in a ticket dispenser</translation>
    </message>
    <message>
        <source>een Arduino is vaak een nummerautomaat</source>
        <translation>an Arduino is often a ticket dispenser</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Bonprinter</source>
        <translation>Ticket printer</translation>
    </message>
    <message>
        <source>Display of lamp</source>
        <translation>Display or light</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Nummerautomaat</source>
        <translation>Ticket dispenser</translation>
    </message>
    <message>
        <source>Print nummers en kassabonnen.</source>
        <translation>Prints numbers and receipts.</translation>
    </message>
    <message>
        <source>Toont boven een balie wie er aan de beurt is.</source>
        <translation>Shows above a counter whose turn it is.</translation>
    </message>
    <message>
        <source>Bezoekers nemen hier een nummer met een knop.</source>
        <translation>Visitors press a button here to take a number.</translation>
    </message>
    <message>
        <source>Leest de code van een afspraak.</source>
        <translation>Reads the code of an appointment.</translation>
    </message>
    <message>
        <source>Balie %1</source>
        <translation>Counter %1</translation>
    </message>
</context>
<context>
    <name>DevicesButton</name>
    <message>
        <source>Apparaten</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Apparaten: %1 met een melding</source>
        <translation>Devices: %1 with a message</translation>
    </message>
    <message>
        <source>Apparaten in orde</source>
        <translation>Devices in order</translation>
    </message>
</context>
<context>
    <name>DevicesCard</name>
    <message>
        <source>Lampje: buiten gebruik</source>
        <translation>Light: out of service</translation>
    </message>
    <message>
        <source>Lampje uit</source>
        <translation>Light off</translation>
    </message>
    <message>
        <source>De laatste bon</source>
        <translation>The last ticket</translation>
    </message>
    <message>
        <source>Papier op</source>
        <translation>Out of paper</translation>
    </message>
    <message>
        <source>Kabel los</source>
        <translation>Cable unplugged</translation>
    </message>
    <message>
        <source>Bonprinter</source>
        <translation>Ticket printer</translation>
    </message>
    <message>
        <source>%1 geprint</source>
        <translation>%1 printed</translation>
    </message>
    <message>
        <source>Nummerautomaat bij de deur</source>
        <translation>Number dispenser by the door</translation>
    </message>
    <message>
        <source>Displays boven de balies</source>
        <translation>Displays above the counters</translation>
    </message>
    <message>
        <source>Balie %1</source>
        <translation>Counter %1</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Apparaten</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Testcode voor de scanner</source>
        <translation>Test code for the scanner</translation>
    </message>
    <message>
        <source>Typt uw scanner in dit venster? Scan deze code: Balie zegt of het klopt.</source>
        <translation>Does your scanner type in this window? Scan this code: Balie tells whether it is right.</translation>
    </message>
    <message>
        <source>Apparaten aan deze computer</source>
        <translation>Devices on this computer</translation>
    </message>
    <message>
        <source>Geen station heeft hier apparaten.</source>
        <translation>No station has devices here.</translation>
    </message>
</context>
<context>
    <name>DevicesWindow</name>
    <message>
        <source>Balie · apparaten</source>
        <translation>Balie · devices</translation>
    </message>
    <message>
        <source>‘%1’ is opgeslagen. Balie neemt het apparaat binnen enkele tellen in gebruik.</source>
        <translation>‘%1’ has been saved. Balie starts to use the device within a few seconds.</translation>
    </message>
    <message>
        <source>Kan niet opslaan: %1.</source>
        <translation>Cannot save: %1.</translation>
    </message>
    <message>
        <source>‘%1’ is verwijderd.</source>
        <translation>‘%1’ has been removed.</translation>
    </message>
    <message>
        <source>‘%1’ is opgeslagen. Start nu de apparaten. Dan werkt het ook.</source>
        <translation>‘%1’ has been saved. Start the devices now. Then it works too.</translation>
    </message>
    <message>
        <source>De apparaten kunnen niet starten: %1.</source>
        <translation>The devices cannot start: %1.</translation>
    </message>
    <message>
        <source>De apparaten starten…</source>
        <translation>The devices are starting…</translation>
    </message>
    <message>
        <source>Station ‘%1’ op %2 gebruikt deze lijn nu. Stop daar ‘balie devices’. Dan gaat de proef vanzelf verder. U kunt ook opslaan zonder proef.</source>
        <translation>Station ‘%1’ on %2 is using this line now. Stop ‘balie devices’ there. The test then goes on by itself. You can also save without a test.</translation>
    </message>
</context>
<context>
    <name>DispenserPage</name>
    <message>
        <source>Soort contact: %1</source>
        <translation>Kind of contact: %1</translation>
    </message>
    <message>
        <source>Waarvoor is elke knop?</source>
        <translation>What is each button for?</translation>
    </message>
    <message>
        <source>Druk op een knop van de nummerautomaat: Balie kiest dan de regel van die knop.</source>
        <translation>Press a button of the dispenser: Balie then chooses the row of that button.</translation>
    </message>
    <message>
        <source>Knoppen</source>
        <translation>Buttons</translation>
    </message>
    <message>
        <source>Zoek een product of soort contact</source>
        <translation>Find a product or kind of contact</translation>
    </message>
    <message>
        <source>Waarvoor deze knop is</source>
        <translation>What this button is for</translation>
    </message>
    <message>
        <source>niet gebruikt</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>Knop %1</source>
        <translation>Button %1</translation>
    </message>
    <message>
        <source>De hal is nu niet bereikbaar.</source>
        <translation>The hall cannot be reached now.</translation>
    </message>
    <message>
        <source>Niet gebruikt</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>Knop %1 is ingedrukt.</source>
        <translation>Button %1 was pressed.</translation>
    </message>
</context>
<context>
    <name>DisplayPage</name>
    <message>
        <source>Balie van display %1</source>
        <translation>Counter of display %1</translation>
    </message>
    <message>
        <source>Adres van display %1</source>
        <translation>Address of display %1</translation>
    </message>
    <message>
        <source>Display %1 verwijderen</source>
        <translation>Remove display %1</translation>
    </message>
    <message>
        <source>Boven welke balie hangt het?</source>
        <translation>Above which counter does it hang?</translation>
    </message>
    <message>
        <source>Balie</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>Adres op de lijn</source>
        <translation>Address on the line</translation>
    </message>
    <message>
        <source>Nog een display op deze lijn</source>
        <translation>Another display on this line</translation>
    </message>
    <message>
        <source>Dit model heeft geen adres. Aan deze lijn kan maar één display.</source>
        <translation>This model has no address. There can be only one display on this line.</translation>
    </message>
    <message>
        <source>Een balie staat twee keer in de lijst.</source>
        <translation>A counter is in the list twice.</translation>
    </message>
    <message>
        <source>Hangen er meer aan deze lijn? Geef elk display zijn balie en zijn adres. Het adres staat in het display zelf.</source>
        <translation>Are there more on this line? Give each display its counter and its address. The address is set in the display itself.</translation>
    </message>
    <message>
        <source>Elk display heeft een eigen adres nodig.</source>
        <translation>Each display needs its own address.</translation>
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
    <name>Exchanges</name>
    <message>
        <source>Tijd</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Richting</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Leesbaar</source>
        <translation>Readable</translation>
    </message>
    <message>
        <source>→ naar apparaat</source>
        <translation>→ to device</translation>
    </message>
    <message>
        <source>← ontvangen</source>
        <translation>← received</translation>
    </message>
</context>
<context>
    <name>Face</name>
    <message>
        <source>Gegevens van het bezoek</source>
        <translation>Details of the visit</translation>
    </message>
    <message>
        <source>gesloten</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>pauze</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>vrij</source>
        <translation>free</translation>
    </message>
    <message>
        <source>Hierna: %1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>Geen verbinding met de hal. U ziet de stand van %1. Roepen kan straks weer.</source>
        <translation>No connection to the hall. You see the situation of %1. You can call again later.</translation>
    </message>
</context>
<context>
    <name>FinishPanel</name>
    <message>
        <source>Uitkomst</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>moet terugkomen</source>
        <translation>has to come back</translation>
    </message>
    <message>
        <source>Afgehandeld</source>
        <translation>Dealt with</translation>
    </message>
    <message>
        <source>Papieren niet compleet</source>
        <translation>Papers not complete</translation>
    </message>
    <message>
        <source>Collega niet aanwezig</source>
        <translation>Colleague not present</translation>
    </message>
    <message>
        <source>Verkeerde plek</source>
        <translation>Wrong place</translation>
    </message>
    <message>
        <source>Storing</source>
        <translation>Technical fault</translation>
    </message>
    <message>
        <source>Daarna print u wat er ontbreekt.</source>
        <translation>After that you print what is missing.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>wachten %1</source>
        <translation>waiting %1</translation>
    </message>
    <message>
        <source>volgende %1</source>
        <translation>next %1</translation>
    </message>
    <message>
        <source>niemand wacht op deze balie</source>
        <translation>nobody is waiting for this counter</translation>
    </message>
    <message>
        <source>notitie %1: %2</source>
        <translation>note %1: %2</translation>
    </message>
    <message>
        <source>geparkeerd %1</source>
        <translation>parked %1</translation>
    </message>
    <message>
        <source>in de maak %1</source>
        <translation>in preparation %1</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Elke regel hier is een regel op het papier</source>
        <translation>Each line here is one line on the paper</translation>
    </message>
    <message>
        <source>Naam van de gemeente</source>
        <translation>Name of the municipality</translation>
    </message>
    <message>
        <source>Soort contact</source>
        <translation>Kind of contact</translation>
    </message>
    <message>
        <source>Datum en tijd</source>
        <translation>Date and time</translation>
    </message>
    <message>
        <source>Verwachte wachttijd</source>
        <translation>Expected waiting time</translation>
    </message>
    <message>
        <source>Hoeveel mensen voor u</source>
        <translation>How many people before you</translation>
    </message>
    <message>
        <source>Waar u wacht</source>
        <translation>Where you wait</translation>
    </message>
    <message>
        <source>Wat u klaarhoudt</source>
        <translation>What to have ready</translation>
    </message>
    <message>
        <source>QR-code</source>
        <translation>QR code</translation>
    </message>
    <message>
        <source>De taal van de bezoeker, met de Nederlandse regel erbij</source>
        <translation>The visitor&apos;s language, with the Dutch line as well</translation>
    </message>
    <message>
        <source>Alleen de taal van de bezoeker</source>
        <translation>Only the visitor&apos;s language</translation>
    </message>
    <message>
        <source>Alleen Nederlands</source>
        <translation>Only Dutch</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Uw eigen tekst</source>
        <translation>Your own text</translation>
    </message>
    <message>
        <source>Op het nummer</source>
        <translation>On the ticket</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Onder de naam van de gemeente (%1)</source>
        <translation>Below the name of the municipality (%1)</translation>
    </message>
    <message>
        <source>Onderaan (%1)</source>
        <translation>At the bottom (%1)</translation>
    </message>
</context>
<context>
    <name>Given</name>
    <message>
        <source>Noem het nummer, of schrijf het op.</source>
        <translation>Say the number, or write it down.</translation>
    </message>
    <message>
        <source>De bon komt uit de printer.</source>
        <translation>The printer prints the ticket.</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Afspraak %1</source>
        <translation>Appointment %1</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Op voorgrond</source>
        <translation>On top</translation>
    </message>
    <message>
        <source>Dit venster blijft boven andere vensters (Ctrl+B)</source>
        <translation>This window stays above other windows (Ctrl+B)</translation>
    </message>
    <message>
        <source>Breed</source>
        <translation>Wide</translation>
    </message>
    <message>
        <source>Ook de wachtrij en het verloop tonen (Ctrl+L)</source>
        <translation>Show the queue and the history too (Ctrl+L)</translation>
    </message>
    <message>
        <source>&amp;Pauze</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Hervatten</source>
        <translation>&amp;Resume</translation>
    </message>
    <message>
        <source>&amp;Sluiten</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>&amp;Iemand anders</source>
        <translation>Someone &amp;else</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Dagrapport printen (Ctrl+D)</source>
        <translation>Print day report (Ctrl+D)</translation>
    </message>
    <message>
        <source>Dagrapport printen</source>
        <translation>Print day report</translation>
    </message>
    <message>
        <source>verbonden</source>
        <translation>connected</translation>
    </message>
    <message>
        <source>verbinden…</source>
        <translation>connecting…</translation>
    </message>
    <message>
        <source>geen verbinding · stand van %1</source>
        <translation>no connection · as of %1</translation>
    </message>
</context>
<context>
    <name>Host</name>
    <message>
        <source>op verzoek van de ontvangst</source>
        <translation>at the request of reception</translation>
    </message>
    <message>
        <source>%1. %2 is vrij: daarheen roepen?</source>
        <translation>%1. %2 is free: call them there?</translation>
    </message>
    <message>
        <source>Naar %1 roepen</source>
        <translation>Call to %1</translation>
    </message>
    <message>
        <source>%1. %2 openen met %3?</source>
        <translation>%1. Open %2 with %3?</translation>
    </message>
    <message>
        <source>%1 openen</source>
        <translation>Open %1</translation>
    </message>
    <message>
        <source>%1 openen met %2?</source>
        <translation>Open %1 with %2?</translation>
    </message>
    <message>
        <source>Kan %1 (%2) ook iemand voor “%3” helpen?</source>
        <translation>Can %1 (%2) also help somebody for “%3”?</translation>
    </message>
    <message>
        <source>Laat de eerste vrije plek %1 roepen.</source>
        <translation>Let the first free place call %1.</translation>
    </message>
    <message>
        <source>%1 nu eerst roepen?</source>
        <translation>Call %1 first now?</translation>
    </message>
    <message>
        <source>%1 en er komt geen plek vrij.</source>
        <translation>%1 and no place is coming free.</translation>
    </message>
    <message>
        <source>Afspraak %1 (%2) is te laat: wacht %3</source>
        <translation>Appointment %1 (%2) is overdue: waiting %3</translation>
    </message>
    <message>
        <source>Afspraak %1 (%2) wacht %3</source>
        <translation>Appointment %1 (%2) has been waiting %3</translation>
    </message>
    <message>
        <source>Afspraak %1 (%2) komt in het nauw</source>
        <translation>Appointment %1 (%2) may be called late</translation>
    </message>
    <message>
        <source>Bon %1 is niet geprint. Noem het nummer aan de bezoeker, of print opnieuw.</source>
        <translation>Ticket %1 was not printed. Tell the visitor the number, or print again.</translation>
    </message>
    <message>
        <source>Opnieuw printen</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Ligt bon %1 in printer %2? Balie kreeg geen antwoord.</source>
        <translation>Is ticket %1 in printer %2? Balie got no answer.</translation>
    </message>
    <message>
        <source>Nee, opnieuw printen</source>
        <translation>No, print again</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Een strook is niet geprint. Kijk bij de printer en print opnieuw.</source>
        <translation>A slip was not printed. Look at the printer and print it again.</translation>
    </message>
    <message>
        <source>Kwam de strook uit printer %1?</source>
        <translation>Did the slip come out of printer %1?</translation>
    </message>
    <message>
        <source>Een kassabon is niet geprint. Kijk bij de printer en print opnieuw.</source>
        <translation>A receipt was not printed. Look at the printer and print it again.</translation>
    </message>
    <message>
        <source>Kwam de kassabon uit printer %1?</source>
        <translation>Did the receipt come out of printer %1?</translation>
    </message>
    <message>
        <source>Balie stuurde iets naar printer %1 en kreeg geen antwoord. Is het geprint?</source>
        <translation>Balie sent something to printer %1 and got no answer. Was it printed?</translation>
    </message>
    <message>
        <source>Er moet nog iets uit printer %1, maar die werkt niet.</source>
        <translation>Something still has to come out of printer %1, but that printer does not work.</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Printer %1 werkt niet. De bonnen komen nu uit printer %2.</source>
        <translation>Printer %1 does not work. Its tickets now come out of printer %2.</translation>
    </message>
    <message>
        <source>Bon %1 wacht op printer %2, maar die werkt niet. Hier printen?</source>
        <translation>Ticket %1 is waiting for printer %2, but that printer does not work. Print here?</translation>
    </message>
    <message>
        <source>Hier printen</source>
        <translation>Print here</translation>
    </message>
    <message>
        <source>bekijken</source>
        <translation>view</translation>
    </message>
    <message>
        <source>%1 · al ingecheckt</source>
        <translation>%1 · already checked in</translation>
    </message>
    <message>
        <source>inchecken</source>
        <translation>check in</translation>
    </message>
    <message>
        <source>alleen met afspraak</source>
        <translation>by appointment only</translation>
    </message>
    <message>
        <source>niet bij ons</source>
        <translation>not here</translation>
    </message>
    <message>
        <source>nummer geven</source>
        <translation>give a number</translation>
    </message>
    <message>
        <source>te laat · %1</source>
        <translation>overdue · %1</translation>
    </message>
    <message>
        <source>afspraak %1</source>
        <translation>appointment %1</translation>
    </message>
    <message>
        <source>was er niet, weer vanaf %1</source>
        <translation>was not there, again from %1</translation>
    </message>
    <message>
        <source>op tijd</source>
        <translation>on time</translation>
    </message>
    <message>
        <source>Afspraak</source>
        <translation>Appointment</translation>
    </message>
    <message>
        <source>niet gekomen</source>
        <translation>did not come</translation>
    </message>
    <message>
        <source>%1 over tijd</source>
        <translation>%1 late</translation>
    </message>
    <message>
        <source>nu</source>
        <translation>now</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>is er</source>
        <translation>is here</translation>
    </message>
    <message>
        <source>nog %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>geroepen</source>
        <translation>called</translation>
    </message>
    <message>
        <source>Komt terug</source>
        <translation>Comes back</translation>
    </message>
    <message>
        <source>om %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>In de maak</source>
        <translation>In preparation</translation>
    </message>
    <message>
        <source>Niet verschenen</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Even weg</source>
        <translation>Stepped away</translation>
    </message>
    <message>
        <source>sinds %1</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>ma di wo do vr za zo</source>
        <translation>Mon Tue Wed Thu Fri Sat Sun</translation>
    </message>
    <message>
        <source>jan feb mrt apr mei jun jul aug sep okt nov dec</source>
        <translation>Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>&lt; 1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 u %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>1 minuut</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>%1 minuten</source>
        <translation>%1 minutes</translation>
    </message>
    <message>
        <source>Dan komt naar verwachting 1 afspraak meer op tijd.</source>
        <translation>Then 1 more appointment is expected to be on time.</translation>
    </message>
    <message>
        <source>,</source>
        <comment>decimal point</comment>
        <translation>.</translation>
    </message>
    <message>
        <source>Dan komen naar verwachting %1 afspraken meer op tijd.</source>
        <translation>Then %1 more appointments are expected to be on time.</translation>
    </message>
    <message>
        <source>vrij</source>
        <translation>free</translation>
    </message>
    <message>
        <source>pauze</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>dicht</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>komt terug om %1</source>
        <translation>comes back at %1</translation>
    </message>
    <message>
        <source>wacht sinds %1</source>
        <translation>waiting since %1</translation>
    </message>
    <message>
        <source>geroepen naar %2</source>
        <translation>called to %2</translation>
    </message>
    <message>
        <source>aan %2</source>
        <translation>at %2</translation>
    </message>
    <message>
        <source>in de maak</source>
        <translation>in preparation</translation>
    </message>
    <message>
        <source>even weg</source>
        <translation>stepped away</translation>
    </message>
    <message>
        <source>niet verschenen</source>
        <translation>no-show</translation>
    </message>
    <message>
        <source>klaar</source>
        <translation>done</translation>
    </message>
    <message>
        <source>geen balie open</source>
        <translation>no counter open</translation>
    </message>
    <message>
        <source>zo aan de beurt</source>
        <translation>next soon</translation>
    </message>
    <message>
        <source>nog %1 min</source>
        <translation>%1 min left</translation>
    </message>
    <message>
        <source>niemand wacht</source>
        <translation>nobody is waiting</translation>
    </message>
    <message>
        <source>1 wacht</source>
        <translation>1 waiting</translation>
    </message>
    <message>
        <source>%1 wachten</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>langste %1</source>
        <translation>longest %1</translation>
    </message>
    <message>
        <source>afspraken op tijd %1 %</source>
        <translation>appointments on time %1 %</translation>
    </message>
    <message>
        <source>oproep</source>
        <translation>call</translation>
    </message>
    <message>
        <source>tweede oproep</source>
        <translation>second call</translation>
    </message>
    <message>
        <source>begin van het gesprek</source>
        <translation>start of the conversation</translation>
    </message>
    <message>
        <source>doorverwijzing</source>
        <translation>referral</translation>
    </message>
    <message>
        <source>extra vraag</source>
        <translation>extra request</translation>
    </message>
    <message>
        <source>met afspraak</source>
        <translation>by appointment</translation>
    </message>
    <message>
        <source>niet hier</source>
        <translation>not here</translation>
    </message>
    <message>
        <source>nu niet</source>
        <translation>not now</translation>
    </message>
    <message>
        <source>niet meer vandaag</source>
        <translation>no longer today</translation>
    </message>
    <message>
        <source>nu niemand</source>
        <translation>nobody now</translation>
    </message>
    <message>
        <source>%1 kan niet hier. %2</source>
        <translation>%1: not possible here. %2</translation>
    </message>
    <message>
        <source>%1 kan alleen met een afspraak.</source>
        <translation>%1: by appointment only.</translation>
    </message>
    <message>
        <source>De hal geeft nu geen nummers.</source>
        <translation>The hall gives no numbers now.</translation>
    </message>
    <message>
        <source>Dit lukt niet meer voor sluitingstijd. Maak een afspraak.</source>
        <translation>There is no time left for this before closing time. Make an appointment.</translation>
    </message>
    <message>
        <source>Wie dit kan, heeft nu pauze. Zeg dat erbij.</source>
        <translation>Whoever can do this has a break now. Please tell the visitor.</translation>
    </message>
    <message>
        <source>Nu is er niemand die dit kan doen. Maak een afspraak.</source>
        <translation>Nobody can do this at the moment. Make an appointment.</translation>
    </message>
    <message>
        <source>Nu is er niemand die dit kan doen. Zeg dat erbij.</source>
        <translation>Nobody can do this at the moment. Please tell the visitor.</translation>
    </message>
    <message>
        <source>De wachttijd is nu niet bekend.</source>
        <translation>The wait is not known now.</translation>
    </message>
    <message>
        <source>%1 kan nu niet.</source>
        <translation>%1: not possible now.</translation>
    </message>
    <message>
        <source>%1 kan nu niet. Weer %2 vanaf %3.</source>
        <translation>%1: not possible now. Again %2 from %3.</translation>
    </message>
    <message>
        <source>belofte</source>
        <translation>promise</translation>
    </message>
</context>
<context>
    <name>HostActions</name>
    <message>
        <source>%1 komt om %2 terug. De strook wordt geprint.</source>
        <translation>%1 comes back at %2. The slip is being printed.</translation>
    </message>
    <message>
        <source>De strook wordt geprint.</source>
        <translation>The slip is being printed.</translation>
    </message>
    <message>
        <source>Het dagrapport wordt geprint.</source>
        <translation>The day report is being printed.</translation>
    </message>
    <message>
        <source>Genoteerd: %1.</source>
        <translation>Noted: %1.</translation>
    </message>
    <message>
        <source>%1 is naar huis.</source>
        <translation>%1 has gone home.</translation>
    </message>
    <message>
        <source>%1 wacht weer.</source>
        <translation>%1 is waiting again.</translation>
    </message>
    <message>
        <source>%1 is gereed en wordt opnieuw geroepen.</source>
        <translation>%1 is ready and will be called again.</translation>
    </message>
    <message>
        <source>Bon %1 komt opnieuw.</source>
        <translation>Ticket %1 is being printed again.</translation>
    </message>
    <message>
        <source>%1 is open.</source>
        <translation>%1 is open.</translation>
    </message>
    <message>
        <source>%1 heeft pauze.</source>
        <translation>%1 is paused.</translation>
    </message>
    <message>
        <source>%1 is weer open.</source>
        <translation>%1 is open again.</translation>
    </message>
    <message>
        <source>%1 is dicht.</source>
        <translation>%1 is closed.</translation>
    </message>
    <message>
        <source>De laatste stap bij %1 is ongedaan gemaakt.</source>
        <translation>The last step at %1 was undone.</translation>
    </message>
</context>
<context>
    <name>HostWindow</name>
    <message>
        <source>Balie · ontvangst</source>
        <translation>Balie · reception</translation>
    </message>
    <message>
        <source>Zoek afspraak, nummer of product   F2</source>
        <translation>Find appointment, number or product   F2</translation>
    </message>
    <message>
        <source>Snel contact</source>
        <translation>Quick contact</translation>
    </message>
    <message>
        <source>Nummer</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Inchecken</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>Bevestiging van deze afspraak printen (Shift+F2)</source>
        <translation>Print a confirmation of this appointment (Shift+F2)</translation>
    </message>
    <message>
        <source>Bevestiging printen</source>
        <translation>Print confirmation</translation>
    </message>
    <message>
        <source>Afspraken</source>
        <translation>Appointments</translation>
    </message>
    <message>
        <source>Geen afspraken meer vandaag.</source>
        <translation>No more appointments today.</translation>
    </message>
    <message>
        <source>Wachten</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Er wacht niemand.</source>
        <translation>Nobody is waiting.</translation>
    </message>
    <message>
        <source>Balies</source>
        <translation>Counters</translation>
    </message>
    <message>
        <source>Kamer 00</source>
        <translation>Counter 00</translation>
    </message>
    <message>
        <source>Verbinden met de hal…</source>
        <translation>Connecting to the hall…</translation>
    </message>
    <message>
        <source>Het advies is weggelegd.</source>
        <translation>The advice was put aside.</translation>
    </message>
    <message>
        <source>Niemand komt in het nauw.</source>
        <translation>Nobody is at risk of a late call.</translation>
    </message>
    <message>
        <source>Geen verbinding met de hal. U ziet de laatste stand, tot het weer lukt.</source>
        <translation>No connection to the hall. You see the last known situation until it is back.</translation>
    </message>
    <message>
        <source>Het venster met apparaten staat al open.</source>
        <translation>The window with devices is open already.</translation>
    </message>
    <message>
        <source>Dit venster kan niet open: %1. Probeer het nog eens.</source>
        <translation>This window cannot open: %1. Please try again.</translation>
    </message>
    <message>
        <source>Nummer %1</source>
        <translation>Number %1</translation>
    </message>
    <message>
        <source>Deze code is niet gevonden. Zoek op tijd of nummer.</source>
        <translation>This code was not found. Search by time or number.</translation>
    </message>
    <message>
        <source>Nummer bekijken</source>
        <translation>View number</translation>
    </message>
    <message>
        <source>Gedaan.</source>
        <translation>Done.</translation>
    </message>
</context>
<context>
    <name>IntakePage</name>
    <message>
        <source>Nieuw nummer</source>
        <translation>New number</translation>
    </message>
    <message>
        <source>Rolstoel</source>
        <translation>Wheelchair</translation>
    </message>
    <message>
        <source>Nummer geven</source>
        <translation>Give number</translation>
    </message>
    <message>
        <source>Later vandaag</source>
        <translation>Later today</translation>
    </message>
    <message>
        <source>Wat ontbreekt</source>
        <translation>What is missing</translation>
    </message>
    <message>
        <source>Aantal personen</source>
        <translation>Number of people</translation>
    </message>
    <message>
        <source>Taal</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>persoon</source>
        <translation>person</translation>
    </message>
    <message>
        <source>personen</source>
        <translation>people</translation>
    </message>
    <message>
        <source>Heeft de bezoeker dit bij zich?</source>
        <translation>Does the visitor have these with them?</translation>
    </message>
    <message>
        <source>Verwijzing</source>
        <translation>Referral</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Balie openen</source>
        <translation>Open counter</translation>
    </message>
    <message>
        <source>&amp;Hervatten</source>
        <translation>&amp;Resume</translation>
    </message>
    <message>
        <source>Volgende</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Opnieuw</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Niet verschenen</source>
        <translation>No-show</translation>
    </message>
    <message>
        <source>Doorverwijzen</source>
        <translation>Refer</translation>
    </message>
    <message>
        <source>&amp;Meer…</source>
        <translation>&amp;More…</translation>
    </message>
    <message>
        <source>Ongedaan maken</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Klaar met een andere uitkomst</source>
        <translation>Done with another outcome</translation>
    </message>
    <message>
        <source>&amp;Even parkeren…</source>
        <translation>&amp;Park for a moment…</translation>
    </message>
    <message>
        <source>Verder &amp;gaan met geparkeerde bezoeker…</source>
        <translation>&amp;Go on with a parked visitor…</translation>
    </message>
    <message>
        <source>In de &amp;maak</source>
        <translation>&amp;In preparation</translation>
    </message>
    <message>
        <source>&amp;Gereed: opnieuw laten roepen…</source>
        <translation>&amp;Ready: have them called again…</translation>
    </message>
    <message>
        <source>&amp;Tweede vraag erbij…</source>
        <translation>Add a &amp;second request…</translation>
    </message>
    <message>
        <source>Een bepaald nummer &amp;kiezen…</source>
        <translation>&amp;Choose a particular number…</translation>
    </message>
    <message>
        <source>&amp;Papieren: ingenomen of ontbreekt…</source>
        <translation>P&amp;apers: taken in or missing…</translation>
    </message>
    <message>
        <source>Ver&amp;wijsstrook printen…</source>
        <translation>Print re&amp;ferral slip…</translation>
    </message>
    <message>
        <source>&amp;Betalen…</source>
        <translation>Pa&amp;y…</translation>
    </message>
    <message>
        <source>B&amp;onnen: kopie, terug, innen…</source>
        <translation>Receip&amp;ts: copy, refund, collect…</translation>
    </message>
    <message>
        <source>Ka&amp;s van vandaag…</source>
        <translation>Today&apos;s ti&amp;ll…</translation>
    </message>
    <message>
        <source>Bij klaar de &amp;uitkomst vragen</source>
        <translation>Ask for the &amp;outcome when done</translation>
    </message>
    <message>
        <source>Andere uitkomst (Shift+F11)</source>
        <translation>Another outcome (Shift+F11)</translation>
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
        <translation>As in Haarlem: four stand-up counters, three private counters, two rooms and a group room.</translation>
    </message>
    <message>
        <source>Wat voor apparaat is het?</source>
        <translation>What kind of device is it?</translation>
    </message>
    <message>
        <source>Waarschijnlijk: %1, want %2.</source>
        <translation>Probably: %1, because %2.</translation>
    </message>
    <message>
        <source>Misschien: %1, want %2.</source>
        <translation>Perhaps: %1, because %2.</translation>
    </message>
    <message>
        <source>Kies welk apparaat aan de kabel zit.</source>
        <translation>Choose which device is on the cable.</translation>
    </message>
</context>
<context>
    <name>LaterPage</name>
    <message>
        <source>Later vandaag</source>
        <translation>Later today</translation>
    </message>
    <message>
        <source>Hoe laat komt de bezoeker terug?</source>
        <translation>What time does the visitor come back?</translation>
    </message>
    <message>
        <source>Strook printen</source>
        <translation>Print slip</translation>
    </message>
    <message>
        <source>De bezoeker houdt de plek en wordt vóór %1 niet geroepen.</source>
        <translation>The visitor keeps their place and is not called before %1.</translation>
    </message>
    <message>
        <source>Kies een tijd die nog komt.</source>
        <translation>Choose a time that is still to come.</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Dit bestand kan Balie niet lezen. Controleer of het er nog is, en of u het mag openen.</source>
        <translation>Balie cannot read this file. Check that it is still there, and that you may open it.</translation>
    </message>
    <message>
        <source>In dit bestand staat geen afbeelding die Balie kent. Kies een PNG, JPG of SVG.</source>
        <translation>This file holds no picture that Balie knows. Choose a PNG, JPG or SVG.</translation>
    </message>
    <message>
        <source>Deze afbeelding blijft te groot voor een bon. Kies een eenvoudiger logo.</source>
        <translation>This picture is still too large for a ticket. Choose a simpler logo.</translation>
    </message>
    <message>
        <source>Deze afbeelding is omgezet: kleiner, en in grijs.</source>
        <translation>This picture was converted: smaller, and in grey.</translation>
    </message>
</context>
<context>
    <name>LayoutWindow</name>
    <message>
        <source>Papier</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Mijn versie houden</source>
        <translation>Keep my version</translation>
    </message>
    <message>
        <source>Die versie laten zien</source>
        <translation>Show that version</translation>
    </message>
    <message>
        <source>Proef printen</source>
        <translation>Print a test</translation>
    </message>
    <message>
        <source>Logo opslaan in de printer</source>
        <translation>Save the logo in the printer</translation>
    </message>
    <message>
        <source>Opslaan ongedaan maken</source>
        <translation>Undo save</translation>
    </message>
    <message>
        <source>Niet opslaan</source>
        <translation>Do not save</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>%1 heeft het papier veranderd. U ziet nu die versie.</source>
        <translation>%1 has changed the paper. You now see that version.</translation>
    </message>
    <message>
        <source>%1 heeft intussen ook het papier veranderd. Welke versie blijft?</source>
        <translation>Meanwhile %1 has changed the paper too. Which version stays?</translation>
    </message>
    <message>
        <source>Papier van %1</source>
        <translation>Paper of %1</translation>
    </message>
    <message>
        <source>Er klopt nog iets niet. Kijk bij het veld met de rode tekst.</source>
        <translation>Something is not right yet. Look at the field with the red text.</translation>
    </message>
    <message>
        <source>Ongedaan gemaakt. Versie %1 geldt weer.</source>
        <translation>Undone. Version %1 is in use again.</translation>
    </message>
    <message>
        <source>Opgeslagen als versie %1. Elk nieuw nummer ziet er nu zo uit.</source>
        <translation>Saved as version %1. Every new ticket looks like this now.</translation>
    </message>
    <message>
        <source>De proef gaat naar de printer…</source>
        <translation>The test is on its way to the printer…</translation>
    </message>
    <message>
        <source>De proef is geprint.</source>
        <translation>The test has been printed.</translation>
    </message>
    <message>
        <source>U hebt nog niet opgeslagen. Sluit het venster nog eens als u niet wilt opslaan.</source>
        <translation>You have not saved yet. Close the window once more if you do not want to save.</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Apparaat toevoegen</source>
        <translation>Add device</translation>
    </message>
    <message>
        <source>Apparaten starten</source>
        <translation>Start devices</translation>
    </message>
    <message>
        <source>Apparaten aan deze computer</source>
        <translation>Devices on this computer</translation>
    </message>
    <message>
        <source>De hal is nu niet bereikbaar.</source>
        <translation>The hall cannot be reached now.</translation>
    </message>
    <message>
        <source>Bestand: %1</source>
        <translation>File: %1</translation>
    </message>
    <message>
        <source>In station.toml klopt iets niet. Balie laat het bestand zoals het is.</source>
        <translation>Something is not right in station.toml. Balie leaves the file as it is.</translation>
    </message>
    <message>
        <source>Balie gebruikt deze apparaten nu niet.</source>
        <translation>Balie is not using these devices now.</translation>
    </message>
    <message>
        <source>Balie gebruikt deze apparaten. Een wijziging geldt meteen.</source>
        <translation>Balie is using these devices. A change takes effect at once.</translation>
    </message>
    <message>
        <source>Balie gebruikt nog de vorige versie van het bestand.</source>
        <translation>Balie is still using the previous version of the file.</translation>
    </message>
    <message>
        <source>Sluit een printer, display, nummerautomaat of scanner aan en voeg het apparaat toe.</source>
        <translation>Connect a printer, display, ticket dispenser or scanner, and add the device.</translation>
    </message>
    <message>
        <source>Lijn %1</source>
        <translation>Line %1</translation>
    </message>
    <message>
        <source>Er hangt nog niets aan deze computer.</source>
        <translation>Nothing is connected to this computer yet.</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>Logo kiezen</source>
        <translation>Choose logo</translation>
    </message>
    <message>
        <source>Verwijderen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Logo verwijderen</source>
        <translation>Remove logo</translation>
    </message>
    <message>
        <source> mm breed</source>
        <translation> mm wide</translation>
    </message>
    <message>
        <source>Breedte van het logo in millimeter</source>
        <translation>Width of the logo in millimetres</translation>
    </message>
    <message>
        <source>Aan het begin van de regel</source>
        <translation>At the start of the line</translation>
    </message>
    <message>
        <source>In het midden</source>
        <translation>In the middle</translation>
    </message>
    <message>
        <source>Plaats van het logo</source>
        <translation>Place of the logo</translation>
    </message>
    <message>
        <source>Afbeeldingen (%1)</source>
        <translation>Pictures (%1)</translation>
    </message>
    <message>
        <source>PNG, %1 kB</source>
        <translation>PNG, %1 kB</translation>
    </message>
    <message>
        <source>Geen logo</source>
        <translation>No logo</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>Sluit melding</source>
        <translation>Close message</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Modellen</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Snelheid van de lijn</source>
        <translation>Speed of the line</translation>
    </message>
    <message>
        <source>Gewone snelheid van dit model</source>
        <translation>Usual speed of this model</translation>
    </message>
    <message>
        <source>Welk model is de %1?</source>
        <translation>Which model is the %1?</translation>
    </message>
    <message>
        <source>Welk model %1 is het?</source>
        <translation>Which model of %1 is it?</translation>
    </message>
    <message>
        <source>Staat uw model er niet bij? Kies wat erop lijkt en probeer het.</source>
        <translation>Is your model not in the list? Choose one like it and try it.</translation>
    </message>
    <message>
        <source>%1  ·  voorgesteld</source>
        <translation>%1  ·  suggested</translation>
    </message>
</context>
<context>
    <name>MonitorPage</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Pauze</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Kopiëren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Opslaan…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>De laatste 500 berichten. Gegevens van personen zijn onleesbaar gemaakt.</source>
        <translation>The last 500 messages. Personal data has been made unreadable.</translation>
    </message>
    <message>
        <source>Meekijken met ‘%1’</source>
        <translation>Watching ‘%1’</translation>
    </message>
    <message>
        <source>Balie leest wat er over de lijn ging…</source>
        <translation>Balie is reading what went over the line…</translation>
    </message>
    <message>
        <source>Over deze lijn ging nog niets. Balie ziet hier alles zodra de apparaten draaien.</source>
        <translation>Nothing has gone over this line yet. Everything appears here as soon as the devices are running.</translation>
    </message>
    <message>
        <source>%1 regels gekopieerd.</source>
        <translation>Lines copied: %1.</translation>
    </message>
    <message>
        <source>Opslaan als bestand</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>Kan niet opslaan: %1.</source>
        <translation>Cannot save: %1.</translation>
    </message>
    <message>
        <source>Opgeslagen in %1.</source>
        <translation>Saved in %1.</translation>
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
    <message>
        <source>Hoe heet het apparaat?</source>
        <translation>What is the device called?</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>De hal kent de printer onder deze naam. De ontvangst ziet de naam als er iets mis is.</source>
        <translation>The hall knows the printer by this name. The reception sees the name when something is wrong.</translation>
    </message>
    <message>
        <source>De ontvangst ziet deze naam als er iets mis is.</source>
        <translation>The reception sees this name when something is wrong.</translation>
    </message>
    <message>
        <source>‘%1’ is er al. Kies een andere naam.</source>
        <translation>‘%1’ exists already. Choose another name.</translation>
    </message>
    <message>
        <source>Zoals: bonprinter bij de ingang.</source>
        <translation>For example: ticket printer by the entrance.</translation>
    </message>
</context>
<context>
    <name>OpenTillPanel</name>
    <message>
        <source>Beginbedrag in de kas</source>
        <translation>Float in the till</translation>
    </message>
    <message>
        <source>bijvoorbeeld 150,00</source>
        <translation>for example 150,00</translation>
    </message>
    <message>
        <source>Dit wordt kasdag %1. Tel het wisselgeld en vul het bedrag in.</source>
        <translation>This will be till day %1. Count the change and fill in the amount.</translation>
    </message>
    <message>
        <source>Vul het beginbedrag in, zoals 150,00.</source>
        <translation>Fill in the float, such as 150,00.</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Hoe is het gesprek geëindigd?</source>
        <translation>How did the conversation end?</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Even parkeren</source>
        <translation>Park for a moment</translation>
    </message>
    <message>
        <source>Parkeren</source>
        <translation>Park</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tweede vraag erbij</source>
        <translation>Add a second request</translation>
    </message>
    <message>
        <source>Toevoegen</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Een bepaald nummer roepen</source>
        <translation>Call a particular number</translation>
    </message>
    <message>
        <source>Roepen</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Wat is gereed?</source>
        <translation>What is ready?</translation>
    </message>
    <message>
        <source>Met wie gaat u verder?</source>
        <translation>Who do you go on with?</translation>
    </message>
    <message>
        <source>Gereed</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Verder gaan</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>nu nergens anders open</source>
        <translation>nowhere else open now</translation>
    </message>
    <message>
        <source>Doorverwijzen</source>
        <translation>Refer</translation>
    </message>
    <message>
        <source>Sluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Betalen</source>
        <translation>Pay</translation>
    </message>
    <message>
        <source>Bon maken</source>
        <translation>Make receipt</translation>
    </message>
    <message>
        <source>Bon %1 is gemaakt.</source>
        <translation>Receipt %1 has been made.</translation>
    </message>
    <message>
        <source>Bon %1 is gemaakt, niet geprint.</source>
        <translation>Receipt %1 has been made, not printed.</translation>
    </message>
    <message>
        <source> Wisselgeld: %1.</source>
        <translation> Change: %1.</translation>
    </message>
    <message>
        <source>Bonnen</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Uitvoeren</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>Kas openen</source>
        <translation>Open the till</translation>
    </message>
    <message>
        <source>Openen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Kas van vandaag</source>
        <translation>Today&apos;s till</translation>
    </message>
    <message>
        <source>Afsluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>De kas is open.</source>
        <translation>The till is open.</translation>
    </message>
    <message>
        <source>Kasdag %1 is afgesloten. Verschil: %2.</source>
        <translation>Till day %1 has been closed. Difference: %2.</translation>
    </message>
    <message>
        <source>uiterlijk %1 om %2</source>
        <translation>by %1, %2</translation>
    </message>
    <message>
        <source>afspreken</source>
        <translation>promise</translation>
    </message>
    <message>
        <source>%1 neemt contact op</source>
        <translation>%1 will get in touch</translation>
    </message>
    <message>
        <source>Papieren van %1</source>
        <translation>Papers of %1</translation>
    </message>
    <message>
        <source>Strook printen</source>
        <translation>Print slip</translation>
    </message>
    <message>
        <source>Verwijsstrook</source>
        <translation>Referral slip</translation>
    </message>
</context>
<context>
    <name>PaperChoice</name>
    <message>
        <source>Het nummer komt uit</source>
        <translation>The number comes out of</translation>
    </message>
    <message>
        <source>Na het scannen</source>
        <translation>After scanning</translation>
    </message>
    <message>
        <source>geen papier</source>
        <translation>no paper</translation>
    </message>
    <message>
        <source>de nummerautomaat zelf</source>
        <translation>the dispenser itself</translation>
    </message>
    <message>
        <source>printer ‘%1’</source>
        <translation>printer ‘%1’</translation>
    </message>
    <message>
        <source>een rol waar de nummers al op staan</source>
        <translation>a roll with numbers on it already</translation>
    </message>
</context>
<context>
    <name>PapersPanel</name>
    <message>
        <source>Ingenomen</source>
        <translation>Handed in</translation>
    </message>
    <message>
        <source>Ontbreekt</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Papieren van de checklist</source>
        <translation>Papers on the checklist</translation>
    </message>
    <message>
        <source>bijvoorbeeld: huurcontract</source>
        <translation>for example: rental contract</translation>
    </message>
    <message>
        <source>Ander document (mag leeg)</source>
        <translation>Other document (may stay empty)</translation>
    </message>
    <message>
        <source>Opmerking op de strook (mag leeg)</source>
        <translation>Remark on the slip (may stay empty)</translation>
    </message>
    <message>
        <source>geen naam, geen nummer</source>
        <translation>no name, no number</translation>
    </message>
    <message>
        <source>ingenomen</source>
        <translation>handed in</translation>
    </message>
    <message>
        <source>ontbreekt</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>Kies met pijltjes en spatie.</source>
        <translation>Choose with the arrow keys and the space bar.</translation>
    </message>
    <message>
        <source>Kies eerst welke papieren op de strook komen.</source>
        <translation>First choose which papers go on the slip.</translation>
    </message>
</context>
<context>
    <name>ParkPanel</name>
    <message>
        <source>Waarop wacht de bezoeker? (mag leeg)</source>
        <translation>What is the visitor waiting for? (may stay empty)</translation>
    </message>
    <message>
        <source>bijvoorbeeld: pasfoto maken</source>
        <translation>for example: having a photo taken</translation>
    </message>
    <message>
        <source>%1 houdt de plek in de rij. Uw balie is dan vrij. Met Ctrl+H gaat u samen verder.</source>
        <translation>%1 keeps their place in the queue. Your counter will then be free. Press Ctrl+H to go on together.</translation>
    </message>
</context>
<context>
    <name>PayPanel</name>
    <message>
        <source>Zoek een tarief</source>
        <translation>Find a fee</translation>
    </message>
    <message>
        <source>Tarieven</source>
        <translation>Fees</translation>
    </message>
    <message>
        <source>Reden van vrijstelling</source>
        <translation>Reason for exemption</translation>
    </message>
    <message>
        <source>waarom hoeft dit niet betaald?</source>
        <translation>why need this not be paid?</translation>
    </message>
    <message>
        <source>Bedrag met de pas</source>
        <translation>Amount by card</translation>
    </message>
    <message>
        <source>bijvoorbeeld 50,00</source>
        <translation>for example 50,00</translation>
    </message>
    <message>
        <source>Code van de pinbon</source>
        <translation>Code on the card slip</translation>
    </message>
    <message>
        <source>staat op de bon van het pinapparaat</source>
        <translation>printed on the slip of the card terminal</translation>
    </message>
    <message>
        <source>Contant gekregen</source>
        <translation>Cash received</translation>
    </message>
    <message>
        <source>leeg is: gepast</source>
        <translation>empty means: exact</translation>
    </message>
    <message>
        <source>Minder</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Vrij</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Pas</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>Contant</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Deels</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>vrijgesteld</source>
        <translation>exempt</translation>
    </message>
    <message>
        <source>Totaal %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>Er zijn nog geen tarieven van %1. Vraag de beheerder de tabel in te lezen.</source>
        <translation>There are no fees for %1 yet. Ask the administrator to import the table.</translation>
    </message>
    <message>
        <source>Dit bedrag past niet bij het totaal.</source>
        <translation>This amount does not fit the total.</translation>
    </message>
    <message>
        <source>De kas is nog niet open. Open de kas met Ctrl+F6.</source>
        <translation>The till is not open yet. Open it with Ctrl+F6.</translation>
    </message>
    <message>
        <source>Wisselgeld: %1</source>
        <translation>Change: %1</translation>
    </message>
    <message>
        <source>Kies eerst wat er betaald wordt, met + of Enter.</source>
        <translation>First choose what is paid for, with + or Enter.</translation>
    </message>
    <message>
        <source>Geef de reden: vrijstelling of kosteloos.</source>
        <translation>Give the reason: exempt or free of charge.</translation>
    </message>
    <message>
        <source>Vul de code van de pinbon in.</source>
        <translation>Fill in the code on the card slip.</translation>
    </message>
</context>
<context>
    <name>PortPage</name>
    <message>
        <source>Op welke poort zit het apparaat?</source>
        <translation>Which port is the device on?</translation>
    </message>
    <message>
        <source>Steek de kabel in deze computer. De poort komt dan vanzelf in de lijst, als nieuw.</source>
        <translation>Plug the cable into this computer. The port then appears in the list by itself, as new.</translation>
    </message>
    <message>
        <source>Poorten van deze computer</source>
        <translation>Ports of this computer</translation>
    </message>
    <message>
        <source>Of typ een andere poort</source>
        <translation>Or type another port</translation>
    </message>
    <message>
        <source>zoals socket://10.0.0.7:4001, rfc2217://10.0.0.7:4001 of /dev/ttyS0</source>
        <translation>such as socket://10.0.0.7:4001, rfc2217://10.0.0.7:4001 or /dev/ttyS0</translation>
    </message>
    <message>
        <source>Balie kijkt welke poorten er zijn…</source>
        <translation>Balie is looking which ports there are…</translation>
    </message>
    <message>
        <source>Hier zit ‘%1’ al op.</source>
        <translation>‘%1’ is on this port already.</translation>
    </message>
    <message>
        <source>Zo kan het wel: %1</source>
        <translation>This is possible: %1</translation>
    </message>
    <message>
        <source>Er is nog geen poort gevonden. Steek de kabel in deze computer.</source>
        <translation>No port has been found yet. Plug the cable into this computer.</translation>
    </message>
    <message>
        <source>Seriële poort</source>
        <translation>Serial port</translation>
    </message>
    <message>
        <source>hier zit ‘%1’ al op</source>
        <translation>‘%1’ is here already</translation>
    </message>
    <message>
        <source>nieuw</source>
        <translation>new</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Nummer</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Kassabon</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Welk papier</source>
        <translation>Which paper</translation>
    </message>
    <message>
        <source>Taal van de bezoeker</source>
        <translation>Language of the visitor</translation>
    </message>
    <message>
        <source>Zoals ontworpen</source>
        <translation>As designed</translation>
    </message>
    <message>
        <source>Welke printer</source>
        <translation>Which printer</translation>
    </message>
    <message>
        <source>Voorbeeld van het papier</source>
        <translation>Preview of the paper</translation>
    </message>
    <message>
        <source>Voorbeeld</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Kies een printer om te zien hoe die het print.</source>
        <translation>Choose a printer to see how it will print this.</translation>
    </message>
    <message>
        <source>%1 bytes. Op een trage lijn (9600 baud) duurt dat %2 seconden.</source>
        <translation>%1 bytes. On a slow line (9600 baud) that takes %2 seconds.</translation>
    </message>
</context>
<context>
    <name>ProductPicker</name>
    <message>
        <source>Paspoort, verhuizen, ID…</source>
        <translation>Passport, moving house, ID…</translation>
    </message>
    <message>
        <source>Waarvoor komt de bezoeker?</source>
        <translation>What is the visitor here for?</translation>
    </message>
    <message>
        <source>Niets gevonden. Probeer een ander woord.</source>
        <translation>Nothing found. Try another word.</translation>
    </message>
    <message>
        <source>Producten</source>
        <translation>Products</translation>
    </message>
    <message>
        <source>Nog iets? Typ het hier.</source>
        <translation>Anything else? Type it here.</translation>
    </message>
    <message>
        <source>%1 verwijderen</source>
        <translation>Remove %1</translation>
    </message>
</context>
<context>
    <name>QuickPage</name>
    <message>
        <source>Snel contact</source>
        <translation>Quick contact</translation>
    </message>
    <message>
        <source>De weg wijzen</source>
        <translation>Directions</translation>
    </message>
    <message>
        <source>Openingstijden</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Afspraak maken of wijzigen</source>
        <translation>Make or change an appointment</translation>
    </message>
    <message>
        <source>Formulier of folder</source>
        <translation>Form or leaflet</translation>
    </message>
    <message>
        <source>Stand van een aanvraag</source>
        <translation>Progress of an application</translation>
    </message>
    <message>
        <source>Hulp bij de website of DigiD</source>
        <translation>Help with the website or DigiD</translation>
    </message>
    <message>
        <source>Verwezen naar een ander loket</source>
        <translation>Sent to another desk</translation>
    </message>
    <message>
        <source>Melding of klacht</source>
        <translation>Report or complaint</translation>
    </message>
    <message>
        <source>Iets anders</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>Waarover ging de vraag? Druk op het cijfer: klaar.</source>
        <translation>What was the question about? Press the digit: done.</translation>
    </message>
    <message>
        <source>Vandaag %1 keer snel geholpen.</source>
        <translation>Quick help given today: %1.</translation>
    </message>
</context>
<context>
    <name>ReceiptsPanel</name>
    <message>
        <source>Zoek op bonnummer of volgnummer</source>
        <translation>Find by receipt or ticket number</translation>
    </message>
    <message>
        <source>Bonnen</source>
        <translation>Receipts</translation>
    </message>
    <message>
        <source>Kopie</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Terug</source>
        <translation>Refund</translation>
    </message>
    <message>
        <source>Innen</source>
        <translation>Collect</translation>
    </message>
    <message>
        <source>Reden, voor bon en logboek</source>
        <translation>Reason, for receipt and journal</translation>
    </message>
    <message>
        <source>waarom geld terug?</source>
        <translation>why money back?</translation>
    </message>
    <message>
        <source>Met pas</source>
        <translation>By card</translation>
    </message>
    <message>
        <source>Contant</source>
        <translation>Cash</translation>
    </message>
    <message>
        <source>Code van de pinbon</source>
        <translation>Code on the card slip</translation>
    </message>
    <message>
        <source>staat op de bon van het pinapparaat</source>
        <translation>printed on the slip of the card terminal</translation>
    </message>
    <message>
        <source>Minder</source>
        <translation>Fewer</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>terugbetaling</source>
        <translation>refund</translation>
    </message>
    <message>
        <source>correctie</source>
        <translation>correction</translation>
    </message>
    <message>
        <source>nog %1</source>
        <translation>%1 open</translation>
    </message>
    <message>
        <source>%1 van %2 × %3</source>
        <translation>%1 of %2 × %3</translation>
    </message>
    <message>
        <source>Er zijn nog geen bonnen.</source>
        <translation>There are no receipts yet.</translation>
    </message>
    <message>
        <source>Print de bon nog eens op A4, met KOPIE erop.</source>
        <translation>Print the receipt again on A4, marked KOPIE.</translation>
    </message>
    <message>
        <source>Print de bon nog eens, met KOPIE erop.</source>
        <translation>Print the receipt again, marked KOPIE.</translation>
    </message>
    <message>
        <source>Terug van bon %1: %2. Klopt er iets niet op de bon? Dan maakt de beheerder een correctie.</source>
        <translation>Paid back on receipt %1: %2. Is something on the receipt wrong? Then the manager makes a correction.</translation>
    </message>
    <message>
        <source>Nog te betalen: %1</source>
        <translation>Still to be paid: %1</translation>
    </message>
    <message>
        <source>Op deze bon staat niets meer open.</source>
        <translation>Nothing is open on this receipt.</translation>
    </message>
    <message>
        <source>Van deze bon is niets meer over om terug te geven.</source>
        <translation>Nothing is left of this receipt to refund.</translation>
    </message>
    <message>
        <source>Kies eerst wat er terug gaat, met Meer.</source>
        <translation>First choose what goes back, with More.</translation>
    </message>
    <message>
        <source>Geef eerst een reden.</source>
        <translation>Give a reason first.</translation>
    </message>
</context>
<context>
    <name>ReferPanel</name>
    <message>
        <source>Product, of typ waarheen</source>
        <translation>Product, or type where to</translation>
    </message>
    <message>
        <source>Waarheen</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>Opmerking op de strook (mag leeg)</source>
        <translation>Remark on the slip (may stay empty)</translation>
    </message>
    <message>
        <source>bijvoorbeeld: neem de brief mee</source>
        <translation>for example: bring the letter</translation>
    </message>
    <message>
        <source>komt zo op de strook</source>
        <translation>goes on the slip as typed</translation>
    </message>
    <message>
        <source>Typ waar de bezoeker terecht kan.</source>
        <translation>Type where the visitor can go.</translation>
    </message>
</context>
<context>
    <name>SameDayWindow</name>
    <message>
        <source>Balie: dezelfde dag, twee keer</source>
        <translation>Balie: the same day, twice</translation>
    </message>
    <message>
        <source>%1 bezoekers op één dag in een wijkkantoor in Warschau. Links: elke afdeling met eigen balies en een eigen rij, zoals het was. Rechts: dezelfde bezoekers en evenveel open balies, verdeeld naar soort contact.</source>
        <translation>%1 visitors on one day in a district office in Warsaw. Left: each department with its own counters and its own queue, as it was. Right: the same visitors and as many open counters, shared by kind of contact.</translation>
    </message>
    <message>
        <source>Dezelfde dag, twee keer</source>
        <translation>The same day, twice</translation>
    </message>
    <message>
        <source>Wie er wacht, per rij</source>
        <translation>Who waits, by queue</translation>
    </message>
    <message>
        <source>Wat medewerkers kunnen</source>
        <translation>What clerks can do</translation>
    </message>
    <message>
        <source>Per afdeling</source>
        <translation>By department</translation>
    </message>
    <message>
        <source>Naar soort contact</source>
        <translation>By kind of contact</translation>
    </message>
    <message>
        <source>zoals het op die dag ging</source>
        <translation>as it went that day</translation>
    </message>
    <message>
        <source>Speel de dag af</source>
        <translation>Play the day</translation>
    </message>
    <message>
        <source>Het moment van de dag</source>
        <translation>The moment of the day</translation>
    </message>
    <message>
        <source>per afdeling</source>
        <translation>by department</translation>
    </message>
    <message>
        <source>naar soort contact</source>
        <translation>by kind of contact</translation>
    </message>
    <message>
        <source>Hoeveel mensen er wachten, door de dag heen</source>
        <translation>How many people wait, through the day</translation>
    </message>
    <message>
        <source>Mensen die wachten</source>
        <translation>People waiting</translation>
    </message>
    <message>
        <source>Wachten, in minuten</source>
        <translation>Waiting, in minutes</translation>
    </message>
    <message>
        <source>gemiddeld</source>
        <translation>mean</translation>
    </message>
    <message>
        <source>9 van de 10 binnen</source>
        <translation>9 in 10 within</translation>
    </message>
    <message>
        <source>langste rij</source>
        <translation>longest queue</translation>
    </message>
    <message>
        <source>Per afdeling, gemeten</source>
        <translation>By department, measured</translation>
    </message>
    <message>
        <source>Per afdeling, nagespeeld</source>
        <translation>By department, played again</translation>
    </message>
    <message>
        <source>Pauze</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>1 wacht</source>
        <translation>1 waiting</translation>
    </message>
    <message>
        <source>%1 wachten</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>ieder alleen het eigen werk</source>
        <translation>everyone only their own work</translation>
    </message>
    <message>
        <source>ieder leert één zaak erbij</source>
        <translation>everyone learns one more matter</translation>
    </message>
    <message>
        <source>ieder leert alle zaken van dat soort</source>
        <translation>everyone learns all matters of that kind</translation>
    </message>
    <message>
        <source>Kort</source>
        <translation>Quick</translation>
    </message>
    <message>
        <source>Uitgebreid</source>
        <translation>Extended</translation>
    </message>
    <message>
        <source>Afhalen</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>Vertrouwelijk</source>
        <translation>Private</translation>
    </message>
    <message>
        <source>Met alleen het eigen werk verandert er niets: een vrije balie mag de ander niet helpen.</source>
        <translation>With only their own work nothing changes: a free counter cannot help the other queue.</translation>
    </message>
    <message>
        <source>%1 (%2 → %3 minuten)</source>
        <translation>%1 (%2 → %3 minutes)</translation>
    </message>
    <message>
        <source>Wel langer wachten: %1.</source>
        <translation>Some wait longer: %1.</translation>
    </message>
    <message>
        <source>Gemeten: %1, Stad Warschau, wijkkantoor Praga-Południe. Nagespeeld: het gemiddelde van %2 keer, met gespreksduren die uit het verslag zijn geschat.</source>
        <translation>Measured: %1, City of Warsaw, district office Praga-Południe. Played again: the mean of %2 times, with conversation lengths estimated from the record.</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Krijgt de bezoeker het nummer op papier?</source>
        <translation>Does the visitor get the number on paper?</translation>
    </message>
    <message>
        <source>Wie de code van de afspraak scant, is aangemeld. Het nummer kan daarna uit een printer komen.</source>
        <translation>Whoever scans the code of their appointment has checked in. The number can then come out of a printer.</translation>
    </message>
</context>
<context>
    <name>ScreenWindow</name>
    <message>
        <source>Wachtscherm</source>
        <translation>Waiting screen</translation>
    </message>
    <message>
        <source>Stand van %1</source>
        <translation>As of %1</translation>
    </message>
    <message>
        <source>Geluid uit</source>
        <translation>Sound off</translation>
    </message>
    <message>
        <source>Ook opgeroepen</source>
        <translation>Also called</translation>
    </message>
    <message>
        <source>Nu aan de beurt</source>
        <translation>Now calling</translation>
    </message>
    <message>
        <source>Laatst opgeroepen</source>
        <translation>Last called</translation>
    </message>
    <message>
        <source>Welkom</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Verbinden met de hal…</source>
        <translation>Connecting to the hall…</translation>
    </message>
    <message>
        <source>Uw nummer verschijnt hier als u aan de beurt bent.</source>
        <translation>Your number appears here when it is your turn.</translation>
    </message>
    <message>
        <source>Wachttijd nu</source>
        <translation>Waiting time now</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Niets gevonden. Probeer een ander woord, een tijd of een nummer.</source>
        <translation>Nothing found. Try another word, a time or a number.</translation>
    </message>
</context>
<context>
    <name>SecondPanel</name>
    <message>
        <source>Waarvoor nog meer? Zoek een product</source>
        <translation>What else? Find a product</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Kies eerst een product.</source>
        <translation>First choose a product.</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Wachtenden voor deze balie</source>
        <translation>Waiting for this counter</translation>
    </message>
    <message>
        <source>Enter: dit nummer roepen</source>
        <translation>Enter: call this number</translation>
    </message>
    <message>
        <source>Er wacht niemand die u kunt helpen.</source>
        <translation>Nobody you can help is waiting.</translation>
    </message>
    <message>
        <source>Verloop van dit bezoek</source>
        <translation>History of this visit</translation>
    </message>
    <message>
        <source>Wachten voor deze balie: %1</source>
        <translation>Waiting for this counter: %1</translation>
    </message>
    <message>
        <source>Verloop van %1</source>
        <translation>History of %1</translation>
    </message>
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
        <source>Apparaten</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Papier</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Hoe nummers en kassabonnen eruitzien: logo, tekst en regels.</source>
        <translation>What tickets and receipts look like: logo, text and lines.</translation>
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
    <name>TicketPage</name>
    <message>
        <source>Is terug</source>
        <translation>Is back</translation>
    </message>
    <message>
        <source>Later vandaag</source>
        <translation>Later today</translation>
    </message>
    <message>
        <source>Gereed</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Opnieuw printen</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Naar huis</source>
        <translation>Gone home</translation>
    </message>
    <message>
        <source>Is terug en wacht weer</source>
        <translation>Is back and waiting again</translation>
    </message>
    <message>
        <source>Nummer %1</source>
        <translation>Number %1</translation>
    </message>
    <message>
        <source>Deze bezoeker is klaar.</source>
        <translation>This visitor is done.</translation>
    </message>
    <message>
        <source>Afspraak %1</source>
        <translation>Appointment %1</translation>
    </message>
    <message>
        <source>Notitie: %1</source>
        <translation>Note: %1</translation>
    </message>
    <message>
        <source>Gezegd: %1</source>
        <translation>Told: %1</translation>
    </message>
</context>
<context>
    <name>TicketPanel</name>
    <message>
        <source>Nummer, bijvoorbeeld A 012</source>
        <translation>Number, for example A 012</translation>
    </message>
    <message>
        <source>Wachtende nummers</source>
        <translation>Numbers waiting</translation>
    </message>
    <message>
        <source>Reden, voor het logboek</source>
        <translation>Reason, for the journal</translation>
    </message>
    <message>
        <source>waarom gaat dit nummer voor?</source>
        <translation>why does this number go first?</translation>
    </message>
    <message>
        <source>Kies eerst een nummer.</source>
        <translation>First choose a number.</translation>
    </message>
    <message>
        <source>Geef een reden. Die komt in het logboek.</source>
        <translation>Give a reason. It goes into the journal.</translation>
    </message>
</context>
<context>
    <name>TransferPanel</name>
    <message>
        <source>Waarheen? Soort contact, balie of product</source>
        <translation>Where to? Kind, counter or product</translation>
    </message>
    <message>
        <source>Waarheen</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>Notitie voor uw collega</source>
        <translation>Note for your colleague</translation>
    </message>
    <message>
        <source>wat is al gevraagd, wat moet nog</source>
        <translation>what was asked, what is still to do</translation>
    </message>
    <message>
        <source>Waarom nog een keer doorverwijzen?</source>
        <translation>Why refer once more?</translation>
    </message>
    <message>
        <source>reden, voor het logboek</source>
        <translation>reason, for the journal</translation>
    </message>
    <message>
        <source>Toch verwijzen</source>
        <translation>Refer anyway</translation>
    </message>
    <message>
        <source>Doorverwijzen</source>
        <translation>Refer</translation>
    </message>
    <message>
        <source>Al een keer doorverwezen. Spreek liever af wie wanneer belt.</source>
        <translation>Referred once already. Better agree who will phone, and when.</translation>
    </message>
    <message>
        <source>%1 wacht tot %2 roept. Nummer, aankomsttijd en notitie blijven.</source>
        <translation>%1 waits until %2 calls. Number, time of arrival and note stay the same.</translation>
    </message>
    <message>
        <source>Niets gevonden. Zoek op een ander woord.</source>
        <translation>Nothing found. Try another word.</translation>
    </message>
    <message>
        <source>%1 wacht %3tot %2 roept: %4. Nummer, aankomsttijd en notitie blijven.</source>
        <translation>%1 waits %3until %2 calls: %4. Number, time of arrival and note stay the same.</translation>
    </message>
    <message>
        <source>in %1 </source>
        <translation>in %1 </translation>
    </message>
    <message>
        <source>Let op: nu kan niemand anders dit doen. %1 wacht tot dat wel zo is.</source>
        <translation>Please note: nobody else can do this now. %1 waits until somebody can.</translation>
    </message>
    <message>
        <source>Kies eerst waarheen.</source>
        <translation>First choose where to.</translation>
    </message>
    <message>
        <source>Geef een reden voor de tweede doorverwijzing.</source>
        <translation>Give a reason for the second referral.</translation>
    </message>
    <message>
        <source>Afspreken</source>
        <translation>Promise</translation>
    </message>
</context>
<context>
    <name>TrialPrinter</name>
    <message>
        <source>Het is niet zeker of de proef is geprint. Kijk bij de printer.</source>
        <translation>It is not certain that the test was printed. Look at the printer.</translation>
    </message>
    <message>
        <source>Balie vindt printer %1 niet: niet in de hal en niet in %2 op deze computer.</source>
        <translation>Balie cannot find printer %1: not in the hall and not in %2 on this computer.</translation>
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
    <name>TryPage</name>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Wat gaat er over de lijn?</source>
        <translation>What goes over the line?</translation>
    </message>
    <message>
        <source>Werkt ‘%1’?</source>
        <translation>Does ‘%1’ work?</translation>
    </message>
    <message>
        <source>Kijk naar het display. Balie laat het even knipperen.</source>
        <translation>Look at the display. Balie makes it blink for a moment.</translation>
    </message>
    <message>
        <source>Er komt geen nummer uit: dit is een proef.</source>
        <translation>No number comes out: this is a test.</translation>
    </message>
    <message>
        <source>Wat u scant wordt niet bewaard: dit is een proef.</source>
        <translation>What you scan is not kept: this is a test.</translation>
    </message>
    <message>
        <source>De lijn is open en het apparaat is klaar.</source>
        <translation>The line is open and the device is ready.</translation>
    </message>
    <message>
        <source>Nu proberen</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Ga bij de printer staan. Balie print een testpagina.</source>
        <translation>Go and stand by the printer. Balie prints a test page.</translation>
    </message>
    <message>
        <source>De lijn is open. Balie vraagt of het apparaat klaar is…</source>
        <translation>The line is open. Balie is asking whether the device is ready…</translation>
    </message>
    <message>
        <source>De lijn is open.</source>
        <translation>The line is open.</translation>
    </message>
    <message>
        <source>De lijn is open. Het apparaat is bezig…</source>
        <translation>The line is open. The device is busy…</translation>
    </message>
    <message>
        <source>De lijn is niet open.</source>
        <translation>The line is not open.</translation>
    </message>
    <message>
        <source>Balie opent de lijn…</source>
        <translation>Balie is opening the line…</translation>
    </message>
    <message>
        <source>Nog een keer</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Ontvangen. Het werkt.</source>
        <translation>Received. It works.</translation>
    </message>
    <message>
        <source>Kijk of de printer aan staat en papier heeft. Werkt het dan nog niet? Ga terug en kies een ander model of een andere snelheid.</source>
        <translation>Check that the printer is on and has paper. Does it still not work? Go back and choose another model or another speed.</translation>
    </message>
    <message>
        <source>Kijk of het display aan staat en of het adres klopt. Werkt het dan nog niet? Ga terug en kies een ander model of een andere snelheid.</source>
        <translation>Check that the display is on and that the address is right. Does it still not work? Go back and choose another model or another speed.</translation>
    </message>
    <message>
        <source>niet gebruikt</source>
        <translation>not used</translation>
    </message>
    <message>
        <source>Knop %1: %2</source>
        <translation>Button %1: %2</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>%1 van %2 tekens</source>
        <translation>%1 of %2 characters</translation>
    </message>
    <message>
        <source>Mooi. Sla het apparaat nu op.</source>
        <translation>Good. Now save the device.</translation>
    </message>
    <message>
        <source>Er ging nog niets over de lijn.</source>
        <translation>Nothing has gone over the line yet.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Welke plek is dit?</source>
        <translation>Which place is this?</translation>
    </message>
    <message>
        <source>Wie zit hier?</source>
        <translation>Who sits here?</translation>
    </message>
    <message>
        <source>Balie openen</source>
        <translation>Open counter</translation>
    </message>
    <message>
        <source>Goedendag</source>
        <translation>Good day</translation>
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
<context>
    <name>Wizard</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Kan niet opslaan: %1.</source>
        <translation>Cannot save: %1.</translation>
    </message>
    <message>
        <source>Opslaan</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Opslaan zonder proef</source>
        <translation>Save without a test</translation>
    </message>
    <message>
        <source>Verder</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Aansluiting</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>Soort apparaat</source>
        <translation>Kind of device</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Balies</source>
        <translation>Counters</translation>
    </message>
    <message>
        <source>Knoppen</source>
        <translation>Buttons</translation>
    </message>
    <message>
        <source>Papier</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Naam</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Proberen</source>
        <translation>Test</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>nl</source>
        <translation>en</translation>
    </message>
    <message>
        <source>1 persoon</source>
        <translation>1 person</translation>
    </message>
    <message>
        <source>%1 personen</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>rolstoel</source>
        <translation>wheelchair</translation>
    </message>
    <message>
        <source>hulp nodig</source>
        <translation>needs help</translation>
    </message>
    <message>
        <source>rustige plek</source>
        <translation>quiet place</translation>
    </message>
    <message>
        <source>tolk</source>
        <translation>interpreter</translation>
    </message>
    <message>
        <source>Nederlands</source>
        <translation>Dutch</translation>
    </message>
    <message>
        <source>Engels</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Duits</source>
        <translation>German</translation>
    </message>
    <message>
        <source>Frans</source>
        <translation>French</translation>
    </message>
    <message>
        <source>Arabisch</source>
        <translation>Arabic</translation>
    </message>
    <message>
        <source>Turks</source>
        <translation>Turkish</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>Polish</translation>
    </message>
    <message>
        <source>Oekraïens</source>
        <translation>Ukrainian</translation>
    </message>
    <message>
        <source>sta-balie</source>
        <translation>stand-up counter</translation>
    </message>
    <message>
        <source>snelbalie</source>
        <translation>quick counter</translation>
    </message>
    <message>
        <source>gesloten balie</source>
        <translation>private counter</translation>
    </message>
    <message>
        <source>spreekkamer</source>
        <translation>interview room</translation>
    </message>
    <message>
        <source>groepsspreekkamer</source>
        <translation>group room</translation>
    </message>
    <message>
        <source>leeskamer</source>
        <translation>reading room</translation>
    </message>
    <message>
        <source>tafel</source>
        <translation>table</translation>
    </message>
    <message>
        <source>receptie</source>
        <translation>reception</translation>
    </message>
</context>
<context>
    <name>_Bring</name>
    <message>
        <source>Neem mee: %1</source>
        <translation>To bring: %1</translation>
    </message>
</context>
<context>
    <name>_Note</name>
    <message>
        <source>Notitie: %1</source>
        <translation>Note: %1</translation>
    </message>
</context>
<context>
    <name>_Report</name>
    <message>
        <source>Er ging iets mis in Balie zelf. U kunt doorgaan.</source>
        <translation>Something went wrong in Balie itself. You can go on.</translation>
    </message>
    <message>
        <source>Zaaknummer %1. Geef dit door aan de beheerder.</source>
        <translation>Case number %1. Please pass this on to your administrator.</translation>
    </message>
    <message>
        <source>Kopiëren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Doorgaan</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>_Why</name>
    <message>
        <source>&amp;Waarom deze?</source>
        <translation>&amp;Why this one?</translation>
    </message>
    <message>
        <source>Waarom deze?</source>
        <translation>Why this one?</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>Terug</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Stoppen</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Ik wil iemand spreken</source>
        <translation>I want to speak to someone</translation>
    </message>
    <message>
        <source>Lager</source>
        <translation>Lower</translation>
    </message>
    <message>
        <source>Groter</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Voorlezen</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Alleen met afspraak</source>
        <translation>By appointment only</translation>
    </message>
    <message>
        <source>Niet hier</source>
        <translation>Not here</translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Waarvoor komt u?</source>
        <translation>What are you here for?</translation>
    </message>
    <message>
        <source>Andere onderwerpen</source>
        <translation>Other subjects</translation>
    </message>
    <message>
        <source>Waar gaat het over?</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>Kies</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Typ een woord, zoals paspoort</source>
        <translation>Type a word, such as passport</translation>
    </message>
    <message>
        <source>Wij vinden dit niet. Probeer een ander woord, of kies: Ik wil iemand spreken.</source>
        <translation>We cannot find this. Try another word, or choose: I want to speak to someone.</translation>
    </message>
    <message>
        <source>Scan of typ uw code</source>
        <translation>Scan or type your code</translation>
    </message>
    <message>
        <source>Uw code</source>
        <translation>Your code</translation>
    </message>
    <message>
        <source>De code staat in de bevestiging van uw afspraak.</source>
        <translation>The code is in the confirmation of your appointment.</translation>
    </message>
    <message>
        <source>Er zijn meer afspraken om die tijd. Typ daarom uw code.</source>
        <translation>There are more appointments at that time. Please type your code.</translation>
    </message>
    <message>
        <source>Aanmelden</source>
        <translation>Check in</translation>
    </message>
    <message>
        <source>Ik weet mijn code niet</source>
        <translation>I do not know my code</translation>
    </message>
    <message>
        <source>Hoe laat is uw afspraak?</source>
        <translation>What time is your appointment?</translation>
    </message>
    <message>
        <source>Klopt dit?</source>
        <translation>Is this right?</translation>
    </message>
    <message>
        <source>U hebt een afspraak om %1.</source>
        <translation>You have an appointment at %1.</translation>
    </message>
    <message>
        <source>Ja, aanmelden</source>
        <translation>Yes, check in</translation>
    </message>
    <message>
        <source>Nee</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Naar het begin</source>
        <translation>To the start</translation>
    </message>
    <message>
        <source>Opnieuw proberen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Ga naar de receptie</source>
        <translation>Please go to the reception</translation>
    </message>
    <message>
        <source>Even geduld, alstublieft</source>
        <translation>One moment, please</translation>
    </message>
    <message>
        <source>Dit scherm werkt zo weer. Hebt u haast? Ga dan naar de receptie.</source>
        <translation>This screen will work again shortly. Are you in a hurry? Please go to the reception.</translation>
    </message>
    <message>
        <source>Dit lukte nog niet</source>
        <translation>That did not work yet</translation>
    </message>
    <message>
        <source>Probeer het nog een keer, of ga naar de receptie.</source>
        <translation>Please try again, or go to the reception.</translation>
    </message>
    <message>
        <source>Voor medewerkers: typ de servicecode</source>
        <translation>For staff: type the service code</translation>
    </message>
    <message>
        <source>Servicecode</source>
        <translation>Service code</translation>
    </message>
    <message>
        <source>Afsluiten</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Uw nummer</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>Klaar</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Neem plaats en let op het scherm. Wij roepen uw nummer.</source>
        <translation>Please take a seat and watch the screen. We will call your number.</translation>
    </message>
    <message>
        <source>Dit scherm gaat vanzelf terug naar het begin.</source>
        <translation>This screen returns to the start by itself.</translation>
    </message>
    <message>
        <source>Uw bon komt uit een andere printer: %1.</source>
        <translation>Your ticket comes out of another printer: %1.</translation>
    </message>
    <message>
        <source>Schrijf dit nummer op of maak een foto. Er komt geen papier.</source>
        <translation>Write this number down or take a photo. There will be no paper.</translation>
    </message>
    <message>
        <source>Neem uw bon mee.</source>
        <translation>Please take your ticket.</translation>
    </message>
    <message>
        <source>Uw bon wordt geprint.</source>
        <translation>Your ticket is being printed.</translation>
    </message>
    <message>
        <source>Hebt u dit bij u?</source>
        <translation>Do you have this with you?</translation>
    </message>
    <message>
        <source>Vraag bij de receptie wanneer het wel kan.</source>
        <translation>Ask at the reception when it is possible.</translation>
    </message>
    <message>
        <source>Maak een afspraak op onze website, of vraag het bij de receptie.</source>
        <translation>Make an appointment on our website, or ask at the reception.</translation>
    </message>
    <message>
        <source>Toch een nummer nemen</source>
        <translation>Take a number anyway</translation>
    </message>
    <message>
        <source>Nummer nemen</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>Ik gebruik een rolstoel</source>
        <translation>I use a wheelchair</translation>
    </message>
    <message>
        <source>Welkom</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Raak een vak aan.</source>
        <translation>Touch a box.</translation>
    </message>
    <message>
        <source>Meld u bij de receptie</source>
        <translation>Please go to the reception</translation>
    </message>
    <message>
        <source>Daar krijgt u een nummer of helpen wij u meteen.</source>
        <translation>There you get a number, or we help you at once.</translation>
    </message>
    <message>
        <source>U kunt nu geen nummer nemen</source>
        <translation>You cannot take a number now</translation>
    </message>
    <message>
        <source>Hebt u een vraag? Ga naar de receptie.</source>
        <translation>Do you have a question? Please go to the reception.</translation>
    </message>
    <message>
        <source>Ik heb een afspraak</source>
        <translation>I have an appointment</translation>
    </message>
    <message>
        <source>Meld u aan met uw code</source>
        <translation>Check in with your code</translation>
    </message>
    <message>
        <source>Ik heb geen afspraak</source>
        <translation>I have no appointment</translation>
    </message>
    <message>
        <source>Kies waarvoor u komt</source>
        <translation>Choose what you are here for</translation>
    </message>
    <message>
        <source>Ja, ik ga verder</source>
        <translation>Yes, I will go on</translation>
    </message>
    <message>
        <source>Nee, opnieuw beginnen</source>
        <translation>No, start again</translation>
    </message>
    <message>
        <source>Anders begint dit scherm opnieuw over: %1 s</source>
        <translation>Otherwise this screen starts again in: %1 s</translation>
    </message>
    <message>
        <source>Bent u er nog?</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>Meer</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Wissen</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Spatie</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Streepje</source>
        <translation>Hyphen</translation>
    </message>
    <message>
        <source>Wij gaan vandaag open om %1.</source>
        <translation>We open today at %1.</translation>
    </message>
    <message>
        <source>Wij zijn weer open: %1, vanaf %2.</source>
        <translation>We are open again: %1, from %2.</translation>
    </message>
    <message>
        <source>Nu kan niemand u hiermee helpen.</source>
        <translation>Nobody can help you with this now.</translation>
    </message>
    <message>
        <source>Duur van het gesprek: %1</source>
        <translation>Length of the conversation: %1</translation>
    </message>
    <message>
        <source>Ga naar de receptie. Daar helpen wij u verder.</source>
        <translation>Please go to the reception. We will help you there.</translation>
    </message>
    <message>
        <source>U bent al aangemeld</source>
        <translation>You have already checked in</translation>
    </message>
    <message>
        <source>Neem plaats en let op het scherm. Bent u uw nummer kwijt? Ga naar de receptie.</source>
        <translation>Please take a seat and watch the screen. Have you lost your number? Please go to the reception.</translation>
    </message>
    <message>
        <source>Deze afspraak is afgezegd</source>
        <translation>This appointment was cancelled</translation>
    </message>
    <message>
        <source>U bent nog te vroeg</source>
        <translation>You are still too early</translation>
    </message>
    <message>
        <source>Wij vinden deze code niet</source>
        <translation>We cannot find this code</translation>
    </message>
    <message>
        <source>Kijk goed naar uw code en typ hem opnieuw, of ga naar de receptie.</source>
        <translation>Check your code and type it again, or go to the reception.</translation>
    </message>
    <message>
        <source>Uw afspraak is niet vandaag</source>
        <translation>Your appointment is not today</translation>
    </message>
    <message>
        <source>U kunt nu geen nummer meer nemen</source>
        <translation>You can no longer take a number now</translation>
    </message>
    <message>
        <source>Ga naar de receptie als u vragen hebt.</source>
        <translation>Go to the reception if you have questions.</translation>
    </message>
    <message>
        <source>Hiervoor hebt u een afspraak nodig</source>
        <translation>You need an appointment for this</translation>
    </message>
    <message>
        <source>Hiervoor kunt u hier niet terecht</source>
        <translation>You cannot do this here</translation>
    </message>
    <message>
        <source>Dit lukt nu niet</source>
        <translation>This does not work now</translation>
    </message>
    <message>
        <source>U kunt zich aanmelden vanaf %1. Kom dan terug, of ga naar de receptie.</source>
        <translation>You can check in from %1. Please come back then, or go to the reception.</translation>
    </message>
    <message>
        <source>De datum van uw afspraak: %1. Hebt u een vraag? Ga naar de receptie.</source>
        <translation>The date of your appointment: %1. Do you have a question? Please go to the reception.</translation>
    </message>
    <message>
        <source>Bij de receptie helpt een medewerker u verder.</source>
        <translation>At the reception a member of staff will help you.</translation>
    </message>
    <message>
        <source>Nu niet</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>Vandaag niet meer</source>
        <translation>No longer today</translation>
    </message>
    <message>
        <source>U kunt hiervoor weer terecht: %1, vanaf %2.</source>
        <translation>You can come for this again: %1, from %2.</translation>
    </message>
    <message>
        <source>Hiervoor kunt u nu geen nummer nemen</source>
        <translation>You cannot take a number for this now</translation>
    </message>
    <message>
        <source>Hiervoor komt u vandaag niet meer aan de beurt</source>
        <translation>There is no time left for this today</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <source>Verbinden met de hal…</source>
        <translation>Connecting to the hall…</translation>
    </message>
</context>
<context>
    <name>screen</name>
    <message>
        <source>bijna meteen</source>
        <translation>almost at once</translation>
    </message>
    <message>
        <source>meer dan een uur</source>
        <translation>more than an hour</translation>
    </message>
    <message>
        <source>hooguit %1 minuten</source>
        <translation>at most %1 minutes</translation>
    </message>
    <message>
        <source>%1 tot %2 minuten</source>
        <translation>%1 to %2 minutes</translation>
    </message>
    <message>
        <source>nu niet</source>
        <translation>not now</translation>
    </message>
    <message>
        <source>Er is nog geen balie open.</source>
        <translation>No counter is open yet.</translation>
    </message>
    <message>
        <source>De balies gaan open om %1 uur.</source>
        <translation>The counters open at %1.</translation>
    </message>
    <message>
        <source>Er is nu geen balie open.</source>
        <translation>No counter is open now.</translation>
    </message>
    <message>
        <source>De balies zijn vandaag gesloten.</source>
        <translation>The counters are closed today.</translation>
    </message>
    <message>
        <source>Vandaag lukte dat %1 van de %2 keer.</source>
        <translation>Today this worked %1 out of %2 times.</translation>
    </message>
    <message>
        <source>Wordt uw nummer geroepen?</source>
        <translation>Is your number called?</translation>
    </message>
    <message>
        <source>Ga dan naar de balie of de kamer die erbij staat.</source>
        <translation>Then go to the counter or room shown beside it.</translation>
    </message>
    <message>
        <source>Gemeente %1</source>
        <translation>Municipality of %1</translation>
    </message>
</context>
</TS>
