package lsp

import (
	"errors"

	"github.com/sourcegraph/jsonrpc2"

	"repartee/config"
)

// requestFailed is the protocol's code of a request that was understood and cannot be done; editors show its message.
const requestFailed = -32803

func refusal(err error) error {
	return &jsonrpc2.Error{Code: requestFailed, Message: err.Error()}
}

// renamable is the name under the cursor, if it can be changed.
func renamable(f *folder, name string, at position) (config.Mention, error) {
	if f == nil {
		return config.Mention{}, errors.New("this file belongs to no bot")
	}
	f.latest()
	if f.loaded.Set == nil {
		return config.Mention{}, errors.New("mend the errors first: while files cannot be read, not all places of a name are known")
	}
	m, ok := f.mentionAt(name, at)
	if !ok {
		return m, errors.New("there is no name here that could be changed")
	}
	return m, f.loaded.Renamable(m)
}

// prepareRename tells what would be renamed, and its name.
func prepareRename(f *folder, name string, at position) (any, error) {
	m, err := renamable(f, name, at)
	if err != nil {
		return nil, refusal(err)
	}
	return prepared{f.textRange(m.Range), m.Name.Name}, nil
}

// rename gives the changes in all files.
func rename(f *folder, name string, at position, to string) (any, error) {
	m, err := renamable(f, name, at)
	if err != nil {
		return nil, refusal(err)
	}
	changes, err := f.workspace.Rename(f.loaded, m, to)
	if err != nil {
		return nil, refusal(err)
	}
	return f.edit(changes), nil
}

// edit is changes as the editor makes them.
func (f *folder) edit(changes []config.Change) workspaceEdit {
	edit := workspaceEdit{Changes: map[string][]textEdit{}}
	for _, change := range changes {
		uri, r := f.uri(change.Range.File), f.textRange(change.Range)
		if change.Range.EndCol == change.Range.Col {
			r.End = r.Start
		}
		edit.Changes[uri] = append(edit.Changes[uri], textEdit{r, change.Text})
	}
	return edit
}
