package normalize_test

import (
	"fmt"
	"log"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// Explain gives the rules and entries behind each finding.
func ExampleNormalizer_Explain() {
	words, err := lexicon.Load(nil)
	if err != nil {
		log.Fatal(err)
	}
	n := normalize.New(words)
	r := n.Explain(boctin.Article{Body: "Chiều qua, Bộ Công an họp.", Published: nil,
		Stamps: []boctin.Stamp{{Text: "12/06/2025", From: boctin.FromPage}}})
	for _, d := range r.Dates {
		fmt.Println(d.Value, d.Text)
		for _, why := range d.Reasons {
			fmt.Printf("%s %q\n", why.Rule, why.Key)
		}
	}
	// Output:
	// 2025-06-11 Chiều qua
	// date/pointed-day ""
	// date/from-document-date "2025-06-12"
}
