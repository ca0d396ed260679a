package config

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// WriteText writes them for people: what and where, the line with the range underlined, and what to do. The words are the same with and without color.
func (ds Diagnostics) WriteText(w io.Writer, color bool) error {
	out := bufio.NewWriter(w)
	paint := func(code, s string) string {
		if !color {
			return s
		}
		return "\x1b[" + code + "m" + s + "\x1b[0m"
	}
	for _, d := range ds {
		hue := "31;1"
		if d.Severity == Warning {
			hue = "33;1"
		}
		place := fmt.Sprintf("%s:%d:%d:", d.File, d.Line, d.Col)
		message, below, _ := strings.Cut(d.Message, "\n")
		fmt.Fprintln(out, paint("1", place), paint(hue, string(d.Severity)+":"), message, paint("2", "["+d.Code+"]"))
		if d.Source != "" {
			line, from, to := d.excerpt()
			fmt.Fprintln(out, line)
			fmt.Fprintln(out, strings.Repeat(" ", from)+paint(hue, "^"+strings.Repeat("~", max(to-from-1, 0))))
		}
		for line := range strings.Lines(below) {
			fmt.Fprintln(out, "  "+strings.TrimRight(line, "\n"))
		}
		if d.Help != "" {
			fmt.Fprintln(out, paint("36", "  help:"), d.Help)
		}
	}
	return out.Flush()
}

// WriteJSON writes them as one JSON array, for editors and scripts.
func (ds Diagnostics) WriteJSON(w io.Writer) error {
	if ds == nil {
		ds = Diagnostics{}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(ds)
}

// WriteGitHub writes them as workflow commands, which GitHub shows beside the lines of a pull request:
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
func (ds Diagnostics) WriteGitHub(w io.Writer) error {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	out := bufio.NewWriter(w)
	for _, d := range ds {
		message := d.Message
		if d.Help != "" {
			message += "\nhelp: " + d.Help
		}
		fmt.Fprintf(out, "::%s file=%s,line=%d,col=%d,endColumn=%d,title=%s::%s\n",
			d.Severity, property.Replace(d.File), d.Line, d.Col, d.EndCol, property.Replace(d.Code), data.Replace(message))
	}
	return out.Flush()
}
