// Package sqlitestore keeps contacts in one SQLite file, for one bot process without any server beside it.
//
// It makes the same transitions as package redisstore, and a differential test holds them together: what a Lua script does there, a method of transaction does here.
// One goroutine writes (writer.go). It carries out all calls that are waiting in one transaction, so that a full sync to disk is paid once for many of them, and
// answers them after COMMIT. Readers work beside it.
package sqlitestore
