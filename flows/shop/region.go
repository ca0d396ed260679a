package shop

import (
	"maps"
	"slices"

	"github.com/rickar/cal/v2"
)

// Region is a country, or a part of one, with public holidays of its own.
type Region struct {
	Code     string // ISO 3166: DE, DE-BE
	holidays []*cal.Holiday
}

// RegionNamed finds a region by its code.
func RegionNamed(code string) (*Region, bool) {
	holidays, ok := regions[code]
	if !ok {
		return nil, false
	}
	return &Region{Code: code, holidays: holidays}, true
}

// Regions lists the codes of all regions whose holidays are known.
func Regions() []string { return slices.Sorted(maps.Keys(regions)) }

// holiday tells whether the day is a public holiday, or the day on which one is made up for.
func (r *Region) holiday(d date) bool {
	for year := d.year - 1; year <= d.year+1; year++ { // one at New Year may be made up for in the year before or after
		for _, holiday := range r.holidays {
			actual, observed := holiday.Calc(year)
			if !actual.IsZero() && (dateOf(actual) == d || dateOf(observed) == d) {
				return true
			}
		}
	}
	return false
}
