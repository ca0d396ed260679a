// Package large makes a bot as large as anybody is likely to write: to measure what checking, drawing and analysing costs where it costs most.
package large
