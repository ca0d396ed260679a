package cli

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// utterance is what a customer may write, with what is expected to be understood.
type utterance struct{ text, expected string }

const utteranceHeader = "text,expected"

// readUtterances reads one a line, or CSV behind a header.
func readUtterances(in io.Reader) (all []utterance, expecting bool, err error) {
	buffered := bufio.NewReader(in)
	first, err := buffered.ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, false, fmt.Errorf("read the utterances: %w", err)
	}
	first = strings.TrimPrefix(first, "\ufeff")
	if strings.EqualFold(strings.ReplaceAll(strings.TrimSpace(first), " ", ""), utteranceHeader) {
		all, err = readRows(buffered)
		return all, true, err
	}
	all, err = readLines(io.MultiReader(strings.NewReader(first), buffered))
	return all, false, err
}

func readRows(in io.Reader) ([]utterance, error) {
	rows := csv.NewReader(in)
	rows.FieldsPerRecord = -1
	rows.LazyQuotes = true // people write "5" for five inches
	var all []utterance
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read the utterances: %w", err)
		}
		if len(row) > 2 {
			line, _ := rows.FieldPos(0)
			return nil, fmt.Errorf("line %d of the utterances has %d columns instead of two; put double quotes round a text with a comma", line+1, len(row))
		}
		u := utterance{text: strings.TrimSpace(row[0])}
		if len(row) == 2 {
			u.expected = strings.TrimSpace(row[1])
		}
		if u.text != "" {
			all = append(all, u)
		}
	}
}

func readLines(in io.Reader) ([]utterance, error) {
	var all []utterance
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		if text := strings.TrimSpace(lines.Text()); text != "" {
			all = append(all, utterance{text: text})
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read the utterances: %w", err)
	}
	return all, nil
}
