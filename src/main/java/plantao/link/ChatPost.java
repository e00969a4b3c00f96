package plantao.link;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A message about an incident, as it is posted to a place that people read.
///
/// @param id the same whenever the same message is tried again, so that a receiver can tell
/// @param title of the incident
/// @param severity 1 (worst) to 4
/// @param status a word: `investigating`, `fixing`, `resolved`
/// @param text what people read, as written
public record ChatPost(String id, String system, int incident, String title, int severity, String status, String text) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /// Whose words the place takes.
    public enum Form {
        /// A Slack incoming webhook (api.slack.com/messaging/webhooks).
        SLACK,
        /// A workflow of Teams that waits for a webhook request; the text as an adaptive card.
        TEAMS,
        /// Anything that takes JSON.
        PLAIN
    }

    /// The JSON that a place of this form takes.
    String body(Form form) {
        ObjectNode body = MAPPER.createObjectNode();
        switch (form) {
            case SLACK -> body.put("text", slack(text));
            case TEAMS -> teams(body);
            case PLAIN ->
                body.put("id", id)
                        .put("system", system)
                        .put("incident", incident)
                        .put("title", title)
                        .put("severity", severity)
                        .put("status", status)
                        .put("text", text);
        }
        return body.toString();
    }

    /// The three characters that Slack takes for control characters.
    private static String slack(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// A line of the text is a block of plain runs: a text block would take `*` and `_` for Markdown and join
    /// lines.
    private void teams(ObjectNode body) {
        ObjectNode card = MAPPER.createObjectNode();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4");
        ArrayNode blocks = card.putArray("body");
        boolean first = true;
        boolean apart = false;
        for (String line : text.strip().lines().toList()) {
            if (line.isBlank()) {
                apart = true;
                continue;
            }
            ObjectNode block =
                    blocks.addObject().put("type", "RichTextBlock").put("spacing", apart ? "Medium" : "None");
            ObjectNode run =
                    block.putArray("inlines").addObject().put("type", "TextRun").put("text", line);
            if (first) {
                run.put("weight", "Bolder");
            }
            first = false;
            apart = false;
        }
        ObjectNode attachment =
                body.put("type", "message").putArray("attachments").addObject();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive").putNull("contentUrl");
        attachment.set("content", card);
    }
}
