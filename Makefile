GOLANGCI_LINT := bin/golangci-lint
GOLANGCI_LINT_VERSION := v2.15.0
AXE := bin/node_modules/axe-core/axe.min.js
AXE_VERSION := 4.14.1

.PHONY: help build test race lint audit check bench chaos fuzz

help: ## show this help
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

build: ## build bin/repartee
	go build -trimpath -o bin/repartee ./cmd/repartee

test: ## run all tests
	go test ./...

race: ## run all tests with the race detector
	go test -race ./...

lint: $(GOLANGCI_LINT) ## run the linter
	$(GOLANGCI_LINT) run ./...

$(GOLANGCI_LINT):
	GOBIN=$(CURDIR)/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_LINT_VERSION)

audit: $(AXE) ## hold the console's pages against the rules of axe-core, in a browser
	go test ./internal/console -run Audit -v

$(AXE):
	npm install --prefix bin --no-save --no-audit --no-fund --ignore-scripts axe-core@$(AXE_VERSION)

EXAMPLES := $(patsubst %/bot.yaml,%,$(wildcard examples/*/bot.yaml))

check: build ## check and test every example, and that its talks notice changes
	bin/repartee check --strict $(EXAMPLES)
	bin/repartee test $(EXAMPLES)
	bin/repartee test --mutate --min 0.8 $(EXAMPLES)

bench: ## compare with a hand-written bot on the same library and Redis, and check a very large bot
	go test ./bench ./bench/large -run "^$$" -bench . -v -timeout 90m
	go test ./internal/app ./flows/talk/replay -run "^$$" -bench 'People|Beside|Replay' -benchtime 1x -timeout 30m

CHAOS_FOR ?= 10m
CHAOS_SEED ?= 1

chaos: ## let everything around the bot fail for ten minutes, with one Redis and with a cluster
	go test ./internal/chaos -run 'TestChaos/(one|cluster)' -chaos.for $(CHAOS_FOR) -chaos.seed $(CHAOS_SEED) -chaos.customers 80 -chaos.every 3s -timeout 60m -v

fuzz: ## fuzz each target for 30 seconds
	@for target in $$(grep -rhoE '^func Fuzz[A-Za-z]+' --include=*_test.go . | sed 's/func //' | sort -u); do \
		package=$$(grep -rlE "^func $$target\(" --include=*_test.go . | head -1 | xargs dirname); \
		echo "$$package $$target"; \
		go test $$package -run '^$$' -fuzz "^$$target$$" -fuzztime 30s || exit 1; \
	done
