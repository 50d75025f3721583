// Package demosite is a small news site to try the crawler on: a front page, a
// section with two pages, a feed, robots.txt and articles. Every page is
// invented.
package demosite

import (
	"embed"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

//go:embed pages
var pages embed.FS

var types = map[string]string{".htm": "text/html; charset=utf-8", ".rss": "application/rss+xml; charset=utf-8", ".txt": "text/plain; charset=utf-8"}

// Handler serves the site; its pages name it by the host they are asked under.
// Each has an ETag, so that a second visit costs next to nothing.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if name == "" {
			name = "index.htm"
		}
		raw, err := fs.ReadFile(pages, "pages/"+name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		text := strings.ReplaceAll(string(raw), "{site}", "http://"+r.Host)
		tag := fmt.Sprintf(`"%x"`, len(text))
		w.Header().Set("Content-Type", types[path.Ext(name)])
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, text)
	})
}
