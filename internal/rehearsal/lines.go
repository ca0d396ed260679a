package rehearsal

import (
	"strings"

	"repartee/config"
	"repartee/flows"
	"repartee/internal/console"
)

// lines are those of a file in which something is written.
type lines struct {
	place console.Place
	last  int // of them
	text  string
}

// mostLines bounds what is shown of a step that holds many others.
const mostLines = 60

// linesOf finds the lines of a step: from its own to the next one that is not indented deeper.
func linesOf(loaded *config.Loaded, ref flows.Ref) lines {
	l := lines{place: placeOf(loaded, ref)}
	all := strings.Split(string(loaded.Files[l.place.File]), "\n")
	if l.place.Line > len(all) {
		return l
	}
	first := l.place.Line - 1
	deep, end := indent(all[first]), first+1
	for end < len(all) && (strings.TrimSpace(all[end]) == "" || indent(all[end]) > deep) {
		end++
	}
	for end > first+1 && strings.TrimSpace(all[end-1]) == "" {
		end--
	}
	l.last = end
	shown := all[first:min(end, first+mostLines)]
	for i := range shown {
		if len(shown[i]) >= deep {
			shown[i] = shown[i][deep:]
		}
	}
	l.text = strings.Join(shown, "\n")
	return l
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// find puts each finding at the step with the fewest lines that it lies in.
func (m *mapping) find(out *console.Map) {
	spans := make([]lines, len(out.Boxes))
	for i := range out.Boxes {
		if within := m.within(&m.sheet.Picture.Boxes[i]); len(within) > 0 {
			spans[i] = linesOf(m.w.loaded, within[0].Ref)
		}
	}
	for at, finding := range m.findings {
		best := -1
		for i, s := range spans {
			within := s.place.File == finding.File && s.place.Line <= finding.Line && finding.Line <= s.last
			if within && (best < 0 || s.last-s.place.Line < spans[best].last-spans[best].place.Line) {
				best = i
			}
		}
		if best >= 0 {
			out.Boxes[best].Findings = append(out.Boxes[best].Findings, at)
		}
	}
}
