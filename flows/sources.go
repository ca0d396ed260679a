package flows

import (
	"repartee/flows/expr"
	"repartee/flows/shop"
	"repartee/flows/value"
)

// Listing is where a step's items come from: a catalog, the FAQ, orders, or a list field. A kind embeds it; `item` is the one at hand in all that the step says.
type Listing struct {
	From  SourceName `yaml:"from" doc:"Where the items come from: catalog.coffee, orders, faq, or a list field."`
	Where *Condition `yaml:"where" doc:"Only the items for which this holds."`
	Sort  []SortKey  `yaml:"sort" doc:"By which columns they are sorted, as [price, -name]; a minus turns the order round."`
	Limit int        `yaml:"limit" doc:"How many at most."`

	source *source
}

// SourceName names a source of items: catalog.coffee, orders, faq, or a field of type list.
type SourceName struct {
	Ref  Ref
	Name string
}

// SortKey is a column that items are sorted by.
type SortKey struct {
	Ref        Ref
	Column     string
	Descending bool
}

// source is a compiled SourceName.
type source struct {
	catalog *Catalog
	faq     bool
	program *expr.Program // of a list that a name stands for
	item    *value.Type
}

// Catalog is one list of goods, services or people: catalog.yaml, or a file of catalog/.
type Catalog struct {
	Ref     Ref
	ID      ID     `yaml:",key"`
	Columns Fields `yaml:"columns" doc:"Columns beside the given ones, with their types."`
	Items   []Item `yaml:"items" doc:"The items; or they stand in catalog/<name>.csv."`

	sold  *shop.Catalog
	lists []value.Value // all items, by the set's languages
	part  *part         // what was found out of the items
}

// Item is one line of a catalog, as written.
type Item struct {
	Ref   Ref
	Cells []Cell
}

// Cell is one value of an item, as written.
type Cell struct {
	Ref    Ref
	Column string
	Text   string
	List   []string // where a list is written
	Parts  []Item   // where a list of records is written, as for variants
}

// FAQ is a plain question with its answer: one entry of faq.yaml.
type FAQ struct {
	Ref    Ref
	ID     ID       `yaml:"id,required" doc:"The name of the entry."`
	Topic  ID       `yaml:"topic" doc:"What it is about; groups the entries in menus."`
	Ask    []string `yaml:"ask,required" doc:"How customers ask; each language has its own list."`
	Answer Text     `yaml:"answer,required" doc:"What is answered."`
	Then   *Button  `yaml:"then" doc:"An offer behind the answer, as a button: {flow: id} with a label, else the flow's title."`
}

// FAQName names an entry of the FAQ.
type FAQName struct {
	Ref  Ref
	Name string
}

// Call is something outside that flows may `call`: a request of bot.yaml, or a Go function of the embedding program.
type Call struct {
	Ref    Ref
	ID     ID       `yaml:",key"`
	Get    *Line    `yaml:"get" doc:"The address to get the answer from; {{ name }} of needs is encoded."`
	Post   *Line    `yaml:"post" doc:"The address to send what it needs to, as JSON."`
	Put    *Line    `yaml:"put" doc:"As post, with PUT."`
	Patch  *Line    `yaml:"patch" doc:"As post, with PATCH."`
	Delete *Line    `yaml:"delete" doc:"As get, with DELETE."`
	Token  string   `yaml:"token,secret" doc:"A bearer token from the environment, as $API_TOKEN."`
	Needs  Fields   `yaml:"needs" doc:"What it is given, with the types."`
	Gives  Fields   `yaml:"gives" doc:"What its JSON answer holds, with the types."`
	Within Duration `yaml:"within" doc:"The time limit of one try; without it 10 seconds."`
	Tries  int      `yaml:"tries" doc:"How often it is tried in all; without it once."`
	Func   bool     `yaml:"-"` // a Go function

	method       string
	url          *expr.Template
	needs, gives map[string]*Field
}

// CallName names a call of bot.yaml.
type CallName struct {
	Ref  Ref
	Name string
}

// Brand is how the bot speaks.
type Brand struct {
	Persona string `yaml:"persona" doc:"Who speaks, as customers may be told."`
	Voice   []Tone `yaml:"voice" doc:"By language, how it speaks; check holds the texts to it."`
}

// Tone is how the bot speaks in one language.
type Tone struct {
	Ref      Ref
	Language string   `yaml:",key"`
	Address  Address  `yaml:"address" doc:"How customers are addressed: formal or informal."`
	Avoid    []string `yaml:"avoid" doc:"Words that no text may use."`
}

// Address is how customers are addressed: du and tu, or Sie and vous.
type Address string

// The values of address.
const (
	Informal Address = "informal"
	Formal   Address = "formal"
)

// Values are what can be written.
func (Address) Values() []string { return []string{string(Informal), string(Formal)} }

// Hours are opening times by name.
type Hours struct {
	Ref   Ref
	ID    ID
	Times *shop.Hours
}

// Attention is when customers want to be left alone.
type Attention struct {
	Quiet *shop.Quiet `yaml:"quiet" doc:"The hours of the day in which the bot does not speak first, as 21:00-08:00."`
}

// MediaFiles are pictures or files that a step sends.
type MediaFiles struct {
	Ref   Ref
	Files []MediaFile
}

// MediaFile is one file below media/.
type MediaFile struct {
	Ref  Ref
	Path string // as media/menu.pdf

	hashes []string // by the set's languages
}

// MediaEntry is a file of the media folder: what the set knows it by.
type MediaEntry struct {
	Hash string // SHA-256 in hex
	Size int64  // bytes
}

// IfKnown says what a question does whose answer is remembered.
type IfKnown string

// The values of if_known.
const (
	AskKnown     IfKnown = "ask"
	ConfirmKnown IfKnown = "confirm"
	SkipKnown    IfKnown = "skip"
)

// Values are what can be written.
func (IfKnown) Values() []string {
	return []string{string(AskKnown), string(ConfirmKnown), string(SkipKnown)}
}

// Scale is what a rating is given in.
type Scale string

// The values of scale.
const (
	Stars  Scale = "stars"
	Points Scale = "points"
	Thumbs Scale = "thumbs"
)

// Values are what can be written.
func (Scale) Values() []string { return []string{string(Stars), string(Points), string(Thumbs)} }

// OnPublish says what becomes of customers who are in a flow when its files change.
type OnPublish string

// The values of on_publish.
const (
	Drain   OnPublish = "drain"   // they end it as they began it
	MoveOn  OnPublish = "move"    // they go on in the new one
	Restart OnPublish = "restart" // they begin the new one
)

// Values are what can be written.
func (OnPublish) Values() []string {
	return []string{string(Drain), string(MoveOn), string(Restart)}
}

// Of says what the entries of a list are, or which catalog an item is of.
type Of struct {
	Ref    Ref
	Type   string // of one value each, or catalog.x
	Fields Fields // of several
}

// WaitFor says what a flow waits for: exactly one of For, Until and Event is written.
type WaitFor struct {
	Ref    Ref
	For    Duration `yaml:"for,short" doc:"How long."`
	Until  *Expr    `yaml:"until" doc:"Until which time, as appointment.start - 2h."`
	Event  ID       `yaml:"event" doc:"Until this event comes."`
	AtMost Duration `yaml:"at_most" doc:"The longest wait for an event; then the flow goes on at cancelled."`
}

// SplitArm is one arm of a split.
type SplitArm struct {
	Ref    Ref
	ID     ID    `yaml:",key"`
	Weight int   `yaml:"weight,required" doc:"How many of hundred customers get it."`
	Do     Steps `yaml:"do" doc:"Its steps."`
}
