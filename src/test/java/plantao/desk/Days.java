package plantao.desk;

import java.util.List;
import java.util.UUID;
import plantao.journal.Detail;
import plantao.runbook.Phase;
import plantao.runbook.Risk;

/// One shift on each of the bundled examples that [OuvifyDay] does not tell.
final class Days {
    private static final UUID FIRST = new UUID(0, 3);
    private static final UUID SECOND = new UUID(0, 4);

    private Days() {}

    /// A queue that grew and was worked off by more workers; a disk that is kept quiet until the evening.
    static Day videos() {
        Day day = new Day("tecnicocursos", "2026-11-24", "Ana Prado");
        String queue = "Render Queue Congestionada";
        String disk = "Disk Usage > 80%";
        day.shift("11:00:00", day.time("19:00:00"))
                .tick("11:06:00", "Diária", 0, null)
                .tick("11:08:00", "Diária", 1, "nenhum ERROR desde ontem")
                .tick("11:10:00", "Diária", 2, null)
                .fired("13:02:00", queue, 2, "Jobs pendentes > 100", "140", "13:01:00", 143)
                .acknowledged("13:04:00", queue, 110)
                .incident("13:05:00", queue, 2, "13:01:00", queue, List.of("Render Worker"))
                .opened("13:06:00", FIRST, queue, 143, null)
                .ran(
                        "13:07:00",
                        FIRST,
                        0,
                        "Ler o log do worker",
                        Phase.RESOLUTION,
                        Risk.SAFE,
                        "docker compose logs worker",
                        0,
                        1200)
                .ran(
                        "13:09:00",
                        FIRST,
                        1,
                        "Interrogar o Redis",
                        Phase.RESOLUTION,
                        Risk.SAFE,
                        "docker compose exec redis redis-cli INFO",
                        0,
                        850)
                .at("13:12:00", new Detail.Note("Lote de 400 renders entrou às 12:55; um worker só não dá conta."))
                .opened("13:15:00", SECOND, "Escalar Workers", 236, "scale")
                .ran(
                        "13:15:30",
                        SECOND,
                        0,
                        "Subir para três workers",
                        Phase.RESOLUTION,
                        Risk.DISRUPTIVE,
                        "docker compose up -d --scale worker=3",
                        0,
                        4000)
                .at("13:16:00", new Detail.RunEnded(SECOND, "Escalar Workers"))
                .cleared("13:31:00", queue, 1800)
                .at("13:32:00", new Detail.IncidentResolved(Day.INCIDENT))
                .at("13:33:00", new Detail.IncidentClosed(Day.INCIDENT, ""));
        String files = day.item("Semanal", 2);
        return day.at(
                        "14:10:00",
                        new Detail.ItemDeferred(
                                Day.SHIFT, "Semanal", files, 289, "depois do pico de renders", day.time("22:00:00")))
                .at("14:11:00", new Detail.ItemAssigned(Day.SHIFT, "Semanal", files, 289, "Ana Prado"))
                .fired("15:20:00", disk, 3, disk, "82 %", "15:20:00", 167)
                .acknowledged("15:24:00", disk, 240)
                .silenced("15:25:00", disk, day.time("21:00:00"), "limpeza marcada para a noite")
                .fires(disk, "Disk Usage", 82, "15:20:00", "15:24:00")
                .up(List.of("Next.js App", "Supabase", "Redis", "Render Worker"));
    }

    /// A database that is down when the shift ends, and nobody was called in.
    static Day database() {
        Day day = new Day("engflow", "2026-11-25", "Bruno Sá");
        String down = "Database Down";
        String title = "Database Connection Failed";
        return day.shift("10:00:00", day.time("18:00:00"))
                .tick("11:02:00", "Manhã (08:00)", 0, null)
                .tick("11:03:00", "Manhã (08:00)", 1, "API Response Time 212 ms")
                .tick("11:03:10", "Manhã (08:00)", 2, "Database Connections 41 %")
                .tick("11:06:00", "Manhã (08:00)", 4, null)
                .at("17:20:40", new Detail.ServiceDown("Database", "HTTP 503", day.time("17:20:10")))
                .fired("17:21:20", down, 1, "conexão perdida", null, "17:20:10", 192)
                .incident("17:22:00", title, 1, "17:20:10", down, List.of("Database", "Aplicação"))
                .acknowledged("17:23:20", down, 120)
                .opened("17:24:00", FIRST, title, 237, null)
                .ran(
                        "17:25:00",
                        FIRST,
                        0,
                        "Bater na API do banco",
                        Phase.DIAGNOSIS,
                        Risk.SAFE,
                        "curl -X GET 'https://abcd.supabase.co/rest/v1/'",
                        22,
                        15_000)
                .at("17:26:00", new Detail.SymptomMarked(FIRST, "As APIs devolvem erro 500", true))
                .at(
                        "17:28:00",
                        new Detail.StepDone(
                                FIRST,
                                2,
                                "Temporária: Fazer a aplicação gravar no localStorage do navegador",
                                Phase.RESOLUTION))
                .at("17:31:00", new Detail.Note("A Supabase abriu incidente na região às 17:28."))
                .fires(down, "17:21:20", "17:23:20")
                .down("Database", "17:20:10", "HTTP 503");
    }

    /// A quiet night but for one restart, and an alert that asks for a better limit.
    static Day messages() {
        Day day = new Day("sms-gateway", "2026-11-26", "Carla Nunes");
        String memory = "Memory usage > 80%";
        String down = "Aplicação fora do ar";
        day.shift("02:00:00", day.time("10:00:00"));
        memory(day, memory, "03:10:00", "81 %", "03:11:00", "03:20:00", 600);
        memory(day, memory, "04:30:00", "82 %", "04:31:00", "04:38:00", 480);
        memory(day, memory, "05:30:00", "84 %", "05:31:00", "05:40:00", 600);
        return day.at("06:10:20", new Detail.ServiceDown("Aplicação", "GET /api/health → 502", day.time("06:10:10")))
                .fired("06:11:20", down, 1, "o health check falha", null, "06:10:10", 219)
                .acknowledged("06:12:00", down, 40)
                .incident("06:12:30", down, 1, "06:10:10", down, List.of("Aplicação"))
                .opened("06:13:00", FIRST, "Aplicação Fora do Ar", 26, null)
                .ran(
                        "06:14:00",
                        FIRST,
                        0,
                        "Ver se todos os containers estão de pé",
                        Phase.DIAGNOSIS,
                        Risk.SAFE,
                        "docker-compose -f docker-compose.prod.yml ps",
                        1,
                        2000)
                .ran(
                        "06:16:00",
                        FIRST,
                        4,
                        "Reiniciar só a aplicação",
                        Phase.RESOLUTION,
                        Risk.DISRUPTIVE,
                        "docker-compose -f docker-compose.prod.yml restart web",
                        0,
                        12_000)
                .at("06:18:00", new Detail.ServiceUp("Aplicação", "200", 470_000))
                .cleared("06:18:00", down, 470)
                .at("06:19:30", new Detail.IncidentResolved(Day.INCIDENT))
                .at("06:20:00", new Detail.IncidentClosed(Day.INCIDENT, ""))
                .up(List.of("Aplicação", "PostgreSQL", "Redis", "Nginx"));
    }

    private static void memory(
            Day day, String name, String fired, String value, String seen, String cleared, long lasted) {
        day.fired(fired, name, 2, name, value, fired, 229)
                .acknowledged(seen, name, 60)
                .cleared(cleared, name, lasted);
    }

    /// A new version that did not come up and was taken back; a certificate nobody has looked at yet.
    static Day release() {
        Day day = new Day("sparkone", "2026-11-27", "Diego Reis");
        String down = "Service Down";
        String certificate = "SSL Certificate";
        String update = "Atualização de Aplicação";
        String compose = "docker-compose -f docker-compose.prod.yml ";
        return day.shift("12:00:00", day.time("20:00:00"))
                .opened("14:00:00", FIRST, update, 215, "update")
                .ran(
                        "14:02:00",
                        FIRST,
                        0,
                        "Guardar um backup antes de mexer",
                        Phase.RESOLUTION,
                        Risk.SAFE,
                        "/opt/sparkone/ops/backup.sh",
                        0,
                        21_000)
                .ran(
                        "14:05:00",
                        FIRST,
                        4,
                        "Pôr a versão no ar",
                        Phase.RESOLUTION,
                        Risk.DISRUPTIVE,
                        compose + "up -d",
                        0,
                        30_000)
                .ran(
                        "14:10:00",
                        FIRST,
                        5,
                        "Dar tempo de subir e consultar o health check",
                        Phase.RESOLUTION,
                        Risk.SAFE,
                        "curl -s http://localhost:8000/health",
                        7,
                        30_000)
                .at("14:11:00", new Detail.RunEnded(FIRST, update))
                .fired("14:13:00", down, 1, "o health check falha", null, "14:12:00", 346)
                .acknowledged("14:14:00", down, 60)
                .incident("14:15:00", "API fora do ar depois do deploy", 1, "14:12:00", down, List.of("API"))
                .at("14:18:00", new Detail.Note("A migração 0042 não terminou; a versão nova não sobe sem ela."))
                .opened("14:20:00", SECOND, "Rollback Rápido", 279, "rollback")
                .ran(
                        "14:21:00",
                        SECOND,
                        0,
                        "Derrubar todos os serviços",
                        Phase.RESOLUTION,
                        Risk.DISRUPTIVE,
                        compose + "down",
                        0,
                        9_000)
                .ran(
                        "14:28:00",
                        SECOND,
                        2,
                        "Montar a imagem de novo e subir",
                        Phase.RESOLUTION,
                        Risk.DISRUPTIVE,
                        compose + "up -d",
                        0,
                        48_000)
                .at("14:30:00", new Detail.RunEnded(SECOND, "Rollback Rápido"))
                .cleared("14:30:30", down, 1080)
                .at("14:31:00", new Detail.IncidentResolved(Day.INCIDENT))
                .at("14:32:00", new Detail.IncidentClosed(Day.INCIDENT, ""))
                .fired("18:40:00", certificate, 2, "o certificado expira em 30 dias", "21 days", "18:40:00", 347)
                .fires(certificate, "SSL Certificate", 21, "18:40:00", null)
                .up(List.of("API", "PostgreSQL", "Redis", "Prometheus", "Traefik"));
    }
}
