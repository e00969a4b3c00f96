package plantao;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import plantao.desk.Page;
import plantao.desk.Paging;
import plantao.ui.paging.PageWords;
import plantao.ui.settings.CallingPanel;

/// Calls the operator when the board has something to call them for. Looks at the board once a second on a thread
/// of its own, so that neither the desk nor the window ever waits for the desktop.
final class Pager implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Pager.class.getName());

    private final InstantSource clock;
    private final NotifySend desktop;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pager").daemon().factory());
    /// One thing at a time; what comes while a sound server does not answer is left out.
    private final ExecutorService sound = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("tone").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private volatile Locale locale;
    private volatile CallingPanel.Choice choice;
    private Paging paging = Paging.NONE;

    Pager(InstantSource clock, NotifySend desktop, Locale locale, CallingPanel.Choice choice) {
        this.clock = clock;
        this.desktop = desktop;
        this.locale = locale;
        this.choice = choice;
    }

    /// Begins to look.
    ///
    /// @param console the one the operator sits at now
    void watch(Supplier<Console> console) {
        var _ = thread.scheduleWithFixedDelay(() -> outlive(console), 1, 1, TimeUnit.SECONDS);
    }

    /// Calls in another language from now on.
    void speak(Locale next) {
        locale = next;
    }

    CallingPanel.Choice choice() {
        return choice;
    }

    /// Calls in these ways from now on.
    void choose(CallingPanel.Choice next) {
        choice = next;
    }

    /// Calls once, as chosen; returns at once, and answers when it is done.
    void test(Consumer<CallingPanel.Answer> answer) {
        CallingPanel.Choice chosen = choice;
        PageWords words = PageWords.trial(locale);
        sound.execute(() -> answer.accept(new CallingPanel.Answer(
                chosen.shown() ? outcome(desktop.show(words.title(), words.body(), false)) : CallingPanel.Outcome.OFF,
                chosen.heard() ? outcome(Tone.play()) : CallingPanel.Outcome.OFF)));
    }

    private static CallingPanel.Outcome outcome(boolean done) {
        return done ? CallingPanel.Outcome.DONE : CallingPanel.Outcome.IMPOSSIBLE;
    }

    /// One call that goes wrong must not be the last.
    private void outlive(Supplier<Console> console) {
        try {
            look(console.get());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The operator could not be called", e);
        }
    }

    private void look(Console now) {
        Paging.Step step = paging.next(now.board(), clock.instant());
        paging = step.paging();
        Page page = step.page();
        if (page != null) {
            CallingPanel.Choice chosen = choice;
            if (chosen.heard() && page.kind() != Page.Kind.OVER) {
                sound.execute(Tone::play);
            }
            PageWords words = PageWords.of(page, locale, now::mask);
            if (chosen.shown()) {
                desktop.show(words.title(), words.body(), page.kind() == Page.Kind.FIRING && page.level() <= 2);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        sound.shutdownNow();
    }
}
