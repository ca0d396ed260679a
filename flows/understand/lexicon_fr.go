package understand

// francais is what is known of French before any phrase is read.
var francais = table{
	short: `svp:s_il_vous_plaît stp:s_il_te_plaît rdv:rendez_vous cb:carte_bancaire qqn:quelqu_un bcp:beaucoup`,
	stop: `appelle appelles le la les un une des du de d l au aux a à en dans sur sous par pour avec chez entre vers et ou mais donc or ni car que qu qui dont si je j me m moi mon ma mes tu te t
toi ton ta tes il elle on nous notre nos vous votre vos ils elles se s soi son sa ses leur leurs lui eux y ce c cet cette ces ça cela ceci ci là suis es est sommes êtes sont
étais était étaient serai sera serait ai as avons avez ont avais avait aurai aura aurait aimerais aimerions voudrais voudrait voudrions veux veut voulez peux peut peuvent
pouvons pouvez pourrais pourrait pourriez dois doit devez faut fait faire fais faites faites-vous être avoir aller vais va vont bonjour salut bonsoir coucou merci plaît
dire dites dis moi-même savoir sais demande demander question aide aider très bien aussi encore déjà juste seulement même plus trop peu tout tous toute toutes alors puis ici
maintenant aujourd hui aujourd'hui peut-être donc voilà oui ok okay euh ah oh bon comme après avant depuis pendant jusqu lors quand excusez pardon désolé chose choses est-ce
estce besoin souhaite souhaiterais possible petite petit rapidement`,
	question: `quoi quel quelle quels quelles quand où ou comment pourquoi combien qui lequel laquelle lesquels pas ne n jamais rien aucun aucune sans non personne plus impossible
longtemps souvent loin`,
	common: `crois croit aime aimes aimé aimer adore déteste pense penses pensez trouve vas mange mangé bois boit viens vient joue joué joues allé allée perdu habite habites préfère connais connaissez pouvais
enchanté enchantée appelle appelles appelé souris semble arrive paraît attends reviens reviendrai dépend dépendre plutôt fruité amer chef cousine voisine fatiguée malades tranquilles accord acheter adresse âge agir aimer air ami amie amis amour amusant an ancien année ans appel appeler apprendre après-midi arbre argent arrêter arriver arrive assez assis attendre
aucun autour autre autres avis avril bain balle banque bas bateau beau beaucoup bébé belle besoin bête beurre bière bientôt blanc bleu boire bois boîte bonne bouche boulanger bouteille bras
bruit bus bureau café calme camion carte cause chaise chambre chance changer chanson chanter chapeau chat chaud chaussure chef chemin chemise cher chercher cheval cheveux chien choisir
chocolat ciel cinéma cinq clair classe clé coeur coin collègue commencer complet comprendre compte connaître content conte continuer corps côté coucher couleur coup courir cours court cousin
couteau couvert crayon crème croire cuisine danger danse danser date décembre demain demi dent départ dernier derrière descendre désir dessin dessous deux devant devenir devoir
différent difficile dimanche dîner dix docteur doigt dommage donner dormir dos douche doux drôle droit dur eau école écouter écrire écran effet église élève enfant enfants enfin ennuyeux ensemble
entendre entrer envie erreur escalier espérer essayer étage été étoile étranger étudiant étudier exact exemple expliquer facile faim famille fatigué faute femme fenêtre ferme fermer fête feu février
fier fille film fils fin finir fleur fleuve fois fond football force forêt fort fou fourchette frais france français frère froid fromage fruit fumer futur gagner garçon garder gare gâteau gauche
gens gentil glace goût grand grande gris gros groupe guerre guitare habiter haut herbe heure heureux hier histoire hiver homme hôpital hôtel huit idée île important important intéressant
jamais jambe janvier jardin jaune jeter jeu jeudi jeune joie joli jouer jour journal journée juillet juin jupe kilo lait laisser langue large laver leçon légume lent lettre lever libre ligne lire lit livre
loin long lourd lumière lundi lune madame magasin mai main mal malade maladie manger manquer marché marcher mardi mari mariage mars matin mauvais médecin meilleur mentir mer mercredi mère message métro
mettre meuble midi mieux milieu mille minute miroir mode moins mois moitié moment monde monsieur montagne monter montrer mort mot mourir mur musée musique nager naissance nature neige neuf nez noël noir
nom nombre nord nouveau nouvelle novembre nuage nuit numéro objet octobre oeil oeuf oiseau oncle orange oreille oublier ouest pain papa papier paquet parc parents parler part partie partir
passer passé payer pays peau peindre penser perdre père permettre petit peur photo pied pierre piscine place plage plaisir plan plein pleurer pleut pluie plusieurs poche point poisson police
pomme pont porte porter poser poste poulet pousser premier prendre prénom près présent presque prêt printemps prix problème prochain promenade propre quartier quatre quitter raconter raison rapide
recevoir regarder rendez-vous rendre rentrer repas répéter répondre réponse reposer rester retard réussir rêve réveiller revenir riche rire rivière robe roi rond rose rouge route rue sable sac sale
salle samedi santé sauter savon sec second secret semaine sens sentir sept septembre serveur seul sieste simple six soeur soif soir soleil sommeil sortir soupe sourire souvenir sport sucre sud sujet sûr
table tante tard tasse télé télévision téléphone temps tenir terminer terre tête thé ticket tomber tôt toucher toujours tour tourner train tranquille travail travailler travers tresse triste trois trouver
tuer université vacances vache vaisselle valise vélo vendre vendredi venir vent ventre verre vert veste vêtement viande vide vie vieux village ville vin visage vite vivre voir voisin voiture voix voler voyage
vrai week-end zéro`,
	synonyms: `
negation: ne pas jamais aucun aucune sans rien non impossible
cost: prix coût coûte coûtent coûter tarif tarifs frais combien cher chère payant facturé montant
free: gratuit gratuite gratuitement gratis offert offerte offerts sans_frais
cheap: pas_cher moins_cher bon_marché économique abordable
discount: remise réduction réductions promo promotion promotions code_promo bon_de_réduction rabais solde soldes offre coupon
duration: combien_de_temps délai délais durée dure durer temps prend prendre combien_de_jours quand longtemps
speed: rapide rapidement vite express urgent urgence immédiatement
slow: lent retard tard en_retard
when: quand heure heures quelle_heure moment
howmany: combien nombre maximum minimum limite quantité maximal
where: se_trouve où adresse situé situés située trouver trouve trouvez emplacement localisation rue lieu venir plan itinéraire
why: pourquoi raison raisons expliquer
how: comment étapes procédure fonctionne façon manière expliquer
open: ouvert ouverts ouverte ouvrez ouvre ouvrir ouverture horaire horaires heures_d_ouverture fermé fermés fermez ferme fermeture fermer
shipping: livraison livraisons livrer livré livrez livrée livrés expédition expédier expédié expédiez envoi envoyer envoyé envoyez colis paquet poste port transporteur coursier envois
arrive: arriver arrive arrivé arrivée arrivera recevoir reçu reçois recevrai venir venu parvenir
track: suivre suivi tracer traçage où_est où_en_est numéro_de_suivi statut
order: commander commande commandes commandé commandée achat acheter
buy: acheter achat achète acheté commander boutique
sell: vendre vendez vente vendu disponible stock
return: retour retours retourner renvoyer rendre rapporter échanger rétractation
refund: remboursement rembourser remboursé remboursée remboursez argent avoir récupérer
exchange: échange échanger changer remplacer remplacement
complain: plainte plaindre réclamation réclamer mécontent déçu déçue mauvais insatisfait furieux
broken: cassé cassée abîmé abîmée endommagé endommagée défectueux défaut percé déchiré ne_fonctionne_pas ne_marche_pas panne
fail: échec échoué erreur problème ne_marche_pas ne_fonctionne_pas bug
decline: refusé refusée refuser refus rejeté rejetée
allow: autorisé autorisés permis permettre accepté accepter droit
cancel: annuler annulation annulé annulée résilier résiliation supprimer arrêter
pay: payer paiement paiements paie payé payez régler règlement
paymethod: moyens_de_paiement moyen_de_paiement mode_de_paiement modes_de_paiement carte_bancaire carte_bleue carte_de_crédit paypal espèces virement chèque visa mastercard apple_pay google_pay liquide
card: carte cartes
cash: espèces liquide monnaie billets
money: argent somme montant fonds
account: compte profil
transfer: virement virer transférer transfert
missing: manque manquant pas_arrivé pas_reçu pas_là toujours_pas rien_reçu jamais_reçu disparu perdu n_est_pas_arrivé
lost: perdu perdre égaré
stolen: volé vol voler
wrong: faux fausse erreur mauvais mauvaise incorrect trompé erroné
twice: deux_fois double doublon
forget: oublié oublier
password: mot_de_passe code identifiant connexion connecter
change: changer modifier modification changement mettre_à_jour corriger déplacer
new: nouveau nouvelle nouveaux neuf
close: fermer supprimer clôturer effacer
verify: vérifier confirmer confirmation preuve
abroad: étranger international internationale europe pays hors suisse belgique allemagne autriche espagne italie portugal pays-bas luxembourg angleterre irlande suède danemark pologne grèce canada états-unis france
country: pays étranger france suisse belgique allemagne autriche espagne italie
support: accepter acceptez acceptés accepte prendre prenez possible
offer: proposer proposez offrez avez vendez disponible existe
possible: possible peut pouvez puis-je
choose: choisir choix conseil conseils conseiller conseillez recommander recommandez recommandation recommandations suggérer suggestion aide quel quelle préférer convient
search: chercher cherche recherche trouver
automatic: automatique abonnement régulier mensuel chaque_mois
phone: téléphone téléphoner appeler appelez numéro portable appel
child: enfant enfants bébé
friend: ami amie amis quelqu_un
expire: expirer expire périmé périmée validité valable péremption conserve se_conserve conservation durée_de_vie date_limite
address: adresse déménagé déménagement
contact: contact contacter joindre parler appeler écrire mail e-mail email téléphoner
human: humain humaine personne quelqu_un conseiller conseillère vendeur employé vraie_personne vrai service_client
shop: magasin magasins boutique boutiques café torréfacteur torréfaction supermarché commerce
job: cherche_du_travail travail emploi job travailler recrutez recrutement candidature postuler embauchez stage
appointment: rendez-vous rendez_vous réserver réservation place places inscrire inscription
gift: cadeau cadeaux offrir carte_cadeau bon_cadeau chèque_cadeau emballage_cadeau
subscription: abonnement abonner abonnements mensuel chaque_mois régulièrement
invoice: facture factures reçu ticket ticket_de_caisse justificatif
warranty: garantie
ingredient: ingrédient ingrédients contient contiennent allergène allergènes allergie allergique traces gluten lactose noix
organic: bio biologique écologique durable environnement écolo
fair: équitable commerce_équitable producteurs paysans
origin: origine provenance vient viennent provient d_où pays cultivé
size: taille format formats grammes kilo poids quantité paquet grand petit
store_keep: conserver conservation garder stocker ranger frigo réfrigérateur congélateur
fresh: frais fraîche fraîcheur torréfié torréfiez torréfaction date_de_torréfaction
caffeine: caféine décaféiné déca décaféinés sans_caféine
grind: moudre moulu moulus mouture moulin moulez moulue
recycle: recycler recyclage recyclable emballage emballages sachet sachets plastique compostable poubelle
wholesale: gros grossiste professionnel professionnels entreprise entreprises restaurant revendeur bureau grandes_quantités pro
parking: parking garer stationnement voiture stationner
transit: tram tramway bus métro train gare arrêt transports
pet: chien chiens animaux animal
wheelchair: fauteuil_roulant accessible accessibilité handicap handicapé rampe marches poussette
vegan: végétalien vegan végan lait avoine soja végétal
pickup: récupérer_sur_place retirer retrait récupérer chercher click_and_collect sur_place
data: données rgpd personnelles confidentialité
tasting: dégustation dégustations déguster goûter cupping
class: cours atelier ateliers formation stage événement
member: fidélité points carte_de_fidélité membre
brew: préparer préparation infuser recette recettes faire_le_café
feedback: avis note noter commentaire retour_d_expérience opinion évaluer
taste: goût arôme aime
`,
}
