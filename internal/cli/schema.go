package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"repartee/config"
	"repartee/flows/steps"
)

// schemaDir is the folder within a bot's folder that its schemas lie in. The first line of each file tells editors which is its own.
const schemaDir = ".schema"

func newSchema() *cobra.Command {
	into := ""
	cmd := &cobra.Command{
		Use:   "schema [NAME]",
		Short: "Write the JSON Schemas that let an editor complete and explain keys",
		Long: "Write the JSON Schema of a kind of file (" + strings.Join(config.SchemaNames(), ", ") + ") to the screen, or all of them into the folder of a bot. " +
			"An editor with a YAML language server takes the one that the first line of a file names:\n\n  # yaml-language-server: $schema=../" + schemaDir + "/flow.json",
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, names []string) error {
			if (into == "") != (len(names) == 1) {
				return fmt.Errorf("name one of %s, or a folder with --into", strings.Join(config.SchemaNames(), ", "))
			}
			if into != "" {
				return schemasInto(cmd, into)
			}
			data, err := config.Schema(names[0], steps.Kinds())
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(data)
			return err
		},
	}
	cmd.Flags().StringVar(&into, "into", "", "the folder of a bot to write all schemas into")
	return cmd
}

func schemasInto(cmd *cobra.Command, dir string) error {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("there is no folder %s", dir)
	}
	files, err := writeSchemas(dir)
	for _, file := range files {
		fmt.Fprintln(cmd.OutOrStdout(), "wrote", filepath.ToSlash(filepath.Join(dir, file)))
	}
	return err
}

// writeSchemas writes all schemas into the folder of a bot and gives their names in it.
func writeSchemas(dir string) ([]string, error) {
	if err := os.MkdirAll(filepath.Join(dir, schemaDir), 0o755); err != nil {
		return nil, err
	}
	var files []string
	for _, name := range config.SchemaNames() {
		data, err := config.Schema(name, steps.Kinds())
		if err != nil {
			return files, err
		}
		file := filepath.Join(schemaDir, name+".json")
		if err := os.WriteFile(filepath.Join(dir, file), data, 0o644); err != nil {
			return files, err
		}
		files = append(files, file)
	}
	return files, nil
}
