package plantao.ui.playbook;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import plantao.playbook.screen.Pen;
import plantao.playbook.screen.ScreenSnapshot;
import plantao.ui.fx.Fonts;

/// Draws a screen's cells on a canvas: each run of cells of one look at its own column, so that columns stay in
/// line whatever fonts its characters come from.
final class TerminalDrawing {
    private static final double SIZE = 13.5;
    /// Up to here the font has every character at one width.
    private static final int EVEN = 0x250;

    private static final Font[] FONTS = {
        Font.font(Fonts.MONO, FontWeight.NORMAL, SIZE),
        Font.font(Fonts.MONO, FontWeight.BOLD, SIZE),
        Font.font(Fonts.MONO, FontWeight.NORMAL, FontPosture.ITALIC, SIZE),
        Font.font(Fonts.MONO, FontWeight.BOLD, FontPosture.ITALIC, SIZE)
    };

    /// Width and height of a cell, in pixels.
    final double width;
    final double height;

    TerminalDrawing() {
        Text measured = new Text("M".repeat(100));
        measured.setFont(FONTS[0]);
        width = measured.getLayoutBounds().getWidth() / 100;
        height = Math.ceil(measured.getLayoutBounds().getHeight() + 2);
    }

    /// Which cells of a row are chosen: from (inclusive) to (exclusive).
    interface Chosen {
        int from(int row);

        int to(int row);
    }

    /// @param top the first line that is drawn
    /// @param rows how many are
    void draw(
            GraphicsContext on,
            ScreenSnapshot shot,
            int top,
            int rows,
            TerminalColours colours,
            Chosen chosen,
            int accent) {
        on.setTextBaseline(VPos.CENTER);
        on.setFill(TerminalColours.color(colours.ground()));
        on.fillRect(0, 0, on.getCanvas().getWidth(), on.getCanvas().getHeight());
        for (int row = 0; row < rows && top + row < shot.lines().size(); row++) {
            ScreenSnapshot.Line line = shot.lines().get(top + row);
            int from = chosen.from(top + row);
            int to = chosen.to(top + row);
            for (int column = 0; column < line.columns(); ) {
                int end = run(line, column, from, to);
                stretch(on, line, column, end, row, colours, column >= from && column < to ? accent : -1);
                column = end;
            }
        }
    }

    /// The cursor: a filled cell, or its outline where keys go elsewhere.
    void cursor(GraphicsContext on, ScreenSnapshot shot, int top, TerminalColours colours, boolean filled) {
        int row = shot.cursorRow() - top;
        if (shot.cursorRow() < 0 || row < 0) {
            return;
        }
        double x = shot.cursorColumn() * width;
        double y = row * height;
        on.setStroke(TerminalColours.color(colours.text()));
        on.setLineWidth(1);
        on.strokeRect(Math.round(x) + 0.5, y + 0.5, Math.round(width) - 1, height - 1);
        if (filled) {
            on.setFill(TerminalColours.color(colours.text()));
            on.fillRect(Math.round(x), y, Math.round(width), height);
            ScreenSnapshot.Line line = shot.lines().get(shot.cursorRow());
            if (shot.cursorColumn() < line.columns()) {
                on.setFill(TerminalColours.color(colours.ground()));
                on.setFont(FONTS[0]);
                on.fillText(line.text(shot.cursorColumn()), x, y + height / 2);
            }
        }
    }

    /// The end of the cells from `column` on that can be drawn at once.
    private static int run(ScreenSnapshot.Line line, int column, int from, int to) {
        int end = column + 1;
        boolean even = even(line.text(column));
        if (!even) {
            while (end < line.columns() && line.text(end).isEmpty()) {
                end++;
            }
            return end;
        }
        while (end < line.columns()
                && line.look(end) == line.look(column)
                && end != from
                && end != to
                && even(line.text(end))) {
            end++;
        }
        return end;
    }

    private static boolean even(String text) {
        return text.length() == 1 && text.charAt(0) < EVEN;
    }

    private void stretch(
            GraphicsContext on,
            ScreenSnapshot.Line line,
            int from,
            int to,
            int row,
            TerminalColours colours,
            int accent) {
        long look = line.look(from);
        int back = accent < 0 ? colours.back(look) : accent;
        double x = from * width;
        double y = row * height;
        if (back != colours.ground()) {
            on.setFill(TerminalColours.color(back));
            on.fillRect(Math.round(x), y, Math.round(to * width) - Math.round(x), height);
        }
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(line.text(i));
        }
        String drawn = text.toString();
        boolean lined = Pen.has(look, Pen.UNDERLINE) || Pen.has(look, Pen.STRIKE);
        if (drawn.isBlank() && !lined) {
            return;
        }
        int front = accent < 0
                ? colours.front(look)
                : plantao.playbook.screen.Contrast.readable(colours.front(look), accent);
        on.setFill(TerminalColours.color(front));
        on.setFont(FONTS[(Pen.has(look, Pen.BOLD) ? 1 : 0) + (Pen.has(look, Pen.ITALIC) ? 2 : 0)]);
        on.fillText(Fonts.drawable(drawn), x, y + height / 2);
        if (lined) {
            on.fillRect(x, Pen.has(look, Pen.UNDERLINE) ? y + height - 2 : y + height / 2, (to - from) * width, 1);
        }
    }
}
