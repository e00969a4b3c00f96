package plantao.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import plantao.export.PlacedBlock;
import plantao.runbook.Origin;
import plantao.runbook.Problem;
import plantao.runbook.Runbook;
import plantao.runbook.read.RunbookReader;
import plantao.ui.papers.Papers;
import plantao.ui.papers.Screens;

class LibraryViewTest {
    private static final String PROSE = "Uma frase.\n".repeat(20);
    private static final String TEXT = "# Padaria\n\n## Fornos\n\n" + PROSE + "\n## Contatos\n\n"
            + "| Função | Nome | Telefone |\n|---|---|---|\n| SRE Lead | TBD | - |\n\n" + "```bash\nls\n";

    private static Runbook runbook() {
        return RunbookReader.read(
                "padaria", Map.of("runbook.md", TEXT, "outro.md", "# Outro\n\nGeladeira à direita.\n"));
    }

    private static int line(String part) {
        return 1 + TEXT.lines().toList().indexOf(part);
    }

    @Test
    void longProseIsFoldedButNeverALineWithAProblem() {
        Runbook read = runbook();
        RunbookSheet sheet = RunbookSheet.of(read, "runbook.md");
        List<ReportRow> rows = Folding.rows(sheet, Set.of());
        assertThat(rows).anySatisfy(r -> assertThat(r).isInstanceOf(ReportRow.Fold.class));
        assertThat(read.problems()).isNotEmpty();
        for (Problem problem : read.problems()) {
            if (problem.origin().file().equals("runbook.md")) {
                assertThat(rows)
                        .anyMatch(r -> r instanceof ReportRow.Source
                                && r.holds(problem.origin().line()));
            }
        }
        assertThat(Folding.rows(sheet, Set.copyOf(Folding.all(sheet)))).noneMatch(ReportRow.Fold.class::isInstance);
    }

    @Test
    void wordsAreFoundWhateverTheirCaseAndAccents() {
        RunbookSheet sheet = RunbookSheet.of(runbook(), "outro.md");
        assertThat(Finder.lines(sheet.lines(), " geladeira A DIR")).containsExactly(3);
        assertThat(Finder.lines(sheet.lines(), "  ")).isEmpty();
    }

    @Test
    void choosingAProblemGoesToItsLine() throws Exception {
        Screens.on(() -> {
            LibraryView view = new LibraryView(Papers.showing(runbook()).desktop(Locale.ENGLISH));
            Parent root = Screens.laidOut(view);
            ListView<Problem> problems = Screens.find(root, "#problems");
            Problem fence = problems.getItems().stream()
                    .filter(p -> p.code().equals("unclosed-fence"))
                    .findFirst()
                    .orElseThrow();
            problems.getSelectionModel().select(fence);
            assertThat(chosen(root)).matches(r -> r.holds(fence.origin().line()));
            return null;
        });
    }

    @Test
    void anotherFileIsOpenedToGoToItsLine() throws Exception {
        Screens.on(() -> {
            LibraryView view = new LibraryView(Papers.showing(runbook()).desktop(Locale.ENGLISH));
            Parent root = Screens.laidOut(view);
            view.shown(new Origin("outro.md", 3));
            assertThat(Screens.<ComboBox<String>>find(root, "#files").getValue())
                    .isEqualTo("outro.md");
            assertThat(chosen(root)).matches(r -> r.holds(3));
            return null;
        });
    }

    @Test
    void aSearchOpensTheFoldAndStepsOn() throws Exception {
        Screens.on(() -> {
            LibraryView view = new LibraryView(Papers.showing(runbook()).desktop(Locale.of("pt", "BR")));
            Parent root = Screens.laidOut(view);
            TextField words = Screens.find(root, "#words");
            words.setText("UMA FRASE");
            assertThat(chosen(root)).matches(r -> r instanceof ReportRow.Source && r.holds(5));
            Screens.press(words, KeyCode.ENTER, false);
            assertThat(chosen(root)).matches(r -> r.holds(6));
            assertThat(Screens.<Label>find(root, "#found").getText()).isEqualTo("2 de 20");
            return null;
        });
    }

    @Test
    void theDocumentStaysWhereTheReportWas() throws Exception {
        Screens.on(() -> {
            LibraryView view = new LibraryView(Papers.showing(runbook()).desktop(Locale.ENGLISH));
            Parent root = Screens.laidOut(view);
            int heading = line("## Contatos");
            view.shown(new Origin("runbook.md", heading));
            Screens.<ToggleButton>find(root, "#mode-document").fire();
            ListView<PlacedBlock> blocks = Screens.find(root, "#blocks");
            assertThat(blocks.getSelectionModel().getSelectedItem().first()).isEqualTo(heading);
            return null;
        });
    }

    @Test
    void aRunbookReadAnewIsShown() throws Exception {
        Screens.on(() -> {
            Papers papers = Papers.showing(runbook());
            LibraryView view = new LibraryView(papers.desktop(Locale.ENGLISH));
            Parent root = Screens.laidOut(view);
            view.shown(new Origin("runbook.md", 3));
            papers.read(RunbookReader.read("padaria", Map.of("runbook.md", TEXT.replace("Fornos", "Fogões"))));
            assertThat(chosen(root))
                    .isInstanceOfSatisfying(
                            ReportRow.Source.class,
                            s -> assertThat(s.line().text()).isEqualTo("## Fogões"));
            return null;
        });
    }

    private static ReportRow chosen(Parent root) {
        return Screens.<ListView<ReportRow>>find(root, "#lines")
                .getSelectionModel()
                .getSelectedItem();
    }
}
