package value

var frenchSmall = map[string]int64{
	"zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
	"onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}

// frenchTens are those with units behind them, also of Belgium and Switzerland.
var frenchTens = map[string]int64{
	"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}

// frenchAbout are collectives, which stand for a number of things.
var frenchAbout = map[string]int64{
	"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "centaine": 100,
	"dizaines": 10, "douzaines": 12, "centaines": 100,
}

// frenchCardinal reads "quatre-vingt-dix-neuf", "deux cent cinquante", "mille deux cents", "une douzaine", "une demi-douzaine", in tenths.
func frenchCardinal(words []string) (tenths int64, used int) {
	if used = startsWith(words, "une", "demi", "douzaine") + startsWith(words, "demi", "douzaine"); used > 0 {
		return 60, used
	}
	if startsWith(words, "un", "peu")+startsWith(words, "un", "petit", "peu") > 0 {
		return 0, 0
	}
	n, used := frenchBelow1000(words)
	next := wordAt(words, used)
	if about := frenchAbout[next]; about > 0 {
		return max(n, 1) * about * 10, used + 1
	}
	if next == "mille" {
		n, used = max(n, 1)*1000, used+1
		if rest, more := frenchBelow1000(words[used:]); more > 0 {
			n, used = n+rest, used+more
		}
	}
	return n * 10, used
}

func frenchBelow1000(words []string) (n int64, used int) {
	n, used = frenchBelow100(words)
	if next := wordAt(words, used); next != "cent" && next != "cents" || used > 0 && (n < 2 || n > 9) {
		return n, used
	}
	n, used = max(n, 1)*100, used+1
	if rest, more := frenchBelow100(words[used:]); more > 0 {
		return n + rest, used + more
	}
	return n, used
}

func frenchBelow100(words []string) (n int64, used int) {
	if startsWith(words, "quatre", "vingt")+startsWith(words, "quatre", "vingts") > 0 {
		rest, more := frenchBelow20(words[2:])
		return 80 + rest, 2 + more
	}
	ten, found := frenchTens[wordAt(words, 0)]
	if !found {
		return frenchBelow20(words)
	}
	and := startsWith(words[1:], "et")
	rest, more := frenchBelow20(words[1+and:])
	switch {
	case more == 0 || rest == 0, rest > 9 && ten != 60:
		return ten, 1
	default:
		return ten + rest, 1 + and + more
	}
}

func frenchBelow20(words []string) (n int64, used int) {
	n, found := frenchSmall[wordAt(words, 0)]
	if !found {
		return 0, 0
	}
	if unit := frenchSmall[wordAt(words, 1)]; n == 10 && unit >= 7 && unit <= 9 {
		return n + unit, 2
	}
	return n, 1
}
