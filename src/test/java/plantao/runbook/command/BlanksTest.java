package plantao.runbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlanksTest {
    @ParameterizedTest
    @CsvSource({
        "kill -9 PID, PID",
        "ssh ops@SERVIDOR uptime, SERVIDOR",
        "kubectl get pods -n NAMESPACE, NAMESPACE",
        "kubectl delete pod POD-NAME, POD-NAME",
        "ping -c 3 PUBLISHER-HOSTNAME, PUBLISHER-HOSTNAME",
        "aws s3 ls s3://BUCKET_NAME/x, BUCKET_NAME",
        "docker logs CONTAINER_ID, CONTAINER_ID"
    })
    void nounsInCapitalsWaitForAValue(String command, String blank) {
        assertThat(Blanks.capitals(command)).containsExactly(blank);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis-cli CLUSTER INFO",
                "ps -o PID,CMD",
                "echo \"PRE-DEPLOYMENT CHECKLIST\"",
                "curl -H \"HOST: shop\" http://x",
                "kill -TERM 5",
                "grep HOST app.log",
                "psql -c \"SELECT VERSION()\"",
                "docker run -e HOST=x shop"
            })
    void otherCapitalsAreWhatTheyAre(String command) {
        assertThat(Blanks.capitals(command)).isEmpty();
    }

    @Test
    void markedBlanksAreTakenAsWritten() {
        assertThat(Blanks.placeholders("curl https://<host>:<porta>/x/{id}?d=YYYYMMDD -d {{job_id}} [nome]"))
                .isEqualTo(List.of("<host>", "<porta>", "{id}", "YYYYMMDD", "{{job_id}}", "[nome]"));
    }
}
