// Package point is what the copies of the sources that tools/mutate builds ask at
// every condition. Nothing else imports it.
package point

import (
	"fmt"
	"os"
	"runtime/metrics"
	"strconv"
	"time"
)

// The environment tells a process which condition it does without, and the file
// into which it writes the numbers of those that it comes to.
const (
	NumberEnv = "MUTATE_NUMBER"
	TraceEnv  = "MUTATE_TRACE"
)

// most is the memory in bytes at which a process that lacks a condition is ended:
// a loop that does not end may gather all there is.
const most = 1 << 30

var (
	number = atoi(os.Getenv(NumberEnv))
	trace  = open(os.Getenv(TraceEnv))
)

// Off tells that condition k is neutralised in this process.
func Off(k int) bool {
	if trace != nil {
		trace.note(k)
	}
	return k == number
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	go watch()
	return n
}

func watch() {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}}
	for range time.Tick(50 * time.Millisecond) {
		if metrics.Read(sample); sample[0].Value.Uint64() > most {
			fmt.Fprintln(os.Stderr, "mutate: too much memory")
			os.Exit(3)
		}
	}
}
