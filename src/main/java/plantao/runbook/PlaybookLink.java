package plantao.runbook;

/// An answer to an alert.
///
/// @param title the playbook's title
/// @param origin where the playbook stands
/// @param why what made the link, in English, for the reading report ("shares the service …")
public record PlaybookLink(String title, Origin origin, String why) {}
