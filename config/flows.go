package config

import (
	"maps"
	"runtime"
	"sync"

	"repartee/flows"
)

// decodedFlow is a file of a flow as it was decoded, and what the decoding has gathered.
type decodedFlow struct {
	flow *flows.Flow
	said *loader
}

// flows decodes the files of flows, several at once, and takes over what was gathered in the order of the files.
func (l *loader) flows(names []string) []*flows.Flow {
	decoded := l.ahead(names)
	all := make([]*flows.Flow, len(names))
	for i, name := range names {
		doc, known := l.parsed(name), decoded[i]
		if known.flow == nil || l.places.has(known.flow.Ref) { // another one has its name
			all[i] = l.flow(doc)
			continue
		}
		l.takeOver(known.said)
		all[i] = known.flow
	}
	return all
}

// ahead decodes each file as if there were no other one.
func (l *loader) ahead(names []string) []decodedFlow {
	decoded := make([]decodedFlow, len(names))
	if l.written != nil {
		return decoded // who wants to know what is written wants it in order
	}
	each := runtime.GOMAXPROCS(0)
	shapes := make([]shapes, each)
	var decoding sync.WaitGroup
	for at := range each {
		shapes[at] = maps.Clone(l.shapes)
		decoding.Go(func() {
			for i := at; i < len(names); i += each {
				said := l.anew()
				said.shapes, said.docs = shapes[at], l.docs
				decoded[i] = decodedFlow{said.flow(l.docs[names[i]]), said}
			}
		})
	}
	decoding.Wait()
	for _, known := range shapes {
		maps.Copy(l.shapes, known)
	}
	return decoded
}
