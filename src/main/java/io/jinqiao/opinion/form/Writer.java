package io.jinqiao.opinion.form;

import io.jinqiao.opinion.sheet.LineBreaker;
import io.jinqiao.opinion.sheet.Mark;
import io.jinqiao.opinion.sheet.Mark.Ink;
import io.jinqiao.opinion.sheet.Page;
import io.jinqiao.opinion.sheet.Typeface;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Fills pages from top to bottom; what does not fit any more goes to a new page. Not for use by several threads. */
final class Writer {
    static final double LEFT = 22;
    static final double RIGHT = Page.WIDTH - 22;
    static final double BOTTOM = Page.HEIGHT - 27;

    private final Typeface typeface;
    private final LineBreaker breaker;
    private final List<List<Mark>> pages = new ArrayList<>();
    private final Consumer<Writer> pageStart;
    private double y;

    /** @param pageStart draws what every page begins with */
    Writer(Typeface typeface, Consumer<Writer> pageStart) {
        this.typeface = typeface;
        this.breaker = new LineBreaker(typeface);
        this.pageStart = pageStart;
        newPage();
    }

    /** Starts a new page unless {@code height} still fits; says whether it did. */
    boolean need(double height) {
        if (room(height)) {
            return false;
        }
        newPage();
        return true;
    }

    /** Whether so much height is left on this page. */
    boolean room(double height) {
        return y + height <= BOTTOM;
    }

    private void newPage() {
        pages.add(new ArrayList<>());
        y = 24;
        pageStart.accept(this);
    }

    double y() {
        return y;
    }

    void moveTo(double place) {
        y = place;
    }

    void add(Mark mark) {
        pages.get(pages.size() - 1).add(mark);
    }

    void centred(double middle, double baseLine, double size, String text, Ink ink, double spacing, boolean bold) {
        double width = typeface.width(text) * size + spacing * (text.codePointCount(0, text.length()) - 1);
        add(new Mark.Text(middle - width / 2, baseLine, size, text, ink, spacing, bold));
    }

    void rightAligned(double right, double baseLine, double size, String text, Ink ink) {
        add(new Mark.Text(right - typeface.width(text) * size, baseLine, size, text, ink, 0, false));
    }

    /** Lines of a text with its own line ends, broken to a width in millimetres. */
    List<String> lines(String text, double size, double width, double indent) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            lines.addAll(breaker.lines(paragraph, width / size, indent / size));
        }
        return lines;
    }

    List<Page> pages(java.util.function.BiFunction<Integer, Integer, List<Mark>> foot) {
        List<Page> all = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            List<Mark> marks = new ArrayList<>(pages.get(i));
            marks.addAll(foot.apply(i + 1, pages.size()));
            all.add(new Page(marks));
        }
        return all;
    }
}
