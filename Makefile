# make run    builds and runs the main job on testdata/ and shows JSON
# make test   runs every test
export CGO_ENABLED = 0

.PHONY: build run test

build:
	go build -trimpath -ldflags='-s -w' -o bin/boctin ./cmd/boctin

run: build
	bin/boctin run --pretty testdata/

test:
	go test ./...
