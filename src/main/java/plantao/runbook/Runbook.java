package plantao.runbook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A read runbook: everything that was understood, with the line each part came from.
///
/// @param source the file or folder it was read from
/// @param files the Markdown files it was read from, relative to `source` (`/` between folders), in reading order
/// @param texts each file's text by its name as it was read, `console.yaml` too: line feeds only, over-long lines
/// cut; unmodifiable
/// @param title the first heading
/// @param system the system's short name: from `console.yaml`, else from the title
/// @param language `en`, `pt` or `es`: the language most of its words are in
/// @param implied alerts that nobody wrote a rule for: of listed services and of limits
/// @param hash SHA-256 of the text, in hex: the version a run is recorded with
public record Runbook(
        String source,
        List<String> files,
        Map<String, String> texts,
        String title,
        String system,
        @Nullable String version,
        @Nullable String updated,
        @Nullable String owner,
        String language,
        String hash,
        List<Service> services,
        List<Vendor> vendors,
        List<Environment> environments,
        List<Dashboard> dashboards,
        List<LogPattern> logPatterns,
        List<Decision> decisions,
        List<HealthEndpoint> healthEndpoints,
        List<Metric> metrics,
        List<AlertRule> alerts,
        List<AlertRule> implied,
        List<Playbook> playbooks,
        List<Procedure> procedures,
        List<Checklist> checklists,
        List<Maintenance> maintenance,
        List<Contact> contacts,
        List<Escalation> escalation,
        List<Template> templates,
        @Nullable Integer rtoSeconds,
        @Nullable Integer rpoSeconds,
        List<Mentions> placeholders,
        List<Mentions> variables,
        List<Mentions> links,
        List<Heading> headings,
        Diagram diagram,
        Settings settings,
        List<Problem> problems,
        Coverage coverage) {

    /// The same runbook under another short name.
    public Runbook withSystem(String system) {
        return new Runbook(
                source,
                files,
                texts,
                title,
                system,
                version,
                updated,
                owner,
                language,
                hash,
                services,
                vendors,
                environments,
                dashboards,
                logPatterns,
                decisions,
                healthEndpoints,
                metrics,
                alerts,
                implied,
                playbooks,
                procedures,
                checklists,
                maintenance,
                contacts,
                escalation,
                templates,
                rtoSeconds,
                rpoSeconds,
                placeholders,
                variables,
                links,
                headings,
                diagram,
                settings,
                problems,
                coverage);
    }
}
