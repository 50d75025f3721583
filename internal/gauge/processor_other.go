//go:build !unix

package gauge

import "time"

// Processor is 0: what a program has taken is asked for on Unix alone.
func Processor() time.Duration { return 0 }
