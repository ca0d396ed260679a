// Package spreadsheet writes tables for spreadsheets, so that nothing a customer has written becomes a formula there.
package spreadsheet
