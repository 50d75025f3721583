package webtest

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestStrangers holds that whoever lacks the token, asks by another name or sends
// from another site is refused.
func TestStrangers(t *testing.T) {
	s := serve(t, ownPages()...)
	friend := s.client(t)
	ask := func(c *http.Client, method, path, host, origin string) int {
		t.Helper()
		r, err := http.NewRequest(method, s.base+path, strings.NewReader(""))
		if err != nil {
			t.Fatal(err)
		}
		if host != "" {
			r.Host = host
		}
		if origin != "" {
			r.Header.Set("Origin", origin)
			r.Header.Set("Sec-Fetch-Site", "cross-site")
		}
		answer, err := c.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close()
		io.Copy(io.Discard, answer.Body)
		return answer.StatusCode
	}
	if got := ask(friend, "GET", "/", "", ""); got != http.StatusOK {
		t.Fatalf("the owner gets %d", got)
	}
	stranger := &http.Client{}
	for name, got := range map[string]int{
		"no token":        ask(stranger, "GET", "/", "", ""),
		"a wrong token":   ask(stranger, "GET", "/?token=AAAA", "", ""),
		"a rebound name":  ask(friend, "GET", "/", "evil.example", ""),
		"another site":    ask(friend, "POST", "/", "", "https://evil.example"),
		"no form's token": ask(friend, "POST", "/", "", s.base),
	} {
		if got < 400 || got >= 500 {
			t.Errorf("%s: answered with %d, want a refusal", name, got)
		}
	}
}

// TestWithoutScripts reads the corpus with scripts switched off: search, a hit,
// the saved page beside it, a person.
func TestWithoutScripts(t *testing.T) {
	b := serve(t, ownPages()...).open(t, 1440, 900)
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.visit("/")
	b.follow(chromedp.SendKeys(chromedp.CSS("#q"), "công an"+kb.Enter))
	if at := b.where(); !strings.HasPrefix(at, "/search?") {
		t.Errorf("search leads to %s", at)
	}
	b.press("main a[href^='/article']")
	b.do(chromedp.WaitVisible(chromedp.CSS("main iframe")), chromedp.WaitVisible(chromedp.CSS("main mark")))
	b.press("main a[href^='/person']")
	if at := b.where(); !strings.HasPrefix(at, "/person?") {
		t.Errorf("a name leads to %s", at)
	}
	b.clean()
}

// TestKeyboard holds that a person without a mouse gets everywhere and sees where
// they are.
func TestKeyboard(t *testing.T) {
	b := serve(t, ownPages()...).open(t, 1440, 900)
	b.visit("/")
	b.do(chromedp.KeyEvent(kb.Tab))
	if got := b.eval(`document.activeElement.getAttribute("href")`); got != "#main" {
		t.Errorf("the first Tab leads to %s, want the way past the navigation", got)
	}
	b.do(chromedp.KeyEvent(kb.Enter))
	if got := b.eval(`document.activeElement.id || document.querySelector(":target").id`); got != "main" {
		t.Errorf("Enter there leads to %s", got)
	}
	b.visit("/")
	seen := map[string]bool{}
	for range 25 {
		b.do(chromedp.KeyEvent(kb.Tab))
		here := b.eval(`document.activeElement.outerHTML.slice(0, 160)`)
		seen[here] = true
		if b.eval(`(s => s.outlineStyle != "none" || s.boxShadow != "none")(getComputedStyle(document.activeElement))`) != "true" {
			t.Errorf("nothing shows that %s is in focus: %s", here, b.eval(`(s => s.outline + "; " + document.activeElement.matches(":focus"))(getComputedStyle(document.activeElement))`))
		}
	}
	if len(seen) < 8 {
		t.Errorf("25 times Tab lead to %d places", len(seen))
	}
	b.visit("/")
	b.do(chromedp.KeyEvent("/"))
	if got := b.eval(`document.activeElement.id`); got != "q" {
		t.Errorf("the key / leads to %q, want the search", got)
	}
	b.clean()
}
