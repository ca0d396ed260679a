package config

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"strings"

	"repartee/flows"
)

// readMedia takes in what lies in the media folder, at any depth: not the files themselves, but what each is known by.
func (f *folder) readMedia() {
	err := fs.WalkDir(f.fsys, mediaDir, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			f.unread(name, err)
			return nil
		case strings.HasPrefix(entry.Name(), ".") && entry.IsDir():
			return fs.SkipDir
		case strings.HasPrefix(entry.Name(), ".") || entry.IsDir():
			return nil
		}
		known, err := f.medium(name)
		if err != nil {
			f.unread(name, err)
			return nil
		}
		f.media[name] = known
		return nil
	})
	if err != nil {
		f.unread(mediaDir, err)
	}
}

// medium reads a file once to tell its hash and its size.
func (f *folder) medium(name string) (flows.MediaEntry, error) {
	file, err := f.fsys.Open(name)
	if err != nil {
		return flows.MediaEntry{}, err
	}
	defer file.Close()
	hash := sha256.New()
	size, err := io.Copy(hash, file)
	return flows.MediaEntry{Hash: hex.EncodeToString(hash.Sum(nil)), Size: size}, err
}
