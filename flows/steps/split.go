package steps

import "repartee/flows"

// Split divides the customers by weight. The same customer always gets the same arm, and every later event tells which.
type Split struct {
	Split flows.ID         `yaml:"split,required" doc:"What is tried out, for the reports."`
	Arms  []flows.SplitArm `yaml:"arms,required" doc:"The arms by name, each with its weight and its steps."`
}

// Name is what is tried out.
func (s *Split) Name() string { return string(s.Split) }

// Check looks for arms that nobody can get, and for weights that are no shares of hundred. While an arm is switched off the others share all customers.
func (s *Split) Check(k *flows.Checker) {
	sum, off := 0, false
	for i := range s.Arms {
		if s.Arms[i].Weight < 0 {
			k.Fail(s.Arms[i].Ref, "bad-weight", "write a weight such as 50, or 0 to switch the arm off", "a weight cannot be less than 0")
		}
		sum += s.Arms[i].Weight
		off = off || s.Arms[i].Weight == 0
	}
	if len(s.Arms) > 0 && sum > 0 && sum != 100 && !off {
		k.Warn(s.Arms[0].Ref, "bad-weight", "a weight is how many of hundred customers get the arm", "the weights come to %d, and not to 100", sum)
	}
	if len(s.Arms) > 0 && sum <= 0 {
		k.Fail(s.Arms[0].Ref, "bad-weight", "write a weight such as 50", "all weights are 0, so that nobody gets any arm")
	}
}

// Run takes the steps of this customer's arm.
func (s *Split) Run(t *flows.Turn) flows.Move {
	if arm := t.Arm(s.Arms); arm != nil {
		return flows.Into(arm.Do)
	}
	return flows.Next()
}

// Leaves tells that every arm has steps: the next step follows the last of them.
func (s *Split) Leaves() bool {
	for i := range s.Arms {
		if len(s.Arms[i].Do) == 0 {
			return false
		}
	}
	return len(s.Arms) > 0
}
