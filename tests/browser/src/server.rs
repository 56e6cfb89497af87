//! A static file server of the test's own, on a free port of this machine.

use crate::failure::{Context, Result};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// A folder served as a site, with changes for one test, and a log of every request. Its clones are
/// the same site; it closes with the last of them.
#[derive(Debug, Clone)]
pub struct Site(Arc<Server>);

#[derive(Debug)]
struct Server {
    address: SocketAddr,
    shared: Arc<Mutex<Shared>>,
}

/// What a changed path answers.
#[derive(Debug, Clone)]
pub enum Served {
    /// This, in place of the file or besides the files.
    Bytes(Vec<u8>),
    /// The file is not there.
    Missing,
    /// The connection breaks off without an answer.
    Nothing,
}

/// A request as it came over the wire.
#[derive(Debug, Clone)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The path with its query.
    pub path: String,
    /// All of it: request line, headers and body.
    pub raw: String,
}

#[derive(Debug)]
struct Shared {
    folder: PathBuf,
    changes: BTreeMap<String, Served>,
    any_origin: bool,
    vanished: bool,
    log: Vec<Request>,
    closed: bool,
}

impl Site {
    /// Serves the release: the folder that `BELLWETHER_DIST` names, or the workspace's `dist/`.
    ///
    /// # Errors
    /// If there is no release, or no free port.
    pub fn of_release() -> Result<Self> {
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
        let folder = std::env::var_os("BELLWETHER_DIST").map_or(beside, PathBuf::from);
        let index = folder.join("index.html");
        index.is_file().then_some(()).or_say(|| {
            format!("there is no {}: make a release with ./dev build", index.display())
        })?;
        Self::of(folder)
    }

    /// Serves a folder.
    ///
    /// # Errors
    /// If there is no free port.
    pub fn of(folder: PathBuf) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).or_say(|| "no free port")?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Mutex::new(Shared {
            folder,
            changes: BTreeMap::new(),
            any_origin: false,
            vanished: false,
            log: Vec::new(),
            closed: false,
        }));
        let of_server = shared.clone();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if lock(&of_server).closed {
                    break;
                }
                let shared = of_server.clone();
                // A browser that hangs up half-way is no failure of the test.
                thread::spawn(move || drop(answer(stream, &shared)));
            }
        });
        Ok(Self(Arc::new(Server { address, shared })))
    }

    /// The full address of a path or hash within the site.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{}", self.0.address, path.trim_start_matches('/'))
    }

    /// From now on serves something else at a path.
    pub fn change(&self, path: &str, served: Served) {
        lock(&self.0.shared).changes.insert(path.trim_start_matches('/').to_owned(), served);
    }

    /// Lets pages of other origins read what is served, as a host can with a header.
    pub fn allow_any_origin(&self) {
        lock(&self.0.shared).any_origin = true;
    }

    /// From now on nothing is answered, as if the host were gone.
    pub fn vanish(&self) {
        lock(&self.0.shared).vanished = true;
    }

    /// The text of a file as it is served.
    ///
    /// # Errors
    /// If there is no such file.
    pub fn read(&self, path: &str) -> Result<String> {
        let file = lock(&self.0.shared).folder.join(path);
        std::fs::read_to_string(&file).or_say(|| file.display().to_string())
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.0.shared).log.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        lock(&self.shared).closed = true;
        // Wakes the server, which sees that it is closed.
        drop(TcpStream::connect(self.address));
    }
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The strictest policy that the app works under, as docs/hosting.md has it: every test is under it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'";

/// Answers one request, and closes: so a request is never left waiting behind another.
fn answer(mut stream: TcpStream, shared: &Mutex<Shared>) -> Result {
    // A connection that a browser opens in advance may never be used.
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    let Some(request) = read_request(&stream)? else { return Ok(()) };
    let path = request.path.trim_start_matches('/').split(['?', '#']).next().unwrap_or_default();
    let path = if path.is_empty() { "index.html" } else { path }.to_owned();
    let (change, folder, any_origin) = {
        let mut shared = lock(shared);
        shared.log.push(request);
        if shared.vanished {
            return Ok(());
        }
        (shared.changes.get(&path).cloned(), shared.folder.clone(), shared.any_origin)
    };
    // A page that a test puts beside the release is a host's, under that one's own policy.
    let is_hosts = change.is_some() && path.ends_with(".html") && path != "index.html";
    let policy =
        if is_hosts { String::new() } else { format!("Content-Security-Policy: {POLICY}\r\n") };
    let body = match change {
        Some(Served::Bytes(bytes)) => Some(bytes),
        Some(Served::Missing) => None,
        Some(Served::Nothing) => return Ok(()),
        None if path.split('/').any(|part| part == "..") => None,
        None => std::fs::read(folder.join(&path)).ok(),
    };
    let status = if body.is_some() { "200 OK" } else { "404 Not Found" };
    let body = body.unwrap_or_else(|| b"Not found".to_vec());
    let origin = if any_origin { "Access-Control-Allow-Origin: *\r\n" } else { "" };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{origin}\
         {policy}\
         Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
        mime(&path),
        body.len(),
    )?;
    stream.write_all(&body)?;
    Ok(())
}

fn read_request(stream: &TcpStream) -> Result<Option<Request>> {
    let mut reader = BufReader::new(stream);
    let mut raw = String::new();
    let mut length = 0;
    loop {
        let from = raw.len();
        if reader.read_line(&mut raw)? == 0 {
            return Ok(None);
        }
        let line = raw.get(from..).unwrap_or_default().trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    raw.push_str(&String::from_utf8_lossy(&body));
    let mut words = raw.split_whitespace();
    let method = words.next().unwrap_or_default().to_owned();
    let path = words.next().unwrap_or_default().to_owned();
    Ok(Some(Request { method, path, raw }))
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
