package extract

import (
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/charset"
)

// between parts the fields while they are mended together: no field holds it.
const between = "\n\n\n"

// mend repairs an article whose letters were written as entities of a legacy
// font or of text read in the wrong encoding, "C&laquo;ng an". Short fields say
// too little alone, so all are judged as one text.
func mend(a *boctin.Article) {
	fields := []*string{&a.Body, &a.Title, &a.Lead, &a.Credit, &a.Section}
	for _, list := range [][]string{a.Authors, a.Tags} {
		for i := range list {
			fields = append(fields, &list[i])
		}
	}
	for i := range a.Images {
		fields = append(fields, &a.Images[i].Caption, &a.Images[i].Credit)
	}
	text := make([]string, len(fields))
	for i, f := range fields {
		text[i] = *f
	}
	fixed, label := charset.Repair(strings.Join(text, between))
	parts := strings.Split(fixed, between)
	if label == "" || len(parts) != len(fields) {
		return
	}
	for i, f := range fields {
		*f = parts[i]
	}
	a.Source.Charset = label
}
