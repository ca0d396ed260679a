package console

import (
	"net/http"

	"golang.org/x/text/language"
)

// Texts are the words of the page in one language.
type Texts struct {
	Lang string // the language's own tag

	BenchTexts
	NumbersTexts

	// Customers and how the page looks.
	Customers, NewCustomer, Name, Language, Create, Cancel, Close  string
	FirstNames                                                     string // suggested for a new customer
	Theme, ThemeAuto, ThemeLight, ThemeDark, Unread, You, Real     string
	NobodyYet, NobodyYetHint, NeedsScript, LostConnection, SkipTo  string
	ShowCustomers, ChatMenu, Restart, DeepLink, Payload, Block, Go string

	// The chat.
	Chat, Bot, IsBot, Typing, WhatCanItDo, Start, Blocked, Unblock, Edited, Latest string
	Write, Send, Attach, Commands, NoCommands, ShowKeyboard, ReplyKeyboard, Alert  string
	PressGoesOn, OpensNew, Copied, Reveal                                          string
	Contact, Stranger, Photo, Album, Voice, Location, Document, Video, InReplyTo   string

	// What one does with a message, and who a customer is.
	AboutMessage, Reply, EditMessage, Reaction, Replying, Editing            string
	LastName, UserName, ComesBy, ChangeProfile, ProfileTitle, Save, ComeBack string

	// Paying, and time that goes by.
	Pay, PayTest, Invoice, Receipt, Total, ShipTo, Details, TestAddressLabel, OwnAddress, Phone, Email   string
	Street, Street2, PostCode, City, Region, Country, GoOn, WayOfShipping                                string
	Tip, NoTip, OtherTip, YourStars, Outcome, OutcomePaid, OutcomeTwice, OutcomeDeclined, OutcomeTooLate string
	OutcomeHour, OutcomeWeek, Paying, MoneyPaid, MoneyBack, PassHour, PassDay, TimePassed                string
	BotRefused, BotSilent, CardDeclined, TooFewStars, FormIncomplete                                     string

	// What staff do.
	Staff, StaffState, StaffNote, StaffSay, StatePaid, StatePacked, StateSent, StateDelivered, StateCancelled, StateRefunded, NoOrder, WrongOrderState string

	// Coming in where other computers can reach the page, and going.
	LoginTitle, LoginSecret, LoginGo, LoginNote, LoginWrong, LoginTooOften, LoginOver, Logout string

	// Why something was not done.
	Failed, WrongInput, NotThere, TooMany, NoServer string
}

// textsFor picks the language that a reader prefers, English if none fits.
func textsFor(r *http.Request) Texts {
	all := []Texts{english(), german(), french()}
	tags := make([]language.Tag, len(all))
	for i, t := range all {
		tags[i] = language.MustParse(t.Lang)
	}
	_, at := language.MatchStrings(language.NewMatcher(tags), r.Header.Get("Accept-Language"))
	return all[at]
}
