package web

import (
	"html/template"
	"net/url"
	"strconv"

	"github.com/boctin/boctin/internal/web/chart"
	"github.com/boctin/boctin/internal/web/words"
)

// functions are what templates call, beside the methods of views.
func functions(w *words.Words) template.FuncMap {
	return template.FuncMap{
		"say":      w.Say,
		"of":       w.Of,
		"day":      day,
		"snippet":  snippet,
		"weekdays": func() []string { return weekdays },
		"kinds":    func() []string { return eventKinds },
		"person":   personHref,
		"agency":   agencyHref,
		"article":  articleHref,
		"number":   func(n int) string { return grouped(w, n) },
		"picture":  func(of *chart.Timeline, id, title string) picture { return picture{of, id, title} },
		"choice":   func(name string) string { return choice(w, name) },
		"doubt":    func(rule, why string) string { return doubt(w, rule, why) },
		"count":    func(n int, key string) string { return counted(w, n, key) },
	}
}

// picture is a time line with its id and title, as the template of pictures takes it.
type picture struct {
	Of        *chart.Timeline
	ID, Title string
}

// choice is the word for one of the values that a field takes.
func choice(w *words.Words, name string) string {
	if word := w.Of("choice", name); word != name {
		return word
	}
	return w.Of("event", name)
}

// doubt says why something is in doubt, in English as the record has it where the
// language has no words for its rule.
func doubt(w *words.Words, rule, why string) string {
	if text := w.Of("issue", rule); text != rule {
		return text
	}
	return why
}

// day gives the day of a time, 2025-08-17.
func day(t string) string { return t[:min(len(t), len("2025-08-17"))] }

func personHref(id string) string { return "/person?id=" + url.QueryEscape(id) }

func agencyHref(id string) string { return "/agency?id=" + url.QueryEscape(id) }

func articleHref(address string) string { return "/article?url=" + url.QueryEscape(address) }

// counted gives a number with the word that goes with it, whose key has the form of
// one at KEY_one.
func counted(w *words.Words, n int, key string) string {
	if n == 1 && w.Has(key+"_one") {
		return w.Say(key + "_one")
	}
	return w.Say(key, grouped(w, n))
}

// grouped is a number with its thousands apart, as the language writes it.
func grouped(w *words.Words, n int) string {
	s, sep := strconv.Itoa(n), w.Say("number.thousands")
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + sep + s[i:]
	}
	return s
}
