package analysis_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCaptures has ways back that are taken for ever, and such that something in the loop ends: an answer, a reckoning, another way out, time.
func TestCaptures(t *testing.T) {
	tests := map[string]struct{ steps, want string }{
		"nothing changes": {`
  - {ask: kids, text: Kids?}
  - {menu: What?, id: what, options: {a: A, b: {label: B, do: [{say: B.}]}}}
  - {go: what, when: kids}
`, "steps.2.go"},
		"in an arm": {`
  - {ask: kids, text: Kids?}
  - {menu: What?, id: what, options: {a: A, b: {label: B, do: [{say: B.}]}}}
  - branch: [{when: kids, do: [{go: what}]}, {else: [{say: None.}]}]
`, "steps.2.branch.0.do.0.go"},
		"passed over": {`
  - {say: Kids first., id: first}
  - {ask: kids, text: Kids?, if_known: skip}
  - {go: first, when: kids}
`, "steps.2.go"},
		"asked again": {`
  - {say: Kids first., id: first}
  - {ask: kids, text: Kids?}
  - {go: first, when: kids}
`, ""},
		"asked for one option": {`
  - {ask: kids, text: Kids?}
  - {menu: What?, id: what, options: {a: A, b: {label: B, do: [{ask: kids, id: again, text: Still kids?}]}}}
  - {go: what, when: kids}
`, ""},
		"counted": {`
  - set: {n: 0}
  - {menu: What?, id: what, options: {a: A, b: {label: B, do: [{say: B.}]}}}
  - set: {n: n + 1}
  - {go: what, when: n < 3}
`, ""},
		"in stages": {`
  - set: {n: 1}
  - {menu: What?, id: what, options: {a: A, b: {label: B, do: [{say: B.}]}}}
  - branch: [{when: n == 1, do: [{set: {n: 2}}]}, {when: n == 2, do: [{set: {n: 3}}]}, {else: [{set: {n: 4}}]}]
  - {go: what, when: n < 4}
`, ""},
		"another way out": {`
  - {ask: kids, text: Kids?}
  - {menu: What?, id: what, options: {a: A, b: {label: B, go: bye}}}
  - {go: what, when: kids}
  - {say: Bye., id: bye}
`, ""},
		"of the customer": {`
  - {ask: email, text: Where to?}
  - {menu: What?, id: what, options: {a: A, b: {label: B, do: [{say: B.}]}}}
  - {go: what, when: known(email)}
`, ""},
		"time goes by": {`
  - {ask: kids, text: Kids?}
  - wait: 7d
    id: week
  - {say: A tip.}
  - {go: week, when: kids}
`, ""},
		"changed in a review": {`
  - {ask: kids, text: Kids?}
  - {review: Right?, id: right}
  - {go: right, when: kids}
`, ""},
	}
	for name, is := range tests {
		t.Run(name, func(t *testing.T) {
			v := view(t, "flow: a\nstart: {command: a}\nfields: {kids: yes_no, n: integer}\nsteps:"+is.steps+"  - {say: The end., id: the_end}\n")
			got := ""
			for _, back := range v.Captures(v.Set.Flow("a")) {
				got += back.Exit.Ref.Path
			}
			if diff := cmp.Diff(is.want, got); diff != "" {
				t.Errorf("leads back for ever (-want +got):\n%s", diff)
			}
		})
	}
}
