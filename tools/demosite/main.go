// Command demosite serves a small news site on the loopback interface, to try
// the crawler on: a front page, a section with two pages, a feed, robots.txt
// and articles. Every page is invented.
package main

import (
	"embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"net/http"
	"strings"
	"time"
)

//go:embed pages
var pages embed.FS

func main() {
	address := flag.String("address", "127.0.0.1:8808", "where to listen")
	flag.Parse()
	handler, err := site("http://" + *address)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s/ serves the demo site; end it with Ctrl-C\n", *address)
	server := &http.Server{Addr: *address, Handler: handler, ReadHeaderTimeout: 10 * time.Second}
	log.Fatal(server.ListenAndServe())
}

var types = map[string]string{".htm": "text/html; charset=utf-8", ".rss": "application/rss+xml; charset=utf-8", ".txt": "text/plain; charset=utf-8"}

// site serves the embedded pages; {site} in them stands for the site's URL. Each
// has an ETag, so that a second visit costs next to nothing.
func site(base string) (http.Handler, error) {
	tree, err := fs.Sub(pages, "pages")
	if err != nil {
		return nil, err
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.htm"
		}
		raw, err := fs.ReadFile(tree, name)
		if err != nil {
			if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid) {
				log.Print(err)
			}
			http.NotFound(w, r)
			return
		}
		text := strings.ReplaceAll(string(raw), "{site}", base)
		tag := fmt.Sprintf(`"%x"`, len(text))
		w.Header().Set("Content-Type", types[name[strings.LastIndexByte(name, '.'):]])
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, text)
	}), nil
}
