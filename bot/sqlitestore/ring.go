package sqlitestore

import "bytes"

// seen says whether a ring holds an id. A match that straddles two ids is none.
func seen(ring, id []byte) bool {
	width := len(id)
	for at := 0; at+width <= len(ring); at += width {
		if bytes.Equal(ring[at:at+width], id) {
			return true
		}
	}
	return false
}

// remember adds an id to a ring of at most size bytes.
func remember(ring, id []byte, size int) []byte {
	ring = append(ring, id...)
	return ring[max(0, len(ring)-size):]
}
