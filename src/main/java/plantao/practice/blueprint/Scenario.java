package plantao.practice.blueprint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something to practise.
///
/// @param title by language (`pt`, `en`)
/// @param text what the operator is told beforehand, by language
/// @param alert the name of the alert that is expected to fire, or null
/// @param playbook the title of the playbook that answers it, or null
/// @param notes for the debriefing, by language
/// @param values what the operator would know or find out: blanks of the playbook's commands → their values
/// @param byHand how a manual step is done here: words of its title → the title of the procedure that does it, and
/// behind ` › ` words of the one step of it that is meant
/// @param beyond the runbook has no cure: it is handled when its playbook was walked and somebody was called in
/// @param mended tells that the trouble is over, where no alert does
public record Scenario(
        String id,
        Map<String, String> title,
        Map<String, String> text,
        List<Fault> faults,
        @Nullable String alert,
        @Nullable String playbook,
        Map<String, String> notes,
        Map<String, String> values,
        Map<String, String> byHand,
        @Nullable Mended mended,
        boolean beyond) {
    public Scenario {
        values = values == null ? Map.of() : values;
        byHand = byHand == null ? Map.of() : byHand;
        faults = faults == null ? List.of() : List.copyOf(faults);
        notes = notes == null ? Map.of() : notes;
    }

    /// The title in this language, else in the first there is.
    public String title(String language) {
        return in(title, language);
    }

    /// The text in this language, else in the first there is.
    public String text(String language) {
        return in(text, language);
    }

    private static String in(Map<String, String> texts, String language) {
        return texts.getOrDefault(language, texts.values().iterator().next());
    }

    /// One thing that goes wrong; exactly one component is set.
    ///
    /// @param deploy a version that goes out
    /// @param kill the process or server (`postgres`, `redis`) that is killed
    /// @param freeze the process or server that is stopped in its tracks (SIGSTOP)
    /// @param traffic a change of a traffic process
    /// @param fill a file that takes up disk space
    /// @param set a variable that somebody changes; the process is restarted with it
    /// @param sql a statement that somebody runs in the database, as its owner
    /// @param redis a command that somebody runs in Redis, words apart by spaces
    /// @param hold a transaction that somebody leaves open, with all it locks, until its session is ended
    public record Fault(
            @Nullable Deploy deploy,
            @Nullable String kill,
            @Nullable String freeze,
            @Nullable Surge traffic,
            @Nullable Fill fill,
            @Nullable Change set,
            @Nullable Deed sql,
            @Nullable Deed redis,
            @Nullable Hold hold) {}

    /// Something done to the data.
    ///
    /// @param run what is done
    /// @param undo what takes it back when the scenario ends,
    /// or null where the schema does; it must bear that somebody has done it already
    public record Deed(String run, @Nullable String undo) {}

    /// An open transaction.
    ///
    /// @param sql what is done in it
    /// @param application the name its session shows, or null
    public record Hold(String sql, @Nullable String application) {}

    /// A changed variable of a process.
    ///
    /// @param forSeconds after which it is as before by itself, as when a supplier's trouble ends; 0 for never
    public record Change(String process, String name, String value, int forSeconds) {}

    /// What holds again when the trouble is over: a path of a web process answers so, or a query gives so.
    ///
    /// @param status wanted of the path; 0 for 200
    /// @param contains what the answer must hold, or null
    /// @param is the first value that the query must give
    public record Mended(
            @Nullable String process,
            @Nullable String path,
            int status,
            @Nullable String contains,
            @Nullable String sql,
            @Nullable String is) {
        public Mended {
            status = status == 0 ? 200 : status;
        }
    }

    /// A version that goes out.
    ///
    /// @param behaviour what is wrong with it
    public record Deploy(String process, String commit, String title, Behaviour behaviour) {
        public Deploy {
            behaviour = behaviour == null ? Behaviour.SOUND : behaviour;
        }
    }

    /// More or less traffic.
    ///
    /// @param perSecond requests per second, above 0
    public record Surge(String process, double perSecond) {}

    /// A file of the working folder.
    ///
    /// @param megabytes its size
    public record Fill(String file, int megabytes) {}
}
