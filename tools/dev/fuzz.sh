# shellcheck shell=bash
# Fuzzing: each place where bytes come in from outside is fed what libFuzzer makes of real content
# (tests/fuzz). With the stable toolchain and without a sanitizer, since all code is safe Rust.

# As cargo-fuzz has them: all that leads libFuzzer to what is new.
fuzz_flags="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4"
fuzz_flags+=" -Cllvm-args=-sanitizer-coverage-inline-8bit-counters"
fuzz_flags+=" -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares"

# In ./dev test each target gets so many inputs, the same every time.
fuzz_runs=20000
fuzz_seed=1

fuzz_targets() { basename -s .rs tests/fuzz/targets/*.rs; }

fuzz_folder() { printf '%s' "${CARGO_TARGET_DIR:-target}/fuzz"; }

# For this machine by name, so that macros and build scripts are compiled without what watches.
build_fuzz() {
  local host
  host=$(rustc -vV | sed -n 's/^host: //p')
  quiet_step "Compiling the fuzz targets" env -u CARGO_ENCODED_RUSTFLAGS RUSTFLAGS="$fuzz_flags" \
    cargo build --release --locked --manifest-path tests/fuzz/Cargo.toml \
    --target-dir "$(fuzz_folder)" --target "$host" || die "the fuzz targets do not compile: see above."
  fuzz_programs=$(fuzz_folder)/$host/release
}

# Runs a target on what is in FOLDER, to which it adds, and on the committed inputs.
run_fuzz() { # TARGET FOLDER OPTION...
  local target=$1 folder=$2
  shift 2
  mkdir -p "$folder" "$(fuzz_folder)/findings"
  "$fuzz_programs/$target" "$@" -dict=tests/fuzz/words.dict -timeout=20 -rss_limit_mb=2048 \
    -verbosity=0 -print_final_stats=1 -artifact_prefix="$(fuzz_folder)/findings/$target-" \
    "$folder" "tests/fuzz/corpus/$target"
}

# Every target with the same inputs each time, two at a time; nothing that it finds is kept but a
# failure.
run_fuzz_briefly() {
  local target job jobs=() new status=0
  new=$(fuzz_folder)/new
  rm -rf "$new"
  for target in $(fuzz_targets); do
    run_fuzz "$target" "$new/$target" -runs="$fuzz_runs" -seed="$fuzz_seed" &
    jobs+=($!)
    if ((${#jobs[@]} > 1)); then
      wait "${jobs[0]}" || status=1
      jobs=("${jobs[@]:1}")
    fi
  done
  for job in "${jobs[@]}"; do wait "$job" || status=1; done
  rm -rf "$new"
  return "$status"
}

# Part of ./dev test, where there is a compiler for libFuzzer.
fuzz_briefly() {
  if ! find_cxx; then
    [[ -z ${CI:-} ]] || die "there is no C++ compiler (c++) for libFuzzer, and CI is to fuzz."
    say "There is no C++ compiler (c++) for libFuzzer: fuzz targets not run (./dev fuzz says how)."
    return 0
  fi
  build_fuzz
  step "fuzz targets" run_fuzz_briefly || die "$(fuzz_finding)"
}

fuzz_finding() {
  printf 'a fuzz target fails: see above. The input lies in %s; ./dev fuzz TARGET FILE tries it again.' \
    "$(fuzz_folder)/findings"
}

# ./dev fuzz [TARGET] [SECONDS], or [TARGET] [FILE]. What is new goes to the target folder, and the
# next run goes on from there.
fuzz() {
  local target targets seconds=60 failed=0
  need_rust
  need_cxx
  targets=$(fuzz_targets)
  if [[ ${1:-} != "" && ! ${1:-} =~ ^[0-9]+$ ]]; then
    [[ -f tests/fuzz/targets/$1.rs ]] || die "there is no fuzz target \"$1\". There are: ${targets//$'\n'/, }."
    targets=$1
    shift
  fi
  [[ ${1:-} == "" || ${1:-} =~ ^[0-9]+$ || -f ${1:-} ]] || die "fuzz for how many seconds? ./dev fuzz [TARGET] [SECONDS]"
  build_fuzz
  if [[ -f ${1:-} ]]; then
    "$fuzz_programs/$targets" "$1"
    return
  fi
  seconds=${1:-$seconds}
  for target in $targets; do
    step "$target" run_fuzz "$target" "$(fuzz_folder)/corpus/$target" -max_total_time="$seconds" || failed=1
  done
  ((failed == 0)) || die "$(fuzz_finding)"
}
