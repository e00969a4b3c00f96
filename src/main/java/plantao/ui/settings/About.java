package plantao.ui.settings;

/// What the settings tell about the program.
///
/// @param version the program's version
/// @param data the folder that holds the log and what is exported
public record About(String version, String data) {}
