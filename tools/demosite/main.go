// Command demosite serves a small invented news site on the loopback interface,
// to try the crawler on.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"time"

	"github.com/boctin/boctin/internal/demosite"
)

func main() {
	address := flag.String("address", "127.0.0.1:8808", "where to listen")
	flag.Parse()
	fmt.Printf("http://%s/ is the demo site; end it with Ctrl-C\n", *address)
	server := &http.Server{Addr: *address, Handler: demosite.Handler(), ReadHeaderTimeout: 10 * time.Second}
	log.Fatal(server.ListenAndServe())
}
