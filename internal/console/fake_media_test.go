package console_test

import (
	"encoding/binary"
	"fmt"

	"repartee/internal/console"
)

// silence is a tenth of a second of it, as a WAV file.
func silence() []byte {
	const rate, samples = 8000, 800
	file := []byte("RIFF")
	file = binary.LittleEndian.AppendUint32(file, 36+samples)
	file = append(file, "WAVEfmt "...)
	for _, n := range []uint32{16, 1 | 1<<16, rate, rate, 1 | 8<<16} { // PCM, one channel, a byte each
		file = binary.LittleEndian.AppendUint32(file, n)
	}
	file = append(file, "data"...)
	file = binary.LittleEndian.AppendUint32(file, samples)
	for range samples {
		file = append(file, 128)
	}
	return file
}

// march is a month as buttons, as the bot asks for a date.
func march() [][]console.Button {
	rows := [][]console.Button{
		{{Text: "‹", Data: "february"}, {Text: "September 2026", Data: "none"}, {Text: "›", Data: "april"}},
		{},
	}
	for _, day := range []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"} {
		rows[1] = append(rows[1], console.Button{Text: day, Data: "none"})
	}
	for day := range 31 {
		if day%7 == 0 {
			rows = append(rows, nil)
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], console.Button{Text: fmt.Sprint(day + 1), Data: fmt.Sprint(day + 1)})
	}
	return rows
}
