package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin"
)

// version and commit are set by the build (-ldflags "-X main.version=... -X main.commit=...").
var version, commit = "", ""

func versionVerb(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of the program and of the record",
		Example: `  boctin version`,
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			_, err := fmt.Fprintln(a.stdout, versionLine())
			return err
		},
	}
}

func versionLine() string {
	return fmt.Sprintf("boctin %s%s, record %s, %s %s/%s", buildVersion(), buildCommit(), boctin.Schema, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// buildCommit names the commit that was built, where it is known.
func buildCommit() string {
	of := commit
	if info, ok := debug.ReadBuildInfo(); ok && of == "" {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				of = s.Value
			}
		}
	}
	if of == "" {
		return ""
	}
	return " (commit " + of[:min(len(of), 12)] + ")"
}

func buildVersion() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// noArguments refuses arguments to a verb that has none.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return misused("%s takes no arguments: drop %q", cmd.CommandPath(), args[0])
	}
	return nil
}
