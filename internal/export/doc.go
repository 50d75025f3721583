// Package export hands records to the tools of other fields. A format is a
// Writer that takes one record after the other and holds no more than a group
// of them in memory; what it writes stands under its name only when it is whole.
package export
