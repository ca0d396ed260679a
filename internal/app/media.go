package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"sync"
)

// mediaDir is the folder of pictures and files in a bot's folder.
const mediaDir = "media"

// media opens the files of a bot's media folder by the hash of their content, as a turn names them.
type media struct {
	files fs.FS

	mu    sync.Mutex
	names map[string]string // by hash
}

// Media opens the files of a bot's media folder by the hash of their content, as a turn names them.
func Media(files fs.FS) func(hash string) (io.ReadCloser, error) { return (&media{files: files}).open }

// open finds a file. It is read here, so that what comes is what was asked for, also while somebody puts another in its place.
func (m *media) open(hash string) (io.ReadCloser, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if data, ok := m.read(hash); ok {
		return data, nil
	}
	if err := m.look(); err != nil {
		return nil, err
	}
	if data, ok := m.read(hash); ok {
		return data, nil
	}
	return nil, fmt.Errorf("no file of the media folder has the hash %s any more: %w", hash, fs.ErrNotExist)
}

func (m *media) read(hash string) (io.ReadCloser, bool) {
	name, ok := m.names[hash]
	if !ok {
		return nil, false
	}
	data, err := fs.ReadFile(m.files, name)
	if err != nil || hashOf(data) != hash {
		return nil, false
	}
	return io.NopCloser(bytes.NewReader(data)), true
}

// look reads the whole folder, but for what cannot be read: it may be gone by now, or be none of the bot's.
func (m *media) look() error {
	m.names = map[string]string{}
	return fs.WalkDir(m.files, mediaDir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil && name == mediaDir {
			return err
		}
		if err == nil && !entry.IsDir() {
			m.note(name)
		}
		return nil
	})
}

func (m *media) note(name string) {
	if data, err := fs.ReadFile(m.files, name); err == nil {
		m.names[hashOf(data)] = name
	}
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
