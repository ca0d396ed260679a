package redisstore

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
)

// address is what a REDIS_URL says. The url is one that go-redis understands.
type address struct {
	url     string
	cluster bool
	shown   string // for messages: hosts only, never a password
}

// parseAddress reads redis://, rediss:// (TLS), valkey://, valkeys:// and unix:// addresses. A cluster is told by +cluster in the scheme, ?cluster=1, or several
// hosts with commas between them. An error never shows the address, since it may hold a password.
func parseAddress(raw string) (address, error) {
	scheme, rest, found := strings.Cut(raw, "://")
	if !found {
		return address{}, errors.New("the Redis URL has no scheme: write it like redis://localhost:6379")
	}
	name, cluster := strings.CutSuffix(strings.ToLower(scheme), "+cluster")
	goName, err := schemeOf(name)
	if err != nil {
		return address{}, err
	}
	if goName == "unix" {
		path, _, _ := strings.Cut(rest, "?")
		return address{url: raw, shown: path}, nil
	}
	login, rest := cutLogin(rest)
	hosts, tail := cutHosts(rest)
	if hosts[0] == "" {
		return address{}, errors.New("the Redis URL names no host: write it like redis://localhost:6379")
	}
	path, query, err := splitTail(tail)
	if err != nil {
		return address{}, err
	}
	cluster = cluster || len(hosts) > 1 || query.Get("cluster") == "1"
	query.Del("cluster")
	for _, host := range hosts[1:] {
		query.Add("addr", withPort(host))
	}
	if cluster && path != "" && path != "/" && path != "/0" {
		return address{}, errors.New("the Redis URL names a database, but a cluster has only database 0: leave it out")
	}
	if cluster {
		path = ""
	}
	out := goName + "://" + login + hosts[0] + path
	if len(query) > 0 {
		out += "?" + query.Encode()
	}
	return address{url: out, cluster: cluster, shown: strings.Join(hosts, ",")}, nil
}

func schemeOf(name string) (string, error) {
	switch name {
	case "redis", "valkey":
		return "redis", nil
	case "rediss", "valkeys":
		return "rediss", nil
	case "unix":
		return "unix", nil
	}
	return "", fmt.Errorf("the Redis URL begins with %q: write redis://, rediss:// (TLS), redis+cluster://, valkey:// or unix://", name+"://")
}

// cutLogin splits user:password@ off, at the last @ in front of the path.
func cutLogin(rest string) (login, hosts string) {
	end := len(rest)
	if i := strings.IndexAny(rest, "/?"); i >= 0 {
		end = i
	}
	if at := strings.LastIndexByte(rest[:end], '@'); at >= 0 {
		return rest[:at+1], rest[at+1:]
	}
	return "", rest
}

func cutHosts(rest string) (hosts []string, tail string) {
	end := len(rest)
	if i := strings.IndexAny(rest, "/?"); i >= 0 {
		end = i
	}
	return strings.Split(rest[:end], ","), rest[end:]
}

func splitTail(tail string) (path string, query url.Values, err error) {
	path, raw, _ := strings.Cut(tail, "?")
	query, err = url.ParseQuery(raw)
	if err != nil {
		return "", nil, errors.New("the part of the Redis URL after the question mark cannot be read: write it like ?name=value&name=value")
	}
	return path, query, nil
}

func withPort(host string) string {
	if _, _, err := net.SplitHostPort(host); err == nil {
		return host
	}
	return net.JoinHostPort(host, "6379")
}
