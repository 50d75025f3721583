//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peakKiB is the most memory that an ended program held, in KiB.
func peakKiB(ended *os.ProcessState) int64 {
	peak := int64(ended.SysUsage().(*syscall.Rusage).Maxrss)
	if runtime.GOOS == "darwin" { // which counts bytes
		peak >>= 10
	}
	return peak
}
