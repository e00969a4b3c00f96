package plantao.ui.fx;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// The mark of a state: a shape of its own beside the colour and the word, so that no state is told by colour
/// alone. Sizes in use are 12, 16, 20 and 32. In FXML: `<Mark kind="DOWN" size="16"/>`. Colours come from
/// `marks.css`.
public final class Mark extends Region {

    private static final double GRID = 16;
    private static final String CIRCLE = "M8 1.75A6.25 6.25 0 1 1 8 14.25A6.25 6.25 0 1 1 8 1.75Z";
    private static final String SQUARE =
            "M4.5 2H11.5A2.5 2.5 0 0 1 14 4.5V11.5A2.5 2.5 0 0 1 11.5 14H4.5A2.5 2.5 0 0 1 2 11.5V4.5A2.5 2.5 0 0 1 4.5 2Z";
    private static final String TRIANGLE = "M8 2.25L14.5 13.5H1.5Z";
    private static final String DIAMOND = "M8 1L15 8L8 15L1 8Z";
    private static final String CHECK = "M5.1 8.2L7.2 10.3L11 6.1";
    private static final String CROSS = "M5.5 5.5L10.5 10.5M10.5 5.5L5.5 10.5";
    private static final String BANG = "M8 4.9V8.3M8 11.05V11.1";

    /// What is marked. `_CONSEQUENCE` is hollow: something else is the cause.
    public enum Kind {
        UP(CIRCLE, CHECK),
        DEGRADED(TRIANGLE, "M8 6.4V9.2M8 11.65V11.7", "filled"),
        DEGRADED_CONSEQUENCE(TRIANGLE, ""),
        DOWN(SQUARE, CROSS, "filled"),
        DOWN_CONSEQUENCE(SQUARE, CROSS),
        UNKNOWN(DIAMOND, "M6.5 6.7A1.55 1.55 0 1 1 8.75 8.05C8.25 8.35 8 8.6 8 9.1M8 11.2V11.25", "dashed"),
        STALE(CIRCLE, "M5.2 10.8L10.8 5.2M7.8 11.6L11.6 7.8M4.4 8.2L8.2 4.4", "dashed"),
        MAINTENANCE(SQUARE, "M6.25 5.5V10.5M9.75 5.5V10.5"),
        ALERT(SQUARE, BANG, "filled"),
        ALERT_ACKED(SQUARE, BANG),
        TODO(SQUARE, ""),
        DONE(SQUARE, CHECK),
        DEFERRED(SQUARE, "M8 5V8.3L10 9.8"),
        SKIPPED(SQUARE, "M5 5.6L7.6 8L5 10.4M10.6 5.6V10.4", "dashed"),
        CURRENT(SQUARE, "M6.4 5.4L10.6 8L6.4 10.6Z", "filled"),
        RECOVERED(CIRCLE, CHECK, "filled");

        private final String body;
        private final String glyph;
        private final List<String> styles;

        Kind(String body, String glyph, String... styles) {
            this.body = body;
            this.glyph = glyph;
            this.styles = List.of(styles);
        }

        /// The style class of this kind: the name in lower case with hyphens.
        public String styleClass() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.UNKNOWN);
    private final DoubleProperty size = new SimpleDoubleProperty(this, "size", GRID);
    private final SVGPath body = path("mark-body");
    private final SVGPath glyph = path("mark-glyph");
    private final Scale scale = new Scale(1, 1, 0, 0);

    /// An unknown state, 16 px, for FXML.
    public Mark() {
        this(Kind.UNKNOWN, GRID);
    }

    /// The mark of `kind`, `size` px high and wide.
    public Mark(Kind kind, double size) {
        this.kind.set(kind);
        this.size.set(size);
        body.getTransforms().add(scale);
        glyph.getTransforms().add(scale);
        getChildren().setAll(body, glyph);
        setMouseTransparent(true);
        this.kind.subscribe(this::draw);
        this.size.subscribe(this::resizeTo);
    }

    private static SVGPath path(String styleClass) {
        var path = new SVGPath();
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        return path;
    }

    private void draw(Kind drawn) {
        body.setContent(drawn.body);
        glyph.setContent(drawn.glyph);
        getStyleClass().setAll("mark", drawn.styleClass());
        getStyleClass().addAll(drawn.styles);
    }

    private void resizeTo(Number pixels) {
        double side = pixels.doubleValue();
        scale.setX(side / GRID);
        scale.setY(side / GRID);
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
    }

    /// What is marked.
    public Kind getKind() {
        return kind.get();
    }

    /// Marks something else.
    public void setKind(Kind value) {
        kind.set(value);
    }

    /// The property behind [#getKind()], to be bound by a view.
    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /// Height and width in px.
    public double getSize() {
        return size.get();
    }

    /// Sets height and width in px: 12, 16, 20 or 32.
    public void setSize(double value) {
        size.set(value);
    }

    /// The property behind [#getSize()].
    public DoubleProperty sizeProperty() {
        return size;
    }
}
