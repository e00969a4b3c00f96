package plantao.ui.playbook;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import plantao.desk.Board;
import plantao.desk.Event;
import plantao.playbook.Output;
import plantao.playbook.Run;
import plantao.playbook.ShellRunner;
import plantao.playbook.StepResult;
import plantao.playbook.TextStyle;
import plantao.playbook.screen.Terminal;
import plantao.ui.fx.Fonts;
import plantao.ui.fx.Theme;
import plantao.values.Masking;

/// Draws the screen into picture files, to be looked at. `main(folder)`
final class Pictures {
    private Pictures() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {});
        Platform.runLater(() -> {
            try {
                all(new File(args[0]));
            } catch (Exception e) {
                e.printStackTrace();
            } finally {
                done.countDown();
            }
        });
        done.await();
        System.exit(0);
    }

    private static void all(File folder) throws IOException {
        Fonts.load();
        folder.mkdirs();
        Locale pt = Locale.of("pt", "BR");
        draw(folder, "list-dark", Bench.middle().open("crescendo"), pt, Theme.DARK, 1360, 800, true);
        draw(folder, "list-light-small", new Bench(), Locale.ENGLISH, Theme.LIGHT, 1200, 624, true);
        draw(folder, "run-dark", Bench.middle(), pt, Theme.DARK, 1360, 800, false);
        draw(folder, "run-light-small", Bench.middle(), Locale.ENGLISH, Theme.LIGHT, 1200, 624, false);
        draw(folder, "run-pt-small", Bench.middle(), pt, Theme.LIGHT, 1200, 624, false);
        Bench again = Bench.middle();
        again.happen(new Event.MarkDone(again.run().id(), again.run().current()));
        again.happen(new Event.RunChecks(again.run().id(), true));
        for (int i = 0; i < 4 && again.run().running() >= 0; i++) {
            again.happen(new Event.StepEnded(
                    "Padaria",
                    again.run().id(),
                    again.run().running(),
                    new StepResult.Exited(0, java.time.Duration.ofMillis(700)),
                    "HTTP/2 200"));
        }
        draw(folder, "again-light", again, Locale.ENGLISH, Theme.LIGHT, 1360, 800, false);
        Run begun = again.run();
        Run.Left left = new Run.Left(again.now.minusSeconds(600), "Marina Costa", true, true);
        again.board.set(again.board.get().with("Padaria", s -> s.withRuns(List.of(begun.withLeft(left)))));
        again.changedText("fornoctl deploys list", "fornoctl deploys list --limit 5");
        draw(folder, "left-dark", again, pt, Theme.DARK, 1360, 800, false);
        again.board.set(again.board.get().withReadOnly(true));
        draw(folder, "left-list-light", again, Locale.ENGLISH, Theme.LIGHT, 1360, 800, true);
        draw(folder, "read-only-light", again, Locale.ENGLISH, Theme.LIGHT, 1360, 800, false);
        leaving(folder);
        Bench ready = Bench.middle();
        ready.happen(new Event.GiveValue(ready.run().id(), "deploy_id", "dep-d4f81k2c"));
        draw(folder, "ready-dark", ready, pt, Theme.DARK, 1360, 800, false);
        ready.happen(new Event.RunStep(ready.run().id(), ready.run().current(), false));
        draw(folder, "ask-dark", ready, pt, Theme.DARK, 1360, 800, false);
        ready.happen(new Event.RunStep(ready.run().id(), ready.run().current(), true));
        ready.print(
                        ready.run().current(),
                        "rolling back to b07de51 …",
                        "!warning: 2 instances are still draining",
                        "instance 1/4 ok")
                .after(7);
        ready.outputs.of(ready.run().id(), ready.run().current()).keyboard(_ -> {});
        String told = "GET /pedidos 200  warning: pool at 95  ERROR could not obtain a connection";
        ready.outputs
                .of(ready.run().id(), ready.run().current())
                .add(new Output.Line(
                        ready.now,
                        told,
                        false,
                        List.of(
                                new TextStyle(13, 16, 2, false, false),
                                new TextStyle(18, 25, 3, true, false),
                                new TextStyle(38, 43, 1, true, false))));
        terminal(folder);
        draw(folder, "running-dark", ready, pt, Theme.DARK, 1360, 800, false);
        draw(folder, "running-light-small", ready, Locale.ENGLISH, Theme.LIGHT, 1200, 624, false);
        Bench failed = Bench.middle();
        failed.happen(new Event.GiveValue(failed.run().id(), "deploy_id", "dep-d4f81k2c"));
        failed.ran(1, 2400, "rolling back …", "!fornoctl: permission denied");
        failed.open("crescendo");
        draw(
                folder,
                "failed-light",
                failed,
                Locale.ENGLISH,
                Theme.LIGHT,
                1360,
                800,
                failed.system().runs().getFirst());
        Bench restore = new Bench().open("Restaurar");
        draw(folder, "restore-light", restore, Locale.ENGLISH, Theme.LIGHT, 1360, 800, false);
        restore.happen(new Event.RunStep(restore.run().id(), restore.run().current(), false));
        draw(folder, "destroy-dark", restore, Locale.ENGLISH, Theme.DARK, 1360, 800, false);
        draw(folder, "destroy-pt-small", restore, pt, Theme.LIGHT, 1200, 624, false);
        Bench over = Bench.middle();
        over.happen(new Event.EndRun(over.run().id()));
        draw(folder, "ended-dark", over, pt, Theme.DARK, 1360, 800, over.run());
        Bench nobody = new Bench();
        nobody.board.set(Board.empty(nobody.now, "Ana"));
        draw(folder, "run-wide", Bench.middle(), pt, Theme.LIGHT, 2480, 1340, false);
        draw(folder, "nothing", nobody, Locale.ENGLISH, Theme.LIGHT, 1200, 624, true);
    }

    private static void leaving(File folder) throws IOException {
        Path there = folder.toPath();
        try (ShellRunner shells = Bench.shells(there.resolve("spool"))) {
            Bench behind = Bench.middle();
            behind.happen(new Event.GiveValue(behind.run().id(), "deploy_id", "dep-d4f81k2c"));
            behind.really(
                    shells,
                    there,
                    "nohup sh -c 'while sleep 5; do :; done' > /dev/null &\nsleep 312 &\necho rolling back to b07de51");
            Locale pt = Locale.of("pt", "BR");
            draw(folder, "behind-light", behind, Locale.ENGLISH, Theme.LIGHT, 1360, 800, false);
            draw(folder, "behind-dark-small", behind, pt, Theme.DARK, 1200, 624, false);
            Run run = behind.run();
            for (int i = 0; i < run.steps().size(); i++) {
                behind.outputs.of(run.id(), i).stopLeft();
            }
            behind.after(0);
            draw(folder, "behind-stopped", behind, pt, Theme.LIGHT, 1200, 624, false);
        }
    }

    private static void terminal(File folder) throws IOException {
        Bench session = new Bench().open("não responde");
        session.happen(new Event.TypeStep(session.run().id(), "psql -h db.padaria.example -U pedidos\nselect 1;"));
        int step = session.run().running();
        if (step < 0) {
            step = session.run().current();
            session.happen(new Event.RunStep(session.run().id(), step, true, true));
        }
        Terminal drawn = new Terminal(40, 120, Masking.of(List.of("hunter22")));
        Output output = session.outputs.of(session.run().id(), step);
        output.keyboard(_ -> {});
        output.terminal(drawn, true);
        char[] text = ("\u001b[1mpsql (18.0)\u001b[0m\r\nType \"help\" for help.\r\n\r\n"
                        + "pedidos=> \u001b[32mselect\u001b[0m estado, count(*) from pedidos group by 1;\r\n"
                        + " estado    │ count \r\n───────────┼───────\r\n entregue  │ 14203 \r\n"
                        + " \u001b[31mparado\u001b[0m    │    38 \r\n em massa  │  日本 \r\n(3 rows)\r\n\r\n"
                        + "\u001b[44;97m white on blue \u001b[43;30m black on yellow \u001b[7m inverse \u001b[0m"
                        + " \u001b[38;5;208m208 \u001b[38;2;120;200;255mtrue \u001b[2mdim \u001b[0m\u001b[4munder\u001b[0m"
                        + " \u001b[1;31mred \u001b[1;33myellow \u001b[36mcyan\u001b[0m\r\n"
                        + "DATABASE_URL=postgres://pedidos:hunter22@db\r\npedidos=> sel")
                .toCharArray();
        drawn.take(text, 0, text.length);
        draw(folder, "terminal-dark", session, Locale.of("pt", "BR"), Theme.DARK, 1360, 800, false);
        draw(folder, "terminal-light", session, Locale.ENGLISH, Theme.LIGHT, 1200, 624, false);
    }

    private static void draw(
            File folder, String name, Bench bench, Locale locale, Theme theme, int width, int height, Object shown)
            throws IOException {
        PlaybooksView view = new PlaybooksView(bench.desktop(locale));
        StackPane root = new StackPane(view.root());
        root.getStyleClass().add("app");
        Scene scene = new Scene(root, width, height);
        theme.applyTo(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        if (width < 2000) {
            stage.show();
        } else {
            root.applyCss();
            root.layout();
        }
        if (shown instanceof plantao.playbook.Run run) {
            view.shown(run.id());
        } else if (Boolean.TRUE.equals(shown)) {
            view.shown(new Object());
        } else {
            view.shown(bench.system().runs().isEmpty() ? null : bench.run().id());
        }
        for (int i = 0; i < 3; i++) {
            Object key = new Object();
            PauseTransition pause = new PauseTransition(Duration.millis(250));
            pause.setOnFinished(_ -> Platform.exitNestedEventLoop(key, null));
            pause.play();
            Platform.enterNestedEventLoop(key);
            bench.after(0);
        }
        if (name.equals("left-dark") && root.lookup("#what-changed") instanceof javafx.scene.control.Button what) {
            what.fire();
        }
        root.applyCss();
        root.layout();
        WritableImage image = root.snapshot(null, null);
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        PixelReader reader = image.getPixelReader();
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                out.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        ImageIO.write(out, "png", new File(folder, name + ".png"));
        stage.close();
    }
}
