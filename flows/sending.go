package flows

import "repartee/flows/expr"

// SendMessage sends a message with pictures or files. A text that is too long for a caption comes as a message of its own, with the buttons; so do the buttons of
// an album.
func (t *Turn) SendMessage(m Display) {
	if m.Location != nil {
		t.effects = append(t.effects, Send{Location: m.Location, Buttons: m.Buttons})
		return
	}
	if m.Invoice != nil {
		invoice := *m.Invoice
		invoice.Buttons = m.Buttons
		t.effects = append(t.effects, invoice)
		return
	}
	if len(m.Media) == 0 {
		t.send([]expr.Formatted{m.Text}, m.Buttons)
		return
	}
	sent := Send{Media: m.Media}
	caption := expr.UTF16Len(m.Text.Text) <= CaptionLimit && (len(m.Media) == 1 || len(m.Buttons) == 0)
	if caption {
		sent.Text, sent.Entities = m.Text.Text, m.Text.Entities
	}
	if caption && len(m.Media) == 1 {
		sent.Buttons = m.Buttons
		t.effects = append(t.effects, sent)
		return
	}
	t.effects = append(t.effects, sent)
	if !caption && m.Text.Text != "" {
		t.send([]expr.Formatted{m.Text}, m.Buttons)
	}
}

// Attachments gives files of the media folder, those of the customer's language where there are any.
func (t *Turn) Attachments(m *MediaFiles, medium Medium) []Attachment {
	var all []Attachment
	for i := range m.Files {
		all = append(all, t.attachment(&m.Files[i], medium))
	}
	return all
}

func (t *Turn) attachment(f *MediaFile, medium Medium) Attachment {
	a := Attachment{Medium: medium, Name: baseName(f.Path)}
	if f.hashes != nil {
		a.Hash = f.hashes[t.lang]
	}
	return a
}

// Photo gives the picture of an item: the file that its photo column names; none where there is none.
func (t *Turn) Photo(path string) []Attachment {
	if f := t.set.media[path]; f != nil {
		return []Attachment{t.attachment(f, Photo)}
	}
	return nil
}

func baseName(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return path[i+1:]
		}
	}
	return path
}
