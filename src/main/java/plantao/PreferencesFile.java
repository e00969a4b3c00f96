package plantao;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import plantao.desk.OperatorPlace;
import plantao.runbook.MessageSettings;
import plantao.ui.settings.CallingPanel;

/// `preferences.properties` in the operator's config folder. A file that is damaged costs the preferences that are
/// damaged, never the start.
final class PreferencesFile {
    /// What the file held.
    ///
    /// @param problem what of it could not be used and what to do, or null
    record Kept(SavedPreferences preferred, @Nullable String problem) {}

    private static final int MOST_FOLDERS = 50;
    private static final int MOST_PLACES = 200;

    private final Path file;

    /// @param config the folder for the file; made when something is written
    PreferencesFile(Path config) {
        this.file = config.resolve("preferences.properties");
    }

    /// What was kept; nothing at the first start.
    Kept read() {
        Properties read = new Properties();
        try {
            read.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException e) {
            return new Kept(SavedPreferences.NONE, null);
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return new Kept(SavedPreferences.NONE, unusable("it is damaged"));
        } catch (IOException e) {
            return new Kept(SavedPreferences.NONE, unusable(String.valueOf(e.getMessage())));
        }
        List<String> wrong = new ArrayList<>();
        SavedPreferences preferred = new SavedPreferences(
                language(read.getProperty("language"), wrong),
                theme(read.getProperty("theme"), wrong),
                place(read.getProperty("window"), wrong),
                folders(read),
                operator(read.getProperty("operator"), wrong),
                new CallingPanel.Choice(wanted(read, "call.notification", wrong), wanted(read, "call.tone", wrong)),
                !wanted(read, "run.steps", wrong),
                places(read, wrong));
        return new Kept(preferred, wrong.isEmpty() ? null : unusable("wrong: " + String.join(", ", wrong)));
    }

    private String unusable(String why) {
        return "Some preferences in " + file + " could not be used (" + why
                + "). The window starts without them and writes the file anew when you change something.";
    }

    private static @Nullable String language(@Nullable String tag, List<String> wrong) {
        return tag == null || !Locale.forLanguageTag(tag).getLanguage().isEmpty() ? tag : refuse("language", wrong);
    }

    private static @Nullable String theme(@Nullable String theme, List<String> wrong) {
        return theme == null || theme.equals("light") || theme.equals("dark") ? theme : refuse("theme", wrong);
    }

    private static @Nullable String operator(@Nullable String name, List<String> wrong) {
        return name == null || !name.isBlank() && name.length() <= 200 ? name : refuse("operator", wrong);
    }

    /// On unless it was switched off.
    private static boolean wanted(Properties read, String key, List<String> wrong) {
        String value = read.getProperty(key, "on");
        if (!value.equals("on") && !value.equals("off")) {
            refuse(key, wrong);
        }
        return !value.equals("off");
    }

    private static SavedPreferences.@Nullable Place place(@Nullable String text, List<String> wrong) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(" ", -1);
        double[] numbers = new double[4];
        try {
            for (int i = 0; i < 4; i++) {
                numbers[i] = Double.parseDouble(parts[i]);
                if (!(Math.abs(numbers[i]) < 1e6)) {
                    throw new NumberFormatException();
                }
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            refuse("window", wrong);
            return null;
        }
        boolean maximised = parts.length > 4 && parts[4].equals("maximised");
        return new SavedPreferences.Place(numbers[0], numbers[1], numbers[2], numbers[3], maximised);
    }

    private static @Nullable String refuse(String key, List<String> wrong) {
        wrong.add(key);
        return null;
    }

    private static List<String> folders(Properties read) {
        List<String> folders = new ArrayList<>();
        for (int i = 1; i <= MOST_FOLDERS; i++) {
            String folder = read.getProperty("folder." + i);
            if (folder == null || folder.isBlank() || folder.indexOf('\0') >= 0) {
                break;
            }
            folders.add(folder);
        }
        return folders;
    }

    private static List<OperatorPlace> places(Properties read, List<String> wrong) {
        List<OperatorPlace> places = new ArrayList<>();
        for (int i = 1; i <= MOST_PLACES; i++) {
            String key = "place." + i;
            String kind = read.getProperty(key + ".kind");
            if (kind == null) {
                break;
            }
            String system = read.getProperty(key + ".system", "");
            MessageSettings.Kind known = Arrays.stream(MessageSettings.Kind.values())
                    .filter(k -> k.name().equalsIgnoreCase(kind))
                    .findFirst()
                    .orElse(null);
            String name = read.getProperty(key + ".name", "");
            if (known != null
                    && !system.isBlank()
                    && OperatorPlace.typed(name, known, read.getProperty(key + ".from", ""))
                            instanceof OperatorPlace.Typed.Good(MessageSettings.Place place)) {
                places.add(new OperatorPlace(system, place));
            } else {
                refuse(key, wrong);
            }
        }
        return places;
    }

    private static void put(Properties out, String key, OperatorPlace own) {
        out.setProperty(key + ".system", own.system());
        out.setProperty(key + ".name", own.place().name());
        out.setProperty(key + ".kind", own.place().kind().name().toLowerCase(Locale.ROOT));
        out.setProperty(key + ".from", OperatorPlace.source(own.place()));
    }

    /// Replaces the file whole: whoever reads it sees the old text or the new one.
    ///
    /// @throws IOException when the folder cannot be written
    void write(SavedPreferences preferred) throws IOException {
        Properties out = new Properties();
        put(out, "language", preferred.language());
        put(out, "theme", preferred.theme());
        put(out, "operator", preferred.operator());
        put(out, "call.notification", preferred.calls().shown() ? "on" : "off");
        put(out, "call.tone", preferred.calls().heard() ? "on" : "off");
        put(out, "run.steps", preferred.readOnly() ? "off" : "on");
        SavedPreferences.Place p = preferred.place();
        if (p != null) {
            String place = p.x() + " " + p.y() + " " + p.width() + " " + p.height();
            out.setProperty("window", p.maximised() ? place + " maximised" : place);
        }
        for (int i = 0; i < Math.min(MOST_FOLDERS, preferred.folders().size()); i++) {
            out.setProperty("folder." + (i + 1), preferred.folders().get(i));
        }
        for (int i = 0; i < Math.min(MOST_PLACES, preferred.places().size()); i++) {
            put(out, "place." + (i + 1), preferred.places().get(i));
        }
        StringWriter text = new StringWriter();
        out.store(text, "What Plantao goes back to at the next start. Delete it to start afresh.");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void put(Properties out, String key, @Nullable String value) {
        if (value != null) {
            out.setProperty(key, value);
        }
    }
}
