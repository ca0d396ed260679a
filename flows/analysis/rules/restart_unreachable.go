package rules

import "repartee/flows/analysis"

func restartUnreachable() Rule {
	return Rule{
		Code: "restart-unreachable",
		What: "At a question the words for beginning anew mean one of its options.",
		Why:  "Who is lost writes “start again”, and expects to be at the beginning. Here he answers a question instead. (/restart works everywhere; few know it.)",
		Mend: "Give the option a label that says what it is about, as “Restart the machine”.",
		Example: `
  flow: part
  start: {command: part}
  steps:
    - menu: The machine does not heat. What helps most?
      id: machine
      options:
<       restart: {label: Restart, do: [{say: Ten seconds without current.}]}
>       off_and_on: {label: Switch it off and on, do: [{say: Ten seconds without current.}]}
        clean: {label: Clean it, do: [{say: Two spoons of citric acid.}]}
    - say: Then it heats.
`,
		Check: func(v *analysis.View, r *Report) { shadowed(v, r, "restart", "begin anew") },
	}
}
