package extract

import (
	"strings"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/extract/charset"
)

// between closes each field while they are mended together: no field holds it.
const between = "\n\n\n"

// mend repairs an article whose letters were written as entities of a legacy
// font or of text read in the wrong encoding, "C&laquo;ng an". Short fields say
// too little alone, so all are judged as one text.
func (x *Extractor) mend(a *boctin.Article) {
	fields := []*string{&a.Body, &a.Title, &a.Lead, &a.Credit, &a.Section}
	for _, list := range [][]string{a.Authors, a.Tags} {
		for i := range list {
			fields = append(fields, &list[i])
		}
	}
	for i := range a.Images {
		fields = append(fields, &a.Images[i].Caption, &a.Images[i].Credit)
	}
	text := x.buffers.Get().(*[]byte)
	defer x.buffers.Put(text)
	*text = (*text)[:0]
	for _, f := range fields {
		*text = append(append(*text, *f...), between...)
	}
	fixed, label := charset.Repair(*text)
	if label == "" {
		return
	}
	parts := strings.Split(string(fixed), between)
	if len(parts) != len(fields)+1 {
		return
	}
	for i, f := range fields {
		*f = parts[i]
	}
	a.Source.Charset = label
}
