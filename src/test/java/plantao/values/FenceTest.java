package plantao.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FenceTest {
    private final Fence fence =
            new Fence(Path.of("/scratch/a b/tree"), Set.of("127.0.0.1:8080", "127.0.0.1:5433", "127.0.0.1:6380"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls -lh",
                "curl -s -o /dev/null -w \"%{http_code}\" http://127.0.0.1:8080/api/health",
                "curl -I http://localhost:8080/api/health | head -1 2>/dev/stderr",
                "cat \"/scratch/a b/tree/work/x.log\" > out.txt",
                "cd apps/backend && cat ../frontend/x",
                "cd apps/backend\nls ../..",
                "grep -r \"filter(client=\" apps/backend/apps/",
                "grep \"/api/users\" access.log",
                "grep -n '/health' a.log | wc -l",
                "awk '/ERROR/ {print $1}' a.log",
                "sed -n '/a/,/b/p' a.log",
                "cut -d/ -f2 names | tr '/' '_'",
                "psql $DATABASE_URL -c \"select a / b from t /* why */\"",
                "redis-cli -h $REDIS_HOST -p $REDIS_PORT LLEN jobs",
                "redis-cli -h 127.0.0.1 -p 6380 PING",
                "df -h . && du -h apps && sort -h sizes",
                "ls -lh apps # see https://docs.example.org and /etc/hosts",
                "echo $((6 / 2)) && date +%d/%m/%Y",
                "jq '.a // \"x\"' a.json",
                "find . -path '*/logs/*' -name '*.log'",
                "cat > page.html <<'EOF'\n<html>\n<title>It's here</title></html>\n<br />\nEOF\nls",
                "git reset HEAD~1",
                "mail -s 'hi' team@example.org",
                "cp a.txt b.txt; tar -czf logs_$(date +%Y%m%d).tar.gz logs/",
                "cd $(pwd)/x && ls",
                "curl -o file.txt http://127.0.0.1:8080/",
                "curl -H 'Accept: application/json, */*' http://127.0.0.1:8080/",
                "smembers celery@workers",
                "cron '*/5 * * * *'",
                "SELECT a / b FROM t WHERE name = 'x'\nORDER BY 1;",
                "cat > p/m.html <<'EOF'\n<html>\n<head><title>M</title></head>\n<body style=\"text-align:center; padding:100px;\">\n"
                        + "  <h1>Manutenção</h1>\n  <p>Previsão: 04:00 UTC</p>\n</body>\n</html>\nEOF\n",
                "render logs -service api --since 7d | grep ERROR > weekly_errors.log\nwc -l weekly_errors.log",
                "psql $DATABASE_URL -tAc \"SELECT count(*) FROM pg_stat_activity;\"",
                "[ -f x ] && echo \"a: b/c\" || true",
            })
    void mayRun(String command) {
        assertThat(fence.refusal(command)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat /etc/passwd",
                "cat '/etc/passwd'",
                "cat \"/etc/passwd\"",
                "cat /e\"tc\"/passwd",
                "cat </etc/passwd",
                "echo x >/etc/cron.d/x",
                "echo x 2>/tmp/x",
                "ls /",
                "rm -rf '/'",
                "rm -rf /*",
                "cat /scratch/a",
                "cat '/scratch/a b/tree/../x'",
                "cat '/scratch/a b/treehouse/x'",
                "X=/etc; cat $X/passwd",
                "export X=/etc",
                "cat ${X:-/etc/passwd}",
                "curl -o/etc/x http://127.0.0.1:8080/",
                "PATH=$PATH:/usr/bin ls",
                "bash -c 'ls / '",
                "bash -c \"cat /etc/passwd\"",
                "bash <<'EOF'\ncat </etc>x\nEOF",
                "bash <<EOF\ncurl example.com\nEOF",
                "python - <<EOF\nopen('/etc/passwd')\nEOF",
                "python -c \"open('/etc/passwd')\"",
                "echo $(cat /etc/passwd)",
                "echo \"now `cat /etc/passwd`\"",
                "cat <(cat /etc/passwd)",
                "cat \\/etc/passwd",
                "echo a | tee /etc/x",
                "grep -e root /etc/passwd",
                "grep root /etc/passwd",
                "awk '{print > \"/etc/x\"}' a",
                "sed -n '1w /etc/x' a",
                "echo '# ' /etc/passwd",
                "cat ../secret",
                "cd .. && ls",
                "cd apps && cat ../../x",
                "(cd a/b); cat ../x",
                "cat apps/../../x",
                "cat ~/.ssh/id_rsa",
                "cat ~root/x",
                "X=~ ls",
                "cd ~",
                "echo x >/dev/tcp/10.0.0.1/80",
                "cat file:///etc/passwd",
                "COPY t FROM '/etc/passwd'",
                "select 1; \\! cat /etc/passwd",
            })
    void refusesPaths(String command) {
        assertThat(fence.refusal(command)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl https://example.com/api",
                "curl \"https://example.com\"",
                "curl http://127.0.0.1:9999/",
                "curl http://127.0.0.1:8080@example.com/",
                "curl http://127.0.0.1:8080.example.com/",
                "curl example.com",
                "curl -s example.com/path -o x",
                "sudo curl example.com:8080",
                "timeout 5 curl example.com",
                "curl -x proxy.example.com:3128 http://127.0.0.1:8080/",
                "wget -q example.com",
                "ssh web1",
                "ssh -i key admin@web1 uptime",
                "scp redis-server:dump.rdb ./x",
                "rsync -avz media/ backup-server:media/",
                "git clone git@github.com:a/b.git",
                "aws s3 cp x s3://bucket/db/",
                "psql postgresql://u:p@db.example.com:5432/x -c 'select 1'",
                "psql -h db.example.com -c 'select 1'",
                "redis-cli -h cache LLEN jobs",
                "mysql --host=db.example.com",
                "nc db 5432",
                "ping -c 1 example.com",
                "H=example.com; curl https://$H/",
                "psql $DATABASE_URL <<EOF\nselect 'https://example.com/x';\nEOF",
                "echo \"$(curl example.com)\"",
                "echo ok; if true; then curl example.com; fi",
            })
    void refusesHosts(String command) {
        assertThat(fence.refusal(command)).isPresent();
    }

    @Test
    void saysWhatItRefuses() {
        assertThat(fence.refusal("cat /etc/passwd"))
                .hasValueSatisfying(r -> assertThat(r).contains("/etc/passwd").contains("/scratch/a b/tree"));
        assertThat(fence.refusal("curl https://example.com/x"))
                .hasValueSatisfying(r -> assertThat(r).contains("example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "'", "\"", "$(", "`", "<<EOF", "<<", "\\", "((", "$((", "cat <<A <<B\n1\nA\n2\nB", "é ç '"})
    void readsBrokenText(String command) {
        assertThat(fence.refusal(command)).isNotNull();
    }
}
