package cli

import (
	"cmp"
	"path"
)

// under is a file of a bot's folder, as it is called from here.
func under(dir, file string) string { return path.Join(dir, file) }

// flowName is how a flow is called in a report: what belongs to none stands in bot.yaml.
func flowName(flow string) string {
	if flow == "" {
		return "bot.yaml"
	}
	return flow
}

// comparePlaces orders lines of files as one reads them.
func comparePlaces(file string, line, col int, otherFile string, otherLine, otherCol int) int {
	return cmp.Or(cmp.Compare(file, otherFile), cmp.Compare(line, otherLine), cmp.Compare(col, otherCol))
}
