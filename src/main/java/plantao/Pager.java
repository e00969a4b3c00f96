package plantao;

import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import plantao.desk.Page;
import plantao.desk.Paging;
import plantao.ui.paging.PageWords;

/// Calls the operator when the board has something to call them for. Looks at the board once a second on a thread
/// of its
/// own, so that neither the desk nor the window ever waits for the desktop.
final class Pager implements AutoCloseable {
    private final InstantSource clock;
    private final NotifySend desktop;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("pager").daemon().factory());
    private volatile Locale locale;
    private Paging paging = Paging.NONE;

    Pager(InstantSource clock, NotifySend desktop, Locale locale) {
        this.clock = clock;
        this.desktop = desktop;
        this.locale = locale;
    }

    /// Begins to look.
    ///
    /// @param console the one the operator sits at now
    void watch(Supplier<Console> console) {
        var _ = thread.scheduleWithFixedDelay(() -> look(console.get()), 1, 1, TimeUnit.SECONDS);
    }

    /// Calls in another language from now on.
    void speak(Locale next) {
        locale = next;
    }

    private void look(Console now) {
        Paging.Step step = paging.next(now.board(), clock.instant());
        paging = step.paging();
        Page page = step.page();
        if (page != null) {
            PageWords words = PageWords.of(page, locale, now::mask);
            desktop.show(words.title(), words.body(), page.kind() == Page.Kind.FIRING && page.level() <= 2);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
