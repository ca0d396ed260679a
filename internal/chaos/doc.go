// Package chaos runs a bot the way production does, lets everything around it fail, and counts what that has done to its customers.
//
// [Run] starts several processes of `repartee run` behind one webhook (or polling), a real Redis or a cluster of six nodes, and customers who talk, wait, press, pay
// and send their friends. Meanwhile a storm, whose plan comes from a seed, kills bots and Redis nodes, stops processes for longer than their claims last, cuts and
// delays connections, steps Redis' clock, loses and doubles deliveries, and lets the Bot API fail in its ways. When it is over, the record of the Bot API and the
// store are held against each other: report.go is what comes of it.
//
// Read run.go first. node.go and cluster.go are Redis, link.go the way to it, program.go a process of the bot, balancer.go what stands before its webhooks, front.go
// what stands before the Bot API. storm.go is the plan, faults.go what it can do. customer.go and purchase.go are a customer; the check files are the proof.
package chaos
