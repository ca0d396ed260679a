package storetest

import (
	"bytes"
	"crypto/sha256"
	"fmt"

	"repartee/bot"
)

func lending() []testCase {
	return []testCase{
		{"a file is known by the id that was kept last", func(d *desk) {
			d.same("unknown", d.fileID("photo:aa"), "")
			for _, id := range []string{"one", "two"} {
				if err := d.store.KeepFileID(d.Context(), "photo:aa", id); err != nil {
					d.Fatal(err)
				}
				d.same("known", d.fileID("photo:aa"), id)
			}
			d.same("another", d.fileID("file:aa"), "")
		}},
		{"the same files keep their number, others get the next", func(d *desk) {
			first, second := []byte("first\x00\xff"), []byte("second")
			for _, p := range []struct {
				files  []byte
				number int
			}{{first, 1}, {first, 1}, {second, 2}, {second, 2}, {first, 3}} {
				d.same("number", d.publish(p.files), p.number)
			}
			d.same("1", d.publication(1), first)
			d.same("2", d.publication(2), second)
			d.same("3", d.publication(3), first)
			d.same("4", d.publication(4), []byte(nil))
		}},
		{"publications are kept until they are dropped, and the latest always", func(d *desk) {
			for i := 1; i <= 120; i++ {
				d.same("number", d.publish(fmt.Append(nil, i)), i)
			}
			d.same("1", d.publication(1), []byte("1"))
			dropped, err := d.store.DropPublications(d.Context(), []int{1, 3, 120, 4711})
			if err != nil {
				d.Fatal(err)
			}
			d.same("dropped", dropped, 2)
			d.same("1 is gone", d.publication(1), []byte(nil))
			d.same("2", d.publication(2), []byte("2"))
			d.same("120", d.publication(120), []byte("120"))
			if dropped, err = d.store.DropPublications(d.Context(), []int{1, 3}); err != nil {
				d.Fatal(err)
			}
			d.same("dropped again", dropped, 0)
			d.same("the next", d.publish([]byte("more")), 121)
		}},
		{"publications are listed with their digest, the oldest first", func(d *desk) {
			d.same("none", len(d.publications()), 0)
			before := d.store.Now()
			d.publish([]byte("one"))
			d.publish([]byte("two, and longer"))
			all := d.publications()
			for i, files := range []string{"one", "two, and longer"} {
				d.same("digest", all[i].Digest, fmt.Sprintf("%x", sha256.Sum256([]byte(files))))
				d.same("bytes", all[i].Bytes, len(files))
				d.same("number", all[i].Number, i+1)
				d.same("its time", all[i].At >= before && all[i].At <= d.store.Now(), true)
			}
		}},
		{"the secret stays the same", func(d *desk) {
			first, second := d.secret(), d.secret()
			d.same("length", len(first), 32)
			d.same("again", second, first)
			if bytes.Equal(first, make([]byte, 32)) {
				d.Fatal("it is nothing")
			}
		}},
	}
}

func (d *desk) fileID(file string) string {
	d.Helper()
	id, err := d.store.FileID(d.Context(), file)
	if err != nil {
		d.Fatalf("FileID: %v", err)
	}
	return id
}

func (d *desk) publish(files []byte) int {
	d.Helper()
	number, err := d.store.Publish(d.Context(), files)
	if err != nil {
		d.Fatalf("Publish: %v", err)
	}
	return number
}

func (d *desk) publication(number int) []byte {
	d.Helper()
	files, err := d.store.Publication(d.Context(), number)
	if err != nil {
		d.Fatalf("Publication: %v", err)
	}
	return files
}

func (d *desk) publications() []bot.Publication {
	d.Helper()
	all, err := d.store.Publications(d.Context())
	if err != nil {
		d.Fatalf("Publications: %v", err)
	}
	return all
}

func (d *desk) secret() []byte {
	d.Helper()
	secret, err := d.store.Secret(d.Context())
	if err != nil {
		d.Fatalf("Secret: %v", err)
	}
	return secret
}
