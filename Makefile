# make run and make test are all that a newcomer needs; make help lists the rest.

SHELL := /bin/bash
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

LIBRARIES := libncursesw5-dev libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
TEST_TOOLS := tmux procps python3 python3-icalendar python3-prometheus-client sqlite3
SOURCES := Package.swift Sources Tests schema checklists

RELEASE := .build/release
DIST := .build/dist
STATIC_LIBS := $(CURDIR)/.build/static-libs
# The static Swift runtime starts twice as fast; the folder of archives comes before the system's shared libraries.
# Types are asked for by what the compiler knows of them: by name, which is shorter, the runtime would walk all ten thousand
# conformances of the program for each generic type that it meets for the first time, a fifth of all it did until the first
# frame.
TYPES_BY_ACCESSOR := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
# What a session calls lies side by side, instead of among ten times as much that it does not: less is read, and less is held
# in memory. Each function is a section by itself for that.
FUNCTION_ORDER := -Xswiftc -Xfrontend -Xswiftc -function-sections \
  -Xlinker --section-ordering-file=$(CURDIR)/scripts/function-order.txt
BUILD_RELEASE = $(SWIFT) build -c release --static-swift-stdlib -Xlinker "-L$(STATIC_LIBS)" \
  $(TYPES_BY_ACCESSOR) $(FUNCTION_ORDER)

.PHONY: help run demo test torture fuzz instructions order build docs manual story pictures install deb check-deb bench format lint deps clean

help: ## Show what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: build ## Install what is missing, build, and open the program
	@exec $(DIST)/prodpair

demo: build ## Build, and look around in a made-up team's last two months
	@exec $(DIST)/prodpair demo

test: export LC_ALL = C.UTF-8
# As many tests at once as there are threads for them: with more, whoever looks for a screen that comes is behind all that
# wait for a program, each time that it looks.
test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH = $(shell nproc)
test: ## Run every test
	@scripts/deps $(LIBRARIES) $(TEST_TOOLS)
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

build: ## Build the release binary, .build/dist/prodpair
	@scripts/deps $(LIBRARIES)
	@scripts/static-libs "$(STATIC_LIBS)"
	@# The build does not know that the linker reads this.
	@[[ ! scripts/function-order.txt -nt $(RELEASE)/prodpair ]] || rm -f $(RELEASE)/prodpair
	$(BUILD_RELEASE) --product prodpair
	@mkdir -p $(DIST)
	@strip -o $(DIST)/prodpair $(RELEASE)/prodpair
	@scripts/check-binary $(DIST)/prodpair

docs: build ## Generate the man page and the completions from what the program declares
	$(BUILD_RELEASE) --product generate-manual
	$(BUILD_RELEASE) --product prodpair-manual
	@$(RELEASE)/generate-manual $(DIST)/prodpair --output-directory $(DIST) \
	  --date "$$(git log -1 --format=%cs 2> /dev/null || date +%F)" --authors "the prodpair authors"
	@$(RELEASE)/prodpair-manual man $(DIST)/prodpair.1
	@for shell in bash zsh fish; do \
	  $(DIST)/prodpair --generate-completion-script $$shell > $(DIST)/prodpair.$$shell || exit; \
	done

manual: ## Fill the tables of keys of docs/manual.md in, as the commands have them
	@scripts/deps $(LIBRARIES)
	$(SWIFT) run prodpair-manual keys docs/manual.md

story: export LC_ALL = C.UTF-8
story: export PRODPAIR_TRANSCRIPTS = $(CURDIR)/docs/examples
story: ## Play the stories of a lesson and of an incident in a terminal, and keep what is seen in docs/examples
	@scripts/deps $(LIBRARIES) $(TEST_TOOLS)
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest --filter "LessonStoryTests|IncidentStoryTests"

pictures: ## Draw the manual's pictures and the tests' snapshots of every screen anew
	@scripts/deps $(LIBRARIES)
	$(SWIFT) run prodpair-pictures docs/pictures Tests/TUITests/Snapshots

# Under sudo, what the user built before is installed: the Swift toolchain is usually the user's, not root's.
install: $(if $(SUDO_USER),,docs) ## Install below PREFIX (/usr/local): binary, man page, completions
	@test -x $(DIST)/prodpair -a -s $(DIST)/prodpair.1 || { echo "install: run 'make docs' first" >&2; exit 1; }
	install -D -m 755 $(DIST)/prodpair "$(DESTDIR)$(PREFIX)/bin/prodpair"
	install -D -m 644 $(DIST)/prodpair.1 "$(DESTDIR)$(PREFIX)/share/man/man1/prodpair.1"
	install -D -m 644 $(DIST)/prodpair.bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/prodpair"
	install -D -m 644 $(DIST)/prodpair.zsh "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_prodpair"
	install -D -m 644 $(DIST)/prodpair.fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/prodpair.fish"

deb: docs ## Make a Debian package of it, in .build/dist
	@scripts/deb $(DIST) $(DIST)

check-deb: deb ## Install, use and purge the package, where root allows and none is installed
	@scripts/check-deb "$$(ls -t $(DIST)/prodpair_*.deb | head -1)"

order: build ## Write down anew which functions a session calls, for the linker
	@scripts/deps valgrind
	@scripts/order-functions $(RELEASE)/prodpair scripts/function-order.txt

bench: build ## Measure the release binary beside the bare minimum
	$(BUILD_RELEASE) --product prodpair-bench
	@PRODPAIR="$(CURDIR)/$(DIST)/prodpair" $(RELEASE)/prodpair-bench $(BENCH)

torture: check-deb ## Kill it, cut its power, break its disk, crowd and damage its store, install it; TORTURE="--only NAME --report FILE"
	@scripts/deps sqlite3 e2fsprogs
	$(BUILD_RELEASE) --product prodpair-torture
	$(BUILD_RELEASE) --product prodpair-faults
	$(RELEASE)/prodpair-torture --program $(DIST)/prodpair --faults $(RELEASE)/libprodpair-faults.so $(TORTURE)

fuzz: ## Feed every way in with inputs that libFuzzer makes up; FUZZ="--runs N --report FILE"
	@scripts/deps $(LIBRARIES)
	@scripts/fuzz $(FUZZ)

instructions: ## Count the instructions of key paths, and compare them with what they were
	@scripts/deps $(LIBRARIES) valgrind
	$(SWIFT) build --product prodpair-bench
	@scripts/count-instructions .build/debug/prodpair-bench --compare docs/instructions.json

format: ## Format the sources in place
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

lint: ## Check the sources' format and style
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

deps: ## Install the Debian packages that building and testing need
	@scripts/deps $(LIBRARIES) $(TEST_TOOLS)

clean: ## Remove what was built
	rm -rf $(DIST) "$(STATIC_LIBS)"
	$(SWIFT) package clean
