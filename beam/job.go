package beam

import (
	"reflect"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// Beam finds functions by name on its workers, which run nothing but init
// before. DoFns are called by reflection: register.DoFn would make each of them
// a minute of compiling and ten megabytes, for a few calls an article.
func init() {
	for _, fn := range []any{ReadFn{}, VersionsFn{}, AppearancesFn{}, PeopleFn{}, WordedFn{}, TellingsFn{}, AttendFn{}, WorldFn{}, WordingsFn{}, PairsFn{}, SplitFn{}, CarryFn{},
		AlikeFn{}, JoinFn{}, TellFn{}, StoryFn{}, WriteFn{}, SiteFn{}, EmptyFn{}} {
		sdk.RegisterDoFn(reflect.TypeOf(fn))
	}
	register.Function2x1(sum)

	register.Emitter1[string]()
	register.Emitter2[string, string]()
	register.Emitter2[string, int]()
	register.Emitter2[int, string]()
	register.Emitter2[string, Page]()
	register.Emitter2[string, Appearance]()
	register.Emitter2[string, Worded]()
	register.Emitter2[string, []byte]()
	register.Emitter2[string, Member]()
	register.Emitter2[string, Other]()
	register.Emitter2[int, Edge]()
	register.Emitter2[string, Known]()
	register.Iter1[Page]()
	register.Iter1[Appearance]()
	register.Iter1[Worded]()
	register.Iter1[string]()
	register.Iter1[[]byte]()
	register.Iter1[Other]()
	register.Iter1[Edge]()
	register.Iter1[Member]()
	register.Iter1[Known]()
}

// Build lays out the job: one stage reads, extracts, normalizes and writes; the
// steps over all articles follow where they are wanted.
func Build(s sdk.Scope, o Options, shards []Shard) {
	list := sdk.Reshuffle(s, sdk.CreateList(s.Scope("Shards"), shards)) // so that shards go to all workers
	pages, sites := sdk.ParDo2(s.Scope("Read"), &ReadFn{o}, list)
	lines := sdk.ParDo(s, &SiteFn{}, sdk.CombinePerKey(s, sum, sites))
	write(s, lines, o.Output, "sites", 1)
	if o.overAll() {
		overAll(s, o, sdk.ParDo(s.Scope("Versions"), &VersionsFn{}, sdk.GroupByKey(s, pages)))
	}
}

// overAll adds the steps over the newest version of each article.
func overAll(s sdk.Scope, o Options, newest sdk.PCollection) {
	if o.Posts || o.Events {
		held, known := persons(s.Scope("Persons"), o, newest)
		if o.Posts {
			write(s, held, o.Output, "posts", o.Parts)
		}
		if o.Events {
			write(s, events(s.Scope("Events"), o, newest, known), o.Output, "events", o.Parts)
		}
	}
	if o.Stories {
		write(s, stories(s.Scope("Stories"), o, newest), o.Output, "stories", o.Parts)
	}
}

// persons gives the posts of every official, as lines under their part, and who each
// official of an article is.
func persons(s sdk.Scope, o Options, newest sdk.PCollection) (held, known sdk.PCollection) {
	seen := sdk.ParDo(s, &AppearancesFn{}, newest)
	return sdk.ParDo2(s, &PeopleFn{Options: o}, sdk.GroupByKey(s, seen))
}

// events gives the events of the world, as lines under their part.
func events(s sdk.Scope, o Options, newest, known sdk.PCollection) sdk.PCollection {
	told := sdk.ParDo(s, &TellingsFn{}, newest)
	attended := sdk.ParDo(s, &AttendFn{}, sdk.CoGroupByKey(s, told, known))
	return sdk.ParDo(s, &WorldFn{o.Parts}, sdk.GroupByKey(s, attended))
}

// stories gives the stories that more than one article prints, as lines under
// their part.
func stories(s sdk.Scope, o Options, newest sdk.PCollection) sdk.PCollection {
	worded := sdk.ParDo(s, &WordedFn{}, newest)
	sketches, members, keys := sdk.ParDo3(s, &WordingsFn{}, sdk.GroupByKey(s, worded))
	pairs := sdk.GroupByKey(s, sdk.ParDo(s, &PairsFn{}, sdk.GroupByKey(s, keys)))
	carried := sdk.ParDo(s, &CarryFn{}, sdk.CoGroupByKey(s, sketches, sdk.ParDo(s, &SplitFn{}, pairs)))
	edges := sdk.ParDo(s, &AlikeFn{}, sdk.CoGroupByKey(s, sketches, carried))
	named := sdk.ParDo(s, &JoinFn{}, sdk.GroupByKey(s, edges))
	told := sdk.ParDo(s, &TellFn{}, sdk.CoGroupByKey(s, members, named, sketches))
	return sdk.ParDo(s, &StoryFn{o.Parts}, sdk.GroupByKey(s, told))
}
