package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"

	"repartee/config"
	"repartee/flows/steps"
	"repartee/flows/talk"
	"repartee/internal/console"
)

// nameForm is what a file of a talk may be called.
const nameForm = `^[a-z0-9][a-z0-9_-]{0,63}$`

// SaveTalk implements [console.Workbench].
func (r *Rehearsal) SaveTalk(_ context.Context, customer int64, name string) (string, error) {
	if fine, err := regexp.MatchString(nameForm, name); err != nil || !fine {
		return "", &console.Refusal{Words: "A test is called by small letters, digits, - and _, as advice_happy."}
	}
	r.deeds.Lock()
	defer r.deeds.Unlock()
	w := r.current()
	p, ok := w.phones.Get(customer)
	switch {
	case !ok:
		return "", console.ErrNotFound
	case r.opts.Dir == "":
		return "", &console.Refusal{Words: "These files are built in. `repartee init coffee --from coffee` gives you some of your own."}
	}
	file := path.Join("talks", name+".yaml")
	if _, err := fs.Stat(r.opts.Files, file); err == nil {
		return "", taken(file)
	}
	text, err := r.written(w, p, name)
	if err != nil {
		return "", err
	}
	if err := create(r.opts.Dir, file, text); errors.Is(err, fs.ErrExist) {
		return "", taken(file)
	} else if err != nil {
		return "", fmt.Errorf("write the talk: %w", err)
	}
	return file, nil
}

func taken(file string) error {
	return &console.Refusal{Words: "There is a test of this name already, " + file + ". Take another name."}
}

// written is the talk as a file, which the bot's own files pass. Pauses are told in minutes where that is enough.
func (r *Rehearsal) written(w *world, p console.Phone, name string) (text []byte, err error) {
	for _, exact := range []bool{false, true} {
		var s *script
		if s, err = scriptOf(w, p, name, exact); err != nil {
			return nil, err
		}
		if err = s.fit(); err == nil {
			text = s.talk.YAML()
			if err = r.passes(name, text); err == nil {
				return text, nil
			}
		}
	}
	return nil, err
}

// passes reads the talk as `repartee test` does, with the files that run, and plays it.
func (r *Rehearsal) passes(name string, text []byte) error {
	workspace := config.NewWorkspace(r.opts.Files, steps.Kinds())
	workspace.Edit(path.Join("talks", name+".yaml"), text)
	loaded, found := workspace.Load()
	if loaded.Set == nil {
		return &console.Refusal{Words: "The files have errors: " + found[0].Message + ". Mend them, then save the talk."}
	}
	for i := range loaded.Talks {
		t := &loaded.Talks[i]
		if t.Ref.Path != "talks."+name {
			continue
		}
		language := ""
		if len(t.Languages) > 0 {
			language = t.Languages[0]
		}
		if result := talk.Play(loaded.Set, t, language); !result.Passed() {
			return &console.Refusal{Words: "This talk cannot be written as a test: " + result.Failures[0].Message + "."}
		}
		return nil
	}
	return &console.Refusal{Words: "This talk cannot be written as a test."}
}

// create writes a file that is not there yet, and nothing outside of the folder.
func create(dir, file string, text []byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := root.MkdirAll(path.Dir(file), 0o755); err != nil {
		return err
	}
	f, err := root.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}
