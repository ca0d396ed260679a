package shop

import (
	"slices"
	"strings"
	"time"

	"repartee/flows/value"
)

// Cell is one value of an item, as its author wrote it. An empty cell is as good as none.
type Cell struct {
	Column string // or a part of it: "variants.large.price"
	Text   string
	List   []string // where several are written
}

// Reading is what cells are read with.
type Reading struct {
	Currency string         // of amounts
	Zone     *time.Location // of dates with a time; nil: UTC
}

// CellFault is what is wrong with one cell.
type CellFault struct {
	Cell    int // its number among the cells of the item
	Message string
	Help    string
	Among   []string // the names that would be right, where one of them was meant
}

// ReadItem makes an item of its cells: a record with a part for each column that is written. Cells of unknown columns are passed over. A list of variants without
// any more about them may stand in the cell "variants" itself.
func ReadItem(columns []Column, cells []Cell, with Reading) (value.Value, []CellFault) {
	var faults []CellFault
	item := map[string]value.Value{}
	sizes := &variants{parts: map[string]map[string]value.Value{}}
	for i, cell := range cells {
		if cell.Text == "" && len(cell.List) == 0 {
			continue
		}
		if cell.Column == "variants" || strings.HasPrefix(cell.Column, "variants.") {
			if fault := sizes.read(cell, with); fault != nil {
				faults = append(faults, fault.at(i))
			}
			continue
		}
		at := slices.IndexFunc(columns, func(c Column) bool { return c.Name == cell.Column })
		if at < 0 {
			continue
		}
		v, fault := readCell(columns[at].Type, cell, with)
		if fault != nil {
			faults = append(faults, fault.at(i))
			continue
		}
		item[cell.Column] = v
	}
	item["variants"] = sizes.list()
	return value.Record(item), faults
}

func (f CellFault) at(cell int) CellFault {
	f.Cell = cell
	return f
}

// variants gathers the sizes, colours and the like that an item comes in.
type variants struct {
	ids   []string
	parts map[string]map[string]value.Value
}

// variantParts are what is known of a variant.
var variantParts = map[string]*value.Type{
	"name": {Base: value.TypeText}, "price": {Base: value.TypeMoney}, "stock": {Base: value.TypeInteger},
}

// read takes variants, a part of one, or several as `small: 8.90 | large: 16`.
func (v *variants) read(cell Cell, with Reading) *CellFault {
	rest, part := strings.CutPrefix(cell.Column, "variants.")
	if !part {
		return v.several(cell, with)
	}
	id, name, _ := strings.Cut(rest, ".")
	if name == "" {
		name = "price"
	}
	typ := variantParts[name]
	if typ == nil {
		return &CellFault{Message: "a variant has no `" + name + "`", Help: "it has name, price and stock", Among: []string{"name", "price", "stock"}}
	}
	got, fault := readCell(typ, cell, with)
	if fault == nil {
		v.of(id)[name] = got
	}
	return fault
}

func (v *variants) several(cell Cell, with Reading) *CellFault {
	for _, entry := range entries(cell) {
		id, price, priced := strings.Cut(entry, ":")
		id = strings.TrimSpace(id)
		if !isID(id) {
			return &CellFault{Message: "`" + id + "` is no name of a variant: it is made of a-z, 0-9 and _", Help: "write `small: 8.90 | large: 16`"}
		}
		parts := v.of(id)
		if !priced {
			continue
		}
		amount, fault := readAmount(strings.TrimSpace(price), with)
		if fault != nil {
			return fault
		}
		parts["price"] = amount
	}
	return nil
}

func (v *variants) of(id string) map[string]value.Value {
	if v.parts[id] == nil {
		v.ids = append(v.ids, id)
		v.parts[id] = map[string]value.Value{"id": value.Text(id), "name": value.Text(id)}
	}
	return v.parts[id]
}

func (v *variants) list() value.Value {
	if len(v.ids) == 0 {
		return value.Value{}
	}
	all := make([]value.Value, len(v.ids))
	for i, id := range v.ids {
		all[i] = value.Record(v.parts[id])
	}
	return value.List(all...)
}

func isID(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// entries are what stands in a cell that holds several: a list as written, or a text that is parted by | or ;.
func entries(cell Cell) []string {
	if len(cell.List) > 0 {
		return cell.List
	}
	var all []string
	for entry := range strings.FieldsFuncSeq(cell.Text, func(r rune) bool { return r == '|' || r == ';' }) {
		if entry = strings.TrimSpace(entry); entry != "" {
			all = append(all, entry)
		}
	}
	return all
}
