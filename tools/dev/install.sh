# shellcheck shell=bash
# Everything ./dev installs when it is missing. Tools go to a folder of their own, one for each
# version, which clones share; nothing of the user's is changed. Each function is quick when
# there is nothing to do.

how="See docs/development.md."

# The pin of a package, from package.json.
npm_pin() { sed -n 's/^ *"'"$1"'": "\([0-9][^"]*\)".*/\1/p' package.json; }

# The version of a crate, from Cargo.lock.
locked_version() { awk -v name="name = \"$1\"" '$0 == name { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock; }

# Runs COMMAND with a time limit where there is `timeout` (macOS has none).
limited() { # SECONDS COMMAND...
  if have timeout; then timeout "$@"; else "${@:2}"; fi
}

# --- Debian packages ----------------------------------------------------------------------------

# Runs COMMAND as root, or fails where that would need a password.
as_root() {
  if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

can_apt() { have apt-get && { ((EUID == 0)) || { have sudo && sudo -n true 2>/dev/null; }; }; }

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -q -y "$@"; }

# A stale list of some other archive must not stop us: only the installation counts.
apt_install_now() {
  apt_get update || true
  apt_get install --no-install-recommends "$@"
}

apt_install() { # WHAT PACKAGE...
  local what=$1
  shift
  say "Installing $what from Debian ($*)."
  quiet_step "apt-get install" apt_install_now "$@" || die "Debian would not install $what: see above. $how"
}

# --- Rust ---------------------------------------------------------------------------------------

need_rust() {
  have cargo || PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"
  have cargo || die "Rust is missing. Install it with rustup, then run this again. $how"
  have cc || have clang || {
    can_apt || die "a C compiler (cc) is missing, which Rust links with. Debian: apt-get install gcc libc6-dev"
    apt_install "a C compiler" gcc libc6-dev
  }
}

# libFuzzer is C++, and compiled with what CXX says or c++ is. Nothing else needs one.
find_cxx() { have "${CXX:-c++}"; }

need_cxx() {
  find_cxx || {
    can_apt || die "a C++ compiler (c++) is missing, which libFuzzer is compiled with. Debian: apt-get install g++"
    apt_install "a C++ compiler" g++
  }
}

rustup_add() { # target|component NAME...
  have rustup || die "Rust's $2 is missing, and there is no rustup to add it. $how"
  say "Adding Rust's ${*:2}, some seconds."
  quiet_step "rustup $1 add" limited 120 rustup "$1" add "${@:2}" ||
    die "rustup could not add ${*:2}: see above. Run it again, or look for another way in docs/development.md."
}

need_wasm_target() {
  # Set by those who build Rust's own library for wasm from source, as `./dev build` does.
  [[ -z ${CARGO_UNSTABLE_BUILD_STD:-} ]] || return 0
  local target=wasm32-unknown-unknown
  compgen -G "$(rustc --print target-libdir --target "$target")/libstd-*.rlib" >/dev/null ||
    rustup_add target "$target"
}

need_lints() {
  if ! { cargo fmt --version && cargo clippy --version; } >/dev/null 2>&1; then
    rustup_add component rustfmt clippy
  fi
}

# Trunk is told to build offline, so that it downloads nothing: fetch the crates first.
need_crates() {
  local fetch=(cargo fetch)
  # A person who has just added a crate gets a new Cargo.lock; in CI it must be the committed one.
  [[ ${CI:-} != true ]] || fetch+=(--locked)
  quiet_step "Fetching crates" "${fetch[@]}" ||
    die "cargo could not fetch the crates of Cargo.lock: see above. Is the network there?"
}

# --- Tools that are crates ----------------------------------------------------------------------

tools_folder() {
  local folder=${BELLWETHER_TOOLS:-${XDG_CACHE_HOME:-${HOME:?is not set: set BELLWETHER_TOOLS}/.cache}/bellwether}
  [[ $folder == /* ]] || folder=$CALLER/$folder
  printf '%s' "$folder"
}

# True when COMMAND says that it is VERSION: "trunk 0.21.14".
says_version() { # COMMAND VERSION
  local words
  read -r -a words < <("$1" --version 2>/dev/null) && [[ ${words[1]:-} == "$2" ]]
}

# Puts BINARY of CRATE in the wanted version on PATH, installing it if need be.
# CRATES and MINUTES are what to expect of a build from source, OPT_LEVEL is how good to make it.
need_cargo_tool() { # CRATE BINARY VERSION CRATES MINUTES OPT_LEVEL INSTALL_OPTION...
  local binary=$2 version=$3 tools folder
  [[ -n $version ]] || die "Cargo.lock names no $binary. Run cargo fetch."
  ! says_version "$binary" "$version" || return 0
  tools=$(tools_folder) || exit 1
  folder=$tools/$binary-$version
  [[ -x $folder/bin/$binary ]] || install_once "$tools" "$folder" "$@"
  PATH="$folder/bin:$PATH"
}

# Only one ./dev installs a tool; others wait for it. The lock goes with its file descriptor.
# Without flock (macOS) two would do the same work twice, no worse.
install_once() { # TOOLS FOLDER CRATE BINARY VERSION ...
  local tools=$1 folder=$2 lock
  shift 2
  mkdir -p "$tools/logs" || die "cannot write to $tools. Set BELLWETHER_TOOLS to a folder that can be written to."
  exec {lock}>"$tools/.$2-$3.lock"
  if have flock && ! flock -n "$lock"; then
    say "Another ./dev is installing $2 $3. Waiting for it."
    flock "$lock"
  fi
  [[ -x $folder/bin/$2 ]] || install_cargo_tool "$folder" "$lock" "$@"
  exec {lock}>&-
}

# Builds beside the final place and moves into it at the end, so that the folder is there whole
# or not at all.
install_cargo_tool() { # FOLDER LOCK CRATE BINARY VERSION CRATES MINUTES OPT_LEVEL INSTALL_OPTION...
  local folder=$1 lock=$2 crate=$3 binary=$4 version=$5 crates=$6 minutes=$7 log started=$SECONDS
  shift 7
  log=$(dirname "$folder")/logs/$binary-$version.log
  # What a killed run left. Not without flock: another run may be at work there.
  ! have flock || rm -rf "$folder".part.*
  unfinished=$folder.part.$$
  say "Installing $binary $version, once for all clones. From source it takes about $minutes minutes on two cores."
  if ! { download_tool "$crate" "$binary" "$version" "$log" "$lock" ||
    build_tool "$crate" "$binary" "$version" "$crates" "$log" "$lock" "$@"; }; then
    grep -E '^error' "$log" | head -n 3 >&2 || true
    die "could not install $binary $version. Mend what the log names and run this again, or put that version on PATH: cargo install $crate@$version. Log: $log"
  fi
  rm -rf "$unfinished/target" "$folder"
  mv "$unfinished" "$folder" || die "cannot write to $folder."
  unfinished=""
  say "$binary $version installed in $(duration $((SECONDS - started)))."
}

# A finished program, where cargo-binstall is there and can reach one that runs here.
download_tool() { # CRATE BINARY VERSION LOG LOCK
  have cargo-binstall || return 1
  watch_step "$2 $3: downloading" 0 "$4" without "$5" limited 180 \
    cargo binstall --no-confirm --disable-strategies compile --root "$unfinished" "$1@$3" &&
    says_version "$unfinished/bin/$2" "$3" && return 0
  # Or else cargo would take it for installed.
  rm -rf "$unfinished"
  return 1
}

# From source, with a quick profile: minutes matter more here than the speed of the tool.
build_tool() { # CRATE BINARY VERSION CRATES LOG LOCK OPT_LEVEL INSTALL_OPTION...
  local crate=$1 binary=$2 version=$3 crates=$4 log=$5 lock=$6 level=$7
  shift 7
  watch_step "$binary $version" "$crates" "$log" without "$lock" \
    env -u CARGO_BUILD_TARGET -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS -u CARGO_TARGET_DIR \
    CARGO_PROFILE_RELEASE_OPT_LEVEL="$level" CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install --root "$unfinished" --target-dir "$unfinished/target" \
    --bin "$binary" --no-default-features "$@" "$crate@$version" &&
    says_version "$unfinished/bin/$binary" "$version"
}

# Runs COMMAND without the lock's file descriptor: a compiler cache that it starts would keep it.
without() { # DESCRIPTOR COMMAND...
  local lock=$1
  shift
  exec {lock}>&-
  "$@"
}

# Without Trunk's default features: they download tools, which we do ourselves. Its work is done by
# other programs, so it need not be fast: 4 minutes to build instead of 7.
need_trunk() { need_cargo_tool trunk trunk "$TRUNK" 370 4 0 --locked; }

# This one works through the whole page at every change. Not --locked: the lock file it was
# published with names a crate that has been withdrawn.
need_wasm_bindgen() {
  need_cargo_tool wasm-bindgen-cli wasm-bindgen "$(locked_version wasm-bindgen)" 150 2 1
}

# Says which licences, sources and doubles the crates have (deny.toml).
need_cargo_deny() { need_cargo_tool cargo-deny cargo-deny "$CARGO_DENY" 140 2 0 --locked; }

# --- npm ----------------------------------------------------------------------------------------

need_node() {
  local version
  if ! { have node && have npm; }; then
    die "Node.js $NODE_MIN or newer with npm is missing (for sass and wasm-opt). $how"
  fi
  version=$(node --version)
  version=${version#v}
  ((${version%%.*} >= NODE_MIN)) || die "Node.js is $version; sass and wasm-opt want $NODE_MIN or newer. $how"
}

need_npm_packages() {
  local lock stamp=node_modules/.package-lock.installed
  need_node
  exec {lock}<package-lock.json
  ! have flock || flock "$lock"
  if ! cmp -s package-lock.json "$stamp"; then
    say "Installing the npm packages of package-lock.json, some seconds."
    quiet_step "npm ci" npm ci --ignore-scripts --no-audit --no-fund ||
      die "npm could not install the packages: see above. Is the network there?"
    cp package-lock.json "$stamp"
  fi
  exec {lock}<&-
  PATH="$ROOT/node_modules/.bin:$PATH"
}

# --- A browser for the tests --------------------------------------------------------------------

# The first of the names that is a command, with its path.
first_of() {
  local name
  for name in "$@"; do
    if have "$name"; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

# The browser and the driver that was made for it; either may be given from outside.
find_browser() {
  local browser=${CHROME:-} driver=${CHROMEDRIVER:-}
  [[ -n $browser ]] || browser=$(first_of chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome") || return 1
  [[ -n $driver ]] || driver=$(first_of chromedriver) || return 1
  CHROME=$browser CHROMEDRIVER=$driver
}

need_browser() {
  if ! find_browser; then
    if [[ -n ${CHROME:-}${CHROMEDRIVER:-} ]] || ! can_apt; then
      die "Chromium or its driver is missing. Install both (Debian: chromium chromium-driver) or set CHROME and CHROMEDRIVER."
    fi
    apt_install "Chromium and its driver" chromium chromium-driver fonts-liberation
    CHROME=/usr/bin/chromium CHROMEDRIVER=/usr/bin/chromedriver
  fi
  have "$CHROME" || die "CHROME is $CHROME, which is not a program."
  have "$CHROMEDRIVER" || die "CHROMEDRIVER is $CHROMEDRIVER, which is not a program."
  export CHROME CHROMEDRIVER
}

# A web server for the tests of a real host. Without one that test says that it was not run.
need_nginx() {
  NGINX=${NGINX:-$(first_of nginx /usr/sbin/nginx)} || NGINX=
  if [[ -z $NGINX ]] && can_apt &&
    quiet_step "Installing nginx from Debian" apt_install_now nginx-light; then
    NGINX=/usr/sbin/nginx
  fi
  [[ -n $NGINX ]] || say "nginx is not here and could not be installed: its test will say so."
  export NGINX
}

# The other browsers, where they are wanted.
need_other_browsers() {
  if ! find_other_browsers; then
    can_apt || die "Firefox, WebKit's driver or xvfb is missing (Debian: firefox-esr webkit2gtk-driver xvfb)."
    apt_install "Firefox and WebKit" firefox-esr webkit2gtk-driver xvfb
    find_other_browsers || die "Firefox or WebKit is not where Debian puts it."
  fi
}

find_other_browsers() {
  FIREFOX=${FIREFOX:-$(first_of firefox-esr firefox)} || return 1
  WEBKITDRIVER=${WEBKITDRIVER:-$(first_of WebKitWebDriver)} || return 1
  WEBKIT=${WEBKIT:-$(first_of /usr/lib/*/webkit2gtk-4.1/MiniBrowser)} || return 1
  have xvfb-run || return 1
  export FIREFOX WEBKITDRIVER WEBKIT
}
