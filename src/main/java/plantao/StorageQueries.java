package plantao;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import plantao.desk.Course;
import plantao.journal.Entry;
import plantao.journal.SearchResult;
import plantao.runbook.ProbeSpec.Subject;
import plantao.ui.fx.UiContext;

/// What a console remembers, as the screens ask for it.
record StorageQueries(Console console) implements UiContext.Memory {
    @Override
    public void find(String typed, int most, Consumer<SearchResult> found) {
        console.find(typed, most, found);
    }

    @Override
    public void counted(Instant from, Consumer<List<Entry>> found) {
        console.counted(from, found);
    }

    @Override
    public void course(String system, Subject of, String subject, Consumer<Course> found) {
        console.course(system, of, subject, found);
    }
}
