package plantao.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import plantao.alert.Alert;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.desk.EventContext;
import plantao.desk.SystemBoard;
import plantao.desk.SystemBoardFactory;
import plantao.desk.Trust;
import plantao.desk.Watch;
import plantao.journal.Silence;
import plantao.probe.Probe;
import plantao.probe.Reading;
import plantao.runbook.ProbeSpec.Subject;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.ui.Clicked;
import plantao.ui.NoDrafts;
import plantao.ui.fx.Theme;
import plantao.ui.fx.UiContext;
import plantao.values.Place;
import plantao.values.Target;

/// Pictures of the board of made-up runbooks: calm, one fault, a flood, hundreds of services, several systems.
///
/// Arguments: the folder for the pictures, and words that choose states (`calm fault flood many systems`), each
/// with what is clicked before the picture is taken (`systems+#scope-all`, `fault+.tile.down`).
public final class PicturesBench {
    private static final Instant NOW = Instant.parse("2026-11-22T03:12:40Z");
    private static final String[] NAMES = {
        "API",
        "Worker",
        "Database",
        "Cache",
        "Search",
        "Mail",
        "Billing",
        "Files",
        "Login",
        "Reports",
        "Gateway",
        "Queue"
    };

    private final AtomicLong ids = new AtomicLong();
    private Board board = Board.empty(NOW.minusSeconds(3600), "Ana Souza");
    private Instant now = NOW.minusSeconds(3600);

    private PicturesBench() {}

    /// Draws them.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<String> wanted = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length)
                : List.of("calm", "fault", "fault+.tile.down", "flood", "many", "systems+#scope-all");
        Files.createDirectories(folder);
        Platform.startup(plantao.ui.fx.Fonts::load);
        UiContext.Drafts none = new NoDrafts();
        for (String state : wanted) {
            String[] words = state.split("\\+");
            Board board = new PicturesBench().board(words[0]);
            List<String> clicks = List.of(words).subList(1, words.length);
            for (String size : System.getProperty("sizes", "1280x720,2560x1440").split(",")) {
                int x = size.indexOf('x');
                for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                    Locale locale = theme == Theme.LIGHT ? Locale.ENGLISH : Locale.of("pt", "BR");
                    WritableImage image = Clicked.board(
                            board,
                            none,
                            theme,
                            locale,
                            Integer.parseInt(size.substring(0, x)),
                            Integer.parseInt(size.substring(x + 1)),
                            clicks);
                    Path file = folder.resolve(state.replaceAll("[^\\w]+", "-") + "-"
                            + theme.name().toLowerCase(Locale.ROOT) + "-" + size + ".png");
                    write(image, file);
                    System.out.println(file);
                }
            }
        }
        Platform.exit();
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] pixels = new int[w * h];
        image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        BufferedImage buffer = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        buffer.setRGB(0, 0, w, h, pixels, 0, w);
        ImageIO.write(buffer, "png", file.toFile());
    }

    private Board board(String state) {
        switch (state) {
            case "systems" -> {
                for (String name : List.of("Shop", "Clinic", "Depot", "School", "Library")) {
                    open(name, 8);
                }
            }
            case "many", "flood" -> open("Shop", 300);
            default -> open("Shop", 9);
        }
        for (int i = 0; i < 110; i++) {
            boolean late = i > 80;
            int minute = i;
            for (SystemBoard system : board.systems()) {
                for (Probe probe : SystemBoardFactory.probes(system)) {
                    send(new Event.Read(system.name(), reading(state, probe, minute, late)));
                }
            }
            now = now.plusSeconds(32);
            send(new Event.Tick());
            if (i == 78 && !state.equals("calm")) {
                send(new Event.ChangesRead(
                        "Shop",
                        List.of(new plantao.desk.Surroundings.Mark(now, "a1b2c3 Deploy: pool of connections", 0))));
            }
        }
        if (state.equals("fault")) {
            send(new Event.SilenceAlerts(
                    "Shop", Silence.Scope.SERVICE, "Mail", now.plusSeconds(280), "supplier is told", false));
            send(new Event.SilenceAlerts(
                    "Shop", Silence.Scope.SERVICE, "Files", now.plusSeconds(7200), "new disk", true));
            board.current().orElseThrow().activeAlerts().stream()
                    .filter(Alert::unacknowledged)
                    .skip(1)
                    .findFirst()
                    .ifPresent(a -> send(new Event.Acknowledge("Shop", a.rule().id(), "looking at the pool")));
        }
        return board;
    }

    private Reading reading(String state, Probe probe, int minute, boolean late) {
        String name = probe.subject();
        boolean bad = switch (state) {
            case "fault" -> late && (name.equals("Database") || name.equals("API") || name.equals("Mail"));
            case "flood" -> late && name.hashCode() % 3 == 0;
            case "many" -> late && (name.endsWith("17") || name.endsWith("18"));
            case "systems" -> late && name.equals("Database");
            default -> false;
        };
        if (probe.of() == Subject.METRIC) {
            double base = 40 + Math.abs(name.hashCode() % 30) + 6 * Math.sin(minute / 7.0);
            return new Reading.Up(
                    probe.id(),
                    now,
                    Duration.ofMillis(20),
                    bad || late && state.equals("fault") ? 90 + minute % 7 : base,
                    "ok");
        }
        return bad
                ? new Reading.Down(
                        probe.id(),
                        now,
                        Duration.ofMillis(5000),
                        "GET /health → 503",
                        "address 10.0.0.7:443\nlook-up 1 ms · connect 2 ms · first answer 4.9 s\nHTTP/1.1 503\n\npool exhausted")
                : new Reading.Up(
                        probe.id(),
                        now,
                        Duration.ofMillis(20 + Math.abs((name.hashCode() + minute * 7) % 60)),
                        null,
                        "GET /health → 200");
    }

    private void open(String name, int services) {
        StringBuilder md = new StringBuilder("# " + name + "\n\n## Services\n\n");
        int groups = services > 40 ? 12 : 1;
        StringBuilder alerts = new StringBuilder();
        for (int g = 0; g < groups; g++) {
            if (groups > 1) {
                md.append("### ").append(NAMES[g % NAMES.length]).append(" fleet\n\n");
            }
            md.append("| Service | URL | SLA |\n|---|---|---|\n");
            for (int i = g; i < services; i += groups) {
                String service = services > 40 ? NAMES[g % NAMES.length] + " " + i : NAMES[i];
                md.append("| ")
                        .append(service)
                        .append(" | https://")
                        .append(service.replace(" ", "-").toLowerCase(Locale.ROOT))
                        .append(".internal/health | 99.9% |\n");
                alerts.append("| ")
                        .append(service)
                        .append(" down | ")
                        .append(service)
                        .append(" down for 2 min | ")
                        .append(i % 4 == 0 ? "critical" : i % 4 == 1 ? "high" : "medium")
                        .append(" |\n");
            }
            md.append('\n');
        }
        md.append("## Metrics\n\n| Metric | Normal | Warning | Critical |\n|---|---|---|---|\n")
                .append(
                        "| CPU | < 60% | > 75% | > 90% |\n| Memory | < 70% | > 80% | > 95% |\n| Disk | < 75% | > 85% | > 95% |\n\n")
                .append("## Alerts\n\n| Alert | Condition | Severity |\n|---|---|---|\n")
                .append(alerts)
                .append('\n')
                .append("## API does not answer\n\n### Symptoms\n\n- 503\n\n### Solution\n\n1. Restart it\n");
        if (services < 40) {
            md.append("""

                    ## Architecture

                    ```mermaid
                    graph TD
                      L[Login] --> A[API]
                      A --> D[Database]
                      A --> C[Cache]
                      W[Worker] --> D
                      W --> M[Mail]
                      A --> S[Search]
                    ```
                    """);
        }
        String yaml = """
                metrics:
                  CPU: {json: {url: "https://metrics.internal/a", path: "$.cpu"}}
                  Memory: {json: {url: "https://metrics.internal/b", path: "$.memory"}}
                  Disk: {json: {url: "https://metrics.internal/c", path: "$.disk"}}
                """;
        Runbook runbook = RunbookReader.read(name, Map.of("runbook.md", md.toString(), "console.yaml", yaml));
        Target target = new Target(
                "production",
                "Production",
                Target.Kind.PRODUCTION,
                Map.of(),
                Map.of(),
                new Place("local shell", Path.of("/tmp"), true, Map.of(), null));
        send(new Event.Opened(SystemBoardFactory.open(runbook, List.of(target), 1, Trust.FULL, now)));
    }

    private void send(Event event) {
        board = Watch.next(
                        board, event, new EventContext(now, "desk", () -> new UUID(0, ids.incrementAndGet()), t -> t))
                .board();
    }
}
