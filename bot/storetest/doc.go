// Package storetest holds every store to one behaviour.
//
// Run is the suite: one case for each sentence of bot.Store, bot.Archive, bot.Library and bot.Till. Differential does the same random operations on two stores and
// finds no difference, and no contact with something to do that would not be found. Linearizable lets clients work side by side and looks for an order that explains
// what they were answered. StartRedis, StartCluster and StartDurable start real servers for tests on free ports of this machine and end them with the test;
// StartReplica adds a replica to one, StartCutter a way to one on which connections break.
package storetest
