package config

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"strings"
	"time"

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
		known, err := f.medium(name, entry)
		if err != nil {
			f.unread(name, err)
			return nil
		}
		f.media[name] = known.MediaEntry
		f.known[name] = known
		return nil
	})
	if err != nil {
		f.unread(mediaDir, err)
	}
}

// medium is what is known of a file, and when it was written: as long as that is the same it need not be read again.
type medium struct {
	flows.MediaEntry
	written time.Time
}

// medium reads a file once to tell its hash and its size.
func (f *folder) medium(name string, entry fs.DirEntry) (medium, error) {
	info, err := entry.Info()
	if err != nil {
		return medium{}, err
	}
	if known, ok := f.known[name]; ok && known.Size == info.Size() && known.written.Equal(info.ModTime()) && !known.written.IsZero() {
		return known, nil
	}
	file, err := f.fsys.Open(name)
	if err != nil {
		return medium{}, err
	}
	defer file.Close()
	hash := sha256.New()
	size, err := io.Copy(hash, file)
	return medium{flows.MediaEntry{Hash: hex.EncodeToString(hash.Sum(nil)), Size: size}, info.ModTime()}, err
}
