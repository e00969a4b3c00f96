package plantao.ui.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plantao.desk.Event;
import plantao.journal.Detail;
import plantao.journal.Entry;
import plantao.journal.Incident;
import plantao.ui.fx.UiContext;
import plantao.ui.papers.Papers;
import plantao.ui.papers.Screens;

class IncidentsViewTest {
    private final Papers papers = Papers.with(Papers.outage());

    private Incident incident() {
        return papers.board().journal().incident(Papers.INCIDENT).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR"})
    void everyEntryIsTold(String language) {
        UiContext desktop = papers.desktop(Locale.forLanguageTag(language));
        TimelineWords telling = new TimelineWords(desktop.texts(IncidentsView.class), desktop.figures());
        List<TimelineItem> told =
                papers.board().journal().entries().stream().map(telling::of).toList();
        assertThat(told)
                .hasSize(15)
                .allSatisfy(h -> assertThat(h.lead() + h.text()).isNotBlank());
        assertThat(told)
                .filteredOn(TimelineItem::bad)
                .singleElement()
                .satisfies(h -> assertThat(h.text()).isEqualTo("forno deploy rollback --to b07de51 --wait"))
                .satisfies(h -> assertThat(h.about()).contains("2 connections refused"));
    }

    /// What the board ticked by itself stands in the timeline of an incident too.
    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR"})
    void anItemThatTickedItselfIsTold(String language) {
        UiContext desktop = papers.desktop(Locale.forLanguageTag(language));
        TimelineWords telling = new TimelineWords(desktop.texts(IncidentsView.class), desktop.figures());
        Entry like = papers.board().journal().entries().getFirst();
        Entry told = new Entry(
                like.id(),
                like.at(),
                like.operator(),
                like.device(),
                like.system(),
                "",
                new Detail.ItemTold(Papers.INCIDENT, "Start of shift", "Health checks OK", 24, "3/3"));
        assertThat(telling.of(told).text()).isEqualTo("Health checks OK");
        assertThat(telling.of(told).lead()).isNotBlank();
    }

    @Test
    void theFiguresComeFromTheLog() {
        assertThat(FactsBar.acknowledged(incident())).contains(Duration.ofSeconds(61));
        assertThat(FactsBar.mitigated(incident())).contains(Duration.ofSeconds(95 * 14));
    }

    @Test
    void theDraftFollowsTheLogUntilSomebodyWrites() {
        Postmortem postmortem = new Postmortem();
        assertThat(postmortem.next(incident(), "", () -> "one", papers.board().now()))
                .contains("one");
        papers.send(new Event.AddNote(papers.system(), "a note"));
        assertThat(postmortem.next(
                        incident(), "one", () -> "two", papers.board().now()))
                .contains("two");
        assertThat(postmortem.dirty("two and mine")).isTrue();
        papers.send(new Event.AddNote(papers.system(), "another"));
        assertThat(postmortem.next(
                        incident(),
                        "two and mine",
                        () -> "three",
                        papers.board().now()))
                .isEmpty();
        papers.send(new Event.SavePostmortem(Papers.INCIDENT, "two and mine"));
        assertThat(postmortem.next(
                        incident(),
                        "two and mine",
                        () -> "three",
                        papers.board().now()))
                .isEmpty();
        assertThat(postmortem.dirty("two and mine")).isFalse();
    }

    @Test
    void writingIsSavedWithControlS() throws Exception {
        Screens.on(() -> {
            IncidentsView view = new IncidentsView(papers.desktop(Locale.ENGLISH));
            Parent root = Screens.laidOut(view);
            view.shown(null);
            TextArea area = Screens.find(root, ".editor");
            area.appendText("\nEscrito por mim.");
            Screens.press(area, KeyCode.S, true);
            return null;
        });
        assertThat(incident().postmortem()).endsWith("Escrito por mim.");
    }

    @Test
    void closingAsksWhileSomethingIsToBeFilledIn() throws Exception {
        Screens.on(() -> {
            IncidentsView view = new IncidentsView(papers.desktop(Locale.ENGLISH));
            Parent root = Screens.laidOut(view);
            view.shown(Papers.INCIDENT);
            Screens.<Button>find(root, "#resolve").fire();
            Screens.<Button>find(root, "#close").fire();
            assertThat(incident().open()).isTrue();
            assertThat(Screens.<Node>find(root, "#ask").isVisible()).isTrue();
            Screens.<Button>find(root, "#closeAnyway").fire();
            return null;
        });
        assertThat(incident().open()).isFalse();
        assertThat(incident().postmortem()).startsWith("# Incidente");
    }

    @Test
    void anIncidentDeclaredHereIsShownAtOnce() throws Exception {
        Papers calm = Papers.plain();
        String title = Screens.on(() -> {
            IncidentsView view = new IncidentsView(calm.desktop(Locale.ENGLISH));
            Parent root = Screens.laidOut(view);
            view.shown(null);
            Screens.<javafx.scene.control.TextField>find(root, "#what").setText("A loja está lenta");
            Screens.<Button>find(root, "#declare").fire();
            return Screens.<Label>find(root, "#name").getText();
        });
        assertThat(title).isEqualTo("A loja está lenta");
    }

    @Test
    void aMessageIsFilledInAndItsCopyWrittenDown() throws Exception {
        Screens.on(() -> {
            IncidentsView view = new IncidentsView(papers.desktop(Locale.ENGLISH));
            Parent root = Screens.laidOut(view);
            view.shown(new IncidentPart(Papers.INCIDENT, IncidentPart.Part.MESSAGES));
            TextArea text = Screens.find(root, "#message-text");
            assertThat(text.getText()).contains("SEV 1 API não responde (502/503/504)", "Forno API, Loja");
            Screens.<javafx.scene.control.ToggleButton>find(root, "#status-fixing")
                    .fire();
            assertThat(text.getText()).contains("em correção");
            text.appendText("Escrito por mim.");
            papers.send(new Event.AddNote(papers.system(), "a note"));
            assertThat(text.getText()).endsWith("Escrito por mim.");
            Screens.<Button>find(root, "#message-copy").fire();
            return null;
        });
        assertThat(plantao.journal.Message.of(incident()))
                .singleElement()
                .satisfies(m -> assertThat(m.text()).endsWith("Escrito por mim."))
                .satisfies(m -> assertThat(m.next()).isNotNull());
    }

    private static boolean seen(Node node) {
        return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
    }

    @Test
    void noNameOnTheScreenIsCut() throws Exception {
        List<String> cut = Screens.on(() -> {
            IncidentsView view = new IncidentsView(papers.desktop(Locale.of("pt", "BR")));
            Parent root = Screens.laidOut(view);
            view.shown(Papers.INCIDENT);
            root.applyCss();
            root.layout();
            return root.lookupAll(".text").stream()
                    .filter(IncidentsViewTest::seen)
                    .flatMap(n -> n instanceof javafx.scene.text.Text t ? Stream.of(t.getText()) : Stream.empty())
                    .filter(t -> t.endsWith("...") || t.endsWith("…") && !t.contains("{"))
                    .toList();
        });
        assertThat(cut).isEmpty();
    }
}
