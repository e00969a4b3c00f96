package plantao;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plantao.alert.Alert;
import plantao.alert.Health;
import plantao.desk.ServiceTile;
import plantao.desk.SystemBoard;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.probe.Reading;

/// How a system stood when its log was last written to: which services were down, which alerts fired. Pure.
final class LastKnownState {
    private final Map<String, Health> services = new HashMap<>();
    private final Map<String, Alert.State> alerts = new HashMap<>();

    private LastKnownState() {}

    /// The system with what these entries say of it; what they are silent about stays unknown.
    static SystemBoard of(SystemBoard system, List<Entry> entries) {
        LastKnownState known = new LastKnownState();
        entries.stream().filter(e -> e.system().equals(system.name())).forEach(known::add);
        return system.withServices(system.services().stream().map(known::tile).toList())
                .withAlerts(system.alerts().stream().map(known::alert).toList());
    }

    private void add(Entry entry) {
        switch (entry.detail()) {
            case Detail.ServiceDown d -> {
                Reading down = new Reading.Down("", d.since(), Duration.ZERO, d.reason(), "");
                services.put(d.service(), new Health(Health.State.DOWN, d.since(), 0, 1, down, d.since()));
            }
            case Detail.ServiceUp u -> {
                Reading up = new Reading.Up("", entry.at(), Duration.ZERO, null, u.answer());
                services.put(u.service(), new Health(Health.State.UP, entry.at(), 1, 0, up, null));
            }
            case Detail.AlertFired f -> alerts.put(f.alert(), new Alert.State.Firing(f.since(), entry.at()));
            case Detail.AlertAcknowledged a -> {
                if (alerts.get(a.alert()) instanceof Alert.State.Firing(Instant since, Instant fired)) {
                    alerts.put(a.alert(), new Alert.State.Acknowledged(since, fired, entry.operator(), entry.at()));
                }
            }
            case Detail.AlertCleared c -> alerts.remove(c.alert());
            default -> {}
        }
    }

    private ServiceTile tile(ServiceTile t) {
        Health health = services.getOrDefault(t.name(), t.health());
        return new ServiceTile(t.service(), t.probe(), health, t.latency(), t.uptime(), t.needs(), t.cause());
    }

    private Alert alert(Alert a) {
        return new Alert(a.rule(), alerts.getOrDefault(a.rule().id(), a.state()), a.measured());
    }
}
