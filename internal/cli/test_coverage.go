package cli

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"repartee/flows"
)

// coverage is how much of a bot its talks go through.
type coverage struct {
	Flows   []flowCoverage `json:"flows"`
	Missing []missing      `json:"missing"`

	all int
}

type flowCoverage struct {
	Flow     string `json:"flow"` // "" for what bot.yaml says for all of them
	Steps    ratio  `json:"steps"`
	Outcomes ratio  `json:"outcomes"` // arms, options and the other outcomes of steps
}

type ratio struct {
	Seen int `json:"seen"`
	All  int `json:"all"`
}

func (r *ratio) count(seen bool) {
	r.All++
	if seen {
		r.Seen++
	}
}

func (r ratio) String() string { return fmt.Sprintf("%d/%d", r.Seen, r.All) }

// missing is something that no talk goes through.
type missing struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Col  int    `json:"col"`
	Flow string `json:"flow"`
	Kind string `json:"kind"` // step, arm, option or outcome
	Name string `json:"name"`
}

// covers holds what the talks went through against all that there is.
func (p *played) covers() *coverage {
	ways := p.loaded.Set.Ways()
	c := &coverage{Flows: []flowCoverage{}, Missing: []missing{}, all: len(ways)}
	for _, way := range ways {
		seen := p.taken[way.Ref]
		of := c.of(way.Flow())
		if way.Kind == flows.WayStep {
			of.Steps.count(seen)
		} else {
			of.Outcomes.count(seen)
		}
		if !seen {
			file, line, col := p.loaded.Position(way.Ref)
			c.Missing = append(c.Missing, missing{file, line, col, way.Flow(), kindOf(way.Kind), way.Name})
		}
	}
	slices.SortStableFunc(c.Missing, func(a, b missing) int { return comparePlaces(a.File, a.Line, a.Col, b.File, b.Line, b.Col) })
	return c
}

// of is the line of a flow.
func (c *coverage) of(flow string) *flowCoverage {
	i := slices.IndexFunc(c.Flows, func(f flowCoverage) bool { return f.Flow == flow })
	if i < 0 {
		i = len(c.Flows)
		c.Flows = append(c.Flows, flowCoverage{Flow: flow})
	}
	return &c.Flows[i]
}

func kindOf(kind flows.WayKind) string {
	switch kind {
	case flows.WayStep:
		return "step"
	case flows.WayArm:
		return "arm"
	case flows.WayOption:
		return "option"
	}
	return "outcome"
}

const fewMissing = 5

// write tells what no talk goes through: the first of it, or with all every line and the sums of each flow.
func (c *coverage) write(out io.Writer, dir string, all bool) {
	if all {
		c.writeFlows(out)
	}
	if len(c.Missing) == 0 || len(c.Missing) == c.all && !all {
		return
	}
	fmt.Fprintf(out, "%d of %d steps, arms, options and outcomes are in no talk:\n", len(c.Missing), c.all)
	for i, m := range c.Missing {
		if i == fewMissing && !all {
			fmt.Fprintf(out, "  and %d more (--coverage lists them)\n", len(c.Missing)-i)
			return
		}
		fmt.Fprintf(out, "  %s:%d: %s\n", under(dir, m.File), m.Line, m.Name)
	}
}

func (c *coverage) writeFlows(out io.Writer) {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "  flow\tsteps\toutcomes")
	for _, f := range c.Flows {
		fmt.Fprintf(table, "  %s\t%s\t%s\n", flowName(f.Flow), f.Steps, f.Outcomes)
	}
	table.Flush()
}
