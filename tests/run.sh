# Runs everything that a change must pass; sourced by ./notulen test. Ends with one line: "N passed, N failed, N skipped".

passed=0 failed=0 skipped=0
deadline=1800 # Seconds for one project; a test that hangs must not hang everything.
projects=(Notulen.Tests Notulen.Web.Tests Notulen.EndToEnd)

# attempt TEXT_NL TEXT_EN COMMAND... : one step; what goes wrong counts as a failure and is shown.
attempt() {
  local log=$state/step.log started=$SECONDS
  say "$1…" "$2…"
  if "${@:3}" >"$log" 2>&1 </dev/null; then
    say "$1: $((SECONDS - started)) s" "$2: $((SECONDS - started)) s"
  else
    tail -30 "$log" >&2
    say "$1: mislukt" "$2: failed"
    failed=$((failed + 1))
    return 1
  fi
}

attribute() { local found; found=$(sed -n "s/.*<assembly [^>]*\b$1=\"\([0-9]*\)\".*/\1/p" "$2" | head -1); echo "${found:-0}"; }

# test_project NAME ARGUMENTS... : runs one project and adds up its counts.
test_project() {
  local name=$1 report=$state/tests/$1.xml status=0
  shift
  rm -f "$report"
  say "Tests: $name" "Tests: $name"
  timeout --foreground --kill-after=30 "$deadline" "$root/tests/$name/bin/Release/net10.0/$name" -noLogo -noColor -result-xml "$report" "$@" >&2 </dev/null || status=$?
  if ! grep -qs '<assembly ' "$report"; then
    # A run that breaks off reports nothing: that is a failure by itself.
    say "Van $name is er geen verslag (code $status)." "There is no report of $name (code $status)."
    failed=$((failed + 1))
    return
  fi
  local now_failed
  now_failed=$(($(attribute failed "$report") + $(attribute errors "$report")))
  # A filter may leave nothing of a project; one that ran and still ends badly is a failure.
  ((status == 0 || now_failed > 0 || $(attribute total "$report") == 0)) || now_failed=1
  passed=$((passed + $(attribute passed "$report")))
  skipped=$((skipped + $(attribute skipped "$report")))
  failed=$((failed + now_failed))
}

run_tests() {
  export NOTULEN_HOME=$home
  mkdir -p "$state/tests"
  install_tools test || failed=$((failed + 1))
  has chromium || has google-chrome || install chromium=chromium || true
  # What people and archives read documents with: the tests open ours in it.
  install qpdf=qpdf pdfinfo=poppler-utils || true

  if attempt "Pakketten volgens de vergrendelde versies" "Packages as locked" \
    dotnet restore "$root/Notulen.sln" --locked-mode --disable-build-servers &&
    build Notulen.sln "$root/tests/${projects[-1]}/bin/Release/net10.0/${projects[-1]}" test.stamp src pipelines tests &&
    build src/Notulen "$executable" build.stamp src pipelines; then
    attempt "Opmaak" "Format" dotnet format "$root/Notulen.sln" --verify-no-changes --no-restore || true
    "$executable" setup --sample >&2 </dev/null || failed=$((failed + 1))
    local name
    for name in "${projects[@]}"; do test_project "$name" "$@"; done
  fi

  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0 && passed > 0))
}
