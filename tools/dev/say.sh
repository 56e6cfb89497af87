# shellcheck shell=bash
# How ./dev talks: messages, long steps that say how far they are, and cleaning up when stopped.

# True when lines may be rewritten: on a terminal, and not in continuous integration.
can_rewrite() { [[ -t 1 && ${CI:-} != true ]]; }

say() { printf '%s\n' "$*"; }

die() {
  printf './dev: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# 75 -> "1 min 15 s"
duration() {
  if (($1 < 60)); then
    printf '%d s' "$1"
  else
    printf '%d min %02d s' $(($1 / 60)) $(($1 % 60))
  fi
}

# What is undone when ./dev ends, in whatever way.
running=""     # the process group of the long step under way
unfinished=""  # a folder or file that is half made

stop_running() {
  [[ -n $running ]] || return 0
  kill -TERM -- "-$running" 2>/dev/null
  wait "$running" 2>/dev/null
  running=""
}

clean_up() {
  local status=$?
  set +e
  stop_running
  if [[ -n $unfinished ]]; then
    # A compiler that was just told to stop may still write: try twice.
    rm -rf "$unfinished" 2>/dev/null || { sleep 1 && rm -rf "$unfinished"; }
  fi
  exit "$status"
}

trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# A file for the output of one step; removed when ./dev ends.
new_log() {
  unfinished=$(mktemp "${TMPDIR:-/tmp}/bellwether-dev.XXXXXX") || die "cannot write to ${TMPDIR:-/tmp}."
}

drop_log() {
  rm -f "$unfinished"
  unfinished=""
}

# "trunk 0.21.14: 120 of about 370 crates, 1 min 10 s" (TOTAL 0: unknown)
progress() { # LABEL TOTAL LOG SECONDS
  local crates text=$1
  crates=$(grep -cE '^ +(Compiling|Checking) ' "$3" || true)
  if (($2 > 0 && crates > 0)); then
    text+=": $crates of about $2 crates,"
  elif ((crates > 0)); then
    text+=": $crates crates,"
  else
    text+=":"
  fi
  printf '%s %s' "$text" "$(duration "$4")"
}

# Runs COMMAND with its output in LOG, says now and then how far it is, and returns its status.
watch_step() { # LABEL TOTAL LOG COMMAND...
  local label=$1 total=$2 log=$3 started=$SECONDS shown=$SECONDS pause=0.1 status=0
  shift 3
  # A group of its own (set -m), so that stopping it stops the compilers it started, too.
  set -m
  CARGO_TERM_COLOR=never CARGO_TERM_QUIET=false "$@" >"$log" 2>&1 </dev/null &
  running=$!
  set +m
  while kill -0 "$running" 2>/dev/null; do
    sleep "$pause"
    ((SECONDS - started < 2)) || pause=0.5
    if can_rewrite && ((SECONDS > shown)); then
      printf '\r\033[K%s' "$(progress "$label" "$total" "$log" $((SECONDS - started)))"
      shown=$SECONDS
    elif ! can_rewrite && ((SECONDS - shown >= 30)); then
      say "$(progress "$label" "$total" "$log" $((SECONDS - started)))"
      shown=$SECONDS
    fi
  done
  wait "$running" || status=$?
  running=""
  if can_rewrite; then printf '\r\033[K'; fi
  return "$status"
}

# The log of a failed step without the lines that only say that something went well.
show_log() {
  grep -vE '^ +(Compiling|Checking|Downloading|Downloaded|Fresh) |^test .* \.\.\. ok$' "$1" || true
}

# One step, one line: "clippy                          ok      4 s"; the output only if it fails.
step() { # LABEL COMMAND...
  local label=$1 started=$SECONDS status=0 note=""
  shift
  new_log
  watch_step "$label" 0 "$unfinished" "$@" || status=$?
  note=$(tests_in "$unfinished")
  printf '%-44s %-6s %s%s\n' "$label" "$( ((status == 0)) && echo ok || echo FAILED)" \
    "$(duration $((SECONDS - started)))" "$note"
  ((status == 0)) || show_log "$unfinished"
  drop_log
  return "$status"
}

# Like step, but silent when all is well.
quiet_step() { # LABEL COMMAND...
  local label=$1 status=0
  shift
  new_log
  watch_step "$label" 0 "$unfinished" "$@" || status=$?
  ((status == 0)) || { say "$label: FAILED" && show_log "$unfinished"; }
  drop_log
  return "$status"
}

# ", 143 passed" if LOG holds cargo test's summaries, ", 20000 inputs" if it holds libFuzzer's.
tests_in() {
  awk '/^test result:/ { passed += $4; failed += $6; seen = 1 }
       /^stat::number_of_executed_units:/ { inputs += $2 }
       END { if (inputs) printf ", %d inputs", inputs
             if (seen) printf ", %d passed", passed
             if (failed) printf ", %d failed", failed }' "$1"
}
