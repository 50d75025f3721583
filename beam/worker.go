package beam

import (
	"math"
	"runtime"
	"sync"

	"github.com/boctin/boctin/extract"
	"github.com/boctin/boctin/extract/sites"
	"github.com/boctin/boctin/internal/identity"
	"github.com/boctin/boctin/internal/pipeline"
	"github.com/boctin/boctin/normalize"
	"github.com/boctin/boctin/normalize/lexicon"
)

// worker is what a process holds once, however many bundles its runner gives it
// at a time: the reader and finders, which take 90 ms and 30 MB to build, and
// the turn to read a shard, which is read with all cores.
type worker struct {
	once   sync.Once
	stages *pipeline.Stages
	people *identity.Resolver
	err    error
	turn   sync.Mutex
}

// here is this process. Beam makes DoFns anew for every bundle, so that what
// they share can only be a variable of the package.
var here worker

// prepare builds the stages; all jobs of a process have the same options.
func (w *worker) prepare(o *Options) (*pipeline.Stages, error) {
	w.once.Do(func() {
		if w.stages, w.err = build(o); w.err == nil {
			w.people, w.err = o.resolver()
		}
	})
	return w.stages, w.err
}

func build(o *Options) (*pipeline.Stages, error) {
	var known *sites.Sites
	if !o.Generic {
		files, err := o.overlay("sites")
		if err != nil {
			return nil, err
		}
		if known, err = sites.Load(files); err != nil {
			return nil, err
		}
	}
	files, err := o.overlay("lexicon")
	if err != nil {
		return nil, err
	}
	words, err := lexicon.Load(files)
	if err != nil {
		return nil, err
	}
	limits := extract.DefaultLimits()
	limits.Bytes = int(min(o.MaxBytes, math.MaxInt32))
	return &pipeline.Stages{Extractor: extract.New(known).WithLimits(limits), Normalizer: normalize.New(words), Date: o.Date}, nil
}

func (o *Options) workers() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.NumCPU()
}
