package redisstore

import (
	"fmt"
	"strconv"
	"strings"
)

// Level says how a point stands.
type Level string

// The levels of a point. A bot does not start where one is Bad.
const (
	Good Level = "ok"
	Weak Level = "warn"
	Bad  Level = "fail"
)

// Point is one thing that matters of a Redis that conversations are to be trusted to.
type Point struct {
	Subject string // two words at most: server, eviction, clock ...
	Level   Level
	Says    string // how it stands
	Do      string // what mends it; "" where nothing has to be
}

// nearlyFull is the part of maxmemory from which on the operator is warned.
const nearlyFull = 0.8

// rules look at what a node tells of itself; fsync is "" where it does not.
func rules() []func(info map[string]string, fsync string) Point {
	return []func(map[string]string, string) Point{server, eviction, persistence, disk, replica, memory}
}

func server(info map[string]string, _ string) Point {
	name, version := "Redis", info["redis_version"]
	if other := info["server_name"]; other == "valkey" {
		name, version = "Valkey", info["valkey_version"]
	}
	p := Point{Subject: "server", Level: Good, Says: name + " " + version}
	if major, _, _ := strings.Cut(info["redis_version"], "."); len(major) == 1 && major < "6" {
		p.Level, p.Do = Weak, "The bot is tested with Redis 7 and Valkey 8: update it"
	}
	return p
}

func eviction(info map[string]string, _ string) Point {
	policy := info["maxmemory_policy"]
	if policy != "" && policy != "noeviction" {
		return Point{"eviction", Bad, "Redis may throw conversations away when its memory is full (maxmemory-policy " + policy + ")", "set maxmemory-policy noeviction"}
	}
	return Point{Subject: "eviction", Level: Good, Says: "nothing is thrown away when memory is full"}
}

func persistence(info map[string]string, fsync string) Point {
	p := Point{Subject: "persistence", Level: Weak}
	switch {
	case info["aof_enabled"] == "0":
		p.Says, p.Do = "Redis writes no append-only file: a restart loses every conversation since its last snapshot", "Set appendonly yes"
	case fsync != "" && fsync != "always":
		p.Says = "Redis writes its file only now and then (appendfsync " + fsync + "): a power cut may lose the last second or two"
		p.Do = "Set appendfsync always"
	case fsync == "":
		p.Level, p.Says = Good, "there is an append-only file; how often it is synced this Redis does not tell"
	default:
		p.Level, p.Says = Good, "each commit is on disk before it is answered"
	}
	return p
}

func disk(info map[string]string, _ string) Point {
	if info["aof_last_write_status"] == "err" || info["rdb_last_bgsave_status"] == "err" {
		return Point{"disk", Weak, "Redis could not write to its disk the last time", "Look at the disk and at Redis' log"}
	}
	return Point{Subject: "disk", Level: Good, Says: "the last write has come through"}
}

func replica(info map[string]string, _ string) Point {
	n := info["connected_slaves"]
	if n == "0" {
		return Point{"replica", Weak, "Redis has no replica: while it is down, so is the bot, and if its disk is lost, so is every conversation", "Give it one where that matters"}
	}
	return Point{Subject: "replica", Level: Good, Says: n + " connected"}
}

func memory(info map[string]string, _ string) Point {
	used, _ := strconv.ParseFloat(info["used_memory"], 64) // absent: 0
	most, _ := strconv.ParseFloat(info["maxmemory"], 64)
	switch {
	case most == 0:
		return Point{Subject: "memory", Level: Good, Says: fmt.Sprintf("%s used, without a limit", info["used_memory_human"])}
	case used > nearlyFull*most:
		return Point{"memory", Weak, fmt.Sprintf("Redis has used %.0f %% of its memory", 100*used/most), "Raise maxmemory before it refuses to write"}
	}
	return Point{Subject: "memory", Level: Good, Says: fmt.Sprintf("%.0f %% used", 100*used/most)}
}

// message is one line for a log or an error.
func (p Point) message() string {
	if p.Do == "" {
		return p.Says
	}
	return p.Says + ": " + strings.ToLower(p.Do[:1]) + p.Do[1:]
}
