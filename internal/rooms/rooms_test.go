package rooms

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "repartee"

// room says what the packages below a path may import of ours, and which modules from outside. A package belongs to the longest path that fits.
type room struct {
	path    string
	ours    []string // exact packages, or all below with a slash at the end
	modules []string
	may     []string // of what flows and its ground floor may not
}

func rooms() []room {
	ground := []string{"repartee/flows/value", "repartee/flows/expr", "repartee/flows/understand", "repartee/flows/shop"}
	flows := append([]string{"repartee/flows"}, ground...)
	return []room{
		{path: "flows/value", modules: []string{"golang.org/x/text", "github.com/nyaruka/phonenumbers"}},
		{path: "flows/expr", ours: []string{"repartee/flows/value"}},
		{path: "flows/understand", ours: []string{"repartee/flows/value"}, modules: []string{"golang.org/x/text", "github.com/blevesearch/snowballstem"}, may: []string{"sync"}}, // the index is built at its first use
		{path: "flows/shop", ours: []string{"repartee/flows/value"}, modules: []string{"github.com/rickar/cal"}},
		{path: "flows", ours: ground},
		{path: "flows/steps", ours: flows},
		{path: "flows/talk", ours: append([]string{"repartee/flows/steps"}, flows...)},
		{path: "flows/analysis", ours: append([]string{"repartee/flows/steps", "repartee/flows/analysis", "repartee/flows/analysis/decide"}, flows...)},
		{path: "flows/analysis/rules", ours: append([]string{"repartee/flows/steps", "repartee/flows/analysis", "repartee/flows/analysis/"}, flows...), may: []string{"net/url"}}, // addresses are read, not visited
		{path: "flows/analysis/compare", ours: append([]string{"repartee/flows/steps", "repartee/flows/analysis", "repartee/flows/analysis/"}, flows...)},
		{path: "flows/analysis/drawing", ours: append([]string{"repartee/flows/steps", "repartee/flows/analysis", "repartee/flows/analysis/drawing/"}, flows...)},
		{path: "flows/talk/explore", ours: append([]string{"repartee/flows/steps", "repartee/flows/talk", "repartee/flows/analysis", "repartee/flows/analysis/"}, flows...)},
		{path: "flows/talk/mutate", ours: append([]string{"repartee/flows/steps", "repartee/flows/talk", "repartee/flows/analysis/decide"}, flows...)},
		{path: "flows/talk/replay", ours: append([]string{"repartee/flows/steps", "repartee/flows/talk", "repartee/flows/analysis", "repartee/flows/analysis/"}, flows...)},
		{path: "config", ours: []string{"repartee/flows", "repartee/flows/", "repartee/config/"}, modules: []string{"github.com/goccy/go-yaml"}},
		{path: "bot/telegram", modules: []string{"github.com/go-telegram-bot-api/telegram-bot-api/v5", "golang.org/x/time"}},
		{path: "bot/telegram/telegramtest", ours: []string{"repartee/bot/telegram"}},
		{path: "bot", ours: []string{"repartee/flows", "repartee/flows/shop", "repartee/flows/value", "repartee/flows/expr", "repartee/bot/telegram"}, modules: []string{"github.com/prometheus/client_golang", "go.opentelemetry.io/otel"}},
		{path: "bot/openai", ours: []string{"repartee/bot", "repartee/flows"}, modules: []string{"github.com/sashabaranov/go-openai"}},
		{path: "bot/redisstore", ours: []string{"repartee/bot", "repartee/flows", "repartee/flows/shop"}, modules: []string{"github.com/redis/go-redis/v9"}},
		{path: "bot/sqlitestore", ours: []string{"repartee/bot", "repartee/flows", "repartee/flows/shop"}, modules: []string{"modernc.org/sqlite", "github.com/gofrs/flock"}},
		{path: "bot/sealed", ours: []string{"repartee/bot", "repartee/flows/shop"}, modules: []string{"golang.org/x/sync"}},
		{path: "bot/storetest", ours: []string{"repartee/bot", "repartee/flows", "repartee/flows/shop"}, modules: []string{"github.com/redis/go-redis/v9", "pgregory.net/rapid", "github.com/google/go-cmp", "github.com/anishathalye/porcupine"}},
		{path: "internal/access", modules: []string{"golang.org/x/time"}},
		{path: "internal/console", ours: []string{"repartee/flows", "repartee/flows/", "repartee/config", "repartee/bot", "repartee/internal/access", "repartee/internal/spreadsheet"}, modules: []string{"golang.org/x/text"}},
		{path: "internal/console/consoletest", modules: []string{"github.com/chromedp/cdproto", "github.com/chromedp/chromedp"}}, // for tests alone
		{path: "internal/app", ours: []string{"repartee/"}, modules: []string{"github.com/caarlos0/env/v11", "github.com/fsnotify/fsnotify", "github.com/lmittmann/tint", "golang.org/x/sync", "github.com/prometheus/client_golang", "go.opentelemetry.io/otel"}},
		{path: "internal/rehearsal", ours: []string{"repartee/"}, modules: []string{"github.com/fsnotify/fsnotify", "golang.org/x/sync"}},
		{path: "internal/cli", ours: []string{"repartee/internal/rehearsal", "repartee/examples", "repartee/config", "repartee/config/explain", "repartee/flows", "repartee/flows/", "repartee/internal/app", "repartee/internal/spreadsheet", "repartee/internal/lsp", "repartee/bot/telegram"}, modules: []string{"github.com/spf13/cobra", "golang.org/x/term"}},
		{path: "internal/reference", ours: []string{"repartee/config", "repartee/config/explain", "repartee/flows", "repartee/flows/", "repartee/internal/cli"}},
		{path: "internal/chaos", ours: []string{"repartee/bot", "repartee/bot/redisstore", "repartee/bot/telegram", "repartee/bot/telegram/telegramtest", "repartee/flows", "repartee/flows/shop"}, modules: []string{"github.com/redis/go-redis/v9"}},
		{path: "internal/lsp", ours: []string{"repartee/config", "repartee/config/", "repartee/flows", "repartee/flows/"}, modules: []string{"github.com/sourcegraph/jsonrpc2"}},
		{path: "internal/spreadsheet"},
		{path: "internal/rooms"},
		{path: "cmd", ours: []string{"repartee/internal/cli"}},
		{path: "examples"},
		{path: "docs"},
		{path: "bench", ours: []string{"repartee/"}, modules: []string{"github.com/go-telegram-bot-api/telegram-bot-api/v5", "github.com/redis/go-redis/v9"}},
	}
}

// flows and its ground floor know nothing of the world.
var worldly = []string{"os", "net", "sync", "log", "math/rand", "crypto/rand", "io/fs", "embed", "runtime"}

func TestRooms(t *testing.T) {
	root := filepath.Join("..", "..")
	files := 0
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (strings.HasPrefix(entry.Name(), ".") && path != root || entry.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		files++
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		checkFile(t, path, filepath.ToSlash(rel))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 {
		t.Fatalf("only %d files were looked at", files)
	}
}

func checkFile(t *testing.T, path, rel string) {
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, source, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	pkg := filepath.ToSlash(filepath.Dir(rel))
	r, ok := roomOf(pkg)
	if !ok {
		t.Errorf("%s belongs to no room; give its package a line in rooms()", rel)
		return
	}
	for _, spec := range file.Imports {
		imported := strings.Trim(spec.Path.Value, `"`)
		if reason := r.refuses(pkg, imported); reason != "" {
			t.Errorf("%s imports %s: %s", rel, imported, reason)
		}
	}
}

func roomOf(pkg string) (room, bool) {
	best, found := room{}, false
	for _, r := range rooms() {
		if (pkg == r.path || strings.HasPrefix(pkg, r.path+"/")) && len(r.path) >= len(best.path) {
			best, found = r, true
		}
	}
	return best, found
}

// refuses says why a room does not allow an import; "" where it does.
func (r room) refuses(pkg, imported string) string {
	first, _, _ := strings.Cut(imported, "/")
	switch {
	case first == module:
		if imported == module+"/"+r.path || allowed(r.ours, imported) {
			return ""
		}
		return "not allowed in " + r.path
	case strings.Contains(first, "."):
		if slices.ContainsFunc(r.modules, func(m string) bool { return imported == m || strings.HasPrefix(imported, m+"/") }) {
			return ""
		}
		return "not one of the modules of " + r.path
	case pkg == "flows" || strings.HasPrefix(pkg, "flows/"):
		if slices.Contains(r.may, imported) {
			return ""
		}
		if slices.ContainsFunc(worldly, func(w string) bool { return imported == w || strings.HasPrefix(imported, w+"/") }) {
			return "flows knows nothing of the world"
		}
	}
	return ""
}

func allowed(ours []string, imported string) bool {
	return slices.ContainsFunc(ours, func(o string) bool {
		return imported == o || strings.HasSuffix(o, "/") && strings.HasPrefix(imported, o)
	})
}
