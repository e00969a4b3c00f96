package plantao.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.runbook.Command;
import plantao.runbook.Origin;
import plantao.runbook.Phase;
import plantao.runbook.Risk;
import plantao.runbook.Runner;
import plantao.runbook.Step;

/// Which commands print secrets, by general signs.
final class DisclosureTest {
    private static final Origin LINE = new Origin("runbook.md", 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env",
                "env | sort",
                "printenv",
                "printenv DATABASE_URL",
                "export -p",
                "set",
                "declare -px",
                "cat .env",
                "cat /srv/app/.env.production",
                "sudo cat /etc/app/.env | head -5",
                "grep DB_ .env",
                "head -3 ~/.aws/credentials",
                "cat ~/.kube/config",
                "cat /proc/1/environ | tr '\\0' '\\n'",
                "cat server.key",
                "cat /run/secrets/db",
                "sometool env get DATABASE_URL",
                "sometool env list --service web",
                "sometool env:list",
                "sometool config:get SECRET_KEY",
                "sometool get secret db -o yaml",
                "kubectl get secret db -o jsonpath='{.data.password}' | base64 -d",
                "cloud auth print-access-token",
                "hub auth token",
                "cloud secretsmanager get-secret-value --secret-id x",
                "cloud ssm get-parameter --name x --with-decryption",
                "registry get-login-password",
                "doppler secrets",
                "vault kv get secret/app",
                "pass show ops/db",
                "op read op://vault/db/password",
                "sops -d secrets.enc.yaml",
                "gpg --decrypt backup.gpg",
                "echo $SECRET_KEY",
                "echo \"url: ${DATABASE_URL}\"",
                "echo \"$(sometool secrets get db)\"",
                "docker exec web env",
                "docker compose exec web printenv | grep DB",
                "kubectl exec pod -- env",
                "ssh host 'cat /srv/.env'",
                "sh -c \"printenv\"",
                "sometool ssh web \"cat .env\"",
                "docker inspect web",
                "docker compose config",
                "openssl rand -hex 32",
                "python3 -c \"import secrets; print(secrets.token_urlsafe(50))\"",
                "python -c \"import os; print(os.environ['SECRET_KEY'])\"",
                "node -e \"console.log(process.env)\"",
                "curl -s -X POST https://api.example.org/api/token/ -d '{}'",
                "redis-cli CONFIG GET requirepass",
                "psql -c \"select email, password from users\"",
                "history",
                "curl -s https://api.example.org/x   # secret-output"
            })
    void theirOutputIsNeverKept(String command) {
        assertThat(Disclosure.of(step(command), List.of())).as(command).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls -la .env",
                "cp .env.example .env",
                "cat .env.example",
                "env DEBUG=1 python manage.py check",
                "NODE_ENV=production npm run build",
                "export DATABASE_URL=x",
                "set -euo pipefail",
                "source .env",
                "docker compose --env-file .env up -d",
                "kubectl get pods -n prod",
                "kubectl get events",
                "kubectl describe pod web",
                "docker ps",
                "docker inspect --format '{{.State.Status}}' web",
                "docker compose config --services",
                "docker compose logs -f web",
                "curl -s -o /dev/null -w '%{http_code}' https://api.example.org/login",
                "curl -s -H \"Authorization: Bearer $TOKEN\" https://api.example.org/health",
                "curl https://api.example.org/status",
                "psql $DATABASE_URL -c 'select count(*) from pg_stat_activity'",
                "redis-cli -u $REDIS_URL LLEN jobs",
                "redis-cli CONFIG GET maxmemory",
                "redis-cli INFO memory",
                "echo \"set: ${DATABASE_URL:+yes}\"",
                "echo $HOSTNAME",
                "git log --oneline -5",
                "git show HEAD",
                "sometool env set DEBUG=1",
                "sometool logs --tail 100",
                "sometool services list",
                "tail -100 /var/log/app.log",
                "grep -c ERROR app.log",
                "python manage.py showmigrations",
                "openssl x509 -in cert.pem -noout -dates",
                "openssl s_client -connect h:443",
                "systemctl status nginx",
                "df -h",
                "cat /proc/meminfo",
                "export TOKEN=$(sometool auth token)",
                "./restart.sh secrets-worker"
            })
    void theirOutputIsEvidence(String command) {
        assertThat(Disclosure.of(step(command), List.of())).as(command).isFalse();
    }

    @Test
    void aTextOfConsoleYamlMarksWhatNoSignTells() {
        assertThat(Disclosure.of(step("./show-everything --all"), List.of("show-everything")))
                .isTrue();
    }

    @Test
    void aNoteOfTheRunbookMarksItsStep() {
        Step noted = new Step(
                null,
                Phase.DIAGNOSIS,
                "Look",
                null,
                false,
                null,
                List.of("secret-output"),
                List.of(),
                List.of(),
                step("./look").commands(),
                LINE);

        assertThat(Disclosure.of(noted, List.of())).isTrue();
    }

    private static Step step(String command) {
        return new Step(
                null,
                Phase.DIAGNOSIS,
                "Look",
                null,
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Command(command, "bash", Runner.SHELL, Risk.SAFE, false, List.of(), List.of(), LINE)),
                LINE);
    }
}
