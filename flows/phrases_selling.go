package flows

// sellingPhrases are what the bot says of money, orders and appointments by itself; the steps that sell have more of them.
var sellingPhrases = map[string]map[string]string{
	"sum_discount":     {"en": "Voucher {{ voucher }}: {{ amount }}", "de": "Gutschein {{ voucher }}: {{ amount }}", "fr": "Bon {{ voucher }} : {{ amount }}"},
	"sum_shipping":     {"en": "{{ way }}: {{ amount }}", "de": "{{ way }}: {{ amount }}", "fr": "{{ way }} : {{ amount }}"},
	"sum_tax":          {"en": "VAT {{ rate }}%: {{ amount }}", "de": "MwSt. {{ rate }} %: {{ amount }}", "fr": "TVA {{ rate }} % : {{ amount }}"},
	"sum_tax_included": {"en": "including VAT {{ rate }}%: {{ amount }}", "de": "darin MwSt. {{ rate }} %: {{ amount }}", "fr": "dont TVA {{ rate }} % : {{ amount }}"},
	"sum_tip":          {"en": "Tip: {{ amount }}", "de": "Trinkgeld: {{ amount }}", "fr": "Pourboire : {{ amount }}"},
	"sum_total":        {"en": "**Total: {{ amount }}**", "de": "**Summe: {{ amount }}**", "fr": "**Total : {{ amount }}**"},
	"sum_line":         {"en": "{{ quantity }} × {{ item }}: {{ amount }}", "de": "{{ quantity }} × {{ item }}: {{ amount }}", "fr": "{{ quantity }} × {{ item }} : {{ amount }}"},
	"pay_now":          {"en": "Pay", "de": "Bezahlen", "fr": "Payer"},
	"price_discount":   {"en": "Voucher {{ voucher }}", "de": "Gutschein {{ voucher }}", "fr": "Bon {{ voucher }}"},
	"price_tax":        {"en": "VAT {{ rate }}%", "de": "MwSt. {{ rate }} %", "fr": "TVA {{ rate }} %"},
	"invoice_title":    {"en": "Order {{ order.number }}", "de": "Bestellung {{ order.number }}", "fr": "Commande {{ order.number }}"},

	"pay_provider": {"en": "Card", "de": "Karte", "fr": "Carte"},
	"pay_stars":    {"en": "Telegram Stars", "de": "Telegram-Sterne", "fr": "Étoiles Telegram"},
	"pay_hand":     {"en": "Bank transfer", "de": "Überweisung", "fr": "Virement"},

	"receipt": {
		"en": "Thank you! Your payment has arrived. Order {{ order.number }}:",
		"de": "Vielen Dank! Die Zahlung ist angekommen. Bestellung {{ order.number }}:",
		"fr": "Merci ! Le paiement est bien arrivé. Commande {{ order.number }} :",
	},
	"receipt_free": {
		"en": "Thank you! There is nothing to pay. Order {{ order.number }}:",
		"de": "Vielen Dank! Es ist nichts zu bezahlen. Bestellung {{ order.number }}:",
		"fr": "Merci ! Il n’y a rien à payer. Commande {{ order.number }} :",
	},
	"receipt_next": {
		"en": "/orders shows where it stands, /paysupport helps with payments.",
		"de": "/orders zeigt, wie weit sie ist; bei Fragen zur Zahlung hilft /paysupport.",
		"fr": "/orders montre où elle en est, /paysupport aide pour les paiements.",
	},
	"delivery":      {"en": "Here is {{ item }}.", "de": "Bitte sehr: {{ item }}.", "fr": "Voici {{ item }}."},
	"delivery_link": {"en": "Open", "de": "Öffnen", "fr": "Ouvrir"},

	"order_packed": {
		"en": "Order {{ order.number }} is packed.",
		"de": "Bestellung {{ order.number }} ist gepackt.",
		"fr": "La commande {{ order.number }} est emballée.",
	},
	"order_sent": {
		"en": "Order {{ order.number }} is on its way.",
		"de": "Bestellung {{ order.number }} ist unterwegs.",
		"fr": "La commande {{ order.number }} est en route.",
	},
	"order_delivered": {
		"en": "Order {{ order.number }} has been delivered. Enjoy!",
		"de": "Bestellung {{ order.number }} ist zugestellt. Viel Freude damit!",
		"fr": "La commande {{ order.number }} est livrée. Bonne découverte !",
	},
	"order_cancelled": {
		"en": "Order {{ order.number }} is cancelled.",
		"de": "Bestellung {{ order.number }} ist storniert.",
		"fr": "La commande {{ order.number }} est annulée.",
	},
	"order_refunded": {
		"en": "Order {{ order.number }}: the money is given back, {{ order.total }}.",
		"de": "Bestellung {{ order.number }}: Das Geld ist zurückgegeben, {{ order.total }}.",
		"fr": "Commande {{ order.number }} : l’argent est remboursé, {{ order.total }}.",
	},
	"order_not_paid": {
		"en": "The payment for order {{ order.number }} did not come in time, so it is cancelled. What was in it can be ordered again.",
		"de": "Die Zahlung für Bestellung {{ order.number }} kam nicht rechtzeitig, sie ist daher storniert. Alles darin kann neu bestellt werden.",
		"fr": "Le paiement de la commande {{ order.number }} n’est pas arrivé à temps, elle est donc annulée. Son contenu peut être commandé à nouveau.",
	},
	"order_found": {
		"en": "Good news: what was missing for order {{ order.number }} has been found after all.",
		"de": "Gute Nachricht: Was zu Bestellung {{ order.number }} fehlte, hat sich doch noch gefunden.",
		"fr": "Bonne nouvelle : ce qui manquait à la commande {{ order.number }} a finalement été trouvé.",
	},
	"order_short": {
		"en": "I am sorry: while order {{ order.number }} was being paid, the last piece went to somebody else. The money is given back.",
		"de": "Das tut mir leid: Während Bestellung {{ order.number }} bezahlt wurde, ging das letzte Stück an jemand anderen. Das Geld wird zurückgegeben.",
		"fr": "Toutes nos excuses : pendant le paiement de la commande {{ order.number }}, la dernière pièce est partie ailleurs. L’argent est remboursé.",
	},
	"order_paid_twice": {
		"en": "A payment for order {{ order.number }} came that was one too many. It is given back.",
		"de": "Für Bestellung {{ order.number }} kam eine Zahlung zu viel. Sie wird zurückgegeben.",
		"fr": "Un paiement de trop est arrivé pour la commande {{ order.number }}. Il est remboursé.",
	},
	"money_back": {
		"en": "{{ amount }} for order {{ order.number }} are given back.",
		"de": "{{ amount }} zu Bestellung {{ order.number }} sind zurückgegeben.",
		"fr": "{{ amount }} pour la commande {{ order.number }} sont remboursés.",
	},
	"payment_under_way": {
		"en": "A payment for order {{ order.number }} is just under way. If it was declined, nothing is taken; in two minutes you can choose another way.",
		"de": "Für Bestellung {{ order.number }} ist gerade eine Zahlung unterwegs. Wurde sie abgelehnt, wird nichts abgebucht; in zwei Minuten lässt sich ein anderer Weg wählen.",
		"fr": "Un paiement de la commande {{ order.number }} est en cours. S’il a été refusé, rien n’est débité ; dans deux minutes, un autre moyen pourra être choisi.",
	},
	"payment_missing": {
		"en": "The payment for order {{ order.number }} has not arrived. Nothing was taken if the payment was declined; here is the invoice once more:",
		"de": "Die Zahlung für Bestellung {{ order.number }} ist nicht angekommen. Wurde sie abgelehnt, ist nichts abgebucht; hier ist die Rechnung noch einmal:",
		"fr": "Le paiement de la commande {{ order.number }} n’est pas arrivé. S’il a été refusé, rien n’a été débité ; revoici la facture :",
	},

	"state_open":      {"en": "not paid yet", "de": "noch nicht bezahlt", "fr": "pas encore payée"},
	"state_placed":    {"en": "waiting for the payment", "de": "wartet auf die Zahlung", "fr": "en attente du paiement"},
	"state_paid":      {"en": "paid", "de": "bezahlt", "fr": "payée"},
	"state_packed":    {"en": "packed", "de": "gepackt", "fr": "emballée"},
	"state_sent":      {"en": "on its way", "de": "unterwegs", "fr": "en route"},
	"state_delivered": {"en": "delivered", "de": "zugestellt", "fr": "livrée"},
	"state_cancelled": {"en": "cancelled", "de": "storniert", "fr": "annulée"},
	"state_refunded":  {"en": "refunded", "de": "Geld zurückgegeben", "fr": "remboursée"},
	"state_expired":   {"en": "over", "de": "abgelaufen", "fr": "expirée"},
	"state_short":     {"en": "sold out, the money is given back", "de": "ausverkauft, das Geld wird zurückgegeben", "fr": "épuisée, l’argent est remboursé"},

	"refused_price": {
		"en": "A price has changed meanwhile, so nothing was taken.",
		"de": "Ein Preis hat sich inzwischen geändert, deshalb wurde nichts abgebucht.",
		"fr": "Un prix a changé entre-temps, rien n’a donc été débité.",
	},
	"refused_sold_out": {
		"en": "I am sorry: something of it has just been sold out, so nothing was taken.",
		"de": "Das tut mir leid: Etwas davon ist gerade ausverkauft, deshalb wurde nichts abgebucht.",
		"fr": "Toutes nos excuses : un article vient d’être épuisé, rien n’a donc été débité.",
	},
	"refused_expired": {
		"en": "This invoice was too old, so nothing was taken.",
		"de": "Diese Rechnung war zu alt, deshalb wurde nichts abgebucht.",
		"fr": "Cette facture était trop ancienne, rien n’a donc été débité.",
	},
	"refused_address": {
		"en": "We do not send to that address yet, so nothing was taken. Perhaps there is another one?",
		"de": "Dorthin liefern wir noch nicht, deshalb wurde nichts abgebucht. Gibt es vielleicht eine andere Adresse?",
		"fr": "Nous ne livrons pas encore à cette adresse, rien n’a donc été débité. Y en a-t-il peut-être une autre ?",
	},
	"refused_invoice": {"en": "Telegram takes no payment of this sum. Nothing was taken.", "de": "Über diese Summe nimmt Telegram keine Zahlung an. Es wurde nichts abgebucht.", "fr": "Telegram n’accepte pas de paiement de ce montant. Rien n’a été débité."},
	"refused_over":    {"en": "This invoice is no longer valid; nothing was taken.", "de": "Diese Rechnung gilt nicht mehr; es wurde nichts abgebucht.", "fr": "Cette facture n’est plus valable ; rien n’a été débité."},
	"refused_amount":  {"en": "The amount did not match, so nothing was taken.", "de": "Der Betrag stimmte nicht, deshalb wurde nichts abgebucht.", "fr": "Le montant ne correspondait pas, rien n’a donc été débité."},
	"refused_trouble": {"en": "The payment could not be checked just now, and nothing was taken. Please try again.", "de": "Die Zahlung ließ sich gerade nicht prüfen, es wurde nichts abgebucht. Bitte noch einmal versuchen.", "fr": "Le paiement n’a pas pu être vérifié, rien n’a été débité. Merci de réessayer."},
	"refused_unknown": {"en": "This invoice is not known any more; nothing was taken.", "de": "Diese Rechnung ist nicht mehr bekannt; es wurde nichts abgebucht.", "fr": "Cette facture n’est plus connue ; rien n’a été débité."},

	"checkout_unknown":  {"en": "This invoice is not known any more. Nothing was taken.", "de": "Diese Rechnung ist nicht mehr bekannt. Es wurde nichts abgebucht.", "fr": "Cette facture n’est plus connue. Rien n’a été débité."},
	"checkout_over":     {"en": "This invoice is no longer valid: the order has changed. Nothing was taken.", "de": "Diese Rechnung gilt nicht mehr: Die Bestellung hat sich geändert. Es wurde nichts abgebucht.", "fr": "Cette facture n’est plus valable : la commande a changé. Rien n’a été débité."},
	"checkout_expired":  {"en": "This invoice is too old. Please order again; nothing was taken.", "de": "Diese Rechnung ist zu alt. Bitte neu bestellen; es wurde nichts abgebucht.", "fr": "Cette facture est trop ancienne. Merci de commander à nouveau ; rien n’a été débité."},
	"checkout_paid":     {"en": "This order is paid already. Nothing more was taken.", "de": "Diese Bestellung ist schon bezahlt. Es wurde nichts weiter abgebucht.", "fr": "Cette commande est déjà payée. Rien de plus n’a été débité."},
	"checkout_busy":     {"en": "This order is being paid just now.", "de": "Diese Bestellung wird gerade bezahlt.", "fr": "Cette commande est en cours de paiement."},
	"checkout_payer":    {"en": "This invoice is for somebody else. Open the bot to order for yourself; nothing was taken.", "de": "Diese Rechnung ist für jemand anderen. Für eine eigene Bestellung bitte den Bot öffnen; es wurde nichts abgebucht.", "fr": "Cette facture est destinée à quelqu’un d’autre. Ouvrez le bot pour commander ; rien n’a été débité."},
	"checkout_amount":   {"en": "The amount does not match the order. Nothing was taken.", "de": "Der Betrag passt nicht zur Bestellung. Es wurde nichts abgebucht.", "fr": "Le montant ne correspond pas à la commande. Rien n’a été débité."},
	"checkout_price":    {"en": "A price has changed. Please look at the order again; nothing was taken.", "de": "Ein Preis hat sich geändert. Bitte die Bestellung noch einmal ansehen; es wurde nichts abgebucht.", "fr": "Un prix a changé. Merci de revoir la commande ; rien n’a été débité."},
	"checkout_sold_out": {"en": "Something of it has just been sold out. Nothing was taken.", "de": "Etwas davon ist gerade ausverkauft. Es wurde nichts abgebucht.", "fr": "Un article vient d’être épuisé. Rien n’a été débité."},
	"checkout_address":  {"en": "We do not send to that address yet.", "de": "Dorthin liefern wir noch nicht.", "fr": "Nous ne livrons pas encore à cette adresse."},
	"checkout_invoice":  {"en": "Telegram takes no payment of this sum.", "de": "Über diese Summe nimmt Telegram keine Zahlung an.", "fr": "Telegram n’accepte pas de paiement de ce montant."},
	"checkout_trouble":  {"en": "This could not be checked just now. Please try again; nothing was taken.", "de": "Das ließ sich gerade nicht prüfen. Bitte noch einmal versuchen; es wurde nichts abgebucht.", "fr": "La vérification n’a pas abouti. Merci de réessayer ; rien n’a été débité."},

	"voucher_unknown":   {"en": "I do not know a voucher {{ voucher }}.", "de": "Einen Gutschein {{ voucher }} kenne ich nicht.", "fr": "Je ne connais pas de bon {{ voucher }}."},
	"voucher_early":     {"en": "{{ voucher }} is not valid yet.", "de": "{{ voucher }} gilt noch nicht.", "fr": "{{ voucher }} n’est pas encore valable."},
	"voucher_over":      {"en": "{{ voucher }} is no longer valid.", "de": "{{ voucher }} gilt nicht mehr.", "fr": "{{ voucher }} n’est plus valable."},
	"voucher_used":      {"en": "{{ voucher }} has been used already.", "de": "{{ voucher }} wurde schon eingelöst.", "fr": "{{ voucher }} a déjà été utilisé."},
	"voucher_gone":      {"en": "{{ voucher }} has been used up by others.", "de": "{{ voucher }} ist schon aufgebraucht.", "fr": "{{ voucher }} est épuisé."},
	"voucher_other":     {"en": "{{ voucher }} is for other goods.", "de": "{{ voucher }} gilt für andere Waren.", "fr": "{{ voucher }} concerne d’autres articles."},
	"voucher_minimum":   {"en": "{{ voucher }} is for orders of at least {{ amount }}.", "de": "{{ voucher }} gilt ab {{ amount }}.", "fr": "{{ voucher }} est valable à partir de {{ amount }}."},
	"voucher_not_yours": {"en": "{{ voucher }} is not for this order.", "de": "{{ voucher }} gilt für diese Bestellung nicht.", "fr": "{{ voucher }} ne s’applique pas à cette commande."},

	"forget_money": {
		"en": "Money is still on its way, to us or back. Please ask again when it has arrived; until then nothing is erased.",
		"de": "Es ist noch Geld unterwegs, hierher oder zurück. Bitte noch einmal fragen, wenn es angekommen ist; bis dahin wird nichts gelöscht.",
		"fr": "De l’argent est encore en route, dans un sens ou dans l’autre. Merci de redemander quand il sera arrivé ; d’ici là, rien n’est effacé.",
	},
	"cart_missing":  {"en": "No longer there: {{ list }}", "de": "Nicht mehr da: {{ list }}", "fr": "Plus disponible : {{ list }}"},
	"cart_repriced": {"en": "These prices have changed: {{ list }}", "de": "Diese Preise haben sich geändert: {{ list }}", "fr": "Ces prix ont changé : {{ list }}"},
	"button_cart":   {"en": "To the cart", "de": "Zum Warenkorb", "fr": "Voir le panier"},

	"booking_gone": {
		"en": "I am sorry: {{ booking.start }} was taken by somebody else after all. /appointments to choose another time.",
		"de": "Das tut mir leid: {{ booking.start }} ist nun doch vergeben. Über /appointments lässt sich eine andere Zeit wählen.",
		"fr": "Toutes nos excuses : {{ booking.start }} a finalement été pris. /appointments pour choisir un autre horaire.",
	},
}

// sellingNames are what sellingPhrases may use; see phraseNames.
var sellingNames = map[string][]string{
	"sum_line": {"quantity", "item", "amount"}, "sum_discount": {"voucher", "amount"}, "sum_shipping": {"way", "amount"}, "sum_tax": {"rate", "amount"}, "sum_tax_included": {"rate", "amount"},
	"sum_tip": {"amount"}, "sum_total": {"amount"}, "price_discount": {"voucher"}, "price_tax": {"rate"}, "invoice_title": {"order"},
	"receipt": {"order"}, "receipt_free": {"order"}, "receipt_next": {"order"}, "delivery": {"item"},
	"order_packed": {"order"}, "order_sent": {"order"}, "order_delivered": {"order"}, "order_cancelled": {"order"}, "order_refunded": {"order"},
	"order_not_paid": {"order"}, "order_short": {"order"}, "order_found": {"order"}, "order_paid_twice": {"order"}, "money_back": {"amount", "order"}, "payment_missing": {"order"}, "payment_under_way": {"order"},
	"refused_price": {"order"}, "refused_sold_out": {"order"}, "refused_expired": {"order"}, "refused_address": {"order"}, "refused_over": {"order"},
	"refused_amount": {"order"}, "refused_trouble": {"order"}, "refused_unknown": {"order"}, "refused_invoice": {"order"},
	"voucher_unknown": {"voucher"}, "voucher_early": {"voucher"}, "voucher_over": {"voucher"}, "voucher_used": {"voucher"}, "voucher_gone": {"voucher"},
	"voucher_other": {"voucher"}, "voucher_minimum": {"voucher", "amount"}, "voucher_not_yours": {"voucher"},
	"cart_repriced": {"list"}, "cart_missing": {"list"}, "booking_gone": {"booking"},
}
