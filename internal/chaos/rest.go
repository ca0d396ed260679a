package chaos

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
)

// partitions is how many the store has of a bot.
const partitions = 256

// atRest waits until nothing is to be done for anybody by now; with forGood not later either.
func (r *run) atRest(ctx context.Context, forGood bool) error {
	client := redis.NewUniversalClient(&redis.UniversalOptions{Addrs: r.addresses(), IsClusterMode: r.redis.clustered(), DisableIdentity: true})
	defer func() { _ = client.Close() }()
	return eventually(ctx, settles, "nothing is to be done for anybody", func() error {
		pipe := client.Pipeline()
		var all []*redis.ZSliceCmd
		for p := range partitions {
			all = append(all, pipe.ZRangeWithScores(ctx, fmt.Sprintf("rp:{%d.p%03d}:due", botNumber, p), 0, -1))
		}
		if _, err := pipe.Exec(ctx); err != nil {
			return err
		}
		var open []string
		for p, cmd := range all {
			for _, z := range cmd.Val() {
				if !forGood && time.UnixMilli(int64(z.Score)).After(r.now()) {
					continue
				}
				open = append(open, r.describeOpen(ctx, client, p, z))
			}
		}
		if len(open) > 0 {
			return fmt.Errorf("%d customers have something open: %s", len(open), strings.Join(open[:min(5, len(open))], "; "))
		}
		return nil
	})
}

// describeOpen tells of a customer for whom something is to be done: when, and what stands in the store beside the state.
func (r *run) describeOpen(ctx context.Context, client redis.UniversalClient, partition int, z redis.Z) string {
	chat := fmt.Sprint(z.Member)
	fields := client.HGetAll(ctx, fmt.Sprintf("rp:{%d.p%03d}:c:%s", botNumber, partition, chat)).Val()
	var beside []string
	for name, value := range fields {
		if name != "s" && name != "u" && name != "q" && name != "p" {
			beside = append(beside, name+"="+value)
		}
	}
	return fmt.Sprintf("%s in %s, with %s", chat, time.UnixMilli(int64(z.Score)).Sub(r.now()).Round(time.Second), strings.Join(beside, " "))
}

// now is the time of the bots.
func (r *run) now() time.Time { return time.Now().Add(time.Duration(r.skew.by.Load()) * time.Second) }
