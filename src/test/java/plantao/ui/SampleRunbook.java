package plantao.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantao.runbook.AlertRule;
import plantao.runbook.Bound;
import plantao.runbook.Checklist;
import plantao.runbook.Command;
import plantao.runbook.Comparison;
import plantao.runbook.Contact;
import plantao.runbook.Coverage;
import plantao.runbook.Diagram;
import plantao.runbook.Environment;
import plantao.runbook.Escalation;
import plantao.runbook.Maintenance;
import plantao.runbook.Metric;
import plantao.runbook.NotedLine;
import plantao.runbook.Origin;
import plantao.runbook.Phase;
import plantao.runbook.Playbook;
import plantao.runbook.PlaybookLink;
import plantao.runbook.Procedure;
import plantao.runbook.Risk;
import plantao.runbook.Runbook;
import plantao.runbook.Runner;
import plantao.runbook.Service;
import plantao.runbook.Settings;
import plantao.runbook.Step;
import plantao.runbook.Template;

/// The runbook of an imaginary shop, written in Portuguese.
public final class SampleRunbook {
    private SampleRunbook() {}

    static final String API = "API de pedidos";

    public static Runbook of(List<Service> services, List<Metric> metrics, List<AlertRule> alerts, Diagram diagram) {
        return new Runbook(
                "/srv/runbooks/loja",
                List.of("runbook.md"),
                Map.of("runbook.md", "# Runbook da Loja\n"),
                "Runbook da Loja",
                "Loja",
                "2.3",
                "2026-10-01",
                "Time de Plataforma",
                "pt",
                "c0ffee",
                services,
                List.of(),
                List.of(new Environment("Produção", List.of("https://loja.example"), at(12))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                metrics,
                alerts,
                List.of(),
                playbooks(),
                procedures(),
                checklists(),
                maintenance(),
                List.of(new Contact(
                        "SRE Lead",
                        "Rafael Lima",
                        "rafael@loja.example",
                        "+55 11 90000-0000",
                        "#plantao",
                        "24/7",
                        at(600))),
                escalation(),
                List.of(new Template(
                        "Post-mortem", "postmortem", null, List.of(), List.of("Resumo"), "# Incidente", at(700))),
                3600,
                900,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                diagram,
                Settings.NONE,
                List.of(),
                new Coverage(820, 700, 120));
    }

    public static Runbook full() {
        return of(services(), metrics(), alerts(), diagram());
    }

    static Origin at(int line) {
        return new Origin("runbook.md", line);
    }

    static List<Service> services() {
        return List.of(
                service("Site", "CDN", "99,9%", "Frontend", 31),
                        service("DNS", "Registro.br", "99,99%", "Frontend", 32),
                service(API, "Kubernetes", "99,9%", "Backend", 33),
                        service("Fila de e-mails", "Kubernetes", "99,5%", "Backend", 34),
                service("PostgreSQL", "Banco gerenciado", "99,9%", "Dados", 35),
                        service("Redis", "Cache gerenciado", "99,9%", "Dados", 36));
    }

    static Service service(String name, String provider, String sla, @Nullable String group, int line) {
        return new Service(name, provider, null, "Time de Plataforma", sla, group, at(line));
    }

    static List<Metric> metrics() {
        return List.of(
                metric("API · resposta", 95, "ms", 500, 1000, 3000, null, 60),
                metric("API · taxa de erro", null, "%", 0.5, 2, 5, null, 61),
                metric("Uso de CPU", null, "%", 70, 85, 95, null, 62),
                metric("Uso de memória", null, "%", 80, 90, 95, null, 63),
                metric("Conexões ao banco", null, null, 80, 90, 95, 100.0, 64),
                metric("Fila de e-mails", null, null, 50, 500, 1000, null, 65),
                metric("Espaço em disco", null, "%", 75, 85, 95, null, 66));
    }

    static Metric metric(
            String name,
            @Nullable Integer p,
            @Nullable String unit,
            double n,
            double w,
            double c,
            @Nullable Double of,
            int line) {
        return new Metric(
                name,
                p,
                null,
                null,
                bound(Comparison.BELOW, n, unit, of),
                bound(Comparison.ABOVE, w, unit, of),
                bound(Comparison.ABOVE, c, unit, of),
                at(line));
    }

    private static Bound bound(Comparison op, double value, @Nullable String unit, @Nullable Double of) {
        return new Bound(op, value, unit, of, op.sign() + " " + value);
    }

    static List<AlertRule> alerts() {
        PlaybookLink down = new PlaybookLink("4.1 API não responde (502/503/504)", at(300), "same service");
        PlaybookLink pool = new PlaybookLink("4.2 Conexões ao banco esgotadas", at(360), "same metric");
        return List.of(
                rule("API fora do ar", 1, "sem resposta por 2 min", null, API, 120, down, 170),
                rule("Conexões ao banco > 95", 1, "Conexões ao banco > 95", "Conexões ao banco", null, 60, pool, 174),
                rule("Taxa de erro > 5%", 1, "taxa de erro > 5% por 5 min", "API · taxa de erro", null, 300, down, 176),
                rule("Fila de e-mails > 1000", 2, "Fila de e-mails > 1000", "Fila de e-mails", null, 300, null, 180),
                rule("CPU > 95%", 2, "Uso de CPU > 95%", "Uso de CPU", null, 300, null, 182));
    }

    private static AlertRule rule(
            String name,
            int level,
            String text,
            @Nullable String metric,
            @Nullable String service,
            int hold,
            @Nullable PlaybookLink link,
            int line) {
        return new AlertRule(
                name,
                level == 1 ? "Crítico" : "Alto",
                level,
                text,
                metric,
                service,
                null,
                metric == null ? null : Comparison.ABOVE,
                null,
                null,
                hold,
                null,
                link,
                List.of(),
                at(line));
    }

    static Diagram diagram() {
        return new Diagram(
                List.of(
                        new Diagram.Node("site", "Site", "Frontend"), new Diagram.Node("api", API, "Backend"),
                        new Diagram.Node("mail", "Fila de e-mails", "Backend"),
                                new Diagram.Node("pg", "PostgreSQL", "Dados"),
                        new Diagram.Node("redis", "Redis", "Dados"), new Diagram.Node("smtp", "SMTP", "Externos")),
                List.of(
                        new Diagram.Edge("site", "api"),
                        new Diagram.Edge("api", "pg"),
                        new Diagram.Edge("api", "redis"),
                        new Diagram.Edge("mail", "redis"),
                        new Diagram.Edge("mail", "smtp"),
                        new Diagram.Edge("mail", "pg")));
    }

    private static List<Playbook> playbooks() {
        Step look = step(
                Phase.DIAGNOSIS,
                "Verificar o status do serviço",
                Risk.SAFE,
                "curl -sf https://api.loja.example/health",
                310);
        Step logs = step(Phase.DIAGNOSIS, "Ver os logs", Risk.SAFE, "kubectl logs deploy/api --tail 100", 316);
        Step back = step(
                Phase.RESOLUTION,
                "Se o deploy é recente, fazer rollback",
                Risk.DISRUPTIVE,
                "kubectl rollout undo deploy/api --to-revision {revisao}",
                330);
        return List.of(
                new Playbook(
                        "4.1 API não responde (502/503/504)",
                        "S1",
                        1,
                        900,
                        null,
                        List.of(new NotedLine("Site mostra “Erro ao conectar”", at(303))),
                        List.of(
                                new NotedLine("Deploy com erro", at(305)),
                                new NotedLine("Conexões ao banco esgotadas", at(306))),
                        List.of(look, logs, back),
                        List.of(),
                        at(300)),
                new Playbook(
                        "4.2 Conexões ao banco esgotadas",
                        "S2",
                        2,
                        1800,
                        null,
                        List.of(),
                        List.of(),
                        List.of(look),
                        List.of(),
                        at(360)));
    }

    private static List<Procedure> procedures() {
        return List.of(new Procedure(
                "6.1 Backup do banco",
                "backup",
                List.of(step(Phase.OTHER, "Copiar o banco", Risk.MUTATING, "pg_dump loja > loja.sql", 510)),
                null,
                at(505)));
    }

    static Step step(Phase phase, String title, Risk risk, String command, int line) {
        List<String> blanks = command.contains("{")
                ? List.of(command.substring(command.indexOf('{'), command.indexOf('}') + 1))
                : List.of();
        return new Step(
                null,
                phase,
                title,
                null,
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Command(command, "bash", Runner.SHELL, risk, false, List.of(), blanks, at(line))),
                at(line));
    }

    private static List<Checklist> checklists() {
        return List.of(new Checklist(
                "Início do plantão",
                List.of(),
                "shift-start",
                null,
                List.of(new Checklist.Item("Ler a passagem anterior", false, List.of(), List.of(), at(401))),
                List.of(),
                at(400)));
    }

    private static List<Maintenance> maintenance() {
        return List.of(
                new Maintenance("Manutenção preventiva semanal", "weekly", "segunda, 10:00", at(540)),
                new Maintenance("Backup diário do banco", "daily", "00:00 (03:00 UTC)", at(542)));
    }

    private static List<Escalation> escalation() {
        return List.of(new Escalation(
                null,
                "S1",
                List.of(
                        new Escalation.Rung("Plantonista assume", 0, "Plantonista"),
                        new Escalation.Rung("Chamar SRE Lead", 900, "SRE Lead"),
                        new Escalation.Rung("Chamar CTO", 1800, "CTO")),
                at(650)));
    }

    static Map<String, String> words(String en, String pt) {
        return Map.of("en", en, "pt", pt);
    }
}
