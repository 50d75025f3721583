package persons

import (
	"bytes"
	"strings"
	"testing"

	"github.com/boctin/boctin/internal/corpus/column"
	"github.com/boctin/boctin/internal/identity"
)

func TestPackBlock(t *testing.T) {
	var all []*Seen
	for i, published := range []string{"2025-08-17T08:05+07:00", "2025-08-17", "", "1960-01-01T00:00+07:00", "2025-08-17T08:05Z", "2025-02-30T08:05+07:00", "1970-01-01T07:00+07:00", "2o25-08-17T08:05+07:00", "9999-12-31T23:59+07:00", "\xff\xff\xff\xff-08-17T08:05+07:00"} {
		x := &Seen{ID: int64(i)<<20 | int64(i), Official: int64(9 - i), Manner: int64(i), Offices: make([]int64, i), local: strings.Repeat("x", i), aliases: `["A"]`}
		x.Appearance = identity.Appearance{Article: column.ArticleOf(x.ID), Published: published, Name: "Lê Văn Thử", Country: "VN", Mark: "xabcde" + string(rune('a'+i))}
		all = append(all, x)
	}
	packed := packBlock(all)
	again, err := UnpackBlock(packed)
	if err != nil || len(again) != len(all) || !bytes.Equal(packBlock(again), packed) {
		t.Fatalf("%d of %d, %v", len(again), len(all), err)
	}
	for i, x := range again {
		if x.ID != all[i].ID || x.Official != all[i].Official || x.Published != all[i].Published || x.Mark != all[i].Mark || x.local != all[i].local || x.Article != all[i].Article {
			t.Errorf("%+v, packed was %+v", x, all[i])
		}
	}
	whole := 0
	for n := range packed {
		if part, err := UnpackBlock(packed[:n]); err == nil {
			whole++
			if len(part) >= len(all) {
				t.Errorf("%d of %d bytes hold all", n, len(packed))
			}
		}
	}
	if whole > len(all) {
		t.Errorf("%d beginnings are read as if they were whole", whole)
	}
}
