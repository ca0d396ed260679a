package chaos

import (
	"context"
	"time"

	"repartee/bot/telegram/telegramtest"
)

// faults are all that fits to a run.
func faults(o *Options) []fault {
	all := []fault{
		{name: "bot killed", odds: 6, felt: true, begin: killBot},
		{name: "bot stopped", odds: 3, felt: true, least: time.Second, most: 45 * time.Second, begin: stopBot, finish: resumeBot},
		{name: "bot ended and started", odds: 3, felt: true, begin: endBot},
		{name: "connections to Redis reset", odds: 3, felt: true, begin: resetLink},
		{name: "replies of Redis cut", odds: 4, felt: true, least: time.Second, most: 4 * time.Second, begin: disturb(cutReplies), finish: calm},
		{name: "replies of Redis late", odds: 3, felt: true, least: time.Second, most: 5 * time.Second, begin: disturb(slow), finish: calm},
		{name: "Redis silent", odds: 3, felt: true, least: time.Second, most: 6 * time.Second, begin: disturb(deaf), finish: calm},
		{name: "Redis' clock stepped on", odds: 1, begin: stepOn},
		{name: "Redis' clock stepped back", odds: 1, begin: stepBack},
		{name: "429", odds: 3, begin: refuse(telegramtest.TooManyRequests, 20)},
		{name: "500", odds: 3, begin: refuse(telegramtest.InternalError, 20)},
		{name: "502 with HTML", odds: 3, begin: refuse(telegramtest.BadGateway, 20)},
		{name: "request cut", odds: 3, begin: refuse(telegramtest.DropRequest, 20)},
		{name: "call slow", odds: 2, begin: refuse(telegramtest.Slow, 20)},
		{name: "message taken, reply cut", odds: 3, begin: cutCalls},
		{name: "message taken, no reply in time", odds: 1, begin: stallCalls},
		{name: "one chat slow", odds: 2, begin: slowChat},
	}
	if !o.Polling {
		all = append(all,
			fault{name: "answer of the webhook lost", odds: 3, begin: loseAnswers},
			fault{name: "delivered twice at once", odds: 3, begin: deliverTwice},
			fault{name: "delivered late", odds: 3, begin: deliverLate},
		)
	}
	all = append(all, fault{name: "updates delivered again", odds: 2, begin: redeliver})
	if o.Cluster {
		all = append(all, fault{name: "master killed", odds: 3, felt: true, least: 6 * time.Second, most: 12 * time.Second, begin: killMaster, finish: restartNode})
	} else {
		all = append(all, fault{name: "Redis killed", odds: 3, felt: true, least: 100 * time.Millisecond, most: 3 * time.Second, begin: killRedis, finish: restartNode})
	}
	return all
}

func (r *run) bot(n int) *program { return r.bots[n%len(r.bots)] }

func killBot(r *run, _ context.Context, n int) bool { return r.bot(n).kill() }

func endBot(r *run, _ context.Context, n int) bool { return r.bot(n).end() }

func stopBot(r *run, _ context.Context, n int) bool { return r.bot(n).stop() }

func resumeBot(r *run, _ context.Context, n int) { r.bot(n).resume() }

func (r *run) linkOf(n int) *link { return r.links[n%len(r.links)] }

func resetLink(r *run, _ context.Context, n int) bool {
	r.linkOf(n).reset()
	return true
}

func disturb(d disturbance) func(*run, context.Context, int) bool {
	return func(r *run, _ context.Context, n int) bool {
		r.linkOf(n).disturb(d)
		return true
	}
}

func calm(r *run, _ context.Context, n int) { r.linkOf(n).disturb(clear) }

// stepOn and stepBack step the clock that all bots go by. A claim of 30 s is used for 8 s and then prolonged, so instances may differ by up to 20 s, as they do
// until each of them has measured the step.
func stepOn(r *run, _ context.Context, n int) bool {
	r.skew.step(time.Duration(2+n%9) * time.Second)
	return true
}

func stepBack(r *run, _ context.Context, n int) bool {
	r.skew.step(-time.Duration(2+n%4) * time.Second)
	return true
}

// refuse lets the next calls go wrong.
func refuse(kind telegramtest.FaultKind, most int) func(*run, context.Context, int) bool {
	return func(r *run, _ context.Context, n int) bool {
		rule := telegramtest.Rule{Kind: kind, Times: 1 + n%most, RetryAfter: time.Duration(1+n%3) * time.Second, Delay: 2 * time.Second}
		if kind == telegramtest.TooManyRequests && n%8 == 0 {
			rule.RetryAfter = 12 * time.Second // longer than a sender waits: it gives its claim back
		}
		r.server.Fault(rule)
		return true
	}
}

func cutCalls(r *run, _ context.Context, n int) bool {
	r.front.cuts.Add(int64(1 + n%10))
	return true
}

func stallCalls(r *run, _ context.Context, n int) bool {
	r.front.stalls.Add(int64(1 + n%3))
	return true
}

// slowChat lets all that is said to one customer take its time.
func slowChat(r *run, _ context.Context, n int) bool {
	all := r.crowd.everybody()
	if len(all) == 0 {
		return false
	}
	recent := all[max(0, len(all)-r.Customers):]
	r.server.Fault(telegramtest.Rule{Kind: telegramtest.Slow, Chat: recent[n%len(recent)].ID(), Times: 8, Delay: 5 * time.Second})
	return true
}

func loseAnswers(r *run, _ context.Context, n int) bool {
	r.hook.lose.Add(int64(1 + n%20))
	return true
}

func deliverTwice(r *run, _ context.Context, n int) bool {
	r.hook.twice.Add(int64(1 + n%40))
	return true
}

func deliverLate(r *run, _ context.Context, n int) bool {
	r.hook.late.Add(int64(1 + n%20))
	return true
}

// redeliver brings updates once more that were received some time ago.
func redeliver(r *run, _ context.Context, n int) bool { return r.server.Redeliver(1+n%50) > 0 }

func killRedis(r *run, _ context.Context, _ int) bool {
	one := r.redis.nodes[0]
	if !one.alive() {
		return false
	}
	one.kill()
	return true
}

// killMaster kills one of those that are masters now and have a replica at work: Redis alone could lose what another has not.
func killMaster(r *run, ctx context.Context, n int) bool {
	var some []int
	for i, one := range r.redis.nodes {
		if !one.alive() {
			return false
		}
		if master, followed := one.role(ctx); master && followed {
			some = append(some, i)
		}
	}
	if len(some) < masters {
		return false // the last one has not come back yet
	}
	r.redis.nodes[some[n%len(some)]].kill()
	return true
}

// restartNode starts what is dead.
func restartNode(r *run, ctx context.Context, _ int) {
	for _, one := range r.redis.nodes {
		if one.alive() {
			continue
		}
		if err := one.start(ctx); err != nil {
			r.Log("Redis does not come back: %v", err)
		}
	}
}
