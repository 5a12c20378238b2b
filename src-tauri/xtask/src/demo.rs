//! `cargo xtask demo`: the product without a display or a web toolkit.

use crate::places::Places;
use crate::tool::{cargo, tool};
use crate::{Outcome, setup};

/// Builds the command-line tool, and lets it write the sample portfolio and its PDF.
pub fn demo(places: &Places) -> Outcome {
    setup::compiler(places)?;
    cargo(places)
        .args(["build", "--package", "aftershift-cli"])
        .run("building the command-line tool")?;

    let folder = places.results().join("demo");
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    let portfolio = folder.join("Sample.aftershift");
    let pdf = folder.join("Sample.pdf");
    let cli = places
        .built("debug", "aftershift-cli")
        .to_string_lossy()
        .into_owned();
    // Both files are this command's own, so it may replace those of last time.
    tool(&cli)
        .arg("sample")
        .arg(&portfolio)
        .arg("--force")
        .run("writing the sample portfolio")?;
    tool(&cli)
        .arg("export")
        .arg(&portfolio)
        .arg("--pdf")
        .arg(&pdf)
        .arg("--force")
        .run("writing the PDF")?;

    println!("\nThe sample portfolio is {}", portfolio.display());
    println!("and its PDF is           {}", pdf.display());
    Ok(())
}
