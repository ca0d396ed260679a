// Package redisstore keeps contacts in Redis or Valkey, on one node or on a cluster.
//
// All of one contact lies in one slot, so one script changes it as a whole. Read keys.go (what is kept where), then lua/commit.lua (the one write of a turn),
// then lua/ack.lua, lua/defer.lua and lua/mark.lua (the outbox on its way out), lua/take.lua and due.go (what is to be done), lua/post.lua (the inbox).
//
// For sales read order.go and lua/order.lua (orders and the ledger, written by the commit of their contact), lua/approve.lua (who may pay an order), and stock.go
// with lua/shelf.lua and lua/stock.lua (the stock that all customers share, in a slot of its own).
//
// What several instances agree on is in fleet.go, with lua/beat.lua, lua/lease.lua and lua/spend.lua.
//
// Every script may run again with the same arguments, since the client sends a command anew when its answer was lost. No script reads the time or makes an id:
// both are arguments, so that a turn's outcome does not depend on which node carried it out.
package redisstore
