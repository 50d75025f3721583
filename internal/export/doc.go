// Package export hands records to the tools of other fields. Every format is a
// Writer, which takes one record after the other and holds no more than one
// group of them in memory.
package export
