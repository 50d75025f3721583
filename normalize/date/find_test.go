package date

import (
	"fmt"
	"testing"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/normalize/internal/cases"
	"github.com/boctin/boctin/normalize/reading"
)

type corpusCase struct {
	Doc, Text string
	Want      []string
	Shows     []string // rules without which the dates would be others
	Refuses   []string // rules whose form the text has without their meaning
}

type builtFinder struct {
	*Finder
	words *reading.Words
}

// built is the finder of all tests: it costs more than what most of them find with it.
var built *builtFinder

func testFinder(t testing.TB) (*Finder, *reading.Words) {
	t.Helper()
	if built == nil {
		words := reading.New(cases.Lexicon(t))
		built = &builtFinder{New(words), words}
	}
	return built.Finder, built.words
}

func readCorpus(t testing.TB) []corpusCase { return cases.Read[corpusCase](t) }

func published(doc string) *boctin.Moment {
	if doc == "" {
		return nil
	}
	return &boctin.Moment{Value: doc}
}

func TestCorpus(t *testing.T) {
	f, words := testFinder(t)
	for _, c := range readCorpus(t) {
		texts := []*reading.Text{words.Read("body", c.Text)}
		dates, _ := f.Find(texts, published(c.Doc), true)
		var got, why []string
		for _, d := range dates {
			got = append(got, d.Value.String()+" "+d.Written(texts))
			why = append(why, fmt.Sprint(d.Reasons))
		}
		if fmt.Sprint(got) != fmt.Sprint(c.Want) {
			t.Errorf("%s (%s)\n got %q\nwant %q\n why %q", c.Text, c.Doc, got, c.Want, why)
		}
	}
}

// TestDoubts holds what is noted rather than guessed.
func TestDoubts(t *testing.T) {
	f, words := testFinder(t)
	for _, c := range []struct{ doc, text, rule, span string }{
		{"", "Hôm qua, tòa nghị án. Tối qua mưa.", "date/no-document-date", "Hôm qua"},
		{"", "Cùng ngày, tòa nghị án.", "date/no-date-before", "Cùng ngày"},
		{"", "Cách đây 3 ngày, tòa nghị án.", "date/no-document-date", "Cách đây 3 ngày"},
		{"", "Ba ngày nữa, tòa nghị án.", "date/no-document-date", "Ba ngày nữa"},
		{"", "Ngày 15 tới, tòa nghị án.", "date/no-document-date", "Ngày 15 tới"},
		{"", "Thứ Hai tuần trước, tòa nghị án.", "date/no-document-date", "Thứ Hai tuần trước"},
		{"", "Cuối tuần này, tòa nghị án.", "date/no-document-date", "Cuối tuần này"},
		{"", "Rằm tháng này, chùa mở hội.", "date/no-document-date", "Rằm tháng này"},
		{"2024-01-10", "Thứ Hai (9/1), tòa nghỉ.", "", ""}, // 9 January 2023 was one
		{"2024-01-10", "Thứ Hai (9/1/2024), tòa nghỉ.", "date/weekday-disagrees", "Thứ Hai (9/1/2024)"},
		{"2024-01-10", "Hôm nay (9/1), tòa nghỉ.", "date/pointer-disagrees", "Hôm nay (9/1)"},
		{"2024-01-10", "Hôm nay (10/1), tòa nghỉ.", "", ""},
	} {
		texts := []*reading.Text{words.Read("body", c.text)}
		_, issues := f.Find(texts, published(c.doc), false)
		var rule, span string
		if len(issues) > 0 {
			rule, span = issues[0].Rule, issues[0].At.Written(texts)
		}
		if len(issues) > 1 || rule != c.rule || span != c.span || rule != "" && issues[0].Why == "" {
			t.Errorf("%s (%s): %+v, want %s %q", c.text, c.doc, issues, c.rule, c.span)
		}
	}
}

// TestYearFromTexts holds which text lends a year where the document has no date: its own, else
// the first that has one.
func TestYearFromTexts(t *testing.T) {
	f, words := testFinder(t)
	for _, c := range []struct{ title, body, want string }{
		{"Hội làng Mai 5/6/2019", "Ngày 1/5/2020, làng họp bàn việc mở hội năm nay, ai cũng mong. Ngày 7/6, hội mở.", "2020-06-07"},
		{"Hội làng Mai 5/6/2019", "Ngày 7/6, hội mở.", "2019-06-07"},
	} {
		texts := []*reading.Text{words.Read("title", c.title), words.Read("body", c.body)}
		dates, _ := f.Find(texts, nil, false)
		if last := dates[len(dates)-1].Value.String(); last != c.want {
			t.Errorf("%s / %s: %s, want %s", c.title, c.body, last, c.want)
		}
	}
}
