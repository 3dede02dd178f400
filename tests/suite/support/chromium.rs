//! A headless Chromium, spoken with over its debugging socket.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

use super::http;

const LONG: Duration = Duration::from_mins(1);

/// A browser with one page.
pub struct Chromium {
    child: Child,
    socket: WebSocket<TcpStream>,
    next: u64,
    _profile: tempfile::TempDir,
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Asked to go it takes its helpers along; it may have gone already.
        let close = json!({ "id": 0, "method": "Browser.close" });
        let _ = self.socket.send(Message::text(close.to_string()));
        let start = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && start.elapsed().as_secs() < 5 {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The browser's program; `None` where there is none, unless tools are required.
fn program() -> Option<&'static str> {
    let found = ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find(|name| Command::new(name).arg("--version").output().is_ok());
    let required = std::env::var_os("RENSTRA_REQUIRE_TOOLS").is_some();
    assert!(found.is_some() || !required, "chromium is not installed");
    found
}

impl Chromium {
    /// Starts one; `None` where there is none.
    pub fn start() -> Option<Self> {
        let profile = tempfile::tempdir().unwrap();
        let mut child = Command::new(program()?)
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                "about:blank",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = BufReader::new(child.stderr.take().unwrap())
            .lines()
            .map_while(Result::ok);
        let url = line
            .find_map(|line| Some(line.split_once("listening on ws://")?.1.to_owned()))
            .expect("chromium does not listen");
        // Its further words must be taken, or it waits for that.
        std::thread::spawn(move || line.for_each(drop));
        let host = url.split('/').next().unwrap();
        let address = host.parse().unwrap();
        let start = Instant::now();
        let page = loop {
            let list = http::get(address, "/json/list").json();
            let page = list
                .as_array()
                .unwrap()
                .iter()
                .find(|target| target["type"] == "page");
            if let Some(page) = page {
                break page["webSocketDebuggerUrl"].as_str().unwrap().to_owned();
            }
            assert!(start.elapsed() < LONG, "chromium has no page");
        };
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(LONG)).unwrap();
        let (socket, _) = tungstenite::client(page, stream).unwrap();
        let mut chromium = Self {
            child,
            socket,
            next: 0,
            _profile: profile,
        };
        for domain in ["Page", "Runtime", "DOM", "Log", "Accessibility"] {
            chromium.call(&format!("{domain}.enable"), &json!({}));
        }
        // As if a person had it in front.
        chromium.call(
            "Emulation.setFocusEmulationEnabled",
            &json!({ "enabled": true }),
        );
        Some(chromium)
    }

    /// Calls a method and waits for its result.
    pub fn call(&mut self, method: &str, param: &Value) -> Value {
        self.next += 1;
        let id = self.next;
        let call = json!({ "id": id, "method": method, "params": param });
        self.socket.send(Message::text(call.to_string())).unwrap();
        loop {
            let Message::Text(text) = self.socket.read().unwrap() else {
                continue;
            };
            let mut answer: Value = serde_json::from_str(&text).unwrap();
            // Between two pages of the program nobody answers, and the page asks until somebody does.
            let entry = &answer["params"]["entry"];
            let asks = entry["url"]
                .as_str()
                .is_some_and(|url| url.ends_with("/api/siapa"));
            // A file that is refused is an answer too, which the browser notes as a failure.
            let sends = entry["url"]
                .as_str()
                .is_some_and(|url| url.contains("/api/unggah/"));
            if (asks || sends) && entry["source"] == "network" {
                continue;
            }
            // What the page says on its own is a failure of the page.
            if answer["method"] == "Runtime.exceptionThrown"
                || (answer["method"] == "Log.entryAdded"
                    && answer["params"]["entry"]["level"] == "error")
            {
                panic!("the page failed: {}", answer["params"]);
            }
            if answer["id"] == id {
                assert!(answer["error"].is_null(), "{method}: {answer}");
                return answer["result"].take();
            }
        }
    }

    /// Value of an expression; a promise is waited for.
    pub fn eval(&mut self, expression: &str) -> Value {
        let param = json!({
            "expression": expression, "returnByValue": true, "awaitPromise": true, "userGesture": true,
        });
        let mut answer = self.call("Runtime.evaluate", &param);
        assert!(
            answer["exceptionDetails"].is_null(),
            "{expression}: {answer}"
        );
        answer["result"]["value"].take()
    }

    /// Waits until an expression is true.
    pub fn until(&mut self, expression: &str) {
        let start = Instant::now();
        while self.eval(&format!("Boolean({expression})")) != true {
            if start.elapsed() > LONG {
                let body = self.eval("document.body.innerText");
                panic!("never so: {expression}\n{body}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Presses a key: `Tab`, `Enter`, `Escape`, or a blank.
    pub fn key(&mut self, key: &str) {
        let (code, text) = match key {
            "Tab" => (9, ""),
            "Enter" => (13, "\r"),
            "Escape" => (27, ""),
            _ => (32, " "),
        };
        for kind in ["keyDown", "keyUp"] {
            let mut param = json!({ "type": kind, "key": key, "windowsVirtualKeyCode": code });
            if kind == "keyDown" && !text.is_empty() {
                param["text"] = json!(text);
            }
            self.call("Input.dispatchKeyEvent", &param);
        }
    }

    /// Makes the window this large.
    pub fn size(&mut self, width: u32, height: u32, mobile: bool) {
        let param = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile,
        });
        self.call("Emulation.setDeviceMetricsOverride", &param);
    }

    /// Opens an address.
    pub fn open(&mut self, url: &str) {
        self.call("Page.navigate", &json!({ "url": url }));
        self.until("document.readyState === 'complete'");
    }

    /// What the window shows, as the base64 of a PNG.
    pub fn picture(&mut self) -> String {
        let mut answer = self.call("Page.captureScreenshot", &json!({}));
        serde_json::from_value(answer["data"].take()).unwrap()
    }
}
