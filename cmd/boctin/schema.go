package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/docs"
)

func schemaVerb(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of the record",
		Example: `  boctin schema > record.schema.json`,
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			_, err := fmt.Fprint(a.stdout, docs.RecordSchema())
			return err
		},
	}
}
