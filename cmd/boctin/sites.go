package main

import (
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/boctin/boctin/extract/sites"
)

func sitesVerb(a *app) *cobra.Command {
	var data string
	cmd := &cobra.Command{
		Use:   "sites",
		Short: "List the known sites",
		Long: `List the sites that have a profile, with their CMS family and how many layouts
are known. A page of any other site goes through the generic reader.`,
		Example: `  boctin sites
  boctin sites --data my-data/`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			known, err := loadSites(data, "")
			if err != nil {
				return err
			}
			return a.listSites(known)
		},
	}
	cmd.Flags().StringVar(&data, "data", "", "lay the site files of `DIR`/sites over the built-in ones")
	return cmd
}

func (a *app) listSites(known *sites.Sites) error {
	w := tabwriter.NewWriter(a.stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "SITE\tFAMILY\tLAYOUTS\tFEEDS\tNOTE")
	for _, p := range known.All() {
		note := ""
		if p.Unverified {
			note = "unverified: no page was seen"
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%s\n", p.Name, dash(p.Family), len(p.Layouts), len(p.Crawl.Feeds), note)
	}
	return w.Flush()
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
