package finding_test

import (
	"slices"
	"testing"

	"github.com/boctin/boctin/normalize/finding"
	"github.com/boctin/boctin/normalize/lexicon"
	"github.com/boctin/boctin/normalize/reading"
)

func TestStretch(t *testing.T) {
	w := reading.New(&lexicon.Lexicon{})
	texts := []*reading.Text{w.Read("title", "Tin"), w.Read("body", "Gặp Bộ Công an.")}
	s := finding.Stretch{Text: 1, From: 1, To: 4}
	if got := s.Written(texts); got != "Bộ Công an" {
		t.Error(got)
	}
	if span := s.Span(texts); span.Field != "body" || texts[1].Src[span.Start:span.End] != "Bộ Công an" {
		t.Errorf("%+v", span)
	}
	if s.Empty() || !(finding.Stretch{}).Empty() {
		t.Error("what is empty")
	}
	list := []finding.Stretch{{1, 4, 6}, {1, 1, 2}, {0, 9, 10}, {1, 1, 4}}
	slices.SortFunc(list, finding.Stretch.Compare)
	if want := []finding.Stretch{{0, 9, 10}, {1, 1, 4}, {1, 1, 2}, {1, 4, 6}}; !slices.Equal(list, want) {
		t.Errorf("%v", list)
	}
}
