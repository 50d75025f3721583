package review

import (
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/tomlform"
)

// site: on the pages of a host, what a selector finds is the body, or is cut out of it.
// The overlay's file of a site takes the place of the built-in one, so that it begins
// as a copy of that.
func (p *planner) site() error {
	host, selector := p.get("site"), p.get("selector")
	key := map[string]string{"site-drop": "drop", "site-body": "body"}[p.Kind]
	if err := sites.CheckSelector(selector); err != nil {
		return refused("selector", "%v: write a CSS selector such as 'div.detail-content p'", err)
	}
	name := host
	if profile := p.base.sites.Lookup(host); profile != nil {
		name = profile.Name
	}
	file := path.Join("sites", name+".toml")
	old, err := p.overlay.read(file)
	if err != nil {
		return err
	}
	text := string(old)
	if old == nil {
		text = sites.Source(name + ".toml")
	}
	if text == "" {
		text = "hosts = [" + tomlform.Quote(host) + "]\n"
	}
	if text, err = withSelector(text, key, selector); err != nil {
		return err
	}
	p.plan.What = key + " " + selector + " on " + host
	p.plan.touched.Site = host
	p.put(file, old, []byte(text))
	return nil
}

// withSelector gives the layouts of a site one selector more: each of them behind those
// of what is cut out, the first one before those of the body. A site without a layout
// gets one.
func withSelector(text, key, selector string) (string, error) {
	for n := 0; ; n++ {
		at, list := -1, ""
		nth := func(values map[string]string) bool { at++; list = values[key]; return at == n }
		if _, err := tomlform.Amend(text, "[[layout]]", nth, key, "[]"); errors.Is(err, tomlform.ErrNoTable) {
			if n == 0 {
				return tomlform.Append(text, "[[layout]]\n"+key+" = "+tomlform.List(key, []string{selector})+"\n"), nil
			}
			return text, nil
		}
		has := tomlform.ListOf(list)
		switch {
		case slices.Contains(has, selector):
		case key == "drop":
			has = append(has, selector)
		default:
			has = append([]string{selector}, has...)
		}
		at = -1
		var err error
		if text, err = tomlform.Amend(text, "[[layout]]", nth, key, tomlform.List(key, has)); err != nil || key != "drop" {
			return text, err
		}
	}
}

// SelectorOf makes a selector of the way to an element as the evidence of an article
// gives it: the nearest of its steps that an id or a class names, and what lies below.
func SelectorOf(node string) string {
	steps := strings.Split(node, " > ")
	from := len(steps) - 1
	for from > 0 && !strings.ContainsAny(steps[from], ".#") {
		from--
	}
	if from < 0 || !strings.ContainsAny(steps[from], ".#") {
		return ""
	}
	selector := strings.Join(steps[from:], " > ")
	if sites.CheckSelector(selector) != nil {
		return ""
	}
	return selector
}
