//! Prepares the window's configuration, permissions and resources.

fn main() {
    // The built interface is embedded. Tauri watches the files it found last time, which misses one that is new.
    println!("cargo:rerun-if-changed=../ui/dist");
    tauri_build::build();
}
