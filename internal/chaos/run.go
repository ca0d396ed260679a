package chaos

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"repartee/bot/telegram/telegramtest"
)

const (
	hookPath   = "/telegram"
	hookSecret = "chaos-webhook-secret"
	// settles is how long customers and bots may take after the storm.
	settles = 2 * time.Minute
	// day is a little more than invoices wait, and so many go by in the end: nothing can be paid then, and nothing is held.
	day       = 25 * time.Hour
	daysAfter = 3
	// ends is how long a process may take to end when it is asked to.
	ends = 15 * time.Second
)

// run is one run.
type run struct {
	Options
	server   *telegramtest.Server
	front    *front
	frontURL string
	hook     *balancer
	hookURL  string
	redis    *servers
	skew     *skew
	links    []*link // to Redis: one for each bot, or one for each node of a cluster
	bots     []*program
	crowd    *crowd
	injected []injected
	began    time.Time
	unrest   []string // what did not come to its end in time
	cleanup  []func()
}

// Run runs all of it and tells what came of it. An error says that it could not be run or did not come to its end; what the bot did wrong is in the Report.
func Run(ctx context.Context, o Options) (*Report, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	r := &run{Options: o, skew: &skew{}}
	r.later(cancel)
	defer r.close()
	if err := r.prepare(ctx); err != nil {
		return nil, err
	}
	r.began = time.Now()
	r.crowd.open(ctx)
	r.storm(ctx)
	r.crowd.shut()
	if err := r.settle(ctx); err != nil {
		return nil, err
	}
	r.Log("the storm lasted %s, all of it %s", o.For, r.since(time.Now()))
	return r.report(ctx)
}

// since is how long after the begin something was.
func (r *run) since(at time.Time) time.Duration { return at.Sub(r.began).Round(100 * time.Millisecond) }

func (r *run) later(f func()) { r.cleanup = append(r.cleanup, f) }

func (r *run) close() {
	for i := len(r.cleanup) - 1; i >= 0; i-- {
		r.cleanup[i]()
	}
}

// prepare starts all of it.
func (r *run) prepare(ctx context.Context) error {
	r.server = telegramtest.NewServer(telegramtest.Options{CallLog: -1, Haste: 10, Stars: 1000})
	r.later(r.server.Close)
	r.front = newFront(r.server)
	var end func()
	var err error
	if r.frontURL, end, err = serve(ctx, r.front); err != nil {
		return err
	}
	r.later(end)
	if err := r.startRedis(ctx); err != nil {
		return err
	}
	if err := r.makeBots(ctx); err != nil {
		return err
	}
	r.hook = newBalancer(r.bots)
	if r.hookURL, end, err = serve(ctx, r.hook); err != nil {
		return err
	}
	r.later(end)
	r.crowd = newCrowd(r)
	for _, b := range r.bots {
		if err := b.start(); err != nil {
			return err
		}
		r.later(func() { b.close(ends) })
	}
	return nil
}

func (r *run) startRedis(ctx context.Context) (err error) {
	if r.Cluster {
		r.redis, err = startCluster(ctx, r.Dir, r.Fsync, r.skew)
	} else {
		r.redis, err = startSingle(ctx, r.Dir, r.Fsync)
	}
	if r.redis != nil {
		r.later(r.redis.close)
	}
	return err
}

// makeBots makes the places of the bots, each with its files: they run from one folder, as several machines would from copies of it.
func (r *run) makeBots(ctx context.Context) error {
	shop := filepath.Join(r.Dir, "shop")
	if err := os.CopyFS(shop, shopFiles()); err != nil {
		return fmt.Errorf("write the bot's folder: %w", err)
	}
	for i := range r.Bots {
		redis, err := r.wayToRedis(ctx)
		if err != nil {
			return err
		}
		port, err := freePort(ctx)
		if err != nil {
			return err
		}
		p := &program{
			name: "bot" + strconv.Itoa(i+1), path: r.Program, args: []string{"run", shop}, address: addressOf(port),
			log: filepath.Join(r.Dir, "bot"+strconv.Itoa(i+1)+".log"), ctx: ctx,
		}
		p.env = func(process string) []string { return r.environment(process, p.address, redis) }
		r.bots = append(r.bots, p)
	}
	return nil
}

// wayToRedis is the REDIS_URL of the next bot.
func (r *run) wayToRedis(ctx context.Context) (string, error) {
	if r.redis.clustered() {
		r.links = r.redis.links
		var hosts []string
		for _, l := range r.links {
			hosts = append(hosts, addressOf(l.port()))
		}
		return "redis+cluster://" + strings.Join(hosts, ","), nil
	}
	l, err := newLink(ctx, addressOf(r.redis.nodes[0].port), r.skew)
	if err != nil {
		return "", err
	}
	r.links = append(r.links, l)
	r.later(l.close)
	return "redis://" + addressOf(l.port()), nil
}

// environment is what a process is told.
func (r *run) environment(process, address, redis string) []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + r.Dir,
		"TELEGRAM_TOKEN=" + r.server.Token(), "TELEGRAM_API_URL=" + r.frontURL + "/" + process, "REDIS_URL=" + redis,
	}
	if !r.Polling {
		env = append(env, "WEBHOOK_URL="+r.hookURL+hookPath, "WEBHOOK_LISTEN="+address, "WEBHOOK_SECRET="+hookSecret)
	}
	return env
}

// settle lets all that was begun come to its end. First the claims of those that were killed end; then customers finish, and days go by until no invoice waits
// for anybody. Processes are ended and started each time, as for an update: they measure Redis' clock at once.
func (r *run) settle(ctx context.Context) error {
	r.pass(ctx, time.Minute)
	if err := r.crowd.wait(ctx, 2*patience); err != nil {
		return err
	}
	r.Log("%8s all customers have come to their ends", r.since(time.Now()))
	r.crowd.deliverLate(ctx, false)
	if err := r.received(ctx); err != nil {
		return err
	}
	for n := range daysAfter {
		r.pass(ctx, day)
		if n == 1 {
			r.crowd.deliverLate(ctx, true)
		}
		if err := r.received(ctx); err != nil {
			return err
		}
		r.rest(ctx, false)
		r.Log("%8s a day has gone by", r.since(time.Now()))
	}
	r.rest(ctx, true)
	return ctx.Err()
}

// received waits until the bots have all updates.
func (r *run) received(ctx context.Context) error {
	return eventually(ctx, settles, "every update is received", func() error {
		if n := r.server.Pending(); n > 0 {
			return fmt.Errorf("%d are not", n)
		}
		return nil
	})
}

// rest notes what does not come to rest.
func (r *run) rest(ctx context.Context, forGood bool) {
	if err := r.atRest(ctx, forGood); err != nil {
		r.unrest = append(r.unrest, err.Error())
	}
}

// pass lets time go by for all, while nobody is at work: a jump of the clock as long as that is more than claims can bear.
func (r *run) pass(_ context.Context, d time.Duration) {
	var ending sync.WaitGroup
	for _, b := range r.bots {
		ending.Go(func() {
			if !b.close(ends) {
				r.Log("%s did not end in time", b.name)
			}
		})
	}
	ending.Wait()
	r.skew.step(d)
	for _, b := range r.bots {
		if err := b.start(); err != nil {
			r.Log("%s: %v", b.name, err)
		}
	}
}
