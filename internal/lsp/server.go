package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"sync"

	"github.com/sourcegraph/jsonrpc2"
)

// Serve speaks with an editor till it says exit, hangs up, or the context ends.
func Serve(ctx context.Context, in io.ReadCloser, out io.WriteCloser) error {
	s := &server{folders: map[string]*folder{}, changed: make(chan struct{}, 1)}
	stream := jsonrpc2.NewBufferedStream(pipe{in, out}, jsonrpc2.VSCodeObjectCodec{})
	silent := jsonrpc2.SetLogger(log.New(io.Discard, "", 0)) // an error is told to the editor
	conn := jsonrpc2.NewConn(ctx, stream, jsonrpc2.HandlerWithError(s.handle), silent)
	ctx, stop := context.WithCancel(ctx)
	var publishing sync.WaitGroup
	publishing.Go(func() { s.publish(ctx, conn) })
	select {
	case <-conn.DisconnectNotify():
	case <-ctx.Done():
	}
	stop()
	err := conn.Close()
	publishing.Wait()
	s.close()
	if err != nil && !errors.Is(err, jsonrpc2.ErrClosed) {
		return fmt.Errorf("end the talk with the editor: %w", err)
	}
	return nil
}

// pipe is the two directions as one.
type pipe struct {
	io.ReadCloser
	out io.WriteCloser
}

func (p pipe) Write(data []byte) (int, error) { return p.out.Write(data) }

func (p pipe) Close() error { return errors.Join(p.ReadCloser.Close(), p.out.Close()) }

// server is one talk with an editor.
type server struct {
	mu      sync.Mutex
	folders map[string]*folder // by path
	changed chan struct{}      // something is to be checked anew
}

// handle answers one message. They come one after the other.
func (s *server) handle(ctx context.Context, conn *jsonrpc2.Conn, req *jsonrpc2.Request) (result any, err error) {
	defer func() {
		if p := recover(); p != nil {
			result, err = nil, fmt.Errorf("%s failed: %v", req.Method, p)
		}
	}()
	switch req.Method {
	case "initialize":
		return introduction(), nil
	case "shutdown":
		return nil, nil
	case "exit":
		return nil, conn.Close()
	case "initialized", "$/cancelRequest", "$/setTrace":
		return nil, nil
	case "workspace/didChangeWatchedFiles":
		s.touchAll()
		return nil, nil
	}
	var params documentParams
	if req.Params != nil {
		if err := json.Unmarshal(*req.Params, &params); err != nil {
			return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
		}
	}
	return s.about(req, &params)
}

// about answers a message about a document.
func (s *server) about(req *jsonrpc2.Request, params *documentParams) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f, name := s.folderOf(params.TextDocument.URI)
	switch req.Method {
	case "textDocument/didOpen":
		s.edit(f, name, params.TextDocument.Text)
	case "textDocument/didChange":
		if n := len(params.ContentChanges); n > 0 {
			s.edit(f, name, params.ContentChanges[n-1].Text)
		}
	case "textDocument/didSave":
		s.touch(f)
	case "textDocument/didClose":
		if f != nil {
			f.workspace.Close(name)
			delete(f.open, name)
			s.touch(f)
		}
	case "textDocument/completion":
		return complete(f, name, params.Position), nil
	case "textDocument/hover":
		return hoverAt(f, name, params.Position), nil
	case "textDocument/definition":
		return definitionOf(f, name, params.Position), nil
	case "textDocument/references":
		return referencesTo(f, name, params.Position, params.Context.IncludeDeclaration), nil
	case "textDocument/documentHighlight":
		return highlightsOf(f, name, params.Position), nil
	case "textDocument/documentSymbol":
		return symbolsOf(f, name), nil
	case "textDocument/prepareRename":
		return prepareRename(f, name, params.Position)
	case "textDocument/rename":
		return rename(f, name, params.Position, params.NewName)
	case "textDocument/codeAction":
		return actionsFor(f, name, params.Range), nil
	default:
		if req.Notif {
			return nil, nil
		}
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: "this server does not know " + req.Method}
	}
	return nil, nil
}

func introduction() initialized {
	made := initialized{Capabilities: capabilities{
		TextDocumentSync: fullSync, HoverProvider: true, DefinitionProvider: true, CodeActionProvider: true, ReferencesProvider: true, DocumentHighlightProvider: true,
		DocumentSymbolProvider: true, RenameProvider: renameOptions{PrepareProvider: true},
		CompletionProvider: completionOptions{TriggerCharacters: []string{".", "'", "{", " "}},
	}}
	made.ServerInfo.Name = "repartee"
	return made
}

func (s *server) edit(f *folder, name, text string) {
	if f == nil {
		return
	}
	f.open[name] = text
	f.workspace.Edit(name, []byte(text))
	s.touch(f)
}

// touch has a folder checked anew, soon.
func (s *server) touch(f *folder) {
	if f == nil {
		return
	}
	f.stale, f.read = true, false
	select {
	case s.changed <- struct{}{}:
	default: // it is going to be, already
	}
}

func (s *server) touchAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.folders {
		s.touch(f)
	}
}

func (s *server) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.folders {
		f.root.Close()
	}
}
