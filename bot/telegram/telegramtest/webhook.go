package telegramtest

import (
	"net"
	"net/url"
	"regexp"

	"repartee/bot/telegram"
)

var secretForm = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)

func (s *Server) setWebhook(f *form) (any, *refusal) {
	if f.text("url") == "" {
		return s.deleteWebhook(f)
	}
	if no := checkWebhook(f); no != nil {
		return nil, no
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if no := s.updates.setAllowed(f); no != nil {
		return nil, no
	}
	next := hookSettings{
		url: f.text("url"), secret: f.text("secret_token"),
		connections: int(f.within("max_connections", telegram.DefaultConnections, 1, telegram.MaxConnections)),
	}
	if h := s.courier.hook; h != nil && h.hookSettings == next && !f.bool("drop_pending_updates") {
		f.note = "Webhook is already set"
		return true, nil
	}
	s.removeHook()
	s.dropPending(f)
	s.updates.endPoll(webhookSet)
	s.courier.start(next)
	f.note = "Webhook was set"
	return true, nil
}

func (s *Server) deleteWebhook(f *form) (any, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f.note = "Webhook was deleted"
	if s.courier.hook == nil {
		f.note = "Webhook is already deleted"
	}
	s.removeHook()
	s.dropPending(f)
	return true, nil
}

func (s *Server) dropPending(f *form) {
	if f.bool("drop_pending_updates") {
		s.updates.waiting, s.updates.again = nil, nil
	}
}

// checkWebhook allows plain http where the real server does not: on the
// loopback, the only place that this server reaches.
func checkWebhook(f *form) *refusal {
	u, err := url.Parse(f.text("url"))
	if err != nil || u.Host == "" {
		return badRequest("bad webhook: invalid URL %q", f.text("url"))
	}
	ip := net.ParseIP(u.Hostname())
	loopback := u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
	if u.Scheme != "https" && (u.Scheme != "http" || !loopback) {
		return badRequest("bad webhook: an HTTPS URL must be provided for webhook")
	}
	if port := u.Port(); !loopback && port != "" && port != "443" && port != "80" && port != "88" && port != "8443" {
		return badRequest("bad webhook: webhook can be set up only on ports 80, 88, 443 or 8443")
	}
	if token, given := f.values["secret_token"]; given && token != "" && !secretForm.MatchString(token) {
		return badRequest("secret token contains unallowed characters or is too long")
	}
	return nil
}

func (s *Server) getWebhookInfo(*form) (any, *refusal) {
	s.mu.Lock()
	defer s.mu.Unlock()
	info := struct {
		URL                  string   `json:"url"`
		HasCustomCertificate bool     `json:"has_custom_certificate"`
		PendingUpdateCount   int      `json:"pending_update_count"`
		LastErrorDate        int64    `json:"last_error_date,omitempty"`
		LastErrorMessage     string   `json:"last_error_message,omitempty"`
		MaxConnections       int      `json:"max_connections,omitempty"`
		AllowedUpdates       []string `json:"allowed_updates,omitempty"`
	}{PendingUpdateCount: len(s.updates.waiting) + s.courier.pending(), AllowedUpdates: s.updates.allowed}
	if h := s.courier.hook; h != nil {
		info.URL, info.MaxConnections = h.url, h.connections
		info.LastErrorDate, info.LastErrorMessage = h.failedAt, h.failure
	}
	return info, nil
}
