package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestHeaders(t *testing.T) {
	s := server(t)
	for _, target := range []string{"/", "/nothing", "/search?format=json", "/static/style.css"} {
		w := get(t, s, target)
		for name := range headers {
			if w.Header().Get(name) == "" {
				t.Errorf("%s: no %s", target, name)
			}
		}
		if p := w.Header().Get("Content-Security-Policy"); !strings.Contains(p, "default-src 'none'") || strings.Contains(p, "unsafe") {
			t.Errorf("%s: %s", target, p)
		}
	}
}

func TestRefused(t *testing.T) {
	s := server(t)
	post := "csrf=" + s.csrf()
	for name, c := range map[string]struct {
		change func(*http.Request)
		post   bool
		want   int
	}{
		"let in":                 {func(*http.Request) {}, false, 200},
		"localhost":              {func(r *http.Request) { r.Host = "localhost:8807" }, false, 200},
		"a name that was given":  {func(r *http.Request) { r.Host = "desk.lan:8807" }, false, 200},
		"IPv6":                   {func(r *http.Request) { r.Host = "[::1]:8807" }, false, 200},
		"a name that leads here": {func(r *http.Request) { r.Host = "rebound.example:8807" }, false, 403},
		"the same without port":  {func(r *http.Request) { r.Host = "rebound.example" }, false, 403},
		"no host":                {func(r *http.Request) { r.Host = "" }, false, 403},
		"no cookie":              {func(r *http.Request) { r.Header.Del("Cookie") }, false, 403},
		"a wrong cookie":         {func(r *http.Request) { r.Header.Set("Cookie", "boctin8807="+token+"x") }, false, 403},
		"the cookie of another":  {func(r *http.Request) { r.Header.Set("Cookie", "boctin8808="+token) }, false, 403},
		"an empty token":         {func(r *http.Request) { r.Header.Del("Cookie"); r.URL.RawQuery = "token=" }, false, 403},
		"a wrong token":          {func(r *http.Request) { r.Header.Del("Cookie"); r.URL.RawQuery = "token=guess" }, false, 403},
		"a form of ours":         {func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "same-origin") }, true, 404},
		"a form from elsewhere":  {func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") }, true, 403},
		"from another origin":    {func(r *http.Request) { r.Header.Set("Origin", "https://elsewhere.example") }, true, 403},
		"from another port":      {func(r *http.Request) { r.Header.Set("Origin", "http://127.0.0.1:9999") }, true, 403},
		"from a sandboxed frame": {func(r *http.Request) { r.Header.Set("Origin", "null") }, true, 403},
		"a form without csrf":    {func(r *http.Request) { r.Body = http.NoBody; r.ContentLength = 0 }, true, 403},
	} {
		t.Run(name, func(t *testing.T) {
			r := request("GET", "/", "")
			if c.post {
				r = request("POST", "/nothing", post)
			}
			c.change(r)
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if w.Code != c.want {
				t.Errorf("%d, want %d: %.300s", w.Code, c.want, w.Body)
			}
			if w.Code == 403 && strings.Contains(w.Body.String(), made().dir) {
				t.Errorf("a refusal tells of the corpus: %s", w.Body)
			}
		})
	}
}

func TestEnter(t *testing.T) {
	s := server(t)
	r := httptest.NewRequest("GET", "/search?q=a+b&token="+token, nil)
	r.Host = "127.0.0.1:8807"
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != "/search?q=a+b" {
		t.Errorf("%d to %s", w.Code, w.Header().Get("Location"))
	}
	if c := w.Header().Get("Set-Cookie"); !strings.Contains(c, "boctin8807="+token) || !strings.Contains(c, "HttpOnly") || !strings.Contains(c, "SameSite=Strict") {
		t.Errorf("cookie %s", c)
	}
	r = httptest.NewRequest("GET", "http://127.0.0.1:8807//elsewhere.example/?token="+token, nil)
	w = httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if to := w.Header().Get("Location"); strings.HasPrefix(to, "//") {
		t.Errorf("leads out to %s", to)
	}
}

// TestRefusalNamesAddress holds that the address in a refusal is escaped.
func TestRefusalNamesAddress(t *testing.T) {
	r := httptest.NewRequest("GET", "/x", nil)
	r.URL.Path, r.URL.RawQuery, r.Host = `/"><script>`, `q="><script>alert(1)</script>`, "127.0.0.1:8807"
	w := httptest.NewRecorder()
	server(t).ServeHTTP(w, r)
	if w.Code != 403 || strings.Contains(w.Body.String(), "<script>") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestLongForm(t *testing.T) {
	s := server(t)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, request("POST", "/nothing", "x="+strings.Repeat("a", maxForm+1)+"&csrf="+s.csrf()))
	if w.Code != http.StatusForbidden {
		t.Errorf("a form of more than a megabyte: %d", w.Code)
	}
}
