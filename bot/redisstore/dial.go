package redisstore

import (
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/redis/go-redis/v9/maintnotifications"
)

const (
	dialTimeout  = 2 * time.Second
	replyTimeout = 2 * time.Second
	// reloadInterval is how soon a cluster client learns of a failover. With go-redis' default of a minute it was down for 19 s after one that took 3.4 s.
	reloadInterval = time.Second
)

// dial makes the client. It opens no connection yet.
func dial(a address) (redis.UniversalClient, error) {
	if a.cluster {
		return dialCluster(a)
	}
	o, err := redis.ParseURL(a.url)
	if err != nil {
		return nil, fmt.Errorf("the Redis URL cannot be used: %w", withoutURL(err))
	}
	// A command whose answer was lost is sent again by Store.run, which knows what may be repeated.
	o.MaxRetries = -1
	o.DialerRetries = 1
	o.ContextTimeoutEnabled = true
	o.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	o.DialTimeout = orElse(o.DialTimeout, dialTimeout)
	o.ReadTimeout = orElse(o.ReadTimeout, replyTimeout)
	o.WriteTimeout = orElse(o.WriteTimeout, replyTimeout)
	return redis.NewClient(o), nil
}

func dialCluster(a address) (redis.UniversalClient, error) {
	o, err := redis.ParseClusterURL(a.url)
	if err != nil {
		return nil, fmt.Errorf("the Redis URL cannot be used: %w", withoutURL(err))
	}
	o.DialerRetries = 1
	o.ContextTimeoutEnabled = true
	o.MaintNotificationsConfig = &maintnotifications.Config{Mode: maintnotifications.ModeDisabled}
	o.ClusterStateReloadInterval = reloadInterval
	o.DialTimeout = orElse(o.DialTimeout, dialTimeout)
	o.ReadTimeout = orElse(o.ReadTimeout, replyTimeout)
	o.WriteTimeout = orElse(o.WriteTimeout, replyTimeout)
	return redis.NewClusterClient(o), nil
}

// withoutURL leaves the address, and with it the password, out of what net/url says.
func withoutURL(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return errors.New("it is not written like redis://user:password@host:6379/0")
	}
	return err
}

func orElse(d, otherwise time.Duration) time.Duration {
	if d == 0 {
		return otherwise
	}
	return d
}
