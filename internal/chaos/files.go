package chaos

import (
	"embed"
	"io/fs"
)

//go:embed shop
var embedded embed.FS

// shopFiles are those of the bot that is run.
func shopFiles() fs.FS {
	sub, err := fs.Sub(embedded, "shop")
	if err != nil {
		panic(err) // it is embedded under this name
	}
	return sub
}
