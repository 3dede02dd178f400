//! What Windows shows of the program, and may do for it: icon, version, long paths. Does
//! nothing for other systems.

use std::error::Error;

/// Paths may be longer than 260 characters.
const MANIFEST: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <assemblyIdentity type="win32" name="Renstra" version="1.0.0.0"/>
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3">
    <security>
      <requestedPrivileges>
        <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
      </requestedPrivileges>
    </security>
  </trustInfo>
  <compatibility xmlns="urn:schemas-microsoft-com:compatibility.v1">
    <application>
      <supportedOS Id="{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"/>
    </application>
  </compatibility>
  <application xmlns="urn:schemas-microsoft-com:asm.v3">
    <windowsSettings>
      <longPathAware xmlns="http://schemas.microsoft.com/SMI/2016/WindowsSettings">true</longPathAware>
    </windowsSettings>
  </application>
</assembly>
"#;

/// Indonesian, as Windows numbers languages.
const INDONESIAN: u16 = 0x0421;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/cli/icon.ico");
    if std::env::var("CARGO_CFG_TARGET_OS")? != "windows" {
        return Ok(());
    }
    winresource::WindowsResource::new()
        .set_icon("src/cli/icon.ico")
        .set_manifest(MANIFEST)
        .set_language(INDONESIAN)
        .set("ProductName", "Renstra")
        .set(
            "FileDescription",
            "Renstra: dari lembar kerja Excel menjadi dokumen Renstra",
        )
        .set("OriginalFilename", "renstra.exe")
        .compile()?;
    Ok(())
}
