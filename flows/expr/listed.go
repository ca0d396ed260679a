package expr

// Function is a function that expressions may call, for those who list them.
type Function struct {
	Name  string
	Usage string // one or several ways to write it, separated by commas
}

// Functions lists the functions, in the order of the language reference.
func Functions() []Function {
	all := functions()
	listed := make([]Function, len(all))
	for i, f := range all {
		listed[i] = Function{Name: f.name, Usage: f.usage}
	}
	return listed
}
