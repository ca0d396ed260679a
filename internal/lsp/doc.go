// Package lsp is a small language server for the folders of bots: an editor shows what `check` finds while somebody types, completes keys and names, says what stands
// under the cursor, and leads to where a name is defined.
//
// It speaks the Language Server Protocol 3.17 (https://microsoft.github.io/language-server-protocol/) over a pipe. A folder is known by its bot.yaml; texts that are
// not saved yet count as the files. Everything it knows comes from package config: the keys from the types that files are decoded into, the names from what was
// decoded, the findings from Load and Check.
package lsp
