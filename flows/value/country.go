package value

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// IsCountry tells whether two capital letters are those of a country: https://www.iso.org/iso-3166-country-codes.html
func IsCountry(code string) bool {
	region, err := language.ParseRegion(code)
	return err == nil && len(code) == 2 && region.IsCountry() && region.String() == code
}

// CountryName is the name of a country in a language: DE is Allemagne in fr. Where it has none there, it is the code.
func CountryName(code, lang string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	tag, err := language.Parse(lang)
	if err != nil {
		tag = language.English
	}
	if name := display.Regions(tag).Name(region); name != "" {
		return name
	}
	return code
}
