package plantao.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.List;
import java.util.stream.Stream;

/// Which library is known where.
final class Libraries {
    private Libraries() {}

    static Stream<Wall> walls() {
        return Stream.of(
                only(
                        "JavaFX",
                        List.of("ui.", "Main", "WindowedConsole", "Bench"),
                        List.of("javafx..", "com.sun.javafx.."),
                        "desk.KnowsJavaFx"),
                runLater(),
                only(
                        "jdbi and Flyway",
                        List.of("store."),
                        List.of("org.jdbi..", "org.flywaydb..", "org.h2.."),
                        "desk.KnowsJdbi"),
                only(
                        "SQL",
                        List.of("store.", "practice.", "probe.Sql*", "playbook.Sql*"),
                        List.of("java.sql..", "javax.sql..", "org.postgresql.."),
                        "probe.KnowsSql"),
                only(
                        "OkHttp",
                        List.of("probe.", "link.", "playbook.Http*"),
                        List.of("okhttp3..", "okio.."),
                        "playbook.KnowsOkHttp"),
                only(
                        "the Redis client",
                        List.of("probe.", "practice."),
                        List.of("redis.clients.."),
                        "store.KnowsRedis"),
                only(
                        "terminals",
                        List.of("playbook.Shell*"),
                        List.of("com.pty4j..", "com.sun.jna.."),
                        "desk.KnowsTerminals"),
                only("CommonMark", List.of("runbook.", "export."), List.of("org.commonmark.."), "desk.KnowsMarkdown"),
                only("the command-line parser", List.of("cli.", "Main"), List.of("picocli.."), "desk.KnowsPicocli"));
    }

    private static Wall only(String library, List<String> places, List<String> packages, String caught) {
        String[] names = packages.toArray(String[]::new);
        return Wall.of(
                library + " only in " + String.join(", ", places),
                house -> noClasses()
                        .that(not(house.of(places)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(names),
                caught);
    }

    /// One class crosses to the JavaFX thread, conflated; calls and method references alike.
    private static Wall runLater() {
        return Wall.of(
                "Platform.runLater only in ui.fx.Latest",
                house -> noClasses()
                        .that(not(house.of(List.of("ui.fx.Latest"))))
                        .should()
                        .accessTargetWhere(JavaAccess.Predicates.target(
                                        AccessTarget.Predicates.declaredIn("javafx.application.Platform"))
                                .and(JavaAccess.Predicates.target(
                                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(
                                                "runLater")))),
                "ui.RunsLater");
    }
}
