package steps

import (
	"repartee/flows"
	"repartee/flows/expr"
)

// Say says one or several messages. Buttons under them do not make the talk wait.
type Say struct {
	flows.Listing `yaml:",inline"`
	Say           flows.Text       `yaml:"say,required" doc:"What is said. With a source it stands before the lines, and is left out with them where there is no item."`
	Line          flows.Text       `yaml:"line" doc:"With a source: the line for each item."`
	Photo         flows.MediaFiles `yaml:"photo" doc:"A picture of media/; several make an album."`
	Video         flows.MediaFiles `yaml:"video" doc:"A film of media/; several make an album, with pictures too."`
	File          flows.MediaFiles `yaml:"file" doc:"A file of media/, as a PDF."`
	Voice         flows.MediaFiles `yaml:"voice" doc:"A voice message of media/: OGG with Opus."`
	Location      string           `yaml:"location" doc:"A place on the map: latitude and longitude, as 52.5405, 13.4126."`
	Buttons       []flows.Button   `yaml:"buttons" doc:"Buttons under the last message: commands, pages or other flows."`

	spot *flows.Spot
}

// Source is where the items of the lines come from; nil where there are none.
func (s *Say) Source() *flows.Listing { return sourceOf(&s.Listing) }

// Check settles the source, the files and the place.
func (s *Say) Check(k *flows.Checker) {
	k.Listing(&s.Listing)
	switch {
	case s.From.Name != "" && s.Line.Empty():
		k.Fail(s.From.Ref, "missing-key", `write "line: {{ item.name }}"`, "what is said of each item is missing")
	case s.From.Name == "" && !s.Line.Empty():
		k.Fail(s.Line.Ref, "line-unused", "write `from: orders`, or say it in `say`", "a line is said for each item of a source, and there is none")
	}
	s.checkMedia(k)
}

// Run says it and goes on.
func (s *Say) Run(t *flows.Turn) flows.Move {
	messages := t.Render(&s.Say)
	if s.From.Name != "" {
		lines := s.lines(t)
		if lines == nil {
			return flows.Next()
		}
		messages = under(messages, lines)
	}
	s.send(t, messages)
	return flows.Next()
}

// lines are what is said of the items.
func (s *Say) lines(t *flows.Turn) []expr.Formatted {
	var lines []expr.Formatted
	for _, item := range t.List(&s.Listing) {
		t.WithItem(item, nil, func() { lines = append(lines, expr.Join(t.Render(&s.Line), "\n")) })
	}
	return lines
}

// under puts lines under the last of several messages.
func under(messages, lines []expr.Formatted) []expr.Formatted {
	if len(messages) == 0 {
		return []expr.Formatted{expr.Join(lines, "\n")}
	}
	last := len(messages) - 1
	messages[last] = expr.Join(append([]expr.Formatted{messages[last]}, lines...), "\n")
	return messages
}

// send sends the texts, the last of them under the pictures and files, the place, and below all the buttons.
func (s *Say) send(t *flows.Turn, messages []expr.Formatted) {
	groups := s.media(t)
	last := flows.Display{Buttons: t.Linked(s.Buttons)}
	if n := len(messages); n > 0 {
		last.Text, messages = messages[n-1], messages[:n-1]
	}
	if n := len(groups); n > 0 {
		last.Media, groups = groups[n-1], groups[:n-1]
	}
	for _, text := range messages {
		t.SendMessage(flows.Display{Text: text})
	}
	for _, group := range groups {
		t.SendMessage(flows.Display{Media: group})
	}
	place := flows.Display{Location: s.spot}
	if s.spot != nil {
		place.Buttons, last.Buttons = last.Buttons, nil
	}
	if last.Text.Text != "" || last.Media != nil {
		t.SendMessage(last)
	}
	if s.spot != nil {
		t.SendMessage(place)
	}
}
