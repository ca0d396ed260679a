package flows

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"repartee/flows/value"
)

// zoneField is the name of the customer's time zone, where the bot has several. It can be set.
const zoneField = "time_zone"

// zones loads the time zones that customers can be in, beside the bot's own.
func (c *compiler) zones() {
	bot := &c.src.Bot
	if len(bot.TimeZones) == 0 {
		return
	}
	c.set.zones = map[string]*time.Location{bot.TimeZone: c.set.zone}
	for i, name := range bot.TimeZones {
		zone, err := time.LoadLocation(name)
		if err != nil || name == "" || name == "Local" {
			c.fail(bot.Ref.At("time_zones", strconv.Itoa(i)), "bad-time-zone", "write a continent and a city, as Europe/Berlin", "%q is no time zone", name)
			continue
		}
		c.set.zones[name] = zone
	}
}

// zoneNamed is a zone that a customer can be in; the bot's own where it is none.
func (s *Set) zoneNamed(name string) *time.Location {
	if zone := s.zones[name]; zone != nil {
		return zone
	}
	return s.zone
}

// zoneType is the choice between the zones, each called by its city.
func (c *compiler) zoneType() *value.Type {
	t := &value.Type{Base: value.TypeOneOf}
	names := append([]string{c.src.Bot.TimeZone}, c.src.Bot.TimeZones...)
	for i, name := range names {
		if slices.Index(names, name) == i {
			city := strings.ReplaceAll(name[strings.LastIndexByte(name, '/')+1:], "_", " ")
			t.Options = append(t.Options, value.Option{ID: name, Label: map[string]string{"": city}})
		}
	}
	return t
}
