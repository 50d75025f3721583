package gauge

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// Peak runs a command and gives its peak memory in bytes, as Linux keeps it for
// the process: the figure that a parent is given afterwards may be the parent's own.
func Peak(cmd *exec.Cmd) (bytes int64, err error) {
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case err := <-ended:
			return bytes, err
		case <-time.After(5 * time.Millisecond):
			status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
			_, line, _ := strings.Cut(string(status), "VmHWM:")
			var kb int64
			fmt.Sscan(line, &kb)
			bytes = max(bytes, kb<<10)
		}
	}
}
