package io.jinqiao.opinion.form;

import io.jinqiao.opinion.sheet.Mark;
import io.jinqiao.opinion.sheet.Mark.Ink;
import java.util.ArrayList;
import java.util.List;

/** The ruled table of the form: grey labels, one or two cells in a row, a row as high as its longest text. */
final class Table {
    private static final double SIZE = 3.9;
    private static final double LINE = 5.4;
    private static final double PAD = 2.1;
    private static final double LABEL = 28;
    /** A row of so many lines or fewer is never split. */
    private static final int FEW = 6;

    private static final double HALF = (Writer.RIGHT - Writer.LEFT) / 2;
    private static final double THIN = 0.2;
    private static final double THICK = 0.45;

    private final Writer writer;
    private double top;

    Table(Writer writer) {
        this.writer = writer;
        begin();
    }

    private void begin() {
        top = writer.y();
        writer.add(new Mark.Line(Writer.LEFT, top, Writer.RIGHT, top, THICK, Ink.BLACK));
    }

    /** Adds a row; one that is higher than a page goes on at the top of the next. */
    void row(Opinion.Row row) {
        List<List<String>> texts = new ArrayList<>();
        double width = (row.cells().size() == 2 ? HALF : 2 * HALF) - LABEL - 2 * PAD;
        int lines = 1;
        for (Opinion.Cell cell : row.cells()) {
            List<String> broken = writer.lines(cell.text(), SIZE, width, 0);
            texts.add(broken);
            lines = Math.max(lines, broken.size());
        }
        for (int from = 0; from < lines; ) {
            int count = Math.min(lines - from, writer.room(height(1)) ? most(Writer.BOTTOM - writer.y()) : 0);
            if (count < lines - from && lines <= FEW || count == 0) {
                nextPage();
                count = Math.min(lines - from, most(Writer.BOTTOM - writer.y()));
            }
            part(row, texts, from, count);
            from += count;
        }
    }

    private static double height(int lines) {
        return lines * LINE + 2 * PAD - 0.8;
    }

    /** How many lines fit a height. */
    private static int most(double height) {
        return (int) ((height - 2 * PAD + 0.8) / LINE);
    }

    private void part(Opinion.Row row, List<List<String>> texts, int from, int count) {
        double height = height(count);
        double x = Writer.LEFT;
        for (int i = 0; i < row.cells().size(); i++) {
            List<String> all = texts.get(i);
            List<String> lines = all.subList(Math.min(from, all.size()), Math.min(from + count, all.size()));
            cell(row.cells().get(i), lines, x, height);
            x += HALF;
        }
        writer.moveTo(writer.y() + height);
        writer.add(new Mark.Line(Writer.LEFT, writer.y(), Writer.RIGHT, writer.y(), THIN, Ink.BLACK));
    }

    private void nextPage() {
        sides(writer.y()).forEach(writer::add);
        writer.need(Writer.BOTTOM);
        begin();
    }

    private void cell(Opinion.Cell cell, List<String> lines, double x, double height) {
        double y = writer.y();
        writer.add(new Mark.Box(x, y, LABEL, height, Ink.TINT));
        writer.add(new Mark.Line(x, y, x + LABEL, y, y == top ? THICK : THIN, Ink.BLACK));
        writer.add(new Mark.Line(x + LABEL, y, x + LABEL, y + height, THIN, Ink.BLACK));
        if (x > Writer.LEFT) {
            writer.add(new Mark.Line(x, y, x, y + height, THIN, Ink.BLACK));
        }
        writer.centred(x + LABEL / 2, y + height / 2 + SIZE * 0.36, SIZE, cell.label(), Ink.BLACK, 0, false);
        double first = y + (height - lines.size() * LINE) / 2 + LINE / 2 + SIZE * 0.36;
        for (int i = 0; i < lines.size(); i++) {
            writer.add(new Mark.Text(
                    x + LABEL + PAD, first + i * LINE, SIZE, lines.get(i), Ink.BLACK, 0, cell.strong()));
        }
    }

    void end() {
        sides(writer.y()).forEach(writer::add);
        writer.add(new Mark.Line(Writer.LEFT, writer.y(), Writer.RIGHT, writer.y(), THICK, Ink.BLACK));
    }

    private List<Mark> sides(double bottom) {
        return List.of(
                new Mark.Line(Writer.LEFT, top, Writer.LEFT, bottom, THICK, Ink.BLACK),
                new Mark.Line(Writer.RIGHT, top, Writer.RIGHT, bottom, THICK, Ink.BLACK));
    }
}
