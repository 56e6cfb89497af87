//! The driver as a process, with the browser that it starts.

use crate::failure::{Context, Failure, Result};
use rustix::process::{Pid, Signal, kill_process_group};
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Runs the driver, and ends its whole process group when the test is over, however it ends: by
/// then nobody holds the other end of the shell's input, also after a signal that no `Drop` sees.
const LEASH: &str = r#""$0" --port=0 </dev/null 2>&1 & exec >/dev/null 2>&1; cat; kill -9 0"#;

/// A running driver, in a process group of its own in which everything it starts stays, so that one
/// signal ends all of it at once, and nothing is left over.
#[derive(Debug)]
pub(crate) struct Driver {
    /// `None` once it has ended: its number may then be somebody else's.
    leash: Mutex<Option<Child>>,
    port: u16,
}

impl Driver {
    /// Starts the driver that `CHROMEDRIVER` names on a port that it chooses.
    pub(crate) fn start() -> Result<Self> {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut leash = Command::new("sh")
            .args(["-c", LEASH, &program])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .or_say(|| "there is no sh")?;
        let output = leash.stdout.take();
        // From here on it is ended whatever happens.
        let mut driver = Self { leash: Mutex::new(Some(leash)), port: 0 };
        let mut lines = BufReader::new(output.or_say(|| "no output")?);
        driver.port = read_port(&mut lines)
            .or_say(|| format!("{program} does not start; CHROMEDRIVER can name another"))?;
        // What it says from now on must go somewhere, or it stops when the pipe is full.
        std::thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Ends it and the browser with all its processes at once, without asking, as a power cut would.
    pub(crate) fn kill(&self) {
        let leash = self.leash.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(mut leash) = leash else { return };
        if let Some(leader) = i32::try_from(leash.id()).ok().and_then(Pid::from_raw) {
            // No such group any more: then there is nothing to end.
            let _ = kill_process_group(leader, Signal::KILL);
        }
        let _ = leash.wait();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.kill();
    }
}

/// “ChromeDriver was started successfully on port 35173.”
fn read_port(lines: &mut impl BufRead) -> Result<u16> {
    let mut said = String::new();
    loop {
        let from = said.len();
        if lines.read_line(&mut said)? == 0 {
            return Err(Failure::new(format!("it ended without naming its port. It said: {said}")));
        }
        let line = said.get(from..).unwrap_or_default().trim_end();
        if let Some((_, port)) = line.split_once("successfully on port ") {
            return Ok(port.trim_end_matches('.').parse()?);
        }
    }
}
