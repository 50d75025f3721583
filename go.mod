module github.com/boctin/boctin

go 1.26.0

require (
	github.com/BurntSushi/toml v1.6.0
	golang.org/x/text v0.43.0
)

require github.com/santhosh-tekuri/jsonschema/v6 v6.0.3

require (
	github.com/andybalholm/cascadia v1.3.4
	github.com/klauspost/compress v1.20.3
)

require golang.org/x/net v0.62.0 // indirect
