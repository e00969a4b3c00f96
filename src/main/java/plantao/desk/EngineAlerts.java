package plantao.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantao.alert.Alert;
import plantao.alert.Condition;
import plantao.alert.Rule;
import plantao.alert.Truth;
import plantao.journal.AlertMemory;
import plantao.journal.Detail;
import plantao.link.EngineAlert;
import plantao.runbook.AlertRule;
import plantao.runbook.Origin;
import plantao.runbook.Service;

/// Alerts of another program on the board: judged there, looked after here.
final class EngineAlerts {
    /// What the ids of such alerts begin with.
    static final String PREFIX = "alertmanager:";

    /// Who looks after an alert that was silenced there.
    private static final String THERE = "Alertmanager";

    private static final int MOST = 5000;

    private EngineAlerts() {}

    /// All that fires there now: what is new comes onto the board, what is gone has cleared.
    static Outcome told(Board board, Event.EngineAlertsRead e, EventContext stamp) {
        SystemBoard system = board.system(e.system()).orElse(null);
        if (system == null || system.runbook().settings().watch().links().alertmanager() == null) {
            return Outcome.of(board);
        }
        Map<String, AlertMemory> memories = board.journal().alerts(system.name());
        Map<String, Alert> before = new LinkedHashMap<>();
        List<Alert> alerts = new ArrayList<>();
        for (Alert alert : system.alerts()) {
            if (alert.rule().condition() instanceof Condition.Elsewhere) {
                before.put(alert.rule().id(), alert);
            } else {
                alerts.add(alert);
            }
        }
        EnginePlaybooks playbooks = new EnginePlaybooks(system.runbook());
        Map<String, Detail> happened = new LinkedHashMap<>();
        Set<String> there = new HashSet<>();
        ConditionJudgement judgement = new ConditionJudgement(system, stamp.now());
        for (EngineAlert told : e.alerts().subList(0, Math.min(MOST, e.alerts().size()))) {
            String id = PREFIX + told.fingerprint();
            if (!there.add(id)) {
                continue;
            }
            Alert known = before.get(id);
            if (known == null && told.suppressed() && !memories.containsKey(id)) {
                continue; // somebody looks after it there
            }
            Alert was = known == null
                    ? StateRestore.restored(Alert.of(rule(id, told, system, playbooks)), memories.get(id), stamp.now())
                    : known;
            Alert now = was.next(Truth.HOLDS, null, told.since(), stamp.now());
            AlertHandler.happened(was, now, judgement, stamp.now()).forEach(d -> happened.put(id, d));
            alerts.add(told.suppressed() ? now.acknowledged(THERE, stamp.now()) : loud(now));
        }
        before.forEach((id, alert) -> {
            if (!there.contains(id)) {
                Alert now = alert.next(Truth.FAILS, null, stamp.now(), stamp.now());
                AlertHandler.happened(alert, now, judgement, stamp.now()).forEach(d -> happened.put(id, d));
                if (now.active()) {
                    alerts.add(now);
                }
            }
        });
        forgotten(memories, before.keySet(), there, stamp.now(), happened);
        Outcome outcome =
                Outcome.of(alerts.equals(system.alerts()) ? board : board.with(e.system(), s -> s.withAlerts(alerts)));
        for (Map.Entry<String, Detail> each : happened.entrySet()) {
            outcome = outcome.then(b -> LogHandler.record(b, stamp, e.system(), each.getKey(), each.getValue()));
        }
        return outcome;
    }

    /// Looked after by nobody any more when what kept it quiet there has ended.
    private static Alert loud(Alert alert) {
        return alert.state() instanceof Alert.State.Acknowledged a && a.by().equals(THERE) ? alert.again() : alert;
    }

    /// What fired when the console was last open and has cleared since.
    private static void forgotten(
            Map<String, AlertMemory> memories,
            Set<String> before,
            Set<String> there,
            Instant now,
            Map<String, Detail> happened) {
        memories.forEach((id, memory) -> {
            if (id.startsWith(PREFIX) && memory.cleared() == null && !before.contains(id) && !there.contains(id)) {
                String name = id.substring(PREFIX.length());
                happened.put(
                        id,
                        new Detail.AlertCleared(
                                id, name, Duration.between(memory.since(), now).toMillis()));
            }
        });
    }

    private static Rule rule(String id, EngineAlert told, SystemBoard system, EnginePlaybooks playbooks) {
        Map<String, String> labels = told.labels();
        String severity = labels.get("severity");
        String instance = labels.getOrDefault("instance", labels.getOrDefault("service", labels.get("job")));
        String summary =
                told.annotations().getOrDefault("summary", told.annotations().getOrDefault("description", ""));
        return new Rule(
                id,
                new Condition.Elsewhere(THERE, labels),
                Duration.ZERO,
                new AlertRule(
                        instance == null ? told.name() : told.name() + " · " + instance,
                        severity,
                        level(severity),
                        summary.isBlank() ? THERE : summary.strip() + " (" + THERE + ")",
                        null,
                        service(labels, system),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        playbooks.of(told),
                        List.of(),
                        new Origin("", 0)));
    }

    /// The service that a label names.
    private static @Nullable String service(Map<String, String> labels, SystemBoard system) {
        for (String label : EngineSilences.ABOUT) {
            String value = labels.get(label);
            for (Service service : system.runbook().services()) {
                if (value != null && Dependencies.sameName(value, service.name())) {
                    return service.name();
                }
            }
        }
        return null;
    }

    /// The words that are usual for the label `severity`; 3 for all others.
    static int level(@Nullable String severity) {
        return switch (severity == null ? "" : severity.toLowerCase(java.util.Locale.ROOT)) {
            case "critical", "page", "emergency", "fatal", "p1", "sev1", "sev-1", "1", "disaster" -> 1;
            case "error", "high", "major", "p2", "sev2", "sev-2", "2" -> 2;
            case "info", "informational", "none", "low", "p4", "sev4", "sev-4", "4" -> 4;
            default -> 3;
        };
    }
}
