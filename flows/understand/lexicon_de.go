package understand

// deutsch is what is known of German before any phrase is read.
var deutsch = table{
	short: `gibts:gibt_es gehts:geht_es habs:habe_es hab:habe würd:würde fürs:für_das aufs:auf_das ists:ist_es nen:einen ne:eine n:ein wieviel:wie_viel wieviele:wie_viele zurzeit:zur_zeit nix:nichts`,
	stop: `heiße heißt der die das den dem des ein eine einen einem einer eines ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem du dich dir dein
deine deinen deinem deiner ihr euch euer eure euren eurem eurer sie ihnen ihre ihren ihrem ihrer er ihn ihm sein seine seinen es man sich bin bist ist sind seid war
waren wart wäre habe hab hast hat haben habt hatte hatten hätte hätten werde wird werden wirst worden würde würden kann kannst können könnt könnte könnten darf dürfen
soll sollte muss müssen möchte möchten will wollen wollte mag und oder aber denn weil dass ob wenn als wie zu zum zur in im ins an am auf aus bei beim mit nach von vom
vor für über unter um durch gegen bis seit da dann dort hier hin her noch schon auch nur sehr so mal doch ja halt eben eigentlich gerade bitte danke gern gerne hallo hi hey
guten tag moin servus jetzt heute etwas was alle alles jeder jede jedes dieser diese dieses diesen diesem irgendwie vielleicht eventuell sagen sag sagt frage fragen wissen
weiß mitteilen helfen gibt geben gebt gib machen mache macht machst mach tun geht gehen lassen bekomme brauche hätte gerne also ok okay tja naja dazu davon damit darüber dafür
nämlich einfach bloß wohl überhaupt denn sonst eurem ab de genau entschuldigung sorry grüße gruß mfg lg kurze kurz schnell würd wäre möglich ganz lieb liebe`,
	question: `was wann wo warum wieso weshalb wer wem wen wessen welche welcher welches welchen welchem wohin woher wie nicht nichts kein keine keinen keiner nie niemals ohne nie
viel viele lange oft weit bald mehr`,
	common: `großmutter großvater großeltern halte hältst hält festhalten politik abend abends acht alt alte anders anfang anfangen angst antwort anruf apfel april arbeit arbeiten arm arzt auge august ausgang aussehen auto baby bad bahn bald
ball bank bauch bauen baum beide bein beispiel bekannt bekommen berg beruf besser beste besuch bett bezahlen bier bild billig bisschen blau bleiben blume boden böse brauchen
brief bringen brot bruder buch büro bus chef computer dach danach denken deutsch deutschland dick ding doktor donnerstag dorf drei dumm dunkel dünn dusche ei eigen einfach
einige einkaufen einladen eins eis eltern ende endlich eng enkel erde erklären erst erste erzählen essen fahren fahrrad falsch familie fangen farbe fast fehler feier fenster ferien
fern fertig fest feuer fieber film finden finger fisch flasche fleisch fliegen flug flugzeug fluss frau frei freitag freude freund freundin freundlich früh früher frühling
frühstück fühlen fünf fuß fußball ganz garten gast gefallen gefühl gehören gelb geld gemüse genug geschäft geschenk geschichte gesicht gesund gestern gewinnen glas glauben gleich
glück glücklich gold gott grau groß grün grund gruppe gut gute guter haar halb hals hand handy hart haus heim heiß heißen hell hemd herbst herr herz hilfe himmel hinten hoch
hochzeit hoffen holen hören hose hotel hund hunger idee immer insel interessant jahr januar job jung junge juli juni kaffee kalt kalte kamera kaputt karte käse katze kaufen kennen kind kinder
kino kirche klar klasse kleid klein kleine klug kochen koffer kollege kommen komisch kommt könig konto kopf kosten krank krankenhaus krieg küche kuchen kuh kunde kunst kurz
lachen laden land lang langsam langweilig laufen laut leben lecker leer legen lehrer leicht leid leider leise lernen lesen letzte leute licht lieben lieber lied liegen links los
lösung luft lust lustig mädchen mai mal mann markt märz maschine maus meer mehr meinen meinung meist meiste mensch menschen merken messer milch minute mittag mitte mittwoch
monat mond montag morgen morgens müde mund musik mutter nächste nacht nah name nase nass natur neben nehmen nennen nett neu neue neun nie niemand nord not november nummer obst oft ohr
oktober oma onkel opa ort osten paar papa papier park pause pferd pizza plan platz polizei post preis problem programm punkt rad radio raten recht rechts reden regen regnet reich reise
reisen richtig ring rot rücken rufen ruhe ruhig rund sache saft salz sammeln samstag satt satz sauber schade schaffen schatz schauen schicken schiff schlafen schlagen schlecht
schließen schlimm schloss schlüssel schmecken schnee schneiden schokolade schön schöne schreiben schreien schuh schuld schule schüler schwarz schwer schwester schwimmen sechs
see sehen seite selbst sicher sieben singen sitzen sofort sohn sommer sonne sonntag sorge spaß spät später spiel spielen sport sprache sprechen springen stadt star stark stehen
stein stelle stellen stern still stimmt stock strand straße stück student studieren stuhl stunde suchen süd süß suppe tante tanz tanzen tasche tasse tee teil telefon teller termin teuer
text tier tisch tochter tod toll tot tragen traum traurig treffen treppe trinken trocken tür übrigens uhr umziehen ungefähr urlaub vater vergessen verkaufen verlieren verstehen
versuchen vier vogel voll vorne vorsicht wachsen wagen wahr wahrscheinlich wald wand warm warten waschen wasser weg weich weihnachten wein weinen weiß weit weiter welt wenig werfen wetter
wichtig wind winter wirklich woche wochenende wohnen wohnung wolke wort wunderbar wunsch wünschen zahl zahlen zahn zehn zeigen zeit zeitung ziehen ziel ziemlich zimmer zucker zufrieden
zug zurück zusammen zwei zwischen`,
	synonyms: `
negation: nicht kein keine keinen keiner keinem nie niemals ohne nichts nirgends weder unmöglich
cost: kosten kostet kostenpunkt preis preise preislich gebühr gebühren teuer wie_viel wieviel was_kostet berechnet berechnen bezahle_ich zahle_ich tarif aufpreis zuschlag porto
free: kostenlos gratis umsonst kostenfrei gebührenfrei ohne_kosten ohne_aufpreis frei
cheap: günstig günstiger billig billiger preiswert
discount: rabatt rabatte gutschein gutscheine gutscheincode rabattcode aktion angebot nachlass prozente ermäßigung ermäßigt skonto vergünstigung sale
duration: wie_lange wie_lang lange dauer dauert dauern brauchen braucht lieferzeit wartezeit wie_schnell wie_viele_tage zeit wann
speed: schnell schneller express sofort eilig dringend gleich bald blitz eilt
slow: langsam spät verspätet verspätung verzögerung verzögert
when: wann uhrzeit um_wie_viel_uhr wie_viel_uhr zeit zeiten
howmany: wie_viele anzahl maximal maximum höchstens limit grenze begrenzt mindestens minimum menge
where: finde_ich_euch finde_ich wo adresse standort standorte ort finden finde liegt wegbeschreibung anfahrt lage straße hinkommen
why: warum wieso weshalb grund gründe wozu woran erklären
how: wie anleitung schritte vorgehen funktioniert erklären zeigen
open: offen geöffnet öffnet öffnen aufmachen aufhaben macht_auf habt_auf hast_auf haben_auf auf öffnungszeit öffnungszeiten geschlossen schließt schließen zumachen macht_zu habt_zu zu ladenschluss geschäftszeiten
shipping: versand versende versenden versendet verschicken verschickt schicken schickt liefern liefert geliefert lieferung lieferungen zustellung zugestellt zustellen post paket päckchen sendung senden gesendet bringen porto bote kurier dhl
arrive: ankommen kommt_an kommen_an angekommen ankunft kommen kommt erhalten bekommen eintreffen eingetroffen da
track: verfolgen sendungsverfolgung nachverfolgen tracking trackingnummer sendungsnummer paketnummer status wo_ist wo_bleibt bleibt
order: bestellen bestellung bestellungen bestellt bestelle kaufen kauf auftrag ordern
buy: kaufen kaufe kauft gekauft kauf einkauf einkaufen erwerben bestellen shoppen shop
sell: verkaufen verkauft verkauf führen sortiment vorrätig lager
return: zurückgeben zurückschicken zurücksenden rückgabe rücksendung retoure retouren retournieren zurück umtausch umtauschen widerruf widerrufen zurückbringen
refund: rückerstattung erstattung erstatten erstattet zurückerstatten geld_zurück rückzahlung gutschrift zurückzahlen
reverse: rückgängig rückgängig_machen storniert zurückgebucht rückbuchung
exchange: umtausch umtauschen tauschen austauschen wechseln wechsel
complain: beschwerde beschweren reklamation reklamieren unzufrieden enttäuscht schlecht schrecklich ärgerlich sauer beanstanden mängel
broken: kaputt defekt beschädigt beschädigung schaden gebrochen zerbrochen aufgerissen fehlerhaft funktioniert_nicht geht_nicht gerissen undicht mangelhaft
fail: fehlgeschlagen fehler scheitert klappt_nicht funktioniert_nicht geht_nicht problem probleme schiefgegangen
decline: abgelehnt ablehnen ablehnung verweigert zurückgewiesen nicht_angenommen nicht_akzeptiert
allow: erlaubt erlauben dürfen darf gestattet zulässig
cancel: stornieren storno stornierung storniert abbestellen kündigen kündigung absagen abbrechen zurückziehen rückgängig zurücktreten
pay: bezahlen bezahlt bezahle bezahlung zahlen zahle zahlt zahlung zahlungen begleichen überweisen
paymethod: zahlungsart zahlungsarten zahlungsmethode zahlungsmethoden zahlungsmittel bezahlmethode kreditkarte paypal bar rechnung karte visa mastercard klarna lastschrift ec-karte girocard überweisung apple_pay google_pay bargeld
card: karte karten bankkarte
cash: bar bargeld scheine münzen barzahlung
money: geld betrag summe guthaben
withdraw: abheben abgehoben abhebung geld_holen auszahlung auszahlen
atm: automat automaten geldautomat bankomat
deposit: einzahlen einzahlung eingezahlt
topup: aufladen aufladung aufgeladen auflade
transfer: überweisen überweisung überwiesen transferieren geld_senden
account: konto kundenkonto profil account benutzerkonto
missing: fehlt fehlen vermisse verschwunden verloren nicht_da nicht_angekommen nicht_gekommen nicht_erhalten nicht_bekommen noch_nicht immer_noch_nicht kommt_nicht wo_bleibt
lost: verloren verlieren verlegt weg vermisst
stolen: gestohlen geklaut diebstahl
safe: sicher sicherheit
block: sperren gesperrt blockiert
wrong: falsch falsche falschen falscher verkehrt irrtum fehler vertauscht verwechselt andere
less: weniger zu_wenig fehlt
twice: doppelt zweimal zwei_mal
forget: vergessen
password: passwort kennwort login anmelden einloggen zugang code
change: ändern änderung geändert aktualisieren anpassen umstellen wechseln bearbeiten korrigieren verschieben
new: neu neue neuer neues neuen frisch
activate: aktivieren freischalten einschalten
close: schließen löschen beenden auflösen kündigen
verify: bestätigen bestätigung verifizieren nachweis nachweisen prüfen
abroad: ausland international eu europa europäisch länder außerhalb österreich schweiz frankreich italien spanien portugal niederlande holland belgien luxemburg dänemark schweden norwegen finnland polen tschechien ungarn griechenland england irland usa kanada türkei
country: land länder ausland österreich schweiz frankreich italien spanien deutschland niederlande belgien dänemark schweden polen england usa
support: akzeptieren akzeptiert nehmen nehmt unterstützen anbieten bietet_an möglich annehmen
offer: anbieten bietet_an bieten bietet angebot gibt_es gibts haben habt führen führt verfügbar erhältlich
possible: möglich können geht kann
choose: wählen auswählen auswahl entscheiden empfehlen empfehlung empfehlt empfiehl beraten beratung berate rat tipp vorschlag vorschlagen passt passend welcher welchen welche aussuchen heraussuchen raussuchen
search: suchen suche finden
automatic: automatisch regelmäßig abo abonnement monatlich
disposable: einmalig einmal
spare: zweite weitere zusätzliche extra
phone: telefon handy anrufen anruf telefonnummer rufnummer nummer hotline
child: kind kinder sohn tochter jugendliche
friend: freund freundin jemand bekannte kollege
expire: haltbar haltbarkeit ablaufen läuft_ab abgelaufen gültig gültigkeit mindesthaltbarkeit mindesthaltbarkeitsdatum mhd verfällt halten hält schlecht
address: adresse anschrift lieferadresse rechnungsadresse umgezogen umzug straße
name: name vorname nachname
contact: kontakt kontaktieren erreichen erreichbar anrufen telefonieren sprechen reden schreiben email e-mail mail melden wenden
human: mensch menschen mitarbeiter mitarbeiterin person jemand persönlich berater ansprechpartner kundenservice kundendienst echt
shop: laden läden geschäft geschäfte shop filiale filialen café rösterei markt supermarkt
job: freie_stellen personal leute_suchen job jobs stelle stellen bewerben bewerbung arbeiten ausbildung praktikum mitarbeiten
appointment: termin termine buchen buchung reservieren reservierung anmelden anmeldung platz plätze vereinbaren
gift: geschenk geschenke verschenken schenken gutschein geschenkgutschein geschenkkarte geschenkverpackung präsent
subscription: abo abonnement abonnieren regelmäßig monatlich jeden_monat dauerauftrag
invoice: rechnung quittung beleg kassenbon
warranty: garantie gewährleistung
ingredient: inhaltsstoffe zutaten enthalten enthält drin allergen allergene allergie allergiker spuren nüsse gluten laktose
organic: bio biologisch öko ökologisch nachhaltig nachhaltigkeit umwelt umweltfreundlich
fair: fair fairtrade bauern farmer gerecht
origin: herkunft ursprung stammt woher kommt_her anbau land
size: größe größen gramm kilo gewicht menge groß klein packung packungsgröße
store_keep: gefrierfach einfrieren tiefkühlen lagern lagerung aufbewahren aufbewahrung aufheben lagere kühlschrank
fresh: frisch frische röstdatum geröstet rösten röstung röstet
caffeine: koffein koffeinfrei entkoffeiniert decaf ohne_koffein
grind: mahlen gemahlen mahlt mahlgrad mühle mahlung gemahlener
recycle: recycling recyceln verpackung verpackungen tüte tüten beutel plastik müll entsorgen kompostierbar
wholesale: restaurant restaurants café cafés hotel hotels beliefern beliefert großhandel gastronomie wiederverkäufer großkunde großkunden geschäftskunden büro firma firmen mengenrabatt händler großmengen
parking: parken parkplatz parkplätze auto parkhaus stellplatz
transit: tram straßenbahn bahn bus u-bahn s-bahn zug haltestelle anfahrt hinkommen fährt fahren öffentliche
pet: hund hunde tier tiere
wheelchair: rollstuhl barrierefrei rampe stufen kinderwagen
vegan: vegan milch hafermilch pflanzenmilch sojamilch hafer soja laktose
pickup: abholen abholung selbst_abholen selbstabholung mitnehmen abhole
data: daten datenschutz dsgvo persönliche
tasting: verkostung verkosten verkostungen kaffeeprobe probieren probe kosten cupping degustation tasting
class: kurs kurse workshop seminar barista-kurs schulung event
member: mitglied bonus punkte treue treuekarte stempelkarte kundenkarte
brew: zubereiten zubereitung brühen aufbrühen kochen koche machen rezept aufgießen
feedback: feedback bewertung bewerten rückmeldung meinung lob kritik
drink: trinken getränk espresso cappuccino latte flat_white filterkaffee
taste: geschmack schmeckt schmecken aroma mag sorte sorten
`,
}
