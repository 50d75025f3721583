// Package docs holds the published description of the record, so that the
// program prints the very file that stands in the repository.
package docs

import _ "embed"

//go:embed record.schema.json
var recordSchema string

// RecordSchema is the JSON Schema (2020-12) of the record, as in record.schema.json.
func RecordSchema() string { return recordSchema }
