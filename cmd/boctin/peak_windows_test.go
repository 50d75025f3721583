package main

import "os"

// peakKiB is 0: Windows does not tell of a program that has ended.
func peakKiB(*os.ProcessState) int64 { return 0 }
