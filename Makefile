# make run     builds and runs the main job on testdata/ and shows JSON
# make test    runs every test (under five minutes of processor time for those of the main module, some more for
#              the others, three to compile them all at first, when it also downloads packages of Python and npm)
# make bench   measures speed, as docs/performance.md says
# make compare  our reader and the other Go readers over the same pages
#              (make compare PEERS=python: those written in Python too)
# make fuzz    runs each fuzz target for FUZZTIME (60s)
# make golden  prints the golden records anew: read the diff
# make drift   what the tree makes of ../shared and testdata that BASE (HEAD) did not: prints a screenful
#              (make drift BASE=main DRIFT=-all, DRIFT='-fields events')
# make score   precision and recall against hand labels, not below the floors
#              (make score PAGES=DIR: of pages of your own)
# make mutate  the share of conditions that no test misses, of a sample (by hand; see docs/quality.md)
#              (make mutate N=20 SEED=1 MUTATE="./normalize/date ./extract/plain")
# make identity  who is who over many articles, against hand labels, not below the floors
# make demo-site  serves a small news site on 127.0.0.1:8808, to crawl
# make test-export  lets DuckDB and other programs read our exports (node and npm)
# make test-ftm  lets the libraries of FollowTheMoney and OpenSanctions take our export in (by hand: builds PyICU)
# make test-interop  holds our WARC files and their index against other programs' (python3)
# make test-web  drives boctin serve, and copies that browsers save, with Chromium (apt, npm)
# make screenshots  takes the pictures of docs/ anew
# make serve-demo  imports testdata and the samples into a corpus of its own, and serves it to a browser
#              (make serve-demo PORT=9000)
# make beam    builds bin/boctin-beam, the same on Apache Beam
# make test-beam  holds it, on Prism, to what boctin run and boctin.db say
# make race    runs the tests of what works in parallel under the race detector (needs a C compiler)
# make kill    kills, full disks and copies in use of every command, ROUNDS times as often as make test, and hostile texts
#              four times as long (some minutes each)
# make dist    static binaries for Linux, macOS and Windows, checksums, completions, manual pages, in dist/
# make vet-systems  go vet as Linux, macOS and Windows compile, one processor each: no file of ours is for one processor alone
#              (make vet-systems VETTED=windows/arm64; internal/batchbench is left out on Windows)
# make floors  lifts the floors to what was reached
export CGO_ENABLED = 0

FUZZTIME ?= 60s
COUNT ?= 6

SHARED = ../shared
PAGES ?= $(wildcard $(SHARED)/pages)
GOLD = testdata $(wildcard $(SHARED)/samples $(SHARED)/articles) $(PAGES)
SCORE = bin/boctin score --floors testdata/floors.toml

VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
COMMIT ?= $(shell git rev-parse HEAD 2>/dev/null)
SYSTEMS = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
VETTED ?= linux/arm64 darwin/arm64 windows/amd64

.PHONY: drift kill race dist vet-systems identity mutate build run test bench compare fuzz golden score floors demo-site serve-demo test-export test-ftm test-interop test-web screenshots beam test-beam

build:
	go build -trimpath -ldflags='-s -w' -o bin/boctin ./cmd/boctin

RACED ?= ./internal/pipeline ./internal/input ./internal/output ./normalize ./extract ./internal/corpus/... ./crawl/... ./internal/web

# SQLite, as Go, is left as it is: its steps are many, locks of ours are around them, and
# watched they take ten times as long.
race:
	CGO_ENABLED=1 go test -race -gcflags='modernc.org/...=-race=false' -short -timeout=30m $(GOTESTFLAGS) $(RACED)

ROUNDS ?= 5

kill:
	BOCTIN_ROUNDS=$(ROUNDS) go test -count=1 -timeout=60m -v -run 'Kill|FullDisk|Copied' ./cmd/boctin ./crawl ./internal/review
	BOCTIN_ROUNDS=$(ROUNDS) go test -count=1 -timeout=60m -run '^TestStepsGrow' ./internal/pipeline

dist: build
	rm -rf dist && mkdir -p dist/completions
	@set -e; for s in $(SYSTEMS); do \
		os=$${s%/*} arch=$${s#*/} name=dist/boctin-$${s%/*}-$${s#*/}; [ $$os != windows ] || name=$$name.exe; echo "$$name"; \
		GOOS=$$os GOARCH=$$arch go build -trimpath -ldflags='-s -w -X main.version=$(VERSION) -X main.commit=$(COMMIT)' -o $$name ./cmd/boctin; \
	done
	for shell in bash zsh fish powershell; do bin/boctin completion $$shell > dist/completions/boctin.$$shell; done
	bin/boctin man dist/man
	cp LICENSE README.md CHANGELOG.md dist/
	cd dist && find . -type f ! -name SHA256SUMS | sort | xargs $$(command -v sha256sum || echo shasum -a 256) > SHA256SUMS

vet-systems:
	@set -e; for s in $(VETTED); do echo "go vet $$s"; GOOS=$${s%/*} GOARCH=$${s#*/} go vet . ./cmd/... ./crawl/... ./extract/... ./normalize/... ./internal/pipeline ./internal/input ./internal/output ./internal/export ./internal/corpus/...; done

run: build
	bin/boctin run --pretty testdata/

test:
	go test -timeout=30m $(GOTESTFLAGS) ./...
	$(MAKE) test-interop
	$(MAKE) test-export
	$(MAKE) test-beam
	$(MAKE) test-web

bench:
	go test -run='^$$' -bench=. -benchmem -count=$(COUNT) ./...

PEERED = testdata $(PAGES) $(wildcard $(SHARED)/articles)

compare:
ifeq ($(PEERS),python)
	bench/python/peers.sh bench/python/out $(PEERED)
endif
	cd bench && go run . -records python/out $(abspath $(PEERED))

fuzz:
	@for pkg in $$(go list ./...); do \
		for target in $$(go test -list='^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "== $$pkg $$target"; \
			go test -run='^$$' -fuzz="^$$target\$$" -fuzztime=$(FUZZTIME) -fuzzminimizetime=100x $$pkg || exit 1; \
		done; \
	done

golden:
	go test ./internal/score -run '^TestGolden$$' -update
	go test ./normalize/internal/cases -run '^TestWholeRecords$$' -update
	go test ./extract -run '^TestWholeArticles$$' -update
	go test ./internal/drift -run '^TestRealTexts$$' -update

BASE ?= HEAD

drift:
	go run ./tools/drift -base $(BASE) -texts $(SHARED) $(DRIFT)

score: build
	$(SCORE) $(GOLD)
	$(SCORE) --sites none testdata $(PAGES)

floors: build
	$(SCORE) --raise $(GOLD)
	$(SCORE) --raise --sites none testdata $(PAGES)

N ?= 60
SEED ?= 1
MUTATE_SKIP = Hostile|Linear|Figures|Sound
MUTATE ?= ./normalize/... ./extract/...

mutate:
	nice go run ./tools/mutate -n $(N) -seed $(SEED) -also ./internal/score,./internal/drift -skip '$(MUTATE_SKIP)' $(MUTATE)

IDENTITY ?= $(wildcard $(SHARED)/identity)

identity: build
	@if [ -n "$(IDENTITY)" ]; then \
		bin/boctin run -q $(IDENTITY)/items.warc.gz | go run ./tools/identity -floor 0.97 -strata 0.94 $(IDENTITY)/identity-dev.tsv; \
	else \
		echo "identity: left out, there are no labels beside the project"; \
	fi

demo-site:
	go run ./tools/demosite

PORT ?= 8807
DEMO = testdata $(wildcard $(SHARED)/samples)

serve-demo: build
	@dir=$$(mktemp -d) && trap 'rm -rf "$$dir"' EXIT INT TERM && \
		bin/boctin import -q --corpus "$$dir" $(DEMO) && \
		bin/boctin serve --corpus "$$dir" --port $(PORT)

INTEROP = crawl/warc/interop

# environment makes FOLDER/.venv of FOLDER/requirements.txt, where python3 is.
environment = if command -v python3 >/dev/null; then \
		cd $(1) && { [ .venv/made -nt requirements.txt ] || { rm -rf .venv && python3 -m venv .venv && \
		.venv/bin/pip install -q --disable-pip-version-check -r requirements.txt && touch .venv/made; }; }; \
	else \
		echo "$@: without python3, its readers are left out"; \
	fi

test-interop:
	@$(call environment,$(INTEROP))
	cd $(INTEROP) && go test $(GOTESTFLAGS) ./...

beam:
	cd beam && go build -trimpath -ldflags='-s -w' -o ../bin/boctin-beam ./cmd/boctin-beam

test-beam:
	cd beam && go test -timeout=30m $(GOTESTFLAGS) ./...

READERS = internal/export/testdata/readers

test-export:
	@if command -v node >/dev/null && command -v npm >/dev/null; then \
		cd $(READERS) && { [ node_modules/.package-lock.json -nt package.json ] || npm install --no-package-lock --no-audit --no-fund --loglevel=error; }; \
	else \
		echo "test-export: without node and npm, DuckDB and others are left out"; \
	fi
	@$(call environment,$(READERS))
	go test -run '^TestOtherReaders$$|^TestPythonReaders$$' -count=1 $(GOTESTFLAGS) ./internal/export

test-ftm: build
	$(READERS)/ftm.sh testdata $(wildcard $(SHARED)/samples)

test-web:
	webtest/tools.sh
	cd webtest && go test -timeout=20m $(GOTESTFLAGS) ./...

screenshots:
	webtest/tools.sh
	cd webtest && SCREENSHOTS=$(CURDIR)/docs go test -count=1 -run='^TestScreenshots$$' -v ./...
