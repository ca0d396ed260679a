package lsp

// The parts of the protocol that are spoken here, with its own names.

type position struct {
	Line      int `json:"line"`
	Character int `json:"character"` // in UTF-16 code units
}

type textRange struct {
	Start position `json:"start"`
	End   position `json:"end"`
}

type location struct {
	URI   string    `json:"uri"`
	Range textRange `json:"range"`
}

type textDocument struct {
	URI  string `json:"uri"`
	Text string `json:"text"`
}

// documentParams fit all that is said of a document, and of a place in it.
type documentParams struct {
	TextDocument   textDocument `json:"textDocument"`
	Position       position     `json:"position"`
	Range          textRange    `json:"range"`
	ContentChanges []struct {
		Text string `json:"text"`
	} `json:"contentChanges"`
	NewName string `json:"newName"`
	Context struct {
		IncludeDeclaration bool `json:"includeDeclaration"`
	} `json:"context"`
}

type initialized struct {
	Capabilities capabilities `json:"capabilities"`
	ServerInfo   struct {
		Name string `json:"name"`
	} `json:"serverInfo"`
}

type capabilities struct {
	TextDocumentSync          int               `json:"textDocumentSync"`
	CompletionProvider        completionOptions `json:"completionProvider"`
	HoverProvider             bool              `json:"hoverProvider"`
	DefinitionProvider        bool              `json:"definitionProvider"`
	ReferencesProvider        bool              `json:"referencesProvider"`
	DocumentHighlightProvider bool              `json:"documentHighlightProvider"`
	DocumentSymbolProvider    bool              `json:"documentSymbolProvider"`
	RenameProvider            renameOptions     `json:"renameProvider"`
	CodeActionProvider        bool              `json:"codeActionProvider"`
}

type renameOptions struct {
	PrepareProvider bool `json:"prepareProvider"`
}

// prepared is what a rename would change.
type prepared struct {
	Range       textRange `json:"range"`
	Placeholder string    `json:"placeholder"`
}

type highlight struct {
	Range textRange `json:"range"`
	Kind  int       `json:"kind"`
}

const (
	highlightRead  = 2
	highlightWrite = 3
)

type symbol struct {
	Name           string    `json:"name"`
	Detail         string    `json:"detail,omitempty"`
	Kind           int       `json:"kind"`
	Range          textRange `json:"range"`
	SelectionRange textRange `json:"selectionRange"`
	Children       []symbol  `json:"children,omitempty"`
}

type completionOptions struct {
	TriggerCharacters []string `json:"triggerCharacters"`
}

// fullSync: with each change the whole text comes.
const fullSync = 1

type publishParams struct {
	URI         string       `json:"uri"`
	Diagnostics []diagnostic `json:"diagnostics"`
}

type diagnostic struct {
	Range    textRange `json:"range"`
	Severity int       `json:"severity"`
	Code     string    `json:"code"`
	Source   string    `json:"source"`
	Message  string    `json:"message"`
}

const (
	severityError   = 1
	severityWarning = 2
)

type completionItem struct {
	Label         string   `json:"label"`
	Kind          int      `json:"kind"`
	Detail        string   `json:"detail,omitempty"`
	Documentation string   `json:"documentation,omitempty"`
	SortText      string   `json:"sortText,omitempty"`
	AsIs          int      `json:"insertTextMode,omitempty"` // 1: further lines are not indented once more
	TextEdit      textEdit `json:"textEdit"`
}

// The kinds of completions, as editors paint them.
const (
	kindFunction  = 3
	kindField     = 5
	kindVariable  = 6
	kindModule    = 9
	kindProperty  = 10
	kindValue     = 12
	kindKeyword   = 14
	kindFile      = 17
	kindReference = 18
)

type textEdit struct {
	Range   textRange `json:"range"`
	NewText string    `json:"newText"`
}

type hover struct {
	Contents struct {
		Kind  string `json:"kind"`
		Value string `json:"value"`
	} `json:"contents"`
}

type codeAction struct {
	Title       string        `json:"title"`
	Kind        string        `json:"kind"`
	Diagnostics []diagnostic  `json:"diagnostics"`
	IsPreferred bool          `json:"isPreferred"`
	Edit        workspaceEdit `json:"edit"`
}

type workspaceEdit struct {
	Changes map[string][]textEdit `json:"changes"`
}
