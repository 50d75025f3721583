package beam

import (
	"context"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/filter"
)

// Beam finds functions by name on its workers, which run nothing but init before.
func init() {
	register.DoFn4x1[context.Context, Shard, func(string, Page), func(string, int), error](&ReadFn{})
	register.DoFn5x0[string, func(*Page) bool, func(string, Page), func(string, Naming), func(string, Naming)](&VersionsFn{})
	register.Combiner1[Naming](&NamingFn{})
	register.DoFn3x0[string, Page, func(string, Appearance)](&AppearancesFn{})
	register.DoFn5x1[string, func(*Appearance) bool, func(*Naming) bool, func(*string, *Naming) bool, func(int, string), error](&PeopleFn{})

	register.DoFn3x0[string, Page, func(string, Worded)](&WordedFn{})
	register.DoFn5x1[string, func(*Worded) bool, func(string, []byte), func(string, Member), func(string, string), error](&WordingsFn{})
	register.DoFn3x0[string, func(*string) bool, func(string)](&PairsFn{})
	register.DoFn2x0[string, func(string, string)](&SplitFn{})
	register.DoFn4x0[string, func(*[]byte) bool, func(*string) bool, func(string, Other)](&CarryFn{})
	register.DoFn4x1[string, func(*[]byte) bool, func(*Other) bool, func(int, Edge), error](&AlikeFn{})
	register.DoFn3x0[int, func(*Edge) bool, func(string, string)](&JoinFn{})
	register.DoFn4x0[string, func(*Member) bool, func(*string) bool, func(string, Member)](&TellFn{})
	register.DoFn3x1[string, func(*Member) bool, func(int, string), error](&StoryFn{})

	register.DoFn3x1[context.Context, int, func(*string) bool, error](&WriteFn{})
	register.DoFn3x1[string, int, func(int, string), error](&SiteFn{})
	register.DoFn2x0[int, func(int, string)](&EmptyFn{})
	register.Function2x1(sum)

	register.Emitter1[string]()
	register.Emitter2[string, string]()
	register.Emitter2[string, int]()
	register.Emitter2[int, string]()
	register.Emitter2[string, Page]()
	register.Emitter2[string, Naming]()
	register.Emitter2[string, Appearance]()
	register.Emitter2[string, Worded]()
	register.Emitter2[string, []byte]()
	register.Emitter2[string, Member]()
	register.Emitter2[string, Other]()
	register.Emitter2[int, Edge]()
	register.Iter1[Page]()
	register.Iter1[Naming]()
	register.Iter2[string, Naming]()
	register.Iter1[Appearance]()
	register.Iter1[Worded]()
	register.Iter1[string]()
	register.Iter1[[]byte]()
	register.Iter1[Other]()
	register.Iter1[Edge]()
	register.Iter1[Member]()
}

// Build lays out the job: one stage reads, extracts, normalizes and writes; the
// steps over all articles follow where they are wanted.
func Build(s sdk.Scope, o Options, shards []Shard) {
	list := sdk.Reshuffle(s, sdk.CreateList(s.Scope("Shards"), shards)) // so that shards go to all workers
	pages, sites := sdk.ParDo2(s.Scope("Read"), &ReadFn{o}, list)
	lines := sdk.ParDo(s, &SiteFn{}, sdk.CombinePerKey(s, sum, sites))
	write(s, lines, o.Output, "sites", 1)
	if !o.Posts && !o.Stories {
		return
	}
	newest, agencies, names := sdk.ParDo3(s.Scope("Versions"), &VersionsFn{}, sdk.GroupByKey(s, pages))
	if o.Posts {
		write(s, posts(s.Scope("Posts"), o, newest, agencies, names), o.Output, "posts", o.Parts)
	}
	if o.Stories {
		write(s, stories(s.Scope("Stories"), o, newest), o.Output, "stories", o.Parts)
	}
}

// posts gives the posts of every official, as lines under their part.
func posts(s sdk.Scope, o Options, newest, agencies, names sdk.PCollection) sdk.PCollection {
	agencies = sdk.CombinePerKey(s, &NamingFn{}, agencies)
	names = sdk.CombinePerKey(s, &NamingFn{}, names)
	seen := sdk.ParDo(s, &AppearancesFn{}, newest)
	return sdk.ParDo(s, &PeopleFn{Parts: o.Parts}, sdk.CoGroupByKey(s, seen, names), sdk.SideInput{Input: agencies})
}

// stories gives the stories that more than one article prints, as lines under
// their part.
func stories(s sdk.Scope, o Options, newest sdk.PCollection) sdk.PCollection {
	worded := sdk.ParDo(s, &WordedFn{}, newest)
	sketches, members, keys := sdk.ParDo3(s, &WordingsFn{}, sdk.GroupByKey(s, worded))
	pairs := filter.Distinct(s, sdk.ParDo(s, &PairsFn{}, sdk.GroupByKey(s, keys)))
	carried := sdk.ParDo(s, &CarryFn{}, sdk.CoGroupByKey(s, sketches, sdk.ParDo(s, &SplitFn{}, pairs)))
	edges := sdk.ParDo(s, &AlikeFn{}, sdk.CoGroupByKey(s, sketches, carried))
	named := sdk.ParDo(s, &JoinFn{}, sdk.GroupByKey(s, edges))
	told := sdk.ParDo(s, &TellFn{}, sdk.CoGroupByKey(s, members, named))
	return sdk.ParDo(s, &StoryFn{o.Parts}, sdk.GroupByKey(s, told))
}
