package steps

import "repartee/flows"

// Say says one or several messages. Buttons under them do not make the talk wait.
type Say struct {
	Say     flows.Text     `yaml:"say,required" doc:"What is said."`
	Buttons []flows.Button `yaml:"buttons" doc:"Buttons under the last message: commands, pages or other flows."`
}

// Run says it and goes on.
func (s *Say) Run(t *flows.Turn) flows.Move {
	t.Say(&s.Say, t.Linked(s.Buttons)...)
	return flows.Next()
}
