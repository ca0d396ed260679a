package console

import "fmt"

// icon returns the outline of an icon, drawn with strokes on a field of 24 by
// 24. It is an SVG path.
func icon(name string) (string, error) {
	paths := map[string]string{
		"send":     "M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4",
		"attach":   "m8 12.5 6.2-6.2a3 3 0 0 1 4.3 4.3l-8 8a4.9 4.9 0 0 1-7-7L11 4.2",
		"slash":    "M4 5h16v14H4zM13.5 8.5l-3 7",
		"keyboard": "M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10M18 10h-.01",
		"more":     "M12 5.5h.01M12 12h.01M12 18.5h.01",
		"people":   "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8",
		"photo":    "M4 5h16v14H4zM4 16l4.5-4.5L13 16l3-3 4 4M15.5 9h.01",
		"voice":    "M12 15a3 3 0 0 0 3-3V7a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6 12a6 6 0 0 0 12 0M12 18v3",
		"location": "M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
		"contact":  "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0",
		"document": "M6 3h8l4 4v14H6zM14 3v4h4",
		"video":    "M3 6h12v12H3zM15 10.5l6-3.5v10l-6-3.5",
		"album":    "M7 4h14v12H7zM3 8v12h14M7 13l3.5-3 3 3 2.5-2.5 5 5",
		"reply":    "M9 6 4 11l5 5M4 11h9a7 7 0 0 1 7 7",
		"edit":     "M5 19l1-4L16.5 4.5a2 2 0 0 1 3 3L9 18z",
		"open":     "M8 16 17 7M10 7h7v7",
		"copy":     "M8 8h11v12H8zM5 16V4h11",
		"block":    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.6 5.6l12.8 12.8",
		"restart":  "M5 12a7 7 0 1 0 2.2-5.1L5 9M5 4.5V9h4.5",
		"link":     "M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1",
		"close":    "M6 6l12 12M18 6 6 18",
		"plus":     "M12 5v14M5 12h14",
		"pay":      "M3 6h18v12H3zM3 10h18M6.5 14.5h4",
		"staff":    "M3 8h18v12H3zM8 8V4h8v4M3 13h18",
		"clock":    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
		"undo":     "M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4",
		"save":     "M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6",
		"phone":    "M7 2.5h10v19H7zM11 18.5h2",
		"map":      "M9 4h6v4H9zM3 16h6v4H3zM15 16h6v4h-6zM12 8v4M6 16v-4h12v4",
		"look":     "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5",
		"bars":     "M4 20V10h4v10M10 20V4h4v16M16 20v-7h4v7",
		"follow":   "M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM12 2.5V6M12 18v3.5M2.5 12H6M18 12h3.5",
		"minus":    "M5 12h14",
		"fit":      "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
		"down":     "M6 9.5l6 6 6-6",
	}
	if d, ok := paths[name]; ok {
		return d, nil
	}
	return "", fmt.Errorf("console: there is no icon %q", name)
}
