package funnel

import (
	"strconv"
	"strings"
)

// Table gives the numbers as rows of cells below a head, for a spreadsheet: a row for each group, flow, question, option and goal, which `what` names. What a row has
// no number for is empty. Times are seconds, shares from 0 to 1, amounts with a decimal point.
func (n *Numbers) Table() [][]string {
	table := [][]string{head()}
	for i := range n.Groups {
		table = n.Groups[i].rows(table)
	}
	return table
}

func head() []string {
	return []string{
		"group", "flow", "what", "name", "customers", "visits", "first_response", "entered", "ended", "reached", "conversion", "revenue",
		"asked", "answered", "skipped", "gave_up", "dropped", "waiting", "known", "refused", "median",
	}
}

// row fills the cells of some columns.
func row(cells map[string]string) []string {
	columns := head()
	out := make([]string, len(columns))
	for i, column := range columns {
		out[i] = cells[column]
	}
	return out
}

func (g *Group) rows(table [][]string) [][]string {
	response := ""
	if g.Response.Count > 0 {
		response = strconv.FormatFloat(float64(g.Response.Median)/1000, 'f', 3, 64)
	}
	table = append(table, row(map[string]string{
		"group": g.Name, "what": "group", "customers": strconv.Itoa(g.Customers), "visits": strconv.Itoa(g.Visits), "first_response": response, "revenue": amounts(g.Revenue),
	}))
	for i := range g.Flows {
		table = g.Flows[i].rows(table, g.Name)
	}
	return table
}

func (f *Flow) rows(table [][]string, group string) [][]string {
	cells := map[string]string{
		"group": group, "flow": f.Flow, "what": "flow", "customers": strconv.Itoa(f.Customers), "entered": strconv.Itoa(f.Entered), "ended": strconv.Itoa(f.Ended),
		"dropped": strconv.Itoa(f.Dropped), "waiting": strconv.Itoa(f.Waiting), "revenue": amounts(f.Revenue),
	}
	if f.HasGoal {
		cells["reached"], cells["conversion"] = strconv.Itoa(f.Reached), strconv.FormatFloat(f.Conversion(), 'f', 4, 64)
	}
	table = append(table, row(cells))
	for i := range f.Questions {
		table = f.Questions[i].rows(table, group, f.Flow)
	}
	for _, g := range f.Goals {
		table = append(table, row(map[string]string{
			"group": group, "flow": f.Flow, "what": "goal", "name": g.Goal, "reached": strconv.Itoa(g.Reached), "revenue": amounts(g.Worth),
		}))
	}
	return table
}

func (q *Question) rows(table [][]string, group, flow string) [][]string {
	table = append(table, row(map[string]string{
		"group": group, "flow": flow, "what": "question", "name": q.Step, "asked": strconv.Itoa(q.Asked), "answered": strconv.Itoa(q.Answered), "skipped": strconv.Itoa(q.Skipped),
		"gave_up": strconv.Itoa(q.GaveUp), "dropped": strconv.Itoa(q.Dropped), "waiting": strconv.Itoa(q.Waiting), "known": strconv.Itoa(q.Known),
		"refused": strconv.Itoa(q.Refused), "median": strconv.FormatInt(q.Median, 10),
	}))
	for _, o := range q.Options {
		table = append(table, row(map[string]string{"group": group, "flow": flow, "what": "option", "name": q.Step + "=" + o.Option, "answered": strconv.Itoa(o.Count)}))
	}
	return table
}

// amounts writes them in one cell.
func amounts(all []Amount) string {
	texts := make([]string, len(all))
	for i, a := range all {
		texts[i] = a.String()
	}
	return strings.Join(texts, "; ")
}
