package flows

// Source is a set as written, before it is compiled: what config fills in from a folder, or a Go program by hand.
type Source struct {
	Bot          Bot
	Flows        []*Flow
	Builtin      []*Flow // the flows behind /help, /language, ...; one of Flows with the same id replaces it
	Translations []Translation
	Catalogs     []*Catalog
	FAQ          []*FAQ
	Calls        []*Call               // Go functions of the embedding program, beside those of Bot
	Media        map[string]MediaEntry // the files below media/, by path as media/menu.pdf; nil: not looked at

	// Former is the set of an earlier Compile, or nil: what is the same in both is taken over from it, which costs less time and changes nothing else. It counts on
	// Translations not being changed after a Compile.
	Former *Set

	Each Each // compiles flows side by side; nil: one after the other
}

// Bot is bot.yaml: who speaks, what is remembered, and all that flows share.
type Bot struct {
	Ref       Ref
	Name      string     `yaml:"bot,required" doc:"The name of the bot, as customers see it."`
	Languages []string   `yaml:"languages,required" doc:"The languages it speaks; flows are written in the first one."`
	TimeZone  string     `yaml:"time_zone,required" doc:"The zone that dates and times are meant in, as Europe/Berlin."`
	TimeZones []string   `yaml:"time_zones" doc:"Further zones that customers can be in: a flow sets theirs as {time_zone: \"'Europe/London'\"}."`
	Currency  string     `yaml:"currency,required" doc:"The currency of a bare amount, as EUR."`
	Start     FlowName   `yaml:"start,required" doc:"The flow behind /start and /menu."`
	Commands  []FlowName `yaml:"commands" doc:"What Telegram's menu of commands lists, in this order; without it all that flows make."`
	Fields    Fields     `yaml:"fields" doc:"What the bot remembers of a customer across conversations."`
	Phrases   Phrases    `yaml:"phrases" doc:"What the bot says of itself, reworded, and texts of your own as {{ phrases.name }}."`
	Defaults  Defaults   `yaml:"defaults" doc:"For every question; a flow's own defaults come before, a step's own keys before that."`
	Privacy   Privacy    `yaml:"privacy" doc:"What /privacy tells."`
	Brand     Brand      `yaml:"brand" doc:"Who speaks, and how."`
	Hours     []*Hours   `yaml:"hours" doc:"Opening times by name, for is_open('shop'), next_open('shop') and wait."`
	Attention Attention  `yaml:"attention" doc:"When customers want to be left alone."`
	Calls     []*Call    `yaml:"calls" doc:"What flows may call, by name."`
	Shop      Shop       `yaml:"shop" doc:"Taxes, shipping and vouchers."`
	Payments  []*Payment `yaml:"payments" doc:"The ways to pay, by name: with a provider, with Telegram Stars, or outside of Telegram."`
	Allow     []string   `yaml:"allow" doc:"Findings of check that are meant to be so in bot.yaml and all files but the flows, by their codes; those in a flow are allowed there."`
}

// Phrases are texts by name.
type Phrases []*Phrase

// Phrase is one text by name.
type Phrase struct {
	Ref  Ref
	Name ID   `yaml:",key"`
	Text Line `yaml:"text,short,required" doc:"The text."`
}

// Defaults are the keys of a question that may be said once for a flow or for the whole bot.
type Defaults struct {
	Retry      Text        `yaml:"retry" names:"question,hint" doc:"What is said to an answer that does not fit; one text for each further try. May use {{ question }} and {{ hint }}."`
	GiveUp     Target      `yaml:"give_up" doc:"Where the talk goes on when the tries are used up; without it the question stays open."`
	Silence    *Pause      `yaml:"silence" doc:"What happens when the customer does not answer."`
	Interrupts *Interrupts `yaml:"interrupts" doc:"What may interrupt the question: all, faq, none, or a list of flows."`
	Buttons    []Button    `yaml:"buttons" doc:"Buttons under every question."`
	AfterPress AfterPress  `yaml:"after_press" doc:"What becomes of the buttons after one is pressed: keep, mark or remove."`
}

// Interrupts says which flows a customer may start while a question is open.
type Interrupts struct {
	Ref   Ref
	All   bool
	FAQ   bool       // where not all: the FAQ
	Flows []FlowName // where not all: these
}

// AfterPress says what becomes of a question's buttons after one of them is pressed: "keep" (also if nothing is written), "mark" or "remove".
type AfterPress string

// The values of after_press.
const (
	KeepButtons   AfterPress = "keep"
	MarkButton    AfterPress = "mark"
	RemoveButtons AfterPress = "remove"
)

// Privacy is what /privacy tells: who keeps the data, and for what.
type Privacy struct {
	Controller string    `yaml:"controller" doc:"Who is responsible for the data, with an address."`
	Policy     string    `yaml:"policy" doc:"Where the full policy can be read."`
	Purposes   []Purpose `yaml:"purposes" doc:"What data is kept for, by name."`
}

// Purpose is one thing that data is kept for.
type Purpose struct {
	Ref   Ref
	ID    ID    `yaml:",key"`
	Label Label `yaml:"label,short,required" doc:"The purpose as customers read it."`

	Consent bool `yaml:"consent" doc:"Nothing is sent for this purpose without the yes of a consent field."`
}

// Translation is one entry of texts/<lang>.yaml: the text of a place in another language, known by the place and the source text.
type Translation struct {
	Ref      Ref
	Language string
	At       string   // flow.step, flow.title, flow.words, field.option, field.label, phrases.id, purposes.id, defaults.step
	Source   string   // the text in the first language
	Text     string   // in Language
	Words    []string // where the place is a list of words that customers say
	Waits    bool     // nothing has been written yet: Text and Words are empty
}
