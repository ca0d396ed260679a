package drawing

// StyleSheet is how a drawing looks, light and dark: as the reader's system wants it, or as the class "light" or "dark" of the svg element says. WriteSVG puts it
// into the file; a page that shows several drawings, or forbids styles within them, has it once.
func StyleSheet() string {
	return `.flowchart{--paper:#fff;--ink:#1d2327;--soft:#5b6670;--edge:#77828c;--question:#e3efff;--question-edge:#2a6fc9;--saying:#f3f5f7;--action:#fbfcfd;--fork:#fff3d6;--fork-edge:#b27a00;--other:#efe7fb;--other-edge:#7a4fc0;--pause:#e4f5ec;--pause-edge:#1f8a56;--repair:#b3432b;background:var(--paper);font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}
` + darkColors("@media (prefers-color-scheme:dark){.flowchart:not(.light)", "}") + darkColors(".flowchart.dark", "") + `.flowchart text{font-size:11px;fill:var(--ink)}
.flowchart .name{font-size:13px;font-weight:bold}
.flowchart .text{font-size:13px}
.flowchart .kind,.flowchart .number{fill:var(--soft)}
.flowchart .number{font-weight:bold}
.flowchart .more{fill:var(--soft)}
.flowchart .when{fill:var(--soft);font-style:italic}
.flowchart .outline{fill:var(--action);stroke:var(--edge)}
.flowchart .question .outline{fill:var(--question);stroke:var(--question-edge);stroke-width:1.5}
.flowchart .saying .outline{fill:var(--saying)}
.flowchart .action .outline{stroke-dasharray:4 2}
.flowchart .fork .outline{fill:var(--fork);stroke:var(--fork-edge)}
.flowchart .other .outline{fill:var(--other);stroke:var(--other-edge)}
.flowchart .pause .outline{fill:var(--pause);stroke:var(--pause-edge)}
.flowchart .start .outline,.flowchart .end .outline{fill:var(--ink);stroke:var(--ink)}
.flowchart .start text,.flowchart .end text{fill:var(--paper)}
.flowchart .line{fill:none;stroke:var(--edge);stroke-width:1.3}
.flowchart .tip{fill:var(--edge)}
.flowchart .repair .line{stroke:var(--repair)}
.flowchart .repair .tip{fill:var(--repair)}
.flowchart .excursion .line{stroke:var(--other-edge);stroke-dasharray:2 3}
.flowchart .excursion .tip{fill:var(--other-edge)}
.flowchart .past .line{stroke-dasharray:6 3}
.flowchart .past .label{fill:var(--soft);font-style:italic}
.flowchart .chip{fill:var(--paper);opacity:.9}
.flowchart .repair .label{fill:var(--repair)}
.flowchart .missed .outline,.flowchart .missed .line{stroke:var(--repair);stroke-dasharray:3 3;stroke-width:1.6}
.flowchart .missed .tip{fill:var(--repair)}
.flowchart .label.missed,.flowchart .missed .number{fill:var(--repair)}
`
}

func darkColors(selector, closing string) string {
	return selector + `{--paper:#15191d;--ink:#e8ecef;--soft:#a3aeb8;--edge:#8995a0;--question:#17304f;--question-edge:#6aa8f5;--saying:#23292f;--action:#1b2025;--fork:#3d3114;--fork-edge:#dfac3f;--other:#30254a;--other-edge:#b391ec;--pause:#16382a;--pause-edge:#5cc795;--repair:#f08a72}` + closing + "\n"
}
