// Package storetest holds every store to one behaviour.
//
// Run is the suite: one case for each sentence of bot.Store, bot.Archive, bot.Library and bot.Till. Differential does the same random operations on two stores and
// finds no difference. StartRedis, StartCluster and StartDurable start real servers for tests on free ports of this machine and end them with the test.
package storetest
