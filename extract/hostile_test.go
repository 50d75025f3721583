package extract

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/boctin/boctin"
	"github.com/boctin/boctin/internal/gauge"
)

// TestHostilePages: no page may overflow the stack, take time out of
// proportion, or fail with anything but a clear error.
func TestHostilePages(t *testing.T) {
	n := 300_000
	if testing.Short() {
		n = 100_000
	}
	var fonts strings.Builder
	for i := range n / 4 {
		fmt.Fprintf(&fonts, "<font size=%d><p>chữ", i)
	}
	pages := map[string]string{
		"nested div":       strings.Repeat("<div>", n) + "một hai ba",
		"nested b":         strings.Repeat("<b>", n) + "một hai ba",
		"nested table":     strings.Repeat("<table><tr><td>", n/4) + "một",
		"nested list":      strings.Repeat("<ul><li>", n/4) + "một",
		"nested li":        strings.Repeat("<li><div>", n/4) + "một",
		"font and p":       fonts.String(),
		"links unclosed":   strings.Repeat("<a href=x><div>", n/4),
		"attributes":       "<div " + strings.Repeat(" a=1", n) + ">một hai</div>",
		"one attribute":    "<div class='" + strings.Repeat("tin-lien-quan ", n/4) + "'>một hai</div>",
		"open scripts":     strings.Repeat("<script><svg><style>", n/8),
		"open svg":         strings.Repeat("<svg>", n) + "<p>chữ",
		"open comments":    strings.Repeat("<!-- ", n),
		"end tags":         strings.Repeat("</div>", n),
		"broken table":     "<table>" + strings.Repeat("<p>x", n/8),
		"one line":         "<p>" + strings.Repeat("chữ ", n),
		"lines":            strings.Repeat("<br>chữ chữ chữ", n/8),
		"brackets":         strings.Repeat("<", n),
		"quotes":           strings.Repeat("<a b='", n),
		"entities":         "<p>" + strings.Repeat("&amp;", n),
		"JSON-LD deep":     "<script type=application/ld+json>" + strings.Repeat("[", n) + "</script><p>chữ",
		"date candidates":  "<p>" + strings.Repeat("1/2/2020 ", n/8),
		"colons":           "<p>" + strings.Repeat("Ảnh: ", n/8),
		"credit brackets":  strings.Repeat("<p><img src=x>"+strings.Repeat("a (Ảnh ", 40)+")</p>", n/4000),
		"posts in a table": "<h1>Chợ huyện mở phiên đêm</h1><table><tr><td>" + strings.Repeat("<span class=postbody>x</span>", n/8),
		"tables of posts":  "<h1>Chợ huyện mở phiên đêm</h1>" + strings.Repeat("<table><tr><td class=postbody>x", n/8),
		"style sheets":     strings.Repeat("<style>.a{display:none}.a b{display:block}</style>", n/8) + "<p class=a>chữ",
		"truncated markup": "<html><body><p>một hai ba <a href=\"x",
	}
	x := New(nil)
	for name, body := range pages {
		begun := gauge.Processor()
		_, err := x.Article(&boctin.Page{Body: []byte(body)})
		var limit *LimitError
		if err != nil && !errors.Is(err, ErrNoArticle) && !errors.As(err, &limit) {
			t.Errorf("%s: %v", name, err)
		}
		took := gauge.Processor() - begun
		if took > 20*time.Second {
			t.Errorf("%s: %v", name, took)
		}
		t.Logf("%-18s %8d bytes %8v %v", name, len(body), took.Round(time.Millisecond), err)
	}
}

func TestLimits(t *testing.T) {
	x := New(nil).WithLimits(Limits{Bytes: 100, Tags: 3, Depth: 20, Attrs: 4})
	for body, want := range map[string]string{
		strings.Repeat("x", 101): "page has 101 bytes, more than the limit of 100: raise the limit",
		"<p><p><p><p>":           "page has 4 tags, more than the limit of 3",
	} {
		_, err := x.Article(&boctin.Page{Body: []byte(body)})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error is %v, want %s", err, want)
		}
	}
}
