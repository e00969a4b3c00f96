package plantao.runbook.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.runbook.Risk;

class RisksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme logs -app shop --tail 50",
                "acme deploys list -service shop",
                "acme env get TOKEN -service shop",
                "curl -I https://x.org/health",
                "docker compose ps",
                "kubectl get events -n shop | grep -i \"scale\"",
                "kubectl logs deploy/api | grep -A5 run",
                "docker stats --no-stream",
                "grep -i \"restart\\|drop\" app.log",
                "psql $DB -c \"SELECT count(*) FROM t WHERE n > 100;\"",
                "redis-cli -h $H LLEN jobs",
                "jq '.[] | select(.n > 1.0)' a.json",
                "/opt/ops/restore.sh --list",
                "./scripts/monitor.sh",
                "npm run backup:verify",
                "npm run db:migrate:dry-run",
                "python app.py showmigrations",
                "git log --oneline",
                "acme queue list --all",
                "acme routes --errors --since 10m",
                "orcctl status 2>&1 | grep -i node",
                "for h in a b; do filactl ver $h; done",
                "X=$(acme token)",
                "cat <<EOF\nrelaunch the node\nEOF",
                "dmesg -T | tail",
                "$TOOLS/ctl status web",
                "$JAVA_HOME/bin/jstack 1",
                "/usr/bin/tail -n 5 /var/log/x",
                "$KUBECTL get pods",
                "for f in $LOGS/*.log; do tail -n 2 $f; done",
                "openssl s_client -connect x.org:443 < /dev/null 2>/dev/null",
                "make logs",
                "npm run diagnose:latency",
                "pnpm --filter @acme/api run smoke:flow",
                "poetry run python -m app.queue status",
                "cargo run -- list"
            })
    void reading(String command) {
        assertThat(risk(command)).isEqualTo(Risk.SAFE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pg_dump $URL -f a.dump",
                "gzip a.dump",
                "aws s3 cp a s3://b/c",
                "git pull origin main",
                "docker build -t x .",
                "acme env list > secrets.txt",
                "pip install --upgrade pip",
                "uv run python manage.py import_rates",
                "./scripts/backup.sh",
                "echo hi | mail -s subject a@b.org",
                "redis-cli BGSAVE",
                "./unknown.sh",
                "acme users --add bob",
                "acme shards add --count 2",
                "acme replay --since 1h",
                "cd /srv && filactl nova",
                "$TOOLS/ctl refrescar web",
                "${TOOLS}/ctl nova",
                "\"$TOOLS/ctl\" nova",
                "\"$TOOLS\"/ctl nova",
                "~/bin/ctl nova",
                "$CTL nova web",
                "cd /srv && ./ctl nova",
                "for s in a b; do /opt/x/ctl nova $s; done",
                "cat list | xargs -n1 /opt/x/ctl nova"
            })
    void changing(String command) {
        assertThat(risk(command)).isEqualTo(Risk.MUTATING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme rollback -service shop",
                "acme restart -service shop",
                "$TOOLS/ctl restart web",
                "~/bin/ctl rollback web",
                "acme env set A=1 -service shop",
                "acme env unset A -service shop",
                "acme suspend -service shop",
                "coldctl move --from F12 --to F19",
                "catracactl liberar --estacao Central",
                "acme promote {deployment_url}",
                "acme --prod",
                "make up",
                "python -m app.tenants reassign a b",
                "acme swap-tenant 42",
                "sudo -u ops orcctl relaunch node-1",
                "if true; then orcctl swap; fi",
                "go run ./cmd/rebuild",
                "make worker-down",
                "docker update --memory 1g shop",
                "docker compose restart app",
                "docker-compose -f a.yml down",
                "docker compose up -d --scale worker=3",
                "kubectl -n shop rollout restart deploy/api",
                "kubectl get deploy api -o yaml | kubectl replace -f -",
                "systemctl stop nginx",
                "git push origin main",
                "acme run \"python app.py migrate\"",
                "sudo ntpdate time.example.org",
                "curl -X POST https://x.org/enable-fallback",
                "psql $DB -c \"CREATE INDEX i ON t (a);\"",
                "curl -fsSL https://x.org/setup | sudo -E bash -"
            })
    void interrupting(String command) {
        assertThat(risk(command)).isEqualTo(Risk.DISRUPTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rm -rf /data",
                "find logs/ -mtime +7 -delete",
                "redis-cli -h $H DEL jobs",
                "docker compose exec cache redis-cli FLUSHALL",
                "docker volume prune -f",
                "psql $DB -c \"DROP SCHEMA public CASCADE;\"",
                "pg_restore -d $DB a.dump",
                "./scripts/backup.sh restore latest",
                "kubectl delete pod x",
                "npm run backup:cleanup",
                "acme run \"python app.py migrate shop 0012\"",
                "git reset --hard HEAD~1",
                "coldctl discard --freezer F12 --confirm"
            })
    void losing(String command) {
        assertThat(risk(command)).isEqualTo(Risk.DESTRUCTIVE);
    }

    /// What operators type, each line with its risk as people labelled it.
    @Test
    void asPeopleLabelledThem() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        labelled()
                .forEach(parts -> softly.assertThat(risk(parts[1])).as(parts[1]).isEqualTo(Risk.valueOf(parts[0])));
        softly.assertAll();
    }

    @Test
    void whateverStandsThereHasARisk() throws IOException {
        String[] pieces = {
            "\"",
            "'",
            "`",
            "$(",
            ")",
            "(",
            "<<",
            "<<<",
            ">",
            "|",
            "&",
            ";",
            "\\",
            "{",
            "}",
            "\n",
            "--",
            "case x in",
            "\0"
        };
        Random random = new Random(7);
        for (String[] parts : labelled()) {
            StringBuilder text = new StringBuilder(parts[1]);
            for (int i = 0; i < 6; i++) {
                text.insert(random.nextInt(text.length() + 1), pieces[random.nextInt(pieces.length)]);
                assertThat(risk(text.toString())).isNotNull();
            }
        }
        assertThat(risk("$(".repeat(5_000) + "ls")).isNotNull();
        assertThat(risk("psql -c \"select '" + "x''".repeat(50_000) + "'\"")).isEqualTo(Risk.SAFE);
    }

    private static List<String[]> labelled() throws IOException {
        try (InputStream in = RisksTest.class.getResourceAsStream("/plantao/runbook/commands.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" +", 2))
                    .toList();
        }
    }

    @Test
    void looksAtInputsAndAtWhatCommentsTellToType() {
        assertThat(Risks.ofShell("python app.py shell", List.of("A.objects.all().delete()"), List.of()))
                .isEqualTo(Risk.DESTRUCTIVE);
        assertThat(Risks.ofShell("python app.py dbshell", List.of(), List.of("CREATE INDEX i ON t (a);")))
                .isEqualTo(Risk.DISRUPTIVE);
        assertThat(Risks.ofShell("psql", List.of("SELECT 1;"), List.of("look at it")))
                .isEqualTo(Risk.SAFE);
    }

    private static Risk risk(String command) {
        return Risks.ofShell(command, List.of(), List.of());
    }
}
