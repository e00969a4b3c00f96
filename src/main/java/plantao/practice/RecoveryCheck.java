package plantao.practice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import plantao.practice.blueprint.Scenario.Mended;
import plantao.practice.command.BoundSql;
import plantao.practice.process.Launch;

/// Asks the stack whether a scenario's trouble is over.
record RecoveryCheck(ProcessFleet fleet, Launch.Servers servers) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    boolean holds(Mended mended) {
        String sql = mended.sql();
        try {
            return sql == null
                    ? answers(mended)
                    : BoundSql.run(servers, sql, Map.of()).strip().equals(mended.is());
        } catch (IOException | SQLException e) {
            return false; // what does not answer is not mended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean answers(Mended mended) throws IOException, InterruptedException {
        String process = mended.process() == null ? "" : mended.process();
        URI address = URI.create("http://127.0.0.1:" + fleet.unit(process).port() + mended.path());
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == mended.status()
                    && (mended.contains() == null || answer.body().contains(mended.contains()));
        }
    }
}
