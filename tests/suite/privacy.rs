//! Nothing leaves the computer: nothing that could is compiled in, and the window may not ask for it.

use aftershift_tests::repository;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

/// The systems that packages are made for.
const SYSTEMS: [&str; 3] = [
    "x86_64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
];

/// Crates that speak to a network, or exist only to secure such speech. Tauri's own runtime has sockets in it
/// (`tokio`); that none is opened is watched in the journeys.
const NETWORK: &[&str] = &[
    "actix-web",
    "async-tungstenite",
    "attohttpc",
    "axum",
    "awc",
    "curl",
    "curl-sys",
    "ehttp",
    "fantoccini",
    "h2",
    "h3",
    "hickory-resolver",
    "http-client",
    "hyper",
    "hyper-rustls",
    "hyper-tls",
    "hyper-util",
    "isahc",
    "libp2p",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "s2n-quic",
    "schannel",
    "sentry",
    "surf",
    "tauri-plugin-http",
    "tauri-plugin-updater",
    "tauri-plugin-upload",
    "tauri-plugin-websocket",
    "tiny_http",
    "tokio-native-tls",
    "tokio-rustls",
    "tokio-tungstenite",
    "tonic",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
    "warp",
    "webpki-roots",
    "ws",
];

/// The crates that are compiled into `programs` on `system`, each with the one that first asked for it.
fn compiled(programs: &[&str], system: &str) -> BTreeMap<String, String> {
    let said = Command::new(env!("CARGO"))
        .current_dir(repository())
        .args([
            "metadata",
            "--format-version=1",
            "--locked",
            "--filter-platform",
            system,
        ])
        .output()
        .unwrap();
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    let metadata: Value = serde_json::from_slice(&said.stdout).unwrap();
    let names: BTreeMap<&str, &str> = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| {
            (
                package["id"].as_str().unwrap(),
                package["name"].as_str().unwrap(),
            )
        })
        .collect();
    let nodes: BTreeMap<&str, &Value> = metadata["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (node["id"].as_str().unwrap(), node))
        .collect();
    let mut to_see: Vec<(&str, &str)> = nodes
        .keys()
        .filter(|id| programs.contains(&names[**id]))
        .map(|id| (*id, "the product"))
        .collect();
    assert_eq!(to_see.len(), programs.len(), "{programs:?}");
    let mut seen = BTreeSet::new();
    let mut found = BTreeMap::new();
    while let Some((id, by)) = to_see.pop() {
        if !seen.insert(id) {
            continue;
        }
        found
            .entry(names[id].to_owned())
            .or_insert_with(|| by.to_owned());
        for next in nodes[id]["deps"].as_array().unwrap() {
            // What only builds or tests the program is not in it.
            let kinds = next["dep_kinds"].as_array().unwrap();
            if kinds.iter().any(|kind| kind["kind"].is_null()) {
                to_see.push((next["pkg"].as_str().unwrap(), names[id]));
            }
        }
    }
    found
}

fn that_speak(crates: &BTreeMap<String, String>) -> Vec<String> {
    let of_network = crates
        .iter()
        .filter(|(name, _)| NETWORK.contains(&name.as_str()));
    of_network
        .map(|(name, by)| format!("{name}, for {by}"))
        .collect()
}

#[test]
fn nothing_that_speaks_to_a_network_is_compiled_for_any_desktop() {
    for system in SYSTEMS {
        let crates = compiled(&["aftershift", "aftershift-cli"], system);
        // The look goes deep enough to see what the window stands on.
        for expected in ["tauri", "wry", "libsqlite3-sys", "printpdf"] {
            assert!(crates.contains_key(expected), "{expected} on {system}");
        }
        assert_eq!(that_speak(&crates), Vec::<String>::new(), "{system}");
    }
}

#[test]
fn the_look_would_find_such_a_crate() {
    // Tauri's own phone targets bring an HTTP client: the same look, filtered by such a target, sees it.
    let crates = compiled(&["aftershift"], "aarch64-linux-android");
    assert!(!that_speak(&crates).is_empty());
}

fn json_of(path: &str) -> Value {
    serde_json::from_slice(&fs::read(repository().join(path)).unwrap()).unwrap()
}

#[test]
fn the_window_may_load_only_what_the_program_holds() {
    let configuration = json_of("src-tauri/tauri.conf.json");
    let security = &configuration["app"]["security"];
    assert_eq!(
        security["csp"],
        json!({
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": "'self' blob: data: attachment: http://attachment.localhost",
            "font-src": "'self'",
            "connect-src": "ipc: http://ipc.localhost",
            "object-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'",
        })
    );
    // Nothing may be loosened beside it either.
    assert_eq!(security["devCsp"], Value::Null);
    assert_eq!(
        security["dangerousDisableAssetCspModification"],
        Value::Null
    );
    assert_eq!(security["assetProtocol"], Value::Null);
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["capabilities"], json!(["main"]));
    assert_eq!(configuration["app"]["withGlobalTauri"], false);
    assert_eq!(
        configuration["build"]["devUrl"],
        Value::Null,
        "every window shows what is built in"
    );
    assert_eq!(configuration["plugins"], Value::Null);
    assert!(
        !configuration.to_string().contains("unsafe-"),
        "neither inline nor eval"
    );
}

#[test]
fn the_window_may_ask_for_the_contract_and_events_and_nothing_else() {
    let folder = repository().join("src-tauri/capabilities");
    let files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    assert_eq!(files, ["main.json"]);
    let mut capability = json_of("src-tauri/capabilities/main.json");
    capability.as_object_mut().unwrap().remove("description");
    assert_eq!(
        capability,
        json!({
            "$schema": "../gen/schemas/desktop-schema.json",
            "identifier": "main",
            "local": true,
            "windows": ["main"],
            "permissions": ["contract", "core:event:allow-listen", "core:event:allow-unlisten"],
        })
    );
}

#[test]
fn what_lets_journeys_in_is_never_there_unless_it_was_asked_for() {
    let metadata = Command::new(env!("CARGO"))
        .current_dir(repository())
        .args(["metadata", "--format-version=1", "--locked", "--no-deps"])
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let shell = packages
        .iter()
        .find(|package| package["name"] == "aftershift")
        .unwrap();
    let features = shell["features"].as_object().unwrap();
    assert!(
        features.contains_key("journeys"),
        "the feature has another name now"
    );
    assert!(
        !features.contains_key("default"),
        "nothing is on that was not asked for: {features:?}"
    );
    for package in packages {
        for feature in package["features"].as_object().unwrap().values() {
            assert!(
                !feature.to_string().contains("journeys"),
                "{} turns it on",
                package["name"]
            );
        }
    }
}

/// Every file of the interface that is written by hand.
fn sources(folder: &std::path::Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
            continue;
        }
        let name = path.to_string_lossy().into_owned();
        let tests = name.contains(".test.") || name.contains(".examples.");
        if !tests
            && [".ts", ".svelte", ".css", ".html"]
                .iter()
                .any(|end| name.ends_with(end))
        {
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn the_interface_holds_nothing_that_fetches() {
    let mut files = Vec::new();
    sources(&repository().join("ui/src"), &mut files);
    assert!(files.len() > 50, "{}", files.len());
    let fetching = [
        "fetch(",
        "XMLHttpRequest",
        "WebSocket",
        "EventSource",
        "sendBeacon",
        "importScripts",
        "navigator.serviceWorker",
        "RTCPeerConnection",
        "@import url(",
        "src=\"http",
        "url(http",
        "url(\"http",
        "url('http",
    ];
    for (name, text) in &files {
        for word in fetching {
            assert!(!text.contains(word), "{name} holds {word}");
        }
    }
}
