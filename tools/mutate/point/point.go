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
// into which it writes the numbers of those that decide something: that are asked at
// least once for what neutralised they would not say.
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

// True gives x, and true where condition k is neutralised.
func True(k int, x bool) bool {
	if trace != nil && !x {
		trace.note(k)
	}
	return x || k == number
}

// False gives x, and false where condition k is neutralised.
func False(k int, x bool) bool {
	if trace != nil && x {
		trace.note(k)
	}
	return x && k != number
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
