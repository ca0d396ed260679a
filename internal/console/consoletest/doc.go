// Package consoletest drives the console in a real browser, for tests.
//
// [Browser] starts one, or skips the test where there is none. [Open] opens a
// page in a [Tab]: what one does there and sees there are its methods, and each
// of them fails the test where it does not come about. [Tab.Check] looks at
// the page as a whole and keeps a picture of it in the folder screenshots.
package consoletest
