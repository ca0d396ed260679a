package config

import (
	"reflect"
	"strings"

	"repartee/config/document"
	"repartee/flows"
)

// asWritten gives a number, an amount, a share or a day as it was typed: what it must be is for Compile to say.
func (d *decoder) asWritten(n *document.Node, ref flows.Ref) flows.Written {
	return flows.Written{Ref: ref, Source: strings.TrimSpace(d.words(n, ref, "one value", ""))}
}

const catalogPrefix = "catalog."

// catalogName decodes the name of a catalog: catalog.coffee.
func (d *decoder) catalogName(n *document.Node, ref flows.Ref) flows.CatalogName {
	word := d.word(n, ref, "a catalog", "catalog.coffee")
	if n.Kind != document.Scalar {
		return flows.CatalogName{Ref: ref}
	}
	id, prefixed := strings.CutPrefix(word, catalogPrefix)
	if prefixed && isID(id) {
		return flows.CatalogName{Ref: ref, Name: id}
	}
	like := idLike(id)
	if like == "" {
		like = "<name>"
	}
	d.bad(n, ref, "bad-id", "`"+word+"` is no catalog", "write `"+lastKey(ref)+": "+catalogPrefix+like+"`")
	return flows.CatalogName{Ref: ref}
}

// vouchers decodes vouchers by code. Customers may type a code in small letters too, so two codes must differ in more than that.
func (d *decoder) vouchers(n *document.Node, ref flows.Ref) []*flows.Voucher {
	if n.Kind != document.Map {
		d.wrong(n, ref, "vouchers by code", exampleOf(reflect.TypeFor[[]*flows.Voucher]()))
		return nil
	}
	var all []*flows.Voucher
	first := map[string]string{} // as it was written, by code
	for _, p := range d.pairs(n, ref) {
		code := strings.ToUpper(p.Key.Value)
		at := ref.At(code)
		if !d.goodCode(p.Key, at) {
			continue
		}
		if other, twice := first[code]; twice {
			d.report(p.Key, "duplicate-key", "`"+p.Key.Value+"` and `"+other+"` are the same code: capitals make no difference", "rename one of them")
			continue
		}
		first[code] = p.Key.Value
		voucher := &flows.Voucher{Code: code}
		d.entry(reflect.ValueOf(voucher).Elem(), p, at)
		all = append(all, voucher)
	}
	return all
}

// maxCode is the longest code of a voucher: people type it.
const maxCode = 32

// goodCode reports the code of a voucher with other signs than letters, digits and -.
func (d *decoder) goodCode(n *document.Node, ref flows.Ref) bool {
	if isCode(n.Value) {
		return true
	}
	help := ""
	if like := strings.ToUpper(strings.ReplaceAll(idLike(n.Value), "_", "-")); isCode(like) {
		help = "write `" + like + "`"
	}
	d.bad(n, ref, "bad-id", "a code is made of letters from A to Z, digits and -, at most 32, not `"+n.Value+"`", help)
	return false
}

func isCode(s string) bool {
	return s != "" && len(s) <= maxCode && strings.Trim(strings.ToUpper(s), "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == ""
}
